internal import ScoreNumerics
package import Values

/// What sampling error does to a ranking: how the intervals of its places came about, and figures drawn again, by the
/// positions of its places.
package struct RankSampling: Sendable {
    package let indices: SampledIndices
    package let sets: RankSets
    package let simulation: RankSimulation

    /// Nil where no figure behind the ranked units has an error.
    package init?(
        _ ranking: Ranking, _ scores: ScoreTable, errors: MetricErrors, confidence: FixedDecimal, seed: UInt64
    ) {
        if errors.isEmpty { return nil }
        indices = SampledIndices(
            scores, units: ranking.places.map { $0.unit }, by: ranking.subject, errors: errors,
            confidence: confidence.approximation)
        guard indices.values.contains(where: { !$0.isKnown }) else { return nil }
        sets = RankSets(
            indices.values, ranks: ranking.places.map { $0.rank }, ties: ranking.ties, error: indices.normalError,
            seed: seed)
        simulation = RankSimulation(ranking, scores, errors: errors, seed: seed)
    }
}
