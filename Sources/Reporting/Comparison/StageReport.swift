package import Assessment
internal import Documents
internal import Scoring
internal import Values

/// Two stages of one assessment compared: what the appraisal cut, and why.
package struct StageReport: Report {
    /// A unit to which people gave points at either stage.
    struct StageUnit: Sendable {
        let unit: Unit
        /// Its scores at the earlier stage and at the later.
        let scores: [StageScore]
        /// The points that people gave then, by the positions of nodes.
        let given: [[Int: GivenScore]]
    }

    let header: ReportHeader
    /// The earlier stage and the later.
    let stages: [AssessmentSettings.Stage]
    let units: [StageUnit]
    /// How many of the units asked for are not among them: both stages have the computed points.
    let computedOnly: Int
    /// Whether the rows are fields rather than criteria.
    let isByField: Bool

    /// Compares two stages, the earlier first, of all units or of some.
    ///
    /// Complexity: O(units with given points × criteria + given points).
    package init(
        _ assessment: Assessment, stages: [AssessmentSettings.Stage], units chosen: [Int]? = nil,
        isByField: Bool = false
    ) {
        precondition(stages.count == 2, "two stages are compared")
        header = ReportHeader(assessment)
        (self.stages, self.isByField) = (stages, isByField)
        let set = assessment.criteria.set
        let given = Dictionary(grouping: assessment.givenScores, by: \.unit)
        let positions = chosen ?? Array(assessment.units.indices)
        units = positions.compactMap { position in
            let own = stages.map { stage in
                let scores = (given[assessment.units[position].code] ?? []).filter { $0.stage == stage }
                let nodes = scores.compactMap { score in set.index(of: score.criterion).map { ($0, score) } }
                return Dictionary(firstOf: nodes)
            }
            if own.allSatisfy(\.isEmpty) { return nil }
            let score = assessment.scores[position]
            return StageUnit(
                unit: assessment.units[position],
                scores: own.map { StageScore(score, given: $0.mapValues(\.points)) }, given: own)
        }
        computedOnly = positions.count - units.count
    }
}
