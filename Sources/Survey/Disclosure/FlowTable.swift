internal import Values

/// Counts that add up in two directions, as a network in which what flows into a node flows out of it: every count is an
/// arc, every sum a node. One of the directions may have sums of sums, as units have; with both, it would be no network
/// (Castro 2012, *European Journal of Operational Research* 216, 171–184).
///
/// ```
/// the whole ─> column ─> unit above ─> unit below ─> row ─> rows of the unit above ─> the whole
/// ```
///
/// Rows add up along the way back; where the sum of a row is published, there is no arc behind it.
struct FlowTable {
    /// One count.
    struct Arc {
        let from, to: Int
        let value: Int
        /// What is lost with it; nil where it was decided elsewhere whether it is published.
        let cost: Int?
        /// Whether it is published.
        var isShown: Bool
        /// What was withheld elsewhere, so that it may change only together with some others; nil for counts of this table.
        var outer: Int?
    }

    private(set) var arcs: [Arc] = []
    /// The arcs that end in each node.
    private(set) var arcsAt: [[Int]] = []

    /// Adds a node.
    mutating func addNode() -> Int {
        arcsAt.append([])
        return arcsAt.count - 1
    }

    /// Adds a count.
    @discardableResult
    mutating func add(_ arc: Arc) -> Int {
        arcs.append(arc)
        arcsAt[arc.from].append(arcs.count - 1)
        if arc.to != arc.from { arcsAt[arc.to].append(arcs.count - 1) }
        return arcs.count - 1
    }

    /// Withholds a count.
    mutating func hide(_ arc: Int) { arcs[arc].isShown = false }
}

/// Which counts may be found out to which precision by someone who knows all others, and that none is negative.
///
/// Of a network, the most that a count can be is what can flow round through its arc: the linear program of an attacker
/// has a solution in whole numbers that augmenting paths find (Ford and Fulkerson 1956).
struct RangeAudit {
    /// By how much each count differs from its true one.
    private var change: [Int]
    /// The arcs whose counts may differ.
    private(set) var changed: [Int] = []
    private var cameBy: [Int]
    private var distance: [Int]
    private var reached: [Int] = []

    init(_ table: FlowTable) {
        change = Array(repeating: 0, count: table.arcs.count)
        cameBy = Array(repeating: -1, count: table.arcsAt.count)
        distance = Array(repeating: Int.max, count: table.arcsAt.count)
    }

    /// A way that another count leaves open.
    private static let unlimited = Int.max

    /// How much greater, and how much smaller, a count may be than it is: their sum is the length of the attacker's range.
    /// - Parameters:
    ///   - needed: Beyond which length it does not matter.
    ///   - outer: What may change of what was withheld elsewhere.
    mutating func range(
        of target: Int, in table: FlowTable, needed: Int, outer: Set<Int> = []
    ) -> (up: Int, down: Int, support: Set<Int>) {
        let arc = table.arcs[target]
        reset()
        // A count that nothing depends on.
        if arc.from == arc.to { return (needed, 0, [target]) }
        let up = flow(from: arc.to, to: arc.from, in: table, without: target, needed, outer)
        var support = Set(changed)
        var down = 0
        if up < needed {
            reset()
            down = flow(from: arc.from, to: arc.to, in: table, without: target, min(arc.value, needed - up), outer)
            support.formUnion(changed)
        }
        return (up, down, support.union([target]))
    }

    /// The counts to withhold that cost least for the range of a count to be longer; empty where there are none.
    mutating func waysOut(of target: Int, in table: FlowTable, needed: Int, outer: Set<Int>) -> [Int] {
        let arc = table.arcs[target]
        for (from, to, limit) in [(arc.to, arc.from, needed), (arc.from, arc.to, min(arc.value, needed))] {
            reset()
            guard flow(from: from, to: to, in: table, without: target, limit, outer) < limit,
                findCheapest(from: from, to: to, in: table, without: target, outer)
            else { continue }
            let way = way(from: from, to: to, table).filter { table.arcs[$0].isShown }
            if !way.isEmpty { return way }
        }
        return []
    }

    private mutating func reset() {
        for arc in changed { change[arc] = 0 }
        changed.removeAll(keepingCapacity: true)
    }

    // MARK: - Flows

    /// What can flow through counts that are not published, up to a limit.
    private mutating func flow(
        from: Int, to: Int, in table: FlowTable, without target: Int, _ limit: Int, _ outer: Set<Int>
    ) -> Int {
        var sum = 0
        while sum < limit, find(from: from, to: to, in: table, without: target, outer) {
            var amount = limit - sum
            var node = to
            while node != from {
                let arc = cameBy[node]
                let isForward = table.arcs[arc].to == node
                if !isForward { amount = min(amount, table.arcs[arc].value + change[arc]) }
                node = isForward ? table.arcs[arc].from : table.arcs[arc].to
            }
            node = to
            while node != from {
                let arc = cameBy[node]
                let isForward = table.arcs[arc].to == node
                changed.append(arc)
                change[arc] += isForward ? amount : -amount
                node = isForward ? table.arcs[arc].from : table.arcs[arc].to
            }
            sum += amount
        }
        return sum
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
    private mutating func find(
        from: Int, to: Int, in table: FlowTable, without target: Int, _ outer: Set<Int>
    ) -> Bool {
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
                if other == to { return true }
            }
        }
        return false
    }

    /// Finds the way that costs least, also through counts that are published.
    private mutating func findCheapest(
        from: Int, to: Int, in table: FlowTable, without target: Int, _ outer: Set<Int>
    ) -> Bool {
        clear()
        var open = LeastFirst<NodeAtCost>()
        open.insert(NodeAtCost(cost: 0, node: from))
        reached.append(from)
        distance[from] = 0
        while let nearest = open.removeFirst() {
            let (cost, node) = (nearest.cost, nearest.node)
            if cost > distance[node] { continue }
            if node == to { return true }
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
        return false
    }

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
