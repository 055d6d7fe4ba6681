extension ChoiceProblem {
    /// The plan of least cost that gains at least `goal`; of several, one of greatest gain. Between plans equal in both
    /// the search decides, which depends on the order of groups and options and nothing else.
    ///
    /// When only the greatest gain for that cost remains unproven at a limit, the plan counts as optimal, because its
    /// cost is.
    package func leastCost(goal: Int64, limits: PlanLimits = PlanLimits()) throws(PlanError) -> PlanOutcome<ChoicePlan>
    {
        guard goal >= 0 else { throw .negativeGoal }
        return leastCost(goal: goal, below: nil, limits: limits) ?? .infeasible(nearest: greatestPlan)
    }

    /// The plan of greatest gain that costs at most `budget`; of several, one of least cost. Equal plans and limits as for
    /// `leastCost`.
    package func greatestGain(
        budget: Int64, limits: PlanLimits = PlanLimits()
    ) throws(PlanError) -> PlanOutcome<ChoicePlan> {
        guard budget >= 0 else { throw .negativeBudget }
        let knapsack = ChoiceKnapsack(self, budget: budget)
        switch knapsack.search(known: nil, limits: limits) {
        case .tooHeavy, .noBetter: return .infeasible(nearest: cheapestPlan)
        case .unfinished(let options, let bound):
            guard let options else { return .unknown(bound: bound) }
            return .feasible(cheaper(plan(options), limits: limits), bound: bound)
        case .best(let options): return .optimal(cheaper(plan(options), limits: limits))
        }
    }

    /// As `leastCost`, but only a plan that comes before `rival` in the order of cost and gain is of interest; nil when
    /// there is none.
    func leastCost(goal: Int64, below rival: ChoicePlan?, limits: PlanLimits) -> PlanOutcome<ChoicePlan>? {
        let knapsack = ChoiceKnapsack(self, goal: goal)
        // A plan as expensive as the rival may still gain more, so equal cost has to be considered.
        switch knapsack.search(known: rival.map { -$0.cost - 1 }, limits: limits) {
        case .tooHeavy, .noBetter: return nil
        case .unfinished(let options, let bound):
            guard let options else { return .unknown(bound: -bound) }
            return .feasible(richer(plan(options), limits: limits), bound: -bound)
        case .best(let options): return .optimal(richer(plan(options), limits: limits))
        }
    }

    /// The plan of greatest gain that costs no more than this one.
    private func richer(_ plan: ChoicePlan, limits: PlanLimits) -> ChoicePlan {
        let knapsack = ChoiceKnapsack(self, budget: plan.cost)
        return improved(plan, in: knapsack, known: plan.gain, limits: limits)
    }

    /// The plan of least cost that gains no less than this one.
    private func cheaper(_ plan: ChoicePlan, limits: PlanLimits) -> ChoicePlan {
        let knapsack = ChoiceKnapsack(self, goal: plan.gain)
        return improved(plan, in: knapsack, known: -plan.cost, limits: limits)
    }

    private func improved(
        _ plan: ChoicePlan, in knapsack: ChoiceKnapsack, known: Int64, limits: PlanLimits
    ) -> ChoicePlan {
        switch knapsack.search(known: known, limits: limits) {
        case .best(let options), .unfinished(.some(let options), _): self.plan(options)
        case .tooHeavy, .noBetter, .unfinished(nil, _): plan
        }
    }

    /// The greatest possible gain, at its least cost.
    package var greatestPlan: ChoicePlan { plan(useful.map { $0.last?.position ?? 0 }) }

    /// The least possible cost, at its greatest gain.
    package var cheapestPlan: ChoicePlan { plan(useful.map { $0.first?.position ?? 0 }) }
}
