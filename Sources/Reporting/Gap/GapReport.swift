package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// What units lost and how far they are from their targets.
package struct GapReport: Report {
    /// How the criteria are put together.
    package enum Order: String, CaseIterable, Hashable, Sendable {
        /// The greatest loss first.
        case points
        /// By lead agency.
        case agency
        /// By field.
        case field
    }

    /// What stands above.
    package let header: ReportHeader
    /// How the criteria are put together.
    package let order: Order
    /// The units with their gaps.
    package let units: [(unit: Unit, gap: UnitGap)]

    /// Makes the report of all units, or of some.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of units; nil for all.
    ///   - order: how the criteria are put together.
    ///   - standardErrors: the standard errors of figures that a survey measured, in the figures' own unit; nil for those
    ///     of the assessment's survey.
    package init(
        _ assessment: Assessment, units: [Int]? = nil, order: Order, standardErrors: [FigureKey: Double]? = nil
    ) {
        let errors = (standardErrors ?? assessment.survey?.errors ?? [:]).reduce(into: [String: [String: Double]]()) {
            $0[$1.key.unit, default: [:]][$1.key.metric] = $1.value
        }
        header = ReportHeader(assessment)
        self.order = order
        let positions = units ?? Array(assessment.units.indices)
        let parts = Parallel.map(positions.count, minimum: 64) { part in
            positions[part].map { position in
                return (
                    unit: assessment.units[position],
                    gap: assessment.scores[position].gap(standardErrors: errors[assessment.units[position].code] ?? [:])
                )
            }
        }
        self.units = Array(parts.joined())
    }

    var set: CriteriaSet { header.set }

    /// Whose leaves a group holds: an agency on one line, or a field with its code.
    func name(of group: GapGroup.Name) -> Phrase {
        switch group {
        case .agency(let name?): Phrase(verbatim: CleanText.points(name))
        case .agency(nil): GapWords.noLead
        case .field(let index): Phrase("\(set.criteria[index].code). \(set.criteria[index].name)")
        }
    }
}
