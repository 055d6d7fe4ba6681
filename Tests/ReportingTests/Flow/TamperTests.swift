import Assessment
import Documents
import Foundation
import ScoreNumerics
import TestSupport
import Testing
import Values
import Words

@testable import Reporting
@testable import score_cli

/// Single cells of a locked folder, changed at random: each is named. `checks/flow/tamper` does the same to a whole province.
@Suite struct TamperTests {
    private static let scores = """
        u1;1.1;self;1,5;;Theo hồ sơ
        u1;1.1;appraisal;1;;Thiếu báo cáo
        u1;1.2;appraisal;;đồng ý;
        u2;1;appraisal;2,5;đồng ý;
        u2;1.2;final;;trả lại;Số nào?

        """
    private static let words = ["", "7", "0,5", "u1", "u2", "1.1", "1.2", "xa", "a", "b", "final", "đồng ý", "lạ"]

    @Test func everyChangedCellIsNamed() throws {
        let folder = FlowFolder(scores: Self.scores)
        folder.files.add("tiêu chí;tên tiêu chí;a;Khối B;u2\n1.1;Một;80;x;\n1.2;Hai;x;;x\n", "đợt/assignments.csv")
        #expect(folder.run("stage", "lock", "--stage", "final", "--accept-open", "Hội đồng") == .done)
        #expect(folder.errors().map(\.code) == [])
        var random = SeededRandom(seed: 15)
        let tables = ["units.csv", "assignments.csv", "metrics.csv", "scores.csv"]
        let kept = tables.map(folder.lines)
        for trial in 1...200 {
            let table = Int(random.next() % UInt64(tables.count))
            var lines = kept[table]
            let row = 1 + Int(random.next() % UInt64(lines.count - 1))
            var cells = lines[row].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            let column = Int(random.next() % UInt64(cells.count))
            let others = Self.words.filter { $0 != cells[column] }
            let (old, subject) = (cells[column], Array(cells.prefix(table < 2 ? 1 : 2)))
            cells[column] = others[Int(random.next() % UInt64(others.count))]
            lines[row] = cells.joined(separator: ";")
            folder.files.add(lines.joined(separator: "\n") + "\n", "đợt/" + tables[table])
            let findings = Assessment.read(folder.path).findings.filter {
                $0.code.hasPrefix("ledger.locked") && $0.location.file.hasSuffix(tables[table])
            }
            let heading = lines[0].split(separator: ";", omittingEmptySubsequences: false)[column]
            let isNamed = findings.contains { finding in
                let text = finding.words.text(.vi)
                let stood = old.isEmpty ? "(trống)" : old
                // A cell, or the row that is no longer there under its unit and code.
                let isCell =
                    finding.location.line == row + 1 && text.contains("«\(heading)»") && text.contains("«\(stood)»")
                let isRow = finding.code == "ledger.lockedRowMissing" && text.contains(old)
                return subject.allSatisfy { text.contains($0) } && (isCell || isRow)
            }
            #expect(
                isNamed,
                "\(trial): \(tables[table]) \(row + 1):\(column + 1) «\(old)» → «\(cells[column])» \(findings.map(\.code))"
            )
            folder.files.add(kept[table].joined(separator: "\n") + "\n", "đợt/" + tables[table])
        }
        #expect(folder.errors().map(\.code) == [])
    }
}
