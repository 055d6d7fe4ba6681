public import Optimization
import Values

/// Finds the cheapest set of actions that reaches a goal, the best within a budget, and the frontier between the two.
///
/// Every plan is replayed by ``WhatIf``, so its results are those of scoring. Points and costs are integers in
/// millionths throughout.
public struct Planner: Sendable {
    private let trial: WhatIf
    private var set: CriteriaSet { trial.table.criteria.set }
    private let all: [PlannedAction]
    let effects: ActionEffects
    let model: PlanModel
    let conditions: PlanConditions
    let limits: PlanLimits

    /// The unit's current scores.
    public var before: UnitScore { trial.table[trial.unit] }
    /// The unit's current place.
    public var rankBefore: GroupRank? { trial.others.rank(of: before) }
    /// The effects that are ignored, and why.
    public var ignored: [IgnoredEffect] { effects.ignored }
    /// How many actions are available to the unit.
    public var actionCount: Int { effects.actions.count }

    /// Takes the actions for one unit.
    ///
    /// - Parameters:
    ///   - table: the scores to start from.
    ///   - unit: the position of the unit.
    ///   - actions: what could be done.
    ///   - conditions: what a plan must keep, and how many plans are asked for.
    ///   - isOver: called from time to time; the search ends when it returns true.
    /// - Throws: `PlanError` for negative costs and sums too large to be searched.
    public init(
        _ table: ScoreTable, unit: Int, actions: [PlannedAction], conditions: PlanConditions = PlanConditions(),
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        try self.init(
            table, unit: unit, actions: actions, conditions: conditions, sizes: PlanModel.Sizes(), isOver: isOver)
    }

    init(
        _ table: ScoreTable, unit: Int, actions: [PlannedAction], conditions: PlanConditions, sizes: PlanModel.Sizes,
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        trial = WhatIf(table, unit: unit)
        self.conditions = conditions
        all = actions
        limits = PlanLimits(isOver: isOver)
        let effects = ActionEffects(actions, for: table[unit])
        let set = table.criteria.set
        let score = table[unit]
        let floors = conditions.floors.map { floor in
            let below = effects.leaves.indices.filter { leaf in
                sequence(first: effects.criterion(of: effects.leaves[leaf])) { set.criteria[$0].parent }
                    .contains(floor.node)
            }
            let now = score.sum(of: floor.node).points
            return (leaves: below, gain: (floor.points ?? now).mantissa - now.mantissa)
        }
        self.effects = effects
        model = try PlanModel(effects, floors: floors, sizes: sizes)
    }

    var requirements: [PlannedAction.Requirement] { effects.actions.map { $0.requirement } }

    // MARK: Plans

    /// The best plan for a goal, and as many further ones as the conditions request.
    public func plan(_ goal: PlanGoal) throws(PlanError) -> PlanResult {
        let test = GoalTest(goal, trial)
        if case .budget(let budget) = goal { return try richest(within: budget, test) }
        let needed = test.needed
        if case .impossible = needed { return try impossible(needed) }
        let taken: [Int]
        var (bound, isProven) = (Int64(0), true)
        switch try model.leastCost(gain: gain(for: needed), requirements: requirements, limits: limits) {
        case .infeasible: return try impossible(needed)
        case .unknown(let bound):
            let plan = try pruned(test)
            return result(plan == nil ? .unknown : .feasible, plan, bound: bound, needed)
        case .feasible(let found, let proven): (taken, bound, isProven) = (found, proven, false)
        case .optimal(let found): (taken, bound) = (found, effects.cost(of: found))
        }
        let first = realized(taken)
        if let first, meets(first, test) {
            return isProven ? try cheapest(first, test, needed) : result(.feasible, first, bound: bound, needed)
        }
        if case .rank = goal, let first, needed.isMet(by: first.after.total) {
            switch try searched(test, gain: gain(for: needed)) {
            case .found(let plan, bound: nil): return try cheapest(plan, test, needed)
            case .found(let plan, let bound?): return result(.feasible, plan, bound: bound, needed)
            case .none: return try impossible(needed)
            case .open(let proven): (bound, isProven) = (max(bound, proven), false)
            }
        }
        // The model promised more than scoring gives: its result is a bound, and more has to be requested.
        var found = try raised(from: taken, needed, test)
        if found == nil { found = try pruned(test) }
        guard let plan = found else { return result(.unknown, nil, bound: bound, needed) }
        return result(isProven && plan.cost.mantissa == bound ? .optimal : .feasible, plan, bound: bound, needed)
    }

    private func result(_ status: PlanStatus, _ plan: Plan?, bound: Int64?, _ needed: PointsNeeded?) -> PlanResult {
        PlanResult(
            status: status, plans: plan.map { [$0] } ?? [], bound: bound.map { FixedDecimal(mantissa: $0) },
            needed: needed.map(shown))
    }

    /// A plan that is proven to be the cheapest, with the next ones.
    private func cheapest(_ plan: Plan, _ test: GoalTest, _ needed: PointsNeeded) throws(PlanError) -> PlanResult {
        let further = try further(than: plan, test, gain: gain(for: needed))
        return PlanResult(
            status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven, bound: plan.cost,
            needed: shown(needed))
    }

    /// All plans that no other beats in both cost and points, starting from the cheapest; and whether they are proven
    /// to be all.
    public func frontier() throws(PlanError) -> (plans: [Plan], isProven: Bool) {
        let found = try model.frontier(requirements: requirements, limits: limits)
        var plans: [Plan] = []
        for taken in found.sets {
            guard let plan = realized(taken), keepsFloors(plan) else { continue }
            if let last = plans.last, last.after.total.points >= plan.after.total.points { continue }
            plans.append(plan)
        }
        return (plans, found.isProven && isAdditive)
    }

    private func richest(within budget: FixedDecimal, _ test: GoalTest) throws(PlanError) -> PlanResult {
        guard budget >= 0 else { throw .negativeBudget }
        let (outcome, gain) = try model.greatestGain(
            budget: budget.mantissa, requirements: requirements, limits: limits)
        let base = before.total.points.mantissa
        switch outcome {
        case .infeasible(let nearest):
            return PlanResult(
                status: .infeasible, bound: nearest.map { FixedDecimal(mantissa: effects.cost(of: $0)) }, needed: nil,
                richest: nearest.flatMap(realized))
        case .unknown(let bound): return result(.unknown, nil, bound: base + bound, nil)
        case .optimal(let taken), .feasible(let taken, _):
            guard let plan = realized(taken), keepsFloors(plan) else { return result(.unknown, nil, bound: nil, nil) }
            if case .feasible(_, let bound) = outcome { return result(.feasible, plan, bound: base + bound, nil) }
            guard isAdditive else {
                let bound = base + (gain ?? 0) + slack
                let isReached = plan.after.total.points.mantissa == bound
                return result(isReached ? .optimal : .feasible, plan, bound: bound, nil)
            }
            let further = try further(than: plan, test, budget: budget.mantissa)
            return PlanResult(
                status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
                bound: plan.after.total.points, needed: nil)
        }
    }

    // MARK: Between points and gains

    /// Whether the total is the sum of leaves: nothing is rounded above them, and no cap on bonus or penalty can apply.
    private var isAdditive: Bool {
        let hasCappedExtras = effects.leaves.contains { leaf in
            switch set.criteria[effects.criterion(of: leaf)].leaf?.role {
            case .bonus: set.bonusCap != nil
            case .penalty: set.penaltyCap != nil
            case .regular, .watched, nil: false
            }
        }
        let isLimited = set.totalCap != nil || set.totalFloor != nil
        return set.rounding.stage == .leaf && !hasCappedExtras && !isLimited && model.isExact
    }

    /// By how many millionths rounding above the leaves can raise a total.
    private var slack: Int64 {
        let rounding = set.rounding
        let quantum = rounding.points.quantum
        switch rounding.stage {
        case .leaf: return 0
        case .field: return 2 * quantum * Int64(before.fieldIndices.count)
        case .total: return 2 * quantum
        }
    }

    /// The minimum gain of leaves, in millionths, that a goal requires; where it requires no points, one that every set
    /// of actions has.
    private func gain(for needed: PointsNeeded) -> Int64 {
        let limit = Int128(PlanLimits.greatestTotal)
        guard case .atLeast(let points, _) = needed else { return Int64(-limit) }
        let gain = Int128(points.mantissa) - Int128(before.total.points.mantissa) - Int128(slack)
        return Int64(min(max(gain, -limit), limit))
    }

    /// Points rounded up to the edition's digits, since a total has no more.
    private func shown(_ needed: PointsNeeded) -> PointsNeeded {
        guard case .atLeast(let points, let sure) = needed else { return needed }
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
            scenario: scenario, changes: replay?.changes ?? [], after: replay?.after ?? before,
            rankAfter: replay.map { $0.rankAfter } ?? rankBefore, actionsByMetric: byMetric, taken: taken)
    }

    func meets(_ plan: Plan, _ test: GoalTest) -> Bool { test.isMet(by: plan.after) && keepsFloors(plan) }

    private func keepsFloors(_ plan: Plan) -> Bool {
        conditions.floors.allSatisfy { floor in
            plan.after.sum(of: floor.node).points >= floor.points ?? before.sum(of: floor.node).points
        }
    }

    /// Requests more from the model until scoring agrees that the goal is met.
    private func raised(
        from taken: [Int], _ needed: PointsNeeded, _ test: GoalTest
    ) throws(PlanError) -> Plan? {
        var (taken, gain) = (taken, gain(for: needed))
        for _ in 0..<40 {
            let reached = realized(taken)?.after.total.points ?? 0
            var more = set.rounding.points.quantum
            if case .atLeast(_, let sure) = needed { more = max((sure - reached).mantissa, more) }
            gain += more
            let outcome = try model.leastCost(gain: gain, requirements: requirements, limits: limits)
            guard let next = outcome.plan else { return nil }
            taken = next
            if let plan = realized(taken), meets(plan, test) { return plan }
        }
        return nil
    }

    /// Everything that can be done at once, minus what is not needed, the most expensive first; nil when even
    /// everything is not enough.
    private func pruned(_ test: GoalTest) throws(PlanError) -> Plan? {
        let most = try model.greatestGain(budget: PlanLimits.greatestTotal, requirements: requirements, limits: limits)
        guard var taken = most.outcome.plan, var best = realized(taken), meets(best, test) else { return nil }
        let order = taken.filter { requirements[$0] == .open }.sorted {
            (-effects.actions[$0].cost.mantissa, $0) < (-effects.actions[$1].cost.mantissa, $1)
        }
        for action in order where !taken.contains(where: { effects.needs[$0].contains(action) }) {
            let rest = taken.filter { $0 != action }
            guard let plan = realized(rest), meets(plan, test) else { continue }
            (taken, best) = (rest, plan)
        }
        return best
    }

    // MARK: What cannot be

    private func impossible(_ needed: PointsNeeded) throws(PlanError) -> PlanResult {
        let outcome = try model.greatestGain(
            budget: PlanLimits.greatestTotal, requirements: requirements, limits: limits
        ).outcome
        let richest = outcome.plan.flatMap(realized).flatMap { keepsFloors($0) ? $0 : nil }
        return PlanResult(
            status: .infeasible, bound: nil, needed: shown(needed), richest: richest,
            isRichestProven: outcome.isProven && isAdditive, losses: richest.map(losses) ?? [])
    }

    /// What is still lost, largest loss first, and why.
    private func losses(after plan: Plan) -> [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] {
        let forbidden = Set(all.filter { $0.requirement == .mustNotDo }.flatMap { $0.effects.map { $0.metric } })
        var losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] = []
        for index in set.criteria.indices {
            let sum = plan.after.sum(of: index)
            guard let leaf = set.criteria[index].leaf, sum.lost > 0 else { continue }
            let metrics = Set(leaf.measures.flatMap { $0.metrics }.map { $0.code })
            let reason: RemainingLoss =
                if !metrics.isDisjoint(with: forbidden) {
                    .forbidden
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
