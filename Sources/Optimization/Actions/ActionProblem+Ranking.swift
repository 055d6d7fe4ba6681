extension ActionProblem {
    /// The `count` best plans that gain at least `goal`, by ascending cost, then by descending gain, then by number of
    /// actions. Plans differ when their sets of actions differ, so a plan with one superfluous action is a plan of its
    /// own.
    ///
    /// After Lawler (1972), as for groups of options; the node limit applies to all searches together.
    package func best(
        _ count: Int, goal: Int64, limits: PlanLimits = PlanLimits()
    ) throws(PlanError) -> RankedPlans<ActionPlan> {
        guard goal >= 0 else { throw .negativeGoal }
        try checkSize()
        let conditions = ActionConditions(self)
        var nodes = limits.nodes
        var ranked = RankedPlans<ActionPlan>(plans: [], isProven: true)
        var open: [(plan: ActionPlan, space: [VariableRange])] = []
        func search(_ space: [VariableRange]) {
            let missing = count - ranked.plans.count
            guard missing > 0 else { return }
            // A plan as expensive as the last of those at hand may still gain more.
            let cutoff = open.count >= missing ? open[missing - 1].plan.cost + 1 : nil
            let result = leastCost(goal: goal, below: cutoff, in: space, conditions, limits: limits, nodes: &nodes)
            if !result.isFinished { ranked.isProven = false }
            guard let plan = result.plan else { return }
            let place = open.firstIndex { precedes(plan, $0.plan) } ?? open.count
            open.insert((plan, space), at: place)
            if open.count > missing { open.removeLast(open.count - missing) }
        }
        search(ranges)
        while ranked.plans.count < count, !open.isEmpty {
            let (plan, space) = open.removeFirst()
            ranked.plans.append(plan)
            let taken = Set(plan.actions)
            var settled = space
            for action in actions.indices where !space[action].isFixed {
                var other = settled
                other[action] = taken.contains(action) ? .zero : .one
                search(other)
                settled[action] = taken.contains(action) ? .one : .zero
            }
        }
        return ranked
    }

    private func precedes(_ plan: ActionPlan, _ other: ActionPlan) -> Bool {
        (plan.cost, -plan.gain, count(of: plan)) < (other.cost, -other.gain, count(of: other))
    }
}
