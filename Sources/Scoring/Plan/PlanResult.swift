public import Values

/// A set of actions and its effect on a unit.
public struct Plan: Sendable {
    /// The actions, in the order of their list.
    public let actions: [PlannedAction]
    /// Their total cost.
    public let cost: FixedDecimal
    /// Their changes of figures; replayed by ``WhatIf`` they give ``after``.
    public let scenario: Scenario
    /// The figures they change; empty when nothing changes.
    public let changes: [FigureChange]
    /// The given points that no longer stand, because the figures of their criteria change.
    public let freed: [FreedPoints]
    /// The unit's scores afterwards.
    public let after: UnitScore
    /// The unit's place in its group afterwards.
    public let rankAfter: GroupRank?
    /// For each metric that changes, the codes of the actions behind it.
    public let actionsByMetric: [String: [String]]
    let taken: [Int]
}

/// How certain a result is.
public enum PlanStatus: String, Sendable {
    /// No plan is better: proven.
    case optimal
    /// A plan, but a better one may exist; ``PlanResult/bound`` says by how much at most.
    case feasible
    /// No plan meets the goal: proven.
    case infeasible
    /// The search ended before it found a plan or a proof that there is none.
    case unknown
}

/// Why a leaf still loses points although everything is done.
public enum RemainingLoss: Hashable, Sendable {
    /// No action changes it.
    case noAction
    /// Only a forbidden action would change it.
    case forbidden
    /// Actions change it, but not up to its maximum.
    case partly
    /// Its survey is still awaited, and no action changes it.
    case awaited
    /// Actions name it, but their effects are ignored for the unit.
    case ignored(IgnoredReason)
}

/// The outcome of the search for a plan.
public struct PlanResult: Sendable {
    /// How certain it is.
    public let status: PlanStatus
    /// The best plan first; then those that leave out at least one action of every plan before them. Empty unless a
    /// plan was found.
    public var plans: [Plan] = []
    /// Whether the further plans are proven to be the next best.
    public var areFurtherProven = false
    /// No plan costs less (for a budget: has more points in total) than this; nil when nothing is known.
    public let bound: FixedDecimal?
    /// What the goal requires of the total points, rounded up to the edition's digits; nil for a budget.
    public let needed: PointsNeeded?
    /// For an unreachable goal, the plan with the most points; also nil when the conditions contradict each other.
    public var richest: Plan?
    /// Whether it is proven that no plan has more points than that.
    public var isRichestProven = false
    /// For such a goal, what is still lost then, leaf by leaf.
    public var losses: [(criterion: Int, lost: FixedDecimal, reason: RemainingLoss)] = []

    /// The minimum total points that meet the goal; nil for a budget, and where any total or none does.
    public var neededPoints: FixedDecimal? {
        if case .atLeast(let points, _)? = needed { points } else { nil }
    }

    /// The minimum total points that meet it however ties are broken; nil where ``neededPoints`` are enough.
    public var surePoints: FixedDecimal? {
        if case .atLeast(let points, let sure)? = needed, sure > points { sure } else { nil }
    }
}
