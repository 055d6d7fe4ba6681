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
    /// The maxima of the nodes in the set.
    let whole: [WholePoints]
    /// Whether millionths hold all of these.
    private let areMaximaDecimal: Bool
    /// The parents whose parts are not added, by their position among the parents; the edition itself.
    private let combining: [Int: CombinedParts]
    private let root: CombinedParts?
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
    /// What was taken out of maxima that is beyond millionths, by parent and unit.
    private var takenExcess: [Int: MaximumExcess] = [:]
    /// The maxima of leaves that are combined, by leaf and unit, where they are not those of the set.
    private var ownMaxima: [Int: PointSum] = [:]
    /// The combined points of the fields, by unit; empty where they are added.
    private var rootPoints: [Int64] = []
    private var rootExcess: [Int: ExactSum] = [:]

    /// Sums for units to whom every leaf applies, with all of it scored, and no points yet.
    init(_ set: CriteriaSet, policy: RoundingPolicy, units count: Int) {
        self.policy = policy
        caps = (set.bonusCap, set.penaltyCap)
        limits = (set.totalFloor, set.totalCap)
        self.count = count
        layout = TreeLayout(set.criteria)
        whole = set.criteria.map { WholePoints($0.exactMaximum) }
        areMaximaDecimal = whole.allSatisfy { $0.rest == nil }
        combining = Dictionary(
            firstOf: layout.parents.enumerated().compactMap { parent, node in
                CombinedParts(set.criteria[node].combination, of: set.criteria[node].children, in: set).map {
                    (parent, $0)
                }
            })
        root = CombinedParts(set.combination, of: layout.fields, in: set)
        maximum = []
        maximum.reserveCapacity(layout.parents.count * count)
        for node in layout.parents {
            maximum.append(contentsOf: repeatElement(whole[node].decimal.mantissa, count: count))
        }
        scoredMaximum = maximum
        points = Array(repeating: 0, count: maximum.count)
        bonus = Array(repeating: 0, count: count)
        penalty = bonus
    }

    /// Removes what does not apply to a unit, and what is not scored, from the maxima above a leaf.
    ///
    /// - Parameter own: the leaf's own points and maxima.
    mutating func take(_ own: PointSum, ofLeaf node: Int, unit: Int) {
        let whole = whole[node]
        let (missing, unscored) = (whole.decimal - own.maximum, whole.decimal - own.scoredMaximum)
        var rest = MaximumExcess(whole: whole.rest, scored: whole.rest)
        rest.add(own.beyond.negated)
        if missing == 0, unscored == 0, rest.isEmpty { return }
        if isCombined(node), let leaf = layout.leaf[node] { ownMaxima[leaf * count + unit] = own }
        var ancestor = layout.above[node]
        while let parent = ancestor {
            let cell = parent * count + unit
            maximum[cell] -= missing.mantissa
            scoredMaximum[cell] -= unscored.mantissa
            if !rest.isEmpty { takenExcess[cell, default: .zero].add(rest) }
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
            if let parts = combining[position] { combine(position, parts, leaves, beyond) }
            if policy.stage == .field ? parent == nil : policy.stage == .leaf && combining[position] != nil {
                round(position)
            } else if !excess.isEmpty {
                settle(position)
            }
            for given in replaced[node] ?? [] {
                let rest = whole[node].excess(of: given.points)
                points[position * count + given.unit] = given.points.mantissa
                excess[position * count + given.unit] = rest.isEmpty ? nil : rest
            }
            guard let parent else { continue }
            let (from, to) = (position * count, parent * count)
            if !excess.isEmpty {
                for unit in 0..<count {
                    if let rest = excess[from + unit] { excess[to + unit, default: .zero].add(rest) }
                }
            }
            // In bounds: each node has one cell for each unit.
            points.withUnsafeMutableBufferPointer { points in
                Self.add(UnsafeBufferPointer(rebasing: points[from..<from + count]), to: points[to..<to + count])
            }
        }
        if let root { combine(root, leaves, beyond) }
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
        guard let position = layout.parent[node], let now = sum(of: node, unit: unit) else { return }
        let isOut = now.maximum == 0
        let missing = isOut ? whole[node].decimal.mantissa - maximum[position * count + unit] : 0
        let unscored = maximum[position * count + unit] + missing - scoredMaximum[position * count + unit]
        // What is beyond millionths becomes that of the whole, or of what applies.
        let taken = takenExcess[position * count + unit] ?? .zero
        var change = MaximumExcess.zero
        change.whole.add(isOut ? taken.whole : .zero)
        change.scored.add(taken.scored)
        if !isOut { change.scored.add(taken.whole.negated) }
        for parent in [node] + layout.ancestors(of: node) {
            guard let position = layout.parent[parent] else { continue }
            let cell = position * count + unit
            maximum[cell] += missing
            scoredMaximum[cell] += unscored
            if !change.isEmpty { takenExcess[cell, default: .zero].add(change.negated) }
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
        // In bounds: leaves, nodes, bonus and penalty have one cell for each unit.
        let (from, to) = (from * count, position * count)
        source.withUnsafeBufferPointer { source in
            sums.withUnsafeMutableBufferPointer { sums in
                add(UnsafeBufferPointer(rebasing: source[from..<from + count]), to: sums[to..<to + count])
            }
        }
    }

    /// Adds one column to another; they do not overlap.
    private static func add(_ column: UnsafeBufferPointer<Int64>, to slice: Slice<UnsafeMutableBufferPointer<Int64>>) {
        // In bounds: both are columns, of one length.
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
        for unit in 0..<count {
            let (cell, sum) = (position * count + unit, policy.rounded(sum(ofParent: position, unit: unit)))
            points[cell] = sum.points.mantissa
            excess[cell] = sum.excess.isEmpty ? nil : sum.excess
        }
    }

    /// Takes whole millionths out of what is beyond them: 3 × 0.333333 and 3 × a third of a millionth are 1.
    private mutating func settle(_ position: Int) {
        for cell in position * count..<(position + 1) * count {
            guard let rest = excess[cell] else { continue }
            let (whole, left) = PointSum.settled(FixedDecimal(mantissa: points[cell]), rest)
            points[cell] = whole.mantissa
            excess[cell] = left.isEmpty ? nil : left
        }
    }

    /// Points and maximum of a parent; nil for a leaf.
    @inline(__always)  // called, it would be handed a copy of all these columns
    func sum(of node: Int, unit: Int) -> PointSum? {
        layout.parent[node].map { sum(ofParent: $0, unit: unit) }
    }

    @inline(__always)
    private func sum(ofParent parent: Int, unit: Int) -> PointSum {
        let cell = parent * count + unit
        let sum = PointSum(
            points: FixedDecimal(mantissa: points[cell]), maximum: FixedDecimal(mantissa: maximum[cell]),
            scoredMaximum: FixedDecimal(mantissa: scoredMaximum[cell]))
        if areMaximaDecimal, excess.isEmpty, takenExcess.isEmpty { return sum }
        return withRest(sum, ofParent: parent, cell)
    }

    /// The sum of a parent, with what it is beyond millionths.
    private func withRest(_ sum: PointSum, ofParent parent: Int, _ cell: Int) -> PointSum {
        let rest = whole[layout.parents[parent]].rest
        var beyond = MaximumExcess(whole: rest, scored: rest)
        if let taken = takenExcess[cell] { beyond.add(taken.negated) }
        var sum = PointSum(
            points: sum.points, maximum: sum.maximum, scoredMaximum: sum.scoredMaximum,
            excess: excess[cell] ?? .zero, beyond: beyond)
        sum.settleMaxima()
        return sum
    }

    // MARK: - Parts that are not added

    /// Whether a leaf is a part of what is combined otherwise than by adding.
    private func isCombined(_ leaf: Int) -> Bool {
        layout.above[leaf].map { combining[$0] != nil } ?? (root != nil)
    }

    /// The points and the maximum of a part, once it is complete.
    private func part(_ node: Int, unit: Int, _ leaves: [Int64], _ beyond: [Int: ExactSum]) -> PointSum {
        if let sum = sum(of: node, unit: unit) { return sum }
        let cell = (layout.leaf[node] ?? 0) * count + unit
        var own = ownMaxima[cell] ?? CellStatus.scored.sum(0, of: whole[node])
        (own.points, own.excess) = (FixedDecimal(mantissa: leaves[cell]), beyond[cell] ?? .zero)
        return own
    }

    private mutating func combine(
        _ position: Int, _ parts: CombinedParts, _ leaves: [Int64], _ beyond: [Int: ExactSum]
    ) {
        for unit in 0..<count {
            let whole = sum(ofParent: position, unit: unit)
            let combined = parts.points(of: whole) { part($0, unit: unit, leaves, beyond) }
            let cell = position * count + unit
            points[cell] = combined.points.mantissa
            excess[cell] = combined.excess.isEmpty ? nil : combined.excess
        }
    }

    /// Combines the fields, each of which is complete.
    private mutating func combine(_ root: CombinedParts, _ leaves: [Int64], _ beyond: [Int: ExactSum]) {
        rootPoints = Array(repeating: 0, count: count)
        for unit in 0..<count {
            var whole = PointSum.zero
            for field in layout.fields { whole.add(part(field, unit: unit, leaves, beyond)) }
            (whole.points, whole.excess) = root.points(of: whole) { part($0, unit: unit, leaves, beyond) }
            whole = policy.rounded(whole)
            rootPoints[unit] = whole.points.mantissa
            if !whole.excess.isEmpty { rootExcess[unit] = whole.excess }
        }
    }

    // MARK: - The total

    /// What the caps on bonus and penalty points add to the sum of the fields: negative when bonus points were cut,
    /// positive when penalty points were.
    func capAdjustment(unit: Int) -> FixedDecimal { exactCapAdjustment(unit: unit).points }

    func exactCapAdjustment(unit: Int) -> PointSum {
        if caps.bonus == nil, caps.penalty == nil { return .zero }
        return Self.capAdjustment(
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
                points: FixedDecimal(mantissa: points) - cap, maximum: 0, scoredMaximum: 0, excess: rest, beyond: .zero)
        }
        let overBonus = over(caps.bonus, bonus.points, bonus.excess)
        var adjustment = over(caps.penalty, -penalty.points, penalty.excess.negated)
        adjustment.points -= overBonus.points
        adjustment.excess.add(overBonus.excess.negated)
        // Where fields are rounded, what is deducted from their sum is rounded in the same way.
        if policy.stage == .field {
            adjustment = policy.rounded(adjustment)
        }
        adjustment.settle()
        return adjustment
    }

    /// The total: the sum of the fields, the caps on bonus and penalty points, the rounding of the total, and its
    /// limits. Where fields are combined otherwise, their combined points, which are rounded at every stage.
    func total(_ fields: PointSum, unit: Int) -> PointSum {
        var total = fields
        if root != nil {
            (total.points, total.excess) = (FixedDecimal(mantissa: rootPoints[unit]), rootExcess[unit] ?? .zero)
        }
        total.add(exactCapAdjustment(unit: unit))
        if policy.stage == .total, root == nil {
            total = policy.rounded(total)
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

extension RoundingPolicy {
    /// Points rounded once from their exact value, but not above a maximum that they do not exceed themselves: a full
    /// 0.75 is not 0.8. Sums of points are far from the limit of 64 bits, so rounding cannot exceed it.
    fileprivate func rounded(_ sum: PointSum) -> PointSum {
        var result = sum
        (result.points, result.excess) = (sum.excess.rounded(points, adding: sum.points) ?? sum.points, .zero)
        guard sum.maximum > 0, result.points >= sum.maximum else { return result }
        let whole = [ExactSum.Term(ExactRatio(sum.maximum), times: -1)] + sum.beyond.whole.terms(times: -1)
        let isAbove = ExactSum.sign(of: whole + [.init(ExactRatio(result.points), times: 1)]) > 0
        if isAbove, sum.excess.sign(plus: whole + [.init(ExactRatio(sum.points), times: 1)]) <= 0 {
            (result.points, result.excess) = (sum.maximum, sum.beyond.whole)
        }
        return result
    }
}
