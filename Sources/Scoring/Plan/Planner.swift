package import Optimization
package import Values

/// A set of actions and what it makes of a unit.
package struct Plan: Sendable {
    /// The actions, in the order of their list.
    package let actions: [PlannedAction]
    /// What they cost together.
    package let cost: FixedDecimal
    /// Their changes of figures; replayed by ``WhatIf`` it gives ``after``.
    package let scenario: Scenario
    /// What they change; empty when nothing changes.
    package let changes: [FigureChange]
    /// The unit's scores then.
    package let after: UnitScore
    /// The unit's place in its group then.
    package let rankAfter: GroupRank?
    /// The codes of the actions behind each metric that changes.
    package let actionsByMetric: [String: [String]]
    let taken: [Int]
}

/// How certain a result is.
package enum PlanStatus: String, Sendable {
    /// No plan is better; proven.
    case optimal
    /// A plan, but a better one may exist; ``PlanResult/bound`` says how much better at most.
    case feasible
    /// No plan meets the goal; proven.
    case infeasible
    /// The search ended before it found a plan or the proof that there is none.
    case unknown
}

/// Why a leaf keeps losing points though everything is done.
package enum RemainingLoss: Hashable, Sendable {
    /// No action moves it.
    case noAction
    /// An action that must not be done would move it.
    case forbidden
    /// Actions move it, though not to its maximum.
    case partly
    /// Its survey is not in yet, and no action moves it.
    case awaited
    /// Actions name it, and what they do counts nothing for the unit.
    case ignored(IgnoredReason)
}

/// What the search for a plan came to.
package struct PlanResult: Sendable {
    /// How certain it is.
    package let status: PlanStatus
    /// The best plan first; then those that leave out at least one action of every plan before them. Empty unless a plan
    /// was found.
    package let plans: [Plan]
    /// Whether the further plans are proven to be the next ones.
    package let areFurtherProven: Bool
    /// No plan costs less (gains more points in all, for a budget) than this; nil when nothing is known.
    package let bound: FixedDecimal?
    /// The least total points that meet the goal; nil for a budget, and when no points can.
    package let neededPoints: FixedDecimal?
    /// For a goal that cannot be reached, the plan of most points; nil also when the conditions contradict each other.
    package let richest: Plan?
    /// Whether it is proven that no plan has more points than that.
    package let isRichestProven: Bool
    /// For such a goal, what is still lost then, leaf by leaf.
    package let losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)]
}

/// Finds the cheapest set of actions that reaches a goal, the best within a budget, and the frontier between both.
///
/// Every plan is replayed by ``WhatIf``, so what is said of it is what scoring says. Points and costs are whole numbers of
/// millionths throughout.
package struct Planner: Sendable {
    private let table: ScoreTable
    private let unit: Int
    private let all: [PlannedAction]
    let effects: ActionEffects
    private let model: PlanModel
    private let conditions: PlanConditions
    private let limits: PlanLimits

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

    private var standings: [PlannedAction.Standing] { effects.actions.map(\.standing) }

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
    private func realized(_ taken: [Int]) -> Plan? {
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

    private func meets(_ plan: Plan, _ test: GoalTest) -> Bool { test.isMet(by: plan.after) && keepsFloors(plan) }

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

    // MARK: Further plans

    /// Plans after the best one: each leaves out an action of every plan before it, so none is only an earlier plan with
    /// something added (after Lawler 1972).
    private func further(
        than first: Plan, _ test: GoalTest, gain: Int64? = nil, budget: Int64? = nil
    ) throws(PlanFault) -> (plans: [Plan], isProven: Bool) {
        guard conditions.count > 1 else { return ([], true) }
        var plans = [first]
        var isProven = true
        var open: [(plan: Plan, standings: [PlannedAction.Standing])] = []
        // The best plan under some standings, unless it is an earlier one with something added: then what is not.
        func explore(_ start: [PlannedAction.Standing]) throws(PlanFault) {
            let outcome =
                if let gain {
                    try model.leastCost(gain: gain, standings: start, limits: limits)
                } else {
                    try model.greatestGain(budget: budget ?? 0, standings: start, limits: limits).outcome
                }
            if !outcome.isProven { isProven = false }
            guard let taken = outcome.plan else { return }
            if let earlier = plans.first(where: { Set(taken).isSuperset(of: $0.taken) }) {
                try split(start, by: earlier)
            } else if let found = realized(taken), meets(found, test) {
                open.append((found, start))
            } else {
                isProven = false
            }
        }
        // Every plan that leaves out an action of this one leaves out a first one.
        func split(_ start: [PlannedAction.Standing], by plan: Plan) throws(PlanFault) {
            var settled = start
            for action in plan.taken where start[action] == .open {
                var without = settled
                without[action] = .mustNotDo
                settled[action] = .mustDo
                try explore(without)
            }
        }
        try split(standings, by: first)
        while plans.count < conditions.count {
            guard let next = open.indices.min(by: { precedes(open[$0].plan, open[$1].plan, byCost: gain != nil) })
            else {
                break
            }
            let (plan, start) = open.remove(at: next)
            plans.append(plan)
            guard plans.count < conditions.count else { break }
            try split(start, by: plan)
            let covered = open.filter { Set($0.plan.taken).isSuperset(of: plan.taken) }
            open.removeAll { Set($0.plan.taken).isSuperset(of: plan.taken) }
            for entry in covered { try split(entry.standings, by: plan) }
        }
        return (Array(plans.dropFirst()), isProven)
    }

    /// By cost, then points, then number of actions, then their order; for a budget points come before cost.
    private func precedes(_ first: Plan, _ second: Plan, byCost: Bool) -> Bool {
        let (a, b) = (first.after.total.points, second.after.total.points)
        if byCost, first.cost != second.cost { return first.cost < second.cost }
        if a != b { return a > b }
        if first.cost != second.cost { return first.cost < second.cost }
        if first.taken.count != second.taken.count { return first.taken.count < second.taken.count }
        return first.taken.lexicographicallyPrecedes(second.taken)
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
