/// The variance of a linearised estimate from the unit totals in strata (Särndal, Swensson and Wretman 1992, chapter
/// 4.3.2), computed as in R's package survey 4.1 with `survey.adjust.domain.lonely = FALSE`.
///
/// Each stage adds (1 − n/N) n/(n − 1) Σ (t − t̄)² per stratum, with t the unit totals; the stages within a unit add
/// theirs times n/N. All sampled units count, those without a row in the domain with t = 0; but a lonely stratum
/// matters only where the domain has rows.
struct DesignVariance: Hashable, Sendable {
    /// The variance; nil when a stratum has one unit and the option gives no result.
    private(set) var variance: Double? = 0
    /// The first stage, from 1, at which a lonely unit prevents an estimate.
    private(set) var lonelyStage: Int?
    /// Nothing was drawn at random where the domain has rows: the whole population was asked.
    private(set) var isCensus = true
    /// First-stage units with rows in the domain minus strata with such rows.
    private(set) var degreesOfFreedom = 0
    /// Σ W² over first-stage units, W their weight in the domain.
    private(set) var unitWeightSquares = 0.0

    /// The unsampled share of a population below which R treats it as fully sampled.
    private static let leastUnsampled = 1e-7

    /// A unit with rows in the domain.
    private struct Unit {
        var index: Int
        var total = 0.0
        var weight = 0.0
        /// The variance of the stages within it.
        var inner = 0.0
    }

    /// The part of a stratum that has rows in the domain.
    private struct Stratum {
        var index: Int
        var count: Int
        var total = 0.0
        var weight = 0.0
        /// Σ (t − t̄)² over all its sampled units.
        var deviation = 0.0
        var inner = 0.0
    }

    /// Complexity: O(nodes × stages), whatever the size of the design.
    init(of nodes: [LinearisedEstimate.NodeSums], in design: DesignTree, lonely: SamplingDesign.SingleCluster) {
        let present = nodes.filter { $0.domainRows > 0 }
        var units: [Unit] = []
        for (number, stage) in design.stages.enumerated().reversed() {
            let strata: [Stratum]
            if number == design.stages.count - 1, design.lastStage == .rows {
                strata = present.map { Self.stratum(ofRows: $0, of: stage.sampled[$0.node]) }
                unitWeightSquares = present.reduce(0) { $0 + $1.weightSquares }
            } else {
                if number == design.stages.count - 1 {
                    units = present.map { Unit(index: $0.node, total: $0.sum, weight: $0.weight) }
                }
                strata = Self.strata(of: units, in: stage)
                unitWeightSquares = units.reduce(0) { $0 + $1.weight * $1.weight }
            }
            degreesOfFreedom = strata.reduce(0) { $0 + $1.count - 1 }
            units = merged(strata, of: stage, number: number + 1, lonely: lonely)
        }
        if lonelyStage != nil { variance = nil } else { variance = units.first?.inner ?? 0 }
    }

    /// Takes the variance of residuals; degrees of freedom and weights stay those of the domain.
    mutating func take(_ residuals: DesignVariance) {
        (variance, lonelyStage, isCensus) = (residuals.variance, residuals.lonelyStage, residuals.isCensus)
    }

    private static func stratum(ofRows sums: LinearisedEstimate.NodeSums, of sampled: Int) -> Stratum {
        let deviation = max(sums.squares - sums.sum * sums.sum / Double(sampled), 0)
        return Stratum(
            index: sums.node, count: sums.domainRows, total: sums.sum, weight: sums.weight, deviation: deviation)
    }

    /// Groups units into strata; the units are in order, so those of a stratum are adjacent.
    private static func strata(of units: [Unit], in stage: DesignTree.Stage) -> [Stratum] {
        var strata: [Stratum] = []
        var rest = units[...]
        while let first = rest.first {
            let index = stage.stratumOfUnit[first.index]
            let members = rest.prefix { stage.stratumOfUnit[$0.index] == index }
            rest = rest.dropFirst(members.count)
            var stratum = Stratum(index: index, count: members.count)
            for unit in members {
                stratum.total += unit.total
                stratum.weight += unit.weight
                stratum.inner += unit.inner
            }
            let sampled = Double(stage.sampled[index])
            let mean = stratum.total / sampled
            stratum.deviation = members.reduce((sampled - Double(members.count)) * mean * mean) {
                $0 + ($1.total - mean) * ($1.total - mean)
            }
            stratum.inner *= sampled / stage.population[index]
            strata.append(stratum)
        }
        return strata
    }

    /// Merges strata into the units they belong to; at the first stage into one, the whole.
    private mutating func merged(
        _ strata: [Stratum], of stage: DesignTree.Stage, number: Int, lonely: SamplingDesign.SingleCluster
    ) -> [Unit] {
        var units: [Unit] = []
        var rest = strata[...]
        while let first = rest.first {
            var unit = Unit(index: stage.unitOfStratum[first.index])
            let members = rest.prefix { stage.unitOfStratum[$0.index] == unit.index }
            rest = rest.dropFirst(members.count)
            var (sum, known) = (0.0, 0)
            for stratum in members {
                unit.total += stratum.total
                unit.weight += stratum.weight
                unit.inner += stratum.inner
                if let own = own(of: stratum, in: stage, number: number, lonely: lonely) {
                    sum += own
                    known += 1
                }
            }
            if known > 0 {
                unit.inner += sum * Double(members.count) / Double(known)
            } else {
                lonelyStage = min(lonelyStage ?? number, number)
            }
            units.append(unit)
        }
        return units
    }

    /// The contribution of the stratum's own stage; nil for a lonely unit about which nothing is known.
    private mutating func own(
        of stratum: Stratum, in stage: DesignTree.Stage, number: Int, lonely: SamplingDesign.SingleCluster
    ) -> Double? {
        guard stage.counts[stratum.index] else { return 0 }
        let sampled = Double(stage.sampled[stratum.index])
        let population = stage.population[stratum.index]
        let unsampled = population.isFinite ? (population - sampled) / population : 1
        guard unsampled >= Self.leastUnsampled else { return 0 }
        isCensus = false
        if sampled > 1 { return unsampled * sampled / (sampled - 1) * stratum.deviation }
        switch lonely {
        case .fail:
            lonelyStage = min(lonelyStage ?? number, number)
            return nil
        case .certainty: return 0
        case .adjust: return unsampled * stratum.total * stratum.total
        case .average: return nil
        }
    }
}
