import TestSupport
import Testing
import Values

@testable import Survey

/// Answers held against the sample that was asked for.
@Suite struct SampleProgressTests {
    private func tally(period: String = "") throws -> SurveyTally {
        let survey = UnevenSurvey(
            [#"{"code": "a", "text": "A"}"#],
            more: #""design": {"stages": [{"stratum": "tầng"}]}, "# + period)
        let rows = ["unit,tầng,a"] + Array(repeating: "X,1,5", count: 40) + Array(repeating: "X,2,4", count: 10)
        let reading = try #require(survey.read(rows + Array(repeating: "Y,1,1", count: 25) + ["Z,1,3", "Z,2,3"]))
        #expect(reading.findings.isEmpty)
        return try #require(reading.tally)
    }

    private func targets(_ text: String) throws -> [SampleTarget] {
        let files = TemporaryFolder()
        return try SampleTarget.read(contentsOf: files.add(text, "sample.csv")).targets
    }

    private static let byStratum = "unit;stratum;people;population\nx;1;50;500\nX;2;50;400\nY;1;20;30\n"

    /// Two forms are beside the sample; the second stratum of X lacks 40.
    @Test func formsAreCountedByUnitAndStratum() throws {
        let day = try #require(CalendarDay(year: 2026, month: 3, day: 31))
        let progress = SampleProgress(try tally(), try targets(Self.byStratum), on: day, designEffect: 1)
        #expect(progress.rows.map(\.forms) == [40, 10, 25, 2])
        #expect(progress.rows.map(\.due) == [50, 50, 20, 0])
        #expect(progress.rows.map(\.behind) == [10, 40, 0, 0])
        #expect(progress.asked == 120 && progress.total.forms == 75)
        // 1.9599640 × √(0.25 × (1/40 − 1/500)) and likewise.
        let margins = progress.rows.prefix(3).compactMap(\.margin)
        for (margin, expected) in zip(margins, [0.1486216, 0.3059993, 0.0800152]) {
            #expect(abs(margin - expected) < 5e-7)
        }
    }

    /// Ten of thirty days are over: a third is due, rounded up.
    @Test func whatIsDueFollowsThePeriod() throws {
        let period = #""fieldwork": {"from": "2026-03-01", "to": "2026-03-30"}, "#
        let day = try #require(CalendarDay(year: 2026, month: 3, day: 10))
        let progress = SampleProgress(try tally(period: period), try targets(Self.byStratum), on: day, designEffect: 1)
        #expect(progress.rows.map(\.due) == [17, 17, 7, 0])
        #expect(progress.rows.map(\.behind) == [0, 7, 0, 0])
        #expect(abs((progress.elapsed ?? 0) - 1 / 3) < 1e-12)
    }

    /// A sample by unit takes the forms of all strata of it.
    @Test func samplesByUnit() throws {
        let day = try #require(CalendarDay(year: 2026, month: 3, day: 31))
        let progress = SampleProgress(
            try tally(), try targets("unit;people\nX;50\nY;30\nZ;9\n"), on: day, designEffect: 1)
        #expect(progress.rows.map(\.forms) == [50, 25, 2])
        #expect(progress.rows.map(\.behind) == [0, 5, 7])
        #expect(progress.rows.allSatisfy { $0.margin == nil })
    }

    @Test(arguments: [
        ("unit;people\nX;5\nx;6\n", ["survey.repeatedStratum 3:1"]),
        ("unit;people\nX;-1\n", ["survey.badPopulation 2:2"]),
        ("unit;people\nX;\n", ["survey.blankCell 2:2"]), ("unit;people\n", ["survey.noStrata"]),
        ("people\n5\n", ["table.missingColumn 1"]),
    ])
    func samplesThatCannotBeUsed(text: String, expected: [String]) {
        let files = TemporaryFolder()
        var found: [String] = []
        do throws(FindingsError) {
            _ = try SampleTarget.read(contentsOf: files.add(text, "sample.csv"))
        } catch {
            found = error.findings.map(\.short)
        }
        #expect(found == expected)
    }
}
