package import Optimization
import Values

/// Finds the cheapest set of actions that reaches a goal, the best within a budget, and the frontier between both.
///
/// Every plan is replayed by ``WhatIf``, so what is said of it is what scoring says. Points and costs are whole numbers of
/// millionths throughout.
package struct Planner: Sendable {
    private let table: ScoreTable
    private let unit: Int
    private let all: [PlannedAction]
    let effects: ActionEffects
    let model: PlanModel
    let conditions: PlanConditions
    let limits: PlanLimits

    /// The unit's scores as they are.
    package var before: UnitScore { table[unit] }
    /// The unit's place as it is.
    package var rankBefore: GroupRank? { table.groupRank(of: unit) }
    /// What is left out of account, and why.
    package var ignored: [IgnoredEffect] { effects.ignored }
    /// How many actions can be taken for the unit.
    package var actionCount: Int { effects.actions.count }

    /// Takes the actions of one unit.
    ///
    /// - Parameters:
    ///   - isOver: asked now and then; the search ends when it answers true.
    /// - Throws: ``PlanFault`` for costs below zero and sums too large to be searched.
    package init(
        _ table: ScoreTable, unit: Int, actions: [PlannedAction], conditions: PlanConditions = PlanConditions(),
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanFault) {
        try self.init(
            table, unit: unit, actions: actions, conditions: conditions, sizes: PlanModel.Sizes(), isOver: isOver)
    }

    init(
        _ table: ScoreTable, unit: Int, actions: [PlannedAction], conditions: PlanConditions, sizes: PlanModel.Sizes,
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanFault) {
        self.table = table
        self.unit = unit
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
            let now = score.tally(of: floor.node).points
            return (leaves: below, gain: (floor.points ?? now).mantissa - now.mantissa)
        }
        self.effects = effects
        model = try PlanModel(effects, floors: floors, sizes: sizes)
    }

    var standings: [PlannedAction.Standing] { effects.actions.map(\.standing) }

    // MARK: Plans

    /// The best plan for a goal, and as many further ones as the conditions ask for.
    package func plan(_ goal: PlanGoal) throws(PlanFault) -> PlanResult {
        let test = GoalTest(goal, table, unit: unit)
        if case .budget(let budget) = goal { return try richest(within: budget, test) }
        guard let needed = test.leastTotal else { return try impossible(needed: nil) }
        let gain = gain(for: needed)
        let outcome = try model.leastCost(gain: gain, standings: standings, limits: limits)
        let shown = FixedDecimal(mantissa: needed).rounded(
            Rounding(.up, digits: table.criteria.set.rounding.points.digits))
        switch outcome {
        case .infeasible: return try impossible(needed: shown)
        case .unknown(let bound):
            if let plan = try pruned(test) { return result(.feasible, [plan], bound: bound, needed: shown) }
            return result(.unknown, [], bound: bound, needed: shown)
        case .optimal(let taken), .feasible(let taken, _):
            var bound = effects.cost(of: taken)
            var isProven = true
            if case .feasible(_, let proven) = outcome { (bound, isProven) = (proven, false) }
            if let plan = realized(taken), meets(plan, test) {
                guard isProven else { return result(.feasible, [plan], bound: bound, needed: shown) }
                let further = try further(than: plan, test, gain: gain)
                return PlanResult(
                    status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
                    bound: FixedDecimal(mantissa: bound), neededPoints: shown, richest: nil, isRichestProven: false,
                    losses: [])
            }
            // The model promised more than scoring gives: what it found is a bound, and more has to be asked of it.
            var found = try raised(from: taken, gain: gain, test)
            if found == nil { found = try pruned(test) }
            if let plan = found {
                let status: PlanStatus = isProven && effects.cost(of: plan.taken) == bound ? .optimal : .feasible
                return result(status, [plan], bound: bound, needed: shown)
            }
            return result(.unknown, [], bound: bound, needed: shown)
        }
    }

    /// All plans that no other beats in both cost and points, from the cheapest; whether they are proven to be all.
    package func frontier() throws(PlanFault) -> (plans: [Plan], isProven: Bool) {
        let found = try model.frontier(standings: standings, limits: limits)
        var plans: [Plan] = []
        for taken in found.sets {
            guard let plan = realized(taken), keepsFloors(plan) else { continue }
            if let last = plans.last, last.after.total.points >= plan.after.total.points { continue }
            plans.append(plan)
        }
        return (plans, found.isProven && isAdditive)
    }

    private func result(_ status: PlanStatus, _ plans: [Plan], bound: Int64?, needed: FixedDecimal?) -> PlanResult {
        PlanResult(
            status: status, plans: plans, areFurtherProven: false, bound: bound.map(FixedDecimal.init(mantissa:)),
            neededPoints: needed, richest: nil, isRichestProven: false, losses: [])
    }

    private func richest(within budget: FixedDecimal, _ test: GoalTest) throws(PlanFault) -> PlanResult {
        guard budget >= 0 else { throw .negativeBudget }
        let (outcome, gain) = try model.greatestGain(budget: budget.mantissa, standings: standings, limits: limits)
        let base = before.total.points.mantissa
        switch outcome {
        case .infeasible(let nearest):
            return PlanResult(
                status: .infeasible, plans: [], areFurtherProven: false,
                bound: nearest.map { FixedDecimal(mantissa: effects.cost(of: $0)) }, neededPoints: nil,
                richest: nearest.flatMap(realized), isRichestProven: false, losses: [])
        case .unknown(let bound): return result(.unknown, [], bound: base + bound, needed: nil)
        case .optimal(let taken), .feasible(let taken, _):
            guard let plan = realized(taken), keepsFloors(plan) else {
                return result(.unknown, [], bound: nil, needed: nil)
            }
            if case .feasible(_, let bound) = outcome {
                return result(.feasible, [plan], bound: base + bound, needed: nil)
            }
            guard isAdditive else {
                let bound = base + (gain ?? 0) + slack
                return result(
                    plan.after.total.points.mantissa == bound ? .optimal : .feasible, [plan], bound: bound, needed: nil)
            }
            let further = try further(than: plan, test, budget: budget.mantissa)
            return PlanResult(
                status: .optimal, plans: [plan] + further.plans, areFurtherProven: further.isProven,
                bound: plan.after.total.points, neededPoints: nil, richest: nil, isRichestProven: false, losses: [])
        }
    }

    // MARK: Between points and gains

    /// Whether the total is the sum of leaves: nothing is rounded above them, and no cap on bonus or penalty can cut.
    private var isAdditive: Bool {
        let set = table.criteria.set
        let hasCappedExtras = effects.leaves.contains { leaf in
            switch set.criteria[effects.criterion(of: leaf)].leaf?.role {
            case .bonus: set.bonusCap != nil
            case .penalty: set.penaltyCap != nil
            case .regular, nil: false
            }
        }
        return set.rounding.stage == .leaf && !hasCappedExtras && model.isExact
    }

    /// By how many millionths rounding above the leaves can lift a total.
    private var slack: Int64 {
        let rounding = table.criteria.set.rounding
        let quantum = rounding.points.quantum
        switch rounding.stage {
        case .leaf: return 0
        case .field: return 2 * quantum * Int64(before.fieldIndices.count)
        case .total: return 2 * quantum
        }
    }

    /// The gain of leaves, in millionths, that a total needs at least.
    private func gain(for total: Int64) -> Int64 { total - before.total.points.mantissa - slack }

    // MARK: Single plans

    /// The plan of a set of actions, replayed; nil when its figures together cannot be scored.
    func realized(_ taken: [Int]) -> Plan? {
        let scenario = effects.scenario(taking: taken, name: nil, unit: table.units[unit].code)
        var replay: ScenarioReplay?
        if !scenario.changes.isEmpty {
            guard let done = try? WhatIf(table, unit: unit).replay(scenario) else { return nil }
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
            rankAfter: replay.map(\.rankAfter) ?? rankBefore, actionsByMetric: byMetric, taken: taken)
    }

    func meets(_ plan: Plan, _ test: GoalTest) -> Bool { test.isMet(by: plan.after) && keepsFloors(plan) }

    private func keepsFloors(_ plan: Plan) -> Bool {
        conditions.floors.allSatisfy { floor in
            plan.after.tally(of: floor.node).points >= floor.points ?? before.tally(of: floor.node).points
        }
    }

    /// Asks the model for more until scoring agrees that the goal is met.
    private func raised(from taken: [Int], gain: Int64, _ test: GoalTest) throws(PlanFault) -> Plan? {
        var (taken, gain) = (taken, gain)
        for _ in 0..<40 {
            let reached = realized(taken)?.after.total.points.mantissa ?? 0
            gain += max((test.leastTotal ?? 0) - reached, table.criteria.set.rounding.points.quantum)
            let outcome = try model.leastCost(gain: gain, standings: standings, limits: limits)
            guard let next = outcome.plan else { return nil }
            taken = next
            if let plan = realized(taken), meets(plan, test) { return plan }
        }
        return nil
    }

    /// All that can be done at once, less what is not needed, the dearest first; nil when even that does not do.
    private func pruned(_ test: GoalTest) throws(PlanFault) -> Plan? {
        let most = try model.greatestGain(budget: PlanLimits.greatestTotal, standings: standings, limits: limits)
        guard var taken = most.outcome.plan, var best = realized(taken), meets(best, test) else { return nil }
        let order = taken.filter { standings[$0] == .open }.sorted {
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

    private func impossible(needed: FixedDecimal?) throws(PlanFault) -> PlanResult {
        let outcome = try model.greatestGain(
            budget: PlanLimits.greatestTotal, standings: standings, limits: limits
        ).outcome
        let richest = outcome.plan.flatMap(realized).flatMap { keepsFloors($0) ? $0 : nil }
        return PlanResult(
            status: .infeasible, plans: [], areFurtherProven: false, bound: nil, neededPoints: needed, richest: richest,
            isRichestProven: outcome.isProven && isAdditive, losses: richest.map(losses) ?? [])
    }

    /// What is still lost, most first, and why.
    private func losses(after plan: Plan) -> [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] {
        let set = table.criteria.set
        let forbidden = Set(all.filter { $0.standing == .mustNotDo }.flatMap { $0.effects.map(\.metric) })
        var losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] = []
        for index in set.criteria.indices {
            let tally = plan.after.tally(of: index)
            guard let leaf = set.criteria[index].leaf, tally.lost > 0 else { continue }
            let metrics = Set(leaf.measures.flatMap(\.metrics).map(\.code))
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
            losses.append((index, tally.lost, reason))
        }
        return losses.sorted { ($1.lost, $0.criterion) < ($0.lost, $1.criterion) }
    }
}
