/// A whole, its parts and their parts: units under units, or the values of a domain under all people.
struct Outline: Sendable {
    /// The node above each; nil for the whole, which is the first. Nodes come after those above them.
    private(set) var parents: [Int?] = [nil]
    private(set) var children: [[Int]] = [[]]

    /// Adds a node and returns its number.
    mutating func add(under parent: Int) -> Int {
        parents.append(parent)
        children.append([])
        children[parent].append(parents.count - 1)
        return parents.count - 1
    }

    /// A whole and as many parts.
    static func flat(_ parts: Int) -> Outline {
        var outline = Outline()
        for _ in 0..<parts { _ = outline.add(under: 0) }
        return outline
    }

    /// What each node counts, from what is known of some: the others add theirs up.
    func totals(_ own: [Int]) -> [Int] {
        var sums = own
        for node in parents.indices.reversed() {
            if let parent = parents[node] { sums[parent] += sums[node] }
        }
        return sums
    }
}

/// A table of an outline by columns in which some counts are withheld, so that others do not follow from what remains.
///
/// Every count below the limit is withheld first; for each of them, `protect` withholds the cheapest others until the range
/// within which it can be found out is long enough (the heuristic of Kelly, Golden and Assad 1992, *Networks* 22, 397–417,
/// with shortest paths of Castro 2007). Whatever else is withheld later makes ranges longer, never shorter.
struct CrossTable {
    /// A count.
    struct Count {
        let value: Int
        /// What is lost with it; nil where it was decided elsewhere whether it is published.
        var cost: Int?
        var isShown = true
        /// Whether others do not know that it is zero.
        var mayBeMore = false
        /// Its number among what was withheld elsewhere, beside that of rows; nil where it was not.
        var outer: Int?
    }

    private var table: FlowTable
    private var audit: RangeAudit
    /// The arc of each count, by node and column, and of the sum of each row that may change.
    private let arcs: [[Int?]]
    private let sums: [Int?]

    /// - Parameters:
    ///   - outline: The rows.
    ///   - columns: How many columns there are.
    ///   - addsUp: Whether the sums of rows are part of the table; otherwise columns have nothing to do with each other.
    ///   - count: A count; nil for zero, which everybody knows.
    ///   - sum: The sum of a row that is not published; nil for others.
    init(
        _ outline: Outline, columns: Int, addsUp: Bool = true, count: (_ node: Int, _ column: Int) -> Count?,
        sum: (_ node: Int) -> Int? = { _ in nil }
    ) {
        var table = FlowTable()
        let whole = table.addNode()
        var nodes: [[Int]] = []
        var ends: [Int] = []
        var arcs: [[Int?]] = []
        for node in outline.parents.indices {
            let isLast = outline.children[node].isEmpty
            ends.append(addsUp ? table.addNode() : whole)
            nodes.append((0..<columns).map { _ in isLast ? ends[node] : table.addNode() })
        }
        for (node, parent) in outline.parents.enumerated() {
            arcs.append(
                (0..<columns).map { column in
                    guard let count = count(node, column), count.value > 0 || count.mayBeMore else { return nil }
                    return table.add(
                        FlowTable.Arc(
                            from: parent.map { nodes[$0][column] } ?? whole, to: nodes[node][column],
                            value: count.value, cost: count.cost, isShown: count.isShown, outer: count.outer))
                })
        }
        var sums: [Int?] = []
        for (node, parent) in outline.parents.enumerated() {
            sums.append(
                sum(node).map { value in
                    table.add(
                        FlowTable.Arc(
                            from: ends[node], to: parent.map { ends[$0] } ?? whole, value: value, cost: nil,
                            isShown: false, outer: node))
                })
        }
        (self.table, self.arcs, self.sums) = (table, arcs, sums)
        audit = RangeAudit(table)
    }

    /// Whether a count is published.
    func isShown(_ node: Int, _ column: Int) -> Bool { arcs[node][column].map { table.arcs[$0].isShown } ?? true }

    /// Withholds counts until the range of one has a length.
    /// - Parameters:
    ///   - column: The column of the count; nil for the sum of the row.
    ///   - outer: What may change with it of what was withheld elsewhere: rows, by their sums, and counts by their number.
    ///   - sums: Changes of sums of rows that `hold` made possible: exactly these come with a greater and a smaller count.
    /// - Returns: the changes that prove the range, by arc; nil where it cannot be that long.
    ///
    /// Complexity: O(arcs × log arcs) for each count that is withheld.
    mutating func protect(
        _ node: Int, _ column: Int?, needed: Int, outer: Set<Int> = [], beside sums: Moves = Moves()
    ) -> Moves? {
        guard let target = if let column { arcs[node][column] } else { self.sums[node] } else { return Moves() }
        let sums = sums.map { changesOfSums($0) ?? [:] }
        while true {
            let (length, moves) = audit.range(of: target, in: table, needed: needed, outer: outer, beside: sums)
            if length >= needed { return moves }
            let way = audit.waysOut(of: target, in: table, needed: needed, outer: outer, beside: sums)
            if way.isEmpty { return nil }
            for arc in way { table.hide(arc) }
        }
    }

    /// Withholds counts until sums of rows can change as they do elsewhere.
    /// - Parameter rows: The changes, by row.
    /// - Returns: how counts and sums then change, by arc; nil where they cannot.
    ///
    /// Complexity: O(arcs × log arcs) for each count that changes or is withheld.
    mutating func hold(_ rows: [Int: Int]) -> [Int: Int]? {
        guard let sums = changesOfSums(rows) else { return nil }
        while true {
            guard let way = audit.settle(sums, in: table) else { return nil }
            if way.isEmpty { return audit.changes }
            for arc in way { table.hide(arc) }
        }
    }

    /// Changes of sums by their arcs; nil where one of the sums is published.
    private func changesOfSums(_ rows: [Int: Int]) -> [Int: Int]? {
        var changes: [Int: Int] = [:]
        for (row, change) in rows {
            guard let arc = sums[row] else { return nil }
            changes[arc] = change
        }
        return changes
    }

    /// The changes of the counts of a column, by row.
    func rows(_ changes: [Int: Int], column: Int) -> [Int: Int] {
        var rows: [Int: Int] = [:]
        for row in arcs.indices { rows[row] = arcs[row][column].flatMap { changes[$0] } }
        return rows
    }

    /// The columns whose counts in a row are among some arcs.
    func columns(in support: Set<Int>, row: Int) -> Set<Int> {
        Set(arcs[row].indices.filter { column in arcs[row][column].map(support.contains) ?? false })
    }

    /// The length of the range of a count that is withheld, or of the sum of a row, up to a limit.
    mutating func range(_ node: Int, _ column: Int?, upTo needed: Int, outer: Set<Int> = []) -> Int {
        let arc = if let column { arcs[node][column] } else { sums[node] }
        guard let target = arc, !table.arcs[target].isShown else { return 0 }
        return audit.range(of: target, in: table, needed: needed, outer: outer).length
    }

    /// Withholds everything that is decided in this table; the whole only where asked.
    mutating func hideAll(withWhole: Bool) {
        for (node, row) in arcs.enumerated() where node > 0 || withWhole {
            for arc in row.compactMap({ $0 }) where table.arcs[arc].cost != nil { table.hide(arc) }
        }
    }
}
