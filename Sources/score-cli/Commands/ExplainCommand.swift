import Documents
import Words
import Assessment
import Reporting
import Scoring
import Values

/// `explain`: how the points of one criterion came about for one unit.
enum ExplainCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        var unit = try source.unit(in: assessment)
        if unit == nil, assessment.units.count == 1 { unit = 0 }
        guard let unit else { throw .unitNeeded(codes: assessment.units.map(\.code)) }
        let code = arguments.operands[1]
        guard let volumes = try ExpectArgument(arguments).volumes(of: [unit], in: assessment, console) else {
            return .usage
        }
        let expected = volumes[unit] ?? ExpectedVolumes()
        guard let report = ExplanationReport(assessment, unit: unit, code: code, expecting: expected) else {
            let codes = assessment.criteria.set.criteria.map(\.code)
            throw .unknownCriterion(code, suggestion: Spelling.closest(to: code, among: codes))
        }
        let written = console.write(report, as: arguments.options[.format])
        return written == .done ? exit : written
    }
}
