/// The best plans, in order.
package struct RankedPlans<Plan: Sendable>: Sendable {
    package var plans: [Plan]
    /// Whether no other plan belongs before the last of these; if not, a limit was met.
    package var isProven: Bool
}

extension ChoiceProblem {
    /// The `count` best plans that gain at least `goal`, by ascending cost, then by descending gain. Plans differ when
    /// they choose differently anywhere, so a plan with one superfluous action is a plan of its own.
    ///
    /// After Lawler (1972): each plan found splits the set of plans it was the best of, by the first group in which
    /// they differ from it. At most `count` × groups searches, each cut short when it cannot come among the first.
    package func best(
        _ count: Int, goal: Int64, limits: PlanLimits = PlanLimits()
    ) throws(PlanError) -> RankedPlans<ChoicePlan> {
        guard goal >= 0 else { throw .negativeGoal }
        var ranked = RankedPlans<ChoicePlan>(plans: [], isProven: true)
        let everything = Subspace(problem: self, allowed: groups.map { Array($0.indices) }, firstFree: 0)
        var open: [(plan: ChoicePlan, space: Subspace)] = []
        func search(_ space: Subspace) {
            let missing = count - ranked.plans.count
            guard missing > 0 else { return }
            let rival = open.count >= missing ? open[missing - 1].plan : nil
            guard let outcome = space.problem.leastCost(goal: goal, below: rival, limits: limits) else { return }
            if !outcome.isProven { ranked.isProven = false }
            guard let plan = outcome.plan else { return }
            let place = open.firstIndex { plan.precedes($0.plan) } ?? open.count
            open.insert((plan, space), at: place)
            if open.count > missing { open.removeLast(open.count - missing) }
        }
        search(everything)
        while ranked.plans.count < count, !open.isEmpty {
            let (plan, space) = open.removeFirst()
            ranked.plans.append(plan)
            var problem = space.problem
            for group in space.firstFree..<max(groups.count, space.firstFree) {
                let others = space.allowed[group].filter { $0 != plan.options[group] }
                if !others.isEmpty {
                    var allowed = space.allowed
                    allowed[group] = others
                    search(
                        Subspace(problem: problem.restricting(group, to: others), allowed: allowed, firstFree: group))
                }
                problem = problem.restricting(group, to: [plan.options[group]])
            }
        }
        return ranked
    }

    /// Plans whose groups before `firstFree` are fixed; for those groups `allowed` no longer matters.
    private struct Subspace {
        var problem: ChoiceProblem
        var allowed: [[Int]]
        var firstFree: Int
    }
}

extension ChoicePlan {
    fileprivate func precedes(_ other: ChoicePlan) -> Bool {
        cost != other.cost ? cost < other.cost : gain > other.gain
    }
}
