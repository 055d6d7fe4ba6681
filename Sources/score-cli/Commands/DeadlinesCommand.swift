import Values
import Documents
import Words
import Assessment
import Reporting
import Scoring

/// `deadlines`: what is overdue, due soon and done on a day.
enum DeadlinesCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let within = arguments.whole(.within) ?? 30
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let day = try DayArgument.statedOrToday(in: arguments, for: assessment)
        let unit = try source.unit(in: assessment)
        let report = DeadlineReport(assessment, units: unit.map { [$0] }, on: day, within: within)
        return console.write(report, as: arguments.options[.format], exit)
    }
}
