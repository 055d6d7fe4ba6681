package import Documents
internal import Words
package import Assessment
package import Scoring
package import Values

/// Two stages of one assessment compared: what the appraisal cut, and why.
package struct StageReport: Report {
    /// The stages, the earlier first.
    package struct Stages: Hashable, Sendable {
        package let before: AssessmentSettings.Stage
        package let after: AssessmentSettings.Stage

        /// Makes a pair.
        package init(before: AssessmentSettings.Stage, after: AssessmentSettings.Stage) {
            (self.before, self.after) = (before, after)
        }
    }

    /// What a stage has for a criterion.
    package struct StagePoints: Sendable {
        /// The points.
        package let points: FixedDecimal
        /// What people gave; nil where the computed points count.
        package let given: GivenScore?
    }

    /// A criterion to which people gave points at either stage.
    package struct StageCriterion: Sendable {
        package let criterion: Criterion
        package let before: StagePoints
        package let after: StagePoints

        /// What the later stage changed.
        package var change: FixedDecimal { after.points - before.points }
    }

    /// A unit to which people gave points.
    package struct StageUnit: Sendable {
        package let unit: Unit
        package let before: StageScore
        package let after: StageScore
        package let criteria: [StageCriterion]
        /// The positions of the fields in the set.
        let fields: [Int]
    }

    /// What stands above.
    package let header: ReportHeader
    /// The stages.
    package let stages: Stages
    /// The units to which people gave points at either stage.
    package let units: [StageUnit]
    /// How many of the units asked for have none: both stages have the computed points.
    package let computedOnly: Int
    /// Whether the rows are fields rather than criteria.
    let isByField: Bool

    /// Compares the stages of all units, or of some.
    ///
    /// Complexity: O(units with given points × criteria + given points).
    package init(_ assessment: Assessment, stages: Stages, units chosen: [Int]? = nil, isByField: Bool = false) {
        header = ReportHeader(assessment)
        self.stages = stages
        self.isByField = isByField
        let set = assessment.criteria.set
        let given = Dictionary(grouping: assessment.givenScores, by: \.unit)
        let positions = chosen ?? Array(assessment.units.indices)
        units = positions.compactMap { position in
            let own = (given[assessment.units[position].code] ?? []).filter {
                $0.stage == stages.before || $0.stage == stages.after
            }
            if own.isEmpty { return nil }
            func byNode(_ stage: AssessmentSettings.Stage) -> [Int: GivenScore] {
                let pairs = own.filter { $0.stage == stage }.compactMap { score in
                    set.index(of: score.criterion).map { ($0, score) }
                }
                return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            }
            let (before, after) = (byNode(stages.before), byNode(stages.after))
            let score = assessment.scores[position]
            let first = StageScore(score, given: before.mapValues(\.points))
            let last = StageScore(score, given: after.mapValues(\.points))
            let criteria = set.criteria.indices.filter { before[$0] != nil || after[$0] != nil }.map { node in
                StageCriterion(
                    criterion: set.criteria[node],
                    before: StagePoints(points: first.tally(of: node).points, given: before[node]),
                    after: StagePoints(points: last.tally(of: node).points, given: after[node]))
            }
            return StageUnit(
                unit: assessment.units[position], before: first, after: last, criteria: criteria,
                fields: score.fieldIndices)
        }
        computedOnly = positions.count - units.count
    }

    var pointDigits: Int { header.pointDigits }
    var indexDigits: Int { header.indexDigits }
}
