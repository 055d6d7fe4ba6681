import Optimization
import Values

extension Planner {
    /// Plans after the best one: each leaves out an action of every earlier plan, so that none is merely an earlier
    /// plan with something added (after Lawler 1972).
    func further(than first: Plan, _ test: GoalTest) throws(PlanError) -> (plans: [Plan], isProven: Bool) {
        guard conditions.count > 1 else { return ([], true) }
        var plans = [first]
        var isProven = true
        var open: [(plan: Plan, requirements: [PlannedAction.Requirement])] = []
        // The best plan under some standings; if it is an earlier one with something added, the best that is not.
        func explore(_ start: [PlannedAction.Requirement]) throws(PlanError) {
            switch try best(test, start) {
            case .none: return
            case .open: isProven = false
            case .found(let plan, let bound):
                if bound != nil { isProven = false }
                if let earlier = plans.first(where: { Set(plan.taken).isSuperset(of: $0.taken) }) {
                    try split(start, by: earlier)
                } else {
                    open.append((plan, start))
                }
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
            guard let next = open.indices.min(by: { precedes(open[$0].plan, open[$1].plan, byCost: test.isOfCost) })
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
    func equal(to first: Plan, _ test: GoalTest) throws(PlanError) -> Plan? {
        let open = first.taken.filter { requirements[$0] == .open }
        guard model.isSimple, open.count <= Self.mostQuestions else { return nil }
        var test = test
        test.atLeast = first.after.total.points
        for action in open {
            guard !isOutOfTime else { return nil }
            var others = requirements
            others[action] = .mustNotDo
            if case .found(let plan, _) = try cheapest(test, others, upTo: first.cost), plan.cost == first.cost,
                plan.after.total.points == first.after.total.points
            {
                return plan
            }
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
