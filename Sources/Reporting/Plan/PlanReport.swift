package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// A plan for a unit, or the frontier between cost and points, as a report.
package struct PlanReport: Report {
    /// What was searched.
    package enum Content: Sendable {
        /// Plans for a goal.
        case goal(PlanGoal, PlanResult)
        /// Every plan that no other beats, and whether these are proven to be all.
        case frontier([Plan], isProven: Bool)
    }

    /// What stands above.
    package let header: ReportHeader
    /// The unit.
    package let unit: Unit
    /// What was searched.
    package let content: Content
    /// Whether the actions are the next bands of every figure, since no table of actions was given.
    package let isGenerated: Bool
    /// The conditions that were set.
    package let conditions: PlanConditions
    /// The actions that must, and that must not be done.
    let musts: (done: [String], notDone: [String])
    let before: UnitScore
    let rankBefore: GroupRank?
    let ignored: [IgnoredEffect]
    let actionCount: Int
    /// Metrics by their codes.
    let metrics: [String: Metric]

    /// Takes what a planner found.
    package init(
        _ assessment: Assessment, unit position: Int, planner: Planner, content: Content, actions: [PlannedAction],
        conditions: PlanConditions, isGenerated: Bool
    ) {
        header = ReportHeader(assessment)
        unit = assessment.units[position]
        self.content = content
        self.conditions = conditions
        self.isGenerated = isGenerated
        musts = (
            actions.filter { $0.standing == .mustDo }.map(\.code),
            actions.filter { $0.standing == .mustNotDo }.map(\.code)
        )
        before = planner.before
        rankBefore = planner.rankBefore
        ignored = planner.ignored
        actionCount = planner.actionCount
        metrics = Dictionary(
            assessment.criteria.set.metrics.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var set: CriteriaSet { header.set }

    /// The plans that are shown in full.
    var plans: [Plan] {
        switch content {
        case .goal(_, let result): result.plans
        case .frontier: []
        }
    }

    /// Whether there is a plan that does what was asked.
    package var hasPlan: Bool {
        switch content {
        case .goal(_, let result): !result.plans.isEmpty
        case .frontier(let plans, _): !plans.isEmpty
        }
    }

    /// The best plan as a scenario to be kept, named in a language; nil when nothing changes.
    package func scenario(in language: Language) -> Scenario? {
        guard case .goal(let goal, _) = content, let plan = plans.first, !plan.scenario.changes.isEmpty else {
            return nil
        }
        var scenario = plan.scenario
        let codes = CleanText.cut(plan.actions.map(\.code).joined(separator: ", "), at: 200)
        scenario.name = Phrase("\(words.goal(goal)): \(codes)").text(language)
        return scenario
    }

    var words: PlanWords { PlanWords(self.set, isGenerated: isGenerated) }

    /// The leaves whose points a plan changes, and those of figures that it changes, in the order of the tree.
    func touched(by plan: Plan) -> [Int] {
        let moved = Set(plan.changes.map(\.criterion))
        return set.criteria.indices.filter { index in
            set.criteria[index].leaf != nil
                && (moved.contains(index) || plan.after.tally(of: index) != before.tally(of: index))
        }
    }

    /// How many points a plan has more than its goal needs.
    func margin(of plan: Plan, in result: PlanResult) -> FixedDecimal? {
        result.neededPoints.map { plan.after.total.points - $0 }
    }

    /// What an action is called; a generated one by the metric that it moves.
    func name(of action: PlannedAction) -> Phrase {
        if !action.name.isEmpty { return Phrase(verbatim: CleanText.line(action.name)) }
        let metric = action.effects.first.flatMap { metrics[$0.metric] }
        return metric.map { Phrase($0.name).line() } ?? Phrase(verbatim: action.code)
    }
}
