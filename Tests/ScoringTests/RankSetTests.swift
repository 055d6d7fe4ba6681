import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("Confidence sets for ranks")
struct RankSetTests {
    private func whole(_ intervals: [RankInterval]) -> [[Int]] {
        intervals.map { [$0.lower.halves / 2, $0.upper.halves / 2] }
    }

    /// The example of the authors' package csranks: marginal sets 1, 2, 3–4, 3–4, simultaneous 1–2, 1–2, 3–4, 3–4.
    @Test("counts 1000, 900, 30, 30")
    func multinomialExample() {
        let counts = [1000, 900, 30, 30]
        #expect(
            whole(MultinomialRanks.marginal(counts, confidence: 0.95)) == [[1, 1], [2, 2], [3, 4], [3, 4]])
        #expect(
            whole(MultinomialRanks.simultaneous(counts, confidence: 0.95)) == [[1, 2], [1, 2], [3, 4], [3, 4]])
    }

    /// Expected values from R 4: pbinom(x − 1, n, 0.5, lower.tail = FALSE).
    @Test(arguments: [
        (1000, 1900, 0.011554422554450531), (30, 30, 9.3132257461548141e-10), (60, 100, 0.028443966820490434),
        (600_000, 1_000_000, 0),
    ])
    func binomialTails(count: Int, of whole: Int, expected: Double) {
        #expect(abs(MultinomialRanks.upperTail(count, of: whole) - expected) <= 1e-11 * expected)
    }

    @Test("half of the throws or less is no evidence")
    func halfIsNothing() {
        #expect(MultinomialRanks.upperTail(5, of: 10) == 1)
        #expect(MultinomialRanks.upperTail(0, of: 0) == 1)
    }

    private func sets(
        _ values: [SampledIndex], ties: RankingPolicy.Ties = .standard, seed: UInt64 = 1
    ) -> RankSets {
        let ranks = ties.ranks(values.map(\.value), isAhead: >).ranks
        return RankSets(values, ranks: ranks, ties: ties, error: 0.05, seed: seed)
    }

    @Test("without error the interval is the rank itself, by every tie rule", arguments: RankingPolicy.Ties.allCases)
    func exactUnits(ties: RankingPolicy.Ties) {
        let values = [90, 80, 80, 80, 70].map { SampledIndex(value: $0) }
        let ranks = ties.ranks(values.map(\.value), isAhead: >).ranks
        let sets = sets(values, ties: ties)
        #expect(sets.method == .bounds)
        let (marginal, simultaneous) = sets.intervals()
        #expect(marginal == ranks.map { RankInterval($0, $0) })
        #expect(simultaneous == marginal)
        #expect(sets.indistinct(Array(0..<5)) == [1..<4])
    }

    @Test("two units: the critical value is that of one difference in two directions")
    func twoUnits() {
        // √2 × 1 is the error of the difference; both directions together give |N(0, 1)|, whose quantile is 1.96.
        let values = [SampledIndex(value: 80, deviation: 1), SampledIndex(value: 79.9, deviation: 1)]
        let sets = sets(values)
        #expect(sets.method == .stepdown)
        #expect(abs(sets.simultaneousCritical - 1.96) < 0.1)
        #expect(sets.marginalCriticals[0] == sets.simultaneousCritical)
        #expect(whole(sets.intervals().marginal) == [[1, 2], [1, 2]])
        let apart = [SampledIndex(value: 80, deviation: 1), SampledIndex(value: 76, deviation: 1)]
        #expect(whole(self.sets(apart).intervals().marginal) == [[1, 1], [2, 2]])
    }

    @Test("units far apart are told apart, close ones are not")
    func clusters() {
        let values = [90, 89.9, 80, 79.9, 70].map { SampledIndex(value: $0, deviation: 0.5) }
        let sets = sets(values)
        let (marginal, simultaneous) = sets.intervals()
        #expect(whole(marginal) == [[1, 2], [1, 2], [3, 4], [3, 4], [5, 5]])
        #expect(simultaneous == marginal)
        #expect(sets.indistinct(Array(0..<5)) == [0..<2, 2..<4])
    }

    @Test("bounds widen what may be: a unit that may gain five points may pass the one ahead")
    func boundedPart() {
        let values = [
            SampledIndex(value: 90), SampledIndex(value: 86, lower: -1, upper: 5), SampledIndex(value: 80),
        ]
        #expect(whole(sets(values).intervals().marginal) == [[1, 2], [1, 2], [3, 3]])
        // Touching intervals are not significantly apart.
        let touching = [SampledIndex(value: 90), SampledIndex(value: 86, upper: 4)]
        #expect(whole(sets(touching).intervals().marginal) == [[1, 2], [1, 2]])
    }

    @Test("the same seed gives the same sets, whatever the order of the work")
    func seeds() {
        let values = (0..<30).map { SampledIndex(value: 90 - 0.3 * Double($0), deviation: 0.4) }
        let first = sets(values, seed: 9)
        let second = sets(values, seed: 9)
        #expect(first.simultaneousCritical == second.simultaneousCritical)
        #expect(first.marginalCriticals == second.marginalCriticals)
        #expect(sets(values, seed: 10).simultaneousCritical != first.simultaneousCritical)
    }

    @Test("large groups fall back on Bonferroni: wider, and every set holds the estimated rank")
    func largeGroups() {
        let count = RankSets.simulatedUnits + 1
        let values = (0..<count).map { SampledIndex(value: 100 - 0.1 * Double($0), deviation: 0.2) }
        let sets = sets(values)
        #expect(sets.method == .bonferroni)
        // qnorm(1 − 0.05 ÷ (301 × 300)) by R.
        #expect(abs(sets.simultaneousCritical - 4.8715) < 0.001)
        for (unit, interval) in sets.intervals().marginal.enumerated() {
            #expect(interval.lower <= Rank(unit + 1) && Rank(unit + 1) <= interval.upper)
        }
    }

    @Test("groups are all the longest runs in which no two units differ surely")
    func longestRuns() {
        var random = SeededRandom(seed: 17)
        for _ in 0..<30 {
            let values = (0..<random.int(2...14)).map { _ in
                SampledIndex(value: Double(random.int(0...60)) / 4, deviation: Double(random.int(0...4)) / 2)
            }
            let sets = sets(values)
            let order = RankingPolicy.Ties.standard.ranks(values.map(\.value), isAhead: >).order
            func isAlike(_ range: Range<Int>) -> Bool {
                range.allSatisfy { first in
                    range.allSatisfy { !sets.isAhead(order[first], order[$0], critical: sets.simultaneousCritical) }
                }
            }
            let runs = order.indices.flatMap { start in (start + 1..<order.count + 1).map { start..<$0 } }.filter(
                isAlike)
            let longest = runs.filter { run in
                run.count > 1
                    && !runs.contains {
                        $0 != run && $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound
                    }
            }
            #expect(sets.indistinct(order) == longest)
        }
    }

    @Test("simultaneous sets hold marginal ones, and marginal ones hold the estimated rank")
    func nesting() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<20 {
            let values = (0..<random.int(1...12)).map { _ in
                SampledIndex(
                    value: Double(random.int(0...40)) / 4, deviation: Double(random.int(0...4)) / 2,
                    lower: -Double(random.int(0...1)), upper: Double(random.int(0...1)))
            }
            let ranks = RankingPolicy.Ties.standard.ranks(values.map(\.value), isAhead: >).ranks
            let (marginal, simultaneous) = sets(values).intervals()
            for unit in values.indices {
                #expect(marginal[unit].lower <= ranks[unit] && ranks[unit] <= marginal[unit].upper)
                #expect(simultaneous[unit].lower <= marginal[unit].lower)
                #expect(marginal[unit].upper <= simultaneous[unit].upper)
            }
        }
    }
}
