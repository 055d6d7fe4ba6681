// swift-format-ignore-file
// A text in Vietnamese, and the same in English behind it.
internal import Assessment
public import Documents
internal import Scoring
internal import Survey
internal import Tables
public import Values

extension Finding {
    /// What is wrong and what to do, with the row and column of a table and what may have been meant.
    public var words: Phrase {
        let sentence = catalogued.map { [details] in Phrase("\($0.vi.phrase(details))", "\($0.en.phrase(details))") }
        let meant = details[.suggestion].map { Phrase(" \(Phrase.suggestion($0.words(joined: ", ").line(cutAt: 300)))") }
        return Phrase("\(place.cell.map { Phrase("\($0): ") })\(sentence ?? Phrase(verbatim: code))\(meant)")
    }

    /// The finding as one line: `units.csv:5:3: error: Row 5, column 3 (C): …`.
    public var line: Phrase { Phrase("\(place.words): \(severity.words): \(words)") }

    /// The code's first part says in which catalogue it stands.
    private var catalogued: FindingWords? {
        switch code.prefix(while: { $0 != "." }) {
        case "file": FileFinding(rawValue: code)?.words
        case "table": TableFinding(rawValue: code)?.words
        case "json": JSONFinding(rawValue: code)?.words
        case "criteria": CriteriaFinding(rawValue: code)?.words
        case "assessment": AssessmentFinding(rawValue: code)?.words
        case "action": ActionFinding(rawValue: code)?.words
        case "survey": SurveyFinding(rawValue: code)?.words
        case "questionnaire": QuestionnaireFinding(rawValue: code)?.words
        case "scenario": ScenarioFinding(rawValue: code)?.words
        default: nil
        }
    }
}

extension Finding: CustomStringConvertible {
    /// The finding as one line of English.
    public var description: String { line.text(.en) }
}

extension Finding.Severity {
    package var words: Phrase { self == .error ? Phrase("lỗi", "error") : Phrase("cảnh báo", "warning") }
}

extension Place {
    /// The place, without characters that could drive a terminal.
    package var words: Phrase { Phrase(verbatim: description).line() }

    /// The row and column of a table, as spreadsheets name them.
    fileprivate var cell: Phrase? {
        guard isTable, let row = line else { return nil }
        guard let column else { return Phrase("Hàng \(row)", "Row \(row)") }
        let letters = Self.letters(ofColumn: column)
        return Phrase("Hàng \(row), cột \(column) (\(letters))", "Row \(row), column \(column) (\(letters))")
    }

    /// A column as spreadsheets name it: 1 is A, 27 is AA.
    private static func letters(ofColumn column: Int) -> String {
        column <= 0 ? "" : letters(ofColumn: (column - 1) / 26) + String(UnicodeScalar(UInt8(65 + (column - 1) % 26)))
    }
}

extension Phrase {
    /// `Có phải là «…»?`
    package static func suggestion(_ word: Phrase) -> Phrase { Phrase("Có phải là «\(word)»?", "Did you mean “\(word)”?") }
}
