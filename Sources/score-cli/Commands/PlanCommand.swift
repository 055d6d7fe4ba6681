import Documents
import Words
import Assessment
import Optimization
import Reporting
import Scoring
import Tables
import Values

/// `plan`: the cheapest actions that reach a goal.
enum PlanCommand {
    private enum Wanted {
        case goal(PlanGoal)
        case frontier
    }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let wanted = try wanted(arguments)
        let count = Int(try wholeNumber(arguments, .best, in: 1...20) ?? 1)
        let seconds = try wholeNumber(arguments, .time, in: 1...86_400) ?? 10
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let day = try DayArgument.ofPlanning(in: arguments, for: assessment)
        let unit = try unit(in: assessment, source)
        guard let volumes = try ExpectArgument(arguments).volumes(of: [unit], in: assessment, console) else {
            return .usage
        }
        let expected = volumes[unit] ?? ExpectedVolumes()
        let path = arguments.options[.actions] ?? assessment.actionsFile
        let isGenerated = path == nil || path == "none"
        var actions: [PlannedAction]
        var costUnit: LocalizedText?
        if let path, !isGenerated {
            let reading = assessment.readActions(path)
            console.say(reading.findings)
            guard let read = reading.actions else {
                console.say(Phrase("\(CommandWords.nothingPlanned) \(FindingList(reading.findings).count)"))
                return .failed
            }
            actions = read
            costUnit = reading.costUnit
        } else {
            actions = assessment.scores[unit].nextBandActions(expecting: expected)
        }
        try mark(&actions, arguments)
        let conditions = PlanConditions(
            floors: try floors(arguments, in: assessment.criteria.set), count: count, day: day)
        let clock = ContinuousClock()
        let begun = clock.now
        let end = begun + .seconds(seconds)
        let report: PlanReport
        do throws(PlanError) {
            let planner = try Planner(
                assessment.scores, unit: unit, among: assessment.units(among: arguments.scope, as: unit),
                actions: actions,
                conditions: conditions, expecting: expected,
                isOver: {
                    let now = clock.now
                    WorkProgress.set(Int((now - begun) / .milliseconds(1)), .time)
                    return now > end
                })
            let content = try WorkProgress.during(.time, of: Int(seconds * 1000)) {
                () throws(PlanError) -> PlanReport.Content in
                switch wanted {
                case .goal(let goal): .goal(goal, try planner.plan(goal))
                case .frontier: .frontier(try planner.frontier())
                }
            }
            report = PlanReport(
                assessment, unit: unit, among: arguments.scope, planner: planner, content: content, actions: actions,
                conditions: conditions, isGenerated: isGenerated, costUnit: costUnit)
        } catch {
            console.say(Phrase("score-cli: \(error.phrase)"))
            return .failed
        }
        let saved = save(report, arguments, console)
        if saved != .done { return saved }
        return console.write(report, as: arguments.options[.format], report.hasPlan ? exit : .failed)
    }

    // MARK: What is wanted

    private static func wanted(_ arguments: ParsedArguments) throws(UsageError) -> Wanted {
        var found: [Wanted] = []
        if let index = try number(arguments, .goalIndex) { found.append(.goal(.index(index))) }
        if let points = try number(arguments, .goalPoints) { found.append(.goal(.points(points))) }
        if let rank = try wholeNumber(arguments, .goalRank, in: 1...1_000_000) { found.append(.goal(.rank(Int(rank)))) }
        if let budget = try number(arguments, .budget, in: costs) { found.append(.goal(.budget(budget))) }
        if arguments.has(.frontier) { found.append(.frontier) }
        guard found.count == 1 else { throw .oneGoal }
        if case .frontier = found[0], arguments.has(.save) { throw .frontierIsNoPlan }
        return found[0]
    }

    private static func number(
        _ arguments: ParsedArguments, _ name: OptionDeclaration.Name, in range: ClosedRange<FixedDecimal> = points
    ) throws(UsageError) -> FixedDecimal? {
        guard let text = arguments.options[name] else { return nil }
        return try number(text, of: "--" + name.rawValue, in: range, shownAs: text)
    }

    // Sums and differences of such points and costs fit in 64 bits.
    private static let points: ClosedRange<FixedDecimal> = -1_000_000_000...1_000_000_000
    private static let costs: ClosedRange<FixedDecimal> = 0...9_000_000_000_000

    /// - Parameter whole: the whole value of the option, for messages.
    private static func number(
        _ text: String, of option: String, in range: ClosedRange<FixedDecimal>, shownAs whole: String
    ) throws(UsageError) -> FixedDecimal {
        switch NumberReader(decimalSeparator: nil).read(text) {
        case .number(let number, false) where range.contains(number): return number
        case .number(_, false):
            throw .badNumber(
                option: option, found: whole, least: range.lowerBound.description, most: range.upperBound.description)
        case .ambiguous(let number, _):
            throw .ambiguousNumber(
                option: option, found: whole,
                readings: [text.filter { $0.isNumber || $0 == "-" }, number.text(minimumDigits: 4)])
        case .number, .blank, .problem: throw .badAmount(option: option, found: whole)
        }
    }

    private static func wholeNumber(
        _ arguments: ParsedArguments, _ name: OptionDeclaration.Name, in range: ClosedRange<Int64>
    ) throws(UsageError) -> Int64? {
        guard let text = arguments.options[name] else { return nil }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text), range.contains(number) else {
            throw .badNumber(
                option: "--" + name.rawValue, found: text, least: String(range.lowerBound),
                most: String(range.upperBound))
        }
        return number
    }

    private static func unit(in assessment: Assessment, _ source: AssessmentSource) throws(UsageError) -> Int {
        if let unit = try source.unit(in: assessment) { return unit }
        guard assessment.units.count == 1 else { throw .unitNeeded(codes: assessment.units.map(\.code)) }
        return 0
    }

    /// Marks the actions that must and must not be done. A metric's code means every action generated for it.
    private static func mark(_ actions: inout [PlannedAction], _ arguments: ParsedArguments) throws(UsageError) {
        var marked: [String: PlannedAction.Requirement] = [:]
        for (name, requirement) in [
            (OptionDeclaration.Name.must, PlannedAction.Requirement.mustDo), (.mustNot, .mustNotDo),
        ] {
            for word in arguments.lists[name] ?? [] {
                let wanted = VietnameseText.composed(word)
                let positions = actions.indices.filter { index in
                    actions[index].code == wanted
                        || (requirement == .mustNotDo && actions[index].name.isEmpty
                            && actions[index].effects.contains { $0.metric == wanted })
                }
                guard !positions.isEmpty else {
                    throw .unknownAction(wanted, suggestion: Spelling.closest(to: wanted, among: actions.map(\.code)))
                }
                for position in positions {
                    let code = actions[position].code
                    if let before = marked[code], before != requirement { throw .contradictoryAction(code) }
                    marked[code] = requirement
                    actions[position].requirement = requirement
                }
            }
        }
    }

    private static func floors(
        _ arguments: ParsedArguments, in set: CriteriaSet
    ) throws(UsageError) -> [PlanConditions.Floor] {
        var floors: [PlanConditions.Floor] = []
        for text in arguments.lists[.keepField] ?? [] {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let node = set.index(of: parts[0]) else {
                throw .unknownCriterion(
                    parts[0], suggestion: Spelling.closest(to: parts[0], among: set.criteria.map(\.code)))
            }
            let points =
                parts.count > 1 ? try number(parts[1], of: "--keep-field", in: Self.points, shownAs: text) : nil
            floors.append(PlanConditions.Floor(node: node, points: points))
        }
        return floors
    }

    // MARK: What comes out

    private static func save(_ report: PlanReport, _ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        guard let path = arguments.options[.save] else { return .done }
        guard let scenario = report.scenario(in: console.language) else {
            console.remark(CommandWords.nothingToKeep(path))
            return .done
        }
        do {
            try FileOutput.write(Array(scenario.json.utf8), to: path)
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(CommandWords.planKept(path))
        return .done
    }
}
