package import Documents
internal import Words
import Assessment
import Scoring
import Survey
import Tables
package import Values

/// A finding code that has words.
protocol WordedFinding: FindingCode {
    /// What is wrong, what was expected and what to do, as a ``Template``.
    var wording: Wording { get }

    /// A detail as a reader sees it: details are names of the format or of the file, some of which need words.
    func shown(_ detail: String, named name: String, in language: Language) -> String
}

extension WordedFinding {
    func shown(_ detail: String, named name: String, in language: Language) -> String { detail }
}

/// The one place that turns findings into words.
package enum FindingWords {
    /// Every kind of finding that has words.
    static let kinds: [any WordedFinding.Type] = [
        FileFinding.self, TableFinding.self, JSONFinding.self, JSONReaderFinding.self, CriteriaFinding.self,
        AssessmentFinding.self, ActionFinding.self, SurveyFinding.self, QuestionnaireFinding.self, ScenarioFinding.self,
    ]

    /// A finding as one line: `units.csv:5:3: lỗi: Hàng 5, cột 3 (C): …`.
    package static func line(for finding: Finding, in language: Language) -> String {
        place(finding.place) + ": " + severity(finding.severity, in: language) + ": "
            + message(for: finding, in: language)
    }

    /// `lỗi`, `cảnh báo`.
    package static func severity(_ severity: Finding.Severity, in language: Language) -> String {
        switch severity {
        case .error: language == .vi ? "lỗi" : "error"
        case .warning: language == .vi ? "cảnh báo" : "warning"
        }
    }

    /// The place of a finding, without signs that could drive a terminal.
    package static func place(_ place: Place) -> String {
        CleanText.line(place.description)
    }

    /// What is wrong and what to do, with the row and column of a table and the suggestion.
    package static func message(for finding: Finding, in language: Language) -> String {
        let kind = kind(of: finding.code)
        var details: [String: String] = [:]
        for (name, detail) in finding.details {
            let shown = kind?.shown(detail, named: name, in: language) ?? detail
            details[name] = CleanText.cut(CleanText.line(shown), at: 300)
        }
        var text = Template(kind?.wording.text(language) ?? finding.code).filled(details)
        if let cell = cell(finding.place, in: language) { text = cell + ": " + text }
        if let suggestion = details["suggestion"], !suggestion.isEmpty {
            text += " " + self.suggestion(suggestion, in: language)
        }
        return text
    }

    /// `Có phải là «…»?`
    package static func suggestion(_ word: String, in language: Language) -> String {
        language == .vi ? "Có phải là «\(word)»?" : "Did you mean “\(word)”?"
    }

    private static func kind(of code: String) -> (any WordedFinding)? {
        for type in kinds {
            if let kind = type.init(rawValue: code) { return kind }
        }
        return nil
    }

    private static func cell(_ place: Place, in language: Language) -> String? {
        guard place.isTable, let row = place.line else { return nil }
        guard let column = place.column else { return language == .vi ? "Hàng \(row)" : "Row \(row)" }
        let letters = columnLetters(column)
        return language == .vi
            ? "Hàng \(row), cột \(column) (\(letters))" : "Row \(row), column \(column) (\(letters))"
    }

    /// A column as spreadsheets name it: 1 is A, 27 is AA.
    static func columnLetters(_ column: Int) -> String {
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
