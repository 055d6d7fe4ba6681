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
    /// The places of units that sampling does not reach.
    private let exact: ExactPlaces
    /// The indices that sampling reaches, and the others.
    private let sampled: LeadCounts
    private let others: LeadCounts
    private let sampledCount: Int

    /// Computes the critical values.
    ///
    /// - Parameters:
    ///   - values: the indices.
    ///   - ranks: the places, which decide between units without error.
    ///   - ties: how ties are ranked.
    ///   - error: the probability that a set does not hold, between 0 and 1.
    ///   - seed: the seed of the bootstrap.
    /// - Complexity: O(draws × n²) at most for up to ``simulatedUnits`` uncertain units, otherwise O(n·log n).
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
        known = ranks
        self.ties = ties
        let count = values.count
        let isSampled = reach?.isSampled ?? values.map { !$0.isKnown }
        let places =
            reach.map { ExactPlaces.ranges($0.ranges, where: isSampled.map { !$0 }) }
            ?? zip(ranks, isSampled).map { $1 ? nil : ExactPlaces.Range(best: $0.halves, worst: $0.halves) }
        exact = ExactPlaces(places, rankedCount: ranks.count)
        let units = values.indices
        sampled = LeadCounts(units.filter { isSampled[$0] }, of: values, rankedCount: ranks.count)
        others = LeadCounts(units.filter { !isSampled[$0] }, of: values, rankedCount: ranks.count)
        sampledCount = isSampled.count { $0 }
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
        if let left = exact[first], let right = exact[second] { return left.worst < right.best }
        return values[first].isAhead(of: values[second], critical: critical)
    }

    /// Whether one unit may be ahead of another, at a critical value.
    private func mayBeAhead(_ first: Int, _ second: Int, critical: Double) -> Bool {
        if let left = exact[first], let right = exact[second] { return left.best < right.worst }
        return !isAhead(second, first, critical: critical)
    }

    /// Whether an index is one number; two of these have the same place where neither is ahead.
    private func isFixed(_ unit: Int) -> Bool {
        unit < known.count && exact[unit].map { $0.best == $0.worst } ?? false
    }

    /// The places a unit may truly have, at a critical value.
    ///
    /// Complexity: O(log n) and the units whose difference is near the critical value; O(n) where tied units take one
    /// place together (``RankingPolicy/Ties/dense``).
    public func interval(of unit: Int, critical: Double) -> RankInterval {
        if ties == .dense { return denseInterval(of: unit, critical: critical) }
        let ahead = sampled.ahead(of: unit, critical: critical)
        let maybeAhead = sampledCount - sampled.behind(unit, critical: critical)
        if let own = exact[unit] {
            // Two halves for a unit ahead, and for a tied one what the rule for ties says.
            let tied = ties == .modified ? 2 : ties == .average ? 1 : 0
            let halves = exact.halvesAhead(of: own, isRanked: unit < known.count, tied: tied)
            return RankInterval(
                Rank(halves: 2 + 2 * ahead + halves.least), Rank(halves: 2 + 2 * maybeAhead + halves.most))
        }
        let othersMaybeAhead = values.count - sampledCount - others.behind(unit, critical: critical)
        // The unit itself is among those that it is not surely ahead of.
        return RankInterval(
            Rank(1 + ahead + others.ahead(of: unit, critical: critical)), Rank(maybeAhead + othersMaybeAhead))
    }

    /// The same where tied units take one place together. Complexity: O(n).
    private func denseInterval(of unit: Int, critical: Double) -> RankInterval {
        var isAnyAhead = false
        var surelyAhead: Set<Rank> = []
        var maybeAhead: Set<Rank> = []
        var looseAhead = 0
        for other in values.indices where other != unit && mayBeAhead(other, unit, critical: critical) {
            // Units without a place may stay without.
            let isAhead = other < known.count && isAhead(other, unit, critical: critical)
            if isAhead { isAnyAhead = true }
            if isFixed(other) {
                maybeAhead.insert(known[other])
                if isAhead { surelyAhead.insert(known[other]) }
            } else {
                looseAhead += 1
            }
        }
        // Which of the units with error are truly equal is unknown: at best all are, at worst none.
        return RankInterval(
            Rank(1 + max(surelyAhead.count, isAnyAhead ? 1 : 0)), Rank(1 + maybeAhead.count + looseAhead))
    }

    /// The sets of all units: marginal and simultaneous. Complexity: that of ``interval(of:critical:)`` for each.
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
    /// - Parameter order: positions of ranked units, the best first.
    /// - Complexity: O(n·log n) and the units whose difference is near the critical value.
    public func indistinct(_ order: [Int]) -> [Range<Int>] {
        // Who is ranked behind another is never surely ahead of it.
        let lastAhead = [
            sampled.lastAhead(order, critical: simultaneousCritical),
            others.lastAhead(order, critical: simultaneousCritical),
        ]
        let exactlyAhead = exact.lastAhead(order)
        func differs(_ position: Int, from start: Int) -> Bool {
            lastAhead[0][position] >= start
                || (exact[order[position]] == nil ? lastAhead[1] : exactlyAhead)[position] >= start
        }
        var groups: [Range<Int>] = []
        var end = 0
        for start in order.indices {
            // What was indistinguishable together with the previous unit is so without it.
            end = max(end, start + 1)
            while end < order.count, !differs(end, from: start) { end += 1 }
            if end - start > 1, groups.last.map({ $0.upperBound < end }) ?? true { groups.append(start..<end) }
        }
        return groups
    }
}
