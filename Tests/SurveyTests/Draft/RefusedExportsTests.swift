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

    @Test func emptyFiles() {
        #expect(findings("") == ["table.empty"])
        #expect(findings("Xã,Câu 1\n") == ["draft.noQuestion 1"])
    }
}
