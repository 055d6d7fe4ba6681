import Optimization
import Values

/// Leaves as criteria of a problem of individual actions.
///
/// Where more actions never mean fewer points, a set of actions earns the most that any subset earns: every set that
/// earns more than all its subsets becomes a stand-in, free of charge, that needs its actions. Where actions do harm,
/// every set is a stand-in that needs its actions and excludes the leaf's others, counted from the leaf's minimum
/// points.
struct SharedActions {
    /// A set of actions that earns more than its subsets.
    private struct Stand {
        let leaf: Int
        let taken: [Int]
        /// Actions that rule it out.
        let without: [Int]
        let gain: Int64
    }

    /// A leaf as a criterion.
    private struct Form {
        var single: [(action: Int, gain: Int64)] = []
        /// The gain that counts as zero, in millionths.
        var base: Int64 = 0
    }

    private let effects: ActionEffects
    private var forms: [Form] = []
    private var stands: [Stand] = []
    /// The sum of the gains that count as zero, in millionths.
    var base: Int64 { forms.reduce(0) { $0 + $1.base } }

    init(_ effects: ActionEffects, leafSets: Int) {
        self.effects = effects
        for position in effects.leaves.indices { add(position, limit: leafSets) }
    }

    private mutating func add(_ position: Int, limit: Int) {
        let leaf = effects.leaves[position]
        guard let sets = Self.feasibleSets(effects, of: leaf.actions, limit: limit) else { return addLoosely(position) }
        var gains: [[Int]: Int64] = [:]
        for set in sets { gains[set] = effects.points(of: leaf, taking: set).map { $0 - leaf.points } }
        // A set without one of its actions may violate needs among the leaf's own; it then has no points of its own.
        let isRising = sets.allSatisfy { set in
            guard let gain = gains[set] else { return false }
            return set.indices.allSatisfy { index in
                var part = set
                part.remove(at: index)
                return gains[part].map { $0 <= gain } ?? true
            }
        }
        var form = Form()
        if isRising, gains.values.allSatisfy({ $0 >= 0 }) {
            for set in sets where !set.isEmpty {
                let gain = gains[set] ?? 0
                let best =
                    sets.lazy.filter { $0.count < set.count && $0.allSatisfy(set.contains) }
                    .map { gains[$0] ?? 0 }.max() ?? 0
                guard gain > best else { continue }
                if set.count == 1 {
                    form.single.append((set[0], gain))
                } else {
                    stands.append(Stand(leaf: position, taken: set, without: [], gain: gain))
                }
            }
        } else {
            form.base = gains.values.min() ?? 0
            for set in sets {
                guard let gain = gains[set], gain > form.base else { continue }
                stands.append(
                    Stand(
                        leaf: position, taken: set, without: leaf.actions.filter { !set.contains($0) },
                        gain: gain - form.base))
            }
        }
        forms.append(form)
    }

    /// A leaf with too many sets: each of its actions earns as much as the leaf can earn at all.
    private mutating func addLoosely(_ position: Int) {
        let leaf = effects.leaves[position]
        let most = max(effects.greatestPoints(of: leaf) - leaf.points, 0)
        forms.append(Form(single: leaf.actions.map { ($0, most) }))
    }

    /// The problem with some actions fixed, in millionths.
    func problem(_ requirements: [PlannedAction.Requirement]) throws(PlanError) -> ActionProblem {
        var actions = effects.actions.indices.map { index in
            let requirement: ActionProblem.Requirement =
                switch requirements[index] {
                case .open: .open
                case .mustDo: .mustDo
                case .mustNotDo: .mustNotDo
                }
            return ActionProblem.Action(
                cost: effects.actions[index].cost.mantissa, requirement: requirement, needs: effects.needs[index])
        }
        var criteria = forms.map { form in
            ActionProblem.Criterion(
                rule: .bestOf, effects: form.single.map { ActionProblem.Effect(action: $0.action, gain: $0.gain) })
        }
        var exclusions = effects.exclusions.map { [$0.0, $0.1] }
        for stand in stands {
            let index = actions.count
            actions.append(ActionProblem.Action(cost: 0, needs: stand.taken, isCounted: false))
            criteria[stand.leaf].effects.append(ActionProblem.Effect(action: index, gain: stand.gain))
            exclusions += stand.without.map { [index, $0] }
        }
        return try ActionProblem(actions: actions, criteria: criteria, exclusions: exclusions)
    }

    /// The subsets of some actions that satisfy needs and exclusions among themselves, smaller ones first; nil when
    /// there are more than `limit`, or finding them takes too long.
    private static func feasibleSets(_ effects: ActionEffects, of group: [Int], limit: Int) -> [[Int]]? {
        let inGroup = Set(group)
        // What is needed is decided first.
        var order: [Int] = []
        var placed: Set<Int> = []
        func place(_ action: Int) {
            guard placed.insert(action).inserted else { return }
            for need in effects.needs[action] where inGroup.contains(need) { place(need) }
            order.append(action)
        }
        group.forEach(place)
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
            guard effects.needs[action].allSatisfy({ !inGroup.contains($0) || taken.contains($0) }),
                effects.excludedBy[action].isDisjoint(with: taken)
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
}
