internal import ScoreNumerics
package import Values

/// What sampling error does to a ranking: how the intervals of its places came about, and figures drawn again, by the
/// positions of ``ReachablePlaces/units``.
package struct RankSampling: Sendable {
    package let indices: SampledIndices
    package let sets: RankSets
    package let simulation: RankSimulation
    /// By unit: for itself, and for all at once; wherever a unit can stand without sampling error, it can with it.
    package let marginal: [RankInterval]
    package let simultaneous: [RankInterval]
    private let isOpen: [Bool]

    /// Nil where no figure behind the units has an error, and without draws.
    package init?(
        _ ranking: Ranking, _ scores: ScoreTable, reach: ReachablePlaces, errors: MetricErrors,
        confidence: FixedDecimal, draws: Int = RankSimulation.draws, seed: UInt64
    ) {
        if errors.isEmpty || draws == 0 { return nil }
        let indices = SampledIndices(
            scores, units: reach.units, by: ranking.subject, errors: errors, confidence: confidence.approximation,
            ranges: reach.ranges)
        guard indices.isSampled.contains(true) else { return nil }
        sets = RankSets(
            indices.values, ranks: ranking.places.map { $0.rank }, ties: ranking.ties, error: indices.normalError,
            draws: draws, seed: seed, reach: (reach.ranges, indices.isSampled))
        simulation = RankSimulation(ranking, scores, errors: errors, draws: draws, seed: seed)
        self.indices = indices
        let found = sets.intervals()
        marginal = zip(found.marginal, reach.intervals).map { $0.joined($1) }
        simultaneous = zip(found.simultaneous, reach.intervals).map { $0.joined($1) }
        isOpen = zip(reach.isOpen, indices.hasUnknown).map { $0 || $1 }
    }

    /// Whether a ranked unit's index has parts that nothing is drawn for: what is not measured, figures without a known
    /// error.
    package func hasUndrawn(_ unit: Int) -> Bool { isOpen[unit] }

    /// The standard error of a ranked unit's index; nil where that of a figure is not known.
    package func standardError(of unit: Int) -> Double? {
        indices.hasUnknown[unit] ? nil : simulation.deviations[unit]
    }

    /// How often a ranked unit is ahead of another when figures are drawn again; nil where the draws cannot say it.
    ///
    /// Of two units that cannot be told apart the share is neither none nor all, however many draws say so.
    package func share(of first: Int, aheadOf second: Int) -> Double? {
        told(simulation.share(of: first, aheadOf: second), of: first, aheadOf: second)
    }

    /// How often a ranked unit is ahead of each; for itself it means nothing.
    package func shares(of unit: Int) -> [Double?] {
        simulation.shares(of: unit).enumerated().map { told($1, of: unit, aheadOf: $0) }
    }

    private func told(_ share: Double, of first: Int, aheadOf second: Int) -> Double? {
        let critical = sets.simultaneousCritical
        if sets.isAhead(first, second, critical: critical) || sets.isAhead(second, first, critical: critical) {
            return share
        }
        if isOpen[first] || isOpen[second] { return nil }
        return indices.isSampled[first] || indices.isSampled[second] ? inside(share) : share
    }

    /// How often each ranked unit is among the first; nil where the draws cannot say it.
    package func shares(among first: Int) -> [Double?] {
        let (place, isAnyOpen) = (Rank(first), isOpen.contains(true))
        return zip(simulation.shares(among: first), simultaneous).map { share, interval in
            if interval.upper <= place || interval.lower > place { return share }
            return isAnyOpen ? nil : inside(share)
        }
    }

    /// A share that so many draws cannot tell from none or all.
    private func inside(_ share: Double) -> Double {
        let least = 1 / Double(simulation.draws + 1)
        return min(max(share, least), 1 - least)
    }
}

extension RankInterval {
    /// The least interval that contains both.
    fileprivate func joined(_ other: RankInterval) -> RankInterval {
        RankInterval(min(lower, other.lower), max(upper, other.upper))
    }
}
