/// The linear relaxation of a multiple-choice knapsack: moves along the upper hulls of the groups, the steepest first,
/// until one no longer fits (Zemel 1980; Dyer 1984). Solved by partitioning instead of sorting: O(n) on average.
struct ChoiceRelaxation {
    /// A move along the upper hull of a group, from one item to the next heavier one.
    struct Step {
        /// What the move adds in value and in weight.
        var slope: Slope
        var group: Int
        var item: Int

        /// The order of moves: by descending slope, of equally steep ones the earlier group's. The moves of one group
        /// keep their order, since a hull's slopes decrease.
        @inline(__always)
        func precedes(_ other: Step) -> Bool {
            let (left, right) = (product(slope.rise, other.slope.run), product(other.slope.rise, slope.run))
            return left == right ? group < other.group : left > right
        }
    }

    /// The choice without its fractional step: the item of each group, and their total weight and value.
    private(set) var chosen: [Int]
    private(set) var weight: Int64 = 0
    private(set) var profit: Int64 = 0
    private(set) var value: Int64 = 0
    /// The step that fits only in part; nil when all fit.
    private(set) var fraction: Step?
    private let capacity: Int64
    /// All steps; those from `next` on come after the choice, unordered.
    private var steps: [Step]
    private let next: Int

    init(_ knapsack: ChoiceKnapsack) {
        capacity = knapsack.capacity
        chosen = Array(knapsack.starts.dropLast())
        steps = knapsack.hullSteps()
        let bottom = chosen.reduce(0) { $0 + knapsack.items[$1].weight }
        next = Self.divide(&steps, room: capacity - bottom)
        for step in steps[..<next] where step.item > chosen[step.group] { chosen[step.group] = step.item }
        if next < steps.count { fraction = steps[next] }
        for item in chosen {
            weight += knapsack.items[item].weight
            profit += knapsack.items[item].profit
            value += knapsack.items[item].value
        }
    }

    /// Whether the lightest items fit; otherwise there is no plan.
    var isFeasible: Bool { weight <= capacity }

    /// The value of one unit of capacity.
    var slope: Slope { fraction?.slope ?? Slope(rise: 0, run: 1) }

    /// The greatest value, rounded down.
    var bound: Int64 { value + Int64(product(capacity - weight, slope.rise) / Int128(slope.run)) }

    /// The number of actions in the choice, and in the choice with the fractional step taken.
    func actionCounts(_ knapsack: ChoiceKnapsack) -> (without: Int64, with: Int64) {
        let without = Int64(knapsack.actionCount(chosen))
        guard let fraction else { return (without, without) }
        let before = knapsack.items[chosen[fraction.group]].isAction
        let after = knapsack.items[fraction.item].isAction
        return (without, without + (after ? 1 : 0) - (before ? 1 : 0))
    }

    /// The first steps after the choice, in their order, the fractional one included.
    func stepsAfter(_ count: Int) -> [Step] {
        var rest = Array(steps[next...])
        if rest.count > count {
            var (low, high) = (0, rest.count)
            while low < count, count < high {
                let middle = Self.partition(&rest, low, high)
                if middle < count { low = middle + 1 } else { high = middle }
            }
            rest.removeLast(rest.count - count)
        }
        rest.sort { $0.precedes($1) }
        return rest
    }

    /// Moves the first steps that fit together to the front, followed by the next one; returns how many fit.
    private static func divide(_ steps: inout [Step], room: Int64) -> Int {
        var (low, high, room) = (0, steps.count, room)
        while low < high {
            let middle = partition(&steps, low, high)
            var run: Int64 = 0
            for index in low..<middle { run += steps[index].slope.run }
            if run > room {
                high = middle
            } else if run + steps[middle].slope.run > room {
                return middle
            } else {
                room -= run + steps[middle].slope.run
                low = middle + 1
            }
        }
        return low
    }

    /// Partitions a range around the median of three of its steps; returns the pivot's new position.
    private static func partition(_ steps: inout [Step], _ low: Int, _ high: Int) -> Int {
        // In bounds: low, middle and last lie in the range, which is not empty; `place` never passes `index`.
        steps.withUnsafeMutableBufferPointer { steps in
            let (middle, last) = (low + (high - low) / 2, high - 1)
            if steps[middle].precedes(steps[low]) { steps.swapAt(middle, low) }
            if steps[last].precedes(steps[low]) { steps.swapAt(last, low) }
            if steps[middle].precedes(steps[last]) { steps.swapAt(middle, last) }
            let pivot = steps[last]
            var place = low
            for index in low..<last where steps[index].precedes(pivot) {
                steps.swapAt(index, place)
                place += 1
            }
            steps.swapAt(place, last)
            return place
        }
    }
}

extension ChoiceKnapsack {
    /// The steps of all hulls, group by group; steps that gain nothing are left out.
    fileprivate func hullSteps() -> [ChoiceRelaxation.Step] {
        var steps: [ChoiceRelaxation.Step] = []
        steps.reserveCapacity(items.count)
        for group in 0..<groupCount {
            let (first, bottom) = (steps.count, starts[group])
            for index in bottom + 1..<max(starts[group + 1], bottom + 1) {
                var slope: Slope
                while true {
                    slope = self.slope(from: steps.count > first ? steps[steps.count - 1].item : bottom, to: index)
                    guard steps.count > first, !steps[steps.count - 1].slope.isSteeper(than: slope) else { break }
                    steps.removeLast()
                }
                steps.append(.init(slope: slope, group: group, item: index))
            }
            while steps.count > first, steps[steps.count - 1].slope.rise <= 0 { steps.removeLast() }
        }
        return steps
    }

    @inline(__always)
    func slope(from: Int, to: Int) -> Slope {
        Slope(rise: items[to].value - items[from].value, run: items[to].weight - items[from].weight)
    }
}
