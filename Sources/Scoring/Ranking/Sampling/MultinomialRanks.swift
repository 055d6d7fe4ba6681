import ScoreNumerics
import Values

/// Confidence sets for the ranks of categories from the counts of one multinomial sample, without simulation: Bazylik,
/// Mogstad, Romano, Shaikh and Wilhelm ("Finite- and large-sample inference for ranks using multinomial data with an
/// application to ranking political parties", 2021).
///
/// Of two categories the first one's count, given the sum of both, is binomial with probability one half where both are
/// equally frequent: an exact test in each direction, with Holm's correction for the number of tests.
public enum MultinomialRanks {
    /// A test that one category is not more frequent than another.
    private struct Pair {
        let ahead: Int
        let behind: Int

        /// Every pair, in both directions.
        static func all(_ count: Int) -> [Pair] {
            (0..<count).flatMap { first in
                (0..<count).compactMap { $0 == first ? nil : Pair(ahead: first, behind: $0) }
            }
        }

        /// The pairs of one category, in both directions.
        static func of(_ unit: Int, _ count: Int) -> [Pair] {
            (0..<count).filter { $0 != unit }.flatMap {
                [Pair(ahead: unit, behind: $0), Pair(ahead: $0, behind: unit)]
            }
        }
    }

    /// The marginal set of each category.
    ///
    /// - Parameters:
    ///   - counts: non-negative counts, one per category.
    ///   - confidence: from 0.5 to below 1.
    /// - Returns: the places, the most frequent category first.
    /// - Complexity: O(n²·log n) and, for each pair, the square root of its counts.
    public static func marginal(_ counts: [Int], confidence: Double) -> [RankInterval] {
        counts.indices.map { unit in
            let pairs = Pair.of(unit, counts.count)
            return interval(of: unit, count: counts.count, ahead: rejected(pairs, counts, error: 1 - confidence))
        }
    }

    /// The simultaneous sets of all categories; see ``marginal(_:confidence:)``.
    public static func simultaneous(_ counts: [Int], confidence: Double) -> [RankInterval] {
        let ahead = rejected(Pair.all(counts.count), counts, error: 1 - confidence)
        return counts.indices.map { interval(of: $0, count: counts.count, ahead: ahead) }
    }

    private static func interval(of unit: Int, count: Int, ahead: [Pair]) -> RankInterval {
        RankInterval(
            Rank(1 + ahead.count { $0.behind == unit }), Rank(count - ahead.count { $0.ahead == unit }))
    }

    /// The pairs in which the first category is significantly more frequent.
    private static func rejected(
        _ pairs: [Pair], _ counts: [Int], error: Double
    ) -> [Pair] {
        precondition(counts.allSatisfy { $0 >= 0 }, "a count below zero")
        let tests = pairs.map {
            (pair: $0, chance: upperTail(counts[$0.ahead], of: counts[$0.ahead] + counts[$0.behind]))
        }
        .sorted { $0.chance < $1.chance }
        let accepted = tests.indices.first { tests[$0].chance > error / Double(tests.count - $0) } ?? tests.count
        return tests[..<accepted].map { $0.pair }
    }

    /// The probability of at least `count` heads in `throwCount` tosses of a fair coin; 1 where that is half of them or
    /// fewer.
    static func upperTail(_ count: Int, of throwCount: Int) -> Double {
        guard 2 * count > throwCount else { return 1 }
        // The binomial sum is an incomplete beta function at one half.
        return BetaDistribution(Double(count), Double(throwCount - count + 1))?.cumulative(0.5) ?? 1
    }
}
