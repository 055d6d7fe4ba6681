package import Assessment
internal import Documents
package import Scoring
internal import Values
internal import Words

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

        /// What they are grouped by; nil where each stands for itself.
        var key: GapGroup.Key? {
            switch self {
            case .points: nil
            case .agency: .agency
            case .field: .field
            }
        }
    }

    let header: ReportHeader
    let order: Order
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
                let unit = assessment.units[position]
                return (unit, assessment.scores[position].gap(standardErrors: errors[unit.code] ?? [:]))
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

/// What a leaf, an agency or a field costs several units.
struct GapCost: Sendable {
    enum Subject: Hashable, Sendable {
        /// A leaf, by its position in the set.
        case leaf(Int)
        case group(GapGroup.Name)
    }

    let subject: Subject
    /// The losses of each unit.
    let sums: [GapSum]

    var lost: FixedDecimal { sums.reduce(0) { $0 + $1.lost } }

    /// The costs of what units have in common, the greatest first; equal ones in the order in which they came.
    static func sorted(_ gaps: [UnitGap], by key: GapGroup.Key?) -> [GapCost] {
        let parts = gaps.flatMap { gap -> [(subject: Subject, sum: GapSum)] in
            guard let key else { return gap.leaves.map { (.leaf($0.score.index), GapSum([$0])) } }
            return gap.groups(by: key).map { (.group($0.name), $0.sum) }
        }
        let bySubject = Dictionary(grouping: parts, by: \.subject)
        return parts.map(\.subject).withoutRepeats { $0 }
            .map { GapCost(subject: $0, sums: (bySubject[$0] ?? []).map(\.sum)) }
            .filter { $0.lost > 0 }.sorted { $0.lost > $1.lost }
    }
}
