import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// What there is to do at the stage of explanation: lines that were asked or returned, and no others.
///
/// Points at all stages are the 1.81 of the district and the 1.8 and 1.6 of the communes on 1.1; each other line has none.
@Suite struct AnswerProgressTests {
    private static let stages =
        #"{"code": "self"}, {"code": "appraisal"}, {"code": "explanation", "closes": "2025-12-05"}, {"code": "final"}"#
    private static let asked = "unit;criterion;question;asked on;answer by;answer;answered on;decision;decided by\n"
    private static let scores = "unit;criterion;stage;points;opinion;reason\n"

    private func assessment(_ files: [String: String], _ stages: String = stages) throws -> Assessment {
        let settings = SmallAssessment.settings(#""stages": [\#(stages)]"#)
        return try #require(
            try SmallAssessment(["assessment.json": settings].merging(files) { $1 }).read().assessment)
    }

    /// Of each unit at the explanation: all lines, open, answered, late, and how far it is.
    private func told(on day: String = "2025-12-06", _ files: [String: String], stages: String = stages) throws
        -> [String]
    {
        let progress = AssessmentProgress(try assessment(files, stages), on: try #require(CalendarDay(day)))
        return progress.units.map { unit in
            let stage = unit.stages[2]
            let lines = stage.lines
            return "\(lines.all.count) \(lines[.open].count) \(lines.answered.count) \(lines.late.count) \(stage.state)"
        }
    }

    private static let nothing = "0 0 0 0 complete"

    @Test("where nothing was asked nothing is to be done, whatever nobody looked at")
    func nothingAsked() throws {
        #expect(try told([:]) == [Self.nothing, Self.nothing, Self.nothing])
        // The appraisal has all its lines: ten of the district, nine of each commune.
        let progress = AssessmentProgress(try assessment([:]), on: try #require(CalendarDay("2025-12-06")))
        #expect(progress.units.map { $0.stages[1].lines[.open].count } == [10, 9, 9])
    }

    @Test(
        "a request without an answer is open, and late the day after the stage closed",
        arguments: [("2025-12-04", 0), ("2025-12-05", 0), ("2025-12-06", 1)])
    func unanswered(day: String, late: Int) throws {
        let files = ["requests.csv": Self.asked + "h;1.1;Nguồn?;2025-11-01;;;;;\n"]
        #expect(try told(on: day, files) == ["1 1 0 \(late) notStarted", Self.nothing, Self.nothing])
    }

    @Test(
        "a day of its own comes before that of the stage",
        arguments: [("2025-11-20", 0), ("2025-11-21", 1), ("2025-12-06", 1)])
    func ownDay(day: String, late: Int) throws {
        let files = ["requests.csv": Self.asked + "h;1.1;Nguồn?;2025-11-01;2025-11-20;;;;\n"]
        #expect(try told(on: day, files)[0] == "1 1 0 \(late) notStarted")
        let later = ["requests.csv": Self.asked + "h;1.1;Nguồn?;2025-11-01;2025-12-31;;;;\n"]
        #expect(try told(on: day, later)[0] == "1 1 0 0 notStarted")
    }

    @Test("what is answered or decided is done, and a second question opens the line again")
    func answered() throws {
        let answer = "h;1.1;Nguồn?;2025-11-01;;Sổ A;2025-11-20;;\n"
        #expect(try told(["requests.csv": Self.asked + answer])[0] == "1 0 1 0 complete")
        let decided = "h;1.1;Nguồn?;2025-11-01;;Sổ A;2025-11-20;không chấp nhận;Tổ\nxa-1;1.2;Số nào?;2025-11-01;;;;;\n"
        #expect(
            try told(["requests.csv": Self.asked + decided])
                == ["1 0 1 0 complete", "1 1 0 1 notStarted", Self.nothing])
        let twice = answer + "h;1.1;Bao giờ?;2025-11-01;;;;;\nh;1.2;Số nào?;2025-11-01;;Sổ B;2025-11-20;;\n"
        #expect(try told(["requests.csv": Self.asked + twice])[0] == "2 1 1 1 inProgress")
    }

    @Test("a line that was returned is asked, until it is answered or a later stage decides")
    func returned() throws {
        let rows = Self.scores + "h;1.1;appraisal;;trả lại;Nguồn?\nh;1.2;appraisal;;đồng ý;\n"
        #expect(try told(["scores.csv": rows])[0] == "1 1 0 1 notStarted")
        let answer = Self.asked + "h;1.1;Nguồn?;;;Sổ A;2025-11-20;;\n"
        #expect(try told(["scores.csv": rows, "requests.csv": answer])[0] == "1 0 1 0 complete")
        #expect(try told(["scores.csv": rows + "h;1.1;final;;đồng ý;\n"])[0] == Self.nothing)
    }

    @Test("what was entered at the stage itself is no question any more")
    func entered() throws {
        let rows = Self.scores + "h;1.1;appraisal;;trả lại;Nguồn?\nh;1.1;explanation;1;;vì\nh;2;explanation;;đồng ý;\n"
        let progress = AssessmentProgress(
            try assessment(["scores.csv": rows]), on: try #require(CalendarDay("2025-12-06")))
        let lines = progress.units[0].stages[2].lines
        #expect(LineState.allCases.map { lines[$0].count } == [0, 1, 1, 0] && lines.all.count == 2)
    }

    @Test("sums have the points and maxima of the lines asked, also of a whole field")
    func sums() throws {
        let rows =
            "xa-1;1.1;Nguồn?;2025-11-01;;;;;\nxa-1;2;Vì sao?;2025-11-01;;Sổ A;2025-11-20;;\nh;1.1;Nguồn?;2025-11-01;;;;;\n"
        let progress = AssessmentProgress(
            try assessment(["requests.csv": Self.asked + rows]), on: try #require(CalendarDay("2025-12-06")))
        let lines = progress.total().stages[2].lines
        // 1.8 and 1.81 of 2 each; field 2 of a commune has one criterion of 1.
        #expect(lines[.open].points == 3.61 && lines[.open].maximum == 4)
        #expect(lines.answered.points == 0 && lines.answered.maximum == 1)
        #expect(lines.late == lines[.open])
    }

    @Test("without an appraisal before it the explanation is a stage like any other")
    func first() throws {
        let stages = #"{"code": "self"}, {"code": "explanation", "closes": "2025-12-05"}, {"code": "appraisal"}"#
        let progress = AssessmentProgress(try assessment([:], stages), on: try #require(CalendarDay("2025-12-06")))
        #expect(progress.units.map { $0.stages[1].lines.late.count } == [10, 9, 9])
    }
}
