/// One way to deal with a group (a criterion): its cost and its gain, as integers in the caller's units.
package struct ChoiceOption: Hashable, Sendable {
    package var cost: Int64
    package var gain: Int64

    package init(cost: Int64, gain: Int64) {
        self.cost = cost
        self.gain = gain
    }
}

/// One option of every group.
package struct ChoicePlan: Hashable, Sendable {
    package var cost: Int64
    package var gain: Int64
    /// The position of the chosen option in each group.
    package var options: [Int]
}

/// Groups of options of which exactly one each is chosen: the multiple-choice knapsack problem, solved either for the
/// least cost that reaches a gain or for the greatest gain within a budget.
///
/// "Do nothing" is an option like any other (cost 0, gain 0), present in the group when it is allowed. All answers
/// depend only on the input and its order.
package struct ChoiceProblem: Sendable {
    package let groups: [[ChoiceOption]]
    /// Each group's options that no other option of the group beats, by ascending cost and gain. Of equal options the
    /// earliest is kept.
    let useful: [[UsefulOption]]

    struct UsefulOption: Sendable {
        var cost: Int64
        var gain: Int64
        var position: Int
    }

    /// Throws for an empty group, negative numbers, and sums beyond `PlanLimits.greatestTotal`. O(n log n).
    package init(groups: [[ChoiceOption]]) throws(PlanError) {
        var useful: [[UsefulOption]] = []
        useful.reserveCapacity(groups.count)
        var (totalCost, totalGain) = (CheckedTotal(), CheckedTotal())
        for (index, group) in groups.enumerated() {
            guard !group.isEmpty else { throw .emptyGroup(index) }
            if let bad = group.firstIndex(where: { $0.cost < 0 || $0.gain < 0 }) {
                throw .negativeOption(group: index, option: bad)
            }
            try totalCost.add(group.reduce(0) { max($0, $1.cost) })
            try totalGain.add(group.reduce(0) { max($0, $1.gain) })
            useful.append(Self.useful(of: group))
        }
        self.groups = groups
        self.useful = useful
    }

    private init(groups: [[ChoiceOption]], useful: [[UsefulOption]]) {
        self.groups = groups
        self.useful = useful
    }

    private static func useful(of group: [ChoiceOption]) -> [UsefulOption] {
        var options = group.enumerated().map { UsefulOption(cost: $1.cost, gain: $1.gain, position: $0) }
        options.sort { ($0.cost, -$0.gain, $0.position) < ($1.cost, -$1.gain, $1.position) }
        var kept: [UsefulOption] = []
        for option in options where kept.last.map({ option.gain > $0.gain }) ?? true { kept.append(option) }
        return kept
    }

    /// The same groups with only some options of one of them, which keep their positions. The positions must not be
    /// empty.
    func restricting(_ index: Int, to positions: [Int]) -> ChoiceProblem {
        var useful = useful
        useful[index] = Self.useful(of: positions.map { groups[index][$0] }).map {
            UsefulOption(cost: $0.cost, gain: $0.gain, position: positions[$0.position])
        }
        return ChoiceProblem(groups: groups, useful: useful)
    }

    func plan(_ options: [Int]) -> ChoicePlan {
        var plan = ChoicePlan(cost: 0, gain: 0, options: options)
        for (group, option) in zip(groups, options) {
            plan.cost += group[option].cost
            plan.gain += group[option].gain
        }
        return plan
    }
}

/// A sum of non-negative numbers that throws when it exceeds the greatest total.
struct CheckedTotal {
    private(set) var value: Int64 = 0

    mutating func add(_ amount: Int64) throws(PlanError) {
        guard amount <= PlanLimits.greatestTotal - value else { throw .totalTooLarge }
        value += amount
    }
}
