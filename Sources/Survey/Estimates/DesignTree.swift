/// How a sample was drawn: strata, in them sampled units, in them strata of the next stage, and so on down to the
/// innermost nodes.
///
/// A design ends at units (clusters), or its last stage is the people who answered, drawn from each innermost stratum.
/// Everything lies in flat arrays, ordered by path; codes may begin anew within each parent.
package struct DesignTree: Hashable, Sendable {
    /// What the last stage draws.
    package enum LastStage: Hashable, Sendable {
        /// Units; people within them only add up.
        case units
        /// People (rows): an innermost node is a stratum of people.
        case rows
    }

    /// An innermost node, as the rows of a survey tell it.
    package struct Node: Hashable, Sendable {
        /// Codes from the top: stratum, unit, stratum, unit …; without strata one code for all. When rows are the last
        /// stage the path ends with their stratum.
        package var path: [Int]
        /// Units in the population of the node's stratum, a stage each; nil where it is unknown or endless, or drawn
        /// with replacement: then the stages below add nothing to a variance.
        package var populations: [Double?]
        /// Rows in the node, at least one; also those outside of every domain and without a valid answer.
        package var rows: Int

        /// Makes a node.
        package init(path: [Int], populations: [Double?], rows: Int) {
            (self.path, self.populations, self.rows) = (path, populations, rows)
        }
    }

    /// The strata and units of a stage.
    struct Stage: Hashable, Sendable {
        /// The unit of the stage before that a stratum lies in; 0 at the first stage.
        var unitOfStratum: [Int] = []
        /// Units (or rows) in the sample of a stratum.
        var sampled: [Int] = []
        /// Units (or rows) in the population of a stratum; infinite where none is given.
        var population: [Double] = []
        /// Whether the variance within a stratum counts: all stages above have a population.
        var counts: [Bool] = []
        /// The stratum of a unit; empty for rows.
        var stratumOfUnit: [Int] = []
    }

    /// What the last stage draws.
    package let lastStage: LastStage
    let stages: [Stage]
    let rows: [Int]

    /// The most rows in all: beyond, not every count has a floating-point number.
    private static let mostRows = 1 << 53

    /// How many innermost nodes there are; they keep the order in which they were given.
    package var nodeCount: Int { rows.count }

    /// Makes a design of nodes in ascending order of their paths.
    /// - Throws: ``DesignError`` for a design that cannot be; a population smaller than its sample, for one.
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
        rows = nodes.map(\.rows)
    }

    private static func population(of node: Node, _ stage: Int) -> Double {
        node.populations[stage] ?? .infinity
    }

    /// How many levels from the top a path has in common with the one before it.
    private static func sharedLevels(of node: Node, after previous: Node?, at index: Int) throws(DesignError) -> Int {
        guard let previous else { return 0 }
        guard let level = node.path.indices.first(where: { node.path[$0] != previous.path[$0] }),
            node.path[level] > previous.path[level]
        else { throw .pathsNotAscending(node: index) }
        return level
    }

    /// Begins a stratum (even levels) or a unit (odd levels) below the ones that were begun last.
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

/// Why a sampling design cannot be.
package enum DesignError: Error, Hashable, Sendable {
    /// No stage or no node.
    case empty
    /// A path or list of populations that does not have the length the stages ask for.
    case wrongDepth(node: Int)
    /// Less than one row in a node.
    case noRows(node: Int)
    /// More than 2⁵³ rows in all.
    case tooManyRows(node: Int)
    /// A path that does not come after the one before it, or the same twice.
    case pathsNotAscending(node: Int)
    /// Another population than the stratum had in the node before; stages count from 1.
    case populationsDiffer(stage: Int, node: Int)
    /// A population that is smaller than the sample, or not a number; stages count from 1, strata in order of paths.
    case populationTooSmall(stage: Int, stratum: Int)
}
