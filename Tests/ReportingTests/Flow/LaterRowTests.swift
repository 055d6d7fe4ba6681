import Assessment
import Foundation
import TestSupport
import Testing
import Values

@testable import score_cli

/// What still comes in after a lock: rows of later stages, and files on which no points rest.
@Suite struct LaterRowTests {
    private static let heading = "mã đơn vị;mã tiêu chí;Điểm tự đánh giá;Điểm thẩm định;lý do\n"

    /// The codes of what the ledger says of a table of points in which each stage has a column of its own.
    private func codes(after rows: String, from before: String = "u1;1.1;1;;\n", locking stage: String = "self")
        -> [String]
    {
        let folder = FlowFolder()
        folder.files.add(Self.heading + before, "đợt/scores.csv")
        #expect(folder.run("stage", "lock", "--stage", stage, "--accept-open", "B") == .done)
        folder.files.add(Self.heading + rows, "đợt/scores.csv")
        return folder.errors().map(\.code).filter { $0.hasPrefix("ledger.") }
    }

    @Test("in a table with a column for each stage a new row of a later one comes in")
    func wideRows() {
        #expect(codes(after: "u1;1.1;1;;\nu2;1.1;;0,25;Thiếu\n") == [])
        #expect(codes(after: "u1;1.1;1;0,5;Thiếu\n") == [])
        // It goes again, as long as nothing locks it.
        #expect(codes(after: "u1;1.1;1;;\n", from: "u1;1.1;1;;\nu2;1.1;;0,25;\n") == [])
        // A row that says something at the locked stage does not come in, whatever else it says.
        #expect(codes(after: "u1;1.1;1;;\nu2;1.1;0,5;0,25;\n") == ["ledger.lockedRowAdded"])
        #expect(
            codes(after: "u1;1.1;1;;\nu2;1.1;;0,25;\n", locking: "appraisal") == ["ledger.lockedRowAdded"])
    }

    @Test("a file on which no points rest may go, as it may change")
    func beside() {
        let folder = FlowFolder()
        folder.files.add("mã đơn vị;loại;nội dung\nu1;khó khăn;Thiếu máy\n", "đợt/remarks.csv")
        folder.run("stage", "lock", "--stage", "self")
        try? FileManager.default.removeItem(atPath: folder.path + "/remarks.csv")
        #expect(folder.errors().isEmpty)
        let found = Assessment.read(folder.path).findings.filter { $0.code.hasPrefix("ledger.") }
        #expect(found.map(\.code) == ["ledger.besideFileMissing"] && found.allSatisfy { $0.severity == .warning })
        // One on which they rest may not.
        try? FileManager.default.removeItem(atPath: folder.path + "/scores.csv")
        folder.files.add("tiêu chí;a\n1.1;x\n", "đợt/assignments.csv")
        #expect(folder.errors().map(\.code) == ["ledger.lockedFileAdded"])
    }
}
