import Assessment
import Documents
import Scoring
import Survey
import Tables
import TestSupport
import Testing
import Values

@testable import Words

/// Every text of the product stands in a catalogue, in both languages side by side.
struct CatalogueTests {
    /// Texts that are the same in both languages, as the name of the command is: a key of the keyboard, the variable of a
    /// formula.
    private static let neutral: Set<String> = ["tab", "; maximum = : ", "z = ;  × (z − ) ÷ ( − ) "]

    private static let files = ["Documents", "Words", "Reporting", "score-cli"].flatMap { module in
        Repository.paths(below: "Sources/\(module)", ending: ".swift").map { "Sources/\(module)/\($0)" }
    }

    @Test func nothingIsSaidInOneLanguageOnly() throws {
        var found: [String] = []
        for file in Self.files {
            for text in SourceText(try Repository.text(file)).phrases where text.count == 1 {
                let words = text[0].replacing("score-cli", with: "")
                if words.contains(where: { $0.isLetter }), !Self.neutral.contains(text[0]) {
                    found.append("\(file): \(text[0])")
                }
            }
        }
        #expect(found == [])
    }

    @Test func catalogueOfPhrasesIsFound() throws {
        let texts = try Self.files.flatMap { SourceText(try Repository.text($0)).phrases }
        #expect(texts.count { $0.count == 2 } > 800)
    }

    /// The words of reports are in catalogues, not in the reports.
    @Test func reportsHaveNoWordsOfTheirOwn() throws {
        let files = Self.files.filter { $0.hasPrefix("Sources/Reporting/") }
        #expect(files.count > 10)
        for file in files {
            for phrase in SourceText(try Repository.text(file)).phrases {
                #expect(!phrase.contains { $0.contains { $0.isLetter } }, "\(file): \(phrase)")
            }
        }
    }

    @Test(arguments: [
        (#"Phrase("một \(Phrase("a", "b"))", "one")"#, [["một ", "one"], ["a", "b"]]),
        (#"Phrase(verbatim: "tab")"#, [["tab"]]), (#"Phrase("\(count(of: "x")) %")"#, [[" %"]]),
        ("Phrase(\n  \"hai\", // two\n  \"two\")", [["hai", "two"]]), (#"Phrase(name) // Phrase("a")"#, []),
        (#"Phrase("a\"b)", "c")"#, [[#"a\"b)"#, "c"]]), (#"let x = "Phrase(\"a\")""#, []),
    ])
    func phrasesAreFoundInSources(source: String, phrases: [[String]]) {
        #expect(SourceText(source).phrases == phrases)
    }

    private static let findings: [any WordedFinding] = {
        let lists: [[any WordedFinding]] = [
            FileFinding.allCases, TableFinding.allCases, JSONFinding.allCases, CriteriaFinding.allCases,
            AssessmentFinding.allCases, ListFinding.allCases, ActionFinding.allCases, SurveyFinding.allCases,
            QuestionnaireFinding.allCases, DraftFinding.allCases, ScenarioFinding.allCases, VolumeFinding.allCases,
        ]
        return Array(lists.joined())
    }()

    /// Both sentences of a finding name the same details.
    @Test func sentencesNameTheSameDetails() {
        #expect(Self.findings.count > 150)
        for finding in Self.findings {
            let words: FindingWords = finding.words
            #expect(words.vi.keys == words.en.keys, "\(finding)")
            #expect(words.vi.phrase(FindingDetails()).text(.vi).contains { $0.isLetter }, "\(finding)")
            #expect(words.en.phrase(FindingDetails()).text(.en).contains { $0.isLetter }, "\(finding)")
        }
    }
}
