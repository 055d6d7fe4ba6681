package import Documents
internal import Words
package import Assessment
import Scoring
package import Values

/// The scores of all units of an assessment.
package struct ScoreReport: Sendable {
    /// The units of a group (khối), in the order of their table.
    package struct GroupReport: Sendable {
        /// The group; nil for units without one.
        package let group: Group?
        /// Its units.
        package let units: [UnitReport]
        let positions: [Int]
        let scores: ScoreTable

        /// The plain mean of the indices of the units of which enough is scored to be ranked, by the edition's rounding,
        /// and how many they are; nil for less than two. Worked out on each call.
        package var mean: (index: FixedDecimal, count: Int)? {
            let complete = positions.filter { scores[$0].isRankable }
            guard complete.count > 1, let (mean, count) = scores.meanIndex(of: complete),
                let index = mean.rounded(scores.criteria.set.rounding.index)
            else { return nil }
            return (index, count)
        }

        /// How many ranked units of the group its classes are parts of; nil where classes are no parts of units.
        package var classedUnitCount: Int? { units.first?.score.classedUnitCount }
    }

    /// What stands above.
    package let header: ReportHeader
    /// The groups in the order of the settings, then units without one.
    package let groups: [GroupReport]
    /// The codes of units that were left out because their rows hold errors.
    package let leftOut: [String]
    /// Whether the edition has classes.
    package let hasClasses: Bool
    /// The digits after the decimal sign of points and of the index.
    let pointDigits: Int
    let indexDigits: Int

    /// Makes the report of all units, or of some.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - chosen: the positions of units; nil for all.
    package init(_ assessment: Assessment, units chosen: [Int]? = nil) {
        header = ReportHeader(assessment)
        let set = assessment.criteria.set
        let positions = chosen ?? Array(assessment.units.indices)
        let byGroup = Dictionary(grouping: positions) { assessment.units[$0].group }
        let given = Dictionary(grouping: assessment.givenScores, by: \.unit)
        let known = assessment.settings.groups.map { Optional($0) } + [nil]
        groups = known.compactMap { group in
            byGroup[group?.code].map { members in
                let parts = Parallel.map(members.count, minimum: 1_000) { part in
                    members[part].map {
                        UnitReport(assessment, unit: $0, given: given[assessment.units[$0].code] ?? [])
                    }
                }
                return GroupReport(
                    group: group, units: Array(parts.joined()), positions: members, scores: assessment.scores)
            }
        }
        leftOut = assessment.leftOut
        hasClasses = !set.classSchemes.isEmpty
        pointDigits = set.rounding.points.digits
        indexDigits = set.rounding.index.digits
    }

    /// All units, by groups.
    package var units: [UnitReport] { groups.flatMap(\.units) }
}
