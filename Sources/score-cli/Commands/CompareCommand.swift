import Documents
import Words
import Assessment
import Reporting
import Scoring

/// `compare`: how points changed between two assessments, two units or two stages.
enum CompareCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        if let stages = arguments.options[.stages] {
            if arguments.operands.count > 1 {
                throw .extraOperand(arguments.operands[1], command: arguments.command.name)
            }
            if arguments.has(.with) { throw .notTogether("--stages", "--with") }
            for name in [OptionDeclaration.Name.stage, .among, .common, .group, .top] where arguments.has(name) {
                throw .notTogether("--stages", "--" + name.rawValue)
            }
            return try compare(stages, source)
        }
        if let numbers = arguments.options[.published] { return try PublishedComparison.run(numbers, source) }
        if arguments.has(.with), !arguments.has(.unit) { throw .missingOption("--unit") }
        if arguments.has(.with), arguments.has(.common) { throw .notTogether("--with", "--common") }
        guard arguments.operands.count > 1 || arguments.has(.with) else {
            let name = arguments.command.optionalOperands[0].name.text(console.language)
            throw .missingOperand(name, command: arguments.command.name)
        }
        guard let (before, exitBefore) = try source.read() else { return .failed }
        var (after, exitAfter) = (before, exitBefore)
        if arguments.operands.count > 1 {
            guard let second = try source.read(arguments.operands[1]) else { return .failed }
            (after, exitAfter) = second
        }
        let pairing = try pairing(before, after, source)
        let isOne = arguments.has(.unit)
        let detail = arguments.options[.by].flatMap(ComparisonReport.Detail.init) ?? (isOne ? .field : .unit)
        let report = ComparisonReport(
            before, after, pairing: pairing, detail: detail, among: arguments.scope, try source.selection(in: after),
            isCommon: arguments.has(.common), splitsRank: isOne)
        if before.settings.period > after.settings.period {
            console.remark(ComparisonWords.backwards(before.settings.period, after.settings.period))
        }
        return console.write(
            report, as: arguments.options[.format], exitBefore == .done ? exitAfter : exitBefore)
    }

    /// The units to be compared: the two named, the one named with its counterpart, or all.
    private static func pairing(
        _ before: Assessment, _ after: Assessment, _ source: AssessmentSource
    ) throws(UsageError) -> UnitPairing {
        if source.arguments.has(.with), let first = try source.unit(in: before),
            let second = try source.unit(in: after, named: .with)
        {
            return UnitPairing(before: first, after: second)
        }
        let all = UnitPairing(from: before.units, to: after.units)
        do throws(UsageError) {
            guard let unit = try source.unit(in: after) else { return all }
            return all.narrowed(toAfter: unit)
        } catch {
            // A unit that no longer exists may still be requested, to show its successor or that it has none.
            guard case .unknownUnit = error, let unit = try? source.unit(in: before) else { throw error }
            return all.narrowed(toBefore: unit)
        }
    }

    private static func compare(_ stages: String, _ source: AssessmentSource) throws(UsageError) -> ExitCode {
        let (arguments, console) = (source.arguments, source.console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let unit = try source.unit(in: assessment)
        let codes = stages.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard codes.count == 2, codes[0] != codes[1] else {
            throw .badValue(option: "--stages", found: stages, expected: "CODE,CODE")
        }
        var named: [Stage] = []
        for code in codes {
            guard let stage = assessment.settings.stages[code] else {
                throw source.unknownStage(code, of: .stages, in: assessment)
            }
            named.append(stage)
        }
        let report = StageReport(
            assessment, stages: named, units: unit.map { [$0] }, isByField: arguments.options[.by] == "field")
        return console.write(report, as: arguments.options[.format], exit)
    }
}
