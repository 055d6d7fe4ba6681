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
    /// The maxima of the parents in the set, in millionths.
    private let whole: [Int64]
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
        whole = layout.parents.map { set.criteria[$0].maximum.mantissa }
        maximum = []
        maximum.reserveCapacity(layout.parents.count * count)
        for parent in whole { maximum.append(contentsOf: repeatElement(parent, count: count)) }
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
    ///   - given: points that replace the sums of parents.
    /// - Complexity: O(nodes × units).
    mutating func addUp(_ leaves: [Int64], given: [GivenSum] = []) {
        for (leaf, node) in layout.leaves.enumerated() {
            switch layout.roles[leaf] {
            case .bonus: Self.add(leaves, from: leaf, to: &bonus, at: 0, count)
            case .penalty: Self.add(leaves, from: leaf, to: &penalty, at: 0, count)
            case .regular: break
            }
            if let parent = layout.above[node] { Self.add(leaves, from: leaf, to: &points, at: parent, count) }
        }
        let replaced = settle(given, leaves)
        // Nodes come after their parents, so going backwards every parent is complete before it is added to its own.
        for (position, node) in layout.parents.enumerated().reversed() {
            let parent = layout.above[node]
            if parent == nil, policy.stage == .field { round(position) }
            for given in replaced[node] ?? [] { points[position * count + given.unit] = given.points.mantissa }
            guard let parent else { continue }
            let (from, to) = (position * count, parent * count)
            points.withUnsafeMutableBufferPointer { points in
                Self.add(UnsafeBufferPointer(rebasing: points[from..<from + count]), to: points[to..<to + count])
            }
        }
    }

    /// Counts given sums as scored, and as bonus or penalty points where there is nothing else below; what their leaves
    /// have counts no longer as such. Returns them by node.
    private mutating func settle(_ given: [GivenSum], _ leaves: [Int64]) -> [Int: [GivenSum]] {
        var byNode: [Int: [GivenSum]] = [:]
        for sum in given { byNode[sum.node, default: []].append(sum) }
        // Parts before what they belong to.
        for node in byNode.keys.sorted(by: >) {
            for sum in byNode[node] ?? [] { cover(node, unit: sum.unit) }
        }
        for (leaf, node) in layout.leaves.enumerated() where !byNode.isEmpty && layout.roles[leaf] != .regular {
            var units: Set<Int> = []
            for ancestor in layout.ancestors(of: node) {
                for sum in byNode[ancestor] ?? [] where units.insert(sum.unit).inserted {
                    let points = leaves[leaf * count + sum.unit]
                    if layout.roles[leaf] == .bonus { bonus[sum.unit] -= points } else { penalty[sum.unit] -= points }
                }
            }
        }
        for (node, sums) in byNode where layout.hasOnlyExtras(below: node) {
            for sum in sums
            where !layout.ancestors(of: node).contains(where: { above in
                byNode[above]?.contains { $0.unit == sum.unit } ?? false
            }) {
                if sum.points >= 0 {
                    bonus[sum.unit] += sum.points.mantissa
                } else {
                    penalty[sum.unit] += sum.points.mantissa
                }
            }
        }
        return byNode
    }

    /// Counts all of a parent that applies to a unit as scored, and all of it as applicable where nothing was.
    private mutating func cover(_ node: Int, unit: Int) {
        guard let position = layout.parent[node] else { return }
        let cell = position * count + unit
        let missing = maximum[cell] == 0 ? whole[position] : 0
        let unscored = maximum[cell] + missing - scoredMaximum[cell]
        for parent in [node] + layout.ancestors(of: node) {
            guard let position = layout.parent[parent] else { continue }
            maximum[position * count + unit] += missing
            scoredMaximum[position * count + unit] += unscored
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

/// Points that replace the sum of a parent of a unit.
struct GivenSum {
    /// The position of the parent in the set.
    let node: Int
    let unit: Int
    let points: FixedDecimal
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
        let parents = given.filter { sums.layout.parent[$0.key] != nil }
        sums.addUp(
            leaves.map { $0.points.mantissa },
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

    /// The positions in the set of the parents above a node, the nearest first.
    func ancestors(of node: Int) -> [Int] {
        var found: [Int] = []
        var next = above[node]
        while let parent = next {
            found.append(parents[parent])
            next = above[parents[parent]]
        }
        return found
    }

    /// The roles of the points of a leaf, or of the leaves below a parent.
    func roles(below node: Int) -> Set<Leaf.Role> {
        if let leaf = leaf[node] { return [roles[leaf]] }
        return Set(leaves.indices.filter { ancestors(of: leaves[$0]).contains(node) }.map { roles[$0] })
    }

    /// Whether every leaf below a parent earns bonus or penalty points.
    func hasOnlyExtras(below node: Int) -> Bool {
        !roles(below: node).contains(.regular)
    }

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
