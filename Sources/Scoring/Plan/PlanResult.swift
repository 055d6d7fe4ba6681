public import Values

/// A set of actions and what it makes of a unit.
public struct Plan: Sendable {
    /// The actions, in the order of their list.
    public let actions: [PlannedAction]
    /// What they cost together.
    public let cost: FixedDecimal
    /// Their changes of figures; replayed by ``WhatIf`` it gives ``after``.
    public let scenario: Scenario
    /// What they change; empty when nothing changes.
    public let changes: [FigureChange]
    /// The unit's scores then.
    public let after: UnitScore
    /// The unit's place in its group then.
    public let rankAfter: GroupRank?
    /// The codes of the actions behind each metric that changes.
    public let actionsByMetric: [String: [String]]
    let taken: [Int]
}

/// How certain a result is.
public enum PlanStatus: String, Sendable {
    /// No plan is better; proven.
    case optimal
    /// A plan, but a better one may exist; ``PlanResult/bound`` says how much better at most.
    case feasible
    /// No plan meets the goal; proven.
    case infeasible
    /// The search ended before it found a plan or the proof that there is none.
    case unknown
}

/// Why a leaf keeps losing points though everything is done.
public enum RemainingLoss: Hashable, Sendable {
    /// No action moves it.
    case noAction
    /// An action that must not be done would move it.
    case forbidden
    /// Actions move it, though not to its maximum.
    case partly
    /// Its survey is not in yet, and no action moves it.
    case awaited
    /// Actions name it, and what they do counts nothing for the unit.
    case ignored(IgnoredReason)
}

/// What the search for a plan came to.
public struct PlanResult: Sendable {
    /// How certain it is.
    public let status: PlanStatus
    /// The best plan first; then those that leave out at least one action of every plan before them. Empty unless a plan
    /// was found.
    public var plans: [Plan] = []
    /// Whether the further plans are proven to be the next ones.
    public var areFurtherProven = false
    /// No plan costs less (gains more points in all, for a budget) than this; nil when nothing is known.
    public let bound: FixedDecimal?
    /// What the goal asks of the total points, rounded up to the edition's digits; nil for a budget.
    public let needed: PointsNeeded?
    /// For a goal that cannot be reached, the plan of most points; nil also when the conditions contradict each other.
    public var richest: Plan?
    /// Whether it is proven that no plan has more points than that.
    public var isRichestProven = false
    /// For such a goal, what is still lost then, leaf by leaf.
    public var losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] = []

    /// The least total points that meet the goal; nil for a budget, and where any or no points do.
    public var neededPoints: FixedDecimal? {
        if case .atLeast(let points, _)? = needed { points } else { nil }
    }

    /// The least total points that meet it however ties are broken; nil where ``neededPoints`` do.
    public var surePoints: FixedDecimal? {
        if case .atLeast(let points, let sure)? = needed, sure > points { sure } else { nil }
    }
}
