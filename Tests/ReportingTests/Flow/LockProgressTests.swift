import TestSupport
import Testing

@testable import Reporting
@testable import score_cli

/// How far units are at stages that are locked or have to be confirmed.
@Suite struct LockProgressTests {
    /// How far u1 and u2 are at the self-assessment and the appraisal.
    private func states(_ folder: FlowFolder) throws -> [[String]] {
        let record = try commandJSON(["progress", folder.path, "--on", "2026-12-01"])
        return (record["units"] as? [[String: Any]] ?? []).map { unit in
            (unit["stages"] as? [[String: Any]] ?? []).compactMap { $0["state"] as? String }.prefix(2).map { $0 }
        }
    }

    @Test func locksAreShownUnitByUnit() throws {
        let folder = FlowFolder(scores: "u1;1.1;appraisal;1;;Thiếu\nu1;1.2;appraisal;;đồng ý;\n")
        #expect(try states(folder) == [["complete", "complete"], ["complete", "notStarted"]])
        folder.run("stage", "lock", "--stage", "self")
        folder.run("stage", "lock", "--stage", "appraisal", "--unit", "u1")
        #expect(try states(folder) == [["locked", "locked"], ["locked", "notStarted"]])
        // A part is enough to have something to confirm, and not enough to be locked.
        folder.run("stage", "unlock", "--stage", "self", "--unit", "u1", "--criterion", "1.2", "--reason", "Sai")
        #expect(try states(folder) == [["complete", "toConfirm"], ["locked", "notStarted"]])
        folder.run("progress", "--on", "2026-12-01", "--format", "table", "--lang", "vi")
        #expect(folder.output.contains("Phải xác nhận lại") && folder.output.contains("Đã khóa"))
    }

    @Test func withoutLocksNothingIsSaidOfThem() {
        let folder = FlowFolder()
        folder.run("progress", "--on", "2026-12-01", "--format", "table", "--lang", "vi")
        #expect(folder.output.contains("Chưa làm"))
        #expect(!folder.output.contains("xác nhận") && !folder.output.contains("khóa"))
    }
}
