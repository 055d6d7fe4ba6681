public import Assessment
public import Documents
public import Scoring
public import Values
internal import Words

/// Plans for a unit, or the frontier between cost and points.
public struct PlanReport: Report {
    /// What the record is.
    public static let recordFormat = "plan/2"

    /// What was searched: plans for a goal, or every plan that no other beats.
    public enum Content: Sendable {
        case goal(PlanGoal, PlanResult)
        case frontier(PlanFrontier)
    }

    package let content: Content
    private let header: ReportHeader
    private let unit: Unit
    private let planner: Planner
    private let conditions: PlanConditions
    private let actions: [PlannedAction]
    /// Whether the actions are the next bands of every figure, since no table of actions was given.
    private let isGenerated: Bool
    private let costUnit: LocalizedText?
    private let scope: RankScope

    /// Takes what a planner found, with the actions and conditions it was given; generated actions have relative costs,
    /// others may have a unit. Places are those that the planner has in a scope.
    public init(
        _ assessment: Assessment, unit position: Int, among scope: RankScope = .group, planner: Planner,
        content: Content, actions: [PlannedAction],
        conditions: PlanConditions = PlanConditions(), isGenerated: Bool = false, costUnit: LocalizedText? = nil
    ) {
        header = ReportHeader(assessment)
        unit = assessment.units[position]
        (self.planner, self.content, self.actions) = (planner, content, actions)
        (self.conditions, self.isGenerated, self.costUnit, self.scope) = (conditions, isGenerated, costUnit, scope)
    }

    private var set: CriteriaSet { header.set }
    private var words: PlanWords { PlanWords(self.set, isGenerated: isGenerated, costUnit: costUnit, scope: scope) }
    private var columns: PlanColumns { PlanColumns(set: set, words: words) }
    private var now: UnitState { UnitState(score: planner.before, rank: planner.rankBefore) }

    package var plans: [Plan] { if case .goal(_, let result) = content { result.plans } else { [] } }

    /// Whether there is a plan that does what was asked.
    public var hasPlan: Bool {
        if case .frontier(let frontier) = content { frontier.count > 0 } else { !plans.isEmpty }
    }

    /// The best plan as a scenario to be kept, named in a language; nil when nothing changes.
    public func scenario(in language: Language) -> Scenario? {
        guard case .goal(let goal, _) = content, let plan = plans.first, !plan.scenario.changes.isEmpty else {
            return nil
        }
        var scenario = plan.scenario
        scenario.name = Phrase("\(words.goal(goal)): \(CleanText.cut(plan.codes, at: 200))").text(language)
        return scenario
    }

    private func leaves(movedBy plan: Plan) -> [NodeStates] {
        planner.before.leaves(movedBy: plan.changes, to: plan.after).map { states($0, plan) }
    }

    private func states(_ index: Int?, _ plan: Plan) -> NodeStates {
        NodeStates(index, [planner.before, plan.after], plan.changes)
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(PlanWords.title): \(unit.name)"), level: 1)
        document.facts(facts)
        switch content {
        case .goal(_, let result):
            for (position, plan) in plans.enumerated() {
                if plans.count > 1 { document.heading(Phrase("\(Phrase.plan) \(position + 1)")) }
                write(plan, to: &document)
            }
            if let equal = result.equal {
                let codes = document.isBrief ? CleanText.cut(equal.codes, at: 400) : equal.codes
                document.paragraph(words.equal(equal, codes))
            }
            if conditions.count > 1, !plans.isEmpty {
                document.paragraph(PlanWords.further(result, wanted: conditions.count))
            }
            if let richest = result.richest, !result.losses.isEmpty {
                let codes = document.isBrief ? CleanText.cut(richest.codes, at: 400) : richest.codes
                document.paragraph(words.richest(richest, codes))
                document.heading(PlanWords.losses)
                document.table(result.losses, columns.losses(limit: document.nameLimit))
            }
        case .frontier(let frontier): write(frontier, to: &document)
        }
        let shown = document.isBrief ? planner.ignored.prefix(10) : planner.ignored[...]
        let rest = planner.ignored.count - shown.count
        document.list(
            shown.map { Phrase("\($0.action), \($0.metric): \($0.reason.phrase)") }
                + (rest > 0 ? [PlanWords.more(rest)] : []), under: PlanWords.ignored)
        document.paragraph(PlanWords.order)
        header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private var facts: [Document.Fact] {
        var stated: [(Phrase, Phrase?)] = []
        if case .goal(let goal, let result) = content {
            stated = [
                (PlanWords.goal, words.goal(goal)),
                (PlanWords.need, words.need(goal, result, of: planner.before.total.maximum)),
                (PlanWords.status, words.status(goal, result)),
            ]
        }
        stated += [
            (PlanWords.conditions, words.conditions(conditions, actions, now: planner.before)),
            (PlanWords.day, words.day(conditions.day, planner.late, butRequired: planner.lateButRequired)),
            (PlanWords.actions, words.source(planner.actionCount)),
        ]
        return [unit.fact] + header.facts + stated.compactMap { name, text in text.map { .init(name, $0) } }
    }

    private func write(_ plan: Plan, to document: inout Document) {
        let level = plans.count > 1 ? 3 : 2
        let then = UnitState(score: plan.after, rank: plan.rankAfter)
        let cost = Value.number(plan.cost, look: words.costLook)
        document.table(
            [StateRow(title: words.costTitle, values: [.text(""), cost], isStrong: true)]
                + StateRow.rows(of: [now, then], isFull: false, among: scope),
            StateRow.columns([.now, .withPlan], change: .rise)
        ) { $0.isStrong }
        if plan.actions.isEmpty { return document.paragraph(PlanWords.noAction) }
        document.heading(PlanWords.chosen, level: level)
        let name = columns.name.titled(.action, .wrapped(24)).cut(at: document.nameLimit)
        let deadlines = plan.actions.contains { $0.deadline != nil } ? [columns.deadline] : []
        document.table(
            plan.actions.map { PlanLine(plan: plan, action: $0) } + [PlanLine(plan: plan)],
            [columns.code, name, columns.cost] + deadlines + [columns.metrics]
        ) { $0.action == nil }
        document.list(header.phrases(of: plan.freed), under: StageWords.freed)
        document.heading(PlanWords.criteriaMoved, level: level)
        let nodes = NodeStateColumns(set)
        let by = Column<NodeStates>.text("", .by, .wrapped(10)) { node in
            let codes = node.changes.flatMap { plan.actionsByMetric[$0.metric.code] ?? [] }
            return codes.withoutRepeats { $0 }.joined(separator: ", ")
        }
        document.table(
            leaves(movedBy: plan) + NodeStates.beyondParts([planner.before, plan.after]).filter { $0.isChanged }
                + [states(nil, plan)],
            [
                nodes.code, nodes.name.titled(nil, .wrapped(20)).cut(at: document.nameLimit),
                .phrase("", .figure, .wrapped(20)) { PlanWords.figures($0.changes, of: $0.node) },
                .phrase("", .points) { [words] node in
                    node.node.map { _ in
                        node.points.map { $0.map(words.points) ?? Phrase(verbatim: "–") }.joined(" → ")
                    }
                }, nodes.gain.titled(.rise),
            ] + (isGenerated ? [] : [by])
        ) { $0.isSum }
    }

    private func write(_ frontier: PlanFrontier, to document: inout Document) {
        // A terminal shows some of it, evenly chosen with both ends; csv and json have all.
        let most = 40
        let shown =
            document.isBrief && frontier.count > most
            ? (0..<most).compactMap { frontier.plan(at: $0 * (frontier.count - 1) / (most - 1)) } : frontier.plans
        let (low, high) = (shown.first?.after.total.points ?? 0, shown.last?.after.total.points ?? 0)
        let actions = Column<Plan>.text("", PlanWords.actions, .wrapped(20)) { $0.codes }
        document.heading(PlanWords.frontier)
        if shown.isEmpty { return document.paragraph(words.frontier(frontier, shown: 0, from: low, to: high)) }
        document.table(
            shown,
            [columns.planCost, columns.points, columns.index]
                + (shown.contains { $0.rankAfter.hasOthers } ? [Column.fraction(scope).on { $0.rankAfter }] : []) + [
                    Column(PlanWords.chart) { .bar(.point($0.after.total.points - low, of: high - low, cells: 40)) }
                ] + (isGenerated ? [] : [actions.cut(at: document.isBrief ? 60 : nil)]))
        document.paragraph(words.frontier(frontier, shown: shown.count, from: low, to: high))
    }

    /// A row an action, and a row with the sums of each plan; a frontier with a row a plan.
    public var data: DataTable? {
        let notices = [header.shortNotice] + (isGenerated ? [PlanWords.relativeCosts] : [])
        let notes = notices.filter { !$0.isEmpty }.joined("; ")
        let lines = lines
        let isFreeing = lines.contains { $0.plan?.freed.isEmpty == false }
        let freed: PlanColumns.Line = header.freedColumn { $0.action == nil ? $0.plan?.freed ?? [] : [] }
        let sums = [columns.points, columns.index, Column.place.on { $0.rankAfter }]
        return DataTable(
            lines,
            Column.of(unit) + [
                Column(.plan) { .count($0.number) }, Column("", PlanWords.status) { .phrase($0.status.phrase) },
                columns.code,
                columns.name, columns.cost.mapped { .number($0.cost) }, columns.deadline, columns.metrics,
            ] + sums.map { $0.on { $0.action == nil ? $0.plan : nil } } + (isFreeing ? [freed] : []) + [
                .phrase("", .notes) { _ in notes }
            ]
                + (costUnit.map { unit in [Column(PlanWords.costUnit) { _ in .name(unit) }] } ?? []))
    }

    private var lines: [PlanLine] {
        switch content {
        case .goal(_, let result) where result.plans.isEmpty: [PlanLine(plan: nil, status: result.status)]
        case .goal(_, let result):
            result.plans.enumerated().flatMap { position, plan in
                (plan.actions.map { Optional($0) } + [nil]).map {
                    PlanLine(plan: plan, action: $0, number: position + 1, status: result.status)
                }
            }
        case .frontier(let frontier):
            frontier.plans.enumerated().map { position, plan in
                PlanLine(plan: plan, number: position + 1, status: .frontier(frontier.isProven), isWhole: true)
            }
        }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { $0.values(of: unit, [.code, .name, .group]) }
        record.value("among", .text(scope.rawValue))
        record.record("now") { now.write(to: &$0) }
        record.value("costs", .text(isGenerated ? "relativeDistance" : "stated"))
        if let costUnit { record.value("costUnit", .name(costUnit)) }
        if let day = conditions.day {
            record.value("on", .day(day))
            record.texts("late", planner.late)
            if !planner.lateButRequired.isEmpty { record.texts("lateButRequired", planner.lateButRequired) }
        }
        record.value("actionCount", .count(planner.actionCount))
        record.list("ignored", planner.ignored) {
            ["action": .text($0.action), "metric": .text($0.metric), "reason": .text("\($0.reason)")]
        }
        switch content {
        case .goal(let goal, let result): write(goal, result, to: &record)
        case .frontier(let frontier):
            record.value("status", .text(PlanStatus.frontier(frontier.isProven).rawValue))
            if frontier.isOutOfTime { record.value("outOfTime", .flag(true)) }
            record.list("frontier", 0..<frontier.count) { record, position in
                guard let plan = frontier.plan(at: position) else { return }
                plan.writeSums(to: &record)
                record.texts("actions", plan.actions.map { $0.code })
            }
        }
    }

    private func write(_ goal: PlanGoal, _ result: PlanResult, to record: inout RecordWriter) {
        record.record("goal") { record in
            switch goal {
            case .index(let index): record.value("index", .number(index))
            case .points(let points): record.value("points", .number(points))
            case .rank(let rank): record.value("rank", .count(rank))
            case .budget(let budget): record.value("budget", .number(budget))
            }
            record.value("neededPoints", .number(result.neededPoints))
            if let sure = result.surePoints { record.value("surePoints", .number(sure)) }
        }
        record.values(["status": .text(result.status.rawValue), "bound": .number(result.bound)])
        if result.isOutOfTime { record.value("outOfTime", .flag(true)) }
        if let best = result.plans.first {
            write(best, result, to: &record)
        } else {
            record.values(["cost": .none, "points": .none, "index": .none, "actions": .list([])])
        }
        if let equal = result.equal { record.record("equal") { write(equal, result, to: &$0) } }
        record.list("further", result.plans.dropFirst()) { record, plan in write(plan, result, to: &record) }
        record.value("furtherProven", .flag(result.areFurtherProven))
        guard let richest = result.richest else { return }
        record.record("richest") { record in
            record.value("isProven", .flag(result.isRichestProven))
            write(richest, result, to: &record)
        }
        record.list("losses", result.losses, columns.losses(limit: nil))
    }

    private func write(_ plan: Plan, _ result: PlanResult, to record: inout RecordWriter) {
        plan.writeSums(to: &record)
        record.value("margin", .number(result.neededPoints.map { plan.after.total.points - $0 }))
        record.list("actions", plan.actions.map { PlanLine(plan: plan, action: $0) }) { record, line in
            record.values(of: line, [columns.code, columns.name, columns.cost, columns.deadline])
            record.texts("metrics", line.metrics(of: set))
        }
        let nodes = NodeStateColumns(set)
        record.list("moved", leaves(movedBy: plan), [nodes.code, nodes.before, nodes.after(), nodes.gain])
        record.list("adjustments", NodeStates.beyondParts([planner.before, plan.after]), nodes.beyond)
        header.write(plan.freed, to: &record)
        record.record("scenario") { $0.members { plan.scenario.write(to: &$0) } }
    }
}
