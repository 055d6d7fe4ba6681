import Values

/// Actions that interact, and every set of them that can be taken, with its cost and gain.
struct PlanComponent {
    struct Choice {
        /// The actions taken, ascending.
        let taken: [Int]
        /// In millionths.
        let cost: Int64
        /// Points beyond those without any action, in millionths; negative where actions do harm.
        let gain: Int64
    }

    /// The actions, ascending.
    let actions: [Int]
    /// Sets that satisfy needs and exclusions, those of fewer actions first, then by the actions' order.
    let choices: [Choice]
}

extension ActionEffects {
    /// The groups of actions that share a leaf, a need or an exclusion, each by its first action.
    var connectedActions: [[Int]] {
        var root = Array(actions.indices)
        func find(_ action: Int) -> Int {
            var action = action
            while root[action] != action { action = root[action] }
            return action
        }
        func join(_ first: Int, _ second: Int) {
            let (a, b) = (find(first), find(second))
            root[max(a, b)] = min(a, b)
        }
        for (action, needed) in needs.enumerated() { for need in needed { join(action, need) } }
        for (first, second) in exclusions { join(first, second) }
        for leaf in leaves { for action in leaf.actions { join(leaf.actions[0], action) } }
        var groups: [Int: [Int]] = [:]
        for action in actions.indices { groups[find(action), default: []].append(action) }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    /// The subsets of some actions that satisfy needs and exclusions among themselves, smaller ones first; nil when
    /// there are more than `limit`, or finding them takes too long.
    func feasibleSets(of group: [Int], limit: Int) -> [[Int]]? {
        let inGroup = Set(group)
        // What is needed is decided first.
        var order: [Int] = []
        var placed: Set<Int> = []
        func place(_ action: Int) {
            guard placed.insert(action).inserted else { return }
            for need in needs[action] where inGroup.contains(need) { place(need) }
            order.append(action)
        }
        group.forEach(place)
        var excluded: [Int: [Int]] = [:]
        for (first, second) in exclusions {
            excluded[first, default: []].append(second)
            excluded[second, default: []].append(first)
        }
        var sets: [[Int]] = []
        var taken: Set<Int> = []
        var steps = 0
        func extend(_ position: Int) -> Bool {
            steps += 1
            guard steps <= 64 * limit else { return false }
            guard position < order.count else {
                guard sets.count < limit else { return false }
                sets.append(taken.sorted())
                return true
            }
            guard extend(position + 1) else { return false }
            let action = order[position]
            guard needs[action].allSatisfy({ !inGroup.contains($0) || taken.contains($0) }),
                !(excluded[action] ?? []).contains(where: taken.contains)
            else { return true }
            taken.insert(action)
            defer { taken.remove(action) }
            return extend(position + 1)
        }
        guard extend(0) else { return nil }
        return sets.sorted {
            $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
        }
    }

    /// The cost and gain of every set of actions of a group; nil when there are too many.
    func component(of group: [Int], limit: Int) -> PlanComponent? {
        guard let sets = feasibleSets(of: group, limit: limit) else { return nil }
        let inGroup = Set(group)
        let mine = leaves.filter { inGroup.contains($0.actions[0]) }
        var known: [[Int]: Int64?] = [:]
        var choices: [PlanComponent.Choice] = []
        for set in sets {
            var gain: Int64? = 0
            for (position, leaf) in mine.enumerated() {
                let relevant = set.filter(leaf.actions.contains)
                let key = [position] + relevant
                let points = known[key] ?? points(of: leaf, taking: relevant)
                known[key] = points
                gain = gain.flatMap { gain in points.map { gain + $0 - leaf.points } }
            }
            // Figures that together cannot be scored are not a plan.
            guard let gain else { continue }
            choices.append(PlanComponent.Choice(taken: set, cost: cost(of: set), gain: gain))
        }
        return PlanComponent(actions: group, choices: choices)
    }

    /// Whether no set of actions takes points from a leaf; also false when there are too many to examine.
    func isHarmless(_ leaf: MovedLeaf, limit: Int) -> Bool {
        feasibleSets(of: leaf.actions, limit: limit)?.allSatisfy {
            points(of: leaf, taking: $0).map { $0 >= leaf.points } ?? true
        } ?? false
    }

    /// What a set of actions costs, in millionths.
    func cost(of taken: [Int]) -> Int64 { taken.reduce(0) { $0 + actions[$1].cost.mantissa } }
}
