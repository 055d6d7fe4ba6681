import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Where leaves are rounded and nothing is capped, only leaves that errors move are scored again. The same edition with a
/// cap that no total reaches is scored as a whole: both must agree to the last digit.
@Suite struct DrawnFiguresTests {
    private func table(
        _ tree: RandomTree, _ rounding: Rounding, more: String, _ random: inout SeededRandom
    ) throws -> ScoreTable {
        let criteria = try tree.compiled(rounding, stage: .leaf, caps: nil, more: more)
        let units = (0..<5).map { ScoredUnit(code: "\($0)", level: $0 < 4 ? "commune" : "department") }
        let scores = try criteria.score(tree.figures(criteria, units: 5, &random), units: units)
        var given: [GivenPoints] = []
        for node in criteria.set.criteria.indices where random.chance(10) {
            let points = criteria.set.givenRange(of: node).upperBound
            given.append(GivenPoints(unit: random.int(0...4), node: node, stage: 0, points: points))
        }
        return scores.points(at: random.chance(50) ? 0 : nil, given: given)
    }

    @Test(arguments: 0..<60)
    func partsAndWholesAgree(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(52_000 + seed))
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...6))
        let tree = RandomTree(&random, fields: random.int(1...3), digits: rounding.digits)
        var again = random
        let quick = try table(tree, rounding, more: "", &random)
        let whole = try table(tree, rounding, more: #", "totalCap": 1000000"#, &again)
        let set = quick.criteria.set
        let subject: Ranking.Subject = random.chance(60) ? .total : .node(random.int(0...set.criteria.count - 1))
        var errors = MetricErrors()
        errors.sharesPeople = random.chance(50)
        for metric in set.metrics where metric.kind == .percent && random.chance(60) {
            for unit in 0..<5 where random.chance(70) { errors[unit, metric.code] = Double(random.int(0...20)) / 2 }
        }
        let seedOfDraws = UInt64(random.int(1...1_000))
        func simulation(_ scores: ScoreTable) -> RankSimulation {
            RankSimulation(Ranking(scores, by: subject), scores, errors: errors, draws: 40, seed: seedOfDraws)
        }
        let (one, other) = (simulation(quick), simulation(whole))
        #expect(one.units == other.units && one.means == other.means && one.deviations == other.deviations)
        #expect(one.sharesAheadOfNext == other.sharesAheadOfNext)
        for unit in one.units.indices {
            #expect(one.shares(of: unit) == other.shares(of: unit))
            #expect(one.shares(among: unit + 1) == other.shares(among: unit + 1))
        }
        for unit in one.units.indices.dropLast() {
            #expect(one.share(of: unit, aheadOf: unit + 1) == one.shares(of: unit)[unit + 1])
        }
    }
}
