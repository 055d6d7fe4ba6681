import TestSupport
import Testing

@testable import Reporting
@testable import score_cli

/// What `stage lock --due` locks: that of which the last day has passed, and nothing else.
@Suite struct DueLockTests {
    /// The rows of `stages.csv`: action, stage, unit, group, criterion.
    private func records(_ folder: FlowFolder) -> [[String]] { folder.rows("stages.csv").map { Array($0[3...7]) } }

    @Test func onlyWhatIsDueIsLocked() {
        let folder = FlowFolder(
            scores: "u1;1.1;appraisal;1;;Thiếu\n",
            settings: """
                , "stages": [
                 {"code": "self", "closes": "2026-11-20", "windows": [{"unit": "u2", "closes": "2026-11-25"}]},
                 {"code": "appraisal", "closes": "2026-11-30"}, {"code": "final"}]
                """)
        func lock(on day: String, _ words: String...) -> ExitCode {
            words.isEmpty
                ? folder.run("stage", "lock", "--due", "--on", day)
                : folder.run("stage", "lock", "--due", "--on", day, words[0], words[1])
        }
        // The last day is still in time.
        #expect(lock(on: "2026-11-20") == .done)
        #expect(folder.files.text("đợt/stages.csv") == nil && folder.files.text("đợt/journal.csv") == nil)
        let first = ["khóa", "self", "u1", "", ""]
        let second = ["khóa", "self", "u2", "", ""]
        for day in ["2026-11-21", "2026-11-25"] {
            #expect(lock(on: day) == .done)
            #expect(records(folder) == [first], "\(day)")
        }
        #expect(lock(on: "2026-11-26") == .done)
        #expect(records(folder) == [first, second])
        // Lines that nobody looked at are not locked because a day has passed.
        #expect(lock(on: "2026-12-01") == .failed)
        #expect(records(folder) == [first, second])
        #expect(lock(on: "2026-12-01", "--accept-open", "Hội đồng") == .done)
        // A stage without a last day is never due.
        #expect(lock(on: "2036-01-01") == .done)
        #expect(records(folder) == [first, second, ["khóa", "appraisal", "", "", ""]])
    }

    @Test func fieldsThatCloseLaterStayOpen() {
        let folder = FlowFolder(
            metrics: "u1;1.1;;3;4\nu1;2.1;;1;2\nu2;1.1;;1;4\nu2;2.1;;4;4\n",
            settings: """
                , "stages": [{"code": "self", "closes": "2026-11-20", "windows": [{"field": "2", "closes": "2026-11-25"}]}]
                """)
        // The second criterion becomes a field of its own.
        folder.replace(#""maximum": 4"#, by: #""maximum": 2"#, in: "criteria/thu/2026.json")
        folder.replace(
            #"{"code": "1.2", "name": "Tiêu chí 1.2""#,
            by: #"{"code": "2", "name": "Lĩnh vực hai", "maximum": 2}, {"code": "2.1", "name": "Tiêu chí 2.1""#,
            in: "criteria/thu/2026.json")
        folder.replace(#""stage": "appraisal""#, by: #""stage": "self""#, in: "assessment.json")
        #expect(folder.run("stage", "lock", "--due", "--on", "2026-11-21") == .done)
        #expect(records(folder) == [["khóa", "self", "", "", "1"]])
        folder.replace("u1;2.1;;1;2", by: "u1;2.1;;2;2", in: "metrics.csv")
        #expect(folder.errors().map(\.code) == [])
        #expect(folder.run("stage", "lock", "--due", "--on", "2026-11-26") == .done)
        #expect(records(folder).last == ["khóa", "self", "", "", "2"])
        folder.replace("u1;2.1;;2;2", by: "u1;2.1;;1;2", in: "metrics.csv")
        #expect(folder.errors().map(\.code) == ["ledger.lockedCell"])
    }

    @Test func dueIsNotNarrowed() {
        let folder = FlowFolder()
        #expect(folder.run("stage", "lock", "--due", "--unit", "u1") == .usage)
        #expect(folder.run("stage", "lock", "--stage", "self", "--on", "2026-11-21") == .usage)
        // Without windows nothing is ever due.
        #expect(folder.run("stage", "lock", "--due") == .done)
        #expect(folder.files.text("đợt/stages.csv") == nil)
    }
}
