import Values

/// The sums of a tree for many units, one column each: points and maxima of every parent, bonus and penalty points.
///
/// Every sum of points is computed here: those of a table of scores, of the states of a comparison, and of stages in
/// which people gave points.
struct TreeSums: Sendable {
    let layout: TreeLayout
    /// How points are rounded, possibly by another edition's policy.
    private let policy: RoundingPolicy
    private let caps: (bonus: FixedDecimal?, penalty: FixedDecimal?)
    private let count: Int
    // In millionths, by parent and unit: the position of the parent among the parents × units + unit.
    private var points: [Int64]
    private var maximum: [Int64]
    private var scoredMaximum: [Int64]
    // In millionths, by unit.
    private var bonus: [Int64]
    private var penalty: [Int64]

    /// Sums for units to whom every leaf applies, with all of it scored, and no points yet.
    init(_ set: CriteriaSet, policy: RoundingPolicy, units count: Int) {
        self.policy = policy
        caps = (set.bonusCap, set.penaltyCap)
        self.count = count
        layout = TreeLayout(set.criteria)
        maximum = []
        maximum.reserveCapacity(layout.parents.count * count)
        for parent in layout.parents {
            maximum.append(contentsOf: repeatElement(set.criteria[parent].maximum.mantissa, count: count))
        }
        scoredMaximum = maximum
        points = Array(repeating: 0, count: maximum.count)
        bonus = Array(repeating: 0, count: count)
        penalty = bonus
    }

    /// Removes what does not apply to a unit, and what is not scored, from the maxima above a leaf.
    mutating func take(out missing: FixedDecimal, unscored: FixedDecimal, ofLeaf node: Int, unit: Int) {
        if missing == 0, unscored == 0 { return }
        var ancestor = layout.above[node]
        while let parent = ancestor {
            maximum[parent * count + unit] -= missing.mantissa
            scoredMaximum[parent * count + unit] -= unscored.mantissa
            ancestor = layout.above[layout.parents[parent]]
        }
    }

    /// Adds points up from the leaves.
    ///
    /// - Parameters:
    ///   - leaves: points in millionths by leaf and unit.
    ///   - given: points that replace the sum of a parent, by its position in the set.
    /// - Complexity: O(nodes × units).
    mutating func addUp(_ leaves: [Int64], given: [Int: FixedDecimal] = [:]) {
        for (leaf, node) in layout.leaves.enumerated() {
            switch layout.roles[leaf] {
            case .bonus: Self.add(leaves, from: leaf, to: &bonus, at: 0, count)
            case .penalty: Self.add(leaves, from: leaf, to: &penalty, at: 0, count)
            case .regular: break
            }
            if let parent = layout.above[node] { Self.add(leaves, from: leaf, to: &points, at: parent, count) }
        }
        // Nodes come after their parents, so going backwards every parent is complete before it is added to its own.
        for (position, node) in layout.parents.enumerated().reversed() {
            let parent = layout.above[node]
            if let given = given[node] {
                for unit in 0..<count { points[position * count + unit] = given.mantissa }
            } else if parent == nil, policy.stage == .field {
                round(position)
            }
            guard let parent else { continue }
            let (from, to) = (position * count, parent * count)
            points.withUnsafeMutableBufferPointer { points in
                Self.add(UnsafeBufferPointer(rebasing: points[from..<from + count]), to: points[to..<to + count])
            }
        }
    }

    private static func add(_ source: [Int64], from: Int, to sums: inout [Int64], at position: Int, _ count: Int) {
        let (from, to) = (from * count, position * count)
        source.withUnsafeBufferPointer { source in
            sums.withUnsafeMutableBufferPointer { sums in
                add(UnsafeBufferPointer(rebasing: source[from..<from + count]), to: sums[to..<to + count])
            }
        }
    }

    /// Adds one column to another; they do not overlap.
    private static func add(_ column: UnsafeBufferPointer<Int64>, to slice: Slice<UnsafeMutableBufferPointer<Int64>>) {
        let sums = UnsafeMutableBufferPointer(rebasing: slice)
        // Overflow of 64 bits is checked once, after the loop, so that the loop can be vectorised.
        var overflow: Int64 = 0
        for unit in column.indices {
            let (left, right) = (sums[unit], column[unit])
            let sum = left &+ right
            overflow |= (sum ^ left) & (sum ^ right)
            sums[unit] = sum
        }
        precondition(overflow >= 0, "points beyond 64 bits")
    }

    private mutating func round(_ position: Int) {
        for cell in position * count..<(position + 1) * count {
            points[cell] = policy.rounded(FixedDecimal(mantissa: points[cell])).mantissa
        }
    }

    /// Points and maximum of a parent; nil for a leaf.
    func sum(of node: Int, unit: Int) -> PointSum? {
        guard let parent = layout.parent[node] else { return nil }
        let cell = parent * count + unit
        return PointSum(
            points: FixedDecimal(mantissa: points[cell]), maximum: FixedDecimal(mantissa: maximum[cell]),
            scoredMaximum: FixedDecimal(mantissa: scoredMaximum[cell]))
    }

    /// What the caps on bonus and penalty points add to the sum of the fields: negative when bonus points were cut,
    /// positive when penalty points were.
    func capAdjustment(unit: Int) -> FixedDecimal {
        Self.capAdjustment(
            bonus: FixedDecimal(mantissa: bonus[unit]), penalty: FixedDecimal(mantissa: penalty[unit]), caps: caps,
            policy: policy)
    }

    /// What caps add to the sum of the fields, for the sums of bonus and penalty points.
    static func capAdjustment(
        bonus: FixedDecimal, penalty: FixedDecimal, caps: (bonus: FixedDecimal?, penalty: FixedDecimal?),
        policy: RoundingPolicy
    ) -> FixedDecimal {
        let overBonus = max(bonus - (caps.bonus ?? bonus), 0)
        let overPenalty = max(-penalty - (caps.penalty ?? -penalty), 0)
        let adjustment = overPenalty - overBonus
        // Where fields are rounded, what is deducted from their sum is rounded in the same way.
        return policy.stage == .field ? policy.rounded(adjustment) : adjustment
    }

    /// The total: the sum of the fields, the caps on bonus and penalty points, and the rounding of the total.
    func total(_ fields: PointSum, unit: Int) -> PointSum {
        var total = fields
        total.points += capAdjustment(unit: unit)
        if policy.stage == .total { total.points = policy.rounded(total.points) }
        return total
    }
}

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
            if let points = given[node] { own.points = points }
            let maximum = set.criteria[node].maximum
            sums.take(out: maximum - own.maximum, unscored: maximum - own.scoredMaximum, ofLeaf: node, unit: 0)
            leaves.append(own)
        }
        sums.addUp(leaves.map { $0.points.mantissa }, given: given)
        let nodes = set.criteria.indices.map { node in
            sums.sum(of: node, unit: 0) ?? leaves[sums.layout.leaf[node] ?? 0]
        }
        let fields = sums.layout.fields.reduce(into: PointSum.zero) { $0.add(nodes[$1]) }
        total = sums.total(fields, unit: 0)
        adjustment = total.points - fields.points
        self.nodes = nodes
    }
}

extension RoundingPolicy {
    /// Points rounded. Sums of points are far from the limit of 64 bits, so rounding cannot exceed it.
    fileprivate func rounded(_ sum: FixedDecimal) -> FixedDecimal { sum.rounded(points) ?? sum }
}

extension PointSum {
    static let zero = PointSum(points: 0, maximum: 0, scoredMaximum: 0)

    /// Adds points and maxima in place.
    mutating func add(_ other: PointSum) {
        points += other.points
        maximum += other.maximum
        scoredMaximum += other.scoredMaximum
    }
}

/// The positions of a set's nodes among its leaves and among its parents.
struct TreeLayout: Sendable {
    /// The position of a node among the leaves; nil for a parent.
    private(set) var leaf: [Int?] = []
    /// The position of a node among the parents; nil for a leaf.
    private(set) var parent: [Int?] = []
    /// The position among the parents of a node's own parent; nil for a field.
    private(set) var above: [Int?] = []
    /// The positions of the leaves in the set, and the roles of their points.
    private(set) var leaves: [Int] = []
    private(set) var roles: [Leaf.Role] = []
    /// The positions of the parents in the set.
    private(set) var parents: [Int] = []
    /// The positions of the nodes without a parent.
    private(set) var fields: [Int] = []

    init(_ nodes: [Criterion]) {
        for (index, node) in nodes.enumerated() {
            leaf.append(node.leaf == nil ? nil : leaves.count)
            parent.append(node.leaf == nil ? parents.count : nil)
            above.append(node.parent.flatMap { parent[$0] })
            if node.parent == nil { fields.append(index) }
            if let leaf = node.leaf {
                leaves.append(index)
                roles.append(leaf.role)
            } else {
                parents.append(index)
            }
        }
    }
}
