import Testing
import Values

@testable import Assessment

/// Days as systems write them.
@Suite struct ListMomentTests {
    private static func moment(_ text: String, isMonthFirst: Bool = false) -> ListMoment? {
        Array(text.utf8).withUnsafeBufferPointer { ListMoment(0..<$0.count, in: $0, isMonthFirst: isMonthFirst) }
    }

    private static func number(_ day: String) -> Int? { CalendarDay(day)?.number }

    @Test(
        arguments: [
            ("2025-07-03", nil), ("3/7/2025", nil), ("03.07.2025", nil), ("3-7-2025", nil), ("2025/7/3", nil),
            ("03/07/2025 14:30", 52_200), ("03/07/2025 14:30:05", 52_205), ("2025-07-03T14:30:05", 52_205),
            ("2025-07-03T14:30:05.123Z", 52_205), ("14:30 03/07/2025", 52_200), ("14:30:05 - 03/07/2025", 52_205),
            ("2025-07-03 00:00:00", 0), ("2025-07-03 23:59:59", 86_399), ("2025-07-03 7:05", 25_500),
        ] as [(String, Int?)])
    func read(text: String, second: Int?) {
        let moment = Self.moment(text)
        #expect(moment?.day == Self.number("2025-07-03"))
        #expect(moment?.second == second)
    }

    @Test(arguments: [
        "", "03/07/25", "31/04/2025", "29/02/2025", "2025-13-01", "12345", "45476", "3/7", "2025", "03/07-2025",
        "03/07/2025 24:00", "03/07/2025 12:60", "03/07/2025 12:5", "03/07/2025 x", "03/07/2025x", "x03/07/2025",
        "03/07/2025 04/07/2025", "12:30", "12:30 13:30 03/07/2025", "03//2025", "1000/1/1", "3/7/20255", "-1/7/2025",
        "03/07/2025 12:30:5", "#N/A", "03/07/2025 12", "2025-07-03T", "03/07/2025 12:30.",
    ])
    func refused(text: String) {
        // A `T` without a time behind it says nothing wrong.
        #expect((Self.moment(text) == nil) == (text != "2025-07-03T"), "\(text)")
    }

    @Test func monthFirst() {
        #expect(Self.moment("7/3/2025", isMonthFirst: true)?.day == Self.number("2025-07-03"))
        #expect(Self.moment("2025-07-03", isMonthFirst: true)?.day == Self.number("2025-07-03"))
        #expect(Self.moment("13/3/2025", isMonthFirst: true) == nil)
    }

    /// Every day of a leap year and the year after it, in three spellings, against the calendar.
    @Test func everyDay() {
        guard var day = CalendarDay("2024-01-01") else { return }
        while day.year < 2026 {
            for text in [day.description, "\(day.day)/\(day.month)/\(day.year)", "\(day.day).\(day.month).\(day.year)"]
            {
                #expect(Self.moment(text)?.day == day.number)
            }
            guard let next = day.adding(days: 1) else { return }
            day = next
        }
    }
}
