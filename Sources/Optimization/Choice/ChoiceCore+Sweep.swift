extension ChoiceCore {
    /// The state of the dynamic program.
    struct Sweep {
        /// A partial plan: the weight and profit of the choice after the changes along its trail.
        struct State {
            var weight: Int64
            var profit: Int64
            var value: Int64
            /// The last change in the trail, or −1.
            var trail: Int32 = -1
            /// The item of the group being changed, or −1 for the relaxation's.
            var item: Int32 = -1

            @inline(__always)
            func precedes(_ other: State) -> Bool {
                if weight != other.weight { return weight < other.weight }
                if profit != other.profit { return profit > other.profit }
                return value >= other.value
            }
        }

        struct TrailEntry {
            var before: Int32
            var group: Int32
            var item: Int32
        }

        /// The slope of the best change to a heavier or a lighter item that a group still offers.
        struct Turn {
            var slope: Slope
            var group: Int
        }

        var trail: [TrailEntry] = []
        var states: StateList = .init()
        var merged: StateList = .init()
        var spare: StateList = .init()
        var hasBegun = false
        var (up, down): ([Turn], [Turn]) = ([], [])
        var isUsed: [Bool] = []
        var takesUp = true

        /// The changes that led to a trail's end, each of a different group.
        func changes(to end: TrailEntry) -> [Change] {
            var (entry, changes) = (end, [Change]())
            while true {
                if entry.item >= 0 { changes.append(Change(group: Int(entry.group), item: Int(entry.item))) }
                guard entry.before >= 0 else { return changes }
                entry = trail[Int(entry.before)]
            }
        }

        /// The next group to change: alternately the one with the steepest slope upwards and the flattest downwards.
        mutating func nextGroup() -> Int? {
            skipUsed()
            guard let turn = takesUp ? up.last ?? down.last : down.last ?? up.last else { return nil }
            takesUp.toggle()
            isUsed[turn.group] = true
            skipUsed()
            return turn.group
        }

        private mutating func skipUsed() {
            while let turn = up.last, isUsed[turn.group] { up.removeLast() }
            while let turn = down.last, isUsed[turn.group] { down.removeLast() }
        }
    }

    /// States in an array that keeps its storage, without a check for each one appended.
    struct StateList {
        private(set) var storage: [Sweep.State] = []
        private(set) var count = 0

        /// Refills the list with at most `most` states; `body` returns how many.
        mutating func fill(_ most: Int, _ body: (UnsafeMutableBufferPointer<Sweep.State>) -> Int) {
            // In bounds: there is room for `most` states, which is what callers say that they write at most.
            if storage.count < most {
                storage = Array(repeating: Sweep.State(weight: 0, profit: 0, value: 0), count: 2 * most)
            }
            count = storage.withUnsafeMutableBufferPointer { body($0) }
        }

        /// Keeps the states, which are in ascending order of weight, that lie closest to the capacity.
        mutating func narrow(to width: Int, around capacity: Int64) {
            guard count > width else { return }
            let fitting = storage[..<count].partitionPoint { $0.weight > capacity }
            let first = min(max(fitting - width / 2, 0), count - width)
            for index in 0..<width { storage[index] = storage[first + index] }
            count = width
        }

        func read<Result>(_ body: (UnsafeBufferPointer<Sweep.State>) -> Result) -> Result {
            // In bounds: `count` states were written.
            storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// An incomplete search: how many states closest to the capacity it keeps after each group, how many groups it
    /// changes, and the profit that satisfies it.
    struct Scouting {
        static let (width, groups) = (300, 60)
        let ceiling: Int64
    }

    /// Expands the core group by group (Pisinger 1995) until nothing better is possible (true) or a limit is met
    /// (false; another call continues). What a search that only scouts finds is good, but its end proves nothing.
    mutating func run(limits: PlanLimits, scouting: Scouting? = nil) -> Bool {
        guard isOpen else { return true }
        if !sweep.hasBegun { begin() }
        var groups = 0
        while sweep.states.count > 0, let group = sweep.nextGroup() {
            change(group, up: sweep.up.last?.slope, down: sweep.down.last?.slope)
            guard isOpen else { return true }
            if let scouting {
                sweep.states.narrow(to: Scouting.width, around: capacity)
                groups += 1
                if known >= scouting.ceiling || groups == Scouting.groups { return false }
            }
            if sweep.trail.count > limits.states || limits.isOver?() == true { return sweep.states.count == 0 }
        }
        return true
    }

    private mutating func begin() {
        sweep.hasBegun = true
        sweep.isUsed = Array(repeating: false, count: knapsack.groupCount)
        let start = Sweep.State(weight: relaxation.weight, profit: relaxation.profit, value: relaxation.value)
        sweep.states.fill(1) { states in
            states[0] = start
            return 1
        }
        let slack = slack
        for group in 0..<knapsack.groupCount {
            let old = chosen[group]
            var (best, least): (Slope?, Slope?) = (nil, nil)
            for index in knapsack.starts[group]..<knapsack.starts[group + 1] where index != old {
                guard loss(of: index, insteadOf: old) <= slack else { continue }
                if index > old {
                    let slope = knapsack.slope(from: old, to: index)
                    if best.map({ slope.isSteeper(than: $0) }) ?? true { best = slope }
                } else {
                    let slope = knapsack.slope(from: index, to: old)
                    if least.map({ $0.isSteeper(than: slope) }) ?? true { least = slope }
                }
            }
            if let best { sweep.up.append(.init(slope: best, group: group)) }
            if let least { sweep.down.append(.init(slope: least, group: group)) }
        }
        // The next one is last.
        sweep.up.sort { $1.slope.isSteeper(than: $0.slope) || ($0.slope.equals($1.slope) && $0.group > $1.group) }
        sweep.down.sort { $0.slope.isSteeper(than: $1.slope) || ($0.slope.equals($1.slope) && $0.group > $1.group) }
    }

    /// Offers each hopeful item of a group to every state. `up` and `down` are the best slopes of the groups not
    /// changed yet.
    private mutating func change(_ group: Int, up: Slope?, down: Slope?) {
        let slack = slack
        var gate = Gate(capacity: capacity, need: lens.value(atLeast: known + 1), up: up, down: down)
        sweep.merged.fill(0) { _ in 0 }
        merge(group, chosen[group], &gate)
        for index in knapsack.starts[group]..<knapsack.starts[group + 1] where index != chosen[group] {
            guard loss(of: index, insteadOf: chosen[group]) <= slack else { continue }
            merge(group, index, &gate)
        }
        collect(group, gate)
    }

    /// Makes the merged states the current ones, after writing their changes to the trail.
    private mutating func collect(_ group: Int, _ gate: Gate) {
        let group = Int32(truncatingIfNeeded: group)
        let merged = sweep.merged
        var (states, trail) = (StateList(), [Sweep.TrailEntry]())
        swap(&states, &sweep.states)
        swap(&trail, &sweep.trail)
        merged.read { merged in
            states.fill(merged.count) { states in
                var count = 0
                for var state in merged where gate.isOpen(state) {
                    if state.item >= 0 {
                        trail.append(.init(before: state.trail, group: group, item: state.item))
                        state.trail = Int32(truncatingIfNeeded: trail.count - 1)
                        state.item = -1
                    }
                    states[count] = state
                    count += 1
                }
                return count
            }
        }
        swap(&states, &sweep.states)
        swap(&trail, &sweep.trail)
    }

    /// Whether the groups not changed yet may make a state better than the best known. A state that fits may gain by
    /// the steepest slope upwards; one that does not must lose by the flattest slope downwards.
    private struct Gate {
        let capacity: Int64
        /// The value that is required.
        var need: Int64
        let up: Slope?
        let down: Slope?

        @inline(__always)
        func isOpen(_ state: Sweep.State) -> Bool {
            let excess = state.value - need
            if state.weight <= capacity {
                guard excess < 0 else { return true }
                guard let up, up.rise > 0 else { return false }
                return product(capacity - state.weight, up.rise) >= product(-excess, up.run)
            }
            guard let down else { return false }
            return product(excess, down.run) >= product(state.weight - capacity, down.rise)
        }
    }

    /// Merges the states, all changed by one item, into the new ones; keeps what is open and not dominated. Of states
    /// equal in weight and profit the one of greater value is kept, which keeps a split by number complete.
    private mutating func merge(_ group: Int, _ index: Int, _ gate: inout Gate) {
        let (old, new) = (knapsack.items[chosen[group]], knapsack.items[index])
        let (weight, profit, value) = (new.weight - old.weight, new.profit - old.profit, new.value - old.value)
        let item = index == chosen[group] ? -1 : Int32(truncatingIfNeeded: index)
        var (most, end): (Int64, Int32) = (known, -1)
        let (states, merged) = (sweep.states, sweep.merged)
        var spare = StateList()
        swap(&spare, &sweep.spare)
        states.read { states in
            merged.read { merged in
                spare.fill(states.count + merged.count) { spare in
                    var (next, count, greatest) = (0, 0, Int64.min)
                    for var state in states {
                        state.weight += weight
                        state.profit += profit
                        state.value += value
                        state.item = item
                        if state.profit > most, state.weight <= capacity {
                            most = state.profit
                            end = state.trail
                            gate.need = lens.value(atLeast: most + 1)
                        }
                        guard gate.isOpen(state) else { continue }
                        while next < merged.count, merged[next].precedes(state) {
                            if merged[next].profit > greatest {
                                greatest = merged[next].profit
                                spare[count] = merged[next]
                                count += 1
                            }
                            next += 1
                        }
                        if state.profit > greatest {
                            greatest = state.profit
                            spare[count] = state
                            count += 1
                        }
                    }
                    while next < merged.count {
                        if merged[next].profit > greatest {
                            greatest = merged[next].profit
                            spare[count] = merged[next]
                            count += 1
                        }
                        next += 1
                    }
                    return count
                }
            }
        }
        if most > known { note(most, end: .init(before: end, group: Int32(truncatingIfNeeded: group), item: item)) }
        sweep.merged = spare
        sweep.spare = merged
    }
}
