extension ActionProblem {
    /// The plan of least cost that gains at least `goal` and satisfies all conditions; of several, one of greatest
    /// gain, of these one of fewest actions. Between plans equal in all three the search decides, which depends on the
    /// order of the input and nothing else.
    ///
    /// When only the order among plans of equal cost remains unproven at a limit, the plan counts as optimal, because
    /// its cost is.
    package func leastCost(goal: Int64, limits: PlanLimits = PlanLimits()) throws(PlanError) -> PlanOutcome<ActionPlan>
    {
        guard goal >= 0 else { throw .negativeGoal }
        try checkSize()
        var nodes = limits.nodes
        let conditions = ActionConditions(self)
        let start = ranges
        let result = leastCost(goal: goal, below: nil, in: start, conditions, limits: limits, nodes: &nodes)
        if let plan = result.plan { return result.isFinished ? .optimal(plan) : .feasible(plan, bound: result.bound) }
        guard result.isFinished else { return .unknown(bound: result.bound) }
        // The greatest possible gain is another search of the same kind.
        var more = limits.nodes
        var search = ActionSearch(self, conditions, objective: .gain)
        let richest = search.run(from: start, below: nil, limits: limits, nodes: &more).plan
        return .infeasible(
            nearest: richest.map {
                refined($0, [.cost, .count], goal: $0.gain, in: start, conditions, limits: limits, nodes: &more)
            })
    }

    /// The plan of greatest gain that costs at most `budget` and satisfies all conditions; of several, one of least
    /// cost, of these one of fewest actions. Equal plans and limits as for `leastCost`.
    package func greatestGain(
        budget: Int64, limits: PlanLimits = PlanLimits()
    ) throws(PlanError) -> PlanOutcome<ActionPlan> {
        guard budget >= 0 else { throw .negativeBudget }
        try checkSize()
        var nodes = limits.nodes
        let conditions = ActionConditions(self)
        let start = ranges
        var search = ActionSearch(self, conditions, objective: .gain, budget: min(budget, PlanLimits.greatestTotal))
        let result = search.run(from: start, below: nil, limits: limits, nodes: &nodes)
        if let plan = result.plan {
            let better = refined(
                plan, [.cost, .count], goal: plan.gain, in: start, conditions, limits: limits, nodes: &nodes)
            return result.isFinished ? .optimal(better) : .feasible(better, bound: -result.bound)
        }
        guard result.isFinished else { return .unknown(bound: -result.bound) }
        var more = limits.nodes
        let cheapest = leastCost(goal: 0, below: nil, in: start, conditions, limits: limits, nodes: &more).plan
        return .infeasible(nearest: cheapest)
    }

    var ranges: [VariableRange] {
        actions.map {
            switch $0.requirement {
            case .open: .open
            case .mustDo: .one
            case .mustNotDo: .zero
            }
        }
    }

    func leastCost(
        goal: Int64, below cutoff: Int64?, in ranges: [VariableRange], _ conditions: ActionConditions,
        limits: PlanLimits, nodes: inout Int
    ) -> ActionSearch.Result {
        var search = ActionSearch(self, conditions, objective: .cost, goal: goal)
        var result = search.run(from: ranges, below: cutoff, limits: limits, nodes: &nodes)
        if let plan = result.plan {
            result.plan = refined(
                plan, [.gain, .count], goal: goal, in: ranges, conditions, limits: limits, nodes: &nodes)
        }
        return result
    }

    /// Improves a plan by further objectives in turn, each without losing on those before.
    private func refined(
        _ plan: ActionPlan, _ objectives: [ActionModel.Objective], goal: Int64, in ranges: [VariableRange],
        _ conditions: ActionConditions, limits: PlanLimits, nodes: inout Int
    ) -> ActionPlan {
        var plan = plan
        var goal = goal
        for objective in objectives {
            let known: Int64
            switch objective {
            case .cost: known = plan.cost
            case .gain: known = -plan.gain
            case .count:
                known = Int64(count(of: plan))
                goal = plan.gain
            }
            var search = ActionSearch(self, conditions, objective: objective, goal: goal, budget: plan.cost)
            plan = search.run(from: ranges, below: known, limits: limits, nodes: &nodes).plan ?? plan
        }
        return plan
    }

    /// The dictionary of the linear relaxation is dense, so its size is checked before it is allocated.
    func checkSize() throws(PlanError) {
        let effects = criteria.reduce(0) { $0 + $1.effects.count }
        let needs = actions.reduce(0) { $0 + $1.needs.count }
        let rows = 2 + floors.count + exclusions.count + effects + needs
        let columns = actions.count + effects
        guard rows < LinearModel.mostRows, rows * columns < LinearModel.mostCells else { throw .tooManyConditions }
    }
}
