/// How a sample was drawn: strata, sampled units within them, strata of the next stage within those, and so on down to
/// the innermost nodes.
///
/// A design ends with units (clusters), or its last stage is the respondents, drawn from each innermost stratum.
/// Everything is stored in flat arrays, ordered by path; codes may be reused within different parents.
package struct DesignTree: Hashable, Sendable {
    /// What is drawn at the last stage.
    package enum LastStage: Hashable, Sendable {
        /// Units; the people within them are only summed.
        case units
        /// People (rows): an innermost node is a stratum of people.
        case rows
    }

    /// An innermost node, as the rows of a survey describe it.
    package struct Node: Hashable, Sendable {
        /// Codes from the top: stratum, unit, stratum, unit …; without strata one code for all. When rows are the last
        /// stage, the path ends with their stratum.
        package var path: [Int]
        /// The number of units in the population of the node's stratum, one per stage; nil where it is unknown or
        /// infinite, or units are drawn with replacement: then the stages below add nothing to a variance.
        package var populations: [Double?]
        /// Rows in the node, at least one; including those outside every domain and those without a valid answer.
        package var rows: Int

        package init(path: [Int], populations: [Double?], rows: Int) {
            (self.path, self.populations, self.rows) = (path, populations, rows)
        }
    }

    /// The strata and units of a stage.
    struct Stage: Hashable, Sendable {
        /// The unit of the previous stage that a stratum belongs to; 0 at the first stage.
        var unitOfStratum: [Int] = []
        /// Units (or rows) in the sample of a stratum.
        var sampled: [Int] = []
        /// Units (or rows) in the population of a stratum; infinite where none is specified.
        var population: [Double] = []
        /// Whether the variance within a stratum counts: all stages above have a population.
        var counts: [Bool] = []
        /// The stratum of a unit; empty for rows.
        var stratumOfUnit: [Int] = []
    }

    /// What is drawn at the last stage.
    package let lastStage: LastStage
    let stages: [Stage]
    let rows: [Int]

    /// The maximum number of rows: beyond it, not every count is exact in floating point.
    private static let mostRows = Int(clamping: 1 << 53 as Int64)

    /// The number of innermost nodes; they keep their input order.
    package var nodeCount: Int { rows.count }

    /// Makes a design from nodes in ascending order of their paths.
    /// - Throws: ``DesignError`` for an impossible design, such as a population smaller than its sample.
    ///
    /// Complexity: O(nodes × stages).
    package init(stages count: Int, lastStage: LastStage, nodes: [Node]) throws(DesignError) {
        guard count > 0, !nodes.isEmpty else { throw .empty }
        let length = lastStage == .rows ? 2 * count - 1 : 2 * count
        var stages = Array(repeating: Stage(), count: count)
        var previous: Node?
        var total = 0
        for (index, node) in nodes.enumerated() {
            guard node.path.count == length, node.populations.count == count else { throw .wrongDepth(node: index) }
            guard node.rows > 0 else { throw .noRows(node: index) }
            guard node.rows <= Self.mostRows - total else { throw .tooManyRows(node: index) }
            total += node.rows
            let shared = try Self.sharedLevels(of: node, after: previous, at: index)
            for level in shared..<length {
                Self.open(level: level, for: node, in: &stages)
            }
            for stage in 0..<count where 2 * stage < shared {
                guard Self.population(of: node, stage) == stages[stage].population.last else {
                    throw .populationsDiffer(stage: stage + 1, node: index)
                }
            }
            if lastStage == .rows { stages[count - 1].sampled[index] = node.rows }
            previous = node
        }
        for (number, stage) in stages.enumerated() {
            for (stratum, population) in stage.population.enumerated()
            where !(population >= Double(stage.sampled[stratum])) {
                throw .populationTooSmall(stage: number + 1, stratum: stratum)
            }
        }
        self.stages = stages
        self.lastStage = lastStage
        rows = nodes.map({ $0.rows })
    }

    private static func population(of node: Node, _ stage: Int) -> Double {
        node.populations[stage] ?? .infinity
    }

    /// How many levels from the top a path shares with the previous one.
    private static func sharedLevels(of node: Node, after previous: Node?, at index: Int) throws(DesignError) -> Int {
        guard let previous else { return 0 }
        guard let level = node.path.indices.first(where: { node.path[$0] != previous.path[$0] }),
            node.path[level] > previous.path[level]
        else { throw .pathsNotAscending(node: index) }
        return level
    }

    /// Starts a stratum (even levels) or a unit (odd levels) below the ones started last.
    private static func open(level: Int, for node: Node, in stages: inout [Stage]) {
        let stage = level / 2
        if level.isMultiple(of: 2) {
            let above = stage == 0 ? nil : stages[stage - 1]
            stages[stage].unitOfStratum.append(above.map { $0.stratumOfUnit.count - 1 } ?? 0)
            stages[stage].sampled.append(0)
            stages[stage].population.append(population(of: node, stage))
            let counts = above.map { $0.counts.last == true && $0.population.last?.isFinite == true } ?? true
            stages[stage].counts.append(counts)
        } else {
            let stratum = stages[stage].sampled.count - 1
            stages[stage].sampled[stratum] += 1
            stages[stage].stratumOfUnit.append(stratum)
        }
    }
}

/// Why a sampling design is impossible.
package enum DesignError: Error, Hashable, Sendable {
    /// No stage or no node.
    case empty
    /// A path or list of populations whose length does not match the stages.
    case wrongDepth(node: Int)
    /// Less than one row in a node.
    case noRows(node: Int)
    /// More than 2⁵³ rows in total.
    case tooManyRows(node: Int)
    /// A path that does not come after the previous one, or repeats it.
    case pathsNotAscending(node: Int)
    /// A population that differs from the one stated in the previous node of the stratum; stages count from 1.
    case populationsDiffer(stage: Int, node: Int)
    /// A population that is smaller than the sample, or not a number; stages count from 1, strata in order of paths.
    case populationTooSmall(stage: Int, stratum: Int)
}
