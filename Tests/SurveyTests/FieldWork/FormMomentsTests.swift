import Testing
import Values

@testable import Survey

@Suite("Moments as form tools write them")
struct FormMomentsTests {
    /// All of these are a quarter past nine in the morning, or in the evening, of the first of March 2026.
    @Test(arguments: [
        ("2026-03-01T09:15:00.000+07:00", false, 9), ("2026-03-01 09:15:00", false, 9), ("1/3/2026 9:15", false, 9),
        ("03/01/2026 09:15:00 PM", true, 21), ("2026/03/01 9:15:00 CH GMT+7", false, 21),
        ("2026-03-01T02:15:00Z", false, 9), ("2026-03-01T02:15:00.000+00:00", false, 9), ("46082.385416667", false, 9),
        ("01/03/2026 9:15 SA", false, 9),
    ])
    func moments(text: String, monthFirst: Bool, hour: Int) throws {
        let moment = try #require(FormMoment(text, monthFirst: monthFirst))
        #expect(moment.day == CalendarDay(year: 2026, month: 3, day: 1))
        #expect(moment.seconds % 86_400 == hour * 3600 + 15 * 60)
    }

    @Test(arguments: ["hôm qua", "2026-02-30 09:00", "9:15", "2026-03-01 25:00", "2026-03-01 09", ""])
    func others(text: String) {
        #expect(FormMoment(text, monthFirst: false) == nil)
    }

    /// Midnight in Greenwich is seven in the morning; an hour before midnight there is the next day here.
    @Test func daysOfGreenwich() {
        #expect(FormMoment("2026-03-01T23:00:00Z", monthFirst: false)?.day == CalendarDay(year: 2026, month: 3, day: 2))
    }

    @Test func theMonthStandsFirstWhereOnlyThatIsADay() {
        #expect(FormMoment.haveMonthFirst(["03/01/2026 09:00", "03/14/2026 09:00"]))
        #expect(!FormMoment.haveMonthFirst(["03/01/2026 09:00", "14/03/2026 09:00"]))
    }
}
