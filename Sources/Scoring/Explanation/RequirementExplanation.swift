public import Values

/// What a leaf's condition on another criterion means for its points.
public struct RequirementExplanation: Sendable {
    /// The condition.
    public let requirement: LeafRequirement
    /// The other criterion.
    public let other: Criterion
    /// Whether it holds, and what the other criterion reached.
    public let outcome: RequirementOutcome
    /// The most that the leaf gets where it does not hold, rounded as the leaf's points are.
    public let limit: FixedDecimal
    /// The leaf's points if the condition held and nothing else changed; nil where it has none.
    public let pointsIfMet: FixedDecimal?
    /// What that gains on the points that stand; zero where the condition takes nothing.
    public let gain: FixedDecimal
}

extension UnitScore {
    /// What the condition of a leaf means for its points; nil for a leaf without one.
    ///
    /// - Parameter outcome: the leaf's outcome, with the points that stand for it.
    func requirement(of leaf: Leaf, _ compiled: CompiledLeaf, in outcome: LeafOutcome) -> RequirementExplanation? {
        guard let requirement = leaf.requirement, let own = compiled.requirement, let state = outcome.requirement,
            let other = criteriaSet[requirement.criterion]
        else { return nil }
        let rounding = compiled.rounding ?? .finest
        let free = compiled.combined(
            outcome.measures, rounding: compiled.rounding, sharedIn: outcome.sharedIn,
            requirement: RequirementOutcome(state: .met, reached: nil)
        ).points
        // Given points stand whether the condition holds or not.
        let isGiven = isSettled(compiled.criterion, in: .total)
        let gain = free.flatMap { free in outcome.points.map { free - $0 } } ?? 0
        return RequirementExplanation(
            requirement: requirement, other: other, outcome: state,
            limit: own.limit(of: outcome.exactMaximum).rounded(rounding) ?? 0, pointsIfMet: free,
            gain: isGiven ? 0 : max(gain, 0))
    }
}
