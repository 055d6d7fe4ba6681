import Documents
import Words
import Assessment
import Reporting
import Scoring
import Values

/// `lists`: the figures that are counted from lists, and what failed.
enum ListsCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        let top = arguments.whole(.top)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let metric = arguments.options[.metric]
        let codes = assessment.criteria.set.metrics.map(\.code)
        if let metric, !codes.contains(metric) {
            throw .badChoice(
                option: "--metric", found: metric, choices: codes,
                suggestion: Spelling.closest(to: metric, among: codes))
        }
        let report = ListReport(
            assessment, units: unit.map { [$0] }, metric: metric, top: top, listsRows: arguments.has(.failedRows))
        return console.write(report, as: arguments.options[.format], exit)
    }
}
