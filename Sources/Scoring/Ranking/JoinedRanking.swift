/// The places of scores that need not be of one table, such as those of units that became one.
package struct JoinedRanking: Sendable {
    /// The places in the order of the scores; nil for those that have none.
    package let ranks: [Rank?]
    /// How many have one.
    package let count: Int

    /// Ranks scores by one edition, as ``Ranking`` ranks units. Complexity: O(n·log n).
    package init(
        _ scores: [UnitScore], of set: CriteriaSet, by subject: Ranking.Subject = .total,
        ties: RankingPolicy.Ties? = nil
    ) {
        let order = RankingOrder(set, by: subject)
        var keys: [RankingKey] = []
        let positions = scores.map { score -> Int? in
            guard case .ranked(let key) = order.entry(of: score) else { return nil }
            keys.append(key)
            return keys.count - 1
        }
        let places = (ties ?? set.ranking.ties).ranks(keys) { $0.isAhead(of: $1) }.ranks
        ranks = positions.map { position in position.map { places[$0] } }
        count = keys.count
    }
}
