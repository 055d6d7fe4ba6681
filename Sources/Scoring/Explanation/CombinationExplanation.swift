public import Values

/// How the points of parts that are not added became those of their node, or of the total.
public struct CombinationExplanation: Sendable {
    /// A part that counts.
    public struct Part: Sendable {
        /// The part.
        public let criterion: Criterion
        /// Its weight, as a whole number without a factor common to all parts of the node.
        public let weight: Int
        /// Its points ÷ its maximum.
        public let share: ExactRatio
    }

    /// The way of combining.
    public let combination: NodeCombination
    /// The parts that apply to the unit.
    public let parts: [Part]
    /// The combined share; a mean is rounded to the digits of the combination.
    public let share: ExactRatio
}

extension UnitScore {
    /// How the points of a node came about, or of the total for nil; nil where they are added, where given points stand
    /// and where no part applies.
    public func combination(of node: Int?) -> CombinationExplanation? {
        let set = criteriaSet
        let combination = node.map { set.criteria[$0].combination } ?? set.combination
        let nodes = node.map { set.criteria[$0].children } ?? fieldIndices
        if let node, standing(of: node) != nil { return nil }
        guard let combined = CombinedParts(combination, of: nodes, in: set) else { return nil }
        let parts = combined.parts.compactMap { part -> CombinationExplanation.Part? in
            let sum = sum(of: part.node)
            guard sum.maximum > 0 else { return nil }
            return CombinationExplanation.Part(
                criterion: set.criteria[part.node], weight: part.weight, share: sum.share(digits: combination.digits))
        }
        guard !parts.isEmpty else { return nil }
        return CombinationExplanation(
            combination: combination, parts: parts, share: combined.share(of: parts.map { ($0.weight, $0.share) }))
    }
}
