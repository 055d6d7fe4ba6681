import TestSupport
import Testing

@testable import Assessment
@testable import score_cli

/// What is assigned decides points, and is held by locks and kept by publications.
@Suite struct LockedAssignmentTests {
    @Test("a change of the assignments is an error, and a publication is computed with them")
    func locked() {
        let folder = FlowFolder()
        folder.files.add("tiêu chí;a;b\n1.2;x;\n", "đợt/assignments.csv")
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Chủ tịch") == .done)
        #expect(folder.run("stage", "publish", "--stage", "appraisal") == .done)
        #expect(folder.errors().isEmpty)
        #expect(folder.run("verify") == .done)
        folder.replace("1.2;x;", by: "1.2;x;x", in: "assignments.csv")
        #expect(folder.errors().map(\.code).contains { $0.hasPrefix("ledger.locked") })
        #expect(folder.run("verify") == .failed)
    }
}
