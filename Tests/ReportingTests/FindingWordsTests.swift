import Foundation
import Scoring
import Tables
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// Every code has words in both languages, and the words name only details that the code documents.
struct FindingWordsTests {
    private static let sources = [
        "Tables/Files/FileFinding.swift", "Tables/Table/TableFinding.swift", "Values/JSON/JSONNode.swift",
        "Values/JSON/JSONReader.swift", "Scoring/Reading/CriteriaFinding.swift",
        "Assessment/Model/AssessmentFinding.swift", "Assessment/Actions/ActionFinding.swift",
        "Survey/SurveyFinding.swift", "Survey/Questionnaire/QuestionnaireFinding.swift",
        "Scoring/WhatIf/ScenarioFinding.swift",
    ]

    /// The details that each code's comment names, read from the source: `Details: `found`, `expected`.`
    private static func documentedDetails() throws -> [String: Set<String>] {
        var documented: [String: Set<String>] = [:]
        for source in sources {
            var comment = ""
            for line in try Repository.text("Sources/" + source).split(separator: "\n") {
                let text = line.trimmingCharacters(in: .whitespaces)
                if text.hasPrefix("///") {
                    comment += text.dropFirst(3)
                } else if text.hasPrefix("case "), text.contains(" = \""),
                    let code = text.split(separator: "\"").dropFirst().first
                {
                    let details = comment.range(of: "Details:").map { String(comment[$0.upperBound...]) } ?? ""
                    let words = details.split(separator: "`", omittingEmptySubsequences: false)
                    documented[String(code)] = Set(
                        words.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
                    comment = ""
                } else {
                    comment = ""
                }
            }
        }
        return documented
    }

    private static var codes: [(code: String, kind: any WordedFinding)] {
        FindingWords.kinds.flatMap { type in all(type) }
    }

    private static func all<Kind: WordedFinding>(_ type: Kind.Type) -> [(code: String, kind: any WordedFinding)] {
        type.allCases.map { ($0.rawValue, $0) }
    }

    @Test func everyCodeHasWordsOfItsDetails() throws {
        let documented = try Self.documentedDetails()
        #expect(Set(documented.keys) == Set(Self.codes.map(\.code)))
        for (code, kind) in Self.codes {
            for language in Language.allCases {
                let text = kind.wording.text(language)
                #expect(!text.isEmpty)
                let needed = Template(text).details.map(\.name)
                let unknown = Set(needed).subtracting(documented[code] ?? [])
                #expect(unknown.isEmpty, "\(code) (\(language)) names \(unknown.sorted())")
            }
            let vi = Set(Template(kind.wording.vi).details.map(\.name))
            let en = Set(Template(kind.wording.en).details.map(\.name))
            #expect(vi == en, "\(code) tells other details in Vietnamese than in English")
        }
    }

    @Test func noPlaceStaysUnfilled() throws {
        let documented = try Self.documentedDetails()
        for (code, kind) in Self.codes {
            for language in Language.allCases {
                let details = Dictionary(uniqueKeysWithValues: (documented[code] ?? []).map { ($0, "⟨\($0)⟩") })
                for given in [details, [:]] {
                    let text = Template(kind.wording.text(language)).filled(given)
                    #expect(!text.contains("{") && !text.contains("["), "\(code): \(text)")
                    #expect(text.last == "." || text.last == ")", "\(code): \(text)")
                }
                let full = Template(kind.wording.text(language)).filled(details)
                #expect(!full.contains("?"), "\(code): \(full)")
            }
        }
    }

    @Test func placesAndSuggestionsAreSaid() {
        let finding = Finding(
            AssessmentFinding.unknownUnit, at: Place(file: "metrics.csv", line: 5, column: 28, isTable: true),
            details: ["found": "phuoc-ann", "suggestion": "phuoc-an"])
        #expect(
            FindingWords.line(for: finding, in: .vi)
                == "metrics.csv:5:28: lỗi: Hàng 5, cột 28 (AB): Không có đơn vị «phuoc-ann» trong bảng đơn vị. Hãy sửa mã "
                + "hoặc thêm đơn vị. Có phải là «phuoc-an»?")
        #expect(
            FindingWords.line(for: finding, in: .en)
                == "metrics.csv:5:28: error: Row 5, column 28 (AB): The table of units has no “phuoc-ann”. Correct the code "
                + "or add the unit. Did you mean “phuoc-an”?")
    }

    @Test func textOfFilesCannotDriveATerminal() {
        let finding = Finding(
            AssessmentFinding.unknownUnit, at: Place(file: "a\u{1B}[2J.csv"),
            details: ["found": "x\u{1B}]0;y\u{7}\nz\u{202E}"])
        let line = FindingWords.line(for: finding, in: .vi)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        #expect(line.contains("x\u{FFFD}]0;y\u{FFFD} z\u{FFFD}"))
    }

    @Test func namesOfTheFormatAreTranslated() {
        let wrongType = Finding(
            JSONReaderFinding.wrongType, at: Place(file: "a.json", line: 1, column: 2),
            details: ["key": "year", "expected": "integer 1900…2200"])
        #expect(
            FindingWords.line(for: wrongType, in: .vi)
                == "a.json:1:2: lỗi: Giá trị của «year» sai kiểu: cần số nguyên trong khoảng 1900…2200.")
        let ambiguous = Finding(
            TableFinding.ambiguousNumber, at: Place(file: "a.csv"),
            details: ["found": "1.234", "asDecimal": "1.234", "asGrouped": "1234"])
        #expect(FindingWords.message(for: ambiguous, in: .vi).contains("1,234 hoặc 1234"))
    }

    @Test func everyLabelHasWords() {
        for label in Label.allCases {
            for language in Language.allCases { #expect(!label.text(language).isEmpty) }
        }
    }
}
