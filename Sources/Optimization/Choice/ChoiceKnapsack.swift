internal import Values

/// A multiple-choice knapsack in normal form: the greatest profit within a capacity. Both questions of a
/// `ChoiceProblem` take this form: gains within a budget directly, costs for a goal in terms of cost saved and gain
/// given up.
///
/// Within each group weights and profits are strictly increasing, both are zero for the first item, and all are divided
/// by their greatest common divisors.
struct ChoiceKnapsack {
    struct Item {
        var weight: Int64
        var profit: Int64
        /// What bounds use instead of the profit: the profit itself, or what a split by number makes of it.
        var value: Int64
        /// The option's position in its group of the problem.
        var position: Int
        /// Whether it is an option other than the cheapest of its group ("an action").
        var isAction: Bool
    }

    /// Where each group's items begin in `items`, and the end of the last group.
    private(set) var starts: [Int] = [0]
    private(set) var items: [Item] = []
    /// The capacity left by the lightest items; negative when not even these fit.
    private(set) var capacity: Int64
    private(set) var weightUnit: Int64 = 0
    private(set) var profitUnit: Int64 = 0
    /// The total profit of the lightest items, which the profits here leave out.
    private(set) var baseProfit: Int64 = 0
    /// How values are derived from profits.
    private(set) var lens = Lens.plain
    var groupCount: Int { starts.count - 1 }

    /// Gain as profit, cost as weight.
    init(_ problem: ChoiceProblem, budget: Int64) {
        capacity = budget
        reserve(problem)
        for group in problem.useful {
            guard let first = group.first else { continue }
            capacity -= first.cost
            baseProfit += first.gain
            for option in group {
                items.append(
                    Item(weight: option.cost - first.cost, profit: option.gain - first.gain, of: option, after: first))
            }
            starts.append(items.count)
        }
        divide()
    }

    /// Saved cost as profit, gain given up as weight. `baseProfit` is then the negative cost of the most expensive
    /// options.
    init(_ problem: ChoiceProblem, goal: Int64) {
        capacity = -goal
        reserve(problem)
        for group in problem.useful {
            guard let first = group.first, let last = group.last else { continue }
            capacity += last.gain
            baseProfit -= last.cost
            for option in group.reversed() {
                items.append(
                    Item(weight: last.gain - option.gain, profit: last.cost - option.cost, of: option, after: first))
            }
            starts.append(items.count)
        }
        divide()
    }

    private mutating func reserve(_ problem: ChoiceProblem) {
        starts.reserveCapacity(problem.useful.count + 1)
        items.reserveCapacity(problem.useful.reduce(0) { $0 + $1.count })
    }

    private mutating func divide() {
        for item in items where weightUnit != 1 {
            weightUnit = Int64(greatestCommonDivisor(weightUnit, item.weight))
        }
        for item in items where profitUnit != 1 {
            profitUnit = Int64(greatestCommonDivisor(profitUnit, item.profit))
        }
        weightUnit = max(weightUnit, 1)
        profitUnit = max(profitUnit, 1)
        if weightUnit > 1 { for index in items.indices { items[index].weight /= weightUnit } }
        if profitUnit > 1 {
            for index in items.indices {
                items[index].profit /= profitUnit
                items[index].value = items[index].profit
            }
        }
        // Rounded down even below 0, where it only has to stay below 0.
        if capacity >= 0 { capacity /= weightUnit }
    }

    /// The number of actions in a choice of items.
    func actionCount(_ chosen: [Int]) -> Int { chosen.count { items[$0].isAction } }

    /// Uses the values for one side of a split by the number of actions.
    mutating func look(through lens: Lens) {
        self.lens = lens
        for index in items.indices {
            items[index].value = lens.scale * items[index].profit + (items[index].isAction ? lens.reward : 0)
        }
    }

    /// The same knapsack with only some items, at least one per group. The first item of a group may then have weight
    /// and profit.
    func keeping(_ isKept: (_ item: Int, _ group: Int) -> Bool) -> ChoiceKnapsack {
        var knapsack = self
        knapsack.items.removeAll(keepingCapacity: true)
        for group in 0..<groupCount {
            for index in starts[group]..<starts[group + 1] where isKept(index, group) {
                knapsack.items.append(items[index])
            }
            knapsack.starts[group + 1] = knapsack.items.count
        }
        return knapsack
    }

    /// The options that a choice of items stands for.
    func positions(_ chosen: [Int]) -> [Int] { chosen.map { items[$0].position } }
}

extension ChoiceKnapsack.Item {
    fileprivate init(
        weight: Int64, profit: Int64, of option: ChoiceProblem.UsefulOption, after cheapest: ChoiceProblem.UsefulOption
    ) {
        self.init(
            weight: weight, profit: profit, value: profit, position: option.position,
            isAction: option.position != cheapest.position)
    }
}
