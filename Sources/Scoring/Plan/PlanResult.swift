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
    /// The unit's scores without it.
    let before: UnitScore
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
    /// Only an action whose deadline has passed would change it.
    case late
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
    /// A plan that costs the same and has as many points as the best, of which it leaves out an action; nil where there
    /// is none or none was found.
    public var equal: Plan?
    /// No plan costs less (for a budget: has more points in total) than this; nil when nothing is known.
    public let bound: FixedDecimal?
    /// What the goal requires of the total points, rounded up to the edition's digits; nil for a budget.
    public let needed: PointsNeeded?
    /// Whether the search ended because its time was over.
    public var isOutOfTime = false
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

/// Plans that no other beats in both cost and points. They are replayed when they are asked for.
public struct PlanFrontier: Sendable {
    /// Whether they are proven to be all.
    public let isProven: Bool
    /// Whether the search ended because its time was over.
    public let isOutOfTime: Bool
    private let sets: [(cost: Int64, points: Int64, taken: Taken)]
    private let planner: Planner

    /// The actions of a set, or where to look for them.
    private enum Taken {
        case known([Int])
        case found(FrontierSets, Int)

        var actions: [Int] {
            switch self {
            case .known(let actions): actions
            case .found(let sets, let index): sets.taken(index)
            }
        }
    }

    init(_ found: FrontierSets, _ planner: Planner) {
        var sets: [(cost: Int64, points: Int64, taken: Taken)] = []
        for index in 0..<found.count {
            // Where the total is rounded, more may be no more.
            let points = planner.sums.total(adding: found[index].gain)
            if let last = sets.last, last.points >= points { continue }
            sets.append((found[index].cost, points, .found(found, index)))
        }
        (self.sets, self.planner, isProven) = (sets, planner, found.isProven)
        isOutOfTime = !found.isProven && planner.isOutOfTime
    }

    init(_ plans: [Plan], isProven: Bool, _ planner: Planner) {
        isOutOfTime = !isProven && planner.isOutOfTime
        sets = plans.map { ($0.cost.mantissa, $0.after.total.points.mantissa, .known($0.taken)) }
        (self.isProven, self.planner) = (isProven, planner)
    }

    /// The plans of a list that no other of it beats, where time did not suffice to find all.
    init(best plans: [Plan], _ planner: Planner) {
        var kept: [Plan] = []
        for plan in plans.sorted(by: { planner.precedes($0, $1, byCost: true) })
        where kept.last.map({ $0.after.total.points < plan.after.total.points }) ?? true {
            kept.append(plan)
        }
        self.init(kept, isProven: false, planner)
    }

    /// The plans that keep the minima, replayed, and whether each has the points that are shown of it.
    var kept: (plans: [Plan], isKept: Bool) {
        var plans: [Plan] = []
        var isKept = true
        for set in sets {
            let plan = planner.realized(set.taken.actions).flatMap { planner.keepsFloors($0) ? $0 : nil }
            if plan?.after.total.points.mantissa != set.points { isKept = false }
            if let plan { plans.append(plan) }
        }
        return (plans, isKept)
    }

    /// How many there are.
    public var count: Int { sets.count }

    /// The cost and the total points of the plan at a position, the cheapest first.
    public subscript(position: Int) -> (cost: FixedDecimal, points: FixedDecimal) {
        (FixedDecimal(mantissa: sets[position].cost), FixedDecimal(mantissa: sets[position].points))
    }

    /// The plan at a position, replayed.
    public func plan(at position: Int) -> Plan? { planner.realized(sets[position].taken.actions) }

    /// All plans, replayed.
    public var plans: [Plan] { sets.indices.compactMap(plan) }
}
