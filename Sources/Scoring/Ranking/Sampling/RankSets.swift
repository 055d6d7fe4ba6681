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
        self.values = values
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
        let bootstrap = PairBootstrap(values, draws: Self.draws, seed: seed)
        simultaneousCritical = bootstrap.critical(PairBootstrap.Pair.all(count), error: error)
        let parts = Parallel.map(count, minimum: 4) { part in
            part.map { bootstrap.critical(PairBootstrap.Pair.of($0, count), error: error) }
        }
        marginalCriticals = Array(parts.joined())
    }

    /// Whether one unit is significantly ahead of another, at a critical value.
    public func isAhead(_ first: Int, _ second: Int, critical: Double) -> Bool {
        let (left, right) = (values[first], values[second])
        if left.isKnown, right.isKnown { return known[first] < known[second] }
        let margin = left.value - right.value + left.lower - right.upper
        return margin > critical * (left.deviation * left.deviation + right.deviation * right.deviation).squareRoot()
    }

    /// The places a unit may truly have, at a critical value. Complexity: O(n).
    public func interval(of unit: Int, critical: Double) -> RankInterval {
        var surelyAhead: Set<Rank> = []
        var maybeAhead: Set<Rank> = []
        var (ahead, behind, tied, open) = (0, 0, 0, 0)
        var (uncertainAhead, uncertainOpen) = (0, 0)
        for other in values.indices where other != unit {
            if isAhead(other, unit, critical: critical) {
                ahead += 1
                if !values[other].isKnown {
                    uncertainAhead += 1
                } else if ties == .dense {
                    surelyAhead.insert(known[other])
                }
            } else if isAhead(unit, other, critical: critical) {
                behind += 1
            } else if values[unit].isKnown, values[other].isKnown {
                tied += 1
            } else {
                open += 1
                if !values[other].isKnown {
                    uncertainOpen += 1
                } else if ties == .dense {
                    maybeAhead.insert(known[other])
                }
            }
        }
        switch ties {
        case .standard: return RankInterval(Rank(1 + ahead), Rank(1 + ahead + open))
        case .modified: return RankInterval(Rank(1 + ahead + tied), Rank(1 + ahead + tied + open))
        case .average:
            return RankInterval(
                Rank(halves: 2 + 2 * ahead + tied), Rank(halves: 2 + 2 * ahead + tied + 2 * open))
        case .dense:
            // Which of the units with error are truly equal is unknown: at best all are, at worst none.
            let least = max(surelyAhead.count, ahead > 0 ? 1 : 0)
            let most = surelyAhead.union(maybeAhead).count + uncertainAhead + uncertainOpen
            return RankInterval(Rank(1 + least), Rank(1 + most))
        }
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
