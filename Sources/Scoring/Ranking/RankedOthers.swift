import Optimization
package import Values

/// The place of a unit among the ranked units of its group (khối).
public struct GroupRank: Hashable, Sendable {
    /// The place, by the edition's rule for ties.
    public let rank: Rank
    /// How many units of the group are ranked.
    public let count: Int
    /// How many others are equal to it, also by the criteria that break ties.
    public let tied: Int
}

/// What a place asks of a unit's total points.
package enum PointsNeeded: Hashable, Sendable {
    /// Nothing: with any points it is reached.
    case any
    /// At least so many. With fewer than `sure`, which are as many or more, the criteria that break ties decide.
    case atLeast(FixedDecimal, sure: FixedDecimal)
    /// With no points it is reached.
    case impossible
}

/// The ranked units of a group but one, among whom that one is placed with whatever score it may get.
///
/// They are compared as ``Ranking`` compares units, so a place found here is the one that ranking all of them gives.
struct RankedOthers: Sendable {
    private let order: RankingOrder
    private let ties: RankingPolicy.Ties
    /// The best first.
    private let keys: [RankingKey]
    /// How many different ones stand before each position.
    private let runs: [Int]

    /// Takes the other units of a unit's group. Complexity: O(n·log n).
    init(_ scores: ScoreTable, than unit: Int) {
        order = RankingOrder(scores.criteria.set)
        ties = scores.criteria.set.ranking.ties
        var keys: [RankingKey] = []
        for other in scores.units.indices where other != unit && scores.units[other].group == scores.units[unit].group {
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
    func rank(of score: UnitScore) -> GroupRank? {
        guard case .ranked(let key) = order.entry(of: score) else { return nil }
        let ahead = keys.partitionPoint { !$0.isAhead(of: key) }
        let tied = keys.partitionPoint { key.isAhead(of: $0) } - ahead
        return GroupRank(rank: rank(ahead: ahead, tied: tied), count: keys.count + 1, tied: tied)
    }

    /// Whether a total has enough scored to be ranked.
    func admits(_ total: Tally) -> Bool { order.absence(of: total) == nil }

    private func rank(ahead: Int, tied: Int) -> Rank {
        ties.rank(from: ahead + 1, through: ahead + 1 + tied, run: runs[ahead] + 1)
    }

    /// The least total points with which the unit, if it is ranked, has a place or a better one. Complexity: O(n).
    ///
    /// - Parameter maximum: what applies to the unit.
    func pointsNeeded(for place: Int, of maximum: FixedDecimal) -> PointsNeeded {
        if maximum == 0 { return .impossible }
        let wanted = Rank(place)
        if rank(ahead: keys.count, tied: 0) <= wanted { return .any }
        let canBreakTies = !order.tieBreakers.isEmpty
        // From the last up: level with those of one index, then above them.
        var end = keys.count
        while end > 0 {
            let tally = keys[end - 1].tally
            let first = keys.partitionPoint { $0.tally.compared(to: tally) <= 0 }
            let isLevelEnough = rank(ahead: first, tied: canBreakTies ? 0 : end - first) <= wanted
            if isLevelEnough || rank(ahead: first, tied: 0) <= wanted {
                let product = Int128(tally.points.mantissa) * Int128(maximum.mantissa)
                let level = Rounding(.up, digits: 0).divide(product, by: Int128(tally.maximum.mantissa))
                let above = Rounding(.down, digits: 0).divide(product, by: Int128(tally.maximum.mantissa)) + 1
                return PointsNeeded(isLevelEnough ? level : above, sure: isLevelEnough && !canBreakTies ? level : above)
            }
            end = first
        }
        return .impossible
    }
}

extension PointsNeeded {
    /// So many millionths; impossible where no total can hold them.
    init(_ least: Int128, sure: Int128) {
        if let least = Int64(exactly: least), let sure = Int64(exactly: sure) {
            self = .atLeast(FixedDecimal(mantissa: least), sure: FixedDecimal(mantissa: sure))
        } else {
            self = .impossible
        }
    }
}

extension ScoreTable {
    /// The place of a unit in its group; nil when too little of it is scored for it to be ranked.
    ///
    /// Complexity: O(n·log n) for a group of n.
    public func groupRank(of unit: Int) -> GroupRank? { RankedOthers(self, than: unit).rank(of: self[unit]) }
}
