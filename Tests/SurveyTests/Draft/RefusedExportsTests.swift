import TestSupport
import Testing
import Values

@testable import Survey

@Suite("Exports that are refused or doubted name the cell")
struct RefusedExportsTests {
    private func findings(_ text: String) -> [String] {
        let files = TemporaryFolder()
        let path = files.add(text)
        do throws(FindingsError) {
            return try QuestionnaireDraft(contentsOf: path).doubts.map(\.short)
        } catch {
            return error.findings.map(\.short)
        }
    }

    @Test func noQuestion() {
        #expect(findings("Xã,Góp ý\nA,tốt lắm\nB,chưa được\n") == ["draft.noQuestion 1"])
    }

    @Test func twoColumnsOfOneName() {
        let found = findings("Xã,Câu 1,Câu 1\nA,Hài lòng,Hài lòng\nB,Rất hài lòng,Bình thường\n")
        #expect(found == ["table.duplicateHeading 1:3"])
    }

    @Test func aQuoteThatIsNeverClosed() {
        let found = findings("Xã,Câu 1\nA,Hài lòng\nB,\"Rất hài lòng\nA,Hài lòng\n")
        #expect(found.contains { $0.hasPrefix("table.") && $0.hasSuffix(" 3:2") })
    }

    /// An answer beside the scale, in the third row of the second column.
    @Test func anAnswerBesideTheScale() {
        let rows = ["Hài lòng", "Tạm được", "Rất hài lòng", "Bình thường"].map { "A,\($0)\n" }.joined()
        #expect(findings("Xã,Câu 1\n" + rows).contains("draft.outsideScale 3:2"))
    }

    private func draft(_ text: String) throws -> QuestionnaireDraft {
        let files = TemporaryFolder()
        return try QuestionnaireDraft(contentsOf: files.add(text))
    }

    /// Answers and villages of several words are one text each, whatever a tool writes between choices.
    @Test(arguments: ["Thôn", "Thon"]) func wordsAreNoChoices(village: String) throws {
        let answers = ["Hài lòng", "Rất hài lòng", "Tạm được", "Bình thường", "Hài lòng", "Không hài lòng"]
        let rows = answers.enumerated().map { number, answer in
            "Xã A,\(village) \(number % 3 + 1),\(answer),uuid-\(number),2026-03-01T02:20:00\n"
        }
        let made = try draft("xa,thon,hai_long,_uuid,_submission_time\n" + rows.joined())
        #expect(made.tool == .kobo)
        #expect(made.counts.questions == 1 && made.counts.multiples == 0)
    }

    /// Codes and labels of choices in one column: no two of them have one code.
    @Test func choicesHaveCodesOfTheirOwn() throws {
        let rows = ["Báo chí;2", "2;Loa đài", "1", "Báo chí;1", "Loa đài;2"].map {
            "A,Hài lòng,\($0)\nB,Bình thường,\($0)\n"
        }
        let made = try draft("Xã,Câu 1,Biết qua đâu?\n" + rows.joined())
        #expect(made.counts.multiples == 1)
        let codes = made.text.matches(of: /"code": "([^"]*)", "label": "(?:Báo chí|Loa đài|1|2)"/).map { String($0.1) }
        #expect(codes.count == 4 && Set(codes).count == 4, "\(codes)")
        #expect(Questionnaire.read(file: "phieu.json", bytes: Array(made.text.utf8)).findings.isEmpty)
    }

    @Test func emptyFiles() {
        #expect(findings("") == ["table.empty"])
        #expect(findings("Xã,Câu 1\n") == ["draft.noQuestion 1"])
    }
}
