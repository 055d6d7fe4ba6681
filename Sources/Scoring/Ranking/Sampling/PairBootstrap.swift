import ScoreNumerics
import Values

/// Centred differences of pairs of units under their sampling error, from repeated draws.
struct PairBootstrap: Sendable {
    /// A test that one unit is not ahead of another.
    struct Pair: Hashable, Sendable {
        let ahead: Int
        let behind: Int

        /// Every pair of units, in both directions.
        static func all(_ count: Int) -> [Pair] {
            (0..<count).flatMap { first in
                (0..<count).compactMap { $0 == first ? nil : Pair(ahead: first, behind: $0) }
            }
        }

        /// The pairs of one unit, in both directions.
        static func of(_ unit: Int, _ count: Int) -> [Pair] {
            (0..<count).filter { $0 != unit }.flatMap {
                [Pair(ahead: unit, behind: $0), Pair(ahead: $0, behind: unit)]
            }
        }
    }

    private let values: [SampledIndex]
    /// Errors by draw and unit.
    private let errors: [Double]
    private let draws: Int

    init(_ values: [SampledIndex], draws: Int, seed: UInt64) {
        self.values = values
        self.draws = draws
        let parts = Parallel.map(draws, minimum: 100) { part in
            part.flatMap { draw in
                var random = SeededRandom(seed: seed, stream: UInt64(draw) + 1)
                return values.map { $0.deviation == 0 ? 0 : $0.deviation * random.normal() }
            }
        }
        errors = Array(parts.joined())
    }

    /// The critical value at which the stepdown test of the pairs ends; zero when none of them has an error.
    func critical(_ pairs: [Pair], error: Double) -> Double {
        struct Test {
            let pair: Pair
            let statistic: Double
            let inverse: Double
        }
        var tests: [Test] = pairs.compactMap { pair in
            let (left, right) = (values[pair.ahead], values[pair.behind])
            let variance = left.deviation * left.deviation + right.deviation * right.deviation
            guard variance > 0 else { return nil }
            let inverse = 1 / variance.squareRoot()
            let margin = left.value - right.value + left.lower - right.upper
            return Test(pair: pair, statistic: margin * inverse, inverse: inverse)
        }
        var critical = 0.0
        while !tests.isEmpty {
            critical = quantile(1 - error, of: greatest(tests.map { ($0.pair, $0.inverse) }))
            let open = tests.filter { $0.statistic <= critical }
            if open.count == tests.count { break }
            tests = open
        }
        return critical
    }

    /// The greatest standardised difference of each draw.
    private func greatest(_ pairs: [(pair: Pair, inverse: Double)]) -> [Double] {
        let count = values.count
        let parts = Parallel.map(draws, minimum: pairs.count < 2_000 ? draws : 50) { part in
            part.map { draw in
                errors.withUnsafeBufferPointer { errors in
                    let own = UnsafeBufferPointer(rebasing: errors[draw * count..<(draw + 1) * count])
                    var most = 0.0
                    for (pair, inverse) in pairs {
                        most = max(most, (own[pair.ahead] - own[pair.behind]) * inverse)
                    }
                    return most
                }
            }
        }
        return Array(parts.joined())
    }

    /// The order statistic above which at most the error's share of the draws, and of the data itself, lies; infinite
    /// where there are too few draws for such a share.
    private func quantile(_ share: Double, of values: [Double]) -> Double {
        let sorted = values.sorted()
        let position = Int((share * Double(sorted.count + 1)).rounded(.up)) - 1
        return position < sorted.count ? sorted[max(position, 0)] : .infinity
    }
}
