import Values

/// Undecided actions that share a leaf, a need or an exclusion, with the leaves they change.
final class PlanPiece: Sendable {
    /// Ascending.
    let actions: [Int]
    let leaves: [Int]
    /// What sets of the actions lead to; nil where that is too much.
    let outcomes: [Outcome]?
    /// Where it is: leaf by leaf, what sets of actions lead to there, each action's cost divided among its leaves. No set
    /// of actions costs less or gains more.
    let loose: [[Outcome]]

    init(actions: [Int], leaves: [Int], outcomes: [Outcome]?, loose: [[Outcome]] = []) {
        (self.actions, self.leaves, self.outcomes, self.loose) = (actions, leaves, outcomes, loose)
    }
}

/// The plans that agree in what is decided so far.
struct PlanSpace {
    private(set) var settled: [PlannedAction.Requirement]
    private(set) var pieces: [PlanPiece]
    /// What the decided actions cost, and what the leaves gain that no other actions change.
    private(set) var base: Outcome

    /// What spaces are made from.
    struct Maker {
        let effects: ActionEffects
        let sums: PlanSums
        let limits: OutcomeLimits
        let isOver: (@Sendable () -> Bool)?

        /// A piece in which one action touches that many leaves is divided before its outcomes are searched.
        private static let (mostLeaves, mostActions) = (12, 60)

        /// All plans; no action is decided.
        var everything: PlanSpace {
            PlanSpace(
                settled: effects.actions.map { _ in .open },
                pieces: [
                    PlanPiece(
                        actions: Array(effects.actions.indices), leaves: Array(effects.leaves.indices), outcomes: nil)
                ],
                base: Outcome(cost: 0, gain: 0, parts: sums.parts.map { _ in 0 }, taken: []))
        }

        func piece(_ actions: [Int], _ leaves: [Int], _ settled: [PlannedAction.Requirement]) -> PlanPiece {
            let isHubbed =
                actions.count > Self.mostActions && actions.contains { effects.leavesOf[$0].count >= Self.mostLeaves }
            let costs = effects.actions.map { $0.cost.mantissa }
            if !isHubbed {
                var sweep = OutcomeSweep(
                    effects, sums, actions: actions, leaves: leaves, settled: settled, costs: costs, limits: limits,
                    isOver: isOver)
                if let outcomes = sweep.outcomes() {
                    return PlanPiece(actions: actions, leaves: leaves, outcomes: outcomes)
                }
            }
            var shares = costs
            for action in actions { shares[action] /= Int64(max(effects.leavesOf[action].count, 1)) }
            let loose = leaves.map { self.loose($0, shares, settled) }
            return PlanPiece(actions: actions, leaves: leaves, outcomes: nil, loose: loose)
        }

        private func loose(
            _ leaf: Int, _ shares: [Int64], _ settled: [PlannedAction.Requirement]
        ) -> [Outcome] {
            let moved = effects.leaves[leaf]
            let own = moved.actions.filter { settled[$0] == .open }
            var sweep = OutcomeSweep(
                effects, sums, actions: own, leaves: [leaf], settled: settled, costs: shares, limits: limits,
                isOver: isOver)
            if let outcomes = sweep.outcomes() { return outcomes }
            // As much as the leaf can earn at all, for nothing.
            var most = Outcome(cost: 0, gain: 0, parts: sums.parts.map { _ in 0 }, taken: own)
            let gain = max(effects.greatestPoints(of: moved) - moved.points, 0)
            sums.add(gain, ofLeaf: leaf, to: &most.gain, &most.parts)
            return [most]
        }
    }

    /// The plans of this space in which these actions are taken or left out, with all that follows; nil when that
    /// contradicts itself.
    func settling(_ wanted: [(action: Int, PlannedAction.Requirement)], _ maker: Maker) -> PlanSpace? {
        let effects = maker.effects
        var space = self
        var open = wanted
        var changed: Set<Int> = []
        while let (action, requirement) = open.popLast() {
            if requirement == .open { continue }
            guard space.settled[action] == .open else {
                if space.settled[action] != requirement { return nil }
                continue
            }
            space.settled[action] = requirement
            changed.insert(action)
            if requirement == .mustDo {
                space.base.cost += effects.actions[action].cost.mantissa
                space.base.taken.append(action)
                for need in effects.needs[action] { open.append((need, .mustDo)) }
                for other in effects.excludedBy[action] { open.append((other, .mustNotDo)) }
            } else {
                for other in effects.neededBy[action] { open.append((other, .mustNotDo)) }
            }
        }
        space.base.taken.sort()
        space.pieces = []
        for piece in pieces {
            guard piece.actions.contains(where: changed.contains) || (piece.outcomes == nil && piece.loose.isEmpty)
            else {
                space.pieces.append(piece)
                continue
            }
            guard space.divide(piece, maker) else { return nil }
        }
        return space
    }

    /// Takes the undecided rest of a piece; false when leaves whose actions are all decided cannot be scored.
    private mutating func divide(_ piece: PlanPiece, _ maker: Maker) -> Bool {
        let effects = maker.effects
        var root: [Int: Int] = [:]
        for action in piece.actions where settled[action] == .open { root[action] = action }
        func find(_ action: Int) -> Int {
            var action = action
            while let up = root[action], up != action { action = up }
            return action
        }
        func join(_ first: Int, _ second: Int) {
            guard root[first] != nil, root[second] != nil else { return }
            let (a, b) = (find(first), find(second))
            root[max(a, b)] = min(a, b)
        }
        var scratch = effects.unitFigures
        var leavesByFirst: [(first: Int, leaf: Int)] = []
        for leaf in piece.leaves {
            let moved = effects.leaves[leaf]
            guard let first = moved.actions.first(where: { settled[$0] == .open }) else {
                let taken = moved.actions.filter { settled[$0] == .mustDo }
                let figures = moved.columns.map { effects.figure(of: $0, taking: taken) }
                guard let points = effects.points(of: moved, with: figures, in: &scratch) else { return false }
                maker.sums.add(points - moved.points, ofLeaf: leaf, to: &base.gain, &base.parts)
                continue
            }
            for action in moved.actions { join(first, action) }
            leavesByFirst.append((first, leaf))
        }
        for action in piece.actions {
            for need in effects.needs[action] { join(action, need) }
            for other in effects.excludedBy[action] where other > action { join(action, other) }
        }
        var groups: [Int: (actions: [Int], leaves: [Int])] = [:]
        for action in piece.actions where root[action] != nil {
            groups[find(action), default: ([], [])].actions.append(action)
        }
        for (first, leaf) in leavesByFirst { groups[find(first), default: ([], [])].leaves.append(leaf) }
        for first in groups.keys.sorted() {
            guard let group = groups[first] else { continue }
            pieces.append(maker.piece(group.actions, group.leaves, settled))
        }
        return true
    }
}
