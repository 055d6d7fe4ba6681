import Assessment
import Documents
import Reporting

/// `evidence`: what is given as evidence, explained and missing, and what is wrong with the files.
enum EvidenceCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let report = EvidenceReport(assessment, units: try source.unit(in: assessment).map { [$0] })
        return console.write(report, as: arguments.options[.format], exit)
    }
}
