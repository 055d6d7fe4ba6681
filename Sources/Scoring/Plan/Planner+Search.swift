import Optimization
import Values

extension Planner {
    /// The outcome of a search for the best plan: the cheapest, or within a budget the one of most points.
    enum Search {
        /// The best plan; unless that is proven, none costs less than the bound, or has more points.
        case found(Plan, bound: Int64?)
        /// There is no plan: proven.
        case none
        /// None was found; none costs less than the bound, or has more points.
        case open(bound: Int64)
    }

    /// The best plan for a goal of those that some requirements allow.
    func best(_ test: GoalTest, _ requirements: [PlannedAction.Requirement]) throws(PlanError) -> Search {
        if case .budget(let budget) = test.goal { return try richest(within: budget, requirements) }
        let search = try cheapest(test, requirements)
        // Of the sets of least cost the one of greatest gain may promise more points than it has.
        guard sums.hasFractions, case .found(let plan, bound: nil) = search,
            case .found(let richer, bound: nil) = try richest(within: plan.cost, requirements),
            richer.after.total.points > plan.after.total.points, meets(richer, test)
        else { return search }
        return .found(richer, bound: nil)
    }

    // MARK: The cheapest

    /// The cheapest plan for a goal of those that some requirements allow.
    ///
    /// - Parameter cost: plans that cost more are of no interest.
    func cheapest(
        _ test: GoalTest, _ requirements: [PlannedAction.Requirement],
        upTo cost: FixedDecimal = FixedDecimal(mantissa: .max)
    ) throws(PlanError) -> Search {
        if case .impossible = test.needed { return .none }
        let gain = gain(for: test)
        let bound: Int64
        switch try model.leastCost(gain: gain, requirements: requirements, limits: limits) {
        case .infeasible: return .none
        case .unknown(let proven): return .open(bound: proven)
        case .feasible(let taken, let proven):
            if let plan = realized(taken), meets(plan, test) {
                return .found(trimmed(plan, test, requirements), bound: proven)
            }
            bound = proven
        case .optimal(let taken):
            if let plan = realized(taken), meets(plan, test) {
                return .found(trimmed(plan, test, requirements), bound: nil)
            }
            bound = effects.cost(of: taken)
        }
        guard bound <= cost.mantissa else { return .none }
        // Points do not decide alone: the sets with enough of them are tried in order of cost.
        switch try searched(test, gain: gain, requirements, upTo: cost.mantissa) {
        case .found(let plan, let proven):
            return .found(trimmed(plan, test, requirements), bound: proven.map { max(bound, $0) })
        case .none: return .none
        case .open(let proven): return .open(bound: max(bound, proven))
        }
    }

    /// A plan without what costs nothing and adds nothing to it.
    private func trimmed(_ plan: Plan, _ test: GoalTest, _ requirements: [PlannedAction.Requirement]) -> Plan {
        var plan = plan
        var tried: Set<Int> = []
        // What others need can only go after them.
        while let action = plan.taken.last(where: { action in
            effects.actions[action].cost == 0 && requirements[action] == .open && !tried.contains(action)
                && !effects.neededBy[action].contains { plan.taken.contains($0) }
        }) {
            tried.insert(action)
            if let rest = realized(plan.taken.filter { $0 != action }), meets(rest, test),
                rest.after.total.points >= plan.after.total.points
            {
                plan = rest
            }
        }
        return plan
    }

    /// Examines the sets of actions with enough points for a goal one after another, the cheapest first (after Lawler
    /// 1972), until the time is over: where criteria break ties, where more has to be scored for the unit to be ranked,
    /// and where sets have less points than they promise.
    private func searched(
        _ test: GoalTest, gain: Int64, _ start: [PlannedAction.Requirement], upTo most: Int64
    ) throws(PlanError) -> Search {
        var open: [(taken: [Int], requirements: [PlannedAction.Requirement], plan: Plan?)] = []
        var unproven: Int64?
        func look(_ requirements: [PlannedAction.Requirement]) throws(PlanError) {
            guard mayBeRanked(test, requirements) else { return }
            let outcome = try model.leastCost(gain: gain, requirements: requirements, limits: limits)
            switch outcome {
            case .unknown(let bound), .feasible(_, let bound): unproven = min(unproven ?? bound, bound)
            case .optimal, .infeasible: break
            }
            if let taken = outcome.plan { open.append((taken, requirements, realized(taken))) }
        }
        try look(start)
        while let next = open.indices.min(by: { precedes(open[$0], open[$1]) }) {
            let (taken, requirements, plan) = open.remove(at: next)
            let cost = effects.cost(of: taken)
            if cost > most { break }
            if let plan, meets(plan, test) { return .found(plan, bound: unproven.flatMap { $0 < cost ? $0 : nil }) }
            guard !isOutOfTime else {
                return .open(bound: min(cost, unproven ?? cost))
            }
            // Every other set differs from this one in a first action.
            var settled = requirements
            for action in settled.indices where requirements[action] == .open {
                let isTaken = taken.contains(action)
                var other = settled
                other[action] = isTaken ? .mustNotDo : .mustDo
                settled[action] = isTaken ? .mustDo : .mustNotDo
                try look(other)
            }
        }
        guard let unproven, unproven <= most else { return .none }
        return .open(bound: unproven)
    }

    /// By cost, then points, then number of actions, then their order.
    private func precedes(
        _ first: (taken: [Int], requirements: [PlannedAction.Requirement], plan: Plan?),
        _ second: (taken: [Int], requirements: [PlannedAction.Requirement], plan: Plan?)
    ) -> Bool {
        if let one = first.plan, let other = second.plan { return precedes(one, other, byCost: true) }
        return (effects.cost(of: first.taken), first.plan == nil ? 1 : 0)
            < (effects.cost(of: second.taken), second.plan == nil ? 1 : 0)
    }

    /// Whether enough is scored for a place once every leaf that actions can still change is.
    private func mayBeRanked(_ test: GoalTest, _ requirements: [PlannedAction.Requirement]) -> Bool {
        var most = before.total
        for leaf in effects.leaves where leaf.actions.contains(where: { requirements[$0] != .mustNotDo }) {
            let sum = before.sum(of: effects.criterion(of: leaf))
            most.scoredMaximum += sum.maximum - sum.scoredMaximum
        }
        return test.others.admits(most)
    }

    // MARK: The most points

    /// The plan of most points within a budget, of those that some requirements allow; of several, the cheapest.
    func richest(
        within budget: FixedDecimal, _ requirements: [PlannedAction.Requirement]
    ) throws(PlanError) -> Search {
        let (outcome, gain) = try model.greatestGain(
            budget: budget.mantissa, requirements: requirements, limits: limits)
        let (best, bound, isProven) = try mostPoints(outcome, gain: gain, budget, requirements)
        guard let best else { return isProven ? .none : .open(bound: bound) }
        guard isProven else { return .found(best, bound: bound) }
        let most = best.after.total.points
        switch try cheapest(points(most), requirements, upTo: best.cost) {
        case .found(let plan, bound: nil): return .found(plan, bound: nil)
        case .found, .none, .open: return .found(best, bound: most.mantissa)
        }
    }

    /// A plan of most points within a budget, no points being beyond the bound, and whether none has more.
    ///
    /// - Parameters:
    ///   - outcome: the plan of greatest gain.
    ///   - gain: what it gains at most after rounding.
    func mostPoints(
        _ outcome: PlanOutcome<[Int]>, gain: Int64?, _ budget: FixedDecimal,
        _ requirements: [PlannedAction.Requirement]
    ) throws(PlanError) -> (best: Plan?, bound: Int64, isProven: Bool) {
        func kept(_ taken: [Int]) -> Plan? { realized(taken).flatMap { keepsFloors($0) ? $0 : nil } }
        switch outcome {
        case .infeasible: return (nil, .min, true)
        case .unknown(let gain): return (nil, sums.greatestTotal(adding: gain), false)
        case .feasible(let taken, let gain): return (kept(taken), sums.greatestTotal(adding: gain), false)
        case .optimal(let taken):
            let bound = sums.greatestTotal(adding: gain ?? 0)
            var best = kept(taken)
            // What is promised beyond what a plan has, another may have.
            while best.map({ $0.after.total.points.mantissa < bound }) ?? true {
                let more = best.map { FixedDecimal(mantissa: $0.after.total.points.mantissa + 1) }
                switch try cheapest(points(more ?? Self.anyPoints), requirements, upTo: budget) {
                case .found(let plan, _) where plan.cost <= budget: best = plan
                case .none, .found(_, bound: nil): return (best, bound, true)
                case .found(_, let least?), .open(let least):
                    return (best, bound, least > budget.mantissa)
                }
            }
            return (best, bound, true)
        }
    }
}
