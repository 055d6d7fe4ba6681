import ScoreNumerics
import Values

/// The effect of sampling error on index and place, by redrawing figures and scoring them by the compiled rules.
///
/// In each draw every uncertain figure becomes a number from the normal distribution around it with its standard error
/// (the figures of one unit's survey all equally far off, see ``MetricErrors/sharesPeople``), clamped to the metric's
/// domain and rounded to six decimals. Shares of draws show how stable a place is; for sets that hold with a stated
/// confidence see ``RankSets``.
public struct RankSimulation: Sendable {
    /// The default number of draws.
    public static let draws = 2_000

    /// The ranked units, the best first.
    public let units: [Int]
    /// The mean index of each unit over all draws.
    public let means: [Double]
    /// The standard deviation of each unit's index over all draws.
    public let deviations: [Double]
    /// How many draws there are.
    public let draws: Int
    /// Places by draw and unit, from 1, equal for ties.
    private let ranks: [Int32]

    /// Draws figures and scores them.
    ///
    /// - Parameters:
    ///   - ranking: the ranking whose units are drawn.
    ///   - scores: the scores that it is based on.
    ///   - errors: the standard errors.
    ///   - draws: the number of draws, at least one.
    ///   - seed: the seed; each draw has a stream of its own.
    /// - Complexity: O(draws × units × leaves); where leaves are rounded and nothing is capped, × leaves that errors move.
    public init(
        _ ranking: Ranking, _ scores: ScoreTable, errors: MetricErrors, draws: Int = RankSimulation.draws, seed: UInt64
    ) {
        let units = ranking.places.map { $0.unit }
        let sample = FigureSample(scores, units: units, by: ranking.subject, errors: errors)
        let parts = Parallel.map(max(draws, 1), minimum: 20) { part in
            var result = Part(count: units.count)
            for draw in part {
                var random = SeededRandom(seed: seed, stream: UInt64(draw) + 1)
                result.add(sample.indices(&random))
            }
            return result
        }
        self.units = units
        self.draws = max(draws, 1)
        ranks = Array(parts.map { $0.ranks }.joined())
        let count = Int128(self.draws)
        let sums = units.indices.map { unit in parts.reduce(Int128(0)) { $0 + $1.sums[unit] } }
        let squares = units.indices.map { unit in parts.reduce(Int128(0)) { $0 + $1.squares[unit] } }
        let scale = Double(count) * Double(FixedDecimal.scale)
        means = sums.map { Double($0) / scale }
        deviations = zip(sums, squares).map { Double(count * $1 - $0 * $0).squareRoot() / scale }
    }

    private struct Part: Sendable {
        var ranks: [Int32] = []
        // Sums of indices in millionths: integers add up to the same whatever way the draws are split.
        var sums: [Int128]
        var squares: [Int128]

        init(count: Int) {
            sums = Array(repeating: 0, count: count)
            squares = sums
        }

        mutating func add(_ drawn: [PointSum]) {
            ranks += RankingPolicy.Ties.standard.ranks(drawn) { $0.compared(to: $1) > 0 }.ranks.map {
                Int32($0.halves / 2)
            }
            for (unit, sum) in drawn.enumerated() {
                let index = Int128((sum.exactIndex ?? ExactRatio(sum.points)).rounded(.finest)?.mantissa ?? 0)
                sums[unit] += index
                squares[unit] += index * index
            }
        }
    }

    /// The share of draws in which a unit is ahead of another, a tie counting half; by their positions in ``units``.
    public func share(of first: Int, aheadOf second: Int) -> Double {
        var halves = 0
        for draw in 0..<draws {
            let (left, right) = (ranks[draw * units.count + first], ranks[draw * units.count + second])
            halves += left < right ? 2 : left == right ? 1 : 0
        }
        return Double(halves) / Double(2 * draws)
    }

    /// The share of draws in which a unit is among the first `first`.
    public func share(of unit: Int, among first: Int) -> Double {
        var count = 0
        for draw in 0..<draws where ranks[draw * units.count + unit] <= first { count += 1 }
        return Double(count) / Double(draws)
    }
}
