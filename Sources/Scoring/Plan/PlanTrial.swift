import Values

/// Tries sets of actions exactly, and improves on incomplete ones.
struct PlanTrial {
    private let effects: ActionEffects
    private let sums: PlanSums
    private var scratch: UnitFigures
    private var known: [[Int]: Int64?] = [:]

    init(_ effects: ActionEffects, _ sums: PlanSums) {
        (self.effects, self.sums, scratch) = (effects, sums, effects.unitFigures)
    }

    /// The cost and gain of a set of actions; nil when it cannot be scored or breaks a condition.
    mutating func choice(_ taken: [Int], in space: PlanSpace) -> PlanChoices.Choice? {
        let chosen = Set(taken)
        for action in taken {
            guard space.settled[action] != .mustNotDo, effects.needs[action].allSatisfy(chosen.contains),
                effects.excludedBy[action].isDisjoint(with: chosen)
            else { return nil }
        }
        guard space.base.taken.allSatisfy(chosen.contains) else { return nil }
        var direct: Int64 = 0
        var values = sums.parts.map { _ in Int64(0) }
        for leaf in Set(taken.flatMap { effects.leavesOf[$0] }) {
            let moved = effects.leaves[leaf]
            let relevant = moved.actions.filter(chosen.contains)
            let key = [leaf] + relevant
            if known[key] == nil {
                let figures = moved.columns.map { effects.figure(of: $0, taking: relevant) }
                known[key] = .some(effects.points(of: moved, with: figures, in: &scratch))
            }
            guard let points = known[key] ?? nil else { return nil }
            sums.add(points - moved.points, ofLeaf: leaf, to: &direct, &values)
        }
        guard let gain = sums.gain(direct, values, of: Array(sums.parts.indices)) else { return nil }
        return PlanChoices.Choice(taken: taken.sorted(), cost: effects.cost(of: taken), gain: gain)
    }

    /// A set of actions with all that it needs; nil when that is not allowed.
    private func closed(_ actions: some Sequence<Int>, in space: PlanSpace) -> [Int]? {
        var taken = Set(actions)
        var open = Array(taken)
        while let action = open.popLast() {
            guard space.settled[action] != .mustNotDo else { return nil }
            for need in effects.needs[action] where taken.insert(need).inserted { open.append(need) }
        }
        return taken.contains { !effects.excludedBy[$0].isDisjoint(with: taken) } ? nil : taken.sorted()
    }

    /// What must be done, each single step from there, and steps taken together as long as they help.
    mutating func steps(_ space: PlanSpace, _ wanted: PlanSearch.Wanted) -> [PlanChoices.Choice] {
        guard let start = choice(space.base.taken, in: space) else { return [] }
        let singles = self.singles(from: start, in: space)
        var found = [start] + singles
        found += grown(start, by: singles, in: space, wanted)
        return found
    }

    private mutating func singles(from start: PlanChoices.Choice, in space: PlanSpace) -> [PlanChoices.Choice] {
        var found: [PlanChoices.Choice] = []
        for action in effects.actions.indices where space.settled[action] == .open {
            guard let taken = closed(start.taken + [action], in: space), let step = choice(taken, in: space) else {
                continue
            }
            found.append(step)
        }
        return found
    }

    /// Adds steps, those that gain most for their cost first, and leaves out again what is not needed.
    private mutating func grown(
        _ start: PlanChoices.Choice, by singles: [PlanChoices.Choice], in space: PlanSpace, _ wanted: PlanSearch.Wanted
    ) -> [PlanChoices.Choice] {
        func isSteeper(_ first: PlanChoices.Choice, _ second: PlanChoices.Choice) -> Bool {
            let one = Int128(first.gain - start.gain) * Int128(second.cost - start.cost)
            let other = Int128(second.gain - start.gain) * Int128(first.cost - start.cost)
            return one > other
        }
        var plan = start
        for step in singles.filter({ $0.gain > start.gain }).sorted(by: isSteeper) {
            if case .leastCost(let gain) = wanted, plan.gain >= gain { break }
            guard let taken = closed(plan.taken + step.taken, in: space), let longer = choice(taken, in: space),
                longer.gain > plan.gain
            else { continue }
            if case .greatestGain(let budget) = wanted, longer.cost > budget { continue }
            plan = longer
        }
        return [plan, pruned(plan, in: space, wanted)]
    }

    /// Leaves out what a plan does not need, the most expensive first.
    private mutating func pruned(
        _ plan: PlanChoices.Choice, in space: PlanSpace, _ wanted: PlanSearch.Wanted
    ) -> PlanChoices.Choice {
        var plan = plan
        let order = plan.taken.filter { space.settled[$0] == .open }.sorted {
            (-effects.actions[$0].cost.mantissa, $0) < (-effects.actions[$1].cost.mantissa, $1)
        }
        for action in order {
            guard let rest = choice(plan.taken.filter { $0 != action }, in: space) else { continue }
            switch wanted {
            case .leastCost(let gain): if rest.gain >= min(gain, plan.gain) { plan = rest }
            case .greatestGain: if rest.gain >= plan.gain { plan = rest }
            }
        }
        return plan
    }

    /// Plans near a set of actions that need not be one.
    mutating func repaired(
        _ taken: [Int], in space: PlanSpace, _ wanted: PlanSearch.Wanted
    ) -> [PlanChoices.Choice] {
        guard var plan = choice(space.base.taken, in: space) else { return [] }
        var found: [PlanChoices.Choice] = []
        for action in taken where !plan.taken.contains(action) {
            guard let more = closed(plan.taken + [action], in: space), let longer = choice(more, in: space) else {
                continue
            }
            if case .greatestGain(let budget) = wanted, longer.cost > budget { continue }
            plan = longer
        }
        found.append(plan)
        found.append(pruned(plan, in: space, wanted))
        if case .leastCost(let gain) = wanted, plan.gain >= gain { return found }
        return found + grown(plan, by: singles(from: plan, in: space), in: space, wanted)
    }
}
