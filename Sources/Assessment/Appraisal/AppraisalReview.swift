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
        /// How many other units that have their places in its group have such lines: until none has, its place may change.
        package let unsettled: Int
    }

    /// The stage.
    package let stage: Stage
    /// The units that have lines, group by group.
    package let units: [UnitResult]
    /// All their lines, unit by unit in tree order.
    package let lines: [Line]

    /// The lines that have other points now.
    package var changes: [Line] { lines.filter { $0.change != 0 } }

    /// Reviews some units, or all, at the stage that an assessment shows; nil for one up to that at which units score
    /// themselves.
    ///
    /// - Complexity: O(stages × units × nodes + given points).
    package init?(_ assessment: Assessment, units chosen: [Int]? = nil) {
        let stage = assessment.settings.stage
        guard let found = assessment.lines(at: stage) else { return nil }
        let first = assessment.settings.stages.own ?? .computed
        let own = assessment.at(stage: first.code) ?? assessment
        let (standing, opinions) = (assessment.standingScores, assessment.opinions(at: stage))
        let ownStage = assessment.settings.stages.ownStage ?? -1
        let places = (before: own.placesInGroups, after: assessment.placesInGroups)
        let wanted = chosen.map(Set.init)
        let open = found.units.enumerated().map { unit, lines in
            lines.count { assessment.isOpen($0, at: found.stage, of: unit) }
        }
        // Whoever has no place moves nobody's.
        let moving = Set(open.indices.filter { open[$0] > 0 && assessment.units[$0].isRanked })
        let parts = assessment.parts(by: .group)
        let unsettled = parts.map { $0.units.count(where: moving.contains) }
        var (results, lines): ([UnitResult], [Line]) = ([], [])
        for (unit, unsettled) in zip(parts, unsettled).flatMap({ part, count in part.units.map { ($0, count) } })
        where wanted?.contains(unit) ?? true {
            let ofUnit = found.units[unit]
            if ofUnit.isEmpty { continue }
            var counts = LineCounts()
            for line in ofUnit {
                counts.add(ProgressLine(line: line), isLate: false)
                let given = standing[unit]?[line.node]
                let isLater = given.flatMap { assessment.settings.stages.position(of: $0.stage) }.map { $0 > ownStage }
                lines.append(
                    Line(
                        unit: unit, node: line.node, state: line.state,
                        before: own.scores[unit].sum(of: line.node).points,
                        after: assessment.scores[unit].sum(of: line.node).points,
                        reason: opinions[unit]?[line.node]?.reason ?? (isLater == true ? given?.reason : nil)))
            }
            results.append(
                UnitResult(
                    unit: unit, before: Standing(own.scores[unit], places.before[unit]),
                    after: open[unit] == ofUnit.count
                        ? nil : Standing(assessment.scores[unit], places.after[unit], isSettled: open[unit] == 0),
                    lines: counts, open: open[unit], unsettled: unsettled - (moving.contains(unit) ? 1 : 0)))
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
    var placesInGroups: [Int: UnitPlace] { places(among: .group, by: .total) }

    /// The places of the units within the parts of a scope.
    package func places(among scope: RankScope, by subject: Ranking.Subject) -> [Int: UnitPlace] {
        parts(by: scope).reduce(into: [:]) { found, part in
            let places = Ranking(scores, units: part.units, by: subject).places
            found.merge(UnitPlace.byUnit(places)) { first, _ in first }
        }
    }
}
