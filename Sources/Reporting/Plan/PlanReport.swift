package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// A plan for a unit, or the frontier between cost and points, as a report.
package struct PlanReport: Sendable {
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

    /// The best plan as a scenario to be kept; nil when nothing changes.
    package func scenario(in language: Language) -> Scenario? {
        guard case .goal(let goal, _) = content, let plan = plans.first, !plan.scenario.changes.isEmpty else {
            return nil
        }
        var scenario = plan.scenario
        let codes = CleanText.cut(plan.actions.map(\.code).joined(separator: ", "), at: 200)
        scenario.name = PlanWords(report: self, language: language).goal(goal) + ": " + codes
        return scenario
    }

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
    func name(of action: PlannedAction, in language: Language) -> String {
        if !action.name.isEmpty { return CleanText.line(action.name) }
        let metric = action.effects.first.flatMap { metrics[$0.metric] }
        return metric.map { CleanText.line($0.name.text(language)) } ?? action.code
    }
}

/// The words of plans that ``Label`` does not have.
enum PlanLabel {
    static let title = Wording(vi: "Phương án hành động", en: "Plan")
    static let goal = Wording(vi: "Mục tiêu", en: "Goal")
    static let need = Wording(vi: "Cần đạt", en: "Needed")
    static let status = Wording(vi: "Kết luận", en: "Status")
    static let conditions = Wording(vi: "Điều kiện", en: "Conditions")
    static let source = Wording(vi: "Hành động", en: "Actions")
    static let plan = Wording(vi: "Phương án", en: "Plan")
    static let actions = Wording(vi: "Các hành động được chọn", en: "Actions chosen")
    static let action = Wording(vi: "Hành động", en: "Action")
    static let cost = Wording(vi: "Chi phí", en: "Cost")
    static let deadline = Wording(vi: "Thời hạn", en: "Deadline")
    static let moves = Wording(vi: "Số liệu tác động", en: "Metrics moved")
    static let criteria = Wording(vi: "Tiêu chí thay đổi", en: "Criteria moved")
    static let figure = Wording(vi: "Số liệu", en: "Figure")
    static let points = Wording(vi: "Điểm", en: "Points")
    static let gain = Wording(vi: "Tăng", en: "Gain")
    static let by = Wording(vi: "Nhờ", en: "By")
    static let before = Wording(vi: "Hiện tại", en: "Now")
    static let after = Wording(vi: "Sau phương án", en: "With the plan")
    static let rank = Wording(vi: "Thứ hạng trong khối", en: "Rank in the group")
    static let further = Wording(vi: "Các phương án tiếp theo", en: "Further plans")
    static let frontier = Wording(
        vi: "Đường giới hạn chi phí – điểm", en: "Frontier of cost and points")
    static let losses = Wording(vi: "Tiêu chí vẫn mất điểm", en: "Criteria that still lose points")
    static let why = Wording(vi: "Vì sao", en: "Why")
    static let chart = Wording(vi: "Biểu đồ", en: "Chart")
    static let number = Wording(vi: "STT", en: "No.")
    static let ignored = Wording(vi: "Tác dụng không được tính", en: "Effects left out")
}
