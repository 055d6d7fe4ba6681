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
