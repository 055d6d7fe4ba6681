import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// How far units are at each stage.
///
/// The district has ten lines and ten figures, the communes nine of each; each has 1.1 only.
@Suite struct ProgressTests {
    private func progress(
        _ stages: String = #"{"code": "self"}, {"code": "appraisal"}"#, on day: String = "2025-11-25",
        _ files: [String: String] = [:]
    ) throws -> AssessmentProgress {
        let settings = SmallAssessment.settings(#""stages": [\#(stages)]"#)
        let assessment = try #require(
            try SmallAssessment(["assessment.json": settings].merging(files) { $1 }).read().assessment)
        return AssessmentProgress(assessment, on: try #require(CalendarDay(day)))
    }

    private static let scores = "unit;criterion;stage;points;opinion;reason\n"

    @Test("figures that are due, and those that are missing")
    func figures() throws {
        let progress = try progress()
        #expect(progress.units.map(\.figures.due) == [10, 9, 9] && progress.units.map(\.figures.missing) == [9, 8, 8])
        // 12 points less the 2 of 1.1, and 11 less 2.
        #expect(progress.units.map(\.unmeasured) == [10, 9, 9])
        let total = progress.total()
        #expect(total.count == 3 && total.figures.due == 28 && total.figures.missing == 25 && total.unmeasured == 28)
        #expect(progress.total(of: [1, 2]).figures.due == 18)
    }

    @Test("a task that is not due, and what does not apply, are not missing; a zero is a figure")
    func states() throws {
        let metrics =
            "unit;metric;value;numerator;denominator;status\nh;1.1;0;;;\nh;1.2;;;;không áp dụng\nh;1.3;;;;chưa đến hạn\n"
        let unit = try progress(["metrics.csv": metrics]).units[0]
        #expect(unit.figures.due == 9 && unit.figures.missing == 7)
        // 1.2 is no line, 1.3 is not the unit's yet; 1.1 is done.
        let lines = unit.stages[0].lines
        #expect(lines[.open].count == 7 && lines[.accepted].count == 1 && unit.stages[0].state == .inProgress)
    }

    private func progress(_ files: [String: String]) throws -> AssessmentProgress {
        try progress(#"{"code": "self"}, {"code": "appraisal"}"#, on: "2025-11-25", files)
    }

    @Test("not started, in progress, complete")
    func stageStates() throws {
        let metrics = "unit;metric;value;numerator;denominator;status\nh;1.1;90,5;;;\nxa-1;1.1;;9;10;\n"
        let rows =
            Self.scores
            + "h;1;appraisal;;đồng ý;\nh;2;appraisal;0;;vì\nh;3;appraisal;;trả lại;vì\nxa-1;1.1;appraisal;0;;vì\n"
        let progress = try progress(["metrics.csv": metrics, "scores.csv": rows])
        #expect(
            progress.units.map { $0.stages.map(\.state) } == [
                [.inProgress, .complete], [.inProgress, .inProgress], [.notStarted, .notStarted],
            ])
        let total = progress.total()
        #expect(total.stages[0].units == [.inProgress: 2, .notStarted: 1])
        #expect(total.stages[1].units == [.complete: 1, .inProgress: 1, .notStarted: 1])
        let lines = total.stages[1].lines
        #expect(LineState.allCases.map { lines[$0].count } == [17, 1, 2, 1] && lines.all.count == 21)
    }

    @Test("points of a unit's own complete its line, and a zero does")
    func selfScores() throws {
        let rows = Self.scores + "xa-2;1.2;self;0;;\nxa-2;3;self;0;;\n"
        let lines = try progress(["scores.csv": rows]).units[2].stages[0].lines
        // The whole of field 3 is one line in the place of two.
        #expect(lines[.accepted].count == 3 && lines[.open].count == 5)
        // Their figures are not missing: three of nine.
        let figures = try progress(["scores.csv": rows]).units[2].figures
        #expect(figures.due == 6 && figures.missing == 5)
    }

    @Test("a line whose figure is there is done, also where it cannot be measured without that of last year")
    func withoutLastYear() throws {
        let unit = try progress(["metrics.csv": "unit;metric;value\nh;1.5;3\n"]).units[0]
        #expect(unit.stages[0].lines[.accepted].count == 1 && unit.stages[0].lines[.open].count == 9)
        #expect(unit.figures.missing == 9 && unit.unmeasured == 12)
    }

    @Test("open lines are late the day after their window closed, and not on the day")
    func late() throws {
        let stages =
            #"{"code": "self", "closes": "2025-11-30", "windows": [{"unit": "h", "closes": "2025-12-02"}]}, {"code": "appraisal"}"#
        func told(_ day: String) throws -> [String] {
            try progress(stages, on: day).units.map { unit in
                let stage = unit.stages[0]
                return
                    "\(stage.lines.late.count) \(stage.window.daysLeft(on: CalendarDay(day) ?? stage.window.closes!) ?? 99)"
            }
        }
        #expect(try told("2025-11-29") == ["0 3", "0 1", "0 1"])
        #expect(try told("2025-11-30") == ["0 2", "0 0", "0 0"])
        #expect(try told("2025-12-01") == ["0 1", "8 -1", "8 -1"])
        #expect(try told("2025-12-03") == ["9 -1", "8 -3", "8 -3"])
        #expect(try progress(stages).units[0].stages[1].window == StageWindow())
    }

    @Test("of several fields the one that closes first and has open lines is shown")
    func fields() throws {
        let stages =
            #"{"code": "self"}, {"code": "appraisal", "closes": "2025-12-20", "windows": [{"field": "2", "closes": "2025-12-10"}]}"#
        func shown(_ rows: String) throws -> String {
            let stage = try progress(stages, on: "2025-12-15", ["scores.csv": Self.scores + rows]).units[0].stages[1]
            return "\(stage.window.closes?.description ?? "") \(stage.field ?? "-") \(stage.lines.late.count)"
        }
        #expect(try shown("h;1.1;appraisal;;đồng ý;\n") == "2025-12-10 2 2")
        #expect(try shown("h;2;appraisal;;đồng ý;\n") == "2025-12-20 - 0")
        let all = "h;1;appraisal;;đồng ý;\nh;2;appraisal;;đồng ý;\nh;3;appraisal;;đồng ý;\n"
        #expect(try shown(all) == "2025-12-20 - 0")
    }
}
