import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("Points against units that are still to report")
struct ProvisionalTests {
    @Test(
        "whatever the others report, points stay within the range, and reach its ends", arguments: Draws.seeds(3, of: 8)
    )
    func range(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(55_000 + seed))
        let sample = try RelativeSample(&random, leaves: 10, units: 8)
        let scores = try sample.scores()
        for (leaf, rule) in sample.leaves.enumerated() {
            let node = try #require(sample.criteria.set.index(of: rule.code))
            for unit in sample.units.indices where sample.figures[unit][leaf] != nil {
                let outcome = try #require(scores[unit].outcome(ofLeaf: node))
                let range = outcome.measures[0].range
                #expect((outcome.status == .provisional) == (range != nil))
                #expect(outcome.scoredMaximum == (range == nil ? outcome.maximum : 0))
                #expect(scores[unit].criterion(node).status == outcome.status)
                #expect(scores[unit].criterion(node).sum.scoredMaximum == outcome.scoredMaximum)
                let points = try #require(outcome.measures[0].points)
                let ends = range ?? points...points
                let (least, most) = try (#require(rounded(ends.lowerBound)), #require(rounded(ends.upperBound)))
                var seen: (least: FixedDecimal?, most: FixedDecimal?) = (nil, nil)
                for fill in 0..<12 {
                    var filled = sample
                    for (place, other) in sample.units.indices.filter({ sample.figures[$0][leaf] == nil }).enumerated()
                    {
                        // Squares of the greatest number there is do not fit.
                        let greatest = rule.against == .z ? 1_000_000_000 : Int(Int64.max)
                        let far = greatest - (rule.ties == .dense ? place : 0)
                        let figure =
                            fill == 0 ? (rule.ties == .dense ? place : 0) : fill == 1 ? far : random.int(0...12_000_000)
                        filled.set(figure, unit: other, leaf: leaf)
                    }
                    let got = try #require(try filled.scores()[unit][rule.code]?.points)
                    #expect(least <= got && got <= most, "\(rule.against), \(rule.ties)")
                    seen = (min(seen.least ?? got, got), max(seen.most ?? got, got))
                }
                if rule.against == .z { continue }
                let now = try #require(outcome.points)
                #expect(min(now, seen.least ?? now) == least && max(now, seen.most ?? now) == most)
            }
        }
    }

    private func rounded(_ points: ExactRatio) -> FixedDecimal? {
        points.rounded(Rounding(.halfAwayFromZero, digits: 4))
    }

    @Test("reachable places take provisional points into account")
    func reach() throws {
        var random = SeededRandom(seed: 56_000)
        for _ in 0..<10 {
            let sample = try RelativeSample(&random, leaves: 3, units: 6)
            let scores = try sample.scores()
            let all = Array(sample.units.indices)
            let ranking = Ranking(scores, units: all)
            let places = ReachablePlaces(ranking, scores, reach: ReachableScores(scores))
            for _ in 0..<10 {
                var filled = sample
                for unit in sample.units.indices {
                    for leaf in sample.leaves.indices where sample.figures[unit][leaf] == nil {
                        filled.set(random.int(0...12_000_000), unit: unit, leaf: leaf)
                    }
                }
                let later = try filled.scores()
                for place in Ranking(later, units: all).places {
                    let range = try #require(places.interval(of: place.unit))
                    #expect(range.lower <= place.rank && place.rank <= range.upper)
                }
            }
        }
    }
}
