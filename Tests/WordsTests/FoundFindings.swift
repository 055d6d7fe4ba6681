import Foundation
import Scoring
import Survey
import TestSupport
import Values

@testable import Assessment
@testable import Tables

/// Findings as the readers report them: at least one of every code.
enum FoundFindings {
    static let all: [Finding] =
        files + workbooks + tables + annexes + criteria + questionnaires + assessments + actions + errors + scenarios
        + volumes + answers + weights + calibrations + repeats + tallies + strata + FoundForms.all + FoundFlow.all
        + FoundRequests.all + FoundLists.all + FoundDrafts.all
        + FoundLedger.all + FoundBounds.all

    private static func caught(_ body: () throws -> Void) -> [Finding] {
        do {
            try body()
            return []
        } catch {
            return (error as? FindingsError)?.findings ?? []
        }
    }

    // MARK: - Files and tables

    private static var files: [Finding] {
        let folder = TemporaryFolder()
        let bytes: [[UInt8]] = [
            [0x50, 0x4B, 3, 4, 20, 0], [0xFF, 0xFE, 0x61, 0], Array("a;b\n1;\0".utf8),
            Array("a\n".utf8) + [0xC0, 0x80],
        ]
        let broken = folder.add([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 7], "a.gz")
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10, alignment: 1)
        defer { buffer.deallocate() }
        let location = Location(file: "a.csv")
        return caught { _ = try FileInput.bytes(of: folder.path("none")) }
            + caught { _ = try FileInput.bytes(of: folder.path) }
            + caught { _ = try FileInput.bytes(of: folder.add("abc", "a"), limit: 2) }
            + caught { _ = try FileInput.bytes(of: folder.add("abc", "b")) { folder.add("abcd", "b") } }
            + bytes.flatMap { bytes in caught { _ = try TextEncoding.check(bytes, file: "a.csv") } }
            + caught { _ = try BlockInput(path: broken).read(into: buffer) }
            + [EACCES, ENOSPC].flatMap { FileInput.failure($0, at: location, otherwise: .cannotWrite).findings }
            + FileInput.failure(EIO, at: location, otherwise: .cannotRead).findings
            + [Finding(FileFinding.rowTooLong, at: location, [.expected: .count(1 << 24)])]
            + caught { try FolderOutput.write([], to: folder.path) }
    }

    private static var tables: [Finding] {
        let texts = [
            "", "a;b\nHuy?n;1\n", "a;b\nHuyeän ñaûo;Xaõ\n", "a;b\nhuyÖn ®¶o;x·\n", "sep=:\na:b\n", "a;b;c\n1;\"2;3\n",
            "a;b\n1;\"2\"x\n", "a;b\n1; \"2\"\n", "a;b\n1;2;3\n", "a;b\n1;2;\n",
            "a,b\n99,5,1\n", "a;b;c\n1;2\n", "a;b\n1;2;3\n1;2;3\n1;2;3\n", "a;b\n1", "Mã;x;ma\n1;2;3\n",
            "a;;b\n1;x;2\n",
            "unit;Đơn vị\n1;2\n",
            "unit;value\na;97,5\nb;98.5\n", "unit;value\na;1.234\n", "unit;value\na;x\n",
            "unit;value\na;'80\nb;=\"70\"\nc;5\u{200B}5\n",
            "unit;value\na;1,1234567\n", "unit;value\na;99999999999999\n", "valeu;note\n1;2\n",
        ]
        let options = TableOptions(findingLimit: 2)
        let (forced, same) = (
            TableOptions(decimalSeparator: .comma), TableOptions(decimalSeparator: .comma, groupSeparator: .comma)
        )
        var found: [Finding] = officeTables
        for (text, options) in texts.map({ ($0, options) }) + [("unit;value\na;99.5\n", forced), ("a;b\n", same)] {
            found += caught {
                var table = try Table(file: "a.csv", bytes: Array(text.utf8), options: options)
                _ = table.requiredColumn(["unit", "đơn vị"])
                let value = table.requiredColumn(["value"])
                table.reportUnknownColumns()
                table.settleNumbers(in: [value].compactMap { $0 })
                found += table.findings
                guard let value else { return }
                found += table.usableRows.compactMap { table.finding(for: table.number($0, value), $0, value) }
            }
        }
        return found
    }

    /// Tables that offices keep, and text in other encodings than UTF-8.
    private static var officeTables: [Finding] {
        var (options, stated, wrong, free) = (TableOptions(), TableOptions(), TableOptions(), TableOptions())
        options.headings = KnownHeadings(needed: [[["unit"], ["value"]]])
        (stated.charset, wrong.charset, free.charset) = (.viscii, .utf8, .windows1258)
        // `Giá` in Windows-1258 is `Giỏ` in TCVN3; 0xC2 is `Â` in one and `Ẵ` in the other.
        let bytes: [([UInt8], TableOptions)] = [
            (Array("B\u{C1}O C\u{C1}O\nunit;value\na;1\n".utf8), options),
            (Array("unit;value\na;1\n\n;value\nunit;value;x\nunit;x;value\n".utf8), options),
            (Array("unit;value\nGi".utf8) + [0xE1, 0x3B, 0x31, 0x0A], TableOptions()),
            (Array("unit;value\nM".utf8) + [0xB7, 0x20, 0xAE, 0xAC, 0x6E, 0x3B, 0x31, 0x0A], TableOptions()),
            (Array("unit;value\nM".utf8) + [0xE3, 0x3B, 0x31, 0x0A], stated), ([0xFE, 0xFF, 0, 0x61], wrong),
            (Array("unit;value\n".utf8) + [0x9A, 0x0A], free),
        ]
        var several = Array("x;y\nunit;value\na;1\n\nb;1\nvalue;unit\n".utf8)
        several += Array("1;a\n".utf8)
        return (bytes + [(several, options)]).flatMap { bytes, options -> [Finding] in
            var found: [Finding] = []
            let refused = caught {
                var table = try Table(file: "a.csv", bytes: bytes, options: options)
                if table.columnCount > 1 { table.fillDown(0, where: { _, _ in true }, isSource: { _, _ in true }) }
                found = table.findings
            }
            return found + refused
        } + [
            Finding(
                TableFinding.unknownEncoding, at: Location(file: "a"), [.found: "utf-7", .expected: .names(["utf-8"])])
        ]
    }

    // MARK: - Criteria and questionnaires

    private static var criteria: [Finding] {
        let keys = (0...100).map { "\"x\($0)\": 1" }.joined(separator: ", ")
        return caught { _ = try CriteriaSet(reading: JSONDocument(file: "a.json", bytes: Array("{\(keys)}".utf8))) }
            + Repository.names(in: "Tests/ScoringTests/BadCriteria", ending: ".json").flatMap { name in
                caught {
                    let path = Repository.path("Tests/ScoringTests/BadCriteria/" + name)
                    let points = path.replacing(".json", with: ".overlay.json")
                    _ = try CriteriaSet.read(path, points: FileInput.exists(points) ? points : nil)
                }
            }
    }

    private static var questionnaires: [Finding] {
        Repository.names(in: "Tests/SurveyTests/BadQuestionnaires", ending: ".json").flatMap { name in
            Questionnaire.read(contentsOf: Repository.path("Tests/SurveyTests/BadQuestionnaires/" + name)).findings
        }
    }

    // MARK: - Assessments

    private static let figures = "unit;metric;value;numerator;denominator;status;evidence\n"

    /// Files that replace sound ones.
    private static let faultyFiles: [[String: String]] = [
        [
            "metrics.csv":
                "unit;metric;numerator;denominator;ratio\n(1);(2);(3);(4);(5)\nh;1;9;10;95\na;1;3;4;\nTổng cộng;;12;15;\n"
                + "I. Khối xã;;;;\nunit;metric;numerator;denominator;ratio\nNơi nhận: - Như trên;;;;\n"
        ],
        ["assessment.json": SmallFolder.settings(year: 2031)],
        ["units.csv": "code;name;level\nh;#REF!;district\n", "metrics.csv": figures + "h;1;;;;n/a;\n"],
        ["units.csv": "code;name;level\n"],
        ["units.csv": "code;name;level;ranked\nh;H;district;maybe\n"],
        [
            "units.csv":
                "code;name;level;parent;group\nh;;district;;\na;A;;;\nb;B;xx;;\nc;C;commune;x;x\nc;C;commune;;\nd;D;commune;xx;\n"
        ],
        ["units.csv": "code;name;level;parent\nh;H;district;a\na;A;commune;h\n"],
        [
            "units.csv": "code;name;level\nh;H;district\n001;A;commune\nb;A;commune\n",
            "metrics.csv": figures + "A;1;5;;;;\n1;1;5;;;;\nh;4a;5;;;;\n",
        ],
        ["units.csv": "code;name;level;parent\nh;H;district;a\na;A;commune;\n"],
        ["metrics.csv": figures + "zz;1;5;;;;\n;1;5;;;;\nh;;5;;;;\nh;x9;5;;;;\nh;1;;;;gì đó;\nh;1;5;;;chưa báo cáo;\n"],
        [
            "metrics.csv": figures
                + "h;1;101;;;;\nh;1;;5;;;\na;1;;-1;3;;\nb;1;;5;3;;\nb;3;2%;;;;\nb;2;1,5;;;;\na;2;;1;2;;\n"
        ],
        ["metrics.csv": figures + "h;1;;3;0;;\nb;7;;0;0;;\na;1;0,5;;;;\nh;2;5;;;;\nh;2;6;;;;\nh;3;1;;;;\n"],
        ["metrics.csv": figures + "h;1;1;;;;\na;1;0;;;;\nh;3;2000;;;;\n"],
        ["metrics.csv": figures + "a;5;3;;;;\na;1;;;;không áp dụng;\na;2;;;;không áp dụng;\n"],
        ["metrics.csv": figures + "a;4.a;;;;không áp dụng;\na;4.b;1;;;;\nb;1;9;;;;\n"],
        ["metrics.csv": figures + "h;6;1;;;;\nh;6.b;9000000000000;;;;\nh;6.c;9000000000000;;;;\n"],
        ["metrics.csv": "unit;1;Tỷ lệ 9.9;khác\nh;5;6;\nh;5;6;\n"],
        ["metrics.csv": "unit;metric;value;2;Tinh trangg\nh;1;;;không áp dụng\n"],
        ["metrics.csv": "unit;metric;value;evidence\nh;1;5;\"\na;1;6;\nb;1;7;\"\n"],
        ["scores.csv": "unit;criterion;stage;points\nh;9;self;1\nh;1;self;5\na;1;self;1\na;1;self;1\n"],
        ["scores.csv": "unit;criterion;stage;points;date\nh;1;self;1;3/7/25\na;1;self;1;3/7/2052\n"],
        ["scores.csv": "unit;criterion;stage;points\nh;2;appraisal;0,5\na;1;self;1\n"],
        [
            "assessment.json": SmallFolder.settings(
                #""files": {"survey": {"questionnaire": "q.json", "answers": []}}"#),
            "q.json": SmallFolder.questionnaireOfOneMetric, "scores.csv": "unit;criterion;stage;points\na;1;self;1\n",
            "metrics.csv": "unit;metric;value\na;3;1\n",
        ],
        ["assessment.json": SmallFolder.settings(#""stages": [{"code": "computed", "name": "x"}]"#)],
        [
            "assessment.json": SmallFolder.settings(
                #""stages": [{"code": "self", "name": "Một"}, {"code": "b", "name": "một"}]"#)
        ],
        ["assessment.json": SmallFolder.settings(#""dates": [{"name": "x", "due": "3/7/25"}]"#)],
        ["assessment.json": SmallFolder.settings(#""dates": [{"name": "x", "due": "3/7/2052"}]"#)],
        ["assessment.json": SmallFolder.settings(#""previous": "nowhere""#)],
        [
            "metrics.csv": "unit;metric;value;as of\na;2;1;2025-12-01\nb;2;1;2025-12-05\nh;2;1;2024-12-31\n"
                + "h;8;4;2025-12-01\nh;8.base;5;2025-12-05\n"
        ],
        ["assessment.json": SmallFolder.settings(#""period": "2025-13""#)],
        ["assessment.json": SmallFolder.settings(#""period": "2024-Q4""#)],
        [
            "units.csv": "code;name;level;parent;figures from\nh;H;district;;children\na;A;commune;h;\nb;B;commune;h;\n"
                + "c;C;commune;;children\nd;D;commune;;neighbours\n",
            "metrics.csv": figures + "h;2;9;;;;\na;2;1;;;;\nb;2;2;;;;\na;1;;1;2;;\na;7;5;;;;\nb;7;5;;;;\n",
        ],
        ["units.csv": "code;name;level;successor of;figures from\na;A;commune;a;predecessors\n"],
        ["units.csv": "code;name;level;successor of;figures from\na;A;commune;\"b,b,x\";predecessors\nb;B;commune;;\n"],
        [
            "assessment.json": SmallFolder.settings(#""groups": [{"code": "xa", "name": "x"}]"#)
                .replacing("criteria.json", with: "khoi.json"),
            "khoi.json": criteriaByGroup, "units.csv": "code;name;level;group\nh;H;district;xa\n",
        ],
        ["metrics.csv": figures + "h;8;5;;;;\nh;8.base;-4;;;;\na;8;5;;;;\na;8.base;4;;;;\na;7;;1;11;;\na;1;;1;10;;\n"],
        ["assessment.json": SmallFolder.settings(#""previous": "../a""#)],
        [
            "assessment.json": SmallFolder.settings(
                #""files": {"survey": {"questionnaire": "q.json", "answers": ["s.csv"]}}"#),
            "q.json": SmallFolder.questionnaire, "s.csv": "xã;q1\nh;5\na;5\na;4\n",
            "metrics.csv": "unit;metric;value\na;1;5\n",
        ],
    ]

    /// The criteria with a rule of its own for a group.
    private static let criteriaByGroup = SmallFolder.criteria.replacing(
        #""below": "proportional"}"#,
        with: #""below": "proportional"}, "byGroup": [{"groups": ["xxa"], "rule": "#
            + #"{"kind": "countThreshold", "threshold": {"atLeast": 5}}}]"#)

    private static var assessments: [Finding] {
        Assessment.read("/nowhere").findings
            + SmallFolder(["assessment.json": SmallFolder.settings().replacing("criteria.json", with: "none.json")])
            .reading.findings
            + SmallFolder(["assessment.json": SmallFolder.settings().replacing("criteria.json", with: "bộ/2026")])
            .reading.findings
            + SmallFolder(
                [
                    "assessment.json": SmallFolder.settings().replacing("criteria.json", with: "bộ/2026"),
                    "criteria/bộ/2026.json": SmallFolder.criteria,
                ]
            ).reading.findings
            + faultyFiles.flatMap { SmallFolder($0).reading.findings }
            + SmallFolder(
                [
                    "last/assessment.json": SmallFolder.settings(year: 2024),
                    "units.csv": "code;name;level;successor of\nh;H;district;\na;A;commune;zz\nb;B;commune;\n",
                ], lastYear: -5
            ).reading.findings
            + SmallFolder(
                [
                    "last/assessment.json": SmallFolder.settings(year: 2024),
                    "units.csv": "code;name;level;successor of\nh;H;district;\nb;B;commune;\nc;C;commune;b\n"
                        + "d;D;commune;\n",
                    "metrics.csv": "unit;metric;value\nh;3;5\nc;3;5\nd;3;5\n",
                ], lastYear: 1
            ).reading.findings
            + SmallFolder(
                [
                    "assessment.json": SmallFolder.settings(#""period": "2025-02", "previous": "last""#),
                    "last/assessment.json":
                        #"{"format": 1, "name": "T", "criteria": "../criteria.json", "period": "2025-01", "stage": "self"}"#,
                ], lastYear: 1
            ).reading.findings
    }

    private static var actions: [Finding] {
        let heading =
            "action;name;unit;metric;value;numerator;denominator;add;add numerator;cost;deadline;needs;excludes;mark\n"
        let rows = [
            "A;;;1;95;;;;;13,5;;;;\nA;;;2;9;;;;;27,5;;;;\n;;;1;95;;;;;1;;;;\n", "A;;zz;1;95;;;;;1;;;;\n",
            "A;;;x9;95;;;;;1;;;;\n",
            "A;;;4;1;;;;;1;;;;\n", "A;;;1;95;;;;;1;;B;;\n", "A;;;1;95;;;;;1;;A;;\n",
            "A;;;1;95;;;;;1;;B;;\nB;;;1;96;;;;;1;;A;;\n", "A;;;1;95;;;;;1;;B;B;\nB;;;1;96;;;;;1;;;;\n",
            "A;;;1;95;;;;;1;;;B;phải làm\nB;;;1;96;;;;;1;;;;phải làm\n", "A;;;1;95;;;;;1;;;;\nA;;a;1;96;;;;;;;;;\n",
            "A;;;1;;;;;;1;;;;\n", "A;;;;95;;;;;1;;;;\n", "A;;;1;95;;;2;;1;;;;\n", "A;;;1;95;;;;;5 %;;;;\n",
            "A;;;1;95;;;;;-1;;;;\n", "A;;;1;95;;;;;9000000000000;;;;\nB;;;1;95;;;;;9000000000000;;;;\n",
            "A;;;1;95;;;;;1;31/6/2025;;;\nB;;;1;95;;;;;1;31/7/2052;;;\n", "A;;;1;95;;;;;1;;;;có thể\n",
            "A;;;1;100,5;;;;;1;;;;\n", "A;;;1;0,98;;;;;1;;;;\n",
            "A;;;2;1,5;;;;;1;;;;\n",
            "A;;;2;;3;4;;;1;;;;\n", "A;;;1;;0;0;;;1;;;;\n", "A;;;1;;5;4;;;1;;;;\n", "A;;;1;1;;;;;1;;;;\n",
            "A;;a;5;1;;;;;1;;;;\n",
            "A;;a;2;;;;2;;1;;;;\n", "A;;h;1;;;;;2;1;;;;\n", "A;;;1;95;;;;;1;2026-01-01;;;\n", "",
        ]
        let twins = SmallFolder(["units.csv": "code;name;level\nh;H;district\na;A;commune\nb;A;commune\n"]).reading
        guard let assessment = SmallFolder().reading.assessment, let twins = twins.assessment else { return [] }
        let folder = TemporaryFolder()
        let units = "action;metric;value;cost;cost unit\nA;1;95;1;triệu đồng\nB;1;96;1;đồng\n"
        return (rows.map { heading + $0 } + [units]).flatMap {
            assessment.readActions(folder.add($0, "actions.csv")).findings
        } + twins.readActions(folder.add(heading + "A;;A;1;95;;;;;1;;;;\n", "actions.csv")).findings
    }

    private static var errors: [Finding] {
        guard let assessment = SmallFolder().reading.assessment else { return [] }
        let folder = TemporaryFolder()
        let unit = Finding(AssessmentFinding.unitLeftOut, at: Location(file: "s.json"), [.found: "h"])
        let twice = Finding(AssessmentFinding.tableTwice, at: Location(file: "units.xlsx"), [.found: "units.csv"])
        return [unit, twice]
            + MetricErrors.read(folder.add("unit;metric;standard error\nh;2;1\nh;1;-0,5\n"), for: assessment).findings
    }

    /// Each as a command states it of a unit.
    private static var volumes: [Finding] {
        let unit = FindingValue.text("h")
        let details: [VolumeFinding: FindingDetails] = [
            .unknownMetric: [.found: "2.11", .suggestion: "2.1"],
            .notCumulative: [.metric: "2.2", .expected: .names(["2.1"])], .repeatedMetric: [.metric: "2.1"],
            .notWhole: [.metric: "2.1", .found: .number(0)], .noCounts: [.metric: "2.1"],
            .belowCounted: [.metric: "2.1", .found: .number(9), .expected: .number(10)],
            .lastYearBelowCounted: [.metric: "2.1", .unit: unit, .found: .number(9), .expected: .number(10)],
        ]
        return VolumeFinding.allCases.map {
            Finding($0, at: Location(file: "--expect last-year"), details[$0] ?? [:])
        }
    }

    private static var scenarios: [Finding] {
        let half = FixedDecimal(mantissa: 500_000)
        let changes: [[Scenario.Change]] = [
            [], [.init("x9", .set(1))], [.init("4", .set(1))], [.init("1", .set(1)), .init("1", .set(2))],
            [.init("5", .set(1))], [.init("2", .add(1))], [.init("2", .answer(true))],
            [.init("1", .set(101))], [.init("2", .set(half))], [.init("2", .counts(numerator: 1, denominator: 2))],
            [.init("1", .counts(numerator: -1, denominator: 2))],
            [.init("1", .counts(numerator: half, denominator: 2))],
            [.init("1", .counts(numerator: 5, denominator: 2))], [.init("1", .counts(numerator: 5, denominator: 0))],
            [.init("3", .add(FixedDecimal(mantissa: .max)))], [.init("2", .status(.notApplicable))],
        ]
        guard let assessment = SmallFolder().reading.assessment else { return [] }
        var found: [Finding] = []
        func gather(_ body: (WhatIf) throws(ScenarioError) -> Void, unit: Int = 1) {
            do throws(ScenarioError) {
                try body(WhatIf(assessment.scores, unit: unit))
            } catch {
                found += error.findings(at: [], whole: Location(file: "--set"))
            }
        }
        for change in changes {
            gather { trial throws(ScenarioError) in _ = try trial.replay(Scenario(changes: change)) }
        }
        // In 1, h has only a percentage, and b has 0 of 0.
        let edits: [Scenario.Edit] = [.numerator(5), .add(1)]
        for (unit, edit) in zip([0, 2], edits) {
            let scenario = Scenario(changes: [.init("1", edit)])
            gather({ trial throws(ScenarioError) in _ = try trial.replay(scenario) }, unit: unit)
        }
        for (from, through) in [(5, 1), (0, 2000)] as [(FixedDecimal, FixedDecimal)] {
            let range = SweepRange(metric: "3", from: from, through: through, step: 1)
            gather { trial throws(ScenarioError) in _ = try trial.sweep(range) }
        }
        let bad = Array(#"{"format": 1, "changes": [{"metric": "a"}]}"#.utf8)
        return found + caught { _ = try Scenario.read(JSONDocument(file: "s.json", bytes: bad)) }
    }
}
