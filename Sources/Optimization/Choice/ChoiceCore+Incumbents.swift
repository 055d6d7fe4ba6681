extension ChoiceCore {
    /// How many steps beyond the relaxation's choice are tried, how many changes in each direction are combined, and
    /// how often others are combined when a search takes long.
    private static let (greedySteps, combinedChanges, rounds) = (64, 32, 8)

    /// Looks for good plans near the relaxation's choice, with growing effort as long as the bound leaves hope.
    mutating func improve() {
        guard isOpen else { return }
        tryGreedily()
        tryExchanges()
        guard isOpen else { return }
        let (lighter, heavier) = (hopefulChanges(isHeavier: false), hopefulChanges(isHeavier: true))
        tryCombinations(leastLosses(lighter) + leastLosses(heavier), size: 2)
        // When there are many changes because all lose next to nothing, those of least loss have very similar weights.
        let isSpread = max(lighter.count, heavier.count) > 4 * Self.combinedChanges
        if isOpen, isSpread { tryCombinations(spread(lighter) + spread(heavier), size: 2) }
        // A side of a split is open after a search that has kept many states, so more effort pays off.
        guard isOpen, lens.target > 0 else { return }
        tryCombinations(
            isSpread ? spread(lighter) + spread(heavier) : leastLosses(lighter) + leastLosses(heavier), size: 3)
    }

    /// Combines other changes, round by round: for a search that takes long.
    mutating func insist() {
        let (lighter, heavier) = (hopefulChanges(isHeavier: false), hopefulChanges(isHeavier: true))
        for round in 1...Self.rounds where isOpen {
            tryCombinations(spread(lighter, round: round) + spread(heavier, round: round), size: 3)
        }
    }

    /// Takes the steps after the relaxation's choice as long as they fit.
    private mutating func tryGreedily() {
        var changes: [Change] = []
        var plan: [Int: Int] = [:]
        var (weight, profit) = (relaxation.weight, relaxation.profit)
        for step in relaxation.stepsAfter(Self.greedySteps) {
            let (old, new) = (
                knapsack.items[plan[step.group] ?? chosen[step.group]], knapsack.items[step.item]
            )
            guard weight + new.weight - old.weight <= capacity else { continue }
            weight += new.weight - old.weight
            profit += new.profit - old.profit
            plan[step.group] = step.item
            changes.append(Change(group: step.group, item: step.item))
        }
        note(profit, changes)
    }

    /// Tries every single change of the choice, alone and with the fractional step taken.
    private mutating func tryExchanges() {
        let room = capacity - relaxation.weight
        var (roomWith, profitWith) = (Int64.min, Int64(0))
        if let fraction = relaxation.fraction {
            let (old, new) = (knapsack.items[chosen[fraction.group]], knapsack.items[fraction.item])
            roomWith = room - (new.weight - old.weight)
            profitWith = relaxation.profit + new.profit - old.profit
        }
        for group in 0..<knapsack.groupCount {
            let old = knapsack.items[chosen[group]]
            for index in knapsack.starts[group]..<knapsack.starts[group + 1] {
                let new = knapsack.items[index]
                let weight = new.weight - old.weight
                if weight <= room {
                    note(relaxation.profit + new.profit - old.profit, [Change(group: group, item: index)])
                }
                if weight <= roomWith, let fraction = relaxation.fraction, group != fraction.group {
                    note(
                        profitWith + new.profit - old.profit,
                        [
                            Change(group: group, item: index), Change(group: fraction.group, item: fraction.item),
                        ])
                }
            }
        }
    }

    private struct Candidate {
        var loss: Int128
        var group: Int
        var item: Int

        func precedes(_ other: Candidate) -> Bool {
            (loss, group, item) < (other.loss, other.group, other.item)
        }
    }

    /// Up to three changes together, by their positions in a list of candidates; −1 for none.
    private struct Bundle {
        var weight: Int64 = 0
        var profit: Int64 = 0
        var changes: (Int32, Int32, Int32) = (-1, -1, -1)

        var places: [Int] { [changes.0, changes.1, changes.2].filter { $0 >= 0 }.map(Int.init) }
    }

    /// The best of all plans that differ from the choice in up to `size` groups in each of two halves of changes: each
    /// half's bundles sorted by weight, one half traversed upwards while the other is traversed downwards (Horowitz and
    /// Sahni 1974). Where many sums are alike this nearly always fills the capacity to the last unit.
    private mutating func tryCombinations(_ candidates: [Candidate], size: Int) {
        let changes = candidates.sorted { ($0.group, $0.item) < ($1.group, $1.item) }
        var halves: [[Int]] = [[], []]
        var half = 0
        for (index, change) in changes.enumerated() {
            if index > 0, changes[index - 1].group != change.group { half = 1 - half }
            halves[half].append(index)
        }
        let (left, right) = (bundles(halves[0], of: changes, size), bundles(halves[1], of: changes, size))
        var bestUpTo = Array(right.indices)
        for index in right.indices.dropFirst() where right[bestUpTo[index - 1]].profit >= right[index].profit {
            bestUpTo[index] = bestUpTo[index - 1]
        }
        var end = right.count - 1
        for bundle in left {
            let room = capacity - relaxation.weight - bundle.weight
            while end >= 0, right[end].weight > room { end -= 1 }
            guard end >= 0 else { return }
            let other = right[bestUpTo[end]]
            note(
                relaxation.profit + bundle.profit + other.profit,
                (bundle.places + other.places).map { Change(group: changes[$0].group, item: changes[$0].item) })
        }
    }

    /// The changes to lighter or heavier items that may be part of something better than the best known.
    private func hopefulChanges(isHeavier: Bool) -> [Candidate] {
        var candidates: [Candidate] = []
        let slack = slack
        for group in 0..<knapsack.groupCount {
            let old = chosen[group]
            let items =
                isHeavier ? old + 1..<knapsack.starts[group + 1] : knapsack.starts[group]..<old
            for item in items {
                let loss = loss(of: item, insteadOf: old)
                if loss <= slack { candidates.append(Candidate(loss: loss, group: group, item: item)) }
            }
        }
        return candidates
    }

    /// The changes that lose least against the bound.
    private func leastLosses(_ candidates: [Candidate]) -> [Candidate] {
        let count = Self.combinedChanges
        var (least, most) = ([Candidate](), Int128.max)
        for candidate in candidates where candidate.loss <= most {
            least.append(candidate)
            guard least.count == 4 * count else { continue }
            least.sort { $0.precedes($1) }
            least.removeLast(least.count - count)
            // Later ones of equal loss would rank last among equals.
            most = least[count - 1].loss - 1
        }
        least.sort { $0.precedes($1) }
        return Array(least.prefix(count))
    }

    /// Some of the changes, evenly spaced; different ones in each round.
    private func spread(_ candidates: [Candidate], round: Int = 0) -> [Candidate] {
        let count = min(candidates.count, Self.combinedChanges)
        return (0..<count).map {
            candidates[($0 * candidates.count + round * candidates.count / (Self.rounds + 1)) / count]
        }
    }

    /// All sets of up to `size` changes of a half, each of a different group, that may be part of something better than
    /// the best known.
    private func bundles(_ half: [Int], of changes: [Candidate], _ size: Int) -> [Bundle] {
        let slack = slack
        var bundles: [Bundle] = []
        func add(_ bundle: Bundle, loss: Int128, depth: Int, from start: Int) {
            bundles.append(bundle)
            guard depth < size else { return }
            for place in start..<half.count {
                let change = changes[half[place]]
                guard start == 0 || change.group != changes[half[start - 1]].group, loss + change.loss <= slack else {
                    continue
                }
                let (old, new) = (knapsack.items[chosen[change.group]], knapsack.items[change.item])
                var larger = bundle
                larger.weight += new.weight - old.weight
                larger.profit += new.profit - old.profit
                larger.changes = (Int32(truncatingIfNeeded: half[place]), bundle.changes.0, bundle.changes.1)
                add(larger, loss: loss + change.loss, depth: depth + 1, from: place + 1)
            }
        }
        add(Bundle(), loss: 0, depth: 0, from: 0)
        return bundles.sorted { ($0.weight, $0.profit) < ($1.weight, $1.profit) }
    }
}
