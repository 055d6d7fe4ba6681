import Values

/// Finds every outcome of some actions that no other beats, without going through all sets of them: actions are decided
/// one after another, and sets that agree in everything later decisions and unfinished leaves can still see are kept
/// only as far as none is beaten. So twenty figures for one metric have twenty-one outcomes, and equal additions as many
/// as they have sums.
struct OutcomeSweep {
    /// What is remembered of a set of actions.
    private enum Slot: Equatable {
        /// The best figure set for a column; −1 for none.
        case stated(Int)
        /// The sum of additions to a column, and of cases added to its numerator.
        case more(Int), cases(Int)
        /// Whether an action is taken that an undecided one needs, is needed by, or excludes.
        case isTaken(Int)
    }

    private struct State {
        var cost: Int64
        var gain: Int64
        var parts: [Int64]
        var count: Int32
        /// The last step of its trail; −1 for none.
        var trail: Int32
    }

    /// The actions taken one after another, each with the step before it.
    private typealias Trail = [(before: Int32, action: Int32)]

    /// What the sets of some actions lead to.
    private let effects: ActionEffects
    private let sums: PlanSums
    private let costs: [Int64]
    private let limits: OutcomeLimits
    private let isOver: (@Sendable () -> Bool)?
    private let actions: [Int]
    private let leaves: [Int]
    private let ownLeaves: Set<Int>
    private let settled: [PlannedAction.Requirement]
    /// The actions in the order of their decisions, and the position of each.
    private var order: [Int] = []
    private var position: [Int: Int] = [:]
    /// For each action, those it needs, those that need it and those it excludes, among the actions.
    private var partners: [Int: [Int]] = [:]
    private var trail: Trail = []
    private var slots: [Slot] = []
    private var keys: [[Int64]] = [[]]
    private var states: [[State]]
    private var scratch: UnitFigures

    /// - Parameters:
    ///   - actions: the undecided actions, ascending; all those with effects on the leaves.
    ///   - leaves: the positions of leaves among the effects' leaves.
    ///   - settled: of all actions, what is decided already.
    ///   - costs: of all actions, in millionths.
    init(
        _ effects: ActionEffects, _ sums: PlanSums, actions: [Int], leaves: [Int],
        settled: [PlannedAction.Requirement], costs: [Int64], limits: OutcomeLimits,
        isOver: (@Sendable () -> Bool)? = nil
    ) {
        (self.effects, self.sums, self.costs) = (effects, sums, costs)
        (self.actions, self.leaves, self.settled) = (actions, leaves, settled)
        (self.limits, self.isOver, ownLeaves) = (limits, isOver, Set(leaves))
        states = [[State(cost: 0, gain: 0, parts: sums.parts.map { _ in 0 }, count: 0, trail: -1)]]
        scratch = effects.unitFigures
    }

    /// The outcomes, the cheapest first; empty where no set can be scored, nil beyond the limits.
    mutating func outcomes() -> [Outcome]? {
        if let simple = alternatives() { return simple }
        linkPartners()
        order = decisionOrder()
        position = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        var (lastOfLeaf, lastOfColumn): ([Int: [Int]], [Int: Int]) = ([:], [:])
        for leaf in leaves {
            let moved = effects.leaves[leaf]
            let last = moved.actions.compactMap { position[$0] }.max() ?? 0
            lastOfLeaf[last, default: []].append(leaf)
            for column in moved.columns { lastOfColumn[column] = max(lastOfColumn[column] ?? 0, last) }
        }
        var work = 0
        for step in order.indices {
            guard decide(step, work: &work) else { return nil }
            for leaf in lastOfLeaf[step] ?? [] { finish(leaf) }
            forget(after: step, lastOfColumn)
            let count = states.reduce(0) { $0 + $1.count }
            guard count <= limits.outcomes, work <= limits.work, isOver?() != true else { return nil }
        }
        let outcomes = states.joined().map { state in
            Outcome(cost: state.cost, gain: state.gain, parts: state.parts, taken: Self.taken(state, trail))
        }
        return Outcome.undominated(outcomes)
    }

    // MARK: Alternatives

    /// Where actions only set one figure of one leaf, the best of those taken decides: no set beats its best action
    /// alone. Nil for anything else.
    private mutating func alternatives() -> [Outcome]? {
        guard leaves.count == 1 else { return nil }
        let moved = effects.leaves[leaves[0]]
        let columns = moved.columns.filter { column in
            effects.moves[column]?.actions.contains { settled[$0] == .open } ?? false
        }
        guard columns.count == 1, let moves = effects.moves[columns[0]], moves.added.isEmpty,
            actions.allSatisfy({ action in effects.needs[action].allSatisfy { settled[$0] == .mustDo } })
        else { return nil }
        let fixed = moved.actions.filter { settled[$0] == .mustDo }
        var figures = moved.columns.map { effects.figure(of: $0, taking: fixed) }
        guard let place = moved.columns.firstIndex(of: columns[0]) else { return nil }
        let present = zip(moves.stated, moves.ranks).filter { settled[$0.0.action] == .mustDo }.map { $0.1 }.max()
        var known: [Int: Int64?] = [:]
        func outcome(_ rank: Int?, _ scratch: inout UnitFigures) -> Int64? {
            if let points = known[rank ?? -1] { return points }
            figures[place] = moves.figure(best: rank, adding: 0, cases: 0)
            let points = effects.points(of: moved, with: figures, in: &scratch)
            known[rank ?? -1] = points
            return points
        }
        var outcomes: [Outcome] = []
        func add(_ rank: Int?, _ taken: [Int], _ cost: Int64, _ scratch: inout UnitFigures) {
            guard let points = outcome(rank, &scratch) else { return }
            var made = Outcome(cost: cost, gain: 0, parts: sums.parts.map { _ in 0 }, taken: taken)
            sums.add(points - moved.points, ofLeaf: leaves[0], to: &made.gain, &made.parts)
            outcomes.append(made)
        }
        add(present, [], 0, &scratch)
        for (stated, rank) in zip(moves.stated, moves.ranks) where settled[stated.action] == .open {
            add(max(rank, present ?? rank), [stated.action], costs[stated.action], &scratch)
        }
        return Outcome.undominated(outcomes)
    }

    // MARK: The order

    private mutating func linkPartners() {
        let mine = Set(actions)
        func link(_ first: Int, _ second: Int) {
            guard first != second, mine.contains(first), mine.contains(second) else { return }
            partners[first, default: []].append(second)
            partners[second, default: []].append(first)
        }
        for action in actions {
            for need in effects.needs[action] { link(action, need) }
            for other in effects.excludedBy[action] where other > action { link(action, other) }
        }
    }

    /// At each step the action after which least has to be remembered, the earliest of equal ones; in long lists, in
    /// the order of leaves.
    private func decisionOrder() -> [Int] {
        var columnsOf: [Int: [Int]] = [:]
        var openOfColumn: [Int: Int] = [:]
        let mine = Set(actions)
        for leaf in leaves {
            for column in effects.leaves[leaf].columns where openOfColumn[column] == nil {
                let movers = Set(effects.moves[column]?.actions ?? []).filter(mine.contains)
                for action in movers { columnsOf[action, default: []].append(column) }
                openOfColumn[column] = movers.count
            }
        }
        guard actions.count <= 150 else {
            var (order, seen): ([Int], Set<Int>) = ([], [])
            for leaf in leaves {
                for action in effects.leaves[leaf].actions where mine.contains(action) && seen.insert(action).inserted {
                    order.append(action)
                }
            }
            return order + actions.filter { !seen.contains($0) }
        }
        var openPartners = partners.mapValues { $0.count }
        var opened: Set<Int> = []
        var (order, rest): ([Int], [Int]) = ([], actions)
        var decided: Set<Int> = []
        while !rest.isEmpty {
            var (best, least) = (0, Int.max)
            for (place, action) in rest.enumerated() {
                var burden = (openPartners[action] ?? 0) > 0 ? 1 : 0
                for column in columnsOf[action] ?? [] {
                    if !opened.contains(column) { burden += 1 }
                    if openOfColumn[column] == 1 { burden -= 1 }
                }
                for other in partners[action] ?? [] where decided.contains(other) && openPartners[other] == 1 {
                    burden -= 1
                }
                if burden < least { (best, least) = (place, burden) }
            }
            let action = rest.remove(at: best)
            order.append(action)
            decided.insert(action)
            for column in columnsOf[action] ?? [] {
                opened.insert(column)
                openOfColumn[column]? -= 1
            }
            for other in partners[action] ?? [] { openPartners[other]? -= 1 }
        }
        return order
    }

    // MARK: Steps

    /// Leaves out or takes an action in every state; false beyond the limits.
    private mutating func decide(_ step: Int, work: inout Int) -> Bool {
        let action = order[step]
        var moved: [(slot: Int, amount: Int64, isStated: Bool)] = []
        for leaf in effects.leavesOf[action] where ownLeaves.contains(leaf) {
            for column in effects.leaves[leaf].columns { open(column) }
        }
        for column in effects.columnsOf[action] {
            guard let moves = effects.moves[column] else { continue }
            for (stated, rank) in zip(moves.stated, moves.ranks) where stated.action == action {
                if let slot = slots.firstIndex(of: .stated(column)) { moved.append((slot, Int64(rank), true)) }
            }
            for (mover, edit) in moves.added where mover == action {
                if let slot = slots.firstIndex(of: edit.isOfCases ? .cases(column) : .more(column)) {
                    moved.append((slot, edit.amount.mantissa, false))
                }
            }
        }
        var needed: [(slot: Int, isNeeded: Bool)] = []
        var needing: [Int] = []
        for other in partners[action] ?? [] {
            guard let slot = slots.firstIndex(of: .isTaken(other)) else { continue }
            if effects.needs[other].contains(action) { needing.append(slot) }
            if effects.needs[action].contains(other) { needed.append((slot, true)) }
            if effects.excludedBy[action].contains(other) { needed.append((slot, false)) }
        }
        let isRemembered = (partners[action] ?? []).contains { (position[$0] ?? 0) > step }
        if isRemembered { slots.append(.isTaken(action)) }
        var (newKeys, newStates): ([[Int64]], [[State]]) = ([], [])
        for (key, list) in zip(keys, states) {
            if needing.allSatisfy({ key[$0] == 0 }) {
                newKeys.append(isRemembered ? key + [0] : key)
                newStates.append(list)
            }
            guard needed.allSatisfy({ (key[$0.slot] == 1) == $0.isNeeded }) else { continue }
            var changed = key
            for (slot, amount, isStated) in moved {
                changed[slot] = isStated ? max(changed[slot], amount) : changed[slot] + amount
            }
            newKeys.append(isRemembered ? changed + [1] : changed)
            newStates.append(
                list.map { state in
                    var state = state
                    trail.append((state.trail, Int32(truncatingIfNeeded: action)))
                    state.cost += costs[action]
                    state.count += 1
                    state.trail = Int32(truncatingIfNeeded: trail.count - 1)
                    return state
                })
            work += list.count
            guard work <= limits.work else { return false }
        }
        (keys, states) = (newKeys, newStates)
        return true
    }

    /// Begins to remember what becomes of a column.
    private mutating func open(_ column: Int) {
        guard let moves = effects.moves[column] else { return }
        var best: Int64 = -1
        var (more, cases): (Int64, Int64) = (0, 0)
        var (hasStated, hasMore, hasCases) = (false, false, false)
        for (stated, rank) in zip(moves.stated, moves.ranks) {
            if settled[stated.action] == .mustDo { best = max(best, Int64(rank)) }
            if settled[stated.action] != .mustNotDo { hasStated = true }
        }
        for (action, edit) in moves.added where settled[action] != .mustNotDo {
            let isDone = settled[action] == .mustDo
            if case .addToNumerator(let amount) = edit {
                hasCases = true
                if isDone { cases += amount.mantissa }
            } else {
                hasMore = true
                if isDone { more += edit.amount.mantissa }
            }
        }
        for (slot, start, isUsed) in [
            (Slot.stated(column), best, hasStated), (.more(column), more, hasMore), (.cases(column), cases, hasCases),
        ] where isUsed && !slots.contains(slot) {
            slots.append(slot)
            for index in keys.indices { keys[index].append(start) }
        }
    }

    /// Scores a leaf whose actions are all decided.
    private mutating func finish(_ leaf: Int) {
        let moved = effects.leaves[leaf]
        let places = moved.columns.map { column in
            (
                stated: slots.firstIndex(of: .stated(column)), more: slots.firstIndex(of: .more(column)),
                cases: slots.firstIndex(of: .cases(column))
            )
        }
        var known: [[Int64]: Int64?] = [:]
        var (newKeys, newStates): ([[Int64]], [[State]]) = ([], [])
        for (key, list) in zip(keys, states) {
            let seen = places.flatMap { [$0.stated, $0.more, $0.cases].compactMap { $0 }.map { key[$0] } }
            let points: Int64?
            if let before = known[seen] {
                points = before
            } else {
                let figures = zip(moved.columns, places).map { column, place -> Figure? in
                    guard let moves = effects.moves[column] else { return nil }
                    let rank = place.stated.map { Int(key[$0]) } ?? -1
                    return moves.figure(
                        best: rank < 0 ? nil : rank,
                        adding: FixedDecimal(mantissa: place.more.map { key[$0] } ?? 0),
                        cases: FixedDecimal(mantissa: place.cases.map { key[$0] } ?? 0))
                }
                points = effects.points(of: moved, with: figures, in: &scratch)
                known[seen] = points
            }
            guard let points else { continue }
            newKeys.append(key)
            newStates.append(
                list.map { state in
                    var state = state
                    sums.add(points - moved.points, ofLeaf: leaf, to: &state.gain, &state.parts)
                    return state
                })
        }
        (keys, states) = (newKeys, newStates)
    }

    /// Forgets what no later step sees, and joins the states that have become alike.
    private mutating func forget(after step: Int, _ lastOfColumn: [Int: Int]) {
        let kept = slots.indices.filter { index in
            switch slots[index] {
            case .stated(let column), .more(let column), .cases(let column): (lastOfColumn[column] ?? -1) > step
            case .isTaken(let action): (partners[action] ?? []).contains { (position[$0] ?? 0) > step }
            }
        }
        slots = kept.map { slots[$0] }
        var places: [[Int64]: Int] = [:]
        var (newKeys, newStates): ([[Int64]], [[State]]) = ([], [])
        var joined: Set<Int> = []
        for (key, list) in zip(keys, states) {
            let rest = kept.map { key[$0] }
            if let place = places[rest] {
                newStates[place] += list
                joined.insert(place)
            } else {
                places[rest] = newKeys.count
                newKeys.append(rest)
                newStates.append(list)
            }
        }
        for place in joined { newStates[place] = undominated(newStates[place]) }
        (keys, states) = (newKeys, newStates)
    }

    private func undominated(_ list: [State]) -> [State] {
        var kept: [State] = []
        let trail = trail
        for state in list.sorted(by: { Self.precedes($0, $1, trail) }) {
            let isCovered =
                state.parts.isEmpty
                ? kept.last.map { $0.gain >= state.gain } ?? false
                : kept.reversed().contains { other in
                    other.gain >= state.gain && zip(other.parts, state.parts).allSatisfy { $0 >= $1 }
                }
            if !isCovered { kept.append(state) }
        }
        return kept
    }

    private static func precedes(_ first: State, _ second: State, _ trail: Trail) -> Bool {
        if first.cost != second.cost { return first.cost < second.cost }
        if first.gain != second.gain { return first.gain > second.gain }
        if first.parts != second.parts { return second.parts.lexicographicallyPrecedes(first.parts) }
        if first.count != second.count { return first.count < second.count }
        return first.trail != second.trail && taken(first, trail).lexicographicallyPrecedes(taken(second, trail))
    }

    /// The actions of a state, ascending.
    private static func taken(_ state: State, _ trail: Trail) -> [Int] {
        var (actions, end): ([Int], Int32) = ([], state.trail)
        while end >= 0 {
            actions.append(Int(trail[Int(end)].action))
            end = trail[Int(end)].before
        }
        return actions.sorted()
    }
}
