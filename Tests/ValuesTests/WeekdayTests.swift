import Testing
import Values

/// Days of the week, and the day that clocks in Vietnam show.
@Suite struct WeekdayTests {
    @Test(
        "days of the week as calendars print them",
        arguments: [
            ("2026-11-29", Weekday.sunday), ("2026-11-30", .monday), ("2024-02-29", .thursday),
            ("2000-01-01", .saturday),
            ("2000-03-01", .wednesday), ("1900-01-01", .monday), ("1945-09-02", .sunday), ("2026-02-17", .tuesday),
            ("2200-12-31", .wednesday),
        ])
    func weekday(text: String, expected: Weekday) {
        #expect(CalendarDay(text)?.weekday == expected)
    }

    /// A day begins in Vietnam at 17:00 of the day before in Greenwich.
    @Test(
        "the day in Vietnam, whatever zone a machine is in",
        arguments: [
            // 2026-11-29 16:59:59 and 17:00:00 in Greenwich.
            (1_795_971_599, "2026-11-29"), (1_795_971_600, "2026-11-30"), (0, "1970-01-01"), (61_199, "1970-01-01"),
            (61_200, "1970-01-02"), (-25_200, "1970-01-01"), (-25_201, "1969-12-31"), (-111_601, "1969-12-30"),
        ])
    func vietnam(seconds: Int, day: String) {
        #expect(CalendarDay(secondsSince1970: seconds, hoursEast: 7)?.description == day)
    }

    @Test("no day so far away")
    func far() {
        #expect(CalendarDay(secondsSince1970: .max, hoursEast: 7) == nil)
        #expect(CalendarDay(secondsSince1970: .min, hoursEast: 7) == nil)
    }
}
