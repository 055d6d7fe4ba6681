import Assessment
import Scoring
import Testing
import Values

/// Required cells that are blank.
@Suite struct BlankCellsTests {
    private static let groups = SmallAssessment.settings(groups: #"{"code": "xa", "name": "Khối xã"}"#)

    @Test(arguments: [
        ReadingCase.rows(
            "unit of a figure", ";1.1;5;;;\n", ["assessment.blankCell metrics.csv:2:1"], details: [0: [.key: "unit"]]),
        .rows(
            "metric of a figure", "h;;5;;;\n", ["assessment.blankCell metrics.csv:2:2"],
            details: [0: [.key: "metric", .unit: "h"]]),
        .rows(
            "value of a figure said to be reported", "h;1.1;;;;đã báo cáo\n", ["assessment.blankCell metrics.csv:2:3"],
            details: [0: [.key: "value", .unit: "h", .metric: "1.1"]]),
        ReadingCase(
            "unit of a wide row", ["metrics.csv": "unit;1.1\nh;5\n;6\n"], ["assessment.blankCell metrics.csv:3:1"]),
        ReadingCase(
            "code of a unit",
            ["units.csv": "code;name;level\n;H;district\nh;H;district\nxa-1;A;commune\nxa-2;B;commune\n"],
            ["assessment.blankCell units.csv:2:1"]),
        ReadingCase(
            "name of a unit", ["units.csv": "code;name;level\nh;;district\nxa-1;A;commune\nxa-2;B;commune\n"],
            ["assessment.blankCell units.csv:2:2"], details: [0: [.unit: "h", .key: "name"]]),
        ReadingCase(
            "level of a unit", ["units.csv": "code;name;level\nh;H;\nxa-1;A;commune\nxa-2;B;commune\n"],
            ["assessment.blankCell units.csv:2:3"], details: [0: [.unit: "h", .key: "level"]]),
        ReadingCase(
            "group of a unit where there are groups",
            [
                "assessment.json": groups,
                "units.csv": "code;name;level;group\nh;H;district;\nxa-1;A;commune;xa\nxa-2;B;commune;xa\n",
            ], ["assessment.blankCell units.csv:2:4"], details: [0: [.unit: "h", .key: "group"]]),
        ReadingCase(
            "no column of groups where there are groups", ["assessment.json": groups],
            ["table.missingColumn units.csv:1 «code, name, level»"]),
    ])
    func isFound(_ item: ReadingCase) throws { try item.check() }

    @Test func aUnitMayStandInSeveralUnitsPlace() throws {
        let reading = try SmallAssessment([
            "units.csv":
                "code;name;level;kế thừa\nh;H;district;\nxa-1;A;commune;\"xa-3, xa-4 ; xa-5\"\nxa-2;B;commune;xa-6\n"
        ]).read()
        #expect(reading.briefs == [])
        #expect(reading.assessment?.units.map(\.successorOf) == [[], ["xa-3", "xa-4", "xa-5"], ["xa-6"]])
    }
}
