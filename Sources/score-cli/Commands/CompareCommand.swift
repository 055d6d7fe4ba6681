import Documents
import Words
import Assessment
import Reporting
import Scoring

/// `compare`: how points changed between two assessments, two units or two stages.
enum CompareCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        if let stages = arguments.options[.stages] { return try compare(stages, source) }
        if let numbers = arguments.options[.published] { return try PublishedComparison.run(numbers, source) }
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

    /// Two folders are compared, unless two stages, publications or units of one are.
    static func faults(_ arguments: ParsedArguments, _ language: Language) -> [UsageError] {
        let ofOne: [OptionDeclaration.Name] = [.stages, .published, .with]
        guard arguments.operands.count == 1, !ofOne.contains(where: arguments.has) else { return [] }
        let name = arguments.command.optionalOperands[0].name.text(language)
        return [.missingOperand(name, command: arguments.command.name)]
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
        var named: [Stage] = []
        for code in try ValueForm.stages(stages, of: "--stages") {
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
