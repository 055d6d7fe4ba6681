import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The day of `--on`, and today.
enum DayArgument {
    /// The day stated; nil where none is.
    static func stated(in arguments: ParsedArguments) throws(UsageError) -> CalendarDay? {
        guard let text = arguments.options[.on] else { return nil }
        guard let day = CalendarDay(text) else { throw .badDay(option: "--on", found: text) }
        return day
    }

    /// Today's date in the machine's time zone.
    static var today: CalendarDay? {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return nil }
        return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}
