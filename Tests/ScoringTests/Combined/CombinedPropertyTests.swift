import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Random trees whose nodes are sums, means, best or worst of parts with weights, against fractions of any length.
@Suite struct CombinedPropertyTests {
    private static let seeds = 0..<150

    private static func units(_ count: Int) -> [ScoredUnit] {
        (0..<count).map { ScoredUnit(code: "u\($0)", level: "commune") }
    }

    @Test("points, maxima and indices of every node are those worked out anew", arguments: seeds)
    func sums(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(80_000 + seed))
        let model = CombinedModel(&random)
        let criteria = try model.compiled()
        let units = (0..<4).map { _ in model.figures(&random) }
        let table = try criteria.score(model.table(units, criteria), units: Self.units(4))
        for (unit, figures) in units.enumerated() {
            let (sums, score) = (model.sums(figures), table[unit])
            for node in score.criteria {
                let expected = sums[node.criterion.code]
                let points = expected?.points.millionths(.halfAwayFromZero, digits: 6) ?? 0
                let maximum = expected?.maximum.millionths(.halfAwayFromZero, digits: 6) ?? 0
                #expect(Int(node.sum.points.mantissa) == points, "\(node.criterion.code)")
                #expect(Int(node.sum.maximum.mantissa) == maximum, "\(node.criterion.code)")
                guard let expected else { continue }
                // Whole percentages are exact, however long the fractions of points and maximum are.
                let index = (expected.points / expected.maximum * NaiveFraction(100)).millionths(.down, digits: 6)
                if let exact = node.sum.exactIndex {
                    #expect(exact.rounded(Rounding(.down, digits: 6)).map { Int($0.mantissa) } == index)
                }
            }
            guard let total = sums[""] else {
                #expect(score.total.maximum == 0 && score.index == nil)
                continue
            }
            let (most, digits) = (total.maximum.millionths(.halfAwayFromZero, digits: 6), model.rounding.digits)
            let rounded = try #require(total.points.millionths(model.rounding.mode, digits: digits))
            let isAbove = total.maximum < NaiveFraction(millionths: rounded)
            #expect(Int(score.total.points.mantissa) == (isAbove ? most : rounded))
            #expect(Int(score.total.maximum.mantissa) == most)
            // Losses of the leaves and what is combined make the loss of the total.
            let gap = score.gap()
            #expect(gap.sum.lost + gap.adjustment == score.total.lost)
        }
    }

    @Test("a changed figure gives what scoring everything gives", arguments: Draws.seeds(24, of: 60))
    func whatIf(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(81_000 + seed))
        let model = CombinedModel(&random)
        let criteria = try model.compiled()
        var units = (0..<3).map { _ in model.figures(&random) }
        let table = try criteria.score(model.table(units, criteria), units: Self.units(3))
        let leaf = random.pick(model.root.leaves.map(\.code))
        guard case .number = units[1][leaf] else { return }
        let value = random.int(0...100)
        let scenario = Scenario(
            name: nil, unit: "u1", changes: [.init(leaf, .set(FixedDecimal(mantissa: Int64(value) * 1_000_000)))])
        units[1][leaf] = .number(value * 1_000_000)
        let after = try criteria.score(model.table(units, criteria), units: Self.units(3))
        let replay = try WhatIf(table, unit: 1).replay(scenario)
        #expect(replay.after.total == after[1].total)
        #expect(replay.rankAfter == after.groupRank(of: 1))
        // From the figures before to those after, the steps of a comparison lead from score to score.
        let comparison = UnitComparison(
            from: table[1], to: after[1], editions: EditionPair(criteria, criteria))
        #expect(comparison.total.first == table[1].total && comparison.total.last == after[1].total)
    }

    @Test("whatever is reported later, places stay within the ranges told before", arguments: Draws.seeds(60, of: 150))
    func reach(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(82_000 + seed))
        let model = CombinedModel(&random)
        let criteria = try model.compiled()
        var units = (0..<random.int(2...5)).map { _ in model.figures(&random) }
        for unit in units.indices {
            for leaf in model.root.leaves where random.chance(25) { units[unit][leaf.code] = .missing }
        }
        let scores = try criteria.score(model.table(units, criteria), units: Self.units(units.count))
        let node = Ranking.Subject.node(random.int(0...criteria.set.criteria.count - 1))
        let shown = [.total, node].map { subject in
            (subject, ReachablePlaces(Ranking(scores, by: subject), scores, reach: ReachableScores(scores)))
        }
        for _ in 0..<15 {
            var filled = units
            for unit in filled.indices {
                for leaf in model.root.leaves {
                    guard case .missing? = filled[unit][leaf.code], random.chance(80) else { continue }
                    filled[unit][leaf.code] =
                        random.chance(35) ? .out : .number(random.pick([0, 100, random.int(0...100)]) * 1_000_000)
                }
            }
            let after = try criteria.score(model.table(filled, criteria), units: Self.units(units.count))
            for (subject, places) in shown {
                for place in Ranking(after, by: subject).places {
                    let range = try #require(places.interval(of: place.unit), "\(subject), unit \(place.unit)")
                    #expect(
                        range.lower <= place.rank && place.rank <= range.upper,
                        "\(subject), unit \(place.unit): \(place.rank.decimal)")
                }
            }
        }
    }
}
