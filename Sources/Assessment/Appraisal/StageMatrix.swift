package import Scoring
package import Values

/// The points of units by criterion, at each stage that decided something.
package struct StageMatrix: Sendable {
    /// The stages, in their order: that at which units score themselves, and the later ones at which anything was entered.
    package let stages: [Stage]
    /// The leaves, and the nodes with parts to which points were given as a whole, in tree order.
    package let nodes: [Int]
    private let scores: [ScoreTable]
    /// By stage, unit and node: whether the points there are what the stage says of the node. Nil at the stage at which
    /// units score themselves, where all are.
    private let decided: [[[Bool]]?]
    /// By stage and unit: the nodes of the lines that it left open, and that nobody accepted by locking it; nil for a later
    /// stage at which the unit has no lines.
    private let open: [[[Int]?]]
    private let fields: [Int]

    /// The matrix up to the stage that an assessment shows.
    ///
    /// Complexity: O(stages × units × nodes + given points).
    package init(_ assessment: Assessment) {
        let (list, criteria) = (assessment.settings.stages, assessment.criteria.set.criteria)
        let last = list.position(of: assessment.settings.stage) ?? list.stages.count - 1
        var (stages, scores, decided): ([Stage], [ScoreTable], [[[Bool]]?]) = ([], [], [])
        var wholes: Set<Int> = []
        var open: [[[Int]?]] = []
        for (position, stage) in list.stages.enumerated() where position <= last {
            let lines = assessment.lines(at: stage)
            let isUsed = lines.map { $0.units.contains { $0.contains { $0.state != .open } } }
            guard isUsed ?? (position == list.ownStage) else { continue }
            let table = assessment.scores(at: stage)
            stages.append(stage)
            scores.append(table)
            open.append(
                assessment.units.indices.map { unit in
                    guard let own = lines?.units[unit] else { return [] }
                    if own.isEmpty { return nil }
                    return own.filter { line in
                        // What was returned waits for an explanation, also where the stage was locked.
                        line.state == .open
                            ? assessment.isOpen(line, at: position, of: unit)
                            : !Self.isDecided(line, by: table[unit], at: position)
                    }.map { $0.node }
                })
            for unit in lines?.units ?? [] {
                wholes.formUnion(unit.map { $0.node }.filter { !criteria[$0].children.isEmpty })
            }
            decided.append(
                lines.map { lines in
                    assessment.units.indices.map {
                        Self.decided(lines.units[$0], by: table[$0], at: position, criteria)
                    }
                })
        }
        (self.stages, self.scores, self.decided, self.open) = (stages, scores, decided, open)
        nodes = criteria.indices.filter { criteria[$0].leaf != nil || wholes.contains($0) }
        fields = criteria.indices.map { assessment.criteria.set.field(above: $0) }
    }

    /// Whether a stage said what points a line has: one that was returned without points waits for an explanation.
    private static func isDecided(_ line: StageLine, by score: UnitScore, at stage: Int) -> Bool {
        switch line.state {
        case .open: false
        case .accepted, .changed: true
        case .returned: score.standing(of: line.node)?.stage == stage
        }
    }

    /// Of which nodes a stage said what points they have. Below a line for a whole these are the parts only where the
    /// whole was agreed with.
    private static func decided(
        _ lines: [StageLine], by score: UnitScore, at stage: Int, _ criteria: [Criterion]
    ) -> [Bool] {
        let own = Dictionary(lines.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
        var above: [LineState?] = []
        return criteria.enumerated().map { node, criterion in
            let inherited = criterion.parent.flatMap { above[$0] }
            above.append(own[node]?.state ?? inherited)
            if let line = own[node] { return isDecided(line, by: score, at: stage) }
            return inherited == .accepted && score.nodesGivenAsWhole(above: node).isEmpty
        }
    }

    /// The points that a stage decided for a node of a unit; nil for none.
    package func points(of unit: Int, node: Int, at stage: Int) -> FixedDecimal? {
        let score = scores[stage][unit]
        if let decided = decided[stage], !decided[unit][node] { return nil }
        let isWhole = score.criteriaSet.criteria[node].leaf == nil
        if isWhole { return score.standing(of: node) == nil ? nil : score.sum(of: node).points }
        return score.isLeftOut(node) ? nil : score.criterion(node).points
    }

    /// The points of a field, or of all, at a stage; nil where the stage left anything of it open that nobody
    /// accepted by name, or had nothing to look at.
    package func sum(of unit: Int, field: Int?, at stage: Int) -> FixedDecimal? {
        let score = scores[stage][unit]
        let sum = field.map { score.sum(of: $0) } ?? score.total
        guard sum.maximum != 0 || sum.points != 0 else { return nil }
        guard let open = open[stage][unit], !open.contains(where: { field == nil || fields[$0] == field }) else {
            return nil
        }
        return sum.points
    }
}
