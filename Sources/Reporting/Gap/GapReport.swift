package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// What units lost and how far they are from their targets.
package struct GapReport: Sendable {
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
    /// The codes of units that were left out because their rows hold errors.
    let leftOut: [String]
    let year: Int

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
        leftOut = assessment.leftOut
        year = assessment.criteria.year
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

    func words(_ measure: MeasureGap, of leaf: LeafGap, in language: Language) -> GapWords {
        GapWords(measure, of: leaf, year: year, digits: set.rounding.points.digits, language: language)
    }

    /// Whose leaves a group holds: an agency on one line, or a field with its code.
    func name(of group: GapGroup.Name, in language: Language) -> String {
        switch group {
        case .agency(let name?): DeadlineWords.agency(name)
        case .agency(nil): language == .vi ? "(không ghi cơ quan chủ trì)" : "(no lead agency stated)"
        case .field(let index): "\(set.criteria[index].code). \(set.criteria[index].name.text(language))"
        }
    }
}

/// The words of reports of gaps that ``Label`` does not have.
enum GapLabel {
    static let title = Wording(vi: "Điểm mất và khoảng cách đến chỉ tiêu", en: "Lost points and gaps to targets")
    static let withoutFigures = Wording(vi: "Mất vì chưa có số liệu", en: "Lost for want of figures")
    static let measured = Wording(vi: "Hiện có và chỉ tiêu", en: "Now, and target")
    static let distance = Wording(vi: "Khoảng cách đến chỉ tiêu", en: "To the target")
    static let next = Wording(vi: "Mức kế tiếp", en: "Next band")
    static let lead = Wording(vi: "Chủ trì", en: "Lead")
    static let lost = Wording(vi: "Mất điểm", en: "Points lost")
    static let lostThoughMet = Wording(
        vi: "Đạt chỉ tiêu nhưng vẫn mất điểm", en: "Target met though points are lost")
    static let fullThoughMissed = Wording(
        vi: "Đủ điểm nhưng chưa đạt chỉ tiêu", en: "Full points though the target is missed")
    static let byAgency = Wording(vi: "Mất điểm theo cơ quan chủ trì", en: "Lost points by lead agency")
    static let byField = Wording(vi: "Mất điểm theo lĩnh vực", en: "Lost points by field")
    static let agency = Wording(vi: "Cơ quan chủ trì", en: "Lead agency")
    static let leaves = Wording(vi: "Số tiêu chí mất điểm", en: "Criteria with losses")
    static let greatest = Wording(vi: "Mất nhiều nhất", en: "Greatest losses")
    static let common = Wording(vi: "Tiêu chí mất nhiều điểm nhất", en: "Criteria that cost most")
    static let unitsLosing = Wording(vi: "Số đơn vị mất điểm", en: "Units with losses")
}
