import Values

/// What unmeasured figures of a unit can do to an index beside adding points: a leaf that turns out not to apply leaves
/// the maximum too, and one with a denominator of zero may share its points out.
///
/// Left out of points and maximum, a leaf moves the index less than none or all of its points do, but for rounding,
/// for points outside the maximum, and for leaves that cannot have all of theirs. With `x` of the maximum left out, the index is (points − x) ÷ (maximum − x) at most
/// and points ÷ (maximum − x) at least: monotone in `x`, so the ends decide.
struct LeftOutReach {
    /// What can leave the maximum: all of it, and the least that can.
    private var out = Int128(0)
    /// The maxima of those that take fewer points with them, and these: held by a condition, or limited by what is
    /// measured of them.
    private var held: [(maximum: Int128, points: Int128)] = []
    private var leastOut: Int128?
    /// What can come from leaves outside the subject.
    private var incoming = Int128(0)
    /// What the maxima of nodes with given points can change by; their points cannot.
    private var besideGiven = Int128(0)
    /// By how much rounding can differ.
    private var slack = Int128(0)
    /// Whether points of leaves are not added: a leaf that leaves may then change the others' points, too.
    private var isCombined = false
    private let limits: (floor: Int128?, cap: Int128?)

    /// By how much the points of any node can differ, beside none and all.
    var pointSlack: Int64 { Int64(clamping: slack + incoming) }

    /// Nil where nothing of a unit can be left out or shared out.
    init?(_ reach: ReachableScores, _ unit: Int, _ subject: Ranking.Subject) {
        let (set, leaves) = (reach.scores.criteria.set, reach.scores[unit].compiled.leaves)
        let all = reach.openLeaves(of: unit)
        let isTotal = subject == .total
        limits = isTotal ? (set.totalFloor.map(Int128.init), set.totalCap.map(Int128.init)) : (nil, nil)
        for leaf in reach.openLeaves(of: unit, in: subject) where leaves[leaf].mayBeLeftOut {
            let sum = reach.greatest[unit].sum(of: leaves[leaf].criterion)
            let size = Int128(sum.maximum)
            out += size
            if sum.points < sum.maximum { held.append((size, Int128(sum.points))) }
            isCombined = isCombined || set.isCombined(leaves[leaf].criterion, in: subject)
            leastOut = leaves[leaf].mayBePartlyLeftOut ? 0 : min(leastOut ?? size, size)
        }
        let settled = all.filter { leaf in
            let node = leaves[leaf].criterion
            return leaves[leaf].mayBeLeftOut && set.isPart(node, of: subject)
                && reach.scores[unit].isSettled(node, in: subject)
        }
        for node in Set(settled.flatMap { set.ancestors(of: leaves[$0].criterion) })
        where set.isPart(node, of: subject) && reach.scores[unit].standing(of: node) != nil {
            besideGiven += Int128(set.criteria[node].maximum)
        }
        // The most that is lost with the least points first.
        held.sort { $0.points * $1.maximum < $1.points * $0.maximum }
        shareOut(reach, unit, subject, all)
        if leastOut == nil, slack == 0, besideGiven == 0 { return nil }
        if set.rounding.stage != .leaf {
            slack += 2 * Int128(set.rounding.points.quantum) * Int128(set.fields.count + 1) + 2
        }
        if isCombined { slack += Int128(set.rounding.points.quantum) * Int128(set.criteria.count) }
        if set.criteria.contains(where: { $0.exactMaximum.exactDecimal == nil }) {
            // Maxima are counted in millionths here.
            besideGiven += Int128(set.criteria.count)
            slack += Int128(set.criteria.count)
        }
    }

    /// Leaves to which others may share points out: those that are not measured, and those whose other siblings may
    /// turn out not to apply.
    private mutating func shareOut(
        _ reach: ReachableScores, _ unit: Int, _ subject: Ranking.Subject, _ open: [Int]
    ) {
        let (set, leaves) = (reach.scores.criteria.set, reach.scores[unit].compiled.leaves)
        let receivers = leaves.filter { !$0.sources.isEmpty }
        if receivers.isEmpty { return }
        let figures = reach.scores[unit].figures
        let openNodes = Set(open.map { leaves[$0].criterion })
        var givers: Set<Int> = []
        for leaf in receivers where set.isPart(leaf.criterion, of: subject) {
            for source in leaf.sources {
                let isOpen =
                    source.leaf.measureOutcomes(figures).contains { $0.isUnmeasured }
                    || source.siblings.contains { openNodes.contains($0.criterion) && $0.mayBeLeftOut }
                guard isOpen else { continue }
                slack += Int128((leaf.rounding ?? .finest).quantum)
                leastOut = 0
                if subject != .total, givers.insert(source.leaf.criterion).inserted {
                    incoming += Int128(source.leaf.maximum)
                }
            }
        }
    }

    /// What a unit is ranked by at least and at most, from what it is with none and with all of its points.
    func widened(
        _ sums: (least: PointSum, greatest: PointSum), _ low: UnitScore, _ high: UnitScore, of subject: Ranking.Subject
    ) -> (least: PointSum, greatest: PointSum) {
        let maximum = Int128(sums.greatest.maximum)
        if maximum == 0 { return sums }
        if isCombined { return widenedAmongCombined(sums, maximum) }
        let isTotal = subject == .total
        let none = Int128(isTotal ? low.sumOfFields.points + low.capAdjustment : sums.least.points) - slack
        let all = Int128(isTotal ? high.sumOfFields.points + high.capAdjustment : sums.greatest.points) + slack
        let (narrowest, widest) = (maximum - out - besideGiven, maximum - (leastOut ?? 0) + incoming + besideGiven)
        var fewest = none
        if let cap = limits.cap { fewest = min(fewest, cap) }
        if let floor = limits.floor { fewest = max(fewest, floor) }
        let least = Self.sum(fewest, of: fewest < 0 ? narrowest : widest)
        var greatest: PointSum?
        func consider(points change: Int128, of maximumChange: Int128) {
            let points = max(all + change, limits.floor ?? all + change)
            let sum = Self.sum(points, of: maximum + maximumChange + (points < 0 ? besideGiven : -besideGiven))
            if greatest.map({ sum.compared(to: $0) > 0 }) ?? true { greatest = sum }
        }
        for change in [-out, -(leastOut ?? 0), incoming] { consider(points: change, of: change) }
        var (points, size) = (Int128(0), Int128(0))
        for leaf in held {
            (points, size) = (points - leaf.points, size - leaf.maximum)
            consider(points: points, of: size)
        }
        if let cap = limits.cap {
            let most = max(cap, limits.floor ?? cap)
            let sum = Self.sum(most, of: most < 0 ? widest : narrowest)
            if greatest.map({ sum.compared(to: $0) < 0 }) ?? true { greatest = sum }
        }
        return (
            least.compared(to: sums.least) < 0 ? least : sums.least,
            greatest.flatMap { $0.compared(to: sums.greatest) > 0 ? $0 : nil } ?? sums.greatest
        )
    }

    /// The same where points are not added. A share never falls below that without the leaf's points, nor rises above that
    /// with all of them, while the maximum of its node, and with it the node's weight, shrinks by what is left out.
    private func widenedAmongCombined(
        _ sums: (least: PointSum, greatest: PointSum), _ maximum: Int128
    ) -> (least: PointSum, greatest: PointSum) {
        let narrowest = maximum - out - besideGiven
        let lost = max(Int128(sums.least.points) - out - slack, min(Int128(sums.least.points), 0) - slack)
        let least = Self.sum(lost, of: lost < 0 ? narrowest : maximum + incoming + besideGiven)
        let greatest = Self.sum(Int128(sums.greatest.points) + slack + incoming, of: narrowest)
        return (
            least.compared(to: sums.least) < 0 ? least : sums.least,
            greatest.compared(to: sums.greatest) > 0 ? greatest : sums.greatest
        )
    }

    /// Points of a maximum; more, or less, than any index where nothing may be left of the maximum.
    private static func sum(_ points: Int128, of maximum: Int128) -> PointSum {
        let isAny = maximum <= 0
        let shown = isAny ? (points < 0 ? -Int128(Int64.max) : points == 0 ? 0 : Int128(Int64.max)) : points
        let whole = FixedDecimal(mantissa: isAny ? 1 : Int64(clamping: maximum))
        return PointSum(points: FixedDecimal(mantissa: Int64(clamping: shown)), maximum: whole, scoredMaximum: whole)
    }
}

extension Int128 {
    /// A decimal in millionths.
    fileprivate init(_ decimal: FixedDecimal) { self = Int128(decimal.mantissa) }
}
