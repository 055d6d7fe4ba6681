import Values
import Documents
import Words
import Assessment
import Reporting
import Scoring

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `deadlines`: what is overdue, due soon and done on a day.
enum DeadlinesCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let day = try day(in: arguments)
        let within = try days(in: arguments)
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let report = DeadlineReport(assessment, units: unit.map { [$0] }, on: day, within: within)
        return console.write(report, as: arguments.options[.format], exit)
    }

    private static func day(in arguments: ParsedArguments) throws(UsageError) -> CalendarDay {
        guard let text = arguments.options[.on] else {
            guard let today else { throw .badDay(option: "--on", found: "") }
            return today
        }
        guard let day = CalendarDay(text) else { throw .badDay(option: "--on", found: text) }
        return day
    }

    private static func days(in arguments: ParsedArguments) throws(UsageError) -> Int {
        guard let text = arguments.options[.within] else { return 30 }
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let days = Int(text), days <= 3660 else {
            throw .badDays(option: "--within", found: text)
        }
        return days
    }

    /// Today's date in the machine's time zone.
    private static var today: CalendarDay? {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil else { return nil }
        return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}
