import Assessment
import Documents
import Reporting
import Scoring
import Values
import Words

/// `history`: points, index and place of units over the periods of several folders.
enum HistoryCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessments, exit) = try source.readAll() else { return .failed }
        let series: PeriodSeries
        do throws(PeriodSeries.Fault) {
            series = try PeriodSeries(assessments)
        } catch {
            console.say(Phrase("score-cli: \(HistoryWords.fault(error))"))
            return .usage
        }
        let code = arguments.options[.by].flatMap { $0 == "total" ? nil : $0 }
        let units = try units(source, in: assessments)
        guard let report = HistoryReport(series, units: units, by: code, among: arguments.scope) else {
            let codes = assessments.flatMap { $0.criteria.set.criteria.map(\.code) }
            throw .unknownCriterion(code ?? "", suggestion: Spelling.closest(to: code ?? "", among: codes))
        }
        return console.write(report, as: arguments.options[.format], exit)
    }

    /// The code of the unit asked for, which need not be in every folder; or those of a group in the latest one.
    private static func units(
        _ source: AssessmentSource, in assessments: [Assessment]
    ) throws(UsageError) -> [String]? {
        let latest = assessments.sorted { $0.settings.period > $1.settings.period }
        guard source.arguments.has(.unit) else {
            guard let wanted = source.arguments.options[.group], let last = latest.first else { return nil }
            let (scope, key) = (source.arguments.scope, try source.key(wanted, of: last, source.arguments.scope))
            return last.units.filter { $0.key(scope == .all ? .group : scope) == key }.map(\.code)
        }
        var first: UsageError?
        for assessment in latest {
            do throws(UsageError) {
                if let unit = try source.unit(in: assessment) { return [assessment.units[unit].code] }
            } catch {
                first = first ?? error
            }
        }
        if let first { throw first }
        return nil
    }
}
