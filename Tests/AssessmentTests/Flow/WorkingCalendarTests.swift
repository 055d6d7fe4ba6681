import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables

/// Working days: weekends, fixed holidays, what is stated for a year.
@Suite struct WorkingCalendarTests {
    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private static func shipped(_ years: Int...) throws -> WorkingCalendar {
        let sink = FindingSink()
        let entries = years.flatMap { year in
            WorkingCalendar.read(
                Repository.path("criteria/calendar/vn-\(year).csv"), options: TableOptions(), into: sink)
        }
        try #require(sink.findings == [])
        return WorkingCalendar(entries)
    }

    @Test(
        "the days of 2026, with its swapped days",
        arguments: [
            // Friday the 21st, Saturday the 22nd in place of the 31st, Monday the 24th.
            (3, "2026-08-20", "2026-08-24"),
            // The weekend, the swapped Monday and both days of Quốc khánh.
            (1, "2026-08-28", "2026-09-03"),
            // Tết from Monday to Friday, between two weekends.
            (1, "2026-02-13", "2026-02-23"),
            // Sunday the 26th of April is Giỗ Tổ: Monday is free.
            (2, "2026-04-24", "2026-04-29"),
            (1, "2025-12-31", "2026-01-05"), (5, "2026-01-05", "2026-01-10"),
            // A day off is no first day; the day after which is counted never counts.
            (1, "2026-11-20", "2026-11-23"), (1, "2026-11-21", "2026-11-23"), (1, "2026-11-22", "2026-11-23"),
            (5, "2026-11-20", "2026-11-27"), (6, "2026-11-20", "2026-11-30"), (7, "2026-11-20", "2026-12-01"),
        ])
    func year2026(count: Int, start: String, last: String) throws {
        let counted = try #require(try Self.shipped(2025, 2026).count(count, after: Self.day(start)))
        #expect(counted.last.description == last)
        #expect(counted.passed.last?.day == counted.last && counted.passed.count { $0.reason.isWorked } == count)
        #expect(counted.yearsWithoutTable == [])
    }

    /// In 2022, when nothing but the law was applied, 1/1 (Saturday) gave 3/1, and 30/4 and 1/5 (Saturday, Sunday) gave
    /// 2/5 and 3/5.
    @Test(
        "a fixed holiday on a weekend frees the next working day, where nothing else is stated",
        arguments: [
            ("2021-12-31", "2022-01-04"), ("2022-04-29", "2022-05-04"), ("2027-04-29", "2027-05-04"),
            ("2028-04-28", "2028-05-03"),
        ])
    func substitutes(start: String, last: String) throws {
        let counted = try #require(WorkingCalendar().count(1, after: Self.day(start)))
        #expect(counted.last.description == last)
        // The day after which is counted is no day that is passed.
        #expect(counted.yearsWithoutTable == [Int(last.prefix(4))])
    }

    @Test("a day that was not verified counts as any other, and is named")
    func doubtful() throws {
        let shipped = try Self.shipped(2026)
        let counted = try #require(shipped.count(7, after: Self.day("2026-11-20")))
        #expect(counted.doubtful.map(\.day.description) == ["2026-11-24"])
        #expect(shipped.count(1, after: try Self.day("2026-11-24"))?.doubtful == [])
        // What the folder says comes first.
        let own = WorkingCalendar.Entry(
            day: try Self.day("2026-11-24"), isWorked: false, name: "Nghỉ", source: nil, isVerified: true)
        let free = try #require(
            WorkingCalendar([own] + shipped.entriesForTests).count(7, after: Self.day("2026-11-20")))
        #expect(free.last.description == "2026-12-02" && free.doubtful == [])
    }

    @Test("the shipped tables: swapped days are weekends, holidays are not")
    func shippedTables() throws {
        for (year, holidays, swapped) in [(2025, 8, 1), (2026, 10, 2)] {
            let entries = try Self.shipped(year).entriesForTests
            #expect(entries.allSatisfy { $0.day.year == year && $0.source != nil && !$0.name.vi.isEmpty })
            #expect(entries.count { !$0.isWorked } == holidays && entries.count { $0.isWorked } == swapped)
            #expect(entries.allSatisfy { ([.saturday, .sunday].contains($0.day.weekday)) == $0.isWorked })
        }
    }
}

extension WorkingCalendar {
    /// The entries, by their days.
    fileprivate var entriesForTests: [Entry] { entries.values.sorted { $0.day < $1.day } }
}
