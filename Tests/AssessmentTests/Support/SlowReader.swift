import Scoring
import Values

/// A slow and simple reader of a long table of figures, written from the documentation alone: `;` as the delimiter,
/// decimal comma, the eight columns of the sample in their order.
struct SlowReader {
    struct Row {
        /// As a spreadsheet counts.
        var number: Int
        /// Nil when quotes are broken.
        var cells: [String]?
    }

    // MARK: - Rows

    /// The rows that are not blank, the heading first.
    static func rows(of bytes: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var number = 1
        var isBroken = false
        var index = 0
        func isEnd(_ index: Int) -> Bool {
            index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x3B
        }
        while index < bytes.count {
            // One cell.
            cell = []
            if bytes[index] == 0x22 {
                index += 1
                var isClosed = false
                while index < bytes.count {
                    if bytes[index] != 0x22 {
                        cell.append(bytes[index])
                    } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                        cell.append(0x22)
                        index += 1
                    } else {
                        isClosed = true
                        index += 1
                        break
                    }
                    index += 1
                }
                while !isEnd(index) {
                    if bytes[index] != 0x20, bytes[index] != 0x09 { isBroken = true }
                    index += 1
                }
                if !isClosed { isBroken = true }
            } else {
                while !isEnd(index) {
                    cell.append(bytes[index])
                    index += 1
                }
            }
            cells.append(cell)
            if index < bytes.count, bytes[index] == 0x3B {
                index += 1
                if !(index == bytes.count) { continue }
                cells.append([])
            }
            // The end of a row.
            let texts = cells.map { String(decoding: $0, as: UTF8.self) }
            if isBroken || texts.contains(where: { !$0.allSatisfy { $0 == " " || $0 == "\t" } }) {
                rows.append(Row(number: number, cells: isBroken ? nil : texts.map(trimmed)))
            }
            cells = []
            isBroken = false
            number += 1
            if index < bytes.count {
                index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
            }
        }
        return rows
    }

    private static func trimmed(_ text: String) -> String {
        let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{A0}", "\u{202F}"]
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
        scalars = Array(scalars.drop { spaces.contains($0) })
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    // MARK: - Figures

    /// What a row says about its metric; nil when it is invalid.
    static func figure(_ cells: [String], _ metric: Metric) -> Figure? {
        let (value, above, below) = (cells[2], cells[3], cells[4])
        var mustReport = false
        if !cells[5].isEmpty {
            switch VietnameseText.word(cells[5]) {
            case "da bao cao", "reported", "co so lieu": mustReport = true
            default:
                guard let figure = statement(cells[5]), value.isEmpty, above.isEmpty, below.isEmpty else { return nil }
                return figure
            }
        }
        if value.isEmpty, above.isEmpty, below.isEmpty { return mustReport ? nil : .notReported }
        if value.isEmpty { return ratio(above, below, metric) }
        guard above.isEmpty, below.isEmpty else { return nil }
        if let figure = statement(value) { return figure }
        if metric.kind == .yesNo {
            switch VietnameseText.word(value) {
            case "co", "yes", "true", "dat": return .value(1)
            case "khong", "no", "false", "khong dat": return .value(0)
            default: break
            }
        }
        guard let (number, isPercent) = number(value), !isPercent || metric.kind == .percent else { return nil }
        let decimal = FixedDecimal(mantissa: number)
        if let minimum = metric.minimum, decimal < minimum { return nil }
        if let maximum = metric.maximum, decimal > maximum { return nil }
        if metric.kind == .count || metric.kind == .yesNo, !decimal.isInteger { return nil }
        return .value(decimal)
    }

    private static func ratio(_ above: String, _ below: String, _ metric: Metric) -> Figure? {
        guard metric.ratio != nil, case (let above, false)? = number(above), case (let below, false)? = number(below),
            above >= 0,
            below >= 0, below > 0 || above == 0
        else { return nil }
        let most = Int128(metric.maximum?.mantissa ?? .max)
        guard below == 0 || Int128(above) * 100_000_000 <= most * Int128(below) else { return nil }
        return .ratio(numerator: FixedDecimal(mantissa: above), denominator: FixedDecimal(mantissa: below))
    }

    private static func statement(_ word: String) -> Figure? {
        switch VietnameseText.word(word) {
        case "chua bao cao", "chua cham", "notreported", "not reported": .notReported
        case "khong ap dung", "notapplicable", "not applicable": .notApplicable
        case "khong cong bo", "notpublished", "not published": .notPublished
        case "cho khao sat", "cho ket qua khao sat", "awaited": .awaited
        default: nil
        }
    }

    /// Millionths of a number with a decimal comma, and points or spaces as thousands separators.
    private static func number(_ text: String) -> (Int64, Bool)? {
        // `1e5` of a program: a whole number and zeros.
        let powers = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        if powers.count == 2, let digits = Int64(powers[0]), let zeros = Int(powers[1]), (0...5).contains(zeros) {
            return ((0..<zeros).reduce(digits * 1_000_000) { product, _ in product * 10 }, false)
        }
        var text = Substring(text)
        let isPercent = text.hasSuffix("%")
        if isPercent { text = Substring(trimmed(String(text.dropLast()))) }
        let sign = text.first
        if sign == "-" || sign == "−" || sign == "+" { text = text.dropFirst() }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let separators = Set(whole.filter { !isDigit($0) })
        let groups = whole.split(omittingEmptySubsequences: false) { !isDigit($0) }
        guard separators.isSubset(of: [".", " ", "\u{A0}", "\u{202F}"]), groups.allSatisfy({ !$0.isEmpty }) else {
            return nil
        }
        // Points are not mixed with spaces; spaces of any width count as spaces.
        guard !separators.contains(".") || separators.count == 1 else { return nil }
        if groups.count > 1 {
            guard groups[0].count <= 3, groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        var fraction = parts.count == 2 ? String(parts[1]) : "0"
        guard !fraction.isEmpty, fraction.allSatisfy(isDigit) else { return nil }
        while fraction.count > 6, fraction.hasSuffix("0") { fraction.removeLast() }
        guard fraction.count <= 6 else { return nil }
        fraction += String(repeating: "0", count: 6 - fraction.count)
        guard let magnitude = Int64(groups.joined() + fraction) else { return nil }
        return (sign == "-" || sign == "−" ? -magnitude : magnitude, isPercent)
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }
}
