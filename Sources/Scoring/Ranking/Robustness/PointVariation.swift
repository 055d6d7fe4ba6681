import ScoreNumerics
import Values

/// How places move when the maximum points of the leaves are other than the edition's: drawn at random around them.
///
/// In each draw every leaf's maximum is multiplied by a factor of its own, uniform from 1 − `spread` to 1 + `spread` in
/// steps of a ten-thousandth, and its points with it; the index is then the sum of points ÷ the sum of maxima. Bonus and
/// penalty points stay as they are, and sums are not rounded. Ties get the same place, the best.
public struct PointVariation: Sendable {
    /// What the draws are made of: with these they come again.
    public struct Parameters: Hashable, Sendable {
        /// How many draws.
        public var draws: Int
        /// The greatest change of a factor in ten-thousandths: 2500 for a quarter; up to 10 000.
        public var spread = 2_500
        /// The seed; each draw has a stream of its own.
        public var seed: UInt64

        /// States the draws.
        public init(draws: Int, seed: UInt64) {
            self.draws = draws
            self.seed = seed
        }
    }

    /// The places of one unit over all draws.
    public struct Places: Hashable, Sendable {
        /// The best.
        public let best: Int
        /// The place that a twentieth of the draws do not pass.
        public let low: Int
        /// The middle one.
        public let median: Int
        /// The place that a twentieth of the draws pass.
        public let high: Int
        /// The worst.
        public let worst: Int
        /// The share of draws with the same place as with the points as they are.
        public let unchanged: Double
    }

    /// What the draws are made of.
    public let parameters: Parameters
    /// The places of each unit, in the order given.
    public let places: [Places]

    /// Draws factors and ranks; nil for sums beyond 64 bits.
    ///
    /// - Parameters:
    ///   - scores: the scores.
    ///   - units: the positions of ranked units.
    ///   - subject: what they are ranked by.
    ///   - parameters: what the draws are made of.
    /// - Complexity: O(draws × (units × leaves + units · log units)).
    public init?(_ scores: ScoreTable, units: [Int], by subject: Ranking.Subject, _ parameters: Parameters) {
        precondition(parameters.draws > 0 && (0...10_000).contains(parameters.spread), "no such draws")
        guard let columns = LeafColumns(scores, units: units, by: subject) else { return nil }
        let parts = Parallel.map(parameters.draws, minimum: 20) { part in
            part.map { columns.ranks(Self.factors(columns.leafCount, parameters, draw: $0)) }
        }
        let ranks = Array(parts.joined())
        let plain = columns.ranks(Array(repeating: LeafColumns.one, count: columns.leafCount))
        self.parameters = parameters
        let summaries = Parallel.map(units.count, minimum: 100) { part in
            part.map { unit in Self.summary(ranks.map { $0[unit] }, plain: plain[unit]) }
        }
        places = Array(summaries.joined())
    }

    /// The factors of a draw in ten-thousandths, leaf by leaf in the order of the tree.
    static func factors(_ count: Int, _ parameters: Parameters, draw: Int) -> [Int64] {
        var random = SeededRandom(seed: parameters.seed, stream: UInt64(draw) + 1)
        let width = UInt64(2 * parameters.spread + 1)
        return (0..<count).map { _ in
            LeafColumns.one - Int64(parameters.spread) + Int64(random.below(width))
        }
    }

    private static func summary(_ ranks: [Int32], plain: Int32) -> Places {
        let sorted = ranks.sorted()
        let last = sorted.count - 1
        return Places(
            best: Int(sorted[0]), low: Int(sorted[last / 20]), median: Int(sorted[last / 2]),
            high: Int(sorted[last - last / 20]), worst: Int(sorted[last]),
            unchanged: Double(sorted.count { $0 == plain }) / Double(sorted.count))
    }
}
