import Testing
import Values

/// Days counted: what a calendar on the wall says, turned over day by day.
@Suite struct DayNumberTests {
    /// Lengths of months by the rule of 1582, written out.
    private static func length(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2 where year % 400 == 0: 29
        case 2 where year % 100 == 0: 28
        case 2: year % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Around the ends of the calendar, of centuries and of four centuries.
    @Test(arguments: [0...5, 98...101, 398...402, 1898...1901, 1998...2005, 2199...2201, 9998...9999])
    func eachDayFollowsTheOneBefore(years: ClosedRange<Int>) throws {
        var before: CalendarDay?
        for year in years {
            for month in 1...12 {
                #expect(CalendarDay(year: year, month: month, day: Self.length(month, of: year) + 1) == nil)
                for day in 1...Self.length(month, of: year) {
                    let today = try #require(CalendarDay(year: year, month: month, day: day))
                    if let before {
                        #expect(today.number == before.number + 1 && before < today && before.days(to: today) == 1)
                        #expect(before.weekday.rawValue % 7 + 1 == today.weekday.rawValue)
                        #expect(before.adding(days: 1) == today && today.adding(days: -1) == before)
                    }
                    // Days are counted from March of the year 0.
                    if year > 0 || month > 2 { before = today }
                }
            }
        }
    }

    /// Four centuries have 146,097 days; 61 days after the last of 9999 comes the 1st of March of 10000.
    @Test func farDays() throws {
        let first = try #require(CalendarDay(year: 0, month: 3, day: 1))
        #expect(first.number == 0)
        let last = try #require(CalendarDay(year: 9999, month: 12, day: 31))
        #expect(last.number == 25 * 146_097 - 61)
        for era in 0..<25 {
            let day = CalendarDay(year: era * 400, month: 3, day: 1)
            #expect(day?.number == era * 146_097)
            #expect(first.adding(days: era * 146_097) == day)
        }
        #expect(first.adding(days: last.number) == last)
        #expect(last.adding(days: 1) == nil)
        #expect(first.adding(days: -1) == nil)
        #expect(last.adding(days: .max) == nil)
        #expect(first.adding(days: 3_999_999) == nil && first.adding(days: 4_000_000) == nil)
    }
}
