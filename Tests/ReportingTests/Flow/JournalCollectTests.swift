import Assessment
import Foundation
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting
@testable import score_cli

/// What `collect` writes into the journal: a row for every cell that became another, and none for any other.
@Suite struct JournalCollectTests {
    private static let form = [
        FlowFolder.row("u1", "1.1") { ($0.numerator, $0.denominator) = ("4", "4") },
        FlowFolder.row("u1", "1.2") { ($0.numerator, $0.denominator, $0.explanation) = ("1", "2", "Như cũ") },
    ]

    private static let appraisal = [
        FlowFolder.row("u1", "1.1") { ($0.appraised, $0.reason) = (.number(1), "Thiếu báo cáo") },
        FlowFolder.row("u2", "1.1") { $0.opinion = "đồng ý" },
    ]

    @Test func everyChangedCellHasARow() throws {
        let folder = FlowFolder(stage: "self")
        let path = try folder.unitForm(Self.form)
        #expect(folder.run("collect", path, "--replace", "--by", "Lê Thị B") == .done)
        let rows = folder.rows("journal.csv")
        // By, table, stage, unit, code, column, old, new, reason, source.
        #expect(
            rows.map { Array($0[1...10]) } == [
                ["Lê Thị B", "metrics.csv", "", "u1", "1.1", "tử số", "3", "4", "", "u1.xlsx"],
                ["Lê Thị B", "metrics.csv", "", "u1", "1.2", "giải trình", "", "Như cũ", "Như cũ", "u1.xlsx"],
            ])
        let sum = SHA256.hex(of: try #require(folder.files.bytes("u1.xlsx")))
        #expect(rows.allSatisfy { $0[11] == sum && $0[0].hasSuffix("+07:00") })
        #expect(Journal.read(folder.path).findings == [])
    }

    @Test(arguments: [true, false])
    func theSameFormASecondTimeAddsNothing(isAppraisal: Bool) throws {
        let folder = FlowFolder(stage: isAppraisal ? "appraisal" : "self")
        let path = isAppraisal ? try folder.agencyForm(0, Self.appraisal, "so.xlsx") : try folder.unitForm(Self.form)
        func files() -> [[UInt8]?] {
            ["journal.csv", "metrics.csv", "scores.csv"].map { folder.files.bytes("đợt/" + $0) }
        }
        let untouched = files()
        #expect(folder.run("collect", path, "--replace") == .done)
        let before = files()
        #expect(before != untouched && before[0] != nil)
        #expect(folder.run("collect", path, "--replace") == .done)
        #expect(folder.run("collect", path) == .done)
        #expect(folder.run("collect", path, path) == .done)
        #expect(files() == before)
    }

    @Test func whatIsRefusedLeavesNoRow() throws {
        let folder = FlowFolder(stage: "self")
        #expect(folder.run("collect", try folder.unitForm(Self.form)) == .failed)
        #expect(folder.files.text("đợt/journal.csv") == nil)
    }

    @Test func appraisalHasItsStageAndReason() throws {
        let folder = FlowFolder()
        let path = try folder.agencyForm(0, Self.appraisal, "so.xlsx")
        #expect(folder.run("collect", path) == .done)
        #expect(
            folder.rows("journal.csv").map { Array($0[2...9]) } == [
                ["scores.csv", "appraisal", "u1", "1.1", "điểm", "", "1", "Thiếu báo cáo"],
                ["scores.csv", "appraisal", "u1", "1.1", "lý do", "", "Thiếu báo cáo", "Thiếu báo cáo"],
                ["scores.csv", "appraisal", "u2", "1.1", "ý kiến", "", "đồng ý", ""],
            ])
    }

    @Test func nothingIsWrittenBesideABrokenJournal() throws {
        let folder = FlowFolder(stage: "self")
        folder.run("collect", try folder.unitForm(Self.form), "--replace")
        folder.replace("tử số;3", by: "tử số;2", in: "journal.csv")
        let metrics = folder.lines("metrics.csv")
        let other = try folder.unitForm([FlowFolder.row("u2", "1.1") { ($0.numerator, $0.denominator) = ("2", "4") }])
        #expect(folder.run("collect", other, "--replace") == .failed)
        #expect(folder.lines("metrics.csv") == metrics)
        #expect(folder.errors().map(\.code) == ["ledger.brokenChain"])
        #expect(folder.run("journal") == .failed)
    }

    @Test func theJournalIsListedByUnitAndCode() throws {
        let folder = FlowFolder(stage: "self")
        folder.run("collect", try folder.unitForm(Self.form), "--replace")
        func changes(_ words: String...) throws -> [String] {
            let record = try commandJSON(["journal", folder.path] + words)
            #expect(record["rows"] as? Int == 2)
            return (record["changes"] as? [[String: Any]] ?? []).compactMap { $0["new"] as? String }
        }
        #expect(try changes() == ["4", "Như cũ"])
        #expect(try changes("--unit", "Xã Một", "--code", "1.2") == ["Như cũ"])
        #expect(try changes("--code", "1") == ["4", "Như cũ"])
        #expect(try changes("--unit", "u2") == [])
    }
}
