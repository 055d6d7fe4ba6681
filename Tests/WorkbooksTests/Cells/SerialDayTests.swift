import Foundation
import Testing
import Values

@testable import Workbooks

/// Numbers become days and times in both systems.
@Suite struct SerialDayTests {
    private static func text(_ number: String, _ format: String, _ system: SerialDay.System) -> String? {
        guard let number = CellNumber(Array(number.utf8)) else { return nil }
        var bytes: [UInt8] = []
        _ = number.append(as: NumberFormat(format), system, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As Excel shows them; day 60 of 1900 is one that there was not.
    static let cases: [(number: String, format: String, from1900: String, from1904: String)] = [
        ("1", "d/m/y", "1900-01-01", "1904-01-02"), ("59", "d/m/y", "1900-02-28", "1904-02-29"),
        ("60", "d/m/y", "1900-02-29", "1904-03-01"), ("61", "d/m/y", "1900-03-01", "1904-03-02"),
        ("0", "d/m/y", "########", "1904-01-01"), ("45473", "d/m/y", "2024-06-30", "2028-07-01"),
        ("44011", "d/m/y", "2020-06-29", "2024-06-30"), ("45473.75", "d/m/y", "2024-06-30", "2028-07-01"),
        ("36585", "d/m/y", "2000-02-29", "2004-03-01"), ("2958465", "d/m/y", "9999-12-31", "########"),
        ("2958466", "d/m/y", "########", "########"), ("-1", "d/m/y", "########", "########"),
        ("1e300", "d/m/y", "########", "########"),
        ("45473.75", "d/m/y h:m", "2024-06-30 18:00:00", "2028-07-01 18:00:00"),
        ("45473.3541666667", "d/m/y h:m", "2024-06-30 08:30:00", "2028-07-01 08:30:00"),
        ("45473.999999", "d/m/y h:m", "2024-07-01 00:00:00", "2028-07-02 00:00:00"),
        ("45473", "d/m/y h:m", "2024-06-30 00:00:00", "2028-07-01 00:00:00"),
        ("0.5", "h:mm", "12:00:00", "12:00:00"), ("1.25", "[h]:mm", "30:00:00", "30:00:00"),
        ("0", "h:mm", "00:00:00", "00:00:00"), ("0.000011574074074", "h:mm:ss", "00:00:01", "00:00:01"),
        ("1e-30", "h:mm", "00:00:00", "00:00:00"), ("-0.5", "h:mm", "########", "########"),
    ]

    @Test(arguments: cases)
    func isShown(_ item: (number: String, format: String, from1900: String, from1904: String)) {
        #expect(Self.text(item.number, item.format, .from1900) == item.from1900)
        #expect(Self.text(item.number, item.format, .from1904) == item.from1904)
    }

    /// Every day of two centuries, as Foundation's calendar counts them.
    @Test func everyDayIsRight() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let origin = try #require(calendar.date(from: DateComponents(year: 1899, month: 12, day: 30)))
        for days in 61..<110_000 {
            let date = try #require(calendar.date(byAdding: .day, value: days, to: origin))
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let day = CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
            #expect(CalendarDay(year: 1899, month: 12, day: 30)?.adding(days: days) == day)
        }
    }
}
