import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Codes and names that a spreadsheet or a copy damaged, in every table that names something.
@Suite struct DamagedCodesTests {
    /// `1.10` is a criterion of the small set beside `1.1`, whose second figure it may have been.
    @Test(arguments: [
        ReadingCase.rows(
            "in a long table", "h;1.1;90;;;\nh;1.1;50;;;\n", ["assessment.duplicateFigure metrics.csv:3:3"],
            details: [0: [.history: "trailingZero", .suggestion: "1.10", .first: "metrics.csv:2:3"]]),
        .rows(
            "a code that no other has but for its zeros", "h;1.2;90;;;\nh;1.2;50;;;\n",
            ["assessment.duplicateFigure metrics.csv:3:3"], details: [0: [.first: "metrics.csv:2:3"]]),
        ReadingCase(
            "in a wide table", ["metrics.csv": "unit;1.1;1.2;1.1\nh;90;80;50\n"],
            [
                "table.sameMeaning metrics.csv:1:4 «1.1»", "table.duplicateHeading metrics.csv:1:4 «1.1»",
                "assessment.duplicateFigure metrics.csv:2:4",
            ],
            details: [0: [.history: "trailingZero", .suggestion: "1.10", .first: "metrics.csv:1:2"]]),
        ReadingCase(
            "of points", ["scores.csv": "unit;criterion;stage;points\nh;1.1;self;1,81\nh;1.1;self;2\n"],
            ["assessment.duplicateGiven scores.csv:3:2"],
            details: [0: [.history: "trailingZero", .suggestion: "1.10", .first: "scores.csv:2:2"]]),
        ReadingCase(
            "of a unit",
            [
                "units.csv": "code;name;level\nh;H;district\n5.10;Xã Năm;commune\n",
                "metrics.csv": "unit;metric;value\n5.1;1.1;90\n",
            ], ["assessment.unknownUnit metrics.csv:2:1 «5.1»"],
            details: [0: [.history: "trailingZero", .suggestion: "5.10"]]),
    ])
    func aLostZero(_ item: ReadingCase) throws { try item.check() }

    @Test func aCodeWithoutALongerOneHasNoHistory() throws {
        let text = "unit;metric;value\nh;1.2;90\nh;1.2;50\n"
        let finding = try #require(try SmallAssessment(["metrics.csv": text]).read().findings.first)
        #expect(finding.details[.history] == nil && finding.details[.suggestion] == nil)
    }

    private static let hidden = "xa\u{200B}-9"

    /// Inside a text a sign that nobody sees is named, with its place and what stands there without it.
    @Test(arguments: [
        ReadingCase.rows(
            "a unit of figures", "\(hidden);1.1;90;;;\n", ["assessment.unknownUnit metrics.csv:2:1 «\(hidden)»"],
            details: [0: [.history: "U+200B", .suggestion: "xa-9"]]),
        .rows(
            "a metric", "h;1\u{AD}.2;90;;;\n", ["assessment.unknownMetric metrics.csv:2:2 «1\u{AD}.2»"],
            details: [0: [.history: "U+00AD", .suggestion: "1.2"]]),
        .rows(
            "a number", "h;1.2;9\u{200B}0;;;\n", ["table.notANumber metrics.csv:2:3 «9\u{FFFD}0»"],
            details: [0: [.history: "U+200B", .suggestion: "90"]]),
        .rows(
            "a status", "h;1.2;;;;không\u{200B}áp dụng\n",
            ["assessment.unknownStatus metrics.csv:2:6 «không\u{200B}áp dụng»"],
            details: [0: [.history: "U+200B", .suggestion: "không áp dụng"]]),
        ReadingCase(
            "a heading of a wide table", ["metrics.csv": "unit;1.1;1\u{200B}.2\nh;90;80\n"],
            ["assessment.unknownMetric metrics.csv:1:3 «1\u{200B}.2»"],
            details: [0: [.history: "U+200B", .suggestion: "1.2"]]),
        ReadingCase(
            "a unit of points", ["scores.csv": "unit;criterion;stage;points\n\(hidden);1.1;self;1\n"],
            ["assessment.unknownUnit scores.csv:2:1 «\(hidden)»"],
            details: [0: [.history: "U+200B", .suggestion: "xa-9"]]),
        ReadingCase(
            "a criterion", ["scores.csv": "unit;criterion;stage;points\nh;1\u{200B}.1;self;1\n"],
            ["assessment.unknownCriterion scores.csv:2:2 «1\u{200B}.1»"],
            details: [0: [.history: "U+200B", .suggestion: "1.1"]]),
        ReadingCase(
            "a parent",
            ["units.csv": "code;name;level;parent\nh;H;district;\nxa-1;A;commune;h\u{200B}h\nxa-2;B;commune;h\n"],
            ["assessment.unknownParent units.csv:3:4 «h\u{200B}h»"],
            details: [0: [.history: "U+200B", .suggestion: "hh"]]),
    ])
    func aSignNobodySees(_ item: ReadingCase) throws { try item.check() }

    /// What still names one unit is read as that.
    @Test func aSignNobodySeesInAName() throws {
        let text = "unit;metric;value\nxa\u{200B}-1;1.1;70\n"
        let reading = try SmallAssessment(["metrics.csv": text]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("xa-1", "1.1") == .value(70))
    }

    // MARK: - Names of several units

    /// Two communes are called Xã Một, in two districts; `xa-3` has a name of its own.
    private static let units = """
        code;name;level
        h;Huyện H;district
        xa-1;Xã Một;commune
        xa-2;Xã Một;commune
        xa-3;Xã Ba;commune

        """

    @Test(arguments: [
        ReadingCase(
            "in figures", ["metrics.csv": "unit;metric;value\nXã Ba;1.1;90\nXã Một;1.1;80\n"], ["metrics.csv:3:1"]),
        ReadingCase("in a wide table", ["metrics.csv": "unit;1.1\nXã Một;90\nXã Ba;80\n"], ["metrics.csv:2:1"]),
        ReadingCase(
            "in points", ["scores.csv": "unit;criterion;stage;points\nXã Ba;1.1;self;1\nXã Một;1.1;self;1\n"],
            ["scores.csv:3:1"]),
        ReadingCase(
            "written in other letters", ["metrics.csv": "unit;metric;value\nXÃ MỘT;1.1;80\n"], ["metrics.csv:2:1"]),
    ])
    func aNameOfTwoUnits(_ item: ReadingCase) throws {
        let reading = try SmallAssessment(["units.csv": Self.units].merging(item.files) { $1 }).read()
        let named = reading.findings.filter { $0.code == "assessment.ambiguousUnit" }
        #expect(reading.errors.count == 1)
        #expect(named.map(\.location.description) == item.findings)
        #expect(named.first?.text(.expected) == "xa-1, xa-2")
        #expect(reading.assessment == nil)
    }

    @Test func aNameOfTwoUnitsInActions() throws {
        let assessment = try #require(try SmallAssessment(["units.csv": Self.units]).read().assessment)
        let files = TemporaryFolder()
        let reading = assessment.readActions(
            files.add("action;name;unit;metric;value;cost\nA;;Xã Ba;1.1;90;1\nB;;\"xa-3, Xã Một\";1.1;90;1\n"))
        let errors = reading.findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["action.ambiguousUnit"])
        #expect([errors.first?.location.line, errors.first?.location.column] == [3, 3])
        #expect(errors.first?.text(.found) == "Xã Một")
        #expect(errors.first?.text(.expected) == "xa-1, xa-2")
    }

    @Test func aNameOfTwoUnitsInErrors() throws {
        let assessment = try #require(
            try SmallAssessment(["units.csv": Self.units, "metrics.csv": "unit;metric;value\nxa-3;1.1;90\n"]).read()
                .assessment)
        let files = TemporaryFolder()
        let (_, findings) = MetricErrors.read(
            files.add("unit;metric;standard error\nXã Ba;1.1;1\nXã Một;1.1;1\n"), for: assessment)
        #expect(findings.map(\.code) == ["assessment.ambiguousUnit"])
        #expect([findings.first?.location.line, findings.first?.location.column] == [3, 1])
        #expect(findings.first?.text(.expected) == "xa-1, xa-2")
    }
}
