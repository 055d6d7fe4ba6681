import Assessment
import Scoring
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
        #expect(reading.briefs == [])
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
            ["table.notANumber before/metrics.csv:2:3 «viel»"]
        ),
        (
            [:], ["../before/units.csv"],
            ["file.notFound before/units.csv", "assessment.previousUnusable assessment.json «before»"]
        ),
        (
            [:], ["../before/assessment.json"],
            [
                "assessment.notAnAssessment before «before»", "file.notFound before/assessment.json",
                "assessment.previousUnusable assessment.json «before»",
            ]
        ),
    ])
    func isRefused(changes: [String: String], without: [String], findings: [String]) throws {
        let reading = try read(changes, without: without)
        #expect(reading.briefs.map { $0.replacing("../before", with: "before") } == findings)
        #expect(reading.assessment == nil)
    }

    /// Separators that a caller specifies concern this year's tables; last year's have settings of their own.
    @Test func forcedSignsAreNotForLastYear() throws {
        let reading = try SmallAssessment(Self.previous).read {
            $0.delimiter = ";"
            $0.decimalSeparator = ","
        }
        #expect(reading.briefs == [])
        #expect(points(reading) == ["1.5=1", "1.5=0", "1.5=-"])
    }
}
