/// A moment by the calendar and the clock of Viet Nam (UTC+7, no summer time), whatever zone the machine is in.
package struct VietnamMoment: Hashable, Sendable {
    /// The day.
    package let day: CalendarDay
    /// The seconds since midnight.
    private let second: Int

    private static let hoursEast = 7
    private static let secondsOfDay = 86_400

    /// The moment so many seconds after the beginning of 1970 in Greenwich; nil before the year 0 and after 9999.
    package init?(secondsSince1970 seconds: Int) {
        guard let day = CalendarDay(secondsSince1970: seconds, hoursEast: Self.hoursEast) else { return nil }
        self.day = day
        let ofDay = (seconds + Self.hoursEast * 3600) % Self.secondsOfDay
        second = ofDay < 0 ? ofDay + Self.secondsOfDay : ofDay
    }
}

extension VietnamMoment: CustomStringConvertible {
    /// `2026-10-05T14:30:12+07:00`, which no spreadsheet takes for a date of its own.
    package var description: String {
        let parts = [second / 3600, second / 60 % 60, second % 60].map { String($0, digits: 2) }
        return "\(day)T\(parts[0]):\(parts[1]):\(parts[2])+07:00"
    }
}
