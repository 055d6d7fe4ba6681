import Values

/// What a unit is ranked by: points and maximum, then the tie-breaker points.
struct RankingKey {
    let sum: PointSum
    /// In millionths; nil where nothing is scored.
    let tieBreakers: [Int64?]

    /// The points of keys, in millionths, where these alone decide; nil where fractions, maxima or tie-breakers do, too.
    static func points(_ keys: [RankingKey]) -> [Int64]? {
        guard let maximum = keys.first?.sum.maximum else { return [] }
        let isAlone = keys.allSatisfy { key in
            key.tieBreakers.isEmpty && key.sum.hasOnlyMillionths && key.sum.maximum == maximum
        }
        return isAlone ? keys.map { $0.sum.points.mantissa } : nil
    }

    /// Whether the unit comes before the other; two units of which neither does are tied. A strict weak order.
    func isAhead(of other: RankingKey) -> Bool {
        let comparison = sum.compared(to: other.sum)
        if comparison != 0 { return comparison > 0 }
        for (mine, theirs) in zip(tieBreakers, other.tieBreakers) where mine != theirs {
            guard let mine else { return false }
            return theirs.map { mine > $0 } ?? true
        }
        return false
    }
}

/// How an edition ranks units on a subject.
struct RankingOrder {
    /// What a unit is ranked by, or why it has no place.
    enum Entry {
        case ranked(RankingKey)
        case absent(Ranking.Reason)
    }

    let subject: Ranking.Subject
    /// The positions in the set of the criteria whose points decide between equal totals; none for a part.
    let tieBreakers: [Int]
    private let minimumCoverage: ExactRatio

    init(_ set: CriteriaSet, by subject: Ranking.Subject = .total) {
        self.subject = subject
        // Tie-breakers decide between totals; equal points of a part are equal places.
        tieBreakers = subject == .total ? set.ranking.tieBreakers.compactMap { set.index(of: $0) } : []
        minimumCoverage = ExactRatio(set.ranking.minimumCoverage)
    }

    /// The order by which totals have a place, whoever is ahead.
    fileprivate init(ofTotalsFrom minimumCoverage: FixedDecimal) {
        (subject, tieBreakers, self.minimumCoverage) = (.total, [], ExactRatio(minimumCoverage))
    }

    func entry(of score: UnitScore) -> Entry {
        if !score.isRanked { return .absent(.byDecree) }
        let sum = score.sum(of: subject)
        var status: LeafStatus?
        if case .node(let node) = subject {
            status = score.criterion(node).status
            if status == nil, score.criteriaSet.criteria[node].maximum == 0 {
                // Bonus and penalty points are outside the maximum: such a field is ranked by its points.
                if score.hasPoints(node) { return .ranked(key(sum, of: score)) }
                return .absent(score.isLeftOut(node) ? .nothingApplies : .nothingScored(nil))
            }
        }
        if let reason = absence(of: sum, status: status) { return .absent(reason) }
        return .ranked(key(sum, of: score))
    }

    /// What a unit is ranked by, whether it has a place or not.
    func key(of score: UnitScore) -> RankingKey { key(score.sum(of: subject), of: score) }

    private func key(_ sum: PointSum, of score: UnitScore) -> RankingKey {
        RankingKey(sum: sum, tieBreakers: tieBreakers.map { score.pointsIfAny($0) })
    }

    /// Why points and a maximum have no place; nil if they have one.
    ///
    /// - Parameter status: the status of the subject if it is a leaf.
    func absence(of sum: PointSum, status: LeafStatus? = nil) -> Ranking.Reason? {
        if let status, sum.maximum == 0 {
            // Bonus and penalty points are outside the maximum.
            switch status {
            case .scored, .partlyReported, .provisional: return nil
            case .notApplicable: return .nothingApplies
            case .notAssigned: return .notAssigned
            case .notReported, .awaited, .notPublished, .watched: return .nothingScored(status)
            }
        }
        if sum.maximum == 0 { return .nothingApplies }
        if sum.scoredMaximum == 0 { return .nothingScored(status) }
        guard let coverage = sum.exactCoverage, coverage < minimumCoverage else { return nil }
        return .coverage(coverage)
    }
}

extension PointSum {
    /// Positive when these points are the larger share of their maximum, zero when the shares are equal. Products of 64
    /// bits fit in 128, so nothing can overflow.
    func compared(to other: PointSum) -> Int {
        if !hasOnlyMillionths || !other.hasOnlyMillionths { return comparedExactly(to: other) }
        if maximum == other.maximum || maximum == 0 || other.maximum == 0 {
            return points == other.points ? 0 : points > other.points ? 1 : -1
        }
        let mine = Int128(points.mantissa) * Int128(other.maximum.mantissa)
        let theirs = Int128(other.points.mantissa) * Int128(maximum.mantissa)
        return mine == theirs ? 0 : mine > theirs ? 1 : -1
    }

    private func comparedExactly(to other: PointSum) -> Int {
        let isSame = maximum == other.maximum && beyond.whole == other.beyond.whole
        let isShare = !isSame && maximum != 0 && other.maximum != 0
        let one = [ExactSum.Term(.one, times: 1)]
        return ExactSum.sign(
            of: exactPoints(times: 1, by: isShare ? other.exactWhole : one)
                + other.exactPoints(times: -1, by: isShare ? exactWhole : one))
    }

    /// The maximum as a sum of fractions.
    private var exactWhole: [ExactSum.Term] { beyond.whole.terms(times: 1) + [.init(ExactRatio(maximum), times: 1)] }

    /// The points × a sum of fractions.
    private func exactPoints(times sign: Int64, by factors: [ExactSum.Term]) -> [ExactSum.Term] {
        let points = excess.terms(times: sign) + [.init(ExactRatio(points), times: sign)]
        return points.flatMap { point in factors.map { point.times($0.ratio) } }
    }
}

extension UnitScore {
    /// Points and maximum of a subject.
    package func sum(of subject: Ranking.Subject) -> PointSum {
        switch subject {
        case .total: total
        case .node(let node): sum(of: node)
        }
    }

    /// Whether the unit has a place where enough is scored.
    package var isRanked: Bool { storage.columns.units[unit].isRanked }

    /// Whether the unit is ranked and enough is scored for it; false when nothing is.
    public var isRankable: Bool { rankableTotal != nil }

    /// The total of a unit that is ranked and of which enough is scored; nil for any other.
    var rankableTotal: PointSum? { isRanked ? sufficientTotal : nil }

    /// The total where enough is scored for a place or a class.
    var sufficientTotal: PointSum? {
        let (total, order) = (
            total, RankingOrder(ofTotalsFrom: storage.columns.criteria.set.ranking.minimumCoverage)
        )
        return order.absence(of: total) == nil ? total : nil
    }

    /// Whether enough is scored for a place or a class.
    var isSufficient: Bool { sufficientTotal != nil }

    /// Points of a node in millionths; nil where none of its leaves has any.
    func pointsIfAny(_ node: Int) -> Int64? {
        hasPoints(node) ? sum(of: node).points.mantissa : nil
    }

    /// Whether a leaf has points, or some leaf below a node; points given to the node count.
    package func hasPoints(_ node: Int) -> Bool {
        if standing(of: node) != nil { return true }
        let score = criterion(node)
        return score.status == nil ? score.criterion.children.contains(where: hasPoints) : score.points != nil
    }

    /// Whether a leaf is out of points and maximum, or every leaf below a node; what is watched is in neither anyway.
    package func isLeftOut(_ node: Int) -> Bool {
        if standing(of: node) != nil { return false }
        let score = criterion(node)
        if score.status == nil { return score.criterion.children.allSatisfy(isLeftOut) }
        return score.criterion.leaf?.role == .watched || score.status == .notAssigned
            || (score.status == .notApplicable && score.sum.maximum == 0 && score.points == nil)
    }
}
