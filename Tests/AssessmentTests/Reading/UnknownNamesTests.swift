import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Unknown names are reported at their place, with what may be meant.
@Suite struct UnknownNamesTests {
    @Test(arguments: [
        ReadingCase.rows(
            "unit", "xa1;1.1;5;;;\n", ["assessment.unknownUnit metrics.csv:2:1 «xa1»"],
            details: [0: [.suggestion: "xa-1"]]),
        .rows("a name like a sum", "Tổng cục;1.1;5;;;\n", ["assessment.unknownUnit metrics.csv:2:1 «Tổng cục»"]),
        .rows(
            "metric", "h;1.11;5;;;\n", ["assessment.unknownMetric metrics.csv:2:2 «1.11»"],
            details: [0: [.unit: "h", .suggestion: "1.1"]]),
        .rows("field", "h;1;5;;;\n", ["assessment.unknownMetric metrics.csv:2:2 «1»"]),
        .rows(
            "status", "h;1.1;;;;không áp dung nhé\n", ["assessment.unknownStatus metrics.csv:2:6 «không áp dung nhé»"],
            details: [0: [.suggestion: "không áp dụng", .unit: "h", .metric: "1.1"]]),
        ReadingCase(
            "column", ["metrics.csv": "unit;metric;value;Ghi chú khác\nh;1.1;5;\n"],
            ["table.unknownColumn metrics.csv:1:4 «Ghi chú khác»"]),
        ReadingCase(
            "column of a wide table", ["metrics.csv": "unit;1.1;Người nhập\nh;5;An\n"],
            ["assessment.unknownColumn metrics.csv:1:3 «Người nhập»"]),
        ReadingCase(
            "metric of a wide table", ["metrics.csv": "unit;1.1;1.12\nh;5;6\n"],
            ["assessment.unknownMetric metrics.csv:1:3 «1.12»"], details: [0: [.suggestion: "1.1"]]),
        ReadingCase(
            "code within words", ["metrics.csv": "unit;1.1;Tỷ lệ 1.2 (%)\nh;5;6\n"],
            ["assessment.unknownMetric metrics.csv:1:3 «Tỷ lệ 1.2 (%)»"], details: [0: [.suggestion: "1.2"]]),
        ReadingCase(
            "part of a wide table", ["metrics.csv": "unit;1.1 tử;1.1 mẫu số\nh;5;6\n"],
            ["assessment.unknownMetric metrics.csv:1:2 «1.1 tử»", "assessment.missingCount metrics.csv:2:3"]),
        ReadingCase(
            "metric column in a long table", ["metrics.csv": "unit;metric;value;1.2\nh;1.1;5;6\n"],
            ["table.unknownColumn metrics.csv:1:4 «1.2»", "assessment.metricColumnInLongTable metrics.csv:1:4 «1.2»"]),
        ReadingCase(
            "column of statuses", ["metrics.csv": "unit;metric;value;Tinh trangg\nh;1.1;5;\nh;1.2;;không áp dụng\n"],
            [
                "table.unknownColumn metrics.csv:1:4 «Tinh trangg»",
                "assessment.figureInUnknownColumn metrics.csv:3:4 «không áp dụng»",
            ],
            details: [0: [.suggestion: "tình trạng"], 1: [.unit: "h", .metric: "1.2", .key: "Tinh trangg"]]),
        ReadingCase(
            "column of values beside counts",
            ["metrics.csv": "unit;metric;Số đạt;tử số;mẫu số\nh;1.1;5;;\nh;1.2;;1;2\nh;1.4;có;;\n"],
            [
                "table.unknownColumn metrics.csv:1:3 «Số đạt»", "assessment.figureInUnknownColumn metrics.csv:2:3 «5»",
                "assessment.figureInUnknownColumn metrics.csv:4:3 «có»",
            ]),
        ReadingCase(
            "column of targets", ["metrics.csv": "unit;metric;value;Chỉ tiêu\nh;1.1;;100\n"],
            ["table.unknownColumn metrics.csv:1:4 «Chỉ tiêu»"]),
        ReadingCase(
            "level", ["units.csv": "code;name;level\nh;H;distrct\n", "metrics.csv": "unit;metric;value\nh;1.1;5\n"],
            ["assessment.unknownLevel units.csv:2:3 «distrct»"],
            details: [0: [.unit: "h", .suggestion: "district", .expected: "district, commune"]]),
        ReadingCase(
            "parent", ["units.csv": "code;name;level;parent\nh;H;district;\nxa-1;A;commune;hh\nxa-2;B;commune;h\n"],
            ["assessment.unknownParent units.csv:3:4 «hh»"], details: [0: [.unit: "xa-1", .suggestion: "h"]]),
        ReadingCase(
            "group",
            [
                "assessment.json": SmallAssessment.settings(groups: #"{"code": "xa", "name": "Khối xã"}"#),
                "units.csv": "code;name;level;group\nh;H;district;Khối xã\nxa-1;A;commune;xaa\nxa-2;B;commune;xa\n",
            ], ["assessment.unknownGroup units.csv:3:4 «xaa»"], details: [0: [.unit: "xa-1", .suggestion: "xa"]]),
        ReadingCase(
            "group where there are none",
            ["units.csv": "code;name;level;group\nh;H;district;\nxa-1;A;commune;xa\nxa-2;B;commune;\n"],
            ["assessment.unknownGroup units.csv:3:4 «xa»"]),
    ])
    func isFound(_ item: ReadingCase) throws { try item.check() }

    /// 1.30 may be 1.3 or 1.10; tables and scenarios say the same.
    @Test func aScenarioSuggestsWhatATableDoes() throws {
        let table = try SmallAssessment(["metrics.csv": "unit;metric;value\nh;1.30;5\n"]).read()
        #expect(table.findings.first { $0.code == "assessment.unknownMetric" }?.text(.suggestion) == "1.3")
        let trial = WhatIf(try #require(try SmallAssessment().read().assessment).scores, unit: 0)
        do throws(ScenarioError) {
            _ = try trial.replay(Scenario(changes: [.init("1.30", .set(5))]))
            Issue.record("replayed")
        } catch {
            #expect(error.faults.map { $0.details[.suggestion] } == ["1.3"])
        }
    }
}
