import Values

/// The place of a unit among the ranked units of its group (khối): 1, 2, 2, 4, by the exact index.
public struct GroupRank: Hashable, Sendable {
    /// The place, from 1.
    public let place: Int
    /// How many units of the group are ranked.
    public let count: Int
    /// How many others have the same index.
    public let tied: Int

    /// Places an index among those of the other ranked units.
    init(of index: ExactRatio, among others: [ExactRatio]) {
        place = 1 + others.count { $0 > index }
        count = others.count + 1
        tied = others.count { $0 == index }
    }
}

extension ScoreTable {
    /// The place of a unit in its group; nil when too little of it is scored for it to be ranked.
    ///
    /// Complexity: O(units of the group × fields).
    public func groupRank(of unit: Int) -> GroupRank? {
        self[unit].rankedIndex.map { GroupRank(of: $0, among: rankedOthers(than: unit)) }
    }

    /// The exact indices of the other ranked units of a unit's group.
    func rankedOthers(than unit: Int) -> [ExactRatio] {
        let group = units[unit].group
        return units.indices.compactMap { $0 != unit && units[$0].group == group ? self[$0].rankedIndex : nil }
    }
}

extension UnitScore {
    /// The exact index by which the unit is ranked; nil when too little of it is scored.
    var rankedIndex: ExactRatio? { isRankable ? total.exactIndex : nil }
}
