import ScoreNumerics
import Values

/// How places change when the maximum points of the leaves differ from the edition's: drawn at random around them.
///
/// In each draw every leaf's maximum is multiplied by a factor of its own, uniform from 1 − `spread` to 1 + `spread` in
/// steps of a ten-thousandth, and its points with it; the index is then the sum of points ÷ the sum of maxima. Bonus
/// and penalty points stay as they are, and sums are not rounded. Ties share the best place.
public struct PointVariation: Sendable {
    /// The parameters of the draws, which reproduce them.
    public struct Parameters: Hashable, Sendable {
        /// How many draws.
        public var draws: Int
        /// The greatest change of a factor in ten-thousandths: 2500 for a quarter; at most 10 000.
        public var spread = 2_500
        /// The seed; each draw has a stream of its own.
        public var seed: UInt64

        /// Specifies the draws.
        public init(draws: Int, seed: UInt64) {
            self.draws = draws
            self.seed = seed
        }
    }

    /// The places of one unit over all draws.
    public struct PlaceSpread: Hashable, Sendable {
        /// The best.
        public let best: Int
        /// The 5th percentile.
        public let low: Int
        /// The median.
        public let median: Int
        /// The 95th percentile.
        public let high: Int
        /// The worst.
        public let worst: Int
        /// The share of draws with the same place as with the unchanged points.
        public let unchanged: Double
    }

    /// The parameters of the draws.
    public let parameters: Parameters
    /// The places of each unit, in the input order.
    public let places: [PlaceSpread]

    /// Draws factors and ranks; nil when sums exceed 64 bits and where points of leaves are not added.
    ///
    /// - Parameters:
    ///   - scores: the scores.
    ///   - units: the positions of ranked units.
    ///   - subject: what they are ranked by.
    ///   - parameters: the parameters of the draws.
    /// - Complexity: O(draws × (units × leaves + units · log units)).
    public init?(_ scores: ScoreTable, units: [Int], by subject: Ranking.Subject, _ parameters: Parameters) {
        precondition(parameters.draws > 0 && (0...10_000).contains(parameters.spread), "no such draws")
        guard let columns = LeafColumns(scores, units: units, by: subject) else { return nil }
        let parts = WorkProgress.during(.draws, of: parameters.draws) {
            Parallel.map(parameters.draws, minimum: 20) { part in
                part.map { draw in
                    defer { WorkProgress.add(1, .draws) }
                    return columns.ranks(Self.factors(columns.leafCount, parameters, draw: draw))
                }
            }
        }
        let ranks = Array(parts.joined())
        let plain = columns.ranks(Array(repeating: LeafColumns.one, count: columns.leafCount))
        self.parameters = parameters
        let summaries = Parallel.map(units.count, minimum: 100) { part in
            part.map { unit in Self.summary(ranks.map { $0[unit] }, plain: plain[unit]) }
        }
        places = Array(summaries.joined())
    }

    /// The factors of a draw in ten-thousandths, leaf by leaf in tree order.
    static func factors(_ count: Int, _ parameters: Parameters, draw: Int) -> [Int64] {
        var random = SeededRandom(seed: parameters.seed, stream: UInt64(draw) + 1)
        let width = UInt64(2 * parameters.spread + 1)
        return (0..<count).map { _ in
            LeafColumns.one - Int64(parameters.spread) + Int64(random.below(width))
        }
    }

    private static func summary(_ ranks: [Int32], plain: Int32) -> PlaceSpread {
        let sorted = ranks.sorted()
        let last = sorted.count - 1
        return PlaceSpread(
            best: Int(sorted[0]), low: Int(sorted[last / 20]), median: Int(sorted[last / 2]),
            high: Int(sorted[last - last / 20]), worst: Int(sorted[last]),
            unchanged: Double(sorted.count { $0 == plain }) / Double(sorted.count))
    }
}
