import Assessment
import Documents
import Reporting
import Scoring
import Values
import Words

/// `progress`: how far units are at each stage, on a day.
enum ProgressCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units = try source.units(in: assessment)
        let day = try DayArgument.statedOrToday(in: arguments, for: assessment)
        // The computed points are no stage at which anybody does anything.
        let stage = arguments.has(.stage) ? assessment.settings.stage : nil
        let report = ProgressReport(assessment, units: units, stage: stage, on: day)
        return console.write(report, as: arguments.options[.format], exit)
    }
}
