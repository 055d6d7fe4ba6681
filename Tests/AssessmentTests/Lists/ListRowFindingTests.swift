import TestSupport
import Testing
import Values

@testable import Assessment

/// Rows that cannot be counted: none is lost without anybody knowing.
@Suite struct ListRowFindingTests {
    private static let good = "2;a;T;V;Trực tuyến;;2025-06-01;2025-06-10;2025-06-10"

    /// One row that cannot be read is named, and its unit has an error.
    @Test(arguments: [
        ("1;a;T;V;x;;2025-06-01;2025-06-31;2025-06-10", ["list.unreadableCell 2", "list.tooManyUnreadable 0"]),
        ("1;a;T;V;x;;2025-06-01;2025-06-10;#REF!", ["list.unreadableCell 2", "list.tooManyUnreadable 0"]),
        ("1;a;T;V;x;;2025-06-01;;2025-06-10", ["list.missingDay 2", "list.tooManyUnreadable 0"]),
        ("1;;T;V;x;;2025-06-01;2025-06-10;2025-06-10", ["list.blankUnit 2", "list.unreadableWithoutUnit 0"]),
        ("1;a;T;V;x;;2025-06-01;2025-06-10;2025-06-10;thừa", ["list.brokenRow 2", "list.unreadableWithoutUnit 0"]),
        (#"1;a;"T"x;V;x;;2025-06-01;2025-06-10;2025-06-10"#, ["list.brokenRow 2", "list.unreadableWithoutUnit 0"]),
        ("1;Xã C;T;V;x;;2025-06-01;2025-06-10;2025-06-10", ["list.unknownUnit 2"]),
        (";a;T;V;x;;2025-06-01;2025-06-10;2025-06-10", ["list.withoutNumber 0"]),
        ("2;a;T;V;x;;2025-06-01;2025-06-10;2025-06-10", ["list.repeatedNumber 3"]),
        ("2;b;T;V;x;;2025-06-01;2025-06-10;2025-06-10", []), (";;;;;;;;", []), ("", []),
        ("1;a;T;V;x;;2025-06-01;2025-06-10;2025-06-10;;", []), ("1;a;T;V;x;;2025-06-01;2025-06-10", []),
    ])
    func named(row: String, findings: [String]) {
        #expect(ListFolder(rows: [row, Self.good]).outcome.findings == findings)
    }

    /// What the conditions do not need may be anything: a row outside the period loses nothing.
    @Test func whatDoesNotMatter() {
        let folder = ListFolder(
            rows: ["1;Xã C;T;V;x;mười;2024-06-01;2024-06-31;", Self.good],
            entry: #""file": "list.csv", "period": "received""#)
        #expect(folder.outcome == (["a 1: 1/1"], []))
    }

    /// A row without its day is in no period that anybody knows.
    @Test(arguments: ["", "hôm qua"])
    func periodThatCannotBeRead(day: String) {
        let folder = ListFolder(
            rows: ["1;a;T;V;x;;\(day);2025-06-10;2025-06-10", Self.good],
            entry: #""file": "list.csv", "period": "received""#)
        let code = day.isEmpty ? "list.missingDay" : "list.unreadableCell"
        #expect(folder.outcome == ([], ["\(code) 2", "list.tooManyUnreadable 0"]))
    }

    /// Up to what the profile allows, rows may be left out. One of four is 25 %.
    @Test(arguments: [("24.9", true), ("25", false)])
    func tolerance(percent: String, isError: Bool) {
        let rows = [
            "1;a;T;V;x;;2025-06-01;x;2025-06-10", Self.good, "3;a;T;V;x;;2025-06-01;2025-06-10;2025-06-11",
            "4;a;T;V;x;;2025-06-01;2025-06-10;2025-06-10", "1;b;T;V;x;;2025-06-01;2025-06-10;2025-06-10",
        ]
        let folder = ListFolder(rows: rows, profile: #""maximumUnreadable": \#(percent), "#)
        #expect(folder.outcome.findings == ["list.unreadableCell 2"] + (isError ? ["list.tooManyUnreadable 0"] : []))
        #expect(folder.outcome.figures == (isError ? [] : ["a 1: 2/3", "b 1: 1/1"]))
        // The others can be scored all the same.
        let kept = folder.reading(keepGoing: true).assessment
        #expect(kept.map { ListFolder.figures(of: $0) } == (isError ? ["b 1: 1/1"] : ["a 1: 2/3", "b 1: 1/1"]))
    }

    /// Units by code, by name in any spelling, as the system calls them, and those that are not assessed.
    @Test func units() {
        let rows = ["a", "Xã A", "xa a", "UBND Xã A", "B2"].enumerated().map {
            "\($0.offset);\($0.element);T;V;x;;2025-06-01;2025-06-10;2025-06-10"
        }
        let outside = "9;Sở Y tế;T;V;x;;2025-06-01;x;y"
        let units = #""units": {"ubnd xã a": "a", "B2": "b", "Sở Y tế": null}, "#
        let folder = ListFolder(rows: rows + [outside], profile: units)
        #expect(folder.outcome == (["a 1: 4/4", "b 1: 1/1"], ["list.othersLeftOut 0"]))
        let others = ListFolder(rows: [Self.good, outside], profile: #""leavesOutOthers": true, "#)
        #expect(others.outcome == (["a 1: 1/1"], ["list.othersLeftOut 0"]))
        let wrong = ListFolder(rows: [Self.good], profile: #""units": {"X": "zz"}, "#)
        #expect(wrong.reading().findings.map(\.code).contains("assessment.unknownUnit"))
    }

    /// A figure that a table has too is an error that names both places.
    @Test func figureInATableToo() throws {
        let folder = ListFolder(
            rows: [Self.good], figures: "unit;metric;numerator;denominator\nb;1;1;2\na;1;9;10\n")
        let finding = try #require(folder.reading().findings.first { $0.code == "list.figureTwice" })
        #expect(finding.location.file.hasSuffix("metrics.csv"))
        #expect(finding.location.line == 3)
        #expect(finding.text(.first)?.hasSuffix("list.csv") == true)
        #expect(finding.severity == .error)
        // A row that says that nothing is reported does not contradict the list.
        let missing = ListFolder(rows: [Self.good], figures: "unit;metric;numerator;denominator\na;1;;\nb;1;1;2\n")
        #expect(missing.outcome == (["a 1: 1/1", "b 1: 1/2"], []))
    }

    /// Two entries may have the figures of different units, but not of one.
    @Test func twoLists() {
        let entry =
            #""file": "list.csv", "profile": "profile.json", "metrics": {\#(ListFolder.metrics)}}, {"file": "other.csv""#
        for (unit, findings) in [("b", []), ("a", ["list.figureTwice 0"])] {
            let other = "2;\(unit);T;V;x;;2025-06-01;2025-06-10;2025-06-11"
            let folder = ListFolder(
                ["list.csv": ListFolder.text([Self.good]), "other.csv": ListFolder.text([other])], entry: entry)
            #expect(folder.outcome.findings == findings)
            #expect(folder.outcome.figures == (unit == "b" ? ["a 1: 1/1", "b 1: 0/1"] : []))
        }
    }

    /// The export of several units in several files, also with other headings and columns; one unit a file.
    @Test func severalFiles() {
        let other = "Xã;Ngày trả;Hẹn trả;Mã hồ sơ;Ngày nhận;Thủ tục;Thôn;Nộp;Phí\nb;2025-06-11;2025-06-10;2;;T;V;x;\n"
        let files = ["list.csv": ListFolder.text([Self.good]), "other.csv": other]
        let entry = #""file": ["list.csv", "other.csv"]"#
        #expect(ListFolder(files, entry: entry).outcome == (["a 1: 1/1", "b 1: 0/1"], []))
        let again = ListFolder(
            ["list.csv": files["list.csv"] ?? "", "other.csv": files["list.csv"] ?? ""], entry: entry)
        #expect(again.outcome.findings == ["list.sameFile 0"])
        let repeated = ListFolder(
            ["list.csv": ListFolder.text([Self.good]), "other.csv": ListFolder.text(["7;b;;;;;;;", Self.good])],
            metrics: #""2": {}"#, entry: entry)
        #expect(repeated.outcome.findings == ["list.repeatedNumber 3"])
        let single = ListFolder(rows: [Self.good], entry: #""file": "list.csv", "unit": "Xã B""#)
        #expect(single.outcome == (["b 1: 1/1"], []))
    }

    @Test func textsThatNoRowHas() throws {
        let folder = ListFolder(
            rows: [Self.good], metrics: #""2": {"where": {"column": "way", "in": ["Trực tuyến", "Trực tiếp"]}}"#)
        let finding = try #require(folder.reading().findings.first { $0.code == "list.valueNotFound" })
        #expect(finding.text(.found) == "Trực tiếp")
        #expect(finding.text(.other) == "Trực tuyến")
        #expect(finding.location.file.hasSuffix("assessment.json"))
        let nothing = ListFolder(rows: [Self.good], metrics: #""2": {"where": {"column": "fee", "more": 0}}"#)
        #expect(nothing.outcome == (["a 2: 0"], ["list.nothingCounted 2"]))
    }

    /// Many rows that cannot be read are counted, and a hundred of them named.
    @Test func manyRows() {
        let rows = (0..<250).map { "\($0);a;T;V;x;;2025-06-01;x;" }
        let findings = ListFolder(rows: rows).reading().findings
        #expect(findings.count { $0.code == "list.unreadableCell" } == 100)
        #expect(findings.first { $0.unlisted != nil }?.unlisted == 150)
    }
}
