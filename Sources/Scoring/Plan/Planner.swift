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
    ///   - isOver: called from time to time; the search ends when it returns true.
    /// - Throws: `PlanError` for negative costs, for sums too large to be searched, and where an action moves points that
    ///   are not added to the others.
    public init(
        _ table: ScoreTable, unit: Int, among units: [Int]? = nil, actions: [PlannedAction],
        conditions: PlanConditions = PlanConditions(), isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        try self.init(
            table, unit: unit, among: units, actions: actions, conditions: conditions, outcomes: OutcomeLimits(),
            isOver: isOver)
    }

    init(
        _ table: ScoreTable, unit: Int, among units: [Int]? = nil, actions: [PlannedAction],
        conditions: PlanConditions, outcomes: OutcomeLimits, isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        trial = WhatIf(table, unit: unit, among: units)
        self.conditions = conditions
        all = actions
        late = actions.filter(conditions.isTooLate).map { $0.code }
        limits = PlanLimits(isOver: isOver)
        effects = ActionEffects(
            actions.map { action in
                var action = action
                if conditions.isTooLate(action) { action.requirement = .mustNotDo }
                return action
            }, for: table[unit])
        let (set, moved) = (table.criteria.set, effects)
        guard set.combination.isSum, !moved.leaves.contains(where: { set.isCombined(moved.criterion(of: $0)) })
        else { throw .notAdditive }
        sums = PlanSums(effects, table[unit], floors: conditions.floors)
        model = try PlanModel(effects, sums, limits: outcomes, isOver: isOver)
    }

    var requirements: [PlannedAction.Requirement] { effects.actions.map { $0.requirement } }

    // MARK: Plans

    /// The best plan for a goal, and as many further ones as the conditions request.
    public func plan(_ goal: PlanGoal) throws(PlanError) -> PlanResult {
        let test = GoalTest(goal, trial, movesOthers: effects.movesOthers)
        if case .budget(let budget) = goal { return try richest(within: budget, test) }
        let result = try cheapest(test)
        return result.status == .infeasible ? try impossible(test.needed) : result
    }

    /// The cheapest plan for a goal other than a budget; where there is none, nothing but that.
    private func cheapest(_ test: GoalTest) throws(PlanError) -> PlanResult {
        let needed = test.needed
        if case .impossible = needed { return result(.infeasible, nil, bound: nil, needed) }
        let gain = gain(for: needed)
        let bound: Int64
        switch try model.leastCost(gain: gain, requirements: requirements, limits: limits) {
        case .infeasible: return result(.infeasible, nil, bound: nil, needed)
        case .unknown(let proven): return result(.unknown, nil, bound: proven, needed)
        case .feasible(let taken, let proven):
            if let first = realized(taken), meets(first, test) {
                return result(.feasible, first, bound: proven, needed)
            }
            bound = proven
        case .optimal(let taken):
            if let first = realized(taken), meets(first, test) { return try cheapest(first, test, needed) }
            bound = effects.cost(of: taken)
        }
        // Points do not decide alone: the sets with enough of them are tried in order of cost.
        switch try searched(test, gain: gain) {
        case .found(let plan, bound: nil): return try cheapest(plan, test, needed)
        case .found(let plan, let proven?): return result(.feasible, plan, bound: max(bound, proven), needed)
        case .none: return result(.infeasible, nil, bound: nil, needed)
        case .open(let proven): return result(.unknown, nil, bound: max(bound, proven), needed)
        }
    }

    private func result(_ status: PlanStatus, _ plan: Plan?, bound: Int64?, _ needed: PointsNeeded?) -> PlanResult {
        PlanResult(
            status: status, plans: plan.map { [$0] } ?? [], bound: bound.map { FixedDecimal(mantissa: $0) },
            needed: needed.map(shown), isOutOfTime: limits.isOver?() ?? false)
    }

    /// A plan that is proven to be the cheapest, with the next ones.
    private func cheapest(_ plan: Plan, _ test: GoalTest, _ needed: PointsNeeded) throws(PlanError) -> PlanResult {
        let gain = gain(for: needed)
        let further = try further(than: plan, test, gain: gain)
        return PlanResult(
            status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
            equal: try equal(to: plan, test, gain: gain), bound: plan.cost, needed: shown(needed))
    }

    /// All plans that no other beats in both cost and points, starting from the cheapest.
    public func frontier() throws(PlanError) -> PlanFrontier {
        let promised = PlanFrontier(try model.frontier(requirements: requirements, limits: limits), self)
        return !sums.hasFractions || promised.isKept ? promised : try steps()
    }

    /// The frontier step by step: the cheapest plan with more points than the last, and the most that it costs.
    private func steps() throws(PlanError) -> PlanFrontier {
        var plans: [Plan] = []
        var goal = Self.anyPoints
        while limits.isOver?() != true {
            let cheapest = try plan(.points(goal))
            if cheapest.status == .infeasible { return PlanFrontier(plans, isProven: true, self) }
            guard cheapest.status == .optimal, let cost = cheapest.plans.first?.cost else { break }
            let richest = try plan(.budget(cost))
            guard richest.status == .optimal, let plan = richest.plans.first else { break }
            plans.append(plan)
            goal = FixedDecimal(mantissa: plan.after.total.points.mantissa + 1)
        }
        return PlanFrontier(plans, isProven: false, self)
    }

    /// Points that any total has.
    private static let anyPoints = FixedDecimal(mantissa: -PlanLimits.greatestTotal)

    private func richest(within budget: FixedDecimal, _ test: GoalTest) throws(PlanError) -> PlanResult {
        guard budget >= 0 else { throw .negativeBudget }
        let (outcome, gain) = try model.greatestGain(
            budget: budget.mantissa, requirements: requirements, limits: limits)
        if case .infeasible(let nearest) = outcome {
            return PlanResult(
                status: .infeasible, bound: nearest.map { FixedDecimal(mantissa: effects.cost(of: $0)) }, needed: nil,
                richest: nearest.flatMap(realized))
        }
        let (best, bound, isProven) = try mostPoints(outcome, gain: gain, budget)
        guard isProven else { return result(best == nil ? .unknown : .feasible, best, bound: bound, nil) }
        guard let most = best?.after.total.points else { return result(.infeasible, nil, bound: nil, nil) }
        // Of plans with as many points, the cheapest.
        let least = sums.leastGain(for: most.mantissa)
        var cheapest = try model.leastCost(gain: least, requirements: requirements, limits: limits).plan
            .flatMap(realized)
        if cheapest.map({ $0.after.total.points < most || !keepsFloors($0) }) ?? true {
            let exact = try self.plan(.points(most))
            cheapest = exact.status == .optimal ? exact.plans.first : nil
        }
        guard let plan = cheapest else { return result(.feasible, best, bound: bound, nil) }
        let further = try further(than: plan, test, budget: budget.mantissa)
        return PlanResult(
            status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
            equal: try equal(to: plan, test, gain: least), bound: plan.after.total.points, needed: nil)
    }

    /// A plan of most points within a budget, no points being beyond the bound, and whether none has more.
    ///
    /// - Parameters:
    ///   - outcome: the plan of greatest gain.
    ///   - gain: what it gains at most after rounding.
    private func mostPoints(
        _ outcome: PlanOutcome<[Int]>, gain: Int64?, _ budget: FixedDecimal
    ) throws(PlanError) -> (best: Plan?, bound: Int64?, isProven: Bool) {
        switch outcome {
        case .infeasible: return (nil, nil, true)
        case .unknown(let bound): return (nil, sums.greatestTotal(adding: bound), false)
        case .feasible(let taken, let bound):
            guard let plan = realized(taken), keepsFloors(plan) else { return (nil, nil, false) }
            return (plan, sums.greatestTotal(adding: bound), false)
        case .optimal(let taken):
            let promised = gain.map { sums.greatestTotal(adding: $0) }
            var best = realized(taken).flatMap { keepsFloors($0) ? $0 : nil }
            // What is promised beyond what a plan has, another may have.
            while let bound = promised, best.map({ $0.after.total.points.mantissa < bound }) ?? true {
                let more = best.map { FixedDecimal(mantissa: $0.after.total.points.mantissa + 1) }
                let goal = PlanGoal.points(more ?? Self.anyPoints)
                let richer = try cheapest(GoalTest(goal, trial, movesOthers: effects.movesOthers))
                guard let plan = richer.plans.first, plan.cost <= budget else {
                    if richer.status == .infeasible || richer.bound.map({ $0 > budget }) ?? false { break }
                    return (best, bound, false)
                }
                best = plan
            }
            return (best, promised, true)
        }
    }

    // MARK: Between points and gains

    /// The minimum gain, in millionths, that a goal requires before the total is rounded; where it requires no points,
    /// one that every set of actions has.
    private func gain(for needed: PointsNeeded) -> Int64 {
        guard case .atLeast(let points, _) = needed else { return -PlanLimits.greatestTotal }
        let limit = FixedDecimal(mantissa: PlanLimits.greatestTotal)
        return sums.leastGain(for: min(max(points, -limit), limit).mantissa)
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
            scenario: scenario, changes: replay?.changes ?? [], freed: replay?.freed ?? [],
            after: replay?.after ?? before,
            rankAfter: replay.map { $0.rankAfter } ?? rankBefore, actionsByMetric: byMetric, taken: taken)
    }

    func meets(_ plan: Plan, _ test: GoalTest) -> Bool { test.isMet(by: plan) && keepsFloors(plan) }

    private func keepsFloors(_ plan: Plan) -> Bool {
        conditions.floors.allSatisfy { floor in
            plan.after.sum(of: floor.node).points >= floor.points ?? before.sum(of: floor.node).points
        }
    }

    // MARK: What cannot be

    private func impossible(_ needed: PointsNeeded) throws(PlanError) -> PlanResult {
        let budget = FixedDecimal(mantissa: .max)
        let (outcome, gain) = try model.greatestGain(
            budget: budget.mantissa, requirements: requirements, limits: limits)
        let (richest, _, isProven) = try mostPoints(outcome, gain: gain, budget)
        return PlanResult(
            status: .infeasible, bound: nil, needed: shown(needed), richest: richest,
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
