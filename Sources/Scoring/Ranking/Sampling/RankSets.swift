import ScoreNumerics
import Values

/// The range of places that a unit may truly have.
public struct RankInterval: Hashable, Sendable {
    /// The best place.
    public let lower: Rank
    /// The worst place.
    public let upper: Rank

    /// Makes an interval.
    public init(_ lower: Rank, _ upper: Rank) {
        self.lower = lower
        self.upper = upper
    }
}

/// Confidence sets for the ranks of units whose indices are based on samples: Mogstad, Romano, Shaikh and Wilhelm
/// ("Inference for ranks with applications to mobility across neighbourhoods and academic achievement across
/// countries", Review of Economic Studies 91, 2024).
///
/// Every difference of two indices is tested in both directions; a test rejects where the difference, minus what the
/// bounded part of the error can contribute, exceeds a critical value times its standard error. The critical value is
/// the quantile of the greatest of all centred differences not yet rejected, from a seeded parametric bootstrap with
/// independent units; rejected ones are removed and the rest is tested again (stepdown). A unit's best place then
/// follows the units significantly ahead of it; its worst precedes those significantly behind.
///
/// A marginal set tests one unit's differences and holds for that unit alone; simultaneous sets test all differences
/// and hold for all units at once. Beyond ``simulatedUnits`` units the critical value is Bonferroni's instead: wider,
/// still valid.
public struct RankSets: Sendable {
    /// Where critical values come from.
    public enum Method: String, Sendable {
        /// From a stepdown bootstrap.
        case stepdown
        /// From the normal distribution, corrected for the number of tests.
        case bonferroni
        /// No index has a normal part: only the bounds decide.
        case bounds
    }

    /// The maximum number of units tested by simulation.
    public static let simulatedUnits = 300
    /// The number of draws behind the critical values.
    public static let draws = 2_000

    /// The indices.
    public let values: [SampledIndex]
    /// The critical value for all differences.
    public let simultaneousCritical: Double
    /// The critical value for the differences of each unit.
    public let marginalCriticals: [Double]
    /// Where the critical values come from.
    public let method: Method
    private let known: [Rank]
    private let ties: RankingPolicy.Ties
    /// What the units are ranked by at least and at most, and which of them sampling can reach; nil where every index
    /// without error is known.
    private let reach: (ranges: [KeyRange], isSampled: [Bool])?

    /// Computes the critical values.
    ///
    /// - Parameters:
    ///   - values: the indices.
    ///   - ranks: the places, which decide between units without error.
    ///   - ties: how ties are ranked.
    ///   - error: the probability that a set does not hold, between 0 and 1.
    ///   - seed: the seed of the bootstrap.
    /// - Complexity: O(draws × n²) for up to ``simulatedUnits`` uncertain units, otherwise O(n).
    public init(
        _ values: [SampledIndex], ranks: [Rank], ties: RankingPolicy.Ties = .standard, error: Double, seed: UInt64
    ) {
        precondition(values.count == ranks.count, "a rank for each index")
        self.init(values, ranks: ranks, ties: ties, error: error, draws: Self.draws, seed: seed, reach: nil)
    }

    /// The same with units that are not wholly measured, and with units behind the ranked ones that may get a place.
    init(
        _ values: [SampledIndex], ranks: [Rank], ties: RankingPolicy.Ties, error: Double, draws: Int, seed: UInt64,
        reach: (ranges: [KeyRange], isSampled: [Bool])?
    ) {
        self.values = values
        self.reach = reach
        known = ranks
        self.ties = ties
        let count = values.count
        let isNormal = values.contains { $0.deviation > 0 }
        method = !isNormal ? .bounds : count <= Self.simulatedUnits ? .stepdown : .bonferroni
        guard method != .bounds else {
            simultaneousCritical = 0
            marginalCriticals = Array(repeating: 0, count: count)
            return
        }
        guard method == .stepdown else {
            simultaneousCritical = NormalDistribution.quantile(1 - error / (Double(count) * Double(count - 1)))
            let marginal = NormalDistribution.quantile(1 - error / (2 * Double(count - 1)))
            marginalCriticals = Array(repeating: marginal, count: count)
            return
        }
        let bootstrap = PairBootstrap(values, draws: draws, seed: seed)
        simultaneousCritical = bootstrap.critical(error: error)
        let parts = Parallel.map(count, minimum: 4) { part in
            part.map { bootstrap.critical(of: $0, error: error) }
        }
        marginalCriticals = Array(parts.joined())
    }

    /// Whether one unit is significantly ahead of another, at a critical value; surely, where sampling reaches neither.
    public func isAhead(_ first: Int, _ second: Int, critical: Double) -> Bool {
        let (left, right) = (values[first], values[second])
        if let reach {
            if !reach.isSampled[first], !reach.isSampled[second] {
                return reach.ranges[first].least.isAhead(of: reach.ranges[second].greatest)
            }
        } else if left.isKnown, right.isKnown {
            return known[first] < known[second]
        }
        let margin = left.value - right.value + left.lower - right.upper
        let error = (left.deviation * left.deviation + right.deviation * right.deviation).squareRoot()
        return error == 0 ? margin > 0 : margin > critical * error
    }

    /// Whether one unit may be ahead of another, at a critical value.
    private func mayBeAhead(_ first: Int, _ second: Int, critical: Double) -> Bool {
        if let reach {
            if !reach.isSampled[first], !reach.isSampled[second] {
                return reach.ranges[first].greatest.isAhead(of: reach.ranges[second].least)
            }
        } else if values[first].isKnown, values[second].isKnown {
            return known[first] < known[second]
        }
        return !isAhead(second, first, critical: critical)
    }

    /// Whether an index is one number; two of these have the same place where neither is ahead.
    private func isFixed(_ unit: Int) -> Bool {
        guard let reach else { return values[unit].isKnown }
        return unit < known.count && !reach.isSampled[unit] && reach.ranges[unit].isFixed
    }

    /// The places a unit may truly have, at a critical value. Complexity: O(n).
    public func interval(of unit: Int, critical: Double) -> RankInterval {
        // In halves beyond the first: two for a unit ahead, and for a tied one what the rule for ties says.
        let tied = ties == .modified ? 2 : ties == .average ? 1 : 0
        var (least, most) = (0, 0)
        var surelyAhead: Set<Rank> = []
        var maybeAhead: Set<Rank> = []
        var looseAhead = 0
        for other in values.indices where other != unit {
            let mayBeAhead = mayBeAhead(other, unit, critical: critical)
            most += mayBeAhead ? 2 : isAhead(unit, other, critical: critical) ? 0 : tied
            // Units without a place may stay without.
            let isAhead = other < known.count && isAhead(other, unit, critical: critical)
            if other < known.count {
                least += isAhead ? 2 : self.mayBeAhead(unit, other, critical: critical) ? 0 : tied
            }
            guard ties == .dense, mayBeAhead else { continue }
            if !isFixed(other) {
                looseAhead += 1
            } else {
                maybeAhead.insert(known[other])
                if isAhead { surelyAhead.insert(known[other]) }
            }
        }
        if ties == .dense {
            // Which of the units with error are truly equal is unknown: at best all are, at worst none.
            return RankInterval(
                Rank(1 + max(surelyAhead.count, least > 0 ? 1 : 0)), Rank(1 + maybeAhead.count + looseAhead))
        }
        return RankInterval(Rank(halves: 2 + least), Rank(halves: 2 + most))
    }

    /// The sets of all units: marginal and simultaneous. Complexity: O(n²).
    public func intervals() -> (marginal: [RankInterval], simultaneous: [RankInterval]) {
        let parts = Parallel.map(values.count, minimum: 500) { part in
            part.map {
                (
                    interval(of: $0, critical: marginalCriticals[$0]),
                    interval(of: $0, critical: simultaneousCritical)
                )
            }
        }
        let both = parts.joined()
        return (both.map { $0.0 }, both.map { $0.1 })
    }

    /// Groups of indistinguishable units, as ranges of a list in rank order: maximal runs of which no two units differ
    /// significantly. A unit may be in several; a single unit is not a group.
    ///
    /// - Parameter order: positions of units, the best first.
    /// - Complexity: O(n²).
    public func indistinct(_ order: [Int]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var end = 0
        for start in order.indices {
            // What was indistinguishable together with the previous unit is so without it.
            end = max(end, start + 1)
            while end < order.count, order[start..<end].allSatisfy({ !differs($0, order[end]) }) { end += 1 }
            if end - start > 1, groups.last.map({ $0.upperBound < end }) ?? true { groups.append(start..<end) }
        }
        return groups
    }

    private func differs(_ first: Int, _ second: Int) -> Bool {
        isAhead(first, second, critical: simultaneousCritical) || isAhead(second, first, critical: simultaneousCritical)
    }
}
