import Optimization
import Values

extension Planner {
    /// The outcome of a search through sets of actions.
    enum Search {
        /// The cheapest plan that meets the goal; unless that is proven, no plan costs less than the bound.
        case found(Plan, bound: Int64?)
        /// No plan meets it: proven.
        case none
        /// None of those examined does; none that does costs less than this.
        case open(bound: Int64)
    }

    /// Examines the sets of actions with enough points for a place one after another, the cheapest first (after Lawler
    /// 1972), until the time is over: where criteria break ties, or where more has to be scored for the unit to be ranked.
    func searched(_ test: GoalTest, gain: Int64) throws(PlanError) -> Search {
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
        try look(requirements)
        while let next = open.indices.min(by: { precedes(open[$0], open[$1]) }) {
            let (taken, requirements, plan) = open.remove(at: next)
            let cost = effects.cost(of: taken)
            if let plan, meets(plan, test) { return .found(plan, bound: unproven.flatMap { $0 < cost ? $0 : nil }) }
            guard limits.isOver?() != true else {
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
        return unproven.map { .open(bound: $0) } ?? .none
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
}
