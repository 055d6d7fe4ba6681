public import Values

/// The places of some units among each other, on exact numbers.
public struct Ranking: Sendable {
    /// What units are ranked by.
    public enum Subject: Hashable, Sendable {
        /// The total index.
        case total
        /// The node at a position of the set: a field, a criterion or a sub-criterion.
        case node(Int)
    }

    /// A unit that has a place.
    public struct Place: Hashable, Sendable {
        /// The position of the unit.
        public let unit: Int
        /// The place.
        public let rank: Rank
        /// The points by which it is ranked, and their maximum.
        public let tally: Tally
    }

    /// A unit that has none.
    public struct Absence: Hashable, Sendable {
        /// The position of the unit.
        public let unit: Int
        /// Why.
        public let reason: Reason
    }

    /// Why a unit has no place. It never counts as zero.
    public enum Reason: Hashable, Sendable {
        /// Nothing of the subject applies to the unit.
        case nothingApplies
        /// Nothing of the subject is scored yet; the status where it is a leaf.
        case nothingScored(LeafStatus?)
        /// Less is scored than the edition asks for; the share in percent.
        case coverage(ExactRatio)
    }

    /// What the units are ranked by.
    public let subject: Subject
    /// What tied units get.
    public let ties: RankingPolicy.Ties
    /// The units that are ranked, the best first; tied ones in the order given.
    public let places: [Place]
    /// The others, in the order given.
    public let absences: [Absence]

    /// Ranks units among each other.
    ///
    /// The index is compared in full, as the fraction points ÷ maximum; where the maximum is zero (bonus and penalty
    /// points), the points. Equal ones are told apart by the points of the edition's ``RankingPolicy/tieBreakers``, in
    /// order; who has no points there comes after who has.
    ///
    /// - Parameters:
    ///   - scores: the scores.
    ///   - units: the positions of the units; nil for all.
    ///   - subject: what they are ranked by. Traps for a position outside the set.
    ///   - ties: what tied units get; nil for the edition's rule.
    /// - Complexity: O(n·log n).
    public init(
        _ scores: ScoreTable, units: [Int]? = nil, by subject: Subject = .total, ties: RankingPolicy.Ties? = nil
    ) {
        let policy = scores.criteria.set.ranking
        let breakers = policy.tieBreakers.compactMap(scores.criteria.set.index(of:))
        let minimum = ExactRatio(policy.minimumCoverage)
        self.subject = subject
        self.ties = ties ?? policy.ties
        var entries: [Entry] = []
        var absences: [Absence] = []
        for unit in units ?? Array(scores.units.indices) {
            let score = scores[unit]
            let tally = score.tally(of: subject)
            if let reason = score.absence(from: subject, tally: tally, minimum: minimum) {
                absences.append(Absence(unit: unit, reason: reason))
            } else {
                entries.append(Entry(unit: unit, tally: tally, breakers: breakers.map(score.pointsIfScored)))
            }
        }
        let (ranks, order) = self.ties.ranks(entries) { $0.isAhead(of: $1) }
        places = order.map { Place(unit: entries[$0].unit, rank: ranks[$0], tally: entries[$0].tally) }
        self.absences = absences
    }

    /// The place of a unit; nil when it has none. Complexity: O(n).
    public func place(of unit: Int) -> Place? {
        places.first { $0.unit == unit }
    }
}

extension Ranking.Place {
    /// The index by which the unit is ranked; where the maximum is zero, its points.
    public var index: ExactRatio { tally.exactIndex ?? ExactRatio(tally.points) }
}

private struct Entry {
    let unit: Int
    let tally: Tally
    let breakers: [Int64?]

    func isAhead(of other: Entry) -> Bool {
        let comparison = tally.compared(to: other.tally)
        if comparison != 0 { return comparison > 0 }
        for (mine, theirs) in zip(breakers, other.breakers) where mine != theirs {
            guard let mine else { return false }
            return theirs.map { mine > $0 } ?? true
        }
        return false
    }
}

extension Tally {
    /// Above zero when these points are the greater part of their maximum, zero when the parts are equal. Products of 64
    /// bits fit in 128, so nothing can overflow.
    func compared(to other: Tally) -> Int {
        if maximum == other.maximum || maximum == 0 || other.maximum == 0 {
            return points == other.points ? 0 : points > other.points ? 1 : -1
        }
        let mine = Int128(points.mantissa) * Int128(other.maximum.mantissa)
        let theirs = Int128(other.points.mantissa) * Int128(maximum.mantissa)
        return mine == theirs ? 0 : mine > theirs ? 1 : -1
    }
}

extension UnitScore {
    /// Points and maxima of a subject.
    package func tally(of subject: Ranking.Subject) -> Tally {
        switch subject {
        case .total: total
        case .node(let node): tally(of: node)
        }
    }

    /// Points of a node in millionths; nil where nothing of it is scored.
    fileprivate func pointsIfScored(_ node: Int) -> Int64? {
        let score = criterion(node)
        if score.tally.maximum != 0, score.tally.scoredMaximum == 0 { return nil }
        return score.points?.mantissa
    }

    fileprivate func absence(
        from subject: Ranking.Subject, tally: Tally, minimum: ExactRatio
    ) -> Ranking.Reason? {
        var status: LeafStatus?
        if case .node(let node) = subject { status = criterion(node).status }
        if let status, tally.maximum == 0 {
            // Bonus and penalty points stand beside the maximum.
            switch status {
            case .scored, .partlyReported: return nil
            case .notApplicable: return .nothingApplies
            case .notReported, .awaited, .notPublished: return .nothingScored(status)
            }
        }
        if tally.maximum == 0 { return .nothingApplies }
        if tally.scoredMaximum == 0 { return .nothingScored(status) }
        guard let coverage = tally.exactCoverage, coverage < minimum else { return nil }
        return .coverage(coverage)
    }
}
