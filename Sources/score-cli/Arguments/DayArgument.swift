import Assessment
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
    /// The day stated, which may not be far from the year being scored; nil where none is.
    static func stated(in arguments: ParsedArguments, for assessment: Assessment) throws(UsageError) -> CalendarDay? {
        guard let text = arguments.options[.on] else { return nil }
        guard let day = CalendarDay(text) else { throw .badDay(option: "--on", found: text, years: nil) }
        let years = assessment.settings.years
        guard years.contains(day.year) else { throw .badDay(option: "--on", found: text, years: years) }
        return day
    }

    /// The day stated, or today.
    static func statedOrToday(in arguments: ParsedArguments, for assessment: Assessment) throws(UsageError)
        -> CalendarDay
    {
        guard let day = try stated(in: arguments, for: assessment) ?? today else {
            throw .badDay(option: "--on", found: "", years: nil)
        }
        return day
    }

    /// The day stated, or today, where there is no assessment; nil for a text that is no day.
    static func statedOrToday(in arguments: ParsedArguments) throws(UsageError) -> CalendarDay? {
        arguments.options[.on].map { CalendarDay($0) } ?? today
    }

    /// The day of planning: that stated, or today while the period that is assessed is running.
    static func ofPlanning(
        in arguments: ParsedArguments, for assessment: Assessment, today: CalendarDay? = today
    ) throws(UsageError) -> CalendarDay? {
        if let day = try stated(in: arguments, for: assessment) { return day }
        let period = assessment.settings.period
        return today.flatMap { (period.first...period.last).contains($0) ? $0 : nil }
    }

    /// Today's date in Vietnam, whatever zone the machine's clock shows.
    static var today: CalendarDay? { VietnamMoment(secondsSince1970: Int(time(nil)))?.day }
}
