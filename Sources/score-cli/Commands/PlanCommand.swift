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
        guard let wanted = goals(arguments).first else { throw .oneGoal }
        let count = arguments.whole(.best) ?? 1
        let seconds = arguments.whole(.time) ?? 10
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

    /// What the line asks for, which is one thing.
    private static func goals(_ arguments: ParsedArguments) -> [Wanted] {
        [
            arguments.number(.goalIndex).map { .goal(.index($0)) },
            arguments.number(.goalPoints).map { .goal(.points($0)) },
            arguments.whole(.goalRank).map { .goal(.rank($0)) },
            arguments.number(.budget).map { .goal(.budget($0)) },
            arguments.has(.frontier) ? .frontier : nil,
        ].compactMap(\.self)
    }

    /// One goal is needed, a frontier is no plan that could be saved, and no action both must and must not be done.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        let goals: [OptionDeclaration.Name] = [.goalIndex, .goalPoints, .goalRank, .budget, .frontier]
        let count = goals.count(where: arguments.has)
        let twice = (arguments.lists[.must] ?? []).filter { (arguments.lists[.mustNot] ?? []).contains($0) }
        return (count == 1 ? [] : [.oneGoal])
            + (count == 1 && arguments.has(.frontier) && arguments.has(.save) ? [.frontierIsNoPlan] : [])
            + twice.map(UsageError.contradictoryAction)
    }

    // Sums and differences of such points and costs fit in 64 bits.
    static let points: ClosedRange<FixedDecimal> = -1_000_000_000...1_000_000_000
    static let costs: ClosedRange<FixedDecimal> = 0...9_000_000_000_000

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
            let (code, points) = try ValueForm.floor(text, in: Self.points, of: "--keep-field")
            guard let node = set.index(of: code) else {
                throw .unknownCriterion(
                    code, suggestion: Spelling.closest(to: code, among: set.criteria.map(\.code)))
            }
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
