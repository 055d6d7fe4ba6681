public import Values

/// The places of some units relative to each other, on exact numbers.
public struct Ranking: Sendable {
    /// What units are ranked by.
    public enum Subject: Hashable, Sendable {
        /// The total index.
        case total
        /// The node at a position of the set: a field, a criterion or a sub-criterion.
        case node(Int)

        /// The node with a code, or the total without one; nil when the set has no such node.
        package init?(_ code: String?, in set: CriteriaSet) {
            guard let code else {
                self = .total
                return
            }
            guard let node = set.index(of: code) else { return nil }
            self = .node(node)
        }
    }

    /// A unit that has a place.
    public struct Place: Hashable, Sendable {
        /// The position of the unit.
        public let unit: Int
        /// The place.
        public let rank: Rank
        /// The points by which it is ranked, and their maximum.
        public let sum: PointSum
    }

    /// A unit that has no place.
    public struct Absence: Hashable, Sendable {
        /// The position of the unit.
        public let unit: Int
        /// Why it has none.
        public let reason: Reason
    }

    /// Why a unit has no place. It never counts as zero.
    public enum Reason: Hashable, Sendable {
        /// The unit is scored but not ranked, by decree.
        case byDecree
        /// Nothing of the subject applies to the unit.
        case nothingApplies
        /// The subject is a criterion that is not assigned to the unit.
        case notAssigned
        /// Nothing of the subject is scored yet; the status where it is a leaf.
        case nothingScored(LeafStatus?)
        /// Less is scored than the edition requires; the share in percent.
        case coverage(ExactRatio)
    }

    /// What the units are ranked by.
    public let subject: Subject
    /// How ties are ranked.
    public let ties: RankingPolicy.Ties
    /// The units that are ranked, the best first; tied ones in the input order.
    public let places: [Place]
    /// The others, in the input order.
    public let absences: [Absence]

    /// Ranks units relative to each other.
    ///
    /// The exact index is compared, as the fraction points ÷ maximum; where the maximum is zero (bonus and penalty
    /// points), the points. Equal ones are separated by the points of the edition's ``RankingPolicy/tieBreakers``, in
    /// order; a unit without points there comes after those with points.
    ///
    /// - Parameters:
    ///   - scores: the scores.
    ///   - units: the positions of the units; nil for all.
    ///   - subject: what they are ranked by. Traps for a position outside the set.
    ///   - ties: how ties are ranked; nil for the edition's rule.
    /// - Complexity: O(n·log n).
    public init(
        _ scores: ScoreTable, units: [Int]? = nil, by subject: Subject = .total, ties: RankingPolicy.Ties? = nil
    ) {
        let order = RankingOrder(scores.criteria.set, by: subject)
        let ties = ties ?? scores.criteria.set.ranking.ties
        (self.subject, self.ties) = (subject, ties)
        var entries: [(unit: Int, key: RankingKey)] = []
        var absences: [Absence] = []
        for unit in units ?? Array(scores.units.indices) {
            switch order.entry(of: scores[unit]) {
            case .ranked(let key): entries.append((unit, key))
            case .absent(let reason): absences.append(Absence(unit: unit, reason: reason))
            }
        }
        // Where nothing but points differs, their numbers are sorted.
        let (ranks, places) =
            RankingKey.points(entries.map { $0.key }).map { points in ties.ranks(points) { $0 > $1 } }
            ?? ties.ranks(entries) { $0.key.isAhead(of: $1.key) }
        self.places = places.map { Place(unit: entries[$0].unit, rank: ranks[$0], sum: entries[$0].key.sum) }
        self.absences = absences
    }

    /// The place of a unit; nil when it has none. Complexity: O(n).
    public func place(of unit: Int) -> Place? {
        places.first { $0.unit == unit }
    }
}

extension Ranking.Place {
    /// The index by which the unit is ranked; where the maximum is zero, its points.
    public var index: ExactRatio { sum.exactIndex ?? ExactRatio(sum.points) }
}
