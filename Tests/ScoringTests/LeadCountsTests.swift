import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Counts of those ahead and behind by groups are the counts of all comparisons.
@Suite struct LeadCountsTests {
    private func values(_ random: inout SeededRandom) -> [SampledIndex] {
        let spread = random.pick([0.0, 0.2, 1, 1_000])
        return (0..<random.int(1...60)).map { _ in
            SampledIndex(
                value: Double(random.int(0...400)) / 8,
                deviation: random.chance(30) ? 0 : (1 + spread * random.unit()) / 2,
                lower: -Double(random.int(0...2)) / 4, upper: Double(random.int(0...2)) / 4)
        }
    }

    @Test(arguments: Draws.seeds(24, of: 60))
    func everyComparison(seed: Int) {
        var random = SeededRandom(seed: UInt64(6_400 + seed))
        let values = values(&random)
        let rankedCount = random.int(0...values.count)
        let units = values.indices.filter { _ in random.chance(70) }
        let counts = LeadCounts(units, of: values, rankedCount: rankedCount)
        let order = (0..<rankedCount).sorted { values[$0].value > values[$1].value }
        for critical in [0, 0.5, 1.96, 4, .infinity] {
            let lastAhead = counts.lastAhead(order, critical: critical)
            for unit in values.indices {
                func isAhead(_ first: Int, _ second: Int) -> Bool {
                    values[first].isAhead(of: values[second], critical: critical)
                }
                let ahead = units.filter { $0 < rankedCount && isAhead($0, unit) }
                #expect(counts.ahead(of: unit, critical: critical) == ahead.count)
                #expect(counts.behind(unit, critical: critical) == units.count { isAhead(unit, $0) })
                guard let position = order.firstIndex(of: unit) else { continue }
                #expect(lastAhead[position] == order.lastIndex { ahead.contains($0) } ?? -1)
            }
        }
    }

    @Test("intervals are those of comparing each pair", arguments: Draws.seeds(16, of: 40), RankingPolicy.Ties.allCases)
    func intervals(seed: Int, ties: RankingPolicy.Ties) {
        var random = SeededRandom(seed: UInt64(9_000 + seed))
        let values = values(&random).map { value in
            // Exact ones are known, as the others are estimates.
            value.deviation == 0 ? SampledIndex(value: value.value) : value
        }
        let ranks = ties.ranks(values.map(\.value), isAhead: >).ranks
        let sets = RankSets(values, ranks: ranks, ties: ties, error: 0.05, seed: 1)
        for critical in [0.5, 3.0] {
            func isAhead(_ first: Int, _ second: Int) -> Bool { sets.isAhead(first, second, critical: critical) }
            for unit in values.indices {
                let others = values.indices.filter { $0 != unit }
                let (ahead, behind) = (others.filter { isAhead($0, unit) }, others.filter { isAhead(unit, $0) })
                // Two exact ones are tied where neither is ahead; of others either may be.
                let tied = others.filter {
                    values[unit].isKnown && values[$0].isKnown && ranks[unit] == ranks[$0]
                }
                let most = others.count - behind.count - tied.count
                let expected: (Int, Int)
                switch ties {
                case .standard: expected = (2 * ahead.count, 2 * most)
                case .modified: expected = (2 * (ahead.count + tied.count), 2 * (most + tied.count))
                case .average: expected = (2 * ahead.count + tied.count, 2 * most + tied.count)
                case .dense:
                    let known = ahead.filter { values[$0].isKnown }
                    let maybe = others.filter { !behind.contains($0) && !tied.contains($0) }
                    let loose = maybe.count { !values[$0].isKnown }
                    let surely = max(Set(known.map { ranks[$0] }).count, ahead.isEmpty ? 0 : 1)
                    let fixed = Set(maybe.filter { values[$0].isKnown }.map { ranks[$0] }).count
                    expected = (2 * surely, 2 * (fixed + loose))
                }
                let interval = sets.interval(of: unit, critical: critical)
                #expect((interval.lower.halves - 2, interval.upper.halves - 2) == expected)
            }
        }
    }
}
