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
        let form = ExactForm(whole, plan)
        let squared = plan.pairs.indices.filter { plan.pairs[$0].squaredPlace != nil }
        self.init(node: node, total: form.total(sums.totals), squares: form.square(sums.squaredProducts, squared))
    }
}

extension ExactVariation {
    /// Whether the rows of a domain differ in what its index is the mean of, whatever they weigh: Σ w z² is zero only
    /// where each z is.
    /// - Parameter whole: The sums of the domain, with their products.
    static func isThere(amongRowsOf whole: MeasureSums, _ plan: MeasurePlan) -> Bool {
        ExactForm(whole, plan).square(whole.products, Array(plan.pairs.indices)) != .zero
    }
}

/// The linearised form z = Σ c (w y) − c R (w x) of an index, with c the weight of a term divided by its Σ w x; the same
/// factor in all is left out.
private struct ExactForm {
    private let factors, ratios: [Residue]
    private let pairs: [MeasurePlan.Pair]

    init(_ whole: MeasureSums, _ plan: MeasurePlan) {
        let inverses = whole.totals.map { Residue($0.x).inverse }
        factors = zip(plan.terms, inverses).map { Residue($0.exactWeight) * $1 }
        ratios = zip(whole.totals, inverses).map { Residue($0.y) * $1 }
        pairs = plan.pairs
    }

    func total(_ totals: [(y: Int128, x: Int128)]) -> Residue {
        totals.indices.reduce(Residue.zero) { sum, index in
            sum + factors[index] * (Residue(totals[index].y) - ratios[index] * Residue(totals[index].x))
        }
    }

    /// Σ z² of some pairs of measures.
    func square(_ products: [PairProducts], _ places: [Int]) -> Residue {
        places.reduce(Residue.zero) { sum, place in
            let (pair, own) = (pairs[place], products[place])
            let (first, second) = (ratios[pair.first], ratios[pair.second])
            let above = Residue(own.yy) - second * Residue(own.yx)
            let below = Residue(own.xy) - second * Residue(own.xx)
            let times = Residue(pair.first == pair.second ? 1 : 2)
            return sum + times * factors[pair.first] * factors[pair.second] * (above - first * below)
        }
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
