import Values

/// The best that a share can still come to by the end of the period, for plans, which keep the cases counted so far.
struct ShareCeiling {
    /// The best share.
    let share: ExactRatio
    /// The best figure of the present denominator that is no better.
    let figure: Figure

    /// Nil for what is not two whole counts, and where nothing is counted.
    init?(_ metric: Metric, _ now: Figure, _ volume: ExpectedVolumes.Volume) {
        guard let counts = now.wholeCounts, counts.denominator > 0 else { return nil }
        let (numerator, denominator) = (
            counts.numerator.mantissa / FixedDecimal.scale, counts.denominator.mantissa / FixedDecimal.scale
        )
        let best = metric.direction == .higher ? numerator + volume.cases - denominator : numerator
        let comparison: Comparison = metric.direction == .higher ? .atMost : .atLeast
        guard let share = ExactRatio(100 * Int128(best), over: Int128(volume.cases)),
            let count = metric.leastNumerator(
                within: Limit(comparison: comparison, value: share), of: counts.denominator)
        else { return nil }
        self.share = share
        figure = .ratio(numerator: count, denominator: counts.denominator)
    }

    /// Whether a figure is beyond what can be reached.
    func isPassed(by figure: Figure, _ metric: Metric) -> Bool {
        figure.exactNumber.map { metric.isBetter($0, than: share) } ?? false
    }
}

extension UnitFigures {
    /// By column, the best that cumulative shares can still come to.
    func ceilings(of metrics: [Metric], expecting volumes: ExpectedVolumes) -> [Int: ShareCeiling] {
        if volumes.isEmpty { return [:] }
        var ceilings: [Int: ShareCeiling] = [:]
        for (column, metric) in metrics.enumerated() {
            ceilings[column] = volumes[metric.code].flatMap { ShareCeiling(metric, now(column), $0) }
        }
        return ceilings
    }
}
