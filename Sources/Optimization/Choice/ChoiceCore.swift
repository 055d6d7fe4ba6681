/// The dynamic programme of a multiple-choice knapsack around the choice of its linear relaxation.
struct ChoiceCore {
    private let knapsack: ChoiceKnapsack
    private let capacity: Int64
    /// The relaxation's choice without its fractional step: item of each group, and what they weigh and bring.
    private let chosen: [Int]
    private let weight: Int64
    private let profit: Int64
    private let value: Int64
    private let lens: ChoiceKnapsack.Lens
    /// The slope of the fractional step: what a unit of capacity is worth.
    private let slope: Slope
    /// The fractional step, and all steps after it.
    private let later: [ChoiceKnapsack.Step]
    /// The greatest profit known; only more is of interest.
    private(set) var known: Int64
    private var found = Found.nothing
    private var trail: [TrailEntry] = []
    private var states: [State] = []
    private var merged: [State] = []
    private var spare: [State] = []
    private var isUsed: [Bool]

    /// A partial plan: what the choice weighs and brings after the changes along its trail.
    struct State {
        var weight: Int64
        var profit: Int64
        var value: Int64
        /// The last change that the trail holds, or −1.
        var trail: Int32
        /// The item of the group now under change, or −1 for the relaxation's.
        var item: Int32

        @inline(__always)
        func precedes(_ other: State) -> Bool {
            if weight != other.weight { return weight < other.weight }
            if profit != other.profit { return profit > other.profit }
            return value >= other.value
        }
    }

    private struct TrailEntry {
        var before: Int32
        var group: Int32
        var item: Int32
    }

    private enum Found {
        case nothing
        case plan([Int])
        case exchange([(group: Int, item: Int)])
        case trail(TrailEntry)
    }

    /// The slope of the best change to a heavier or a lighter item that a group still offers.
    private struct Turn {
        var slope: Slope
        var group: Int
    }

    /// Begins with the linear relaxation; only profits above `threshold` are of interest.
    init(_ knapsack: ChoiceKnapsack, threshold: Int64) {
        self.knapsack = knapsack
        capacity = knapsack.capacity
        lens = knapsack.lens
        known = threshold
        isUsed = Array(repeating: false, count: knapsack.groupCount)
        let steps = knapsack.steps()
        var chosen = Array(knapsack.starts.dropLast())
        var total = (weight: Int64(0), profit: Int64(0), value: chosen.reduce(0) { $0 + knapsack.items[$1].value })
        var next = 0
        while next < steps.count {
            let (old, new) = (knapsack.items[chosen[steps[next].group]], knapsack.items[steps[next].item])
            guard total.weight + new.weight - old.weight <= capacity else { break }
            total.weight += new.weight - old.weight
            total.profit += new.profit - old.profit
            total.value += new.value - old.value
            chosen[steps[next].group] = steps[next].item
            next += 1
        }
        self.chosen = chosen
        (weight, profit, value) = total
        slope = next < steps.count ? steps[next].slope : Slope(rise: 0, run: 1)
        if profit > known {
            known = profit
            found = .plan(chosen)
        }
        later = Array(steps[next...])
    }

    /// The greatest profit by the linear relaxation of this side of the split, rounded down.
    var linearBound: Int64 {
        let value = value + Int64(product(capacity - weight, slope.rise) / Int128(slope.run))
        return lens.profit(ofValue: value)
    }

    /// The numbers of actions in the relaxation's choice and in the same with the fractional step taken.
    var actionCounts: (without: Int64, with: Int64) {
        let without = Int64(knapsack.actionCount(chosen))
        guard let fraction = later.first else { return (without, without) }
        let before = knapsack.isAction(chosen[fraction.group], of: fraction.group)
        let after = knapsack.isAction(fraction.item, of: fraction.group)
        return (without, without + (after ? 1 : 0) - (before ? 1 : 0))
    }

    /// The best choice found, one item of each group.
    var best: [Int]? {
        switch found {
        case .nothing: return nil
        case .plan(let plan): return plan
        case .exchange(let changes):
            var plan = chosen
            for change in changes { plan[change.group] = change.item }
            return plan
        case .trail(var entry):
            var plan = chosen
            while true {
                if entry.item >= 0 { plan[Int(entry.group)] = Int(entry.item) }
                guard entry.before >= 0 else { return plan }
                entry = trail[Int(entry.before)]
            }
        }
    }

    /// Takes note of a profit found elsewhere, which this search then has to exceed.
    mutating func learn(_ profit: Int64) {
        guard profit > known else { return }
        known = profit
        found = .nothing
    }

    /// Follows the steps after the relaxation's choice as long as they fit.
    private mutating func tryGreedily() {
        var plan = chosen
        var (weight, profit) = (weight, profit)
        for step in later {
            let (old, new) = (knapsack.items[plan[step.group]], knapsack.items[step.item])
            guard new.weight > old.weight, weight + new.weight - old.weight <= capacity else { continue }
            weight += new.weight - old.weight
            profit += new.profit - old.profit
            plan[step.group] = step.item
        }
        if profit > known {
            known = profit
            found = .plan(plan)
        }
    }

    /// Tries every single change of the choice, or of the choice with a step taken.
    private mutating func tryExchanges(with step: ChoiceKnapsack.Step? = nil) {
        var (weight, profit) = (weight, profit)
        if let step {
            weight += knapsack.items[step.item].weight - knapsack.items[chosen[step.group]].weight
            profit += knapsack.items[step.item].profit - knapsack.items[chosen[step.group]].profit
        }
        for group in 0..<knapsack.groupCount where group != step?.group {
            let old = knapsack.items[chosen[group]]
            for index in knapsack.starts[group]..<knapsack.starts[group + 1] {
                let new = knapsack.items[index]
                guard profit + new.profit - old.profit > known, weight + new.weight - old.weight <= capacity else {
                    continue
                }
                known = profit + new.profit - old.profit
                found = .exchange([(group, index)] + (step.map { [($0.group, $0.item)] } ?? []))
            }
        }
    }

    /// Whether the bound of all plans with this item, by the relaxation's multiplier, exceeds what is known.
    @inline(__always)
    private func isHopeful(_ item: ChoiceKnapsack.Item, insteadOf old: ChoiceKnapsack.Item) -> Bool {
        product(value - old.value + item.value - lens.value(atLeast: known + 1), slope.run)
            + product(capacity - weight + old.weight - item.weight, slope.rise) >= 0
    }

    /// Expands the core until nothing better is possible: true; or until a limit is met: false. A `width` keeps after each
    /// group only so many states next to the capacity, and stops at a profit of `ceiling`; what the search then finds is good,
    /// but its end proves nothing.
    mutating func run(limits: PlanLimits, width: Int = .max, ceiling: Int64 = .max) -> Bool {
        tryGreedily()
        tryExchanges()
        if let fraction = later.first { tryExchanges(with: fraction) }
        guard linearBound > known else { return true }
        let (up, down) = turns()
        var (nextUp, nextDown) = (0, 0)
        states = [State(weight: weight, profit: profit, value: value, trail: -1, item: -1)]
        var takesUp = true
        while !states.isEmpty, known < ceiling {
            while nextUp < up.count, isUsed[up[nextUp].group] { nextUp += 1 }
            while nextDown < down.count, isUsed[down[nextDown].group] { nextDown += 1 }
            let turn: Turn
            if nextUp < up.count, takesUp || nextDown == down.count {
                turn = up[nextUp]
            } else if nextDown < down.count {
                turn = down[nextDown]
            } else {
                break
            }
            takesUp.toggle()
            isUsed[turn.group] = true
            while nextUp < up.count, isUsed[up[nextUp].group] { nextUp += 1 }
            while nextDown < down.count, isUsed[down[nextDown].group] { nextDown += 1 }
            change(
                turn.group, up: nextUp < up.count ? up[nextUp].slope : nil,
                down: nextDown < down.count ? down[nextDown].slope : nil)
            narrow(to: width)
            if trail.count > limits.states || limits.isOver?() == true { return states.isEmpty }
        }
        return true
    }

    private mutating func narrow(to width: Int) {
        guard states.count > width else { return }
        let fitting = states.partitionPoint { $0.weight > capacity }
        let first = min(max(fitting - width / 2, 0), states.count - width)
        states = Array(states[first..<first + width])
    }

    /// What the groups' hopeful items offer: to heavier ones by falling, to lighter ones by rising slope.
    private func turns() -> (up: [Turn], down: [Turn]) {
        var up: [Turn] = []
        var down: [Turn] = []
        for group in 0..<knapsack.groupCount {
            let old = knapsack.items[chosen[group]]
            var (best, least): (Slope?, Slope?) = (nil, nil)
            for index in knapsack.starts[group]..<knapsack.starts[group + 1] where index != chosen[group] {
                guard isHopeful(knapsack.items[index], insteadOf: old) else { continue }
                if index > chosen[group] {
                    let slope = knapsack.slope(from: chosen[group], to: index)
                    if best.map({ slope.isSteeper(than: $0) }) ?? true { best = slope }
                } else {
                    let slope = knapsack.slope(from: index, to: chosen[group])
                    if least.map({ $0.isSteeper(than: slope) }) ?? true { least = slope }
                }
            }
            if let best { up.append(Turn(slope: best, group: group)) }
            if let least { down.append(Turn(slope: least, group: group)) }
        }
        up.sort { $0.slope.isSteeper(than: $1.slope) || ($0.slope.equals($1.slope) && $0.group < $1.group) }
        down.sort { $1.slope.isSteeper(than: $0.slope) || ($0.slope.equals($1.slope) && $0.group < $1.group) }
        return (up, down)
    }

    /// Offers every state each hopeful item of a group. `up` and `down` are the best slopes of the groups not changed yet.
    private mutating func change(_ group: Int, up: Slope?, down: Slope?) {
        let old = knapsack.items[chosen[group]]
        merged.removeAll(keepingCapacity: true)
        merge(group, item: -1, change: (0, 0, 0), up: up, down: down)
        for index in knapsack.starts[group]..<knapsack.starts[group + 1] where index != chosen[group] {
            let item = knapsack.items[index]
            guard isHopeful(item, insteadOf: old) else { continue }
            merge(
                group, item: Int32(truncatingIfNeeded: index),
                change: (item.weight - old.weight, item.profit - old.profit, item.value - old.value), up: up, down: down
            )
        }
        states.removeAll(keepingCapacity: true)
        for var state in merged where isOpen(state, up: up, down: down) {
            if state.item >= 0 {
                trail.append(TrailEntry(before: state.trail, group: Int32(truncatingIfNeeded: group), item: state.item))
                state.trail = Int32(truncatingIfNeeded: trail.count - 1)
                state.item = -1
            }
            states.append(state)
        }
    }

    /// Whether the groups not changed yet may make a state better than what is known. A state that fits may gain by the
    /// steepest slope upwards, one that does not must lose by the flattest slope downwards.
    @inline(__always)
    private func isOpen(_ state: State, up: Slope?, down: Slope?) -> Bool {
        let excess = state.value - lens.value(atLeast: known + 1)
        if state.weight <= capacity {
            guard let up, up.rise > 0 else { return excess >= 0 }
            return product(capacity - state.weight, up.rise) >= product(-excess, up.run)
        }
        guard let down else { return false }
        return product(excess, down.run) >= product(state.weight - capacity, down.rise)
    }

    /// Merges the states, all changed by one item, into the new ones; keeps what is open and not dominated. Of states equal
    /// in weight and profit the one of greater value stays, which keeps a split by number complete.
    private mutating func merge(
        _ group: Int, item: Int32, change: (weight: Int64, profit: Int64, value: Int64), up: Slope?, down: Slope?
    ) {
        spare.removeAll(keepingCapacity: true)
        spare.reserveCapacity(states.count + merged.count)
        var (old, greatest) = (0, Int64.min)
        func keep(_ state: State) {
            guard state.profit > greatest else { return }
            greatest = state.profit
            spare.append(state)
        }
        for var state in states {
            state.weight += change.weight
            state.profit += change.profit
            state.value += change.value
            state.item = item
            if state.weight <= capacity, state.profit > known {
                known = state.profit
                found = .trail(TrailEntry(before: state.trail, group: Int32(truncatingIfNeeded: group), item: item))
            }
            guard isOpen(state, up: up, down: down) else { continue }
            while old < merged.count, merged[old].precedes(state) {
                keep(merged[old])
                old += 1
            }
            keep(state)
        }
        while old < merged.count {
            keep(merged[old])
            old += 1
        }
        swap(&merged, &spare)
    }
}
