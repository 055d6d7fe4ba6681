package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// Two assessments compared, unit by unit.
package struct ComparisonReport: Report {
    /// A unit of the later assessment with what it is compared with.
    package struct ComparedUnit: Sendable {
        /// The unit, or the units that became it, in the earlier assessment.
        package let before: [Unit]
        /// The unit in the later assessment.
        package let after: Unit
        /// Whether the later assessment says that it succeeds the others.
        package let isSuccession: Bool
        /// The change, step by step.
        package let comparison: UnitComparison
        /// Figures of several predecessors that cannot be made one.
        package let gaps: [CombinedScore.Gap]
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

    /// What stands above: the earlier assessment and the later one.
    package let before: ReportHeader
    package let after: ReportHeader
    /// The units that are compared.
    package let units: [ComparedUnit]
    /// Units that are not, with why.
    package let gaps: [UnitPairing.Gap]
    /// What the rows are.
    package let detail: Detail
    /// All units of both assessments.
    let unitsBefore: [Unit]
    let unitsAfter: [Unit]
    /// Codes of units that were left out because their rows hold errors.
    let leftOut: [String]

    /// Compares the units of a pairing.
    ///
    /// Complexity: O(units × criteria).
    package init(_ before: Assessment, _ after: Assessment, pairing: UnitPairing, detail: Detail) {
        self.before = ReportHeader(before)
        self.after = ReportHeader(after)
        self.detail = detail
        (unitsBefore, unitsAfter) = (before.units, after.units)
        leftOut = before.leftOut + after.leftOut.filter { !before.leftOut.contains($0) }
        let editions = EditionPair(before.criteria, after.criteria)
        var units: [ComparedUnit] = []
        var gaps = pairing.gaps
        for pair in pairing.pairs {
            let own = after.scores[pair.after]
            var first = pair.before.first.map { before.scores[$0] }
            var missing: [CombinedScore.Gap] = []
            if pair.before.count > 1 {
                let combined = before.scores.combined(pair.before)
                (first, missing) = (combined?.score, combined?.gaps ?? [])
            }
            guard let first else {
                gaps.append(.levelsDiffer(after: pair.after))
                continue
            }
            let comparison = UnitComparison(
                from: first, to: own, editions: editions, apart: Set(missing.map(\.leaf)))
            units.append(
                ComparedUnit(
                    before: pair.before.map { before.units[$0] }, after: after.units[pair.after],
                    isSuccession: pair.isSuccession, comparison: comparison, gaps: missing))
        }
        (self.units, self.gaps) = (units, gaps)
    }

    /// The digits of points and of the index that both editions need.
    var pointDigits: Int { max(before.set.rounding.points.digits, after.set.rounding.points.digits) }
    var indexDigits: Int { max(before.set.rounding.index.digits, after.set.rounding.index.digits) }

    /// The nodes of a unit that a detailed table shows: every field, and criteria that changed or came or went.
    func shownNodes(of unit: ComparedUnit) -> (shown: [NodeComparison], hidden: Int) {
        let nodes = unit.comparison.nodes
        guard detail == .criterion else { return (nodes.filter(\.isField), 0) }
        let shown = nodes.filter { $0.isField || $0.hasApart || hasNews($0) }
        let scored = nodes.filter { $0.isLeaf && !$0.bridge.isEmpty }
        return (shown, scored.count - shown.filter { $0.isLeaf && !$0.bridge.isEmpty }.count)
    }

    private func hasNews(_ node: NodeComparison) -> Bool {
        !node.bridge.isUnchanged || node.before == nil || node.after == nil || node.isRenamed
            || node.statusBefore != node.statusAfter
    }
}

extension UnitComparison {
    /// Whether some leaves are left out of the comparison.
    var isPartial: Bool { !apart.isEmpty }
}

extension Bridge {
    /// Whether there are neither points nor a maximum in any state.
    var isEmpty: Bool { states.allSatisfy { $0.points == 0 && $0.maximum == 0 } }
}
