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
