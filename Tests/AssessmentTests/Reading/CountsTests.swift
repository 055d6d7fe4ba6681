import Assessment
import Scoring
import Testing
import Values

/// A value or its two counts; never both, never one count alone.
@Suite struct CountsTests {
    @Test(arguments: [
        ReadingCase.rows(
            "value and counts", "h;1.1;90;9;10;\n", ["assessment.contradictoryFigure metrics.csv:2:3"],
            details: [0: [.unit: "h", .metric: "1.1"]]),
        .rows("value and one count", "h;1.1;90;;10;\n", ["assessment.contradictoryFigure metrics.csv:2:3"]),
        .rows("value and a status", "h;1.1;90;;;không áp dụng\n", ["assessment.contradictoryFigure metrics.csv:2:3"]),
        .rows("counts and a status", "h;1.1;;9;10;chưa báo cáo\n", ["assessment.contradictoryFigure metrics.csv:2:4"]),
        .rows("value and the status that fits", "h;1.1;90;;;đã báo cáo\n", []),
        .rows(
            "no denominator", "h;1.1;;9;;\n", ["assessment.missingCount metrics.csv:2:5"],
            details: [0: [.key: "denominator"]]),
        .rows(
            "no numerator", "h;1.1;;;10;\n", ["assessment.missingCount metrics.csv:2:4"],
            details: [0: [.key: "numerator"]]),
        ReadingCase(
            "no column for it", ["metrics.csv": "unit;metric;numerator\nh;1.1;9\n"],
            ["assessment.missingCount metrics.csv:2:3"]),
        ReadingCase(
            "one of a wide table", ["metrics.csv": "unit;1.1 tử số;1.1 mẫu số\nh;9;\n"],
            ["assessment.missingCount metrics.csv:2:3"]),
        .rows(
            "more above than below", "h;1.1;;11;10;\n",
            ["assessment.numeratorExceedsDenominator metrics.csv:2:4 «11/10»"], details: [0: [.expected: "≤ 10"]]),
        .rows("n ÷ 0", "h;1.1;;3;0;\n", ["assessment.divisionByZero metrics.csv:2:4 «3/0»"]),
        .rows(
            "0 ÷ 0 without a convention", "h;1.1;;0;0;\n", ["assessment.zeroOverZero metrics.csv:2:4 «1.1»"],
            details: [0: [.unit: "h", .metric: "1.1"]]),
        .rows("0 ÷ 0 with one", "h;1.2;;0;0;\nh;2.1;;0;0;\n", []),
        .rows("0 of some", "h;1.1;;0;10;\n", []), .rows("all", "h;1.1;;10;10;\n", []),
        .rows("below zero", "h;1.1;;-1;10;\n", ["assessment.negativeCount metrics.csv:2:4 «-1/10»"]),
        .rows("counts where there are none", "h;1.3;;1;2;\n", ["assessment.notARatio metrics.csv:2:4 «1/2»"]),
        .rows(
            "above 100 %", "h;1.1;100,01;;;\n", ["assessment.outsideDomain metrics.csv:2:3 «100.01»"],
            details: [0: [.expected: "0 … 100"]]),
        .rows("negative percentage", "h;1.1;-0,5;;;\n", ["assessment.outsideDomain metrics.csv:2:3 «-0.5»"]),
        .rows("negative count", "h;1.3;-1;;;\n", ["assessment.outsideDomain metrics.csv:2:3 «-1»"]),
        .rows(
            "half a thing", "h;1.3;1,5;;;\n", ["assessment.offStep metrics.csv:2:3 «1.5»"],
            details: [0: [.expected: "1"]]),
        .rows("two yeses", "h;1.4;2;;;\n", ["assessment.outsideDomain metrics.csv:2:3 «2»"]),
        .rows("neither yes nor no", "h;1.4;0,5;;;\n", ["assessment.offStep metrics.csv:2:3 «0.5»"]),
        ReadingCase(
            "in a wide table", ["metrics.csv": "unit;1.1;1.3;1.4\nh;101;2,5;3\n"],
            [
                "assessment.outsideDomain metrics.csv:2:2 «101»", "assessment.offStep metrics.csv:2:3 «2.5»",
                "assessment.outsideDomain metrics.csv:2:4 «3»",
            ]),
    ])
    func areChecked(_ item: ReadingCase) throws { try item.check() }

    @Test func conventionsOfZeroOverZero() throws {
        let reading = try SmallAssessment([
            "metrics.csv": "unit;metric;numerator;denominator\nh;1.2;0;0\nh;2.1;0;0\nh;1.1;0;10\n"
        ]).read()
        #expect(
            reading.points("h").filter { $0 < "1.3" || $0 > "2" } == [
                "1.1=0", "1.2=-", "1.10=-", "2.1=1", "2.2=-", "3.1=-", "3.2=-",
            ])
    }
}
