public import Optimization
import Values

/// Finds the cheapest set of actions that reaches a goal, the best within a budget, and the frontier between the two.
///
/// Every plan shown is replayed by ``WhatIf``, so its results are those of scoring. Points and costs are integers in
/// millionths throughout.
public struct Planner: Sendable {
    private let trial: WhatIf
    private var set: CriteriaSet { trial.table.criteria.set }
    private let all: [PlannedAction]
    let effects: ActionEffects
    let model: PlanModel
    let sums: PlanSums
    let conditions: PlanConditions
    let limits: PlanLimits

    /// The unit's current scores.
    public var before: UnitScore { trial.table[trial.unit] }
    /// The unit's current place.
    public var rankBefore: GroupRank? { trial.others.rank(of: before) }
    /// The effects that are ignored, and why.
    public var ignored: [IgnoredEffect] { effects.ignored }
    /// The codes of the actions that are left out because their deadline has passed.
    public let late: [String]
    /// The codes of the actions that are done although their deadline has passed, because they must be.
    public let lateButRequired: [String]
    /// How many actions are available to the unit.
    public var actionCount: Int { effects.actions.count }

    /// Takes the actions for one unit.
    ///
    /// - Parameters:
    ///   - table: the scores to start from.
    ///   - unit: the position of the unit.
    ///   - units: the positions of the units among which it has its places; nil for those of its group.
    ///   - actions: what could be done.
    ///   - conditions: what a plan must keep, and how many plans are asked for.
    ///   - volumes: the cases expected by the end of the period: no plan has a share that they no longer allow.
    ///   - isOver: called from time to time; the search ends when it returns true.
    /// - Throws: `PlanError` for negative costs, for sums too large to be searched, and where an action moves points that
    ///   are not added to the others.
    public init(
        _ table: ScoreTable, unit: Int, among units: [Int]? = nil, actions: [PlannedAction],
        conditions: PlanConditions = PlanConditions(), expecting volumes: ExpectedVolumes = ExpectedVolumes(),
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        try self.init(
            table, unit: unit, among: units, actions: actions, conditions: conditions, expecting: volumes,
            outcomes: OutcomeLimits(), isOver: isOver)
    }

    init(
        _ table: ScoreTable, unit: Int, among units: [Int]? = nil, actions: [PlannedAction],
        conditions: PlanConditions, expecting volumes: ExpectedVolumes = ExpectedVolumes(), outcomes: OutcomeLimits,
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        trial = WhatIf(table, unit: unit, among: units)
        self.conditions = conditions
        all = actions
        late = actions.filter(conditions.isTooLate).map { $0.code }
        lateButRequired = actions.filter { conditions.isPastDeadline($0) && !conditions.isTooLate($0) }.map { $0.code }
        limits = PlanLimits(isOver: isOver)
        effects = ActionEffects(
            actions.map { action in
                var action = action
                if conditions.isTooLate(action) { action.requirement = .mustNotDo }
                return action
            }, for: table[unit], expecting: volumes)
        let (set, moved) = (table.criteria.set, effects)
        guard set.combination.isSum, !moved.leaves.contains(where: { set.isCombined(moved.criterion(of: $0)) })
        else { throw .notAdditive }
        sums = PlanSums(effects, table[unit], floors: conditions.floors)
        model = try PlanModel(effects, sums, limits: outcomes, isOver: isOver)
    }

    var isOutOfTime: Bool { limits.isOver?() ?? false }
    var requirements: [PlannedAction.Requirement] { effects.actions.map { $0.requirement } }

    // MARK: Plans

    /// The best plan for a goal, and as many further ones as the conditions request.
    public func plan(_ goal: PlanGoal) throws(PlanError) -> PlanResult {
        let test = GoalTest(goal, trial, movesOthers: effects.movesOthers)
        if case .budget(let budget) = goal, budget < 0 { throw .negativeBudget }
        switch try best(test, requirements) {
        case .none: return try impossible(test)
        case .open(let bound): return result(.unknown, nil, bound: bound, test)
        case .found(let plan, let bound?): return result(.feasible, plan, bound: bound, test)
        case .found(let plan, bound: nil):
            let further = try further(than: plan, test)
            let bound = test.isOfCost ? plan.cost : plan.after.total.points
            return PlanResult(
                status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
                equal: try equal(to: plan, test), bound: bound, needed: shown(test))
        }
    }

    private func result(_ status: PlanStatus, _ plan: Plan?, bound: Int64, _ test: GoalTest) -> PlanResult {
        PlanResult(
            status: status, plans: plan.map { [$0] } ?? [], bound: FixedDecimal(mantissa: bound),
            needed: shown(test), isOutOfTime: isOutOfTime)
    }

    /// All plans that no other beats in both cost and points, starting from the cheapest; when the time is over, the best
    /// of those found, among them every single step that no other beats.
    public func frontier() throws(PlanError) -> PlanFrontier {
        let promised = PlanFrontier(try model.frontier(requirements: requirements, limits: limits), self)
        guard sums.hasFractions else { return promised }
        let (plans, isKept) = promised.kept
        if isKept { return promised }
        let exact = try steps()
        return exact.isProven ? exact : PlanFrontier(best: plans + exact.plans, self)
    }

    /// The frontier step by step: the cheapest plan with more points than the last, and the most that it costs.
    private func steps() throws(PlanError) -> PlanFrontier {
        var plans: [Plan] = []
        var goal = Self.anyPoints
        while !isOutOfTime {
            let cheapest = try cheapest(points(goal), requirements)
            if case .none = cheapest { return PlanFrontier(plans, isProven: true, self) }
            guard case .found(let least, bound: nil) = cheapest,
                case .found(let plan, bound: nil) = try richest(within: least.cost, requirements)
            else { break }
            plans.append(plan)
            goal = FixedDecimal(mantissa: plan.after.total.points.mantissa + 1)
        }
        return PlanFrontier(plans, isProven: false, self)
    }

    /// Points that any total has.
    static let anyPoints = FixedDecimal(mantissa: -PlanLimits.greatestTotal)

    /// Whether a plan has so many points.
    func points(_ points: FixedDecimal) -> GoalTest {
        GoalTest(.points(points), trial, movesOthers: effects.movesOthers)
    }

    // MARK: Between points and gains

    /// The minimum gain, in millionths, that a goal requires before the total is rounded; where it requires no points,
    /// one that every set of actions has.
    func gain(for test: GoalTest) -> Int64 {
        let limit = FixedDecimal(mantissa: PlanLimits.greatestTotal)
        var gain = -PlanLimits.greatestTotal
        if case .atLeast(let points, _) = test.needed {
            gain = sums.leastGain(for: min(max(points, -limit), limit).mantissa)
        }
        return max(gain, test.atLeast.map { sums.leastGain(for: $0.mantissa) } ?? gain)
    }

    /// What a goal other than a budget requires: where every total has the edition's digits, rounded up to these.
    private func shown(_ test: GoalTest) -> PointsNeeded? {
        if !test.isOfCost { return nil }
        guard sums.hasFullSteps, case .atLeast(let points, let sure) = test.needed else { return test.needed }
        let rounding = Rounding(.up, digits: set.rounding.points.digits)
        return .atLeast(points.rounded(rounding) ?? points, sure: sure.rounded(rounding) ?? sure)
    }

    // MARK: Single plans

    /// The plan of a set of actions, replayed; nil when its figures together cannot be scored.
    func realized(_ taken: [Int]) -> Plan? {
        let scenario = effects.scenario(taking: taken, name: nil, unit: trial.table.units[trial.unit].code)
        var replay: ScenarioReplay?
        if !scenario.changes.isEmpty {
            guard let done = try? trial.replay(scenario) else { return nil }
            replay = done
        }
        var byMetric: [String: [String]] = [:]
        for action in taken {
            for metric in effects.metrics(movedBy: action) {
                byMetric[metric, default: []].append(effects.actions[action].code)
            }
        }
        return Plan(
            actions: taken.map { effects.actions[$0] }, cost: FixedDecimal(mantissa: effects.cost(of: taken)),
            scenario: scenario, changes: replay?.changes ?? [], freed: replay?.freed ?? [],
            after: replay?.after ?? before,
            rankAfter: replay.map { $0.rankAfter } ?? rankBefore, actionsByMetric: byMetric, taken: taken)
    }

    func meets(_ plan: Plan, _ test: GoalTest) -> Bool { test.isMet(by: plan) && keepsFloors(plan) }

    func keepsFloors(_ plan: Plan) -> Bool {
        conditions.floors.allSatisfy { floor in
            plan.after.sum(of: floor.node).points >= floor.points ?? before.sum(of: floor.node).points
        }
    }

    // MARK: What cannot be

    private func impossible(_ test: GoalTest) throws(PlanError) -> PlanResult {
        guard test.isOfCost else {
            // What must be done and the conditions take more than the budget.
            var nearest: Plan?
            if case .found(let plan, _) = try cheapest(points(Self.anyPoints), requirements) { nearest = plan }
            return PlanResult(status: .infeasible, bound: nearest?.cost, needed: nil, richest: nearest)
        }
        let budget = FixedDecimal(mantissa: .max)
        let (outcome, gain) = try model.greatestGain(
            budget: budget.mantissa, requirements: requirements, limits: limits)
        let (richest, _, isProven) = try mostPoints(outcome, gain: gain, budget, requirements)
        return PlanResult(
            status: .infeasible, bound: nil, needed: shown(test), richest: richest,
            isRichestProven: isProven, losses: richest.map(losses) ?? [])
    }

    /// What is still lost, largest loss first, and why.
    private func losses(after plan: Plan) -> [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] {
        let forbidden = Set(all.filter { $0.requirement == .mustNotDo }.flatMap { $0.effects.map { $0.metric } })
        let tooLate = Set(all.filter(conditions.isTooLate).flatMap { $0.effects.map { $0.metric } })
        var losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] = []
        for index in set.criteria.indices {
            let sum = plan.after.sum(of: index)
            guard let leaf = set.criteria[index].leaf, sum.lost > 0 else { continue }
            let metrics = Set(leaf.measures.flatMap { $0.metrics }.map { $0.code })
            let reason: RemainingLoss =
                if !metrics.isDisjoint(with: forbidden) {
                    .forbidden
                } else if !metrics.isDisjoint(with: tooLate) {
                    .late
                } else if effects.moves(criterion: index) {
                    .partly
                } else if let effect = effects.ignored.first(where: { metrics.contains($0.metric) }) {
                    .ignored(effect.reason)
                } else if plan.after.criterion(index).status == .awaited {
                    .awaited
                } else {
                    .noAction
                }
            losses.append((index, sum.lost, reason))
        }
        return losses.sorted { ($1.lost, $0.criterion) < ($0.lost, $1.criterion) }
    }
}
