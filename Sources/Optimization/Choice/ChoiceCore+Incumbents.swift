extension ChoiceCore {
    /// How many steps after the relaxation's choice are tried, and how many changes are combined.
    private static let (greedySteps, combinedChanges) = (64, 64)

    /// Looks for good plans near the relaxation's choice, with ever more effort as long as the bound leaves hope.
    mutating func improve() {
        guard isOpen else { return }
        tryGreedily()
        tryExchanges()
        guard isOpen else { return }
        tryCombinations()
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

    /// None, one or two changes together.
    private struct Bundle {
        var weight: Int64 = 0
        var profit: Int64 = 0
        var first: Change?
        var second: Change?

        func adding(_ candidate: Candidate, _ knapsack: ChoiceKnapsack, _ chosen: [Int]) -> Bundle {
            let (old, new) = (knapsack.items[chosen[candidate.group]], knapsack.items[candidate.item])
            return Bundle(
                weight: weight + new.weight - old.weight, profit: profit + new.profit - old.profit,
                first: Change(group: candidate.group, item: candidate.item), second: first)
        }
    }

    /// The best of all plans that differ from the choice in up to two groups of each of two halves of promising changes:
    /// each half's bundles sorted by weight, one half walked upwards while the other is walked downwards (Horowitz and
    /// Sahni 1974). Where many sums are alike this nearly always fills the capacity to the last unit.
    private mutating func tryCombinations() {
        let changes = leastLosses(Self.combinedChanges).sorted { ($0.group, $0.item) < ($1.group, $1.item) }
        var halves: [[Candidate]] = [[], []]
        var half = 0
        for (index, change) in changes.enumerated() {
            if index > 0, changes[index - 1].group != change.group { half = 1 - half }
            halves[half].append(change)
        }
        let (left, right) = (bundles(halves[0]), bundles(halves[1]))
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
                [bundle.first, bundle.second, other.first, other.second].compactMap(\.self))
        }
    }

    /// The changes that lose least of the bound, as far as they leave hope.
    private func leastLosses(_ count: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        var most = slack
        for group in 0..<knapsack.groupCount {
            for item in knapsack.starts[group]..<knapsack.starts[group + 1] where item != chosen[group] {
                let loss = loss(of: item, insteadOf: chosen[group])
                guard loss <= most else { continue }
                candidates.append(Candidate(loss: loss, group: group, item: item))
                guard candidates.count == 4 * count else { continue }
                candidates.sort { $0.precedes($1) }
                candidates.removeLast(candidates.count - count)
                // Later ones of equal loss would come last among equals.
                most = candidates[count - 1].loss - 1
            }
        }
        candidates.sort { $0.precedes($1) }
        return Array(candidates.prefix(count))
    }

    private func bundles(_ candidates: [Candidate]) -> [Bundle] {
        let slack = slack
        var bundles = [Bundle()]
        for (index, first) in candidates.enumerated() {
            let one = Bundle().adding(first, knapsack, chosen)
            bundles.append(one)
            for second in candidates[(index + 1)...]
            where second.group != first.group && first.loss + second.loss <= slack {
                bundles.append(one.adding(second, knapsack, chosen))
            }
        }
        return bundles.sorted { ($0.weight, $0.profit) < ($1.weight, $1.profit) }
    }
}
