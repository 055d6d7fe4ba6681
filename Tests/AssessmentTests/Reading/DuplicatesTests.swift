import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Whatever is stated twice is an error, even when both statements agree.
@Suite struct DuplicatesTests {
    private static func tables(_ name: String, _ first: String, _ second: String, _ findings: [String], at: String)
        -> ReadingCase
    {
        ReadingCase(
            name,
            [
                "assessment.json": SmallAssessment.settings(#""files": {"metrics": ["a.csv", "b.csv"]}"#),
                "a.csv": first, "b.csv": second,
            ], findings, details: [0: [.unit: "h", .first: at]])
    }

    private static let long = "unit;metric;value;status\n"

    @Test(arguments: [
        ReadingCase(
            "unit", ["units.csv": SmallAssessment.units + "h;Huyện;district\n"],
            ["assessment.duplicateUnit units.csv:5:1"], details: [0: [.unit: "h", .first: "units.csv:2:1"]]),
        .rows(
            "figure", "h;1.1;5;;;\nxa-1;1.1;5;;;\nh;1.1;5;;;\n", ["assessment.duplicateFigure metrics.csv:4:3"],
            details: [0: [.unit: "h", .metric: "1.1", .first: "metrics.csv:2:3"]]),
        .rows(
            "figure as counts", "h;1.1;;5;6;\nh;1.1;5;;;\n", ["assessment.duplicateFigure metrics.csv:3:3"],
            details: [0: [.first: "metrics.csv:2:4"]]),
        .rows(
            "figure and no figure", "h;1.1;;;;chưa báo cáo\nh;1.1;5;;;\n",
            ["assessment.duplicateFigure metrics.csv:3:3"],
            details: [0: [.first: "metrics.csv:2:6"]]),
        .rows(
            "no figure after a figure", "h;1.1;5;;;\nh;1.1;;;;chưa báo cáo\n",
            ["assessment.duplicateFigure metrics.csv:3:3"]),
        ReadingCase(
            "row of a wide table", ["metrics.csv": "unit;1.1\nh;5\nxa-1;6\nh;5\n"],
            ["assessment.duplicateUnit metrics.csv:4:1"], details: [0: [.unit: "h", .first: "metrics.csv:2:1"]]),
        ReadingCase(
            "column of a wide table", ["metrics.csv": "unit;1.1;1.2;1.1\nh;5;6;5\n"],
            [
                "table.sameMeaning metrics.csv:1:4 «1.1»", "table.duplicateHeading metrics.csv:1:4 «1.1»",
                "assessment.duplicateFigure metrics.csv:2:4",
            ]),
        ReadingCase(
            "column under two names", ["metrics.csv": "unit;1.1;1.1 giá trị\nh;;5\n"],
            ["table.sameMeaning metrics.csv:1:3 «1.1 giá trị»"],
            details: [0: [.other: "1.1", .first: "metrics.csv:1:2"]]),
        ReadingCase(
            "count under two names", ["metrics.csv": "unit;1.1 tử số;1.1 mẫu số;1.1 numerator\nh;5;6;4\n"],
            ["table.sameMeaning metrics.csv:1:4 «1.1 numerator»"]),
        ReadingCase(
            "value and counts of a wide table", ["metrics.csv": "unit;1.1;1.1 tử số;1.1 mẫu số\nh;5;6;7\n"],
            ["assessment.duplicateFigure metrics.csv:2:3"], details: [0: [.first: "metrics.csv:2:2"]]),
        ReadingCase(
            "columns that mean the same", ["metrics.csv": "unit;metric;value;Kết quả\nh;1.1;5;6\n"],
            ["table.sameMeaning metrics.csv:1:4 «Kết quả»"]),
        tables(
            "two long", long + "h;1.1;5;\n", long + "h;1.1;5;\n", ["assessment.duplicateFigure b.csv:2:3"],
            at: "a.csv:2:3"),
        tables(
            "long and wide", long + "h;1.1;5;\n", "unit;1.1\nh;5\n", ["assessment.duplicateFigure b.csv:2:2"],
            at: "a.csv:2:3"),
        tables(
            "wide and long", "unit;1.1\nh;5\n", long + "h;1.1;5;\n", ["assessment.duplicateFigure b.csv:2:3"],
            at: "a.csv:2:2"),
        tables(
            "two wide", "unit;1.1\nh;5\n", "unit;1.1\nh;5\n", ["assessment.duplicateFigure b.csv:2:2"], at: "a.csv:2:2"),
        tables(
            "long without and wide with a figure", long + "h;1.1;;chưa báo cáo\n", "unit;1.1\nh;5\n",
            ["assessment.duplicateFigure b.csv:2:2"], at: "a.csv:2:4"),
        tables(
            "wide without and long with a figure", "unit;1.1\nh;chưa báo cáo\n", long + "h;1.1;5;\n",
            ["assessment.duplicateFigure b.csv:2:3"], at: "a.csv:2:2"),
        tables(
            "wide without and wide with a figure", "unit;1.1\nh;chưa báo cáo\n", "unit;1.1\nh;5\n",
            ["assessment.duplicateFigure b.csv:2:2"], at: "a.csv:2:2"),
    ])
    func isFound(_ item: ReadingCase) throws { try item.check() }

    /// A finding about a figure names the table that has it, not one with a blank cell for it.
    @Test func theFirstPlaceIsWhereTheFigureStands() throws {
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""files": {"metrics": ["a.csv", "b.csv", "c.csv"]}"#),
            "a.csv": "unit;1.1\nh;\n", "b.csv": "unit;1.1\nh;5\n", "c.csv": "unit;1.1\nh;6\n",
        ]).read()
        #expect(reading.briefs == ["assessment.duplicateFigure c.csv:2:2"])
        #expect(reading.findings.first?.text(.first) == "b.csv:2:2")
    }
}
