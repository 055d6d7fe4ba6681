import Assessment
import Values

/// Findings about the flow of an assessment: lines, windows, assignments.
enum FoundFlow {
    private static let scores = "unit;criterion;stage;points;opinion;reason;date\n"

    private static func stages(_ stages: String) -> String {
        SmallFolder.settings(#""maximumSpread": 366, "stages": [\#(stages)]"#)
    }

    private static func windows(_ windows: String) -> [String: String] {
        ["assessment.json": stages(#"{"code": "self", "windows": [\#(windows)]}"#)]
    }

    private static let faultyFiles: [[String: String]] =
        [
            ["scores.csv": scores + "h;1;appraisal;;tốt;\n"], ["scores.csv": scores + "h;1;appraisal;;điều chỉnh;\n"],
            ["scores.csv": scores + "h;1;self;;đồng ý;\n"], ["scores.csv": scores + "h;1;appraisal;1;đồng ý;x\n"],
            ["scores.csv": scores + "a;5;appraisal;;đồng ý;\nh;1;appraisal;;trả lại;\n"],
            ["scores.csv": "unit;criterion;Điểm thẩm định;Điểm thẩm định lại;Ý kiến\nh;1;1;;đồng ý\n"],
            ["assessment.json": SmallFolder.settings(#""alerts": {"leastIndex": 101}"#)],
            windows(#"{"closes": "2025-12-01"}, {"unit": "h", "group": "x", "opens": "2025-12-01"}, {"unit": "h"}"#),
            windows(#"{"unit": "h", "closes": "2025-12-01"}, {"unit": "h", "closes": "2025-12-02"}"#),
            windows(
                #"{"unit": "hh", "closes": "2025-12-01"}, {"group": "x", "closes": "2025-12-01"}, {"field": "x", "closes": "2025-12-01"}"#
            ),
            [
                "assessment.json": stages(
                    #"{"code": "self", "opens": "2025-12-02", "closes": "2025-12-01"}, {"code": "appraisal", "closes": {"workingDays": 1}}, {"code": "final", "closes": {"workingDays": 1, "afterStage": "appraisal"}}"#
                )
            ],
            [
                "assessment.json": stages(
                    #"{"code": "self", "closes": {"workingDays": 7, "after": "2025-11-20"}}"#)
            ],
            [
                "assessment.json": stages(
                    #"{"code": "self", "closes": {"workingDays": 7, "after": "2025-11-20"}}"#),
                "calendar.csv": "day;kind;name;verified\n2025-11-24;holiday;Ngày hội;no\n",
            ],
            ["calendar.csv": "day;kind\n2025-13-01;holiday\n2025-11-03;x\n2025-11-04;holiday\n4/11/2025;off\n;off\n"],
            [
                "assessment.json": stages(
                    #"{"code": "self", "closes": "2025-11-30"}, {"code": "appraisal", "closes": "2025-12-05"}"#),
                "metrics.csv": "unit;metric;value;as of\nh;1;50;2025-12-01\n",
                "scores.csv": scores + "h;2;appraisal;1;;x;2025-12-06\n",
            ],
        ]

    private static func assignments(_ matrix: String) -> [String: String] {
        [
            "assessment.json": SmallFolder.settings(
                #""groups": [{"code": "x", "name": "Khối X"}, {"code": "y", "name": "Khối Y"}]"#),
            "units.csv": "code;name;level;group\nh;H;district;x\na;A;commune;y\nb;B;commune;y\n",
            "assignments.csv": matrix,
        ]
    }

    private static let faultyAssignments: [[String: String]] = [
        assignments("tiêu chí;x;z;Khối X\n1;x;x;x\n"), assignments("tiêu chí;x\n9;x\n1;x\n1;x\n2;có thể\n3;5%\n"),
        assignments("tiêu chí;x\n4;5\n2;0\n"), assignments("tiêu chí;x;y\n1;x;\n2;;\n"),
        assignments("tiêu chí;y\n" + (1...8).map { "\($0);\n" }.joined()),
        assignments("tiêu chí;x;y\n1;x;\n").merging(
            ["scores.csv": scores + "a;1;appraisal;1;;x;\n"], uniquingKeysWith: { $1 }),
        ["metrics.csv": "unit;metric;value;numerator;denominator;status\nh;2;;;;không giao\n"],
    ]

    static var all: [Finding] {
        (faultyFiles + faultyAssignments).flatMap { SmallFolder($0).reading.findings } + [
            Finding(FlowFinding.percentSign, at: Location(file: "calendar.csv"), [.found: "5%"]),
            // No set of the folder has parts.
            Finding(
                FlowFinding.targetOfWhole, at: Location(file: "assignments.csv", line: 2, column: 2, isTable: true),
                [.criterion: "1", .found: "5"]),
        ]
    }
}
