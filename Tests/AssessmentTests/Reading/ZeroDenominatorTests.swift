import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Nothing to divide by in one figure of a formula: the finding stands at that figure's cell, and other units are scored.
@Suite struct ZeroDenominatorTests {
    private static let convention =
        #", "zeroDenominator": {"convention": "zeroPoints", "source": {"document": "Quyết định thử"}}"#

    /// The small set, with criterion 1.1 out of two shares, half of the points for each.
    private static func criteria(first: String = "", second: String = "") -> String {
        func metric(_ code: String, _ more: String) -> String {
            #"{"code": "\#(code)", "name": "tỷ lệ \#(code)", "direction": "higher", "kind": "percent", "#
                + #""ratio": {"numerator": "đúng", "denominator": "tất cả"}\#(more)}"#
        }
        let leaf =
            #"{"code": "1.1", "name": "Tiêu chí 1.1", "maximum": 2, "source": {"row": "1.1"}, "levels": ["district", "commune"], "#
            + #""metrics": [\#(metric("1.1", first)), \#(metric("1.1.b", second))], "evidence": ["Báo cáo"], "#
            + #""rule": {"kind": "formula", "figures": {"a": "1.1", "b": "1.1.b"}, "points": "maximum * (a + b) / 200"}}"#
        return SmallAssessment.criteria.split(separator: "\n").map {
            $0.contains(#""code": "1.1","#) ? leaf + "," : String($0)
        }.joined(separator: "\n")
    }

    private static let heading = "unit;metric;numerator;denominator\n"
    private static let others = "xa-1;1.1;9;10\nxa-1;1.1.b;1;2\nxa-2;1.1;8;10\nxa-2;1.1.b;1;4\n"

    /// Of xa-1, 90 % and 50 % are 2 × 1.4 ÷ 2 = 1.4; of xa-2, 80 % and 25 % are 1.05.
    @Test(arguments: [
        ("h;1.1;5;10\nh;1.1.b;0;0\n", "assessment.zeroOverZero metrics.csv:3:3 «1.1»", "1.1.b"),
        ("h;1.1.b;0;0\nh;1.1;5;10\n", "assessment.zeroOverZero metrics.csv:2:3 «1.1»", "1.1.b"),
        ("h;1.1;5;10\nh;1.1.b;3;0\n", "assessment.divisionByZero metrics.csv:3:3 «3/0»", "1.1.b"),
        ("h;1.1;0;0\nh;1.1.b;1;2\n", "assessment.zeroOverZero metrics.csv:2:3 «1.1»", "1.1"),
        ("h;1.1;3;0\nh;1.1.b;1;2\n", "assessment.divisionByZero metrics.csv:2:3 «3/0»", "1.1"),
    ])
    func theFigureAtFaultIsNamed(rows: String, finding: String, figure: String) throws {
        let small = SmallAssessment([
            "../criteria.json": Self.criteria(), "metrics.csv": Self.heading + rows + Self.others,
        ])
        let stopped = try small.read()
        #expect(stopped.briefs == [finding])
        #expect(stopped.findings.filter { $0.severity == .error }.map { $0.text(.unit) } == ["h"])
        #expect(stopped.findings.first?.text(.metric) == figure)
        #expect(stopped.assessment == nil)
        let reading = try small.read { $0.keepGoing = true }
        #expect(reading.briefs == [finding])
        #expect(reading.assessment?.leftOut == ["h"])
        #expect(reading.points("h") == [])
        #expect(reading.points("xa-1").first == "1.1=1.4")
        #expect(reading.points("xa-2").first == "1.1=1.05")
    }

    @Test func inAWideTable() throws {
        let text = """
            unit;1.1 tử số;1.1 mẫu số;1.1.b tử số;1.1.b mẫu số
            xa-1;9;10;1;2
            h;5;10;0;0
            xa-2;8;10;7;0

            """
        let small = SmallAssessment(["../criteria.json": Self.criteria(), "metrics.csv": text])
        let expected = [
            "assessment.zeroOverZero metrics.csv:3:4 «1.1»", "assessment.divisionByZero metrics.csv:4:4 «7/0»",
        ]
        let stopped = try small.read()
        #expect(Set(stopped.briefs) == Set(expected))
        let reading = try small.read { $0.keepGoing = true }
        #expect(Set(reading.briefs) == Set(expected))
        #expect(Set(reading.assessment?.leftOut ?? []) == ["h", "xa-2"])
        #expect(reading.points("xa-1").first == "1.1=1.4")
    }

    /// A convention of one figure is no convention of the other; with both, 0 ÷ 0 earns nothing of its half. What is
    /// above nothing is an error whatever the convention.
    @Test func aConventionIsThatOfItsFigure() throws {
        let rows = Self.heading + "h;1.1;5;10\nh;1.1.b;0;0\n" + Self.others
        func read(_ criteria: String, _ rows: String) throws -> AssessmentReading {
            try SmallAssessment(["../criteria.json": criteria, "metrics.csv": rows]).read()
        }
        let other = try read(Self.criteria(first: Self.convention), rows)
        #expect(other.briefs == ["assessment.zeroOverZero metrics.csv:3:3 «1.1»"])
        let own = try read(Self.criteria(second: Self.convention), rows)
        #expect(own.briefs == [])
        #expect(own.points("h").first == "1.1=0.5")
        let counts = try read(Self.criteria(second: Self.convention), rows.replacing("1.1.b;0;0", with: "1.1.b;1;0"))
        #expect(counts.briefs == ["assessment.divisionByZero metrics.csv:3:3 «1/0»"])
    }
}
