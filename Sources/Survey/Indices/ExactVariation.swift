/// Whether sampled units differ at all, decided on the exact sums of a tally.
///
/// A variance of zero is a difference of equal numbers, of which floating point leaves some rest. So the linearised
/// totals are computed again as residues of the exact fractions: equal fractions have equal residues. Others have equal
/// ones modulo both primes once in 10³⁶ times, and are asked only where the variance is next to nothing.
struct ExactVariation {
    /// The sums of a node with rows in the domain.
    struct Node {
        var node: Int
        /// Σ z.
        var total: Residue
        /// Σ z², where rows are the last stage.
        var squares: Residue
    }

    private let design: DesignTree
    private let lonely: SamplingDesign.SingleCluster

    init(in design: DesignTree, lonely: SamplingDesign.SingleCluster) {
        (self.design, self.lonely) = (design, lonely)
    }

    /// Whether the variance is more than zero.
    /// - Parameter nodes: In ascending order.
    func isThere(among nodes: [Node]) -> Bool {
        /// Units of a stage, or strata of it, with their totals.
        var totals = nodes.map { (index: $0.node, total: $0.total) }
        for (number, stage) in design.stages.enumerated().reversed() {
            if number == design.stages.count - 1, design.lastStage == .rows {
                let varies = nodes.contains { node in
                    let sampled = stage.sampled[node.node]
                    if sampled == 1 { return stands(alone: node.total, node.node, stage) }
                    // Σ (z − z̄)² = Σ z² − (Σ z)² ÷ n
                    return counts(node.node, stage)
                        && Residue(sampled) * node.squares != node.total * node.total
                }
                if varies { return true }
            } else {
                var strata: [(index: Int, total: Residue)] = []
                for (index, units) in groups(of: totals, by: stage.stratumOfUnit) {
                    let sum = units.reduce(Residue.zero) { $0 + $1 }
                    if stage.sampled[index] == 1 {
                        if stands(alone: sum, index, stage) { return true }
                    } else if counts(index, stage) {
                        // Units without a row in the domain have the total zero.
                        let first = units.count < stage.sampled[index] ? .zero : units[0]
                        if units.contains(where: { $0 != first }) { return true }
                    }
                    strata.append((index, sum))
                }
                totals = strata
            }
            totals = groups(of: totals, by: stage.unitOfStratum).map { ($0, $1.reduce(Residue.zero) { $0 + $1 }) }
        }
        return false
    }

    /// Totals with the same parent, which are adjacent.
    private func groups(
        of totals: [(index: Int, total: Residue)], by parents: [Int]
    ) -> [(index: Int, totals: [Residue])] {
        var groups: [(index: Int, totals: [Residue])] = []
        for (index, total) in totals {
            if groups.last?.index == parents[index] {
                groups[groups.count - 1].totals.append(total)
            } else {
                groups.append((parents[index], [total]))
            }
        }
        return groups
    }

    /// Whether something was drawn at random in a stratum, and counts.
    private func counts(_ stratum: Int, _ stage: DesignTree.Stage) -> Bool {
        stage.counts[stratum] && Double(stage.sampled[stratum]) < stage.population[stratum]
    }

    /// Whether the only unit of a stratum adds something to the variance.
    private func stands(alone total: Residue, _ stratum: Int, _ stage: DesignTree.Stage) -> Bool {
        lonely == .adjust && counts(stratum, stage) && total != .zero
    }
}

extension ExactVariation.Node {
    /// The sums of a node.
    /// - Parameters:
    ///   - sums: Those of its rows in the domain.
    ///   - whole: Those of the domain.
    init(_ node: Int, _ sums: MeasureSums, of whole: MeasureSums, _ plan: MeasurePlan) {
        // z = Σ c (w y) − c R (w x), with c the weight of a term divided by its Σ w x; the same factor in all is left out.
        let inverses = whole.totals.map { Residue($0.x).inverse }
        let factors = zip(plan.terms, inverses).map { Residue($0.exactWeight) * $1 }
        let ratios = zip(whole.totals, inverses).map { Residue($0.y) * $1 }
        var total = Residue.zero
        for (index, own) in sums.totals.enumerated() {
            total = total + factors[index] * (Residue(own.y) - ratios[index] * Residue(own.x))
        }
        var squares = Residue.zero
        for (pair, products) in zip(plan.pairs, sums.squaredProducts) where pair.squaredPlace != nil {
            let (first, second) = (ratios[pair.first], ratios[pair.second])
            let above = Residue(products.yy) - second * Residue(products.yx)
            let below = Residue(products.xy) - second * Residue(products.xx)
            let times = Residue(pair.first == pair.second ? 1 : 2)
            squares = squares + times * factors[pair.first] * factors[pair.second] * (above - first * below)
        }
        self.init(node: node, total: total, squares: squares)
    }
}

/// An integer, or a fraction of integers, modulo two primes.
struct Residue: Equatable {
    private let first: UInt64
    private let second: UInt64

    static let zero = Residue(0)

    /// 2⁶¹ − 1 and 2⁶² − 57, which are prime.
    private static let primes: (UInt64, UInt64) = ((1 << 61) - 1, (1 << 62) - 57)

    init(_ number: some BinaryInteger) {
        func residue(_ prime: UInt64) -> UInt64 {
            let rest = UInt64(Int128(number).magnitude % UInt128(prime))
            return number < 0 && rest > 0 ? prime - rest : rest
        }
        self.init(residue(Self.primes.0), residue(Self.primes.1))
    }

    private init(_ first: UInt64, _ second: UInt64) { (self.first, self.second) = (first, second) }

    /// One divided by the number; of zero, zero.
    var inverse: Residue {
        // Fermat: the power of p − 2.
        func power(_ number: UInt64, _ prime: UInt64) -> UInt64 {
            var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, number, prime - 2)
            while exponent > 0 {
                if exponent & 1 == 1 { result = Self.product(result, base, prime) }
                base = Self.product(base, base, prime)
                exponent >>= 1
            }
            return result
        }
        return Residue(power(first, Self.primes.0), power(second, Self.primes.1))
    }

    static func + (left: Self, right: Self) -> Self {
        Residue((left.first + right.first) % primes.0, (left.second + right.second) % primes.1)
    }

    static func - (left: Self, right: Self) -> Self {
        Residue(
            (left.first + primes.0 - right.first) % primes.0, (left.second + primes.1 - right.second) % primes.1)
    }

    static func * (left: Self, right: Self) -> Self {
        Residue(product(left.first, right.first, primes.0), product(left.second, right.second, primes.1))
    }

    private static func product(_ left: UInt64, _ right: UInt64, _ prime: UInt64) -> UInt64 {
        prime.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
    }
}
