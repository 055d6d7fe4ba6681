extension ChoiceCore {
    /// How many steps after the relaxation's choice are tried, and how many changes of each direction are combined.
    private static let (greedySteps, combinedChanges) = (64, 32)

    /// Looks for good plans near the relaxation's choice, with ever more effort as long as the bound leaves hope.
    mutating func improve() {
        guard isOpen else { return }
        tryGreedily()
        tryExchanges()
        guard isOpen else { return }
        let (lighter, heavier) = (hopefulChanges(isHeavier: false), hopefulChanges(isHeavier: true))
        tryCombinations(leastLosses(lighter) + leastLosses(heavier))
        // Where changes are many because all lose next to nothing, those of least loss are much alike in weight.
        guard isOpen, max(lighter.count, heavier.count) > 4 * Self.combinedChanges else { return }
        tryCombinations(spread(lighter) + spread(heavier))
    }

    /// Follows the steps after the relaxation's choice as long as they fit.
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

    /// None, one or two changes together, by their places in a list of candidates; −1 for none.
    private struct Bundle {
        var weight: Int64 = 0
        var profit: Int64 = 0
        var first: Int32 = -1
        var second: Int32 = -1
    }

    /// The best of all plans that differ from the choice in up to two groups of each of two halves of promising changes:
    /// each half's bundles sorted by weight, one half walked upwards while the other is walked downwards (Horowitz and
    /// Sahni 1974). Where many sums are alike this nearly always fills the capacity to the last unit.
    private mutating func tryCombinations(_ candidates: [Candidate]) {
        let changes = candidates.sorted { ($0.group, $0.item) < ($1.group, $1.item) }
        var halves: [[Int]] = [[], []]
        var half = 0
        for (index, change) in changes.enumerated() {
            if index > 0, changes[index - 1].group != change.group { half = 1 - half }
            halves[half].append(index)
        }
        let (left, right) = (bundles(halves[0], of: changes), bundles(halves[1], of: changes))
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
                [bundle.first, bundle.second, other.first, other.second].filter { $0 >= 0 }.map {
                    Change(group: changes[Int($0)].group, item: changes[Int($0)].item)
                })
        }
    }

    /// The changes to lighter or heavier items that may be part of something better than what is known.
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

    /// The changes that lose least of the bound.
    private func leastLosses(_ candidates: [Candidate]) -> [Candidate] {
        let count = Self.combinedChanges
        var (least, most) = ([Candidate](), Int128.max)
        for candidate in candidates where candidate.loss <= most {
            least.append(candidate)
            guard least.count == 4 * count else { continue }
            least.sort { $0.precedes($1) }
            least.removeLast(least.count - count)
            // Later ones of equal loss would come last among equals.
            most = least[count - 1].loss - 1
        }
        least.sort { $0.precedes($1) }
        return Array(least.prefix(count))
    }

    /// Some of the changes, at even distances.
    private func spread(_ candidates: [Candidate]) -> [Candidate] {
        let count = min(candidates.count, Self.combinedChanges)
        return (0..<count).map { candidates[$0 * candidates.count / count] }
    }

    private func bundles(_ half: [Int], of changes: [Candidate]) -> [Bundle] {
        let slack = slack
        var bundles = [Bundle()]
        bundles.reserveCapacity(1 + half.count * (half.count + 1) / 2)
        for (place, first) in half.enumerated() {
            let (old, new) = (knapsack.items[chosen[changes[first].group]], knapsack.items[changes[first].item])
            let one = Bundle(
                weight: new.weight - old.weight, profit: new.profit - old.profit,
                first: Int32(truncatingIfNeeded: first))
            bundles.append(one)
            for second in half[(place + 1)...]
            where changes[second].group != changes[first].group && changes[first].loss + changes[second].loss <= slack {
                let (old, new) = (knapsack.items[chosen[changes[second].group]], knapsack.items[changes[second].item])
                bundles.append(
                    Bundle(
                        weight: one.weight + new.weight - old.weight, profit: one.profit + new.profit - old.profit,
                        first: one.first, second: Int32(truncatingIfNeeded: second)))
            }
        }
        return bundles.sorted { ($0.weight, $0.profit) < ($1.weight, $1.profit) }
    }
}
