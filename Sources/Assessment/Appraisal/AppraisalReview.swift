package import Scoring
package import Values

/// What became of the points that units gave themselves, up to a later stage.
package struct AppraisalReview: Sendable {
    /// A line of the stage, or what an earlier one did about it.
    package struct Line: Sendable {
        package let unit: Int
        package let node: Int
        package let state: LineState
        /// The points at the stage at which the unit scored itself, the computed ones where there is none, and those that stand
        /// now.
        package let before: FixedDecimal
        package let after: FixedDecimal
        /// Why they are others, or the line was returned.
        package let reason: String?

        package var change: FixedDecimal { after - before }
    }

    /// A unit's result at a stage.
    package struct Standing: Sendable {
        package let sum: PointSum
        package let index: FixedDecimal?
        package let unitClass: UnitClass?
        package let place: UnitPlace?
    }

    /// A unit before and after.
    package struct UnitResult: Sendable {
        package let unit: Int
        package let before: Standing
        /// Nil for a unit of which nobody looked at a line: what it gave itself is no appraisal. While some lines are open
        /// there is neither class nor place.
        package let after: Standing?
        package let lines: LineCounts
        /// How many lines are open, and accepted by nobody by name.
        package let open: Int
    }

    /// The stage.
    package let stage: Stage
    /// The units that have lines, group by group.
    package let units: [UnitResult]
    /// All their lines, unit by unit in tree order.
    package let lines: [Line]

    /// The lines that have other points now.
    package var changes: [Line] { lines.filter { $0.change != 0 } }

    /// Reviews some units, or all.
    ///
    /// - Parameter stage: One after that at which units score themselves; nil is returned for any other.
    /// - Complexity: O(stages × units × nodes + given points).
    package init?(_ assessment: Assessment, at stage: Stage, units chosen: [Int]? = nil) {
        guard let found = assessment.lines(at: stage), let shown = assessment.at(stage: stage.code) else { return nil }
        let first = assessment.settings.stages.own ?? .computed
        let own = assessment.at(stage: first.code) ?? assessment
        let (standing, opinions) = (shown.standingScores, assessment.opinions(at: stage))
        let ownStage = assessment.settings.stages.ownStage ?? -1
        let places = (before: own.placesInGroups, after: shown.placesInGroups)
        let wanted = chosen.map(Set.init)
        var (results, lines): ([UnitResult], [Line]) = ([], [])
        for unit in assessment.parts(by: .group).flatMap(\.units) where wanted?.contains(unit) ?? true {
            let ofUnit = found.units[unit]
            if ofUnit.isEmpty { continue }
            var counts = LineCounts()
            var open = 0
            for line in ofUnit {
                counts.add(line, isLate: false)
                if line.state == .open, !assessment.isLocked(line.node, at: found.stage, of: unit) { open += 1 }
                let given = standing[unit]?[line.node]
                let isLater = given.flatMap { assessment.settings.stages.position(of: $0.stage) }.map { $0 > ownStage }
                lines.append(
                    Line(
                        unit: unit, node: line.node, state: line.state,
                        before: own.scores[unit].sum(of: line.node).points,
                        after: shown.scores[unit].sum(of: line.node).points,
                        reason: opinions[unit]?[line.node]?.reason ?? (isLater == true ? given?.reason : nil)))
            }
            results.append(
                UnitResult(
                    unit: unit, before: Standing(own.scores[unit], places.before[unit]),
                    after: open == ofUnit.count
                        ? nil : Standing(shown.scores[unit], places.after[unit], isSettled: open == 0),
                    lines: counts, open: open))
        }
        (self.stage, self.units, self.lines) = (stage, results, lines)
    }
}

extension AppraisalReview.Standing {
    fileprivate init(_ score: UnitScore, _ place: UnitPlace?, isSettled: Bool = true) {
        sum = score.total
        index = score.index
        unitClass = isSettled ? score.classification?.unitClass : nil
        self.place = isSettled ? place : nil
    }
}

extension Assessment {
    /// The places of the units within their groups.
    var placesInGroups: [Int: UnitPlace] {
        var found: [Int: UnitPlace] = [:]
        for part in parts(by: .group) {
            let places = Ranking(scores, units: part.units).places
            for place in places { found[place.unit] = UnitPlace(rank: place.rank, count: places.count) }
        }
        return found
    }
}
