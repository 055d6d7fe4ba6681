import ScoreNumerics
import TestSupport
import Testing

@testable import Scoring

/// Critical values from the few pairs that can be the greatest are those from all pairs of all draws, to the last bit.
@Suite struct PairBootstrapTests {
    private typealias Pair = (ahead: Int, behind: Int)

    /// The same with nothing left out.
    private struct Reference {
        let values: [SampledIndex]
        let draws: [[Double]]

        init(_ values: [SampledIndex], draws: Int, seed: UInt64) {
            self.values = values
            self.draws = (0..<draws).map { draw in
                var random = SeededRandom(seed: seed, stream: UInt64(draw) + 1)
                return values.map { $0.deviation == 0 ? 0 : $0.deviation * random.normal() }
            }
        }

        func critical(_ pairs: [Pair], error: Double) -> Double {
            var open = pairs.filter { variance($0) > 0 }
            var critical = 0.0
            while !open.isEmpty {
                let greatest = draws.map { drawn in
                    open.reduce(0.0) { max($0, (drawn[$1.ahead] - drawn[$1.behind]) * inverse($1)) }
                }
                let position = Int(((1 - error) * Double(draws.count + 1)).rounded(.up)) - 1
                critical = position < draws.count ? greatest.sorted()[max(position, 0)] : .infinity
                let left = open.filter { statistic($0) <= critical }
                if left.count == open.count { break }
                open = left
            }
            return critical
        }

        private func variance(_ pair: Pair) -> Double {
            let (left, right) = (values[pair.ahead].deviation, values[pair.behind].deviation)
            return left * left + right * right
        }

        private func inverse(_ pair: Pair) -> Double { 1 / variance(pair).squareRoot() }

        private func statistic(_ pair: Pair) -> Double {
            let (left, right) = (values[pair.ahead], values[pair.behind])
            return (left.value - right.value + left.lower - right.upper) * inverse(pair)
        }
    }

    @Test(arguments: Draws.seeds(16, of: 40))
    func sameAsOfAllPairs(seed: Int) {
        var random = SeededRandom(seed: UInt64(8_100 + seed))
        let spread = random.pick([1.0, 10, 1_000])
        let values = (0..<random.int(1...25)).map { _ in
            let scale = 1 + spread * random.unit()
            return SampledIndex(
                value: Double(random.int(0...200)) / 4, deviation: random.chance(20) ? 0 : scale * random.unit(),
                lower: -Double(random.int(0...1)), upper: Double(random.int(0...1)))
        }
        let draws = random.int(1...400)
        let fast = PairBootstrap(values, draws: draws, seed: UInt64(seed))
        let slow = Reference(values, draws: draws, seed: UInt64(seed))
        let pairs: [Pair] = values.indices.flatMap { first in
            values.indices.filter { $0 != first }.map { (first, $0) }
        }
        for error in [0.001, 0.025, 0.05, 0.5, 0.999] {
            #expect(fast.critical(error: error) == slow.critical(pairs, error: error), "\(error)")
            for unit in values.indices {
                let own = pairs.filter { $0.ahead == unit || $0.behind == unit }
                #expect(fast.critical(of: unit, error: error) == slow.critical(own, error: error), "\(unit), \(error)")
            }
        }
    }
}
