import Documents
import Words
import Assessment
import Reporting

/// `gap`: the points lost, and the distance to the targets.
enum GapCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let asked = unit.map { [$0] } ?? Array(assessment.units.indices)
        guard let volumes = try ExpectArgument(arguments).volumes(of: asked, in: assessment, console) else {
            return .usage
        }
        let order = arguments.options[.by].flatMap(GapReport.Order.init(rawValue:)) ?? .points
        let report = GapReport(
            assessment, units: unit.map { [$0] }, order: order, among: arguments.scope,
            try source.selection(in: assessment), expecting: volumes)
        return console.write(report, as: arguments.options[.format], exit)
    }
}
