import ScoreNumerics
import TestSupport
import Values

@testable import Survey

/// Generated respondents, with the meaning of each of their cells: a slow, separate way to a tally.
struct MadeAnswers {
    /// What an answer means.
    enum Meaning: Equatable {
        case level(Int)
        case noAnswer, nothing, unknown
    }

    struct Respondent {
        var unit: (text: String, code: String?)
        var service: String
        /// With `·` for the decimal separator and `:` for the other one; the value in millionths, nil if it is not a
        /// number.
        var weight: (text: String, value: Int64?, kind: String)
        var answers: [(text: String, meaning: Meaning)]
        /// Extra cells (blank or not) or, if negative, missing ones.
        var moreCells = 0
        var moreAreBlank = false
        /// A line of nothing but blanks.
        var isBlank = false
    }

    /// What one cell of a tally must contain.
    struct Totals: Equatable {
        var rows = 0
        var weight: Int64 = 0
        var counts: [Int]
        var sums: [Int64]
        var unknown: [Int]
    }

    let questions: Int
    let hasWeight: Bool
    var respondents: [Respondent] = []

    static let levels = 5

    private static let answers: [(String, Meaning)] =
        (1...5).map { ("\($0)", .level($0 - 1)) } + (1...5).map { ("\($0)", .level($0 - 1)) } + [
            ("", .nothing), ("  ", .nothing), ("9", .noAnswer), ("KTL", .noAnswer), ("ktl", .noAnswer),
            ("9,0", .noAnswer), ("5.0", .level(4)), ("4,00", .level(3)), (" 3 ", .level(2)),
            ("Rất hài lòng", .level(4)),
            ("RẤT HÀI  LÒNG", .level(4)), ("rat hai long", .level(4)), ("Hài lòng", .level(3)),
            ("hài lòng.", .unknown), ("Không hài lòng", .level(1)), ("bình thường", .level(2)), ("7", .unknown),
            ("0", .unknown), ("-1", .unknown), ("55", .unknown), ("5%", .unknown), ("1.234", .unknown),
            ("hài", .unknown),
            ("?", .unknown), ("5/5", .unknown), ("Hài lòng 5", .unknown),
        ]
    private static let weights: [(String, Int64?, String)] = [
        ("1", 1_000_000, ""), ("2·5", 2_500_000, ""), ("0·000001", 1, ""), ("1·234", 1_234_000, ""),
        ("1:234", 1_234_000_000, ""), (" 3·25 ", 3_250_000, ""), ("12345678·9", 12_345_678_900_000, ""),
        ("12 345·5", 12_345_500_000, ""), ("001", 1_000_000, ""), ("0", 0, ""), ("0·000000", 0, ""),
    ]
    private static let badWeights: [(String, Int64?, String)] = [
        ("0·00000000004", nil, "survey.numberOutOfRange"), ("-1", nil, "survey.numberOutOfRange"),
        ("abc", nil, "survey.notANumber"),
        ("", nil, "survey.notANumber"), ("1e5", nil, "survey.notANumber"),
        ("-0·1234567", nil, "survey.numberOutOfRange"),
        ("99999999999999", nil, "survey.numberOutOfRange"),
        ("5%", nil, "survey.numberOutOfRange"),
    ]
    private static let units: [(String, String?)] = [
        ("u1", "u1"), ("u2", "u2"), ("Phước Hòa", "u1"), ("phuoc hoa", "u1"), ("TÂN LẬP", "u2"), (" Tân Lập", "u2"),
        ("Xã \"Mới\", vùng cao", "u3"), ("Xã \"Mới\", vùng cao", "u3"), ("u3", "u3"),
    ]

    init(questions: Int, hasWeight: Bool, count: Int, faults: Int, _ random: inout SeededRandom) {
        self.questions = questions
        self.hasWeight = hasWeight
        respondents = (0..<count).map { index in
            var unit = random.pick(Self.units)
            if random.once(in: faults) { unit = random.pick([("Xã lạ", nil), ("", nil), ("  ", nil), ("-1", nil)]) }
            // The first weight shows the decimal separator.
            let weight =
                index == 0
                ? ("0·75", 750_000, "") : random.pick(random.once(in: faults) ? Self.badWeights : Self.weights)
            let answers = (0..<questions).map { _ in
                random.once(in: faults * 3)
                    ? random.pick(Self.answers) : random.pick(Array(Self.answers[..<5]))
            }
            var respondent = Respondent(
                unit: unit, service: random.pick(["đất đai", "hộ tịch", "a;b", "a,b", "hai\ndòng", ""]), weight: weight,
                answers: answers)
            if random.once(in: faults * 2) { respondent.isBlank = true }
            if random.once(in: faults * 2) {
                respondent.moreCells = random.pick([-2, -1, 1, 2])
                respondent.moreAreBlank = random.once(in: 2)
            }
            return respondent
        }
    }

    /// The totals per unit and service, from what the cells mean.
    func totals(in dialect: MadeDialect) -> [String: Totals] {
        var totals: [String: Totals] = [:]
        for respondent in respondents where fault(of: respondent, in: dialect) == nil && !respondent.isBlank {
            let lost = dialect.lost(of: respondent)
            guard let unit = respondent.unit.code else { continue }
            let empty = Totals(
                counts: Array(repeating: 0, count: (Self.levels + 1) * questions),
                sums: Array(repeating: 0, count: (Self.levels + 1) * questions),
                unknown: Array(repeating: 0, count: questions))
            let weight = hasWeight ? respondent.weight.value ?? 0 : 1_000_000
            var sum = totals[unit + "/" + respondent.service] ?? empty
            sum.rows += 1
            sum.weight += weight
            for (question, answer) in respondent.answers.enumerated() where !lost.contains("q\(question + 1)") {
                let level: Int
                switch answer.meaning {
                case .level(let found): level = found
                case .noAnswer: level = Self.levels
                case .nothing: continue
                case .unknown:
                    sum.unknown[question] += 1
                    continue
                }
                // A form that weighs nothing is in the sample, but its answers count nothing.
                if weight == 0 { continue }
                sum.counts[level * questions + question] += 1
                sum.sums[level * questions + question] += weight
            }
            totals[unit + "/" + respondent.service] = sum
        }
        return totals
    }

    /// Why a whole row is left out, and the name of the column.
    func fault(of respondent: Respondent, in dialect: MadeDialect) -> (code: String, column: String?)? {
        if respondent.isBlank { return nil }
        let mayHaveMore = respondent.moreAreBlank && (dialect.delimiter != "," || !hasWeight)
        // What tells whose form it is and what it weighs may not be missing.
        let lost = dialect.lost(of: respondent)
        let isTooShort = ["xã", "thủ tục", "trọng số"].contains(where: lost.contains)
        if isTooShort || (respondent.moreCells > 0 && !mayHaveMore) { return ("survey.cellCount", nil) }
        if respondent.unit.code == nil {
            let isMissing = respondent.unit.text.allSatisfy { $0 == " " }
            return (isMissing ? "survey.missingUnit" : "survey.unknownUnit", "xã")
        }
        if hasWeight, respondent.weight.value == nil { return (respondent.weight.kind, "trọng số") }
        return nil
    }
}

/// How a generated file is written.
struct MadeDialect {
    var delimiter: Character
    var decimal: Character
    var lineEnd: String
    var hasMark: Bool
    var hasSeparatorLine: Bool
    /// The headings, in order; unknown ones are filled with something.
    var columns: [String]

    init(questions: Int, hasWeight: Bool, _ random: inout SeededRandom, noteLength: Int = 0) {
        delimiter = random.pick([",", ";", "\t", "|"])
        decimal = random.pick([",", "."])
        lineEnd = random.pick(["\n", "\r\n", "\r"])
        hasMark = random.once(in: 3)
        hasSeparatorLine = random.once(in: 4)
        self.noteLength = noteLength
        var columns = ["xã", "thủ tục", "id", "ghi chú"] + (hasWeight ? ["trọng số"] : [])
        columns.shuffle(using: &random)
        var names = (1...questions).map { "q\($0)" }
        if random.once(in: 3) { names.shuffle(using: &random) }
        columns.insert(contentsOf: names, at: random.int(0...columns.count))
        if random.once(in: 3) { columns.shuffle(using: &random) }
        self.columns = columns
    }

    var noteLength: Int

    /// The file, and the findings expected, as `code row:column`.
    func write(_ made: MadeAnswers, _ random: inout SeededRandom) -> (bytes: [UInt8], findings: [String]) {
        var text = hasMark ? "\u{FEFF}" : ""
        var row = 1
        if hasSeparatorLine { text += "sep=\(delimiter)" + lineEnd }
        text += columns.map { cell($0, &random) }.joined(separator: String(delimiter)) + lineEnd
        var findings: [String] = []
        var firstShort: Int?
        for (index, respondent) in made.respondents.enumerated() {
            row += 1
            if respondent.isBlank {
                text += random.pick(["", String(repeating: delimiter, count: columns.count - 1), "  "]) + lineEnd
                continue
            }
            var cells = columns.map { content($0, respondent, index, &random) }
            if respondent.moreCells < 0 { cells.removeLast(min(-respondent.moreCells, cells.count - 1)) }
            for _ in 0..<max(0, respondent.moreCells) { cells.append(respondent.moreAreBlank ? "" : "thừa") }
            // A row of nothing but blanks would be ignored.
            let fault = made.fault(of: respondent, in: self)
            if respondent.moreCells < 0, fault?.code != "survey.cellCount", firstShort == nil { firstShort = row }
            if let fault {
                let column = fault.column.flatMap { columns.firstIndex(of: $0) }
                findings.append("\(fault.code) \(row)" + (column.map { ":\($0 + 1)" } ?? ""))
            } else {
                let lost = lost(of: respondent)
                for (column, name) in columns.enumerated() where name.hasPrefix("q") && !lost.contains(name) {
                    let question = Int(name.dropFirst()).map { $0 - 1 } ?? 0
                    if respondent.answers[question].meaning == .unknown {
                        findings.append("survey.unknownAnswer \(row):\(column + 1)")
                    }
                }
            }
            text += cells.map { cell($0, &random) }.joined(separator: String(delimiter))
            if index < made.respondents.count - 1 || random.once(in: 2) || respondent.moreCells < 0 { text += lineEnd }
        }
        if let firstShort { findings.append("table.blankEndCells \(firstShort)") }
        return (Array(text.utf8), findings)
    }

    /// The columns of which a row lacks the cells.
    func lost(of respondent: MadeAnswers.Respondent) -> Set<String> {
        Set(columns.suffix(min(max(0, -respondent.moreCells), columns.count - 1)))
    }

    private func content(
        _ column: String, _ respondent: MadeAnswers.Respondent, _ index: Int, _ random: inout SeededRandom
    ) -> String {
        switch column {
        case "xã": return respondent.unit.text
        case "thủ tục": return respondent.service
        case "id": return "r\(index)"
        case "ghi chú":
            if noteLength > 0 {
                return (0..<noteLength / 20).map { _ in random.pick(["mười sáu byte \n", "a\"b\"c,d;e|f\tg\r\n"]) }
                    .joined()
            }
            return random.pick(["", "tốt", "dòng 1\ndòng 2", "dòng 1\r\ndòng 2\r", "\"\"", "a,b;c\td|e", "a\"b\"c"])
        case "trọng số":
            let other: Character = decimal == "," ? "." : ","
            return String(respondent.weight.text.map { $0 == "·" ? decimal : $0 == ":" ? other : $0 })
        default: return Int(column.dropFirst()).map { respondent.answers[$0 - 1].text } ?? ""
        }
    }

    private func cell(_ text: String, _ random: inout SeededRandom) -> String {
        let signs: [Character] = [delimiter, "\n", "\r", "\r\n", "\""]
        guard text.contains(where: { signs.contains($0) }) || random.once(in: 40) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension AnswerReading {
    /// The tally in the form of ``MadeAnswers/totals(in:)``.
    func totals(questions: Int) -> [String: MadeAnswers.Totals]? {
        guard let tally else { return nil }
        return Dictionary(
            uniqueKeysWithValues: tally.cells.map { cell in
                let key = cell.key.unit + "/" + cell.key.domains.joined(separator: "/")
                let arrays = CellArrays(cell.numbers, tally.layout)
                return (
                    key,
                    MadeAnswers.Totals(
                        rows: cell.rows, weight: cell.weight, counts: arrays.counts.map { Int($0) }, sums: arrays.sums,
                        unknown: cell.unknown.isEmpty ? Array(repeating: 0, count: questions) : cell.unknown)
                )
            })
    }
}
