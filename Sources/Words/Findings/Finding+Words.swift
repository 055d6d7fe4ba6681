// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

internal import Assessment
public import Documents
internal import Scoring
internal import Survey
internal import Tables
public import Values

extension Finding {
    /// What is wrong and what to do, with the row and column of a table and what may have been meant.
    public var words: Phrase {
        let (cell, suggestion) = (
            place.cell.map { Phrase("\($0): ") },
            details[.suggestion].map { _ in
                Phrase.suggestion(DetailWords(details: details)[.suggestion])
            }
        )
        return Phrase("\(cell)\(sentence)\(suggestion.map { Phrase(" \($0)") })")
    }

    /// The finding as one line: `units.csv:5:3: error: Row 5, column 3 (C): …`.
    public var line: Phrase { Phrase("\(place.words): \(severity.words): \(words)") }

    /// The code's first part says in which catalogue it stands.
    private var sentence: Phrase {
        let details = DetailWords(details: details)
        let sentence: Phrase? =
            switch code.prefix(while: { $0 != "." }) {
            case "file": FileFinding(rawValue: code)?.words(details)
            case "table": TableFinding(rawValue: code)?.words(details)
            case "json": JSONFinding(rawValue: code)?.words(details)
            case "criteria": CriteriaFinding(rawValue: code)?.words(details)
            case "assessment": AssessmentFinding(rawValue: code)?.words(details)
            case "action": ActionFinding(rawValue: code)?.words(details)
            case "survey": SurveyFinding(rawValue: code)?.words(details)
            case "questionnaire": QuestionnaireFinding(rawValue: code)?.words(details)
            case "scenario": ScenarioFinding(rawValue: code)?.words(details)
            default: nil
            }
        return sentence ?? Phrase(verbatim: code)
    }
}

extension Finding: CustomStringConvertible {
    /// The finding as one line of English.
    public var description: String { line.text(.en) }
}

extension Finding.Severity {
    /// `lỗi`, `cảnh báo`.
    package var words: Phrase {
        switch self {
        case .error: Phrase("lỗi", "error")
        case .warning: Phrase("cảnh báo", "warning")
        }
    }
}

extension Place {
    /// The place, without signs that could drive a terminal.
    package var words: Phrase { Phrase(verbatim: description).line() }

    /// The row and column of a table, as spreadsheets name them.
    fileprivate var cell: Phrase? {
        guard isTable, let row = line else { return nil }
        guard let column else { return Phrase("Hàng \(row)", "Row \(row)") }
        let letters = Self.letters(ofColumn: column)
        return Phrase("Hàng \(row), cột \(column) (\(letters))", "Row \(row), column \(column) (\(letters))")
    }

    /// A column as spreadsheets name it: 1 is A, 27 is AA.
    static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        return letters
    }
}

extension Phrase {
    /// `Có phải là «…»?`
    package static func suggestion(_ word: Phrase) -> Phrase {
        Phrase("Có phải là «\(word)»?", "Did you mean “\(word)”?")
    }
}
