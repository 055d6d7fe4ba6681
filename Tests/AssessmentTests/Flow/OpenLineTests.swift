import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// How many points rest on lines that nobody looked at.
///
/// The district has 1.1 = 1.81 of 2 and nothing else; its lines are 1.1 to 1.5 and 1.10 (10), 2.1 and 2.2 (2), 3.1 and 3.2
/// (0): ten lines, 12 points. The communes have no 2.2: nine lines, 11 points each, 1.8 and 1.6 points.
@Suite struct OpenLineTests {
    private static let heading = "unit;criterion;stage;points;opinion;reason\n"

    private func open(_ stage: String, _ rows: String) throws -> OpenLines? {
        let files = rows.isEmpty ? [:] : ["scores.csv": Self.heading + rows]
        let assessment = try #require(try SmallAssessment(files).read().assessment)
        return try #require(assessment.at(stage: stage)).openLines
    }

    private func sum(_ count: Int, _ points: String, _ maximum: FixedDecimal) -> LineSum {
        var sum = LineSum()
        (sum.count, sum.points, sum.maximum) = (count, exact(points), maximum)
        return sum
    }

    @Test("nobody has to look at computed and self-assessed points")
    func ownStage() throws {
        #expect(try open("computed", "") == nil)
        #expect(try open("self", "h;1.1;appraisal;;đồng ý;\n") == nil)
    }

    @Test("what nobody touched was not appraised")
    func untouched() throws {
        // 10 + 9 + 9 lines, 12 + 11 + 11 points, 1.81 + 1.8 + 1.6.
        #expect(try open("appraisal", "")?.atStage == sum(28, "5.21", 34))
        // A self score is no appraisal.
        #expect(try open("appraisal", "h;1.1;self;2;;\n")?.atStage == sum(28, "5.4", 34))
    }

    @Test("agreement, other points, zero and a question each close one line")
    func touched() throws {
        let rows = "h;1.1;appraisal;;đồng ý;\nxa-1;1.1;appraisal;0;;vì\nxa-2;1.1;appraisal;;trả lại;vì\n"
        #expect(try open("appraisal", rows)?.atStage == sum(25, "0", 28))
    }

    @Test("a later stage looks again; what no stage looked at is told apart")
    func laterStage() throws {
        let found = try #require(
            try open("final", "h;1.1;appraisal;;đồng ý;\nxa-1;1.1;final;1;;vì\n"))
        // At the last stage one line was touched; over all stages, two.
        #expect(found.atStage == sum(27, "3.41", 32))
        #expect(found.atNoStage == sum(26, "1.6", 30))
    }

    @Test("the lines of a stage, unit by unit")
    func lines() throws {
        let rows = "h;1.1;appraisal;1,81;;\nh;2;appraisal;1;;vì\n"
        let assessment = try #require(
            try SmallAssessment(["scores.csv": Self.heading + rows]).read().assessment)
        let lines = try #require(assessment.lines(at: .appraisal))
        let codes = lines.units[0].map { "\(assessment.criteria.set.criteria[$0.node].code) \($0.state)" }
        #expect(
            codes == [
                "1.1 accepted", "1.2 open", "1.3 open", "1.4 open", "1.5 open", "1.10 open", "2 changed", "3.1 open",
                "3.2 open",
            ])
        #expect(lines.units[1].count == 9 && lines.units[1].allSatisfy { $0.state == .open })
        #expect(assessment.lines(at: .selfAssessment) == nil && assessment.lines(at: .computed) == nil)
    }
}
