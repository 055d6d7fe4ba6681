import Documents
import Words
import Assessment
import Reporting
import Scoring
import Tables
import Values

/// `whatif`: changes to one unit's figures, tried out without touching the folder.
enum WhatIfCommand {
    /// A scenario with the places of its changes.
    private struct Source {
        let scenario: Scenario
        let places: [Location]
        let whole: Location
        let isFile: Bool
        /// Where a file names its unit.
        var unit: Location?
    }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let stated = arguments.lists[.set] ?? []
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        var scenarios: [Source] = []
        if !stated.isEmpty { scenarios.append(try self.stated(stated, in: assessment)) }
        guard let files = files(arguments.lists[.scenario] ?? [], console) else { return .failed }
        scenarios += files
        guard let unit = try unit(of: scenarios, in: assessment, source) else { return .failed }
        let trial = WhatIf(
            assessment.scores, unit: unit, among: assessment.units(among: arguments.scope, as: unit))

        var replays: [ScenarioReplay] = []
        var failure: ExitCode?
        for scenario in scenarios {
            do throws(ScenarioError) {
                replays.append(try trial.replay(scenario.scenario))
            } catch {
                console.say(error.findings(at: scenario.places, whole: scenario.whole))
                failure = scenario.isFile ? .failed : failure ?? .usage
            }
        }
        var sweep: Sweep?
        if let text = arguments.options[.sweep] {
            let range = try range(text, in: assessment)
            do throws(ScenarioError) {
                sweep = try trial.sweep(range)
            } catch {
                console.say(error.findings(at: [], whole: Location(file: "--sweep " + text)))
                failure = failure ?? .usage
            }
        }
        if let failure { return failure }
        if let path = arguments.options[.save], let first = scenarios.first {
            let saved = save(first.scenario, of: assessment.units[unit].code, to: path, console)
            if saved != .done { return saved }
        }
        let report = WhatIfReport(
            assessment, unit: unit, among: arguments.scope, replays: replays, sweep: sweep)
        return console.write(report, as: arguments.options[.format], exit)
    }

    /// There must be something to try, and something to keep where a file is named.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        let tries: [OptionDeclaration.Name] = [.set, .scenario, .sweep]
        return (tries.contains(where: arguments.has) ? [] : [.nothingToTry])
            + (arguments.has(.save) && !arguments.has(.set) ? [.nothingToSave] : [])
    }

    private static func kinds(of assessment: Assessment) -> [String: Metric.Kind] {
        Dictionary(
            assessment.criteria.set.metrics.map { ($0.code, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// The scenario of all `--set` options together.
    private static func stated(_ words: [String], in assessment: Assessment) throws(UsageError) -> Source {
        let kinds = kinds(of: assessment)
        var changes: [Scenario.Change] = []
        for word in words { changes.append(try ChangeArgument.change(word) { kinds[$0] }) }
        return Source(
            scenario: Scenario(changes: changes), places: words.map { Location(file: "--set " + $0) },
            whole: Location(file: "--set"), isFile: false)
    }

    private static func range(_ text: String, in assessment: Assessment) throws(UsageError) -> SweepRange {
        let kinds = kinds(of: assessment)
        return try ChangeArgument.sweep(text) { kinds[$0] }
    }

    /// The scenarios in files; nil when one of them cannot be used, which is reported.
    private static func files(_ paths: [String], _ console: Console) -> [Source]? {
        var sources: [Source] = []
        var isSound = true
        for path in paths {
            do throws(FindingsError) {
                var (scenario, places, unit) = try Scenario.read(JSONDocument(contentsOf: path))
                if scenario.name == nil { scenario.name = path.split(separator: "/").last.map(String.init) }
                sources.append(
                    Source(scenario: scenario, places: places, whole: Location(file: path), isFile: true, unit: unit))
            } catch {
                isSound = false
                console.say(error.findings)
            }
        }
        return isSound ? sources : nil
    }

    /// The unit that `--unit` names, otherwise the one that the scenarios name, otherwise the only one; nil, with the
    /// findings reported, when a scenario names none of the assessment's.
    private static func unit(
        of scenarios: [Source], in assessment: Assessment, _ source: AssessmentSource
    ) throws(UsageError) -> Int? {
        if let unit = try source.unit(in: assessment) { return unit }
        var named: [Int] = []
        var findings: [Finding] = []
        for scenario in scenarios {
            guard let name = scenario.scenario.unit, let location = scenario.unit else { continue }
            do throws(UsageError) {
                let unit = try source.unit(named: name, in: assessment)
                if !named.contains(unit) { named.append(unit) }
            } catch {
                findings.append(finding(error, name: name, at: location))
            }
        }
        source.console.say(findings)
        if !findings.isEmpty { return nil }
        if named.count > 1 { throw .severalUnits(codes: named.map { assessment.units[$0].code }) }
        if let unit = named.first { return unit }
        guard assessment.units.count == 1 else { throw .unitNeeded(codes: assessment.units.map(\.code)) }
        return 0
    }

    /// What is wrong with the unit that a file names: a value out of a file is no wrong usage.
    static func finding(_ error: UsageError, name: String, at location: Location) -> Finding {
        switch error {
        case .ambiguousUnit(_, let codes):
            Finding(
                AssessmentFinding.ambiguousUnit, at: location, [.found: .text(name), .expected: .names(codes)])
        case .unknownUnit(_, let suggestion):
            Finding(AssessmentFinding.unknownUnit, at: location, [.found: .text(name)], suggestion: suggestion)
        default: Finding(AssessmentFinding.unitLeftOut, at: location, [.found: .text(name)])
        }
    }

    private static func save(
        _ scenario: Scenario, of unit: String, to path: String, _ console: Console
    ) -> ExitCode {
        var named = scenario
        named.unit = unit
        do {
            try FileOutput.write(Array(named.json.utf8), to: path)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(CommandWords.scenarioKept(path))
        return .done
    }
}
