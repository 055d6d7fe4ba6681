import Assessment
import Foundation
import TestSupport
import Testing

@testable import Reporting
@testable import score_cli

/// What a lock holds of `assignments.csv`, on which the points of whoever has a column rest.
@Suite struct AssignmentLockTests {
    /// u1 is of group a, u2 of group b.
    private static let matrix = "tiêu chí;tên tiêu chí;a;Khối B;u2\n1.1;Một;80;x;\n1.2;Hai;x;;x\n"

    /// The errors after the matrix becomes another, once all is locked or what the words say.
    private func errors(_ matrix: String?, lockedFor scope: [String] = []) -> [(code: String, text: String)] {
        let folder = FlowFolder()
        folder.files.add(Self.matrix, "đợt/assignments.csv")
        let words = ["stage", "lock", folder.path, "--stage", "self", "--quiet"] + scope
        #expect(CommandLineTool.run(words) == .done)
        #expect(folder.errors().map(\.code) == [])
        if let matrix {
            folder.files.add(matrix, "đợt/assignments.csv")
        } else {
            try? FileManager.default.removeItem(atPath: folder.path + "/assignments.csv")
        }
        return folder.errors()
    }

    private func codes(_ matrix: String?, lockedFor scope: [String] = []) -> [String] {
        errors(matrix, lockedFor: scope).map(\.code)
    }

    private static func changed(_ old: String, _ new: String) -> String { matrix.replacing(old, with: new) }

    @Test(
        "a cell is named by whom and what it is about",
        arguments: [
            ("1.1;Một;80;x;", "1.1;Một;75;x;", "«a, 1.1», cột «a» là «75»; khi khóa"),
            ("1.1;Một;80;x;", "1.1;Một;80;;", "«b, 1.1», cột «Khối B» là «(trống)»; khi khóa"),
            ("1.2;Hai;x;;x", "1.2;Hai;x;;không", "«u2, 1.2», cột «u2» là «không»; khi khóa"),
            ("1.2;Hai;", "1.2;Ba;", "«1.2», cột «tên tiêu chí» là «Ba»; khi khóa"),
        ])
    func cells(_ old: String, _ new: String, _ text: String) {
        let found = errors(Self.changed(old, new))
        #expect(found.map(\.code) == ["ledger.lockedCell"])
        #expect(found.allSatisfy { $0.text.contains(text) }, "\(found.map(\.text))")
    }

    @Test("rows and columns that come or go; order says nothing")
    func rowsAndColumns() {
        #expect(codes(Self.changed("1.2;Hai;x;;x\n", "")) == ["ledger.lockedRowMissing"])
        #expect(codes(Self.matrix + "1;Lĩnh vực;x;x;x\n") == ["ledger.lockedRowAdded"])
        // All blank, it still takes everything from the unit.
        #expect(
            codes("tiêu chí;tên tiêu chí;a;Khối B;u2;u1\n1.1;Một;80;x;;\n1.2;Hai;x;;x;\n")
                == ["ledger.lockedColumnAdded"])
        #expect(
            codes("tiêu chí;tên tiêu chí;a;Khối B\n1.1;Một;80;x\n1.2;Hai;x;\n") == ["ledger.lockedColumnMissing"])
        #expect(codes("tiêu chí;Khối B;u2;a;tên tiêu chí\n1.2;;x;x;Hai\n1.1;x;;80;Một\n") == [])
        #expect(codes(nil) == ["ledger.lockedFileMissing"])
    }

    @Test("a lock for one unit holds its column, that of its group, and rows")
    func scope() {
        let own = ["--unit", "u2"]
        #expect(codes(Self.changed("80", "75"), lockedFor: own) == [])
        #expect(codes(Self.changed("1.1;Một;80;x;", "1.1;Một;80;;"), lockedFor: own) == ["ledger.lockedCell"])
        #expect(codes(Self.changed("1.1;Một;80;x;", "1.1;Một;80;x;-"), lockedFor: own) == ["ledger.lockedCell"])
        #expect(codes(Self.changed("1.2;Hai;x;;x\n", ""), lockedFor: own) == ["ledger.lockedRowMissing"])
        let more = "tiêu chí;tên tiêu chí;a;Khối B;u2;u1\n1.1;Một;80;x;;x\n1.2;Hai;x;;x;x\n"
        #expect(codes(more, lockedFor: own) == [])
        #expect(codes(more, lockedFor: ["--unit", "u1"]) == ["ledger.lockedColumnAdded"])
        // A criterion of which nothing is locked.
        let part = ["--criterion", "1.2"]
        #expect(codes(Self.changed("80", "75"), lockedFor: part) == [])
        #expect(codes(Self.changed("1.2;Hai;x;;x", "1.2;Hai;;;x"), lockedFor: part) == ["ledger.lockedCell"])
    }

    @Test("what is assigned to a group without units is held with everything")
    func emptyGroup() {
        func codes(_ words: String...) -> [String] {
            let folder = FlowFolder()
            folder.replace("u2;Xã Hai;xa;b", by: "u2;Xã Hai;xa;a", in: "units.csv")
            folder.files.add(Self.matrix, "đợt/assignments.csv")
            #expect(CommandLineTool.run(["stage", "lock", folder.path, "--stage", "self", "--quiet"] + words) == .done)
            folder.replace("1.1;Một;80;x;", by: "1.1;Một;80;;", in: "assignments.csv")
            return folder.errors().map(\.code)
        }
        #expect(codes() == ["ledger.lockedCell"])
        #expect(codes("--unit", "u1") == [])
    }
}
