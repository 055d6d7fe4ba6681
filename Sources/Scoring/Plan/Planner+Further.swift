import Optimization
import Values

extension Planner {
    /// Plans after the best one: each leaves out an action of every earlier plan, so that none is merely an earlier
    /// plan with something added (after Lawler 1972).
    func further(
        than first: Plan, _ test: GoalTest, gain: Int64? = nil, budget: Int64? = nil
    ) throws(PlanError) -> (plans: [Plan], isProven: Bool) {
        guard conditions.count > 1 else { return ([], true) }
        var plans = [first]
        var isProven = true
        var open: [(plan: Plan, requirements: [PlannedAction.Requirement])] = []
        // The best plan under some standings; if it is an earlier one with something added, the best that is not.
        func explore(_ start: [PlannedAction.Requirement]) throws(PlanError) {
            let outcome =
                if let gain {
                    try model.leastCost(gain: gain, requirements: start, limits: limits)
                } else {
                    try model.greatestGain(budget: budget ?? 0, requirements: start, limits: limits).outcome
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
        // For every plan that leaves out an action of this one, there is a first action that it leaves out.
        func split(_ start: [PlannedAction.Requirement], by plan: Plan) throws(PlanError) {
            var settled = start
            for action in plan.taken where start[action] == .open {
                var without = settled
                without[action] = .mustNotDo
                settled[action] = .mustDo
                try explore(without)
            }
        }
        try split(requirements, by: first)
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
            for entry in covered { try split(entry.requirements, by: plan) }
        }
        return (Array(plans.dropFirst()), isProven)
    }

    /// The longest plans for which another of the same cost and points is looked for.
    private static let mostQuestions = 64

    /// Another plan of the same cost with as many points, of which it leaves out an action; nil where there is none, and
    /// for very long plans and entangled actions, where it is not examined.
    func equal(to first: Plan, _ test: GoalTest, gain: Int64) throws(PlanError) -> Plan? {
        let open = first.taken.filter { requirements[$0] == .open }
        guard model.isSimple, open.count <= Self.mostQuestions else { return nil }
        let points = first.after.total.points
        let enough = max(gain, sums.leastGain(for: points.mantissa))
        for action in open {
            guard limits.isOver?() != true else { return nil }
            var others = requirements
            others[action] = .mustNotDo
            let outcome = try model.leastCost(gain: enough, requirements: others, limits: limits)
            guard let taken = outcome.plan, effects.cost(of: taken) == first.cost.mantissa,
                let plan = realized(taken), plan.after.total.points == points, meets(plan, test)
            else { continue }
            return plan
        }
        return nil
    }

    /// By cost, then points, then number of actions, then their order; for a budget points come before cost.
    func precedes(_ first: Plan, _ second: Plan, byCost: Bool) -> Bool {
        let (a, b) = (first.after.total.points, second.after.total.points)
        if byCost, first.cost != second.cost { return first.cost < second.cost }
        if a != b { return a > b }
        if first.cost != second.cost { return first.cost < second.cost }
        if first.taken.count != second.taken.count { return first.taken.count < second.taken.count }
        return first.taken.lexicographicallyPrecedes(second.taken)
    }
}
