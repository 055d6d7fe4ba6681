import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Places compared with R's rank() and a naive independent version; `checks/rank-functions` compares them with R on all
/// ten thousand vectors.
struct RankFunctionTests {
    private func halves(_ ties: RankingPolicy.Ties, _ values: [Int]) -> [Int] {
        ties.ranks(values, isAhead: >).ranks.map(\.halves)
    }

    @Test func placesAreThoseOfR() throws {
        let bytes = Array(try Repository.data("Tests/ScoringTests/Ranks/vectors.json"))
        let vectors = try JSONDocument(file: "vectors.json", bytes: bytes).root.elements
        #expect(vectors.count == 100)
        for vector in vectors {
            func list(_ key: String) -> [Int] { vector[key]?.elements.compactMap(\.integer) ?? [] }
            let values = list("values")
            #expect(halves(.standard, values) == list("min").map { 2 * $0 })
            #expect(halves(.modified, values) == list("max").map { 2 * $0 })
            #expect(halves(.average, values) == list("twiceAverage"))
        }
    }

    @Test func placesAreThoseOfCounting() {
        var random = SeededRandom(seed: 2024)
        for _ in 0..<10_000 {
            let range = 1...random.pick([1, 2, 3, 5, 10, 100, 1_000_000])
            let values = (0..<random.int(0...30)).map { _ in random.int(range) }
            let ahead = values.map { value in values.count { $0 > value } }
            let equal = values.map { value in values.count { $0 == value } }
            let different = values.map { value in Set(values.filter { $0 > value }).count }
            #expect(halves(.standard, values) == ahead.map { 2 * ($0 + 1) })
            #expect(halves(.modified, values) == zip(ahead, equal).map { 2 * ($0 + $1) })
            // The places ahead + 1 … ahead + equal, on average.
            #expect(halves(.average, values) == zip(ahead, equal).map { 2 * $0 + $1 + 1 })
            #expect(halves(.dense, values) == different.map { 2 * ($0 + 1) })
        }
    }

    @Test func theOrderKeepsTiedOnesAsTheyCame() {
        let (ranks, order) = RankingPolicy.Ties.standard.ranks([5, 9, 5, 9, 1], isAhead: >)
        #expect(order == [1, 3, 0, 2, 4])
        #expect(ranks == [3, 1, 3, 1, 5].map { Rank($0) })
    }

    @Test func aHalfIsExact() {
        #expect(Rank(halves: 5).decimal == FixedDecimal(mantissa: 2_500_000))
        #expect(Rank(3).decimal == 3)
    }
}
