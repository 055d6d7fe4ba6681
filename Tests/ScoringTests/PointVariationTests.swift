import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("Ranks under other points")
struct PointVariationTests {
    /// Random units; departments lack some leaves, so that maxima differ.
    private static func sample(_ random: inout SeededRandom, mixed: Bool) throws -> (ScoreTable, [[Int]], [Int]) {
        let maxima = (0..<6).map { _ in random.int(1...20) }
        let figures = (0..<12).map { _ in maxima.map { _ in random.int(0...10) * 10 } }
        let levels = figures.indices.map { mixed && $0 % 3 == 0 ? "department" : "commune" }
        let scores = try RankSample.scores(
            maxima: maxima,
            figures.indices.map { unit in
                figures[unit].indices.map { leaf in
                    levels[unit] == "department" && leaf > 3
                        ? nil : FixedDecimal(mantissa: Int64(figures[unit][leaf]) * 1_000_000)
                }
            }, levels: levels,
            leafLevels: maxima.indices.map { $0 > 3 && mixed ? #"["commune"]"# : #"["commune", "department"]"# })
        return (scores, figures, maxima)
    }

    /// Places by fractions of plain integers.
    private static func ranks(
        _ scores: ScoreTable, _ figures: [[Int]], _ maxima: [Int], _ factors: [Int], mixed: Bool
    ) -> [Int] {
        let sums = figures.indices.map { unit -> (points: Int, maximum: Int) in
            let leaves = scores.units[unit].level == "department" ? 0..<4 : 0..<6
            return leaves.reduce((0, 0)) { sum, leaf in
                let maximum = maxima[leaf] * factors[leaf]
                return (sum.0 + figures[unit][leaf] * maximum, sum.1 + 100 * maximum)
            }
        }
        return sums.map { own in
            1
                + sums.count { other in
                    if own.maximum == 0 || other.maximum == 0 { return other.maximum > own.maximum }
                    return other.points * own.maximum > own.points * other.maximum
                }
        }
    }

    @Test("every draw ranks as plain fractions do", arguments: Draws.seeds(8, of: 20))
    func draws(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let mixed = seed % 2 == 1
        let (scores, figures, maxima) = try Self.sample(&random, mixed: mixed)
        let parameters = PointVariation.Parameters(draws: 50, seed: UInt64(seed))
        let variation = try #require(
            PointVariation(scores, units: Array(figures.indices), by: .total, parameters))
        let draws = (0..<50).map { draw in
            let factors = PointVariation.factors(6, parameters, draw: draw).map { Int($0) }
            #expect(factors.allSatisfy { (7_500...12_500).contains($0) })
            return Self.ranks(scores, figures, maxima, factors, mixed: mixed)
        }
        let plain = Self.ranks(scores, figures, maxima, Array(repeating: 1, count: 6), mixed: mixed)
        for unit in figures.indices {
            let places = draws.map { $0[unit] }.sorted()
            let found = variation.places[unit]
            #expect([found.best, found.worst] == [places[0], places[49]])
            #expect([found.low, found.median, found.high] == [places[2], places[24], places[47]])
            #expect(found.unchanged == Double(draws.count { $0[unit] == plain[unit] }) / 50)
        }
    }

    @Test("without a field or a leaf ranks are those of the rest", arguments: 0..<10)
    func leavingOut(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(100 + seed))
        let mixed = seed % 2 == 1
        let (scores, figures, maxima) = try Self.sample(&random, mixed: mixed)
        let left = try #require(LeaveOneOut(scores, units: Array(figures.indices), by: .total))
        #expect(left.fields.map(\.node) == [0, 2, 4, 6, 8, 10])
        #expect(left.leaves.map(\.node) == [1, 3, 5, 7, 9, 11])
        for leaf in 0..<6 {
            let expected = Self.ranks(scores, figures, maxima, (0..<6).map { $0 == leaf ? 0 : 1 }, mixed: mixed)
            #expect(left.fields[leaf].ranks == expected)
            #expect(left.leaves[leaf].ranks == expected)
        }
        #expect(left.ranks == Ranking(scores).places.sorted { $0.unit < $1.unit }.map { $0.rank.halves / 2 })
    }

    @Test("a unit to which nothing is left comes last")
    func nothingLeft() throws {
        let scores = try RankSample.scores(
            maxima: [10, 10], [[0, 0], [100, nil]], levels: ["commune", "department"],
            leafLevels: [#"["commune", "department"]"#, #"["commune"]"#])
        let left = try #require(LeaveOneOut(scores, units: [0, 1], by: .total))
        #expect(left.fields[0].ranks == [1, 2])
        #expect(left.fields[1].ranks == [2, 1])
    }

    @Test("a subject of one leaf has nothing to leave out")
    func oneLeaf() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[0, 0], [100, 50]])
        let left = try #require(LeaveOneOut(scores, units: [0, 1], by: .node(1)))
        #expect(left.fields.isEmpty && left.leaves.isEmpty)
        #expect(left.ranks == [2, 1])
    }
}
