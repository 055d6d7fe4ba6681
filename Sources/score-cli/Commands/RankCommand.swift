import Documents
import Words
import Assessment
import Reporting
import Scoring
import Values

/// `rank`: the units of one or several assessments, with how certain their places are.
enum RankCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let options = options(arguments)
        let source = AssessmentSource(arguments: arguments, console: console)
        let bar = ProgressBar(total: arguments.operands.count, isQuiet: console.isQuiet)
        var reports: [RankReport] = []
        var exit = ExitCode.done
        var misused = 0
        for (done, folder) in arguments.operands.enumerated() {
            bar.show(done, folder)
            let reading: (assessment: Assessment, exit: ExitCode)?
            do throws(UsageError) {
                reading = try source.read(folder) { bar.clear() }
            } catch {
                if !arguments.has(.all) { throw error }
                console.say(Phrase("\(CleanText.line(folder)): \(error.phrase)"))
                misused += 1
                exit = .failed
                continue
            }
            guard let (assessment, ending) = reading else {
                exit = .failed
                continue
            }
            if ending != .done { exit = ending }
            let made: RankReport?
            do throws(UsageError) {
                made = try report(on: assessment, options, source)
            } catch {
                // A batch continues without the folders that lack the group or the criterion.
                if !arguments.has(.all) { throw error }
                console.say(Phrase("\(CleanText.line(folder)): \(error.phrase)"))
                misused += 1
                made = nil
            }
            guard let report = made else {
                exit = .failed
                continue
            }
            if arguments.has(.unit) {
                guard let unit = try source.unit(in: assessment), let own = UnitRankReport(report, unit: unit) else {
                    throw .unknownUnit(arguments.options[.unit] ?? "", suggestion: nil)
                }
                return console.write(own, as: arguments.options[.format], exit)
            }
            reports.append(report)
        }
        bar.clear()
        if misused == arguments.operands.count { return .usage }
        if reports.isEmpty { return .failed }
        let format = arguments.options[.format]
        return arguments.has(.all)
            ? console.write(RankBatch(reports), as: format, exit) : console.write(reports[0], as: format, exit)
    }

    /// Several folders are ranked with `--all` only, and what is told of one unit is no table of data.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        let more = arguments.has(.all) ? nil : arguments.operands.dropFirst().first
        let isTable = arguments.has(.unit) && arguments.options[.format] == "csv"
        return (more.map { [.extraOperand($0, command: arguments.command.name)] } ?? [])
            + (isTable ? [.notTogether("--unit", "--format csv")] : [])
    }

    /// The ranking of one assessment; nil when its standard errors cannot be read.
    private static func report(
        on assessment: Assessment, _ stated: RankOptions, _ source: AssessmentSource
    ) throws(UsageError) -> RankReport? {
        var options = stated
        if let wanted = source.arguments.options[.group] {
            options.only = try source.key(wanted, of: assessment, options.among)
        }
        if let path = source.arguments.options[.errors] {
            let (errors, findings) = MetricErrors.read(path, for: assessment, options: source.options)
            source.console.say(findings)
            if findings.containsError { return nil }
            options.errors = errors
        } else if let errors = assessment.surveyErrors {
            options.errors = errors
        }
        if options.isCommon, assessment.settings.previous == nil { source.console.remark(CommandWords.nothingInCommon) }
        let previous = source.previous(of: assessment)
        var own: Assessment?
        if source.options.points != nil {
            var reading = source.options
            reading.points = nil
            own = Assessment.read(assessment.folder, options: reading).assessment.map { $0.shown(as: assessment) }
        }
        guard let report = RankReport(assessment, options, previous: previous, own: own) else {
            let code = options.code ?? ""
            let codes = assessment.criteria.set.criteria.map(\.code)
            throw .unknownCriterion(code, suggestion: Spelling.closest(to: code, among: codes))
        }
        return report
    }

    private static func options(_ arguments: ParsedArguments) -> RankOptions {
        var options = RankOptions()
        if let by = arguments.options[.by], by != "total" { options.code = by }
        options.among = arguments.scope
        options.ties = arguments.options[.ties].flatMap(RankingPolicy.Ties.init)
        options.draws = arguments.whole(.draws) ?? options.draws
        options.robustDraws = arguments.whole(.robust)
        options.isCommon = arguments.has(.common)
        options.top = arguments.whole(.top)
        if let seed = arguments.whole(.seed) { options.seed = UInt64(seed) }
        options.confidence = arguments.number(.confidence) ?? options.confidence
        return options
    }
}
