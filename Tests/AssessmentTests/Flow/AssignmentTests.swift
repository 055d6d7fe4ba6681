import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// `assignments.csv`: the matrix of a plan.
///
/// Two groups: the district in `a`, the communes in `b`. Everything is 12 points for the district and 11 for a commune.
@Suite struct AssignmentTests {
    private static func reading(
        _ matrix: String, _ files: [String: String] = [:], keepGoing: Bool = false
    ) throws -> AssessmentReading {
        let settings = SmallAssessment.settings(
            groups: #"{"code": "a", "name": "Khối huyện"}, {"code": "b", "name": "Khối xã"}"#)
        let units = "code;name;level;group\nh;Huyện H;district;a\nxa-1;Xã Một;commune;b\nxa-2;Xã Hai;commune;b\n"
        return try SmallAssessment(
            ["assessment.json": settings, "units.csv": units, "assignments.csv": matrix].merging(files) { $1 }
        ).read { $0.keepGoing = keepGoing }
    }

    /// The maxima of the units.
    private func maxima(_ matrix: String, _ files: [String: String] = [:]) throws -> [FixedDecimal] {
        let reading = try Self.reading(matrix, files)
        try #require(reading.errors == [])
        let assessment = try #require(reading.assessment)
        return assessment.units.indices.map { assessment.scores[$0].total.maximum }
    }

    @Test("x is assigned, blank is not, and what no row is about is")
    func plain() throws {
        #expect(try maxima("tiêu chí;a;b\n1.2;x;x\n") == [12, 11, 11])
        // 1.2 has two points.
        #expect(try maxima("mã tiêu chí;tên tiêu chí;a;b;ghi chú\n1.2;Tỷ lệ;x;;\n") == [12, 9, 9])
        #expect(try maxima("tiêu chí;Khối huyện;KHOI XA\n1.2;x;không giao\n1.3;-;x\n") == [10, 9, 9])
    }

    @Test("a row about a field is about all of it, and a row about a part comes first")
    func fields() throws {
        // Field 1 has ten points, of which 1.1 has two.
        #expect(try maxima("tiêu chí;a;b\n1;x;\n") == [12, 1, 1])
        #expect(try maxima("tiêu chí;a;b\n1;x;\n1.1;x;x\n") == [12, 3, 3])
        #expect(try maxima("tiêu chí;a;b\n1.1;;\n1;x;x\n") == [10, 9, 9])
    }

    @Test("a unit's own column comes before that of its group; blank leaves it to the group")
    func units() throws {
        #expect(try maxima("tiêu chí;a;b;xa-2\n1.2;x;;x\n1.3;x;x;\n") == [12, 9, 11])
        #expect(try maxima("tiêu chí;a;b;Xã Hai\n1.2;x;x;không\n") == [12, 11, 9])
        // Without a column of its group, blank in its own is not assigned; whoever has neither has everything.
        #expect(try maxima("tiêu chí;xa-2\n1.2;\n1.3;x\n") == [12, 11, 9])
    }

    @Test("the state of the criterion, and its figures")
    func state() throws {
        let reading = try Self.reading("tiêu chí;a;b\n1.1;x;\n")
        // The figures of both communes are there, and do not count.
        #expect(
            reading.briefs == ["flow.figureNotAssigned metrics.csv:3:4", "flow.figureNotAssigned metrics.csv:4:3"])
        let assessment = try #require(reading.assessment)
        #expect(assessment.scores["xa-1"]?["1.1"]?.status == .notAssigned)
        #expect(assessment.scores["xa-1"]?.total.points == 0 && assessment.scores["h"]?.total.points == exact("1.81"))
        // Nobody is asked for them.
        let progress = AssessmentProgress(assessment, on: try #require(CalendarDay("2025-11-01")))
        #expect(progress.units.map(\.figures.due) == [10, 8, 8] && progress.units.map(\.figures.missing) == [9, 8, 8])
        #expect(progress.units.map { $0.stages[1].lines.all.count } == [10, 8, 8])
    }

    @Test("targets of units' own, and of groups")
    func targets() throws {
        let metrics = "unit;metric;value;numerator;denominator;status\nh;1.3;5;;;\nxa-1;1.3;5;;;\nxa-2;1.3;5;;;\n"
        let reading = try Self.reading("tiêu chí;a;b;xa-2\n1.3;x;20;5\n", ["metrics.csv": metrics])
        #expect(reading.briefs == [])
        // 5 of 10, of 20, of 5: two points.
        #expect(
            ["h", "xa-1", "xa-2"].map { reading.assessment?.scores[$0]?["1.3"]?.points } == [1, exact("0.5"), 2])
        // A percentage may have its sign.
        let percent = "unit;metric;value;numerator;denominator;status\nh;1.2;40;;;\n"
        #expect(
            try Self.reading("tiêu chí;a;b\n1.2;80%;x\n", ["metrics.csv": percent]).assessment?.scores["h"]?["1.2"]?
                .points == 1)
    }

    @Test(arguments: [
        ("tiêu chí;a;c\n1.2;x;x\n", ["flow.unknownAssignee assignments.csv:1:3 «c»"]),
        ("tiêu chí;a;Khối huyện\n1.2;x;x\n", ["flow.repeatedAssignee assignments.csv:1:3 «Khối huyện»"]),
        ("tiêu chí;a\n1.99;x\n", ["flow.unknownCriterion assignments.csv:2:1 «1.99»"]),
        ("tiêu chí;a\n1.2;x\n1.2;\n", ["flow.repeatedAssignment assignments.csv:3:1"]),
        ("tiêu chí;a\n1.2;có thể\n", ["flow.unknownAssignment assignments.csv:2:2 «có thể»"]),
        ("tiêu chí;a\n1;5\n", ["flow.targetOfWhole assignments.csv:2:2 «5»"]),
        ("tiêu chí;a\n1.4;1\n", ["flow.targetNotUsed assignments.csv:2:2 «1»"]),
        ("tiêu chí;a\n1.3;0\n", ["flow.targetImpossible assignments.csv:2:2 «0»"]),
        ("tiêu chí;a\n1.3;5%\n", ["flow.percentSign assignments.csv:2:2 «5%»"]),
        ("tên;a\nmột;x\n", ["table.missingColumn assignments.csv:1 «tên, a»"]),
        ("tiêu chí;a;b\n1.2;;\n", ["flow.assignedToNobody assignments.csv:2:1"]),
        (
            "tiêu chí;b\n1;\n2;\n3;\n",
            ["flow.nothingAssigned units.csv:3:1", "flow.nothingAssigned units.csv:4:1"]
                + ["flow.figureNotAssigned metrics.csv:3:4", "flow.figureNotAssigned metrics.csv:4:3"]
        ),
    ])
    func findings(matrix: String, expected: [String]) throws {
        let reading = try Self.reading(matrix)
        #expect(reading.briefs == expected)
        #expect((reading.assessment == nil) == reading.findings.containsError)
    }

    @Test("a unit does not say itself that something is not assigned to it")
    func byItself() throws {
        let heading = "unit;metric;value;numerator;denominator;status\n"
        for row in ["h;1.3;;;;không giao\n", "h;1.3;Không giao;;;\n", "h;1.2;;không giao;;\n"] {
            let reading = try Self.reading("tiêu chí;a\n1.2;x\n", ["metrics.csv": heading + row])
            #expect(reading.errors.map { $0.prefix { $0 != " " } } == ["assessment.notAssignedByUnit"], "\(row)")
            #expect(reading.assessment == nil)
        }
    }

    @Test("points and opinions on what is not assigned are errors")
    func given() throws {
        let heading = "unit;criterion;stage;points;opinion;reason\n"
        let rows =
            "xa-1;1.2;appraisal;1;;vì\nxa-2;1.2;appraisal;;đồng ý;\nxa-2;1;appraisal;;đồng ý;\nh;1.2;appraisal;1;;vì\n"
        let reading = try Self.reading("tiêu chí;a;b\n1.2;x;\n", ["scores.csv": heading + rows])
        #expect(
            reading.errors == ["flow.givenNotAssigned scores.csv:3:5", "flow.givenNotAssigned scores.csv:2:4"]
        )
    }

    @Test("units that are left out change nothing for the others")
    func keepingGoing() throws {
        let metrics = SmallAssessment.metrics.replacing("xa-2;1.1;80;;;", with: "xa-2;1.1;180;;;")
        let reading = try Self.reading(
            "tiêu chí;a;b;xa-2\n1.2;x;;x\n", ["metrics.csv": metrics], keepGoing: true)
        let assessment = try #require(reading.assessment)
        #expect(
            assessment.leftOut == ["xa-2"]
                && assessment.units.indices.map { assessment.scores[$0].total.maximum } == [12, 9])
    }
}
