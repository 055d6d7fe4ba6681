/// The outcome of a search for the best plan.
///
/// The bound of an unfinished search is proven in integer arithmetic: no plan costs less (least cost), or gains more
/// (greatest gain).
package enum PlanOutcome<Plan: Sendable>: Sendable {
    /// No plan is better: proven.
    case optimal(Plan)
    /// The search was cut short: this is the best plan found.
    case feasible(Plan, bound: Int64)
    /// The search was cut short before it found any plan that reaches the goal.
    case unknown(bound: Int64)
    /// No plan reaches the goal or stays within the budget: proven. `nearest` is the plan of greatest possible gain
    /// (for a goal), or of least cost (for a budget), as far as the limits allowed finding it; nil when the conditions
    /// contradict each other.
    case infeasible(nearest: Plan?)

    /// The plan to follow, if there is one that satisfies the request.
    package var plan: Plan? {
        switch self {
        case .optimal(let plan), .feasible(let plan, _): plan
        case .unknown, .infeasible: nil
        }
    }

    /// Whether the answer, be it a plan or that there is none, is proven.
    package var isProven: Bool {
        switch self {
        case .optimal, .infeasible: true
        case .feasible, .unknown: false
        }
    }
}
