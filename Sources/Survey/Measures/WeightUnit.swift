internal import Values

/// What the integers count that weights are kept as.
///
/// A tally counts millionths as long as every weight has at most six decimals, and ten-billionths otherwise: 64 bits
/// then still hold a cell of 900 million people. A weight with more than ten decimals is rounded to ten, half away from
/// zero.
enum WeightUnit: Int, Comparable, Sendable {
    case millionths = 6
    case tenBillionths = 10

    /// The finer units in one coarser.
    static let ratio: Int64 = 10_000

    /// The weight of one.
    var one: Int64 { self == .millionths ? FixedDecimal.scale : FixedDecimal.scale * Self.ratio }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    // MARK: - Text

    /// Appends a weight as a decimal, without zeros at its end; there must be room for 22 bytes.
    func append(_ weight: Int64, to bytes: inout OutputSpan<UInt8>) {
        guard self == .tenBillionths else {
            FixedDecimal(mantissa: weight).append(to: &bytes)
            return
        }
        let (whole, parts) = weight.magnitude.quotientAndRemainder(dividingBy: one.magnitude)
        if weight < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(digitsOf: whole)
        if parts == 0 { return }
        var (fraction, digits) = (parts, rawValue)
        while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
        bytes.append(UInt8(ascii: "."))
        bytes.append(digitsOf: fraction, count: digits)
    }

    /// The same text.
    func text(_ weight: Int64) -> String {
        String(decoding: [UInt8](capacity: FixedDecimal.mostBytes) { append(weight, to: &$0) }, as: UTF8.self)
    }

    /// Reads what ``append(_:to:)`` writes, or a database with zeros at the end or a power of ten; nil for anything else, or
    /// beyond 64 bits.
    func read(_ text: String) -> Int64? {
        let text = text.utf8.contains(where: Self.isPower) ? Self.withoutPower(text) : text
        guard self == .tenBillionths else {
            // A database writes ten decimals even if the last four are zeros.
            let short = text.hasSuffix("0000") && text.utf8.suffix(11).first == UInt8(ascii: ".")
            return (try? FixedDecimal(short ? String(text.dropLast(4)) : text))?.mantissa
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let fraction = parts.count > 1 ? parts[1] : whole.prefix(0)
        guard parts.count == 1 || (1...rawValue).contains(fraction.count) else { return nil }
        let zeros = repeatElement(UInt8(ascii: "0"), count: rawValue - fraction.count)
        var sum: Int64 = 0
        for byte in Array(whole) + Array(fraction) + Array(zeros) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (shifted, isTooLarge) = sum.multipliedReportingOverflow(by: 10)
            let (larger, overflow) = shifted.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            if isTooLarge || overflow { return nil }
            sum = larger
        }
        return sum
    }

    /// The digits of a number with a power of ten, as Spark writes a zero with ten decimals (`0E-10`); other text as it is.
    private static func withoutPower(_ text: String) -> String {
        let parts = text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isPower)
        guard parts.count == 2, let power = Int(String(parts[1]) ?? ""), (-20...20).contains(power) else { return text }
        let digits = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard digits.count <= 2, digits.allSatisfy({ !$0.isEmpty }) else { return text }
        let zeros = Array(repeating: UInt8(ascii: "0"), count: 20)
        let places = zeros + digits.flatMap { Array($0) } + zeros
        let point = zeros.count + digits[0].count + power
        let whole = places[..<point].drop { $0 == UInt8(ascii: "0") }
        let fraction = Array(places[point...].reversed().drop { $0 == UInt8(ascii: "0") }.reversed())
        let plain = whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
        return fraction.isEmpty ? plain : plain + "." + String(decoding: fraction, as: UTF8.self)
    }

    private static func isPower(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "e") }

    /// What the first column of a tally says: the fingerprint of the questionnaire, and the unit unless it is millionths,
    /// so that no earlier version takes one for the other.
    func label(_ fingerprint: String) -> String { self == .millionths ? fingerprint : fingerprint + " e-\(rawValue)" }

    // MARK: - Conversion

    /// A number with weights as factors, in ten-billionths instead of millionths; nil beyond its bits.
    /// - Parameter power: How often a weight is a factor.
    static func finer<Number: FixedWidthInteger>(_ number: Number, power: Int = 1) -> Number? {
        var result = number
        for _ in 0..<power {
            let (product, overflow) = result.multipliedReportingOverflow(by: Number(ratio))
            if overflow { return nil }
            result = product
        }
        return result
    }
}
