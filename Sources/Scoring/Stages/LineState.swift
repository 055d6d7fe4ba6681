public import Values

/// What a stage did about a line: a criterion of a unit, or points given to a whole, that it had to look at.
public enum LineState: String, CaseIterable, Hashable, Sendable {
    /// Nobody looked: there is no row.
    case open
    /// The points that stood before stay, by words or because the same points were given.
    case accepted
    /// Other points were given.
    case changed
    /// An explanation is asked for.
    case returned

    /// What a stage did, from what was entered at it.
    ///
    /// - Parameters:
    ///   - entry: what was entered; nil for a line without a row.
    ///   - before: the points that stood before the stage; nil where there were none. Zero is a score: points of zero
    ///     where there were none are a change.
    public init(_ entry: LineEntry?, before: FixedDecimal?) {
        guard let entry else {
            self = .open
            return
        }
        switch (entry.opinion, entry.points) {
        case (.returned, _): self = .returned
        case (_, let points?): self = points == before ? .accepted : .changed
        case (.accepted, nil): self = .accepted
        case (nil, nil): self = .open
        }
    }
}

/// What people say about points that others gave, beside points of their own or without.
public enum LineOpinion: String, CaseIterable, Hashable, Sendable {
    /// Đồng ý.
    case accepted
    /// Trả lại, yêu cầu giải trình.
    case returned
}

/// What was entered about a line at a stage: points, an opinion, or both.
public struct LineEntry: Hashable, Sendable {
    /// The points.
    public var points: FixedDecimal?
    /// The opinion.
    public var opinion: LineOpinion?

    /// Makes an entry.
    public init(points: FixedDecimal? = nil, opinion: LineOpinion? = nil) {
        (self.points, self.opinion) = (points, opinion)
    }
}

/// A line of a stage.
public struct StageLine: Hashable, Sendable {
    /// The position of the node in the set: a leaf, or a node with parts about which something was entered as a whole.
    public let node: Int
    /// What the stage did about it.
    public let state: LineState
    /// The points that stand at the stage.
    public let points: FixedDecimal
    /// The maximum that applies to the unit.
    public let maximum: FixedDecimal

    /// Makes a line.
    public init(node: Int, state: LineState, points: FixedDecimal, maximum: FixedDecimal) {
        (self.node, self.state, self.points, self.maximum) = (node, state, points, maximum)
    }
}

/// Lines added up.
public struct LineSum: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// Their points.
    public var points = FixedDecimal.zero
    /// Their maxima.
    public var maximum = FixedDecimal.zero

    /// Makes a sum of no lines.
    public init() {}

    /// Adds a line.
    public mutating func add(_ line: StageLine) {
        count += 1
        points += line.points
        maximum += line.maximum
    }

    /// Adds other lines.
    public mutating func add(_ other: LineSum) {
        count += other.count
        points += other.points
        maximum += other.maximum
    }
}

extension ScoreTable {
    /// The lines of a stage for a unit, in tree order; the table holds the points that stand at the stage.
    ///
    /// Every leaf that applies to the unit is a line, also where it has no points yet. What is only watched, does not
    /// apply to the level or is left out is none, unless something was entered about it. Something entered about a node
    /// with parts makes it one line for all below it; so does a whole that stands from an earlier stage. Below such a
    /// line only what has an entry of its own is a line of its own.
    ///
    /// - Parameters:
    ///   - unit: the position of the unit.
    ///   - entries: what was entered at the stage, by the positions of nodes.
    ///   - before: the points that stood before the stage.
    /// - Complexity: O(nodes).
    public func lines(of unit: Int, entries: [Int: LineEntry], before: ScoreTable) -> [StageLine] {
        var lines: [StageLine] = []
        collectLines(of: unit, entries: entries, before: before) { lines.append($0) }
        return lines
    }

    /// What rests on open lines of a unit: those about which nothing was entered.
    ///
    /// - Complexity: O(nodes).
    public func openLines(of unit: Int, entries: [Int: LineEntry]) -> LineSum {
        var sum = LineSum()
        // Whether a line is open does not depend on what stood before.
        collectLines(of: unit, entries: entries, before: self) { if $0.state == .open { sum.add($0) } }
        return sum
    }

    private func collectLines(
        of unit: Int, entries: [Int: LineEntry], before: ScoreTable, _ take: (StageLine) -> Void
    ) {
        let (score, earlier) = (self[unit], before[unit])
        let (columns, layout) = (storage.columns, storage.columns.sums.layout)
        let nodes = criteria.set.criteria
        // Whether a line stands above a node; nodes come after their parents.
        var isCovered = Array(repeating: false, count: nodes.count)
        for (node, criterion) in nodes.enumerated() {
            if let parent = criterion.parent, isCovered[parent] { isCovered[node] = true }
            let entry = entries[node]
            if entry == nil {
                if isCovered[node] { continue }
                if let leaf = layout.leaf[node] {
                    let status = CellStatus(rawValue: columns.statuses[leaf * units.count + unit]) ?? .scored
                    if status.isNoLine || layout.roles[leaf] == .watched { continue }
                } else if columns.standing[node, unit] == nil {
                    continue
                }
            }
            let sum = score.sum(of: node)
            let state = LineState(entry, before: entry == nil ? nil : earlier.pointsBefore(of: node))
            take(StageLine(node: node, state: state, points: sum.points, maximum: sum.maximum))
            isCovered[node] = true
        }
    }
}

extension CellStatus {
    /// Whether there is nothing of the leaf that anybody could look at.
    fileprivate var isNoLine: Bool {
        switch self {
        case .leftOut, .watched, .notAssigned: true
        case .scored, .partlyReported, .notReported, .awaited, .fullPoints, .notPublished, .keptMaximum, .provisional:
            false
        }
    }
}

extension UnitScore {
    /// The points that stand for a node; nil where nothing of it has any.
    fileprivate func pointsBefore(of node: Int) -> FixedDecimal? { hasPoints(node) ? sum(of: node).points : nil }
}
