import Assessment
import Scoring
import Testing
import Values

/// Tables that are missing, empty or broken.
@Suite struct BrokenTablesTests {
    @Test(arguments: [
        ReadingCase("empty figures", ["metrics.csv": ""], ["table.empty metrics.csv"]),
        ReadingCase("empty units", ["units.csv": "\n\n"], ["table.empty units.csv"]),
        ReadingCase("no units", ["units.csv": "code;name;level\n"], ["assessment.noUnits units.csv"]),
        ReadingCase("no figures", ["metrics.csv": "unit;metric;value\n"], []),
        ReadingCase("no figures, wide", ["metrics.csv": "unit;1.1\n"], []),
        ReadingCase(
            "no column of units", ["metrics.csv": "metric;value\n1.1;5\n"],
            ["table.missingColumn metrics.csv:1 «metric, value»"]),
        ReadingCase(
            "no column of figures", ["metrics.csv": "unit;metric;evidence\nh;1.1;x\n"],
            ["table.missingColumn metrics.csv:1 «unit, metric, evidence»"]),
        // Not a figure of each unit in every row, said as often as there are rows.
        ReadingCase(
            "a misspelt column of metrics",
            ["metrics.csv": "unit;mã số liêu x;value\nh;1.1;5\nh;1.2;6\nxa-1;1.1;7\n"],
            ["table.missingColumn metrics.csv:1 «unit, mã số liêu x, value»"],
            details: [0: [.other: "mã số liêu x", .suggestion: "mã số liệu"]]),
        ReadingCase(
            "counts without a column of metrics",
            ["metrics.csv": "unit;numerator;denominator\nh;1;5\nh;2;6\n"],
            ["table.missingColumn metrics.csv:1 «unit, numerator, denominator»"]),
        ReadingCase(
            "no column of levels", ["units.csv": "code;name;levl\nh;H;district\n"],
            [
                "table.missingColumn units.csv:1 «code, name, levl»", "table.unknownColumn units.csv:1:3 «levl»",
            ], details: [0: [.other: "levl", .suggestion: "level"]]),
        ReadingCase(
            "a title above another heading", ["metrics.csv": "BÁO CÁO;;\nunitt;metricc;value\nh;1.1;5\n"],
            [
                "assessment.unknownColumn metrics.csv:1:1 «BÁO CÁO»",
                "table.blankHeading metrics.csv:1:2 «metricc»", "table.blankHeading metrics.csv:1:3 «value»",
                "table.missingColumn metrics.csv:1 «BÁO CÁO»",
            ]),
        .rows("too few cells", "h;1.1;5", ["table.tooFewCells metrics.csv:2:3 «3»"], details: [0: [.unit: "h"]]),
        .rows(
            "too many cells", "h;1.1;5;;;;x\n", ["table.tooManyCells metrics.csv:2:7 «7»"], details: [0: [.unit: "h"]]),
        .rows(
            "an open quote", "h;1.1;5;;;\"x\nxa-1;1.1;6;;;\n",
            ["table.unclosedQuote metrics.csv:2:6 «\"x xa-1;1.1;6;;; »"]),
        .rows(
            "rows inside quotes", "h;1.1;5;;;\"\nxa-1;1.1;6;;;\nxa-2;1.1;7;;;\"\n",
            [
                "assessment.rowsInsideQuotes metrics.csv:2:6 «2»",
                "assessment.unknownStatus metrics.csv:2:6 «xa-1;1.1;6;;;\nxa-2;1.1;7;;;»",
            ]),
    ])
    func areFound(_ item: ReadingCase) throws { try item.check() }

    @Test func severalLinesOfTextInACellAreFine() throws {
        let reading = try SmallAssessment([
            "metrics.csv": "unit;metric;value;evidence\nh;1.1;5;\"Kế hoạch 1; 2\nBáo cáo 3\"\n"
        ]).read()
        #expect(reading.briefs == [])
    }

    @Test(arguments: ["units.csv", "metrics.csv"])
    func aMissingTable(_ name: String) throws {
        let reading = try SmallAssessment(without: [name]).read()
        #expect(reading.briefs == ["file.notFound \(name)"])
        #expect(reading.assessment == nil)
    }

    @Test func missingCriteria() throws {
        let reading = try SmallAssessment(without: ["../criteria.json"]).read()
        #expect(reading.briefs == ["assessment.noCriteriaFile assessment.json «../criteria.json»"])
        #expect(reading.assessment == nil)
    }

    @Test func faultyCriteria() throws {
        let text = SmallAssessment.criteria.replacing(#""maximum": 10}"#, with: #""maximum": 11}"#)
        let reading = try SmallAssessment(["../criteria.json": text]).read()
        #expect(reading.findings.map(\.code) == ["criteria.maximumDiffers"])
        #expect(reading.assessment == nil)
    }
}
