/// A multiple-choice knapsack in its normal form: the greatest profit within a capacity. Both questions of a
/// `ChoiceProblem` take this form, gains within a budget as they stand, costs for a goal by what is saved and given up.
///
/// Within each group weights and profits rise strictly, the first item has neither, and all are divided by their
/// greatest common divisors.
struct ChoiceKnapsack {
    struct Item {
        var weight: Int64
        var profit: Int64
        /// What bounds count in place of the profit: the profit itself, or what a split by number makes of it.
        var value: Int64
        /// The option's position in its group of the problem.
        var position: Int
    }

    /// Where each group's items begin in `items`, and the end of the last.
    private(set) var starts: [Int] = [0]
    private(set) var items: [Item] = []
    /// What may be weighed beyond the lightest items; negative when not even these fit.
    private(set) var capacity: Int64
    private(set) var weightUnit: Int64 = 0
    private(set) var profitUnit: Int64 = 0
    /// The profit of all the lightest items, which profits here leave out.
    private(set) var baseProfit: Int64 = 0
    /// How values come from profits.
    private(set) var lens = Lens.plain
    /// Whether the first item of each group is its cheapest option; otherwise the last is.
    private let cheapestIsFirst: Bool

    var groupCount: Int { starts.count - 1 }

    /// Gain as profit, cost as weight.
    init(_ problem: ChoiceProblem, budget: Int64) {
        capacity = budget
        cheapestIsFirst = true
        reserve(problem)
        for group in problem.useful {
            guard let first = group.first else { continue }
            capacity -= first.cost
            baseProfit += first.gain
            for option in group {
                append(weight: option.cost - first.cost, profit: option.gain - first.gain, position: option.position)
            }
            starts.append(items.count)
        }
        divide()
    }

    /// Saved cost as profit, gain given up as weight. `baseProfit` is then the negative cost of the dearest options.
    init(_ problem: ChoiceProblem, goal: Int64) {
        capacity = -goal
        cheapestIsFirst = false
        reserve(problem)
        for group in problem.useful {
            guard let last = group.last else { continue }
            capacity += last.gain
            baseProfit -= last.cost
            for option in group.reversed() {
                append(weight: last.gain - option.gain, profit: last.cost - option.cost, position: option.position)
            }
            starts.append(items.count)
        }
        divide()
    }

    private mutating func reserve(_ problem: ChoiceProblem) {
        starts.reserveCapacity(problem.useful.count + 1)
        items.reserveCapacity(problem.useful.reduce(0) { $0 + $1.count })
    }

    private mutating func append(weight: Int64, profit: Int64, position: Int) {
        items.append(Item(weight: weight, profit: profit, value: profit, position: position))
    }

    private mutating func divide() {
        for item in items where weightUnit != 1 { weightUnit = commonDivisor(weightUnit, item.weight) }
        for item in items where profitUnit != 1 { profitUnit = commonDivisor(profitUnit, item.profit) }
        weightUnit = max(weightUnit, 1)
        profitUnit = max(profitUnit, 1)
        if weightUnit > 1 { for index in items.indices { items[index].weight /= weightUnit } }
        if profitUnit > 1 {
            for index in items.indices {
                items[index].profit /= profitUnit
                items[index].value = items[index].profit
            }
        }
        // Rounded down also below 0, where it only has to stay below 0.
        if capacity >= 0 { capacity /= weightUnit }
    }

    /// Whether an item is another than the cheapest option of its group, "an action".
    func isAction(_ item: Int, of group: Int) -> Bool {
        item != (cheapestIsFirst ? starts[group] : starts[group + 1] - 1)
    }

    /// The number of actions in a choice of items.
    func actionCount(_ chosen: [Int]) -> Int {
        chosen.indices.count { isAction(chosen[$0], of: $0) }
    }

    /// The same knapsack with values for one side of a split by the number of actions.
    func seen(through lens: Lens) -> ChoiceKnapsack {
        var knapsack = self
        knapsack.lens = lens
        for group in 0..<groupCount {
            for index in starts[group]..<starts[group + 1] {
                knapsack.items[index].value =
                    lens.scale * items[index].profit + (isAction(index, of: group) ? lens.reward : 0)
            }
        }
        return knapsack
    }

    /// The options of a choice of items.
    func positions(_ chosen: [Int]) -> [Int] { chosen.map { items[$0].position } }
}

extension ChoiceKnapsack {
    /// A move along the upper hull of a group, from the item before to a heavier one.
    struct Step {
        var slope: Slope
        var group: Int
        var item: Int
    }

    /// The steps of all groups by value, the steepest first; of equally steep ones the earlier group's. The steps of one
    /// group keep their order, since a hull's slopes fall; steps that gain nothing are left out.
    func steps() -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(items.count)
        for group in 0..<groupCount {
            let first = steps.count
            let bottom = starts[group]
            for index in bottom + 1..<starts[group + 1] {
                var slope: Slope
                while true {
                    slope = self.slope(from: steps.count > first ? steps[steps.count - 1].item : bottom, to: index)
                    guard steps.count > first, !steps[steps.count - 1].slope.isSteeper(than: slope) else { break }
                    steps.removeLast()
                }
                steps.append(Step(slope: slope, group: group, item: index))
            }
            while steps.count > first, steps[steps.count - 1].slope.rise <= 0 { steps.removeLast() }
        }
        steps.sort { a, b in
            let (left, right) = (product(a.slope.rise, b.slope.run), product(b.slope.rise, a.slope.run))
            return left == right ? a.group < b.group : left > right
        }
        return steps
    }

    @inline(__always)
    func slope(from: Int, to: Int) -> Slope {
        Slope(rise: items[to].value - items[from].value, run: items[to].weight - items[from].weight)
    }
}
