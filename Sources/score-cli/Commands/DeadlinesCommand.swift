import Values
import Documents
import Words
import Assessment
import Reporting
import Scoring

/// `deadlines`: what is overdue, due soon and done on a day.
enum DeadlinesCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let within = try days(in: arguments) ?? 30
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let day = try day(in: arguments, for: assessment)
        let unit = try source.unit(in: assessment)
        let report = DeadlineReport(assessment, units: unit.map { [$0] }, on: day, within: within)
        return console.write(report, as: arguments.options[.format], exit)
    }

    private static func day(
        in arguments: ParsedArguments, for assessment: Assessment
    ) throws(UsageError) -> CalendarDay {
        guard let day = try DayArgument.stated(in: arguments, for: assessment) ?? DayArgument.today else {
            throw .badDay(option: "--on", found: "", years: nil)
        }
        return day
    }

    /// The days of `--within`; nil without it.
    static func days(in arguments: ParsedArguments) throws(UsageError) -> Int? {
        guard let text = arguments.options[.within] else { return nil }
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let days = Int(text), days <= 3660 else {
            throw .badDays(option: "--within", found: text)
        }
        return days
    }
}
