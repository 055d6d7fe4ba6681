import Survey
import TestSupport
import Testing
import Values

/// Small questionnaires with one defect each, and the findings that they must give: code, line:column, suggestion.
@Suite("Bad questionnaires (BadQuestionnaires/*.json)")
struct BadQuestionnairesTests {
    private static let folder = "Tests/SurveyTests/BadQuestionnaires/"
    private static let expectations = "expected-findings.json"

    private static let expected = (try? Repository.decoded([String: [String]].self, folder + expectations)) ?? [:]

    private static func bytes(of file: String) throws -> [UInt8] { try Array(Repository.data(folder + file)) }

    @Test("one defect gives its finding at its place, and no other", arguments: expected.keys.sorted())
    func defect(file: String) throws {
        let reading = Questionnaire.read(file: file, bytes: try Self.bytes(of: file))
        let found = reading.findings.map { finding in
            let suggestion = finding.text(.suggestion).map { " → \($0)" } ?? ""
            return "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)\(suggestion)"
        }
        #expect(found == Self.expected[file], "\(file)")
        // A warning leaves the questionnaire usable; an error does not.
        #expect((reading.questionnaire == nil) == reading.findings.containsError, "\(file)")
    }

    @Test("every file of the folder is expected, and every expectation has its file")
    func complete() throws {
        let files = Repository.names(in: Self.folder, ending: ".json").filter { $0 != Self.expectations }
        #expect(!files.isEmpty && files == Self.expected.keys.sorted())
    }

    @Test("every code of the reader is given by one of the files")
    func everyCode() {
        let found = Set(Self.expected.values.joined().compactMap { $0.split(separator: " ").first.map(String.init) })
        let codes =
            QuestionnaireFinding.allCases.map(\.rawValue) + JSONFinding.allCases.map(\.rawValue)
        // A hundred others are needed for the first; no questionnaire has the others.
        let others = [JSONFinding.moreFindings, .badDay, .tooMany].map(\.rawValue)
        for code in codes where !others.contains(code) { #expect(found.contains(code), "\(code)") }
    }

    @Test("a file that is cut off gives findings, never a questionnaire")
    func cutOff() throws {
        let whole = try Self.bytes(of: "sound.json")
        for end in stride(from: 0, to: whole.count - 2, by: 7) {
            let reading = Questionnaire.read(file: "a.json", bytes: Array(whole[..<end]))
            #expect(reading.questionnaire == nil && reading.findings.containsError)
        }
    }
}
