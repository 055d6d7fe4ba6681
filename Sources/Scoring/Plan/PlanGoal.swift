public import Values

/// What a plan is to achieve.
public enum PlanGoal: Hashable, Sendable {
    /// At least this index, as the edition rounds it.
    case index(FixedDecimal)
    /// At least this total of points.
    case points(FixedDecimal)
    /// This place in its group, or among the units asked for, or a better one, the other units' figures held fixed, by
    /// the edition's rule for ties.
    case rank(Int)
    /// The most points within this budget.
    case budget(FixedDecimal)
}

/// Conditions that every plan must satisfy.
public struct PlanConditions: Hashable, Sendable {
    /// A node of the tree whose points must not fall below a minimum.
    public struct Floor: Hashable, Sendable {
        /// The position of the node in the set.
        public let node: Int
        /// The minimum points; nil for the current ones.
        public let points: FixedDecimal?

        /// Makes a floor.
        public init(node: Int, points: FixedDecimal? = nil) {
            self.node = node
            self.points = points
        }
    }

    /// Floors of nodes.
    public var floors: [Floor]
    /// How many plans to return, the best first.
    public var count: Int

    /// The day on which planning happens: actions whose deadline has passed are not done, except those that must be.
    public var day: CalendarDay?

    /// Makes conditions.
    public init(floors: [Floor] = [], count: Int = 1, day: CalendarDay? = nil) {
        self.floors = floors
        self.count = count
        self.day = day
    }

    /// Whether an action's deadline has passed.
    func isPastDeadline(_ action: PlannedAction) -> Bool {
        guard let day, let deadline = action.deadline else { return false }
        return deadline < day
    }

    /// Whether an action is left out because its deadline has passed.
    func isTooLate(_ action: PlannedAction) -> Bool { action.requirement != .mustDo && isPastDeadline(action) }
}

/// Tests whether a goal is met, and what it requires of the total points.
struct GoalTest {
    let goal: PlanGoal
    let others: RankedOthers
    /// How the index is rounded for display.
    let rounding: Rounding
    /// The unit's total now, with the maximum that applies to it.
    private let current: PointSum
    /// Whether actions change the points of other units too, so that no number of points stands for a place.
    let movesOthers: Bool
    /// Points that are wanted besides.
    var atLeast: FixedDecimal?
    /// Whether the unit can have a place.
    private let isRanked: Bool

    init(_ goal: PlanGoal, _ trial: WhatIf, movesOthers: Bool) {
        (self.goal, self.movesOthers) = (goal, movesOthers)
        others = trial.others
        rounding = trial.table.criteria.set.rounding.index
        current = trial.table[trial.unit].total
        isRanked = trial.table[trial.unit].isRanked
    }

    /// Whether the least cost is wanted, and not the most points.
    var isOfCost: Bool { if case .budget = goal { false } else { true } }

    /// Whether a plan meets the goal.
    func isMet(by plan: Plan) -> Bool {
        let score = plan.after
        if let atLeast, score.total.points < atLeast { return false }
        return switch goal {
        case .index(let wanted): score.index.map { $0 >= wanted } ?? false
        case .points(let wanted): score.total.points >= wanted
        case .budget: true
        case .rank(let place): plan.rankAfter.map { $0.rank <= Rank(place) } ?? false
        }
    }

    /// What the goal requires of the total points.
    var needed: PointsNeeded {
        switch goal {
        case .index(let wanted): leastTotal(shownAs: wanted).map { .atLeast($0, sure: $0) } ?? .impossible
        case .points(let wanted): .atLeast(wanted, sure: wanted)
        case .budget: .any
        case .rank where !isRanked: .impossible
        case .rank where movesOthers: .dependent
        case .rank(let place): others.pointsNeeded(for: place, of: current)
        }
    }

    /// The least total whose displayed index is at least a number; nil when there is none.
    private func leastTotal(shownAs wanted: FixedDecimal) -> FixedDecimal? {
        guard current.maximum > 0, let exact = current.exactMaximum,
            let shown = wanted.rounded(Rounding(.up, digits: rounding.digits))
        else { return nil }
        // The maximum is whole ÷ parts millionths.
        let parts = exact.denominator / Int128(greatestCommonDivisor(exact.denominator, Int128(FixedDecimal.scale)))
        guard let whole = exact.multiplied(by: ExactRatio(Int(FixedDecimal.scale)))?.numerator else { return nil }
        let hundred = 100 * Int128(FixedDecimal.scale) * parts
        func total(_ index: Int128) -> Int128 { Rounding(.up, digits: 0).divide(index * whole, by: hundred) }
        // The displayed index is a whole number of quanta, and rounding changes an index by less than one quantum: the
        // total lies between those of the index one quantum lower and of the index itself.
        var (low, high) = (total(Int128(shown.mantissa) - Int128(rounding.quantum)), total(Int128(shown.mantissa)))
        while low < high {
            let middle = low + (high - low) / 2
            let index = ExactRatio(100 * middle * parts, over: whole)?.rounded(rounding)
            if index.map({ $0 >= shown }) ?? false { high = middle } else { low = middle + 1 }
        }
        return Int64(exactly: low).map { FixedDecimal(mantissa: $0) }
    }
}
