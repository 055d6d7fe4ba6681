internal import Values

/// Changes that nothing published rules out, by the number of what changes: arcs within a table, rows from one table to the
/// next. In the one a count is as much greater, in the other as much smaller, as its range goes.
struct Moves {
    var greater: [Int: Int] = [:]
    var smaller: [Int: Int] = [:]

    /// Whatever changes in either.
    var changed: Set<Int> { Set(greater.keys).union(smaller.keys) }

    /// Both of them, each for itself.
    func map(_ transform: ([Int: Int]) -> [Int: Int]) -> Moves {
        Moves(greater: transform(greater), smaller: transform(smaller))
    }
}

/// Which counts may be found out to which precision by someone who knows all others, and that none is negative.
///
/// Of a network, the most that a count can be is what can flow round through its arc: the linear program of an attacker
/// has a solution in whole numbers that augmenting paths find (Ford and Fulkerson 1956).
struct RangeAudit {
    /// By how much each count differs from its true one.
    private var change: [Int]
    /// The arcs whose counts may differ.
    private var changed: [Int] = []
    private var cameBy: [Int]
    private var distance: [Int]
    private var reached: [Int] = []

    init(_ table: FlowTable) {
        change = Array(repeating: 0, count: table.arcs.count)
        cameBy = Array(repeating: -1, count: table.arcsAt.count)
        distance = Array(repeating: Int.max, count: table.arcsAt.count)
    }

    /// By how much counts differ from the true ones, by arc.
    var changes: [Int: Int] {
        var changes: [Int: Int] = [:]
        for arc in changed where change[arc] != 0 { changes[arc] = change[arc] }
        return changes
    }

    /// The length of the range of a count, and the changes that prove it.
    /// - Parameters:
    ///   - needed: Beyond which length it does not matter.
    ///   - outer: What may change of what was withheld elsewhere.
    ///   - sums: Changes of sums of rows, by arc, of which the one comes with a greater, the other with a smaller count.
    mutating func range(
        of target: Int, in table: FlowTable, needed: Int, outer: Set<Int> = [], beside sums: Moves = Moves()
    ) -> (length: Int, moves: Moves) {
        // A count that nothing depends on.
        if table.arcs[target].from == table.arcs[target].to { return (needed, Moves(greater: [target: needed])) }
        var moves = Moves()
        let up = push(target, isGreater: true, in: table, upTo: needed, outer, beside: sums.greater)
        moves.greater = changes
        if up >= needed { return (up, moves) }
        let down = push(target, isGreater: false, in: table, upTo: needed - up, outer, beside: sums.smaller)
        moves.smaller = changes
        return (up + down, moves)
    }

    /// The counts to withhold that cost least for the range of a count to be longer; empty where there are none.
    mutating func waysOut(
        of target: Int, in table: FlowTable, needed: Int, outer: Set<Int>, beside sums: Moves = Moves()
    ) -> [Int] {
        let arc = table.arcs[target]
        for isGreater in [true, false] {
            let limit = isGreater ? needed : min(arc.value, needed)
            let (from, to) = isGreater ? (arc.to, arc.from) : (arc.from, arc.to)
            let amount = push(
                target, isGreater: isGreater, in: table, upTo: limit, outer,
                beside: isGreater ? sums.greater : sums.smaller)
            guard amount < limit,
                findCheapest(from: from, in: table, without: target, outer, isEnd: { $0 == to }) != nil
            else { continue }
            let way = way(from: from, to: to, table).filter { table.arcs[$0].isShown }
            if !way.isEmpty { return way }
        }
        return []
    }

    /// Sets changes of sums, and lets the counts of this table that are not published change with them.
    /// - Returns: The counts to withhold for that, as far as is known; empty where it is possible, nil where nothing helps.
    mutating func settle(_ sums: [Int: Int], in table: FlowTable) -> [Int]? {
        reset()
        // What comes into each node and does not leave it yet.
        var excess: [Int: Int] = [:]
        for (position, amount) in sums {
            change[position] = amount
            changed.append(position)
            excess[table.arcs[position].to, default: 0] += amount
            excess[table.arcs[position].from, default: 0] -= amount
        }
        for node in excess.keys.sorted() {
            while let amount = excess[node], amount > 0 {
                let isEnd = { (node: Int) in excess[node, default: 0] < 0 }
                guard let end = find(from: node, in: table, without: nil, [], isEnd: isEnd) else {
                    return findCheapest(from: node, in: table, without: nil, [], isEnd: isEnd)
                        .map { way(from: node, to: $0, table).filter { table.arcs[$0].isShown } }
                }
                let moved = augment(from: node, to: end, table, min(amount, -excess[end, default: 0]))
                excess[node] = amount - moved
                excess[end, default: 0] += moved
            }
        }
        return []
    }

    private mutating func reset() {
        for arc in changed { change[arc] = 0 }
        changed.removeAll(keepingCapacity: true)
    }

    // MARK: - Flows

    /// How much greater, or smaller, a count may be, beside changes of sums that are possible.
    private mutating func push(
        _ target: Int, isGreater: Bool, in table: FlowTable, upTo limit: Int, _ outer: Set<Int>,
        beside sums: [Int: Int]
    ) -> Int {
        _ = settle(sums, in: table)
        let arc = table.arcs[target]
        let before = isGreater ? change[target] : -change[target]
        let (from, to) = isGreater ? (arc.to, arc.from) : (arc.from, arc.to)
        let most = isGreater ? limit - before : min(limit - before, arc.value - before)
        let amount = flow(from: from, to: to, in: table, without: target, most, outer)
        change[target] += isGreater ? amount : -amount
        changed.append(target)
        return before + amount
    }

    /// What can flow through counts that are not published, up to a limit.
    private mutating func flow(
        from: Int, to: Int, in table: FlowTable, without target: Int, _ limit: Int, _ outer: Set<Int>
    ) -> Int {
        var sum = 0
        while sum < limit, find(from: from, in: table, without: target, outer, isEnd: { $0 == to }) != nil {
            sum += augment(from: from, to: to, table, limit - sum)
        }
        return sum
    }

    /// Lets as much flow along the way that was found as it holds, up to a limit.
    private mutating func augment(from: Int, to: Int, _ table: FlowTable, _ limit: Int) -> Int {
        var amount = limit
        let way = way(from: from, to: to, table)
        var node = to
        for position in way {
            let arc = table.arcs[position]
            if arc.to != node { amount = min(amount, arc.value + change[position]) }
            node = arc.to == node ? arc.from : arc.to
        }
        node = to
        for position in way {
            let arc = table.arcs[position]
            changed.append(position)
            change[position] += arc.to == node ? amount : -amount
            node = arc.to == node ? arc.from : arc.to
        }
        return amount
    }

    /// The node behind an arc as seen from one of its ends; nil where nothing more can be taken from it.
    private func next(_ arc: FlowTable.Arc, _ position: Int, from node: Int) -> Int? {
        if arc.from == node { return arc.to }
        return arc.value + change[position] > 0 ? arc.from : nil
    }

    private mutating func clear() {
        for node in reached { (cameBy[node], distance[node]) = (-1, Int.max) }
        reached.removeAll(keepingCapacity: true)
    }

    /// Finds a shortest way through counts that are not published.
    /// - Returns: The node where it ends.
    private mutating func find(
        from: Int, in table: FlowTable, without target: Int?, _ outer: Set<Int>, isEnd: (Int) -> Bool
    ) -> Int? {
        clear()
        reached.append(from)
        distance[from] = 0
        var place = 0
        while place < reached.count {
            let node = reached[place]
            place += 1
            for position in table.arcsAt[node] where position != target {
                let arc = table.arcs[position]
                if arc.isShown || !(arc.outer.map(outer.contains) ?? true) { continue }
                guard let other = next(arc, position, from: node), distance[other] == Int.max else { continue }
                (distance[other], cameBy[other]) = (0, position)
                reached.append(other)
                if isEnd(other) { return other }
            }
        }
        return nil
    }

    /// Finds the way that costs least, also through counts that are published.
    /// - Returns: The node where it ends.
    private mutating func findCheapest(
        from: Int, in table: FlowTable, without target: Int?, _ outer: Set<Int>, isEnd: (Int) -> Bool
    ) -> Int? {
        clear()
        var open = LeastFirst<NodeAtCost>()
        open.insert(NodeAtCost(cost: 0, node: from))
        reached.append(from)
        distance[from] = 0
        while let nearest = open.removeFirst() {
            let (cost, node) = (nearest.cost, nearest.node)
            if cost > distance[node] { continue }
            if isEnd(node) { return node }
            for position in table.arcsAt[node] where position != target {
                let arc = table.arcs[position]
                if !(arc.outer.map(outer.contains) ?? true) { continue }
                guard let price = arc.isShown ? arc.cost : 0, let other = next(arc, position, from: node),
                    cost + price < distance[other]
                else { continue }
                if distance[other] == Int.max { reached.append(other) }
                (distance[other], cameBy[other]) = (cost + price, position)
                open.insert(NodeAtCost(cost: cost + price, node: other))
            }
        }
        return nil
    }

    /// The arcs of the way that was found, from its end.
    private func way(from: Int, to: Int, _ table: FlowTable) -> [Int] {
        var arcs: [Int] = []
        var node = to
        while node != from {
            let arc = cameBy[node]
            arcs.append(arc)
            node = table.arcs[arc].to == node ? table.arcs[arc].from : table.arcs[arc].to
        }
        return arcs
    }
}

/// A node, and what it costs to reach it; the cheapest first.
private struct NodeAtCost: Comparable {
    let cost, node: Int

    static func < (left: Self, right: Self) -> Bool { (left.cost, left.node) < (right.cost, right.node) }
}
