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
        if arguments.has(.group), arguments.has(.unit) { throw .notTogether("--unit", "--group") }
        let day = try DayArgument.stated(in: arguments, for: assessment) ?? DayArgument.today
        guard let day else { throw .badDay(option: "--on", found: "", years: nil) }
        var units = try source.unit(in: assessment).map { [$0] }
        if let wanted = arguments.options[.group] {
            let group = try source.key(wanted, of: assessment, .group)
            units = assessment.units.indices.filter { assessment.units[$0].group == group }
        }
        // The computed points are no stage at which anybody does anything.
        let stage = arguments.has(.stage) ? assessment.settings.stage : nil
        let report = ProgressReport(assessment, units: units, stage: stage, on: day)
        return console.write(report, as: arguments.options[.format], exit)
    }
}
