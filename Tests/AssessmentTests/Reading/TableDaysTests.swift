import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Days in tables are read as those of options are, and days far from the year that is scored are refused.
@Suite struct TableDaysTests {
    private static func given(_ day: String) -> [String: String] {
        ["scores.csv": "unit;criterion;stage;points;reason;date\nh;1.2;self;1;lý do;\(day)\n"]
    }

    /// The small assessment is of 2025.
    @Test(arguments: [
        ("2025-07-03", "2025-07-03"), ("3/7/2025", "2025-07-03"), ("03.07.2025", "2025-07-03"),
        ("2025-7-3", "2025-07-03"),
        ("1/1/2015", "2015-01-01"), ("31/12/2035", "2035-12-31"), ("29/2/2024", "2024-02-29"), ("", nil),
    ])
    func daysOfGivenPoints(text: String, day: String?) throws {
        let reading = try SmallAssessment(Self.given(text)).read()
        #expect(reading.briefs == [])
        #expect(try #require(reading.assessment).givenScores.map(\.date) == [day])
    }

    @Test(arguments: [
        "31/12/2014", "1/1/2036", "3/7/25", "3/7/0025", "31/6/2025", "29/2/2025", "07/13/2025", "hôm qua", "45841",
    ])
    func daysThatAreNone(text: String) throws {
        let reading = try SmallAssessment(Self.given(text)).read()
        #expect(reading.briefs == ["assessment.badDay scores.csv:2:6 «\(text)»"])
        #expect(reading.assessment == nil)
    }

    /// The same of actions and of figures.
    @Test(arguments: [("31/12/2014", false), ("1/1/2015", true), ("31/12/2035", true), ("1/1/2036", false)])
    func tenYearsAreFarInEveryTable(text: String, isRead: Bool) throws {
        let assessment = try #require(try SmallAssessment().read().assessment)
        let files = TemporaryFolder()
        let actions = assessment.readActions(
            files.add("action;metric;value;cost;deadline\nA;1.1;95;1;\(text)\n")
        ).findings.filter { $0.severity == .error }
        #expect(actions.map(\.code) == (isRead ? [] : ["action.badDay"]))
        let figures = try SmallAssessment(["metrics.csv": "unit;metric;value;as of\nh;1.1;90;\(text)\n"]).read()
        #expect(figures.errors == (isRead ? [] : ["assessment.badDay metrics.csv:2:4 «\(text)»"]))
    }
}
