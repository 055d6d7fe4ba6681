import Testing
import Values

@testable import Assessment

/// Periods as files write them, and which comes before which.
struct PeriodTests {
    @Test(arguments: [
        ("2026", Period.Kind.year, 1, "2026-01-01", "2026-12-31"), ("2026-01", .month, 1, "2026-01-01", "2026-01-31"),
        ("2026-02", .month, 2, "2026-02-01", "2026-02-28"), ("2024-02", .month, 2, "2024-02-01", "2024-02-29"),
        ("2026-12", .month, 12, "2026-12-01", "2026-12-31"), ("2026-Q1", .quarter, 1, "2026-01-01", "2026-03-31"),
        ("2026-Q4", .quarter, 4, "2026-10-01", "2026-12-31"), ("2026-H1", .halfYear, 1, "2026-01-01", "2026-06-30"),
        ("2026-H2", .halfYear, 2, "2026-07-01", "2026-12-31"), ("1900", .year, 1, "1900-01-01", "1900-12-31"),
        ("2200", .year, 1, "2200-01-01", "2200-12-31"),
    ])
    func periodsAreRead(text: String, kind: Period.Kind, number: Int, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.kind == kind && period.number == number && period.code == text)
        #expect(period.first == CalendarDay(first) && period.last == CalendarDay(last))
    }

    @Test(arguments: [
        "", "26", "2026-", "2026-0", "2026-00", "2026-13", "2026-1", "2026-001", "2026-Q0", "2026-Q5", "2026-H0",
        "2026-H3", "2026-q1", "1899", "2201", "2026-01-01", "２０２６", "2026-Q١", "+026", "2026 ",
    ])
    func otherTextsAreNone(text: String) { #expect(Period(text) == nil) }

    @Test(arguments: [
        ("2026", "2025", "2025"), ("2026-01", "2025-12", "2025-01"), ("2026-08", "2026-07", "2025-08"),
        ("2026-Q1", "2025-Q4", "2025-Q1"), ("2026-H2", "2026-H1", "2025-H2"),
    ])
    func periodsBefore(text: String, before: String, lastYear: String) throws {
        let period = try #require(Period(text))
        #expect(period.before?.code == before)
        #expect(period.moved(by: -period.countInYear)?.code == lastYear)
        #expect(period.before?.moved(by: 1) == period)
    }

    @Test(arguments: [
        ("2026", "2025", Period.Relation.lastYear as Period.Relation?), ("2026", "2024", nil), ("2026", "2026", nil),
        ("2025", "2026", nil), ("2026-01", "2025-12", .justBefore), ("2026-01", "2025-01", .samePeriodOfLastYear),
        ("2026-01", "2025-11", nil), ("2026-Q1", "2025-12", nil), ("2026-H2", "2026-H1", .justBefore),
        ("2026", "2025-12", nil),
    ])
    func relations(later: String, earlier: String, relation: Period.Relation?) throws {
        #expect(try #require(Period(later)).relation(to: try #require(Period(earlier))) == relation)
    }

    /// Any days follow on days that end the day before.
    @Test func anyDays() throws {
        func period(_ first: String, _ last: String) throws -> Period? {
            Period(from: try #require(CalendarDay(first)), to: try #require(CalendarDay(last)))
        }
        let august = try #require(try period("2026-08-01", "2026-08-15"))
        #expect(august.year == 2026 && august.code == "2026-08-01/2026-08-15" && august.before == nil)
        #expect(august.relation(to: try #require(try period("2026-07-10", "2026-07-31"))) == .justBefore)
        #expect(august.relation(to: try #require(try period("2026-07-10", "2026-07-30"))) == nil)
        #expect(try period("2026-08-02", "2026-08-01") == nil)
        #expect(try period("2025-12-16", "2026-01-15")?.year == 2026)
    }
}
