public import Scoring

/// The lines of a stage, over all units.
public struct StageLines: Sendable {
    /// The position of the stage in the list of stages.
    public let stage: Int
    /// The lines of each unit, in tree order.
    public let units: [[StageLine]]
}

/// What of the points of a stage rests on lines that nobody looked at.
public struct OpenLines: Hashable, Sendable {
    /// The lines that are open at the stage itself.
    public let atStage: LineSum
    /// Those of them that no stage after the self-assessment looked at.
    public let atNoStage: LineSum
}

extension Assessment {
    /// Whether units are appraised at a stage: one after that at which they score themselves.
    public func hasLines(at stage: Stage) -> Bool { laterStages(upTo: stage) != nil }

    /// The positions of the stages after that at which units score themselves, up to one of them; nil for any other.
    func laterStages(upTo stage: Stage) -> ClosedRange<Int>? {
        let first = (settings.stages.ownStage ?? -1) + 1
        guard let position = settings.stages.position(of: stage), position >= first else { return nil }
        return first...position
    }

    /// The lines of a stage; nil for the computed points and for stages up to that at which units score themselves.
    ///
    /// Complexity: O(units × nodes + given points).
    public func lines(at stage: Stage) -> StageLines? {
        guard let position = laterStages(upTo: stage)?.upperBound else { return nil }
        let (shown, before, entries) = (scores(at: stage), scores(before: position), entries(at: position))
        return StageLines(
            stage: position,
            units: units.indices.map { lines(of: $0, in: shown, entries: entries[$0] ?? [:], before: before) })
    }

    /// The lines of a unit at a stage of which a table holds the points.
    ///
    /// A unit whose figures are those of others has none that is open: what is looked at are the lines of these others.
    /// Only where somebody gave it points, or said something of them, is there a line.
    func lines(
        of unit: Int, in table: ScoreTable, entries: [Int: LineEntry], before: ScoreTable
    ) -> [StageLine] {
        let lines = table.lines(of: unit, entries: entries, before: before)
        if units[unit].figuresFrom == nil { return lines }
        return lines.filter { entries[$0.node] != nil || table[unit].standing(of: $0.node) != nil }
    }

    /// What of the points shown rests on open lines; nil for the computed points and for stages up to that at which units
    /// score themselves.
    ///
    /// Complexity: O(units × nodes + given points).
    public var openLines: OpenLines? {
        guard let later = laterStages(upTo: settings.stage) else { return nil }
        let (own, all) = (entries(at: later.upperBound), entries(at: later))
        var (atStage, atNoStage) = (LineSum(), LineSum())
        for unit in units.indices {
            atStage.add(openLines(of: unit, own[unit] ?? [:]))
            atNoStage.add(openLines(of: unit, all[unit] ?? [:]))
        }
        return OpenLines(atStage: atStage, atNoStage: atNoStage)
    }

    /// The lines of a unit that are open if this was entered about them, with the points shown.
    func openLines(of unit: Int, _ entries: [Int: LineEntry]) -> LineSum {
        if units[unit].figuresFrom == nil { return scores.openLines(of: unit, entries: entries) }
        return lines(of: unit, in: scores, entries: entries, before: scores).reduce(into: LineSum()) { sum, line in
            if line.state == .open { sum.add(line) }
        }
    }

    /// What was said at a stage about points, by the positions of units and of nodes.
    package func opinions(at stage: Stage) -> [Int: [Int: GivenOpinion]] {
        if givenOpinions.isEmpty { return [:] }
        let positions = positions
        var found: [Int: [Int: GivenOpinion]] = [:]
        for given in givenOpinions where given.stage == stage {
            guard let unit = positions.units[given.unit], let node = positions.nodes[given.criterion] else { continue }
            found[unit, default: [:]][node] = given
        }
        return found
    }

    /// The points that stood before the stage at a position.
    func scores(before stage: Int) -> ScoreTable {
        scores.points(at: stage == 0 ? nil : stage - 1, given: givenPositions.compactMap { $0 })
    }

    /// What was entered at the stage at a position, by the positions of units and of nodes.
    ///
    /// Complexity: O(given points and opinions).
    func entries(at stage: Int) -> [Int: [Int: LineEntry]] {
        var entries: [Int: [Int: LineEntry]] = [:]
        for case let given? in givenPositions where given.stage == stage {
            entries[given.unit, default: [:]][given.node, default: LineEntry()].points = given.points
        }
        if givenOpinions.isEmpty { return entries }
        let positions = positions
        for given in givenOpinions where settings.stages.position(of: given.stage) == stage {
            guard let unit = positions.units[given.unit], let node = positions.nodes[given.criterion] else { continue }
            entries[unit, default: [:]][node, default: LineEntry()].opinion = given.opinion
        }
        return entries
    }

    /// What was entered at some stages; of the same line the last comes first.
    func entries(at stages: ClosedRange<Int>) -> [Int: [Int: LineEntry]] {
        var all: [Int: [Int: LineEntry]] = [:]
        for stage in stages {
            for (unit, nodes) in entries(at: stage) {
                for (node, entry) in nodes { all[unit, default: [:]][node] = entry }
            }
        }
        return all
    }

    /// Whether a unit can be scored on a leaf, or on one of those below a node.
    func isLine(_ node: Int, of unit: Int) -> Bool {
        guard let leaf = criteria.set.criteria[node].leaf else {
            return criteria.set.criteria[node].children.contains { isLine($0, of: unit) }
        }
        return leaf.role != .watched && leaf.levels.contains(units[unit].level)
    }
}
