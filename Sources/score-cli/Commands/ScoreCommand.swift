import Documents
import Words
import Assessment
import Reporting

/// `score`: the units by group and field, or the whole tree of one unit.
enum ScoreCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let day = try DayArgument.stated(in: arguments, for: assessment) ?? DayArgument.today
        let report = ScoreReport(
            assessment, units: unit.map { [$0] }, among: arguments.scope, try source.selection(in: assessment),
            hasTree: unit != nil || arguments.has(.tree), hasAllRows: arguments.has(.allRows),
            hasIndices: arguments.has(.index), on: day)
        return console.write(report, as: arguments.options[.format], exit)
    }
}
