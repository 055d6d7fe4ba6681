import Values

/// The sums of one unit's tree.
struct UnitSums {
    /// By the position of the node in the set.
    let nodes: [PointSum]
    /// What caps and the rounding of the total add to the sum of the fields.
    let adjustment: FixedDecimal
    let total: PointSum

    /// Computes the sums.
    ///
    /// - Parameters:
    ///   - set: the tree, its caps.
    ///   - policy: how points are rounded, possibly by another edition's policy.
    ///   - given: points that replace those of a node, by its position.
    ///   - leaf: the points and maxima of the leaf at a position of the set.
    /// - Complexity: O(nodes).
    init(_ set: CriteriaSet, policy: RoundingPolicy, given: [Int: FixedDecimal] = [:], leaf: (Int) -> PointSum) {
        var sums = TreeSums(set, policy: policy, units: 1)
        var leaves: [PointSum] = []
        for node in sums.layout.leaves {
            var own = leaf(node)
            if let points = given[node] {
                (own.points, own.excess) = (points, sums.whole[node].excess(of: points))
            }
            sums.take(own, ofLeaf: node, unit: 0)
            leaves.append(own)
        }
        let parents = given.filter { sums.layout.parent[$0.key] != nil }
        var excess: [Int: ExactSum] = [:]
        for (position, own) in leaves.enumerated() where !own.excess.isEmpty { excess[position] = own.excess }
        sums.addUp(
            leaves.map { $0.points.mantissa }, excess: excess,
            given: parents.map { GivenSum(node: $0.key, unit: 0, points: $0.value) })
        let nodes = set.criteria.indices.map { node in
            sums.sum(of: node, unit: 0) ?? leaves[sums.layout.leaf[node] ?? 0]
        }
        let fields = sums.layout.fields.reduce(into: PointSum.zero) { $0.add(nodes[$1]) }
        total = sums.total(fields, unit: 0)
        adjustment = total.points - fields.points
        self.nodes = nodes
    }
}

extension PointSum {
    static var zero: PointSum { PointSum(points: 0, maximum: 0, scoredMaximum: 0) }

    /// Adds points and maxima in place.
    mutating func add(_ other: PointSum) {
        points += other.points
        maximum += other.maximum
        scoredMaximum += other.scoredMaximum
        if other.hasOnlyMillionths { return }
        if !other.excess.isEmpty { excess.add(other.excess) }
        if !other.beyond.isEmpty {
            beyond.add(other.beyond)
            settleMaxima()
        }
    }

    /// The exact points in millionths, rounded.
    func millionths(_ mode: Rounding.Mode) -> Int64 {
        excess.rounded(Rounding(mode, digits: 6), adding: points)?.mantissa ?? points.mantissa
    }

    /// Rounds the points to millionths and keeps the rest apart.
    mutating func settle() {
        (points, excess) = Self.settled(points, excess)
    }
}
