import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Last year's folder, for rules that compare with it.
@Suite struct LastYearTests {
    private static let previous = [
        "assessment.json": SmallAssessment.settings(#""previous": "../before""#),
        "../before/assessment.json": SmallAssessment.settings(year: 2024),
        "../before/units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\n",
        "../before/metrics.csv": "unit,metric,value\nh,1.5,10.5\nxa-1,1.5,20\n",
        "metrics.csv": "unit;metric;value\nh;1.5;11\nxa-1;1.5;19,5\nxa-2;1.5;30\n",
    ]

    private func read(_ changes: [String: String] = [:], without: [String] = []) throws -> AssessmentReading {
        try SmallAssessment(Self.previous.merging(changes) { $1 }, without: without).read()
    }

    private func points(_ reading: AssessmentReading) -> [String?] {
        ["h", "xa-1", "xa-2"].map { unit in reading.points(unit).first { $0.hasPrefix("1.5=") } }
    }

    @Test func isComparedUnitByUnit() throws {
        let reading = try read()
        #expect(reading.briefs == ["assessment.lastYearNotReported units.csv:4:1"], "xa-2 was not there")
        #expect(reading.findings.map { $0.text(.criterion) } == ["1.5"])
        #expect(points(reading) == ["1.5=1", "1.5=0", "1.5=-"])
    }

    @Test func ordersOfUnitsMayDiffer() throws {
        let reading = try read(["../before/units.csv": "code;name;level\nxa-1;A;commune\nh;H;district\n"])
        #expect(points(reading) == ["1.5=1", "1.5=0", "1.5=-"])
    }

    @Test func withoutItNothingIsCompared() throws {
        let reading = try read(["assessment.json": SmallAssessment.settings()])
        #expect(reading.briefs == [])
        #expect(points(reading) == ["1.5=-", "1.5=-", "1.5=-"])
        let position = try #require(reading.assessment?.criteria.set.index(of: "1.5"))
        let outcome = try #require(reading.assessment?.scores[0].outcome(ofLeaf: position))
        #expect(outcome.measures.map(\.state) == [.lastYearNotReported])
    }

    @Test(arguments: [
        (
            ["../before/assessment.json": SmallAssessment.settings(year: 2025)], [String](),
            [
                "assessment.previousYearDiffers before/assessment.json «2025»",
                "assessment.previousUnusable assessment.json «before»",
            ]
        ),
        (
            ["assessment.json": SmallAssessment.settings(#""previous": ".""#)], [],
            [
                "assessment.previousYearDiffers ./assessment.json «2025»",
                "assessment.previousUnusable assessment.json «.»",
            ]
        ),
        (
            ["../before/metrics.csv": "unit,metric,value\nh,1.5,viel\n"], [],
            // What is wrong is not missing: only the communes have no figure.
            [
                "table.notANumber before/metrics.csv:2:3 «viel»", "assessment.lastYearNotReported units.csv:3:1",
                "assessment.lastYearNotReported units.csv:4:1",
            ]
        ),
        (
            [:], ["../before/units.csv"],
            ["file.notFound before/units.csv", "assessment.previousUnusable assessment.json «before»"]
        ),
    ])
    func isRefused(changes: [String: String], without: [String], findings: [String]) throws {
        let reading = try read(changes, without: without)
        #expect(reading.briefs.map { $0.replacing("../before", with: "before") } == findings)
        #expect(reading.assessment == nil)
    }

    @Test func aMissingFolderLeavesOnlyWhatNeedsIt() throws {
        let reading = try read(without: ["../before/assessment.json"])
        #expect(
            reading.briefs.map { $0.replacing("../before", with: "before") } == [
                "assessment.previousMissing assessment.json «before»"
            ])
        #expect(points(reading) == ["1.5=-", "1.5=-", "1.5=-"])
    }

    /// A zero and a number below it: 5 against 0, 5 against −3. The others are scored: 11 against 10 is a rise.
    @Test func aZeroLastYearIsAStateOfTheCriterion() throws {
        let reading = try read([
            "../before/units.csv": "code;name;level\nh;H;district\nxa-1;A;commune\nxa-2;B;commune\n",
            "../before/metrics.csv": "unit,metric,value\nh,1.5,0\nxa-1,1.5,10\nxa-2,1.5,-3\n",
            "metrics.csv": "unit;metric;value\nh;1.5;5\nxa-1;1.5;11\nxa-2;1.5;5\n",
        ])
        #expect(
            reading.findings.map { "\($0.code) \($0.location.file.suffix(18)):\($0.location.line ?? 0)" } == [
                "assessment.noLastYearBase before/metrics.csv:2", "assessment.noLastYearBase before/metrics.csv:4",
            ])
        #expect(points(reading) == ["1.5=-", "1.5=1", "1.5=-"])
        let set = try #require(reading.assessment?.criteria.set)
        let leaf = try #require(set.index(of: "1.5"))
        #expect(reading.assessment?.scores[0].outcome(ofLeaf: leaf)?.measures.map(\.state) == [.noBase(.zero)])
        #expect(reading.assessment?.scores[2].outcome(ofLeaf: leaf)?.measures.map(\.state) == [.noBase(.negative)])
    }

    /// 20 + 15 last year are 35: 36 is a rise, 35 is none. A unit that is new is unmeasured.
    @Test(arguments: [("36", "1.5=1"), ("35", "1.5=0"), ("34,999999", "1.5=0")])
    func predecessorsAddUp(now: String, expected: String) throws {
        let reading = try read([
            "../before/units.csv": "code;name;level\nh;H;district\np;P;commune\nq;Q;commune\nr;R;commune\n",
            "../before/metrics.csv": "unit,metric,value\nh,1.5,10.5\np,1.5,20\nq,1.5,15\nr,1.5,4\n",
            "units.csv": "code;name;level;successor of\nh;H;district;\nxa-1;A;commune;p, q\nxa-2;B;commune;\n",
            "metrics.csv": "unit;metric;value\nh;1.5;11\nxa-1;1.5;\(now)\nxa-2;1.5;30\n",
        ])
        #expect(reading.assessment != nil)
        #expect(points(reading) == ["1.5=1", expected, "1.5=-"])
    }

    /// Separators that a caller specifies concern this year's tables; last year's have settings of their own.
    @Test func forcedSignsAreNotForLastYear() throws {
        let reading = try SmallAssessment(Self.previous).read {
            $0.delimiter = ";"
            $0.decimalSeparator = ","
        }
        #expect(reading.briefs == ["assessment.lastYearNotReported units.csv:4:1"])
        #expect(points(reading) == ["1.5=1", "1.5=0", "1.5=-"])
    }

    /// Nobody knows what part of p's figures is whose: said once a unit, where it names p. One without figures this year
    /// has nothing to compare.
    @Test func aDividedPredecessorIsSaid() throws {
        let reading = try read([
            "../before/units.csv": "code;name;level\nh;H;district\np;P;commune\n",
            "../before/metrics.csv": "unit,metric,value\nh,1.5,10.5\np,1.5,20\n",
            "units.csv": "code;name;level;successor of\nh;H;district;\nxa-1;A;commune;p\nxa-2;B;commune;p\n",
            "metrics.csv": "unit;metric;value\nh;1.5;11\nxa-1;1.5;19,5\nxa-2;1.1;30\n",
        ])
        #expect(reading.briefs == ["assessment.dividedPredecessor units.csv:3:4 «p»"])
        #expect(reading.findings.map { $0.text(.expected) } == ["xa-1, xa-2"])
        #expect(points(reading) == ["1.5=1", "1.5=-", "1.5=-"])
    }

    /// One of two predecessors has not reported: their sum is unknown.
    @Test func anUnreportedPredecessorIsSaid() throws {
        let reading = try read([
            "../before/units.csv": "code;name;level\nh;H;district\np;P;commune\nq;Q;commune\n",
            "../before/metrics.csv": "unit,metric,value\nh,1.5,10.5\np,1.5,20\nq,1.1,20\n",
            "units.csv": "code;name;level;successor of\nh;H;district;\nxa-1;A;commune;p, q\n",
            "metrics.csv": "unit;metric;value\nh;1.5;11\nxa-1;1.5;36\n",
        ])
        #expect(reading.briefs == ["assessment.lastYearNotReported units.csv:3:1"])
    }
}
