import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// The faults of applications that do the same with accounts and timers.
@Suite struct FlowFaultTests {
    private static let heading = "unit;criterion;stage;points;opinion;reason\n"

    private func assessment(_ stages: String, _ files: [String: String]) throws -> Assessment {
        let settings = SmallAssessment.settings(#""stages": [\#(stages)]"#)
        return try #require(
            try SmallAssessment(["assessment.json": settings].merging(files) { $1 }).read().assessment)
    }

    @Test("a timer closes nothing: the same points, and who opened nothing has no place rather than zero")
    func timer() throws {
        let files = ["metrics.csv": "unit;metric;value;numerator;denominator;status\nh;1.1;0;;;\nxa-1;1.1;;9;10;\n"]
        let open = try assessment(#"{"code": "self"}, {"code": "appraisal"}"#, files)
        let closed = try assessment(
            #"{"code": "self", "closes": "2025-01-02"}, {"code": "appraisal", "closes": "2025-01-03"}"#, files)
        for stage in ["self", "appraisal"] {
            let (before, after) = try (#require(open.at(stage: stage)), #require(closed.at(stage: stage)))
            #expect(before.scores.units.indices.allSatisfy { before.scores[$0].total == after.scores[$0].total })
            let ranking = Ranking(after.scores)
            // A zero that was reported has a place.
            #expect(ranking.places.map(\.unit) == [1, 0])
            #expect(ranking.absences.map(\.unit) == [2] && ranking.absences.map(\.reason) == [.nothingScored(nil)])
        }
    }

    @Test("an untouched line is not appraised, whatever stands in the lines around it")
    func untouched() throws {
        let rows = "h;1.1;appraisal;;đồng ý;\nh;1.2;appraisal;0;;vì\n"
        let assessment = try assessment(
            #"{"code": "self"}, {"code": "appraisal"}"#, ["scores.csv": Self.heading + rows])
        let lines = try #require(assessment.lines(at: .appraisal))
        #expect(lines.units[0].count { $0.state == .open } == 8)
        #expect(lines.units[1...].allSatisfy { $0.allSatisfy { $0.state == .open } })
        #expect(assessment.at(stage: "appraisal")?.openLines?.atStage.count == 8 + 9 + 9)
    }

    @Test("a self score in the place of an official one is told as such")
    func selfScore() throws {
        let assessment = try assessment(
            #"{"code": "self"}, {"code": "appraisal"}"#, ["scores.csv": Self.heading + "h;1.2;self;2;;\n"])
        let shown = try #require(assessment.at(stage: "appraisal"))
        // The self score stands, and so does the figure of 1.1; both rest on open lines.
        #expect(shown.scores["h"]?.total.points == exact("3.81"))
        #expect(shown.openLines?.atNoStage.points == exact("7.21"))
    }

    @Test("what nobody rated has no points")
    func unrated() throws {
        let read = try assessment(#"{"code": "self"}, {"code": "appraisal"}"#, [:])
        let assessment = try #require(read.at(stage: "appraisal"))
        #expect(assessment.scores["h"]?["1.3"]?.points == nil)
        #expect(assessment.scores["h"]?.total.unmeasured == 10)
    }
}
