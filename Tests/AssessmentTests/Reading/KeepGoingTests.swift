import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// `--keep-going`: sound units are scored as if the others did not exist, and the others are named.
@Suite struct KeepGoingTests {
    private static let heading = "unit;metric;value;numerator;denominator;status\n"
    private static let sound = "h;1.1;90;;;\nxa-1;1.1;;9;10;\nxa-1;1.3;4;;;\nh;1.2;55,5;;;\n"

    /// Errors that only concern xa-2.
    @Test(arguments: [
        ["metrics.csv": heading + sound + "xa-2;1.1;101;;;\n"], ["metrics.csv": heading + sound + "xa-2;1.1;viel;;;\n"],
        ["metrics.csv": heading + sound + "xa-2;1.99;5;;;\n"], ["metrics.csv": heading + sound + "xa-2;1.1;5;;;;x\n"],
        ["metrics.csv": heading + sound + "xa-2;1.1;5;;;\nxa-2;1.1;5;;;\n"],
        ["metrics.csv": heading + sound + "xa-2;1.1;;0;0;\n"],
        ["metrics.csv": heading + sound + "xa-2;1.1;;;;không áp dụng\n"],
        [
            "metrics.csv": heading + sound,
            "units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\nxa-2;B;xã phường\n",
        ],
        [
            "metrics.csv": heading + sound,
            "units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\nxa-2;;commune\n",
        ],
        [
            "metrics.csv": heading + sound,
            "units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\nxa-2;B;commune;x\n",
        ],
        ["metrics.csv": heading + sound, "units.csv": SmallAssessment.units + "xa-2;B;commune\n"],
        // The figures of a unit whose own row is wrong are not those of an unknown unit.
        [
            "metrics.csv": heading + sound + "xa-2;1.1;50;;;\nxa-2;2.2;50;;;\n",
            "units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\nxa-2;B;xã phường\n",
        ],
        ["metrics.csv": heading + sound, "scores.csv": "unit;criterion;stage;points\nxa-2;1.1;self;9\n"],
        ["metrics.csv": heading + sound, "scores.csv": "unit;criterion;stage;points\nxa-2;1.1;self;1;x\n"],
    ])
    func soundUnitsAreScoredAsIfAlone(_ files: [String: String]) throws {
        let alone = try SmallAssessment([
            "metrics.csv": Self.heading + Self.sound, "units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\n",
        ]).read()
        #expect(alone.briefs == [])

        let stopped = try SmallAssessment(files).read()
        #expect(stopped.assessment == nil)
        #expect(stopped.errors.count == 1)
        #expect(stopped.findings.filter { $0.severity == .error }.allSatisfy { $0.text(.unit) == "xa-2" })

        let reading = try SmallAssessment(files).read { $0.keepGoing = true }
        #expect(reading.briefs == stopped.briefs)
        let assessment = try #require(reading.assessment)
        #expect(assessment.leftOut == ["xa-2"])
        #expect(assessment.units.map(\.code) == ["h", "xa-1"])
        for (position, unit) in ["h", "xa-1"].enumerated() {
            #expect(reading.points(unit) == alone.points(unit))
            #expect(assessment.scores[position].total == alone.assessment?.scores[position].total)
        }
    }

    /// A row that names no unit may be about any that lacks what the row has; the others are scored.
    @Test(arguments: [
        (["metrics.csv": "unit;1.1;1.3\nh;50;3\nxa-1;60;4\nxa-2;70;5\nXã Lạ;180;12\n"], []),
        (["metrics.csv": "unit;1.1;1.3\nh;50;3\nxa-1;60;4\nXã Lạ;110;7\n"], ["xa-2"]),
        (["metrics.csv": "unit;1.1;1.3\nh;50;3\nxa-1;60;4\n;10;7\n#REF!;10;7\n"], ["xa-2"]),
        (["metrics.csv": heading + sound + "xa-2;1.1;8;;;\nLạ;1.1;98;;;\n"], []),
        (["metrics.csv": heading + sound + "xa-2;1.1;8;;;\nLạ;1.3;4;;;\n"], ["h", "xa-2"]),
        // The district alone is asked for 2.2.
        (["metrics.csv": heading + sound + "xa-2;1.1;8;;;\nLạ;2.2;4;;;\n"], ["h"]),
        (
            [
                "metrics.csv": heading + sound + "Xã;1.3;8;;;\n",
                "units.csv": "code;name;level\nh;H;district\nxa-1;Xã;commune\nxa-2;Xã;commune\n",
            ], ["xa-2"]
        ),
        (
            [
                "scores.csv": "unit;criterion;stage;points\nh;1.1;self;1\nxa-1;1.1;self;1\nxa-2;1.1;self;1\n"
                    + "Lạ;1.1;self;2\n"
            ], []
        ),
        (["scores.csv": "unit;criterion;stage;points\nh;1.1;self;1\nLạ;1.1;self;1\n"], ["xa-1", "xa-2"]),
    ])
    func rowsThatNameNoUnit(_ files: [String: String], leftOut: [String]) throws {
        let stopped = try SmallAssessment(files).read()
        #expect(stopped.findings.containsError)
        let reading = try SmallAssessment(files).read { $0.keepGoing = true }
        #expect(reading.briefs == stopped.briefs)
        #expect(reading.assessment?.leftOut == leftOut)
        #expect(reading.assessment?.units.map(\.code) == ["h", "xa-1", "xa-2"].filter { !leftOut.contains($0) })
    }

    /// What is wrong with last year's figures of a unit concerns the unit that succeeds it, not one of the same code.
    @Test(arguments: [
        ("a;1.5;2\na;1.5;9\nb;1.5;4\n", ["n"]), ("a;1.5;2\nb;1.5;4\nb;1.1;x\n", ["n"]),
        ("a;1.5;2\nb;1.5;4\nh;1.5;x\n", ["h"]), ("a;1.5;2\nb;1.5;4\nc;1.5;x\n", []),
    ])
    func errorsOfLastYear(figures: String, leftOut: [String]) throws {
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""previous": "../last""#),
            "units.csv": "code;name;level;successor of\nh;H;district;\nn;N;commune;a, b\nc;C;commune;d\n",
            "metrics.csv": "unit;metric;value\nh;1.5;9\nn;1.5;9\nc;1.5;9\n",
            "../last/assessment.json": SmallAssessment.settings(year: 2024),
            "../last/units.csv": "code;name;level\nh;H;district\na;A;commune\nb;B;commune\nc;C;commune\nd;D;commune\n",
            "../last/metrics.csv": "unit;metric;value\nd;1.5;3\n" + figures,
        ]).read { $0.keepGoing = true }
        #expect(reading.findings.containsError)
        #expect(reading.assessment?.leftOut == leftOut)
    }

    private static func metrics(_ files: String) -> String {
        SmallAssessment.settings(#""files": {"metrics": [\#(files)]}"#)
    }

    /// A table that is not there, or cannot be read, may be about any unit that lacks a figure; who has all is scored.
    @Test(arguments: [[:], ["b.csv": ""], ["b.csv": "\0"]])
    func aTableThatIsMissing(_ files: [String: String]) throws {
        // The district alone is asked for 2.2; xa-2 lacks 3.2.
        let table = "unit;1.1;1.2;1.3;1.4;1.5;1.10;2.1;2.2;3.1;3.2\n"
        let whole = "xa-1;50;60;10;có;5;80;50;;1;0\n"
        let others = "xa-2;50;60;10;có;5;80;50;;1;\nh;50;60;10;có;5;80;50;;1;0\n"
        let alone = try SmallAssessment(["metrics.csv": table + whole]).read()
        let settings = Self.metrics(#""metrics.csv", "b.csv""#)
        let files = files.merging(["assessment.json": settings, "metrics.csv": table + whole + others]) { $1 }
        let stopped = try SmallAssessment(files).read()
        #expect(stopped.assessment == nil)
        #expect(Set(stopped.findings.filter { $0.severity == .error }.map(\.location.file)) == ["b.csv"])
        let reading = try SmallAssessment(files).read { $0.keepGoing = true }
        #expect(reading.briefs == stopped.briefs)
        #expect(reading.assessment?.leftOut == ["h", "xa-2"])
        #expect(reading.points("xa-1") == alone.points("xa-1"))
        let alsoRemarks = files.merging([
            "assessment.json": SmallAssessment.settings(#""files": {"remarks": "b.csv"}"#)
        ]) { $1 }
        // No points depend on remarks.
        let remarked = try SmallAssessment(alsoRemarks).read { $0.keepGoing = true }
        #expect(remarked.findings.containsError && remarked.assessment?.leftOut == [])
    }

    /// Of last year's figures too: whoever succeeds a unit without them is left out.
    @Test func aTableOfLastYearThatIsMissing() throws {
        let all = "1.1;1.2;1.3;1.4;1.5;1.10;2.1;2.2;3.1;3.2\n"
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""previous": "../last""#),
            "units.csv": "code;name;level;successor of\nh;H;district;\nn;N;commune;a, b\nc;C;commune;d\n",
            "metrics.csv": "unit;metric;value\nh;1.5;9\nn;1.5;9\nc;1.5;9\n",
            "../last/assessment.json": SmallAssessment.settings(
                #""files": {"metrics": ["metrics.csv", "b.csv"]}"#, year: 2024),
            "../last/units.csv": "code;name;level\nh;H;district\na;A;commune\nb;B;commune\nd;D;commune\n",
            "../last/metrics.csv": "unit;" + all + "h;50;60;10;có;5;80;50;50;1;0\na;50;60;10;có;5;80;50;;1;0\n"
                + "d;50;60;10;có;5;80;50;;1;0\n",
        ]).read { $0.keepGoing = true }
        #expect(reading.errors == ["file.notFound ../last/b.csv"])
        #expect(reading.assessment?.leftOut == ["n"])
    }

    /// Errors that may concern any unit, or all.
    @Test(arguments: [
        ["metrics.csv": heading + "xa-3;1.1;5;;;\n"], ["metrics.csv": heading + ";1.1;5;;;\n"],
        ["metrics.csv": heading + ";1.1;5\n"], ["metrics.csv": "unit;metric\nh;1.1\n"], ["metrics.csv": ""],
        ["metrics.csv": "unit;1.1;1.99\nh;5;6\n"], ["metrics.csv": heading + "h;1.1;5,5;;;\nxa-1;1.1;5.5;;;\n"],
        // The quote may have swallowed rows of other units.
        ["metrics.csv": heading + "h;1.1;5;;;\"x\nxa-1;1.1;6;;;\n"],
        ["metrics.csv": heading + "h;1.1;5;;;\"x\nxa-1;1.1;6;;;\"y\n"],
        ["metrics.csv": heading + "h;1.1;5;;;\"x\nxa-1;1.1;6;;;\"\n"],
        ["units.csv": ""], ["units.csv": SmallAssessment.units + ";D;commune\n"],
        ["scores.csv": "unit;criterion;stage;points\nxa-3;1.1;self;1\n"], ["scores.csv": "unit;criterion;stage\n"],
        ["assessment.json": "{}"], ["../criteria.json": "{}"],
        // Nobody has all figures, and given points may be anybody's.
        ["assessment.json": metrics(#""b.csv""#)], ["assessment.json": metrics(#""metrics.csv", "b.csv""#)],
        ["assessment.json": SmallAssessment.settings(#""files": {"scores": "b.csv"}"#)],
    ])
    func fatalErrorsStayFatal(_ files: [String: String]) throws {
        let reading = try SmallAssessment(files).read { $0.keepGoing = true }
        #expect(reading.assessment == nil)
        #expect(reading.findings.containsError)
    }

    @Test func nothingIsScoredWhenNoUnitIsSound() throws {
        let reading = try SmallAssessment([
            "metrics.csv": Self.heading + "h;1.1;101;;;\nxa-1;1.1;101;;;\nxa-2;1.1;101;;;\n"
        ]).read { $0.keepGoing = true }
        #expect(reading.assessment == nil)
        #expect(reading.errors.count == 3)
    }

    @Test func remarksAndGivenPointsMoveWithTheirUnits() throws {
        let reading = try SmallAssessment([
            "metrics.csv": "unit;metric;value;evidence\nh;1.1;101;a\nxa-1;1.1;9;b\nxa-2;1.1;8;c\n",
            "scores.csv": "unit;criterion;stage;points\nh;1.1;self;1\nxa-1;1.1;self;2\nxa-2;1.1;self;0\n",
        ]).read { $0.keepGoing = true }
        let assessment = try #require(reading.assessment)
        #expect(assessment.leftOut == ["h"])
        #expect((0..<2).map { assessment.remark(unit: $0, metric: "1.1")?.evidence } == ["b", "c"])
        #expect(assessment.givenScores.map { "\($0.unit) \($0.points)" } == ["xa-1 2", "xa-2 0"])
    }

    /// Even if there are more broken rows than findings are kept, the units of the others are left out.
    @Test func everyTornRowCounts() throws {
        let torn = (0..<150).map { "h;1.1;\($0);;;;x\n" }.joined() + "xa-1;1.1;;;;;x\n"
        let reading = try SmallAssessment(["metrics.csv": Self.heading + torn + "xa-2;1.1;8;;;\n"]).read {
            $0.keepGoing = true
        }
        #expect(reading.assessment?.leftOut == ["h", "xa-1"])
        #expect(reading.assessment?.units.map(\.code) == ["xa-2"])
    }

    @Test func withoutErrorsItChangesNothing() throws {
        let reading = try SmallAssessment().read { $0.keepGoing = true }
        #expect(reading.assessment?.leftOut == [])
        #expect(reading.assessment?.units.count == 3)
    }
}
