/// What a search for the best plan came to.
///
/// The bound of an unfinished search is proven in whole numbers: no plan costs less (least cost), or gains more
/// (greatest gain), than it says.
package enum PlanOutcome<Plan: Sendable>: Sendable {
    /// No plan is better; proven.
    case optimal(Plan)
    /// The search was cut short: this is the best plan it met.
    case feasible(Plan, bound: Int64)
    /// The search was cut short before it met any plan that reaches the goal.
    case unknown(bound: Int64)
    /// No plan reaches the goal or keeps to the budget; proven. `nearest` is the plan of the greatest gain that can be
    /// reached at all (for a goal), or of the least cost (for a budget), as far as the limits allowed to find it; none when
    /// the conditions contradict each other.
    case infeasible(nearest: Plan?)

    /// The plan to follow, if there is one that does what was asked.
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
