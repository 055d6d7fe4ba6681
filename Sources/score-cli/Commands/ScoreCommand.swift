import Documents
import Words
import Assessment
import Reporting

/// `score`: the units by groups and fields, or the whole tree of one unit.
enum ScoreCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let report = ScoreReport(assessment, units: unit.map { [$0] })
        let format = arguments.options[.format]
        let written: ExitCode
        switch format {
        case "json": written = console.write(report.json)
        case "csv" where unit != nil || arguments.has(.tree):
            written = console.write(report.criteriaCSV(in: console.language))
        case "csv": written = console.write(report.unitsCSV(in: console.language))
        default:
            let isBrief = format != "md"
            let document: ReportDocument
            if unit != nil || arguments.has(.tree) {
                document = report.units.reduce(into: ReportDocument()) { all, unit in
                    all.blocks += unit.document(under: report.header, in: console.language, isBrief: isBrief).blocks
                }
            } else {
                document = report.document(in: console.language, isBrief: isBrief)
            }
            written = console.write(document, as: format)
        }
        return written == .done ? exit : written
    }
}
