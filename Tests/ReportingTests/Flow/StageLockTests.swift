import Assessment
import Foundation
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting
@testable import score_cli

/// What a lock asks for, and what it keeps from changing.
@Suite struct StageLockTests {
    private static let decided = """
        u1;1.1;appraisal;1;;Thiếu báo cáo
        u1;1.2;appraisal;;đồng ý;
        u2;1.1;appraisal;;đồng ý;
        u2;1.2;appraisal;;trả lại;Số nào?

        """

    private func codes(_ folder: FlowFolder) -> [String] { folder.errors().map(\.code) }

    // MARK: - Open lines

    @Test func openLinesNeedSomebodyWhoAcceptsThem() throws {
        let folder = FlowFolder(scores: "u1;1.1;appraisal;0;;Không có\n")
        #expect(folder.run("stage", "lock", "--stage", "appraisal") == .failed)
        #expect(folder.files.text("đợt/stages.csv") == nil && folder.files.text("đợt/journal.csv") == nil)
        // A zero is a score: three of four lines are open.
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Hội đồng", "--by", "A") == .done)
        let row = try #require(folder.rows("stages.csv").first)
        #expect(row[0] == "1" && row[2...4] == ["A", "khóa", "appraisal"] && row[10...11] == ["3", "Hội đồng"])
        #expect(codes(folder) == [])
    }

    @Test func decidedLinesNeedNobody() {
        #expect(FlowFolder(scores: Self.decided).run("stage", "lock", "--stage", "appraisal") == .done)
    }

    @Test func onlyOpenLinesOfTheScopeCount() {
        let folder = FlowFolder(scores: "u1;1.1;appraisal;0;;Không có\nu1;1.2;appraisal;;đồng ý;\n")
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--unit", "u2") == .failed)
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--unit", "Xã Một") == .done)
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--group", "Khối B") == .failed)
    }

    @Test func theSelfAssessmentHasNoLinesToLookAt() {
        #expect(FlowFolder().run("stage", "lock", "--stage", "self") == .done)
    }

    // MARK: - What may not change

    @Test func aChangedFigureIsNamed() throws {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self")
        #expect(codes(folder) == [])
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;4;4", in: "metrics.csv")
        let errors = folder.errors()
        #expect(errors.map(\.code) == ["ledger.lockedCell"])
        let text = try #require(errors.first?.text)
        for part in ["«u1, 1.1», cột", "«tử số»", "«4»", "«3»", "Tự đánh giá", "dòng 1"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(folder.run("score") == .failed)
        // The other unit is scored all the same.
        folder.run("score", "--keep-going", "--format", "csv")
        #expect(folder.output.contains("u2;") && !folder.output.contains("u1;Xã Một"))
    }

    @Test func rowsThatComeOrGoAreNamed() {
        let folder = FlowFolder(metrics: "u1;1.1;;3;4\nu2;1.1;;1;4\nu2;1.2;;4;4\n")
        folder.run("stage", "lock", "--stage", "self")
        folder.replace("u2;1.2;;4;4\n", by: "u1;1.2;;1;1\n", in: "metrics.csv")
        #expect(codes(folder).sorted() == ["ledger.lockedRowAdded", "ledger.lockedRowMissing"])
    }

    @Test func otherTablesAndTheCriteriaAreLockedToo() {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self")
        folder.replace("Xã Hai", by: "Xã Hài", in: "units.csv")
        folder.replace(#""name": "Khối A""#, by: #""name": "Khối Á""#, in: "assessment.json")
        folder.replace(#""name": "Bộ thử""#, by: #""name": "Bộ thủ""#, in: "criteria/thu/2026.json")
        #expect(codes(folder).sorted() == ["ledger.lockedCell", "ledger.lockedFileChanged", "ledger.lockedSetting"])
    }

    @Test func whatIsOnlyShownIsFree() {
        let folder = FlowFolder(stage: "self")
        folder.run("stage", "lock", "--stage", "self")
        folder.replace(#""stage": "self""#, by: #""stage": "appraisal""#, in: "assessment.json")
        #expect(codes(folder) == [])
    }

    @Test func theOrderOfRowsIsNoChange() {
        let folder = FlowFolder(metrics: "u1;1.1;;3;4\nu2;1.1;;1;4\n")
        folder.run("stage", "lock", "--stage", "self")
        folder.replace("u1;1.1;;3;4\nu2;1.1;;1;4\n", by: "u2;1.1;;1;4\nu1;1.1;;3;4\n", in: "metrics.csv")
        #expect(codes(folder) == [])
        #expect(Assessment.read(folder.path).findings.contains { $0.code == "ledger.savedAgain" })
    }

    @Test func laterStagesStillComeIn() throws {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self")
        let form = try folder.agencyForm(0, [FlowFolder.row("u1", "1.1") { $0.appraised = .number(0) }], "so.xlsx")
        #expect(folder.run("collect", form) == .done)
        #expect(codes(folder) == [])
        // But no points of the stage that is locked.
        folder.files.add((folder.files.text("đợt/scores.csv") ?? "") + "u1;1.2;self;2;\n", "đợt/scores.csv")
        let errors = folder.errors()
        #expect(errors.map(\.code) == ["ledger.lockedRowAdded"])
        // A stage is told by its name.
        #expect(errors.allSatisfy { $0.text.contains("«u1, 1.2»: bước Tự đánh giá: hàng này") })
    }

    @Test func formsBringNothingIntoWhatIsLocked() throws {
        let folder = FlowFolder(scores: Self.decided)
        folder.run("stage", "lock", "--stage", "appraisal")
        let before = ["metrics.csv", "scores.csv", "journal.csv"].map(folder.lines)
        let figure = try folder.unitForm([FlowFolder.row("u1", "1.1") { ($0.numerator, $0.denominator) = ("4", "4") }])
        let points = try folder.agencyForm(0, [FlowFolder.row("u1", "1.1") { $0.appraised = .number(2) }], "so.xlsx")
        for form in [figure, points] { #expect(folder.run("collect", form, "--replace") == .failed) }
        #expect(["metrics.csv", "scores.csv", "journal.csv"].map(folder.lines) == before)
        // The next stage is open.
        let later = try folder.agencyForm(
            0, [FlowFolder.row("u1", "1.1") { $0.appraised = .number(2) }], "sau.xlsx", stage: "final")
        #expect(folder.run("collect", later) == .done)
    }

    // MARK: - Scopes

    @Test func aUnitCanBeLockedAlone() {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self", "--unit", "u1")
        folder.replace("u2;1.1;;1;4", by: "u2;1.1;;2;4", in: "metrics.csv")
        #expect(codes(folder) == [])
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;2;4", in: "metrics.csv")
        #expect(codes(folder) == ["ledger.lockedCell"])
    }

    @Test func aUnitCannotLeaveALockedGroup() {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self", "--group", "a")
        folder.replace("u1;Xã Một;xa;a", by: "u1;Xã Một;xa;b", in: "units.csv")
        #expect(codes(folder) == ["ledger.lockedCell"])
    }

    @Test func aCriterionCanBeLockedAlone() {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self", "--criterion", "1.1")
        folder.replace("u1;1.2;;1;2", by: "u1;1.2;;2;2", in: "metrics.csv")
        #expect(codes(folder) == [])
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;2;4", in: "metrics.csv")
        #expect(codes(folder) == ["ledger.lockedCell"])
    }

    /// «3,000» is three as long as «1,5» stands elsewhere in the table, and three thousand beside «1.5».
    @Test func otherRowsCannotChangeHowLockedNumbersAreRead() {
        let folder = FlowFolder(metrics: "u1;1.1;;3,000;4\nu1;1.2;;1;2\nu2;1.1;;1,5;4\nu2;1.2;;4;4\n")
        folder.run("stage", "lock", "--stage", "self", "--unit", "u1")
        folder.replace("u2;1.1;;1,5", by: "u2;1.1;;2,5", in: "metrics.csv")
        #expect(!codes(folder).contains { $0.hasPrefix("ledger.") })
        folder.replace("u2;1.1;;2,5", by: "u2;1.1;;2.5", in: "metrics.csv")
        #expect(codes(folder).filter { $0.hasPrefix("ledger.") } == ["ledger.lockedSeparator"])
    }

    // MARK: - What cannot be done

    @Test func whatCannotBeDoneIsSaid() {
        let folder = FlowFolder()
        #expect(folder.run("stage", "unlock", "--stage", "self", "--reason", "x") == .failed)
        #expect(folder.run("stage", "confirm", "--stage", "self") == .failed)
        #expect(folder.run("stage", "lock") == .usage)
        #expect(folder.run("stage", "lock", "--stage", "computed") == .usage)
        #expect(folder.run("stage", "lock", "--stage", "self", "--unit", "u9") == .usage)
        folder.run("stage", "lock", "--stage", "self")
        #expect(folder.run("stage", "lock", "--stage", "self") == .failed)
        #expect(folder.run("stage", "unlock", "--stage", "self") == .usage)
        #expect(folder.rows("stages.csv").count == 1)
    }

    // MARK: - Records

    @Test func recordsAndTheJournalHoldEachOther() throws {
        let folder = FlowFolder(stage: "self")
        let form = try folder.unitForm([FlowFolder.row("u1", "1.1") { ($0.numerator, $0.denominator) = ("4", "4") }])
        folder.run("collect", form, "--replace")
        folder.run("stage", "lock", "--stage", "self")
        let journal = folder.lines("journal.csv")
        let stages = folder.lines("stages.csv")
        #expect(journal.count == 3 && stages.count == 2 && codes(folder) == [])
        func errors(journal rows: [String]? = nil, stages records: [String]? = nil) -> [String] {
            folder.files.add((rows ?? journal).joined(separator: "\r\n") + "\r\n", "đợt/journal.csv")
            folder.files.add((records ?? stages).joined(separator: "\r\n") + "\r\n", "đợt/stages.csv")
            return codes(folder)
        }
        #expect(errors() == [])
        // The row about the lock, then the rows that it found.
        #expect(errors(journal: journal.dropLast()) == ["ledger.recordUnknown"])
        #expect(errors(journal: journal.dropLast(2)) == ["ledger.journalCut"])
        #expect(errors(stages: stages.dropLast()) == ["ledger.recordMissing"])
        #expect(errors(stages: [stages[0], stages[1].replacing(";self;", with: ";final;")]) == ["ledger.brokenChain"])
    }

    /// Commands read the folder and then its records: of both they report everything, and nothing twice.
    @Test func whatReadingReportsOfRecordsIsNotReportedAgain() throws {
        let folder = FlowFolder(scores: Self.decided)
        folder.run("stage", "lock", "--stage", "self")
        #expect(StageLedger.read(folder.path).findings == [])
        func findings() -> (reading: [Finding], ledger: LedgerReading) {
            (Assessment.read(folder.path).findings, StageLedger.read(folder.path))
        }
        let journal = folder.lines("journal.csv")
        folder.files.add(journal.dropLast().joined(separator: "\r\n") + "\r\n", "đợt/journal.csv")
        let unknown = findings()
        #expect(unknown.ledger.furtherFindings.map(\.code) == ["ledger.recordUnknown"])
        folder.replace(";self;", by: ";final;", in: "stages.csv")
        let broken = findings()
        #expect(broken.ledger.findings.map(\.code) == ["ledger.brokenChain"] && broken.ledger.furtherFindings == [])
        #expect(broken.reading.filter { $0.code == "ledger.brokenChain" } == broken.ledger.findings)
    }

    /// Older copies of both tables agree with each other; what was kept since then gives them away.
    @Test func olderRecordsDoNotHideWhatWasKept() {
        let folder = FlowFolder(scores: Self.decided)
        folder.run("stage", "lock", "--stage", "self")
        let older = ["journal.csv", "stages.csv"].map { folder.files.text("đợt/" + $0) ?? "" }
        folder.run("stage", "lock", "--stage", "appraisal")
        folder.run("stage", "publish", "--stage", "appraisal")
        #expect(codes(folder) == [])
        folder.files.add(older[0], "đợt/journal.csv")
        folder.files.add(older[1], "đợt/stages.csv")
        #expect(codes(folder) == ["ledger.keptUnknown", "ledger.keptUnknown"])
        #expect(folder.run("stage", "unlock", "--stage", "self", "--reason", "Sai") == .failed)
    }

    @Test func keptFilesCannotBeChanged() {
        let folder = FlowFolder()
        folder.run("stage", "lock", "--stage", "self")
        let list = folder.files.text("đợt/locked/1/files.csv") ?? ""
        folder.files.add(list + "x", "đợt/locked/1/files.csv")
        #expect(codes(folder) == ["ledger.keptFileChanged"])
        folder.files.add(list, "đợt/locked/1/files.csv")
        #expect(codes(folder) == [])
        // A copy is looked at where it is needed.
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;4;4", in: "locked/1/input/metrics.csv")
        folder.replace("u1;1.1;;3;4", by: "u1;1.1;;4;4", in: "metrics.csv")
        #expect(codes(folder) == ["ledger.keptFileChanged", "ledger.lockedFileChanged"])
    }
}
