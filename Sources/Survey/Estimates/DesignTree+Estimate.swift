extension DesignTree {
    /// Computes the standard error, design effect and limits of an estimate.
    ///
    /// Equal to R's package survey 4.1 for a design with these strata, units and populations and the subset of it that
    /// is the domain. Where R would give a degenerate interval at 0 or 1 there is a one-sided bound instead; see
    /// ``Estimate/Status``.
    /// - Throws: ``EstimateError`` for sums that are impossible under this design, or settings out of range.
    ///
    /// Complexity: O(nodes of the estimate × stages).
    package func estimate(
        _ input: LinearisedEstimate, settings: EstimateSettings = EstimateSettings()
    ) throws(EstimateError) -> Estimate {
        try check(settings)
        try check(input.nodes)
        try check(input)
        let rows = input.nodes.reduce(0) { $0 + $1.domainRows }
        var variance = DesignVariance(of: input.nodes, in: self, lonely: settings.lonelyUnits)
        if let residuals = input.residuals {
            try check(residuals)
            variance.take(DesignVariance(of: residuals, in: self, lonely: settings.lonelyUnits))
        }
        var estimate = Estimate(
            degreesOfFreedom: variance.degreesOfFreedom, rows: rows, level: settings.level, status: .estimated)
        estimate.comparison = settings.comparison
        if rows == 0 {
            estimate.status = .cannotBeEstimated(.noRows)
        } else {
            estimate.value = input.value
            fill(&estimate, with: variance, of: input, settings)
        }
        return estimate
    }

    private func fill(
        _ estimate: inout Estimate, with variance: DesignVariance, of input: LinearisedEstimate,
        _ settings: EstimateSettings
    ) {
        guard let square = variance.variance else {
            estimate.status = .cannotBeEstimated(.lonelyUnit(stage: variance.lonelyStage ?? 1))
            return
        }
        if let end = input.end {
            estimate.bound(at: end, by: effectiveRows(of: input, variance))
            return
        }
        let simple = SimpleVariance(of: input.nodes)
        if variance.isCensus {
            (estimate.standardError, estimate.designEffect) = (0, simple.effect(of: 0, settings.comparison))
            (estimate.lower, estimate.upper, estimate.method) = (input.value, input.value, .census)
            return
        }
        guard variance.degreesOfFreedom > 0 else {
            estimate.status = .cannotBeEstimated(.noDegreesOfFreedom)
            return
        }
        guard square > simple.noise, square > Self.noise * input.value * input.value else {
            estimate.status = .cannotBeEstimated(.noVariation)
            return
        }
        estimate.standardError = square.squareRoot()
        estimate.designEffect = simple.effect(of: square, settings.comparison)
        estimate.setLimits(settings.interval)
    }

    /// A variance below this share of the squared value is rounding error of zero.
    private static let noise = 1e-26

    /// The number of independent answers that the domain's answers are worth when all are alike and the data say
    /// nothing about the variance.
    ///
    /// (ΣW)² / ΣW² over first-stage units, W their weight in the domain (Kish 1965, chapter 11.7), as if all answers of
    /// a unit were one; for people drawn directly it is Kish's effective sample size. Only rounding could make it more
    /// than the number of rows.
    private func effectiveRows(of input: LinearisedEstimate, _ variance: DesignVariance) -> Double {
        let rows = Double(input.nodes.reduce(0) { $0 + $1.domainRows })
        let weight = input.nodes.reduce(0) { $0 + $1.weight }
        return min(weight / variance.unitWeightSquares * weight, rows)
    }

    /// The largest sums whose products are still finite.
    private static let largestSum = 1e100

    private func check(_ settings: EstimateSettings) throws(EstimateError) {
        guard settings.level > 0, settings.level < 1 else { throw .levelOutOfRange }
    }

    private func check(_ nodes: [LinearisedEstimate.NodeSums]) throws(EstimateError) {
        var next = 0
        for sums in nodes {
            let node = sums.node
            guard node >= next, node < nodeCount else { throw .wrongNode(node) }
            next = node + 1
            guard (0...rows[node]).contains(sums.domainRows) else { throw .wrongRows(node: node) }
            let never = [sums.squares, sums.spread, sums.weight, sums.weightSquares]
            guard sums.domainRows > 0 || (sums.sum == 0 && never.allSatisfy { $0 == 0 }) else {
                throw .wrongRows(node: node)
            }
            guard abs(sums.sum) <= Self.largestSum, never.allSatisfy({ (0...Self.largestSum).contains($0) }),
                sums.domainRows == 0 || sums.weight > 0
            else { throw .wrongSums(node: node) }
        }
    }

    private func check(_ input: LinearisedEstimate) throws(EstimateError) {
        guard input.nodes.contains(where: { $0.domainRows > 0 }) else { return }
        let range = -LinearisedEstimate.rounding...1 + LinearisedEstimate.rounding
        guard range.contains(input.value) else { throw .valueOutOfRange }
    }
}

extension LinearisedEstimate {
    /// How far rounding can move a share of 0 or 1.
    static let rounding = 1e-12

    /// 0 or 1 where a share is all or nothing.
    var end: Double? {
        if value <= Self.rounding { return 0 }
        return value >= 1 - Self.rounding ? 1 : nil
    }
}

/// The variance of a simple random sample of the same number of rows.
///
/// Needs n rows, Σw and Σz²/w of the domain. The weighted variance of the answers is then S² = n/(n − 1) Σw Σz²/w in
/// units of the estimate, and the variance S²/n with and S² (1/n − 1/Σw) without replacement: R's `svyvar` and `deff`.
struct SimpleVariance {
    private let rows: Double
    private let weight: Double
    private let withReplacement: Double

    init(of nodes: [LinearisedEstimate.NodeSums]) {
        let rows = Double(nodes.reduce(0) { $0 + $1.domainRows })
        let weight = nodes.reduce(0) { $0 + $1.weight }
        let total = nodes.reduce(0) { $0 + $1.sum }
        let spread = nodes.reduce(0) { $0 + $1.spread }
        (self.rows, self.weight) = (rows, weight)
        withReplacement = rows > 1 ? max(spread * weight - total * total, 0) / (rows - 1) : 0
    }

    /// A variance this small relative to the spread of the answers is rounding error.
    var noise: Double { 1e-20 * withReplacement }

    /// The design effect of a variance; nil when there is no variance to compare with, or the population is smaller
    /// than the sample.
    func effect(of variance: Double, _ comparison: SimpleSample) -> Double? {
        let simple =
            comparison == .withReplacement ? withReplacement : withReplacement * (weight - rows) / weight
        return simple > 0 ? variance / simple : nil
    }
}
