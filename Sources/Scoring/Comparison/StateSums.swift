import Values

/// The sums of one unit's tree, from what became of its leaves: the states of a comparison, and stages in which people
/// gave points.
struct StateSums {
    /// By the position of the node in the set.
    let nodes: [Tally]
    /// What caps and the rounding of the total add to the sum of the fields.
    let adjustment: FixedDecimal
    /// The total.
    let total: Tally

    /// Adds up.
    ///
    /// - Parameters:
    ///   - set: the tree, its caps.
    ///   - policy: how points are rounded, perhaps another edition's way.
    ///   - given: points that stand in place of the sum of a node, by its position.
    ///   - leaf: the points and maxima of the leaf at a position of the set.
    /// - Complexity: O(nodes).
    init(
        _ set: CriteriaSet, policy: RoundingPolicy, given: [Int: FixedDecimal] = [:], leaf: (Int) -> Tally
    ) {
        var nodes = Array(repeating: Tally(points: 0, maximum: 0, scoredMaximum: 0), count: set.criteria.count)
        var (bonus, penalty) = (FixedDecimal.zero, FixedDecimal.zero)
        var fields = Tally(points: 0, maximum: 0, scoredMaximum: 0)
        // Nodes stand after their parents, so from the end every parent is whole before it is added to its own.
        for (index, node) in set.criteria.enumerated().reversed() {
            if node.leaf != nil { nodes[index] = leaf(index) }
            if let points = given[index] {
                nodes[index].points = points
            } else if node.leaf == nil, node.parent == nil, policy.stage == .field {
                nodes[index].points = nodes[index].points.rounded(policy.points) ?? nodes[index].points
            }
            switch node.leaf?.role {
            case .bonus: bonus += nodes[index].points
            case .penalty: penalty -= nodes[index].points
            case .regular, nil: break
            }
            if let parent = node.parent { nodes[parent].add(nodes[index]) } else { fields.add(nodes[index]) }
        }
        let adjustment = set.capAdjustment(bonus: bonus, penalty: penalty, policy: policy)
        var points = fields.points + adjustment
        if policy.stage == .total { points = points.rounded(policy.points) ?? points }
        self.nodes = nodes
        self.adjustment = points - fields.points
        total = Tally(points: points, maximum: fields.maximum, scoredMaximum: fields.scoredMaximum)
    }
}

extension Tally {
    /// Adds points and maxima in place.
    mutating func add(_ other: Tally) {
        points += other.points
        maximum += other.maximum
        scoredMaximum += other.scoredMaximum
    }
}

extension CriteriaSet {
    /// What the caps on bonus and penalty points add to the sum of the fields: below zero when bonus points were cut,
    /// above when penalty points were. Both sums are given as zero or more.
    func capAdjustment(bonus: FixedDecimal, penalty: FixedDecimal, policy: RoundingPolicy) -> FixedDecimal {
        let overBonus = max(bonus - (bonusCap ?? bonus), 0)
        let overPenalty = max(penalty - (penaltyCap ?? penalty), 0)
        let adjustment = overPenalty - overBonus
        // Where fields are rounded, what is taken from their sum is rounded alike.
        return policy.stage == .field ? adjustment.rounded(policy.points) ?? adjustment : adjustment
    }
}
