public import Values

/// What a node, or the total, has beyond the sum of its parts: with the leaves, these make the total.
public struct SumAdjustment: Hashable, Sendable {
    /// Why there is a difference.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Points were given to the node as a whole.
        case givenToWhole
        /// The sum of the parts is rounded.
        case roundingOfSum
        /// The parts are not added: their points become the node's by a mean, or the best or least of them.
        case notAdded
        /// The caps on bonus and penalty points, the rounding of the total, and its limits.
        case capsAndTotal
    }

    /// The position of the node in the set; nil for the total.
    public let node: Int?
    /// The field that the node is, or lies in; nil for the total.
    public let field: Int?
    /// Why there is a difference.
    public let reason: Reason
    /// The points beyond those of the parts.
    public let points: FixedDecimal
    /// The maximum beyond those of the parts: that of a node of which nothing applied until it was given points.
    public let maximum: FixedDecimal

    /// What it adds to the losses of the parts.
    public var lost: FixedDecimal { maximum - points }
    /// Whether the parts add up.
    package var isNothing: Bool { points == 0 && maximum == 0 }
}

extension UnitScore {
    /// What a node, or the total, has beyond the sum of its parts; nothing for a leaf.
    package func sumAdjustment(of node: Int?) -> SumAdjustment {
        guard let node else {
            return SumAdjustment(
                node: nil, field: nil, reason: criteriaSet.combination.isSum ? .capsAndTotal : .notAdded,
                points: adjustment, maximum: 0)
        }
        let isSum = criteriaSet.criteria[node].combination.isSum
        let children = criteriaSet.criteria[node].children
        let whole = children.isEmpty ? 0 : children.reduce(sum(of: node).maximum) { $0 - sum(of: $1).maximum }
        return SumAdjustment(
            node: node, field: criteriaSet.field(above: node),
            reason: standing(of: node) != nil ? .givenToWhole : isSum ? .roundingOfSum : .notAdded,
            points: adjustment(of: node),
            maximum: whole)
    }

    /// What lies between the leaves and the total, in tree order, the total's own last.
    ///
    /// Complexity: O(nodes).
    public var sumAdjustments: [SumAdjustment] {
        let nodes = criteriaSet.criteria
        return (nodes.indices.filter { nodes[$0].leaf == nil }.map { $0 } + [nil])
            .map { sumAdjustment(of: $0) }.filter { !$0.isNothing }
    }
}
