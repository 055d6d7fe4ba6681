import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// A finding about a number that several cells make names all of them.
@Suite struct RelationCellsTests {
    private static func criteria(_ relation: String) -> String {
        SmallAssessment.criteria.replacing(#""criteria": ["#, with: #""relations": [\#(relation)], "criteria": ["#)
    }

    private static let merger = [
        "assessment.json": SmallAssessment.settings(#""previous": "../before""#),
        "units.csv": "code;name;level;successor of\nn;Xã Mới;commune;x1,x2\n",
        "../before/assessment.json": SmallAssessment.settings(year: 2024),
        "../before/units.csv": "code;name;level\nx1;A;commune\nx2;B;commune\n",
    ]

    /// A cumulative count: 5 and 3 in the two units that were merged, 7 after it.
    @Test func predecessors() throws {
        let reading = try SmallAssessment(
            Self.merger.merging([
                "../criteria.json": Self.criteria(#"{"left": "1.3", "is": "≥", "right": "1.3@lastYear"}"#),
                "../before/metrics.csv": "unit;metric;value\nx1;1.3;5\nx2;1.3;3\n",
                "metrics.csv": "unit;metric;value\nn;1.3;7\n",
            ]) { $1 }
        ).read()
        #expect(
            reading.findings.map(\.relation) == [
                "assessment.relationBroken metrics.csv:2:3: 7 ≥ 8 of ../before/metrics.csv:2:3, ../before/metrics.csv:3:3"
            ])
    }

    /// 5 and −5 are zero, of which there is no change in percent; neither cell is zero.
    @Test func aZeroThatSeveralUnitsMake() throws {
        let reading = try SmallAssessment(
            Self.merger.merging([
                "../before/metrics.csv": "unit;metric;value\nx1;1.5;5\nx2;1.5;-5\n",
                "metrics.csv": "unit;metric;value\nn;1.5;7\n",
            ]) { $1 }
        ).read()
        let finding = try #require(reading.findings.first)
        #expect(reading.findings.count == 1 && finding.code == AssessmentFinding.noLastYearBase.rawValue)
        #expect(finding.location.description == "../before/metrics.csv:2:3")
        #expect(finding.text(.foundFrom) == "../before/metrics.csv:2:3, ../before/metrics.csv:3:3")
    }

    /// A district stands for its communes: 4 + 5 in time, of 6 + 6; the wide table has denominators before numerators.
    @Test(arguments: [
        (
            // The district's own row is blank.
            "unit;metric;value;numerator;denominator\na;1.1;;4;6\nb;1.1;;5;6\nh;1.1;;;\n",
            "metrics.csv:2:5, metrics.csv:3:5",
            "metrics.csv:2:4, metrics.csv:3:4"
        ),
        (
            "unit;1.1 mẫu số;1.1 tử số\na;6;4\nb;6;5\n", "metrics.csv:2:2, metrics.csv:3:2",
            "metrics.csv:2:3, metrics.csv:3:3"
        ),
    ])
    func unitsBelow(table: String, denominators: String, numerators: String) throws {
        let reading = try SmallAssessment([
            "../criteria.json": Self.criteria(
                #"{"left": "1.1.denominator", "is": "≤", "right": "1.1.numerator + 2", "#
                    + #""when": {"metric": "1.1", "below": 80}}"#),
            "units.csv":
                "code;name;level;parent;figures from\nh;H;district;;children\na;A;commune;h;\nb;B;commune;h;\n",
            "metrics.csv": table,
        ]).read()
        // 4 of 6 is 66.67 %, 6 ≤ 6; 5 of 6 is not below 80; 9 of 12 is 75 %, and 12 > 11.
        let found = reading.findings.filter { $0.code == AssessmentFinding.relationBroken.rawValue }
        #expect(found.map { $0.text(.unit) } == ["h"])
        #expect(found.map { $0.text(.foundFrom) } == [denominators])
        #expect(found.first?.text(.expected) == "11")
        #expect(found.first?.text(.expectedFrom) == numerators)
    }

    /// Both counts of one row are cells of their own; a cell that is used twice is named once.
    @Test func twoCountsOfARow() throws {
        let reading = try SmallAssessment([
            "../criteria.json": Self.criteria(
                #"{"left": "1.1.denominator - 1.1.numerator - 1.1.numerator", "is": "≤", "right": "1.3"}"#),
            "units.csv": "code;name;level\na;A;commune\n",
            "metrics.csv": "unit;metric;value;numerator;denominator\na;1.1;;2;10\na;1.3;5;;\n",
        ]).read()
        #expect(
            reading.findings.map(\.relation) == [
                "assessment.relationBroken metrics.csv:2:5: 6 of metrics.csv:2:5, metrics.csv:2:4 ≤ 5 (metrics.csv:3:3)"
            ])
    }
}
