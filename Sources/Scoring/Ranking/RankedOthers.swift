import Optimization
public import Values

/// The place of a unit among the ranked units of its group (khối), or among others that were asked for.
public struct GroupRank: Hashable, Sendable {
    /// The place, by the edition's rule for ties.
    public let rank: Rank
    /// How many units are ranked, itself included.
    public let count: Int
    /// How many others are equal to it, even by the criteria that break ties.
    public let tied: Int
}

/// What a place requires of a unit's total points.
public enum PointsNeeded: Hashable, Sendable {
    /// Nothing: any total reaches it.
    case any
    /// At least this many. With fewer than `sure`, which is at least as much, the criteria that break ties decide.
    case atLeast(FixedDecimal, sure: FixedDecimal)
    /// No total reaches it.
    case impossible
    /// No total stands for it: other units' points move with the unit's figures.
    case dependent

    /// Whether a total has enough points.
    func isMet(by total: PointSum) -> Bool {
        switch self {
        case .any: true
        case .atLeast(let points, _): total.points >= points
        case .impossible, .dependent: false
        }
    }
}

/// The ranked units of a group except one, among whom that one is placed for any score it may get.
///
/// They are compared as ``Ranking`` compares units, so the place is the one that ranking all of them gives.
struct RankedOthers: Sendable {
    private let order: RankingOrder
    private let ties: RankingPolicy.Ties
    /// The best first.
    private let keys: [RankingKey]
    /// How many distinct ones come before each position.
    private let runs: [Int]

    /// Takes the other units of a unit's group, or of some units. Complexity: O(n·log n).
    init(_ scores: ScoreTable, than unit: Int, among units: [Int]? = nil, ties: RankingPolicy.Ties? = nil) {
        order = RankingOrder(scores.criteria.set)
        self.ties = ties ?? scores.criteria.set.ranking.ties
        let group = scores.units[unit].group
        var keys = scores.storage.columns.held?.keys ?? []
        for other in units ?? scores.units.indices.filter({ scores.units[$0].group == group }) where other != unit {
            if case .ranked(let key) = order.entry(of: scores[other]) { keys.append(key) }
        }
        keys.sort { $0.isAhead(of: $1) }
        var runs = [0]
        for position in keys.indices {
            let isNew = position == 0 || keys[position - 1].isAhead(of: keys[position])
            runs.append(runs[position] + (isNew ? 1 : 0))
        }
        self.keys = keys
        self.runs = runs
    }

    /// The unit's place with a score; nil when too little is scored for it to be ranked. Complexity: O(log n).
    func rank(of score: UnitScore) -> GroupRank? { key(of: score).map(rank) }

    /// What the unit is placed by with a score; nil when too little is scored for it to be ranked.
    func key(of score: UnitScore) -> RankingKey? {
        if case .ranked(let key) = order.entry(of: score) { key } else { nil }
    }

    /// The positions in the set of the criteria whose points decide between equal indices.
    var tieBreakers: [Int] { order.tieBreakers }

    /// The unit's place with a key. Complexity: O(log n).
    func rank(of key: RankingKey) -> GroupRank {
        let ahead = keys.partitionPoint { !$0.isAhead(of: key) }
        let tied = keys.partitionPoint { key.isAhead(of: $0) } - ahead
        return GroupRank(
            rank: ties.rank(from: ahead + 1, through: ahead + 1 + tied, run: runs[ahead] + 1), count: keys.count + 1,
            tied: tied)
    }

    /// Whether enough of a total is scored for it to be ranked.
    func admits(_ total: PointSum) -> Bool { order.absence(of: total) == nil }

    /// The minimum total points with which the unit, if it is ranked, has a place or a better one.
    ///
    /// - Parameter own: a total with the maximum that applies to the unit.
    /// - Complexity: O(n·log n).
    func pointsNeeded(for place: Int, of own: PointSum) -> PointsNeeded {
        let maximum = own.maximum
        if maximum == 0 { return .impossible }
        let wanted = Rank(place)
        if ties.rank(from: keys.count + 1, through: keys.count + 1, run: (runs.last ?? 0) + 1) <= wanted { return .any }
        // Whether a total is enough with more tie-breaker points than anybody has, or with none.
        func isEnough(_ total: Int64, isLucky: Bool) -> Bool {
            var sum = own
            (sum.points, sum.excess) = (FixedDecimal(mantissa: total), .zero)
            let breakers = order.tieBreakers.map { _ in isLucky ? Int64.max : nil }
            return rank(of: RankingKey(sum: sum, tieBreakers: breakers)).rank <= wanted
        }
        // From the last up: level with those of one index, then just above them.
        var end = keys.count
        while end > 0 {
            let sum = keys[end - 1].sum
            let product = Int128(sum.points.mantissa) * Int128(maximum.mantissa)
            let whole = Int128(sum.maximum.mantissa)
            // Fractions of a maximum have no decimals; the share of the points is then multiplied as a fraction.
            let share = sum.beyond.isEmpty && own.beyond.isEmpty ? nil : sum.share(multipliedBy: own)
            func points(_ mode: Rounding.Mode) -> Int64? {
                if let share { return share.rounded(Rounding(mode, digits: 6))?.mantissa }
                return Int64(exactly: Rounding(mode, digits: 0).divide(product, by: whole))
            }
            guard let level = points(.up), let above = points(.down).map({ $0 + 1 }) else { return .impossible }
            if let least = [level, above].first(where: { isEnough($0, isLucky: true) }) {
                return .atLeast(
                    FixedDecimal(mantissa: least),
                    sure: FixedDecimal(mantissa: isEnough(least, isLucky: false) ? least : above))
            }
            end = keys.partitionPoint { $0.sum.compared(to: sum) <= 0 }
        }
        return .impossible
    }
}

extension PointSum {
    /// These points ÷ their maximum × another maximum; nil beyond 128 bits.
    fileprivate func share(multipliedBy other: PointSum) -> ExactRatio? {
        exactIndex?.divided(by: ExactRatio(100)).flatMap { share in
            other.exactMaximum.flatMap { share.multiplied(by: $0) }
        }
    }
}

extension ScoreTable {
    /// The minimum total points with which a unit, if it is ranked, has a place among some units, or a better one.
    ///
    /// Complexity: O(n·log n) for n units.
    package func pointsNeeded(by unit: Int, for place: Int, among units: [Int]) -> PointsNeeded {
        RankedOthers(self, than: unit, among: units).pointsNeeded(for: place, of: self[unit].total)
    }

    /// The place of a unit in its group, or among some units; nil when too little is scored for it to be ranked.
    ///
    /// Complexity: O(n·log n) for a group of n.
    public func groupRank(of unit: Int, among units: [Int]? = nil) -> GroupRank? {
        RankedOthers(self, than: unit, among: units).rank(of: self[unit])
    }
}
