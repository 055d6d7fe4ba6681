internal import Values

/// What one unit lost, leaf by leaf, without the reasons: all that sums over many units need.
package struct UnitLosses: Sendable {
    /// The position of the unit.
    package let unit: Int
    /// Points and maximum overall.
    package let total: PointSum
    /// The leaves that have something to lose, in tree order: their positions in the set, and what they lost.
    package let leaves: [(index: Int, sum: GapSum)]
    /// What lies between their losses and that of the total, in tree order.
    package let adjustments: [SumAdjustment]

    /// The losses of all leaves together.
    package var sum: GapSum { leaves.reduce(GapSum()) { $0.adding($1.sum) } }

    /// The leaves that lost most, the greatest loss first; equal losses in tree order.
    package func greatest(_ count: Int) -> [(index: Int, sum: GapSum)] {
        Array(
            leaves.filter { $0.sum.lost > 0 }
                .sorted { ($1.sum.lost, $0.index) < ($0.sum.lost, $1.index) }.prefix(count))
    }
}

extension UnitScore {
    /// What the unit lost. Complexity: O(nodes).
    package var losses: UnitLosses {
        UnitLosses(
            unit: unit, total: total,
            leaves: losingLeaves.map { ($0.leaf.criterion, GapSum(CollectionOfOne($0.score))) },
            adjustments: sumAdjustments)
    }

    /// The leaves of the unit's level with their scores, in tree order. What is left out of points and maximum has
    /// nothing to lose and is not among them; bonus and penalty are, without a maximum, and so is what has no points by
    /// a convention that keeps the maximum.
    var losingLeaves: [(leaf: CompiledLeaf, score: CriterionScore)] {
        let level = figures.level
        return compiled.leaves.lazy.filter { $0.levels[level] }.map { ($0, criterion($0.criterion)) }
            .filter { !($0.score.status == .notApplicable && $0.score.points == nil && $0.score.sum.maximum == 0) }
    }
}
