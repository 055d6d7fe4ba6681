public import Values

/// How a unit's place came to change: what the others' points did to it, and what its own did, node by node.
///
/// First all others get their later points while the unit keeps its earlier ones; then its own nodes change in the
/// order of the tree, and last what caps and rounding add to the total. Every part is a move from one place to the next,
/// so the parts add up to the whole change.
public struct RankSplit: Sendable {
    /// What a node of the unit's own did to its place.
    public struct Part: Sendable {
        /// The node in the first side's edition; nil when it was added.
        public let before: Criterion?
        /// The node in the second side's edition; nil when it was removed. Both are nil for what caps and rounding add
        /// to the total.
        public let after: Criterion?
        /// The change in the unit's own points, without those of the nodes below.
        public let points: FixedDecimal
        /// The place before and after this part.
        public let from: Rank
        /// The place after it.
        public let rank: Rank
        /// How many half places it moves the unit up.
        public var halves: Int { from.halves - rank.halves }
    }

    /// The place before, among the others as they were.
    public let before: Rank
    /// The place that the earlier points would have among the others as they are now.
    public let withEarlierPoints: Rank
    /// The nodes whose points or maximum changed.
    public let parts: [Part]
    /// The place after.
    public let after: Rank

    /// How many half places the others' points move the unit up; negative when they move it down.
    public var othersHalves: Int { before.halves - withEarlierPoints.halves }
    /// How many half places its own points move it up.
    public var ownHalves: Int { withEarlierPoints.halves - after.halves }

    /// Splits the change of a place.
    ///
    /// - Parameters:
    ///   - rank: the place on the first side.
    ///   - before: the unit's score then.
    ///   - unit: the position of the unit in the second side's table.
    ///   - scores: that table.
    ///   - units: the positions of the units among whom it has its later place.
    ///   - editions: the editions of both sides, in this order.
    ///   - ties: how ties are ranked; nil for the later edition's rule.
    /// - Returns: nil when too little is scored on a side.
    /// - Complexity: O(n·log n + nodes·(log n + children)).
    public init?(
        from rank: Rank, of before: UnitScore, to unit: Int, in scores: ScoreTable, among units: [Int],
        editions: EditionPair, ties: RankingPolicy.Ties? = nil
    ) {
        let others = RankedOthers(scores, than: unit, among: units, ties: ties)
        let after = scores[unit]
        guard let last = others.key(of: after), before.total.maximum > 0 else { return nil }
        let (olds, news) = (before.criteriaSet.criteria, after.criteriaSet.criteria)
        var breakers = others.tieBreakers.map { node in
            TieBreaker(code: news[node].code, before, after.points(of: news[node].code))
        }
        var sum = before.total
        var place = others.rank(of: RankingKey(sum: sum, tieBreakers: breakers.map { $0.points })).rank
        (self.before, withEarlierPoints) = (rank, place)
        var parts: [Part] = []
        for pair in editions.nodes {
            let old = pair.old.map { before.ownSum(of: $0) } ?? .zero
            let new = pair.new.map { after.ownSum(of: $0) } ?? .zero
            var change = new
            change.subtract(old)
            if change.points == 0, change.maximum == 0, change.excess.isEmpty, change.beyond.isEmpty { continue }
            sum.add(change)
            let codes =
                pair.new.map { after.criteriaSet.codes(above: $0) }
                ?? pair.old.map { before.criteriaSet.codes(above: $0) } ?? []
            for position in breakers.indices where codes.contains(breakers[position].code) {
                breakers[position].change(by: change.points)
            }
            let from = place
            // Between the two sides a maximum may be missing for a while; the place then stays.
            if sum.maximum > 0 {
                place = others.rank(of: RankingKey(sum: sum, tieBreakers: breakers.map { $0.points })).rank
            }
            parts.append(
                Part(
                    before: pair.old.map { olds[$0] }, after: pair.new.map { news[$0] },
                    points: change.points, from: from, rank: place))
        }
        let end = others.rank(of: last).rank
        let rest = after.total.points - sum.points
        if rest != 0 || end != place {
            parts.append(Part(before: nil, after: nil, points: rest, from: place, rank: end))
        }
        self.parts = parts
        self.after = end
    }
}

/// The points of a criterion that breaks ties, on the way from one side to the other.
private struct TieBreaker {
    let code: String
    /// In millionths; nil where nothing is scored.
    private(set) var points: Int64?
    private let isScoredAfter: Bool

    init(code: String, _ before: UnitScore, _ after: FixedDecimal?) {
        (self.code, points, isScoredAfter) = (code, before.points(of: code)?.mantissa, after != nil)
    }

    mutating func change(by points: FixedDecimal) {
        let sum = (self.points ?? 0) + points.mantissa
        self.points = sum == 0 && !isScoredAfter ? nil : sum
    }
}

extension UnitScore {
    /// Points and maximum of a node without those of the nodes below it.
    func ownSum(of node: Int) -> PointSum {
        var own = sum(of: node)
        for child in criteriaSet.criteria[node].children {
            own.subtract(sum(of: child))
        }
        return own
    }

    /// The points of the node with a code; nil where there is none or none of its leaves has any.
    fileprivate func points(of code: String) -> FixedDecimal? {
        criteriaSet.index(of: code).flatMap { hasPoints($0) ? sum(of: $0).points : nil }
    }
}

extension PointSum {
    fileprivate mutating func subtract(_ other: PointSum) {
        points -= other.points
        maximum -= other.maximum
        scoredMaximum -= other.scoredMaximum
        excess.add(other.excess.negated)
        beyond.add(other.beyond.negated)
        settleMaxima()
    }
}

extension CriteriaSet {
    /// The codes of a node and of those above it.
    fileprivate func codes(above node: Int) -> [String] { path(up: node).map { criteria[$0].code } }
}
