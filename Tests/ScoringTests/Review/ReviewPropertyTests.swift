import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("What holds for every review")
struct ReviewPropertyTests {
    /// Random points of leaves, wholly measured.
    private static func figures(_ random: inout SeededRandom) -> (maxima: [Int], figures: [[FixedDecimal?]]) {
        let maxima = (0..<5).map { _ in random.int(1...9) }
        let units = random.int(2...12)
        let figures = (0..<units).map { _ in maxima.map { _ in FixedDecimal(exactly: 10 * random.int(0...10)) } }
        return (maxima, figures)
    }

    @Test("leaving out a leaf that is equal everywhere moves nobody", arguments: Draws.seeds(8, of: 20))
    func equalLeaf(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var (maxima, figures) = Self.figures(&random)
        let same = FixedDecimal(exactly: 10 * random.int(0...10))
        for unit in figures.indices { figures[unit][2] = same }
        let leaf = ReviewSample.review(try RankSample.scores(maxima: maxima, figures)).leaves[2]
        #expect(leaf.moved == .init(units: 0, of: figures.count))
        #expect(leaf.deviation == 0 && leaf.mean == same)
        #expect(leaf.alike == .init(units: figures.count, of: figures.count))
        #expect(leaf.withRest.value == nil && leaf.twin == nil)
    }

    @Test("two leaves with the same shares are one, whatever their maxima", arguments: Draws.seeds(8, of: 20))
    func identicalLeaves(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(100 + seed))
        var (maxima, figures) = Self.figures(&random)
        for unit in figures.indices { figures[unit][4] = figures[unit][1] }
        maxima[4] = maxima[1] + 3
        var thresholds = ReviewThresholds()
        (thresholds.leastUnits, thresholds.alike) = (2, 100)
        let review = ReviewSample.review(try RankSample.scores(maxima: maxima, figures), thresholds)
        let isEqual = Set(figures.map { $0[1]?.mantissa }).count == 1
        #expect(review.pairs.contains { $0.first == 3 && $0.second == 9 && $0.correlation.value == 1 } == !isEqual)
        if !isEqual { #expect(review.leaves[1].twin?.correlation.value == 1) }
    }

    @Test("places moved are those of the sums without the leaf", arguments: Draws.seeds(8, of: 20))
    func places(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(200 + seed))
        let (maxima, figures) = Self.figures(&random)
        let review = ReviewSample.review(try RankSample.scores(maxima: maxima, figures))
        func ranks(without leaf: Int?) -> [Int] {
            let sums = figures.map { row in
                row.indices.reduce(0) { $1 == leaf ? $0 : $0 + maxima[$1] * Int((row[$1]?.mantissa ?? 0) / 1_000_000) }
            }
            return sums.map { own in 1 + sums.count { $0 > own } }
        }
        for leaf in maxima.indices {
            let moved = zip(ranks(without: nil), ranks(without: leaf)).count { $0 != $1 }
            #expect(review.leaves[leaf].moved == .init(units: moved, of: figures.count))
        }
    }

    @Test("the order of the units makes no difference", arguments: 0..<10)
    func order(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(300 + seed))
        let (maxima, figures) = Self.figures(&random)
        let one = ReviewSample.review(try RankSample.scores(maxima: maxima, figures))
        let other = ReviewSample.review(try RankSample.scores(maxima: maxima, figures.reversed()))
        for (left, right) in zip(one.leaves, other.leaves) {
            #expect(left.mean == right.mean && left.deviation == right.deviation)
            #expect(left.withRest == right.withRest && left.moved == right.moved)
            #expect(left.full == right.full && left.alike == right.alike)
        }
    }

    @Test("an assessment reviewed in two halves has the counts of the whole", arguments: 0..<10)
    func halves(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(400 + seed))
        let (maxima, figures) = Self.figures(&random)
        let scores = try RankSample.scores(maxima: maxima, figures)
        let nodes: [Int?] = scores.criteria.set.criteria.indices.map { $0 }
        let (first, second) = (Array(figures.indices.prefix(1)), Array(figures.indices.dropFirst()))
        let apart = CriteriaReview(
            scores.criteria.set,
            [
                ReviewedScores(scores, cohorts: [first], nodes: nodes),
                ReviewedScores(scores, cohorts: [second], nodes: nodes),
            ])
        let together = ReviewSample.review(scores, cohorts: [first, second])
        for (left, right) in zip(apart.leaves, together.leaves) {
            #expect(left.measured == right.measured && left.mean == right.mean && left.deviation == right.deviation)
            #expect(left.withRest == right.withRest && left.moved == right.moved)
        }
    }
}
