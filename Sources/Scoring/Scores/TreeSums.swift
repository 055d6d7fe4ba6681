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
    private let limits: (least: FixedDecimal?, most: FixedDecimal?)
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
    // What points are beyond millionths, where they are: by parent and unit, and by unit.
    private var excess: [Int: ExactSum] = [:]
    private var bonusExcess: [Int: ExactSum] = [:]
    private var penaltyExcess: [Int: ExactSum] = [:]

    /// Sums for units to whom every leaf applies, with all of it scored, and no points yet.
    init(_ set: CriteriaSet, policy: RoundingPolicy, units count: Int) {
        self.policy = policy
        caps = (set.bonusCap, set.penaltyCap)
        limits = (set.totalFloor, set.totalCap)
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
    ///   - beyond: what points are beyond millionths, by leaf and unit, where they are.
    ///   - given: points that replace the sums of parents.
    /// - Complexity: O(nodes × units).
    mutating func addUp(_ leaves: [Int64], excess beyond: [Int: ExactSum] = [:], given: [GivenSum] = []) {
        for (leaf, node) in layout.leaves.enumerated() {
            switch layout.roles[leaf] {
            case .bonus: Self.add(leaves, from: leaf, to: &bonus, at: 0, count)
            case .penalty: Self.add(leaves, from: leaf, to: &penalty, at: 0, count)
            case .regular, .watched: break
            }
            if let parent = layout.above[node] { Self.add(leaves, from: leaf, to: &points, at: parent, count) }
        }
        for (cell, rest) in beyond { take(rest, ofLeaf: cell / count, unit: cell % count) }
        let replaced = replace(given, leaves, beyond)
        // Nodes come after their parents, so going backwards every parent is complete before it is added to its own.
        for (position, node) in layout.parents.enumerated().reversed() {
            let parent = layout.above[node]
            if parent == nil, policy.stage == .field {
                round(position)
            } else if !excess.isEmpty {
                settle(position)
            }
            for given in replaced[node] ?? [] {
                points[position * count + given.unit] = given.points.mantissa
                excess[position * count + given.unit] = nil
            }
            guard let parent else { continue }
            let (from, to) = (position * count, parent * count)
            if !excess.isEmpty {
                for unit in 0..<count {
                    if let rest = excess[from + unit] { excess[to + unit, default: .zero].add(rest) }
                }
            }
            points.withUnsafeMutableBufferPointer { points in
                Self.add(UnsafeBufferPointer(rebasing: points[from..<from + count]), to: points[to..<to + count])
            }
        }
    }

    /// Counts given sums as scored, and as bonus or penalty points where there is nothing else below; what their leaves
    /// have counts no longer as such. Returns them by node.
    private mutating func replace(
        _ given: [GivenSum], _ leaves: [Int64], _ beyond: [Int: ExactSum]
    ) -> [Int: [GivenSum]] {
        var byNode: [Int: [GivenSum]] = [:]
        for sum in given { byNode[sum.node, default: []].append(sum) }
        // Parts before what they belong to.
        for node in byNode.keys.sorted(by: >) {
            for sum in byNode[node] ?? [] { cover(node, unit: sum.unit) }
        }
        for (leaf, node) in layout.leaves.enumerated()
        where !byNode.isEmpty && [.bonus, .penalty].contains(layout.roles[leaf]) {
            var units: Set<Int> = []
            for ancestor in layout.ancestors(of: node) {
                for sum in byNode[ancestor] ?? [] where units.insert(sum.unit).inserted {
                    let cell = leaf * count + sum.unit
                    let rest = beyond[cell]?.negated ?? .zero
                    if layout.roles[leaf] == .bonus {
                        bonus[sum.unit] -= leaves[cell]
                        bonusExcess[sum.unit, default: .zero].add(rest)
                    } else {
                        penalty[sum.unit] -= leaves[cell]
                        penaltyExcess[sum.unit, default: .zero].add(rest)
                    }
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

    /// Adds what a leaf's points are beyond millionths to the sums that they are part of.
    private mutating func take(_ rest: ExactSum, ofLeaf leaf: Int, unit: Int) {
        switch layout.roles[leaf] {
        case .bonus: bonusExcess[unit, default: .zero].add(rest)
        case .penalty: penaltyExcess[unit, default: .zero].add(rest)
        case .regular, .watched: break
        }
        if let parent = layout.above[layout.leaves[leaf]] { excess[parent * count + unit, default: .zero].add(rest) }
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
            let sum = PointSum(
                points: FixedDecimal(mantissa: points[cell]), maximum: FixedDecimal(mantissa: maximum[cell]),
                scoredMaximum: 0, excess: excess[cell] ?? .zero)
            points[cell] = policy.rounded(sum).mantissa
            excess[cell] = nil
        }
    }

    /// Takes whole millionths out of what is beyond them: 3 × 0.333333 and 3 × a third of a millionth are 1.
    private mutating func settle(_ position: Int) {
        for cell in position * count..<(position + 1) * count {
            guard let rest = excess[cell] else { continue }
            var sum = PointSum(
                points: FixedDecimal(mantissa: points[cell]), maximum: 0, scoredMaximum: 0, excess: rest)
            sum.settle()
            points[cell] = sum.points.mantissa
            excess[cell] = sum.excess.isEmpty ? nil : sum.excess
        }
    }

    /// Points and maximum of a parent; nil for a leaf.
    func sum(of node: Int, unit: Int) -> PointSum? {
        guard let parent = layout.parent[node] else { return nil }
        let cell = parent * count + unit
        return PointSum(
            points: FixedDecimal(mantissa: points[cell]), maximum: FixedDecimal(mantissa: maximum[cell]),
            scoredMaximum: FixedDecimal(mantissa: scoredMaximum[cell]), excess: excess[cell] ?? .zero)
    }

    /// What the caps on bonus and penalty points add to the sum of the fields: negative when bonus points were cut,
    /// positive when penalty points were.
    func capAdjustment(unit: Int) -> FixedDecimal { exactCapAdjustment(unit: unit).points }

    func exactCapAdjustment(unit: Int) -> PointSum {
        Self.capAdjustment(
            bonus: (bonus[unit], bonusExcess[unit] ?? .zero), penalty: (penalty[unit], penaltyExcess[unit] ?? .zero),
            caps: caps, policy: policy)
    }

    /// What caps add to the sum of the fields, for the sums of bonus and penalty points: in millionths, and what they are
    /// beyond these.
    static func capAdjustment(
        bonus: (points: Int64, excess: ExactSum), penalty: (points: Int64, excess: ExactSum),
        caps: (bonus: FixedDecimal?, penalty: FixedDecimal?), policy: RoundingPolicy
    ) -> PointSum {
        if caps.bonus == nil, caps.penalty == nil { return .zero }
        func over(_ cap: FixedDecimal?, _ points: Int64, _ rest: ExactSum) -> PointSum {
            guard let cap, rest.sign(plus: [.init(ExactRatio(FixedDecimal(mantissa: points) - cap), times: 1)]) > 0
            else {
                return .zero
            }
            return PointSum(
                points: FixedDecimal(mantissa: points) - cap, maximum: 0, scoredMaximum: 0, excess: rest)
        }
        let overBonus = over(caps.bonus, bonus.points, bonus.excess)
        var adjustment = over(caps.penalty, -penalty.points, penalty.excess.negated)
        adjustment.points -= overBonus.points
        adjustment.excess.add(overBonus.excess.negated)
        // Where fields are rounded, what is deducted from their sum is rounded in the same way.
        if policy.stage == .field {
            adjustment.points = policy.rounded(adjustment)
            adjustment.excess = .zero
        }
        adjustment.settle()
        return adjustment
    }

    /// The total: the sum of the fields, the caps on bonus and penalty points, the rounding of the total, and its
    /// limits.
    func total(_ fields: PointSum, unit: Int) -> PointSum {
        var total = fields
        total.add(exactCapAdjustment(unit: unit))
        if policy.stage == .total {
            total.points = policy.rounded(total)
            total.excess = .zero
        }
        if let most = limits.most { total.points = min(total.points, most) }
        if let least = limits.least { total.points = max(total.points, least) }
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
            if let points = given[node] { (own.points, own.excess) = (points, .zero) }
            let maximum = set.criteria[node].maximum
            sums.take(out: maximum - own.maximum, unscored: maximum - own.scoredMaximum, ofLeaf: node, unit: 0)
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

extension RoundingPolicy {
    /// Points rounded once from their exact value, but not above a maximum that they do not exceed themselves: a full
    /// 0.75 is not 0.8. Sums of points are far from the limit of 64 bits, so rounding cannot exceed it.
    fileprivate func rounded(_ sum: PointSum) -> FixedDecimal {
        let rounded = sum.excess.rounded(points, adding: sum.points) ?? sum.points
        guard sum.maximum > 0, rounded > sum.maximum else { return rounded }
        let over = sum.excess.sign(plus: [.init(ExactRatio(sum.points - sum.maximum), times: 1)])
        return over > 0 ? rounded : sum.maximum
    }
}

extension PointSum {
    static let zero = PointSum(points: 0, maximum: 0, scoredMaximum: 0)

    /// Adds points and maxima in place.
    mutating func add(_ other: PointSum) {
        points += other.points
        maximum += other.maximum
        scoredMaximum += other.scoredMaximum
        if !other.excess.isEmpty { excess.add(other.excess) }
    }

    /// The exact points in millionths, rounded.
    func millionths(_ mode: Rounding.Mode) -> Int64 {
        excess.rounded(Rounding(mode, digits: 6), adding: points)?.mantissa ?? points.mantissa
    }

    /// Rounds the points to millionths and keeps the rest apart.
    mutating func settle() {
        guard !excess.isEmpty, let whole = excess.rounded(.finest, adding: points) else { return }
        excess.add(ExactRatio(points - whole))
        points = whole
    }
}
