public import Values

/// Points that people gave to a node of a unit at a stage.
public struct GivenPoints: Hashable, Sendable {
    /// The position of the unit.
    public let unit: Int
    /// The position of the node in the set: a leaf, or a node with parts.
    public let node: Int
    /// The position of the stage in its list.
    public let stage: Int
    /// The points.
    public let points: FixedDecimal

    /// Makes given points.
    public init(unit: Int, node: Int, stage: Int, points: FixedDecimal) {
        (self.unit, self.node, self.stage, self.points) = (unit, node, stage, points)
    }
}

/// Given points that stand for a node: no later stage, and no changed figure, has taken their place.
public struct Standing: Hashable, Sendable {
    /// The position of the stage at which they were given, in its list.
    public let stage: Int
    /// The points.
    public let points: FixedDecimal
}

/// Which given points stand, by node and unit. Nothing else decides this:
///
/// 1. At a stage, the points given to a node at that stage stand; where it gave none, those of the nearest earlier
///    stage; where none did, the computed ones. Points of later stages do not count.
/// 2. Points given to a node with parts stand for all of it, whatever its parts have, until a later stage gives points
///    to a part of it; from then on the parts add up again.
/// 3. A figure that is tried out frees its leaf and the nodes above from given points: what the figure gives counts.
struct StandingPoints: Sendable {
    /// A node of a unit.
    struct Cell: Hashable, Sendable {
        let node: Int
        let unit: Int
    }

    private(set) var cells: [Cell: Standing] = [:]

    var isEmpty: Bool { cells.isEmpty }

    /// No given points: the computed ones stand.
    init() {}

    /// The points that stand at a stage. Of several for one node, unit and stage, the last.
    ///
    /// Complexity: O(given points × depth).
    init(_ given: [GivenPoints], at stage: Int, in set: CriteriaSet) {
        for points in given where points.stage <= stage && set.criteria.indices.contains(points.node) {
            let cell = Cell(node: points.node, unit: points.unit)
            if let known = cells[cell], known.stage > points.stage { continue }
            cells[cell] = Standing(stage: points.stage, points: points.points)
        }
        // Parts that a later stage touched.
        var latestBelow: [Cell: Int] = [:]
        for (cell, standing) in cells {
            for node in set.ancestors(of: cell.node) {
                let above = Cell(node: node, unit: cell.unit)
                latestBelow[above] = max(latestBelow[above] ?? standing.stage, standing.stage)
            }
        }
        for (cell, latest) in latestBelow {
            if let standing = cells[cell], standing.stage < latest { cells[cell] = nil }
        }
    }

    subscript(node: Int, unit: Int) -> Standing? { cells.isEmpty ? nil : cells[Cell(node: node, unit: unit)] }

    /// Frees leaves of a unit, with the nodes above them, and returns what stood there, in tree order.
    mutating func free(_ leaves: some Sequence<Int>, unit: Int, in set: CriteriaSet) -> [FreedPoints] {
        if cells.isEmpty { return [] }
        var freed: [FreedPoints] = []
        for leaf in leaves {
            for node in [leaf] + set.ancestors(of: leaf) {
                guard let standing = cells.removeValue(forKey: Cell(node: node, unit: unit)) else { continue }
                freed.append(FreedPoints(node: node, standing: standing))
            }
        }
        return freed.sorted { $0.node < $1.node }
    }

    /// The points of some units, each in the place of its position among them.
    func narrowed(to units: [Int]) -> StandingPoints {
        var narrowed = StandingPoints()
        if cells.isEmpty { return narrowed }
        var places: [Int: [Int]] = [:]
        for (place, unit) in units.enumerated() { places[unit, default: []].append(place) }
        for (cell, standing) in cells {
            for place in places[cell.unit] ?? [] { narrowed.cells[Cell(node: cell.node, unit: place)] = standing }
        }
        return narrowed
    }
}

/// Given points that no longer stand because a figure of the node, or of a part of it, is changed.
public struct FreedPoints: Hashable, Sendable {
    /// The position of the node in the set.
    public let node: Int
    /// What stood there.
    public let standing: Standing
}

extension CriteriaSet {
    /// The range of points that can be given to a node: up to the maximum, or the cap of bonus and penalty points; for
    /// a node with parts, the sums of theirs.
    package func givenRange(of node: Int) -> ClosedRange<FixedDecimal> {
        let criterion = criteria[node]
        guard let leaf = criterion.leaf else {
            var (least, most) = (FixedDecimal.zero, FixedDecimal.zero)
            for child in criterion.children {
                let range = givenRange(of: child)
                least += range.lowerBound
                most += range.upperBound
            }
            return least...most
        }
        switch leaf.measures.first?.rule {
        case .bonus(let rule): return 0...rule.cap
        case .penalty(let rule): return -rule.cap...0
        default: return 0...criterion.maximum
        }
    }
}
