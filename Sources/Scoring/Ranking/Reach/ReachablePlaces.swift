import Optimization

/// The places that units can have once everything is measured, when each gets none or all of its unmeasured points;
/// exact, and without sampling error.
///
/// Units without a place may get one, and may stay without: they can only be ahead of others, never surely are.
package struct ReachablePlaces: Sendable {
    /// The ranked units, the best first, then those without a place that may get one, in the input order.
    package let units: [Int]
    /// How many of them are ranked.
    package let rankedCount: Int
    /// The places of these units; those of a unit without one in case that it gets one.
    package let intervals: [RankInterval]
    /// Whether a unit's own points are not all measured.
    package let isOpen: [Bool]
    let ranges: [KeyRange]

    /// - Parameters:
    ///   - ranking: the places as they are.
    ///   - reach: what units can reach; nil when all is measured.
    /// - Complexity: O(n·log n), and O(leaves) for each unit that is not wholly measured.
    package init(_ ranking: Ranking, _ scores: ScoreTable, reach: ReachableScores?) {
        let order = RankingOrder(scores.criteria.set, by: ranking.subject)
        let ranked = ranking.places.map { $0.unit }
        // Units that are not ranked by decree never come in.
        let others = ranking.absences.filter { $0.reason != .byDecree }.map { $0.unit }.filter {
            !(reach?.openLeaves(of: $0, in: ranking.subject).isEmpty ?? true)
        }
        units = ranked + others
        rankedCount = ranked.count
        guard let reach else {
            intervals = ranking.places.map { RankInterval($0.rank, $0.rank) }
            isOpen = intervals.map { _ in false }
            ranges = ranked.map { unit in
                let key = order.key(of: scores[unit])
                return KeyRange(least: key, greatest: key)
            }
            return
        }
        let ranges = units.map { reach.range(of: $0, by: order) }
        isOpen = units.map { !reach.openLeaves(of: $0, in: ranking.subject).isEmpty }
        let sorted = SortedRanges(ranges, rankedCount: ranked.count)
        intervals = ranges.indices.map { sorted.interval(of: ranges[$0], isRanked: $0 < ranked.count, ranking.ties) }
        self.ranges = ranges
    }

    /// The places of a unit; nil when it has none and can get none. Complexity: O(n).
    package func interval(of unit: Int) -> RankInterval? { units.firstIndex(of: unit).map { intervals[$0] } }
}

/// What units are ranked by at least and at most, each in order, the best first.
private struct SortedRanges {
    /// Of ranked units, which are there whatever is measured.
    private let least: [RankingKey]
    /// Of all.
    private let greatest: [RankingKey]
    /// Of ranked units whose key is known: each distinct one once.
    private let fixed: [RankingKey]
    /// Of all others.
    private let loose: [RankingKey]

    init(_ ranges: [KeyRange], rankedCount: Int) {
        func sorted(_ keys: [RankingKey]) -> [RankingKey] { keys.sorted { $0.isAhead(of: $1) } }
        let ranked = ranges[..<rankedCount]
        least = sorted(ranked.map { $0.least })
        greatest = sorted(ranges.map { $0.greatest })
        var distinct: [RankingKey] = []
        for key in sorted(ranked.filter { $0.isFixed }.map { $0.least })
        where distinct.last?.isAhead(of: key) ?? true {
            distinct.append(key)
        }
        fixed = distinct
        loose = sorted(ranked.filter { !$0.isFixed }.map { $0.greatest } + ranges[rankedCount...].map { $0.greatest })
    }

    func interval(of own: KeyRange, isRanked: Bool, _ ties: RankingPolicy.Ties) -> RankInterval {
        // How many are surely ahead, and surely not behind; how many can be ahead, and can be not behind. The unit
        // itself is among those that it is compared with.
        let itself = own.greatest.isAhead(of: own.least) ? 1 : 0
        let ahead = least.ahead(of: own.greatest)
        let notBehind = least.notBehind(own.greatest) - (isRanked ? 1 - itself : 0)
        let maybeAhead = greatest.ahead(of: own.least) - itself
        let maybeNotBehind = greatest.notBehind(own.least) - 1
        switch ties {
        case .standard: return RankInterval(Rank(1 + ahead), Rank(1 + maybeAhead))
        case .modified: return RankInterval(Rank(1 + notBehind), Rank(1 + maybeNotBehind))
        case .average:
            return RankInterval(
                Rank(halves: 2 + ahead + notBehind), Rank(halves: 2 + maybeAhead + maybeNotBehind))
        case .dense:
            // How many of those that are not known are equal is not known: at best all, at worst none.
            let least = max(fixed.ahead(of: own.greatest), ahead > 0 ? 1 : 0)
            let most = fixed.ahead(of: own.least) + loose.ahead(of: own.least) - itself
            return RankInterval(Rank(1 + least), Rank(1 + most))
        }
    }
}

extension [RankingKey] {
    /// How many of these, the best first, are ahead of a key.
    fileprivate func ahead(of key: RankingKey) -> Int { partitionPoint { !$0.isAhead(of: key) } }

    /// How many of these are ahead of a key or equal to it.
    fileprivate func notBehind(_ key: RankingKey) -> Int { partitionPoint { key.isAhead(of: $0) } }
}
