public import Values

/// A unit's score with points that people gave instead of computed ones.
///
/// Points given to a node replace whatever was computed for it and below; where none were given, the computed ones
/// count. Fields and the total are then summed, rounded and capped as in any score.
public struct StageScore: Sendable {
    /// The total.
    public let total: PointSum
    /// What caps and the rounding of the total add to the sum of the fields.
    public let adjustment: FixedDecimal
    private let nodes: [PointSum]
    private let rounding: Rounding

    /// Replaces computed points with given ones.
    ///
    /// - Parameters:
    ///   - score: the computed score.
    ///   - given: points by node position. A leaf that was left out counts with its full maximum when points are given
    ///     to it: whoever gave them considered it applicable.
    /// - Complexity: O(nodes).
    public init(_ score: UnitScore, given: [Int: FixedDecimal]) {
        let set = score.criteriaSet
        let sums = UnitSums(set, policy: set.rounding, given: given) { index in
            guard given[index] != nil else { return score.sum(of: index) }
            let maximum = set.criteria[index].maximum
            return PointSum(points: 0, maximum: maximum, scoredMaximum: maximum)
        }
        (nodes, total, adjustment) = (sums.nodes, sums.total, sums.adjustment)
        rounding = set.rounding.index
    }

    /// Points and maximum of the node at a position of the set.
    public func sum(of node: Int) -> PointSum { nodes[node] }

    /// The index, rounded for display; nil when nothing applies.
    public var index: FixedDecimal? { total.exactIndex?.rounded(rounding) }
}
