/// A day of the week.
public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension CalendarDay {
    /// The day of the week.
    public var weekday: Weekday {
        // 1 March of year 0 was a Wednesday, as the calendar runs today.
        Weekday(rawValue: (number + 2) % 7 + 1) ?? .monday
    }

    /// The day that a clock so many hours east of Greenwich shows, so many seconds after the beginning of 1970 in
    /// Greenwich; nil outside the years 0 to 9999.
    package init?(secondsSince1970 seconds: Int, hoursEast hours: Int) {
        guard let first = CalendarDay(year: 1970, month: 1, day: 1) else { return nil }
        let (local, overflow) = seconds.addingReportingOverflow(hours * 3600)
        if overflow { return nil }
        let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
        // Before 1970 a part of a day belongs to the day that began it.
        guard let day = first.adding(days: rest < 0 ? days - 1 : days) else { return nil }
        self = day
    }
}
