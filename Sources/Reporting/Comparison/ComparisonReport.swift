package import Assessment
internal import Documents
internal import Scoring

/// Two assessments compared, unit by unit.
package struct ComparisonReport: Report {
    /// A unit of the later assessment with what it is compared with.
    package struct ComparedUnit: Sendable {
        /// The unit, or the units that became it, in the earlier assessment.
        let before: [Unit]
        let after: Unit
        /// Whether the later assessment says that it succeeds the others.
        let isSuccession: Bool
        let comparison: UnitComparison
        /// Figures of several predecessors that cannot be made one.
        let gaps: [CombinedScore.Gap]
    }

    /// What the rows are.
    package enum Detail: String, CaseIterable, Sendable {
        /// The units alone.
        case unit
        /// The fields of each unit.
        case field
        /// The criteria of each unit.
        case criterion
    }

    let before: ReportHeader
    let after: ReportHeader
    /// The units that are compared.
    let units: [ComparedUnit]
    /// Units that are not, with why.
    let gaps: [UnitPairing.Gap]
    let detail: Detail
    /// All units of both assessments.
    let unitsBefore: [Unit]
    let unitsAfter: [Unit]

    /// Compares the units of a pairing.
    ///
    /// Complexity: O(units × criteria).
    package init(_ before: Assessment, _ after: Assessment, pairing: UnitPairing, detail: Detail) {
        (self.before, self.after) = (ReportHeader(before), ReportHeader(after))
        (unitsBefore, unitsAfter) = (before.units, after.units)
        self.detail = detail
        let editions = EditionPair(before.criteria, after.criteria)
        var units: [ComparedUnit] = []
        var gaps = pairing.gaps
        for pair in pairing.pairs {
            let combined = pair.before.count > 1 ? before.scores.combined(pair.before) : nil
            guard let first = pair.before.count > 1 ? combined?.score : pair.before.first.map({ before.scores[$0] })
            else {
                gaps.append(.levelsDiffer(after: pair.after))
                continue
            }
            let comparison = UnitComparison(
                from: first, to: after.scores[pair.after], editions: editions, apart: combined?.leavesWithGaps ?? [])
            units.append(
                ComparedUnit(
                    before: pair.before.map { before.units[$0] }, after: after.units[pair.after],
                    isSuccession: pair.isSuccession, comparison: comparison, gaps: combined?.gaps ?? []))
        }
        (self.units, self.gaps) = (units, gaps)
    }

    /// The digits of points and of the index that both editions need.
    var pointDigits: Int { max(before.pointDigits, after.pointDigits) }
    var indexDigits: Int { max(before.indexDigits, after.indexDigits) }

    /// Codes of units that were left out because their rows hold errors.
    var leftOut: [String] { before.leftOut + after.leftOut.filter { !before.leftOut.contains($0) } }

    /// The unit that is compared with none.
    func unit(of gap: UnitPairing.Gap) -> Unit? {
        gap.after.map { unitsAfter[$0] } ?? gap.before.map { unitsBefore[$0] }
    }
}
