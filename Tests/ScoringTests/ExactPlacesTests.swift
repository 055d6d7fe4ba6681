import ScoreNumerics
import TestSupport
import Testing

@testable import Scoring

/// Places counted in sorted lists are those of comparing each pair.
@Suite struct ExactPlacesTests {
    @Test(arguments: Draws.seeds(24, of: 60))
    func everyComparison(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(3_300 + seed))
        let ranges = (0..<random.int(1...30)).map { _ -> ExactPlaces.Range? in
            if random.chance(20) { return nil }
            let best = random.int(0...12)
            return ExactPlaces.Range(best: best, worst: best + (random.chance(50) ? 0 : random.int(0...6)))
        }
        let rankedCount = random.int(0...ranges.count)
        let places = ExactPlaces(ranges, rankedCount: rankedCount)
        for tied in 0...2 {
            for (unit, range) in ranges.enumerated() {
                guard let own = range else { continue }
                var (least, most) = (0, 0)
                for (position, other) in ranges.enumerated() where position != unit {
                    guard let other else { continue }
                    if position < rankedCount {
                        least += other.worst < own.best ? 2 : other.worst == own.best ? tied : 0
                    }
                    most += other.best < own.worst ? 2 : other.best == own.worst ? tied : 0
                }
                let halves = places.halvesAhead(of: own, isRanked: unit < rankedCount, tied: tied)
                #expect(halves == (least, most))
            }
        }
        let order = Array(ranges.indices)
        for (position, last) in places.lastAhead(order).enumerated() {
            let expected = order.lastIndex { other in
                guard let own = ranges[position], let other = ranges[other] else { return false }
                return other.worst < own.best
            }
            #expect(last == expected ?? -1)
        }
    }
}
