import ScoreNumerics
import Testing

struct SeededRandomTests {
    /// The first numbers of seed 1234567, as published with the generator's reference code.
    @Test func theNumbersAreThoseOfTheReference() {
        var random = SeededRandom(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in random.next() } == expected)
    }

    @Test func streamsOfASeedDiffer() {
        var firsts: Set<UInt64> = []
        for seed in 0..<20 {
            for stream in 0..<50 {
                var random = SeededRandom(seed: UInt64(seed), stream: UInt64(stream))
                firsts.insert(random.next())
            }
        }
        #expect(firsts.count == 1_000)
    }

    @Test func numbersBelowABoundAreEvenlySpread() {
        var random = SeededRandom(seed: 7)
        var counts = Array(repeating: 0, count: 10)
        for _ in 0..<100_000 { counts[Int(random.below(10))] += 1 }
        // Five standard deviations of a count of 10 000: 5 × √(100 000 × 0.1 × 0.9) = 474.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 475 })
    }

    @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
        var random = SeededRandom(seed: 11)
        let numbers = (0..<100_000).map { _ in random.normal() }
        let mean = numbers.reduce(0, +) / 100_000
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / 100_000
        // Five standard errors: 5 ÷ √100 000 and 5 × √(2 ÷ 100 000).
        #expect(abs(mean) < 0.0159)
        #expect(abs(variance - 1) < 0.0224)
    }
}
