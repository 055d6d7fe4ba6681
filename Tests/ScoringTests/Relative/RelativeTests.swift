import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

@Suite("Units measured against each other")
struct RelativeTests {
    @Test(
        "49 indicators of 51 units have the points and places of an independent evaluation",
        arguments: Draws.seeds(3, of: 8))
    func independent(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(51_000 + seed))
        let sample = try RelativeSample(&random, leaves: 49, units: 51)
        let scores = try sample.scores()
        #expect(scores.issues.isEmpty)
        var totals: [Int] = []
        for unit in sample.units.indices {
            var total = 0
            for (leaf, rule) in sample.leaves.enumerated() {
                let expected = try sample.points(of: leaf, unit: unit)
                let got = scores[unit][rule.code]?.points
                #expect(
                    got == expected.map { FixedDecimal(mantissa: Int64($0)) },
                    "\(rule.against) among \(rule.among), unit \(unit)")
                // A leaf is described by the slow way of scoring, whichever computed it.
                let node = try #require(sample.criteria.set.index(of: rule.code))
                #expect(scores[unit].outcome(ofLeaf: node)?.points == got)
                total += expected ?? 0
            }
            #expect(scores[unit].total.points == FixedDecimal(mantissa: Int64(total)))
            totals.append(total)
        }
        for unit in sample.units.indices {
            let group = sample.units.indices.filter { sample.units[$0].group == sample.units[unit].group }
            let ahead = group.count { totals[$0] > totals[unit] }
            #expect(scores.groupRank(of: unit)?.rank == Rank(ahead + 1))
        }
    }

    @Test("many units have the points of an independent evaluation")
    func manyUnits() throws {
        var random = SeededRandom(seed: 51_900)
        let sample = try RelativeSample(&random, leaves: 12, units: 300)
        let scores = try sample.scores()
        for unit in sample.units.indices {
            for (leaf, rule) in sample.leaves.enumerated() {
                let expected = try sample.points(of: leaf, unit: unit)
                #expect(scores[unit][rule.code]?.points == expected.map { FixedDecimal(mantissa: Int64($0)) })
            }
        }
    }

    @Test(
        "what-if gives the points and the place that scoring everything again gives", arguments: Draws.seeds(16, of: 40)
    )
    func whatIf(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(52_000 + seed))
        let sample = try RelativeSample(&random, leaves: 6, units: 12)
        let scores = try sample.scores()
        let unit = random.int(0...11)
        let trial = WhatIf(scores, unit: unit)
        for _ in 0..<10 {
            let leaf = random.int(0...5)
            var changed = sample
            let figure = RelativeSample.figure(&random) ?? 3_000_000
            changed.set(figure, unit: unit, leaf: leaf)
            let expected = try changed.scores()
            let value = FixedDecimal(mantissa: Int64(figure))
            let replay = try trial.replay(Scenario(changes: [.init(sample.leaves[leaf].code, .set(value))]))
            #expect(replay.after.total == expected[unit].total)
            #expect(replay.rankAfter == expected.groupRank(of: unit))
            #expect(replay.rankBefore == scores.groupRank(of: unit))
            let sweep = try trial.sweep(
                SweepRange(metric: sample.leaves[leaf].code, from: value, through: value + 1, step: 1))
            let point = try #require(sweep.points.first { $0.figure == .value(value) })
            #expect(point.total == expected[unit].total.points)
            #expect(point.rank == expected.groupRank(of: unit))
        }
    }

    @Test("a better figure never costs its own unit points", arguments: Draws.seeds(16, of: 40))
    func monotone(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(53_000 + seed))
        var sample = try RelativeSample(&random, leaves: 10, units: 5)
        for leaf in sample.leaves.indices {
            let numbers = (0..<12).map { _ in random.int(0...9) * 1_000_000 }.sorted()
            var before: FixedDecimal?
            for number in sample.leaves[leaf].isHigher ? numbers : numbers.reversed() {
                sample.set(number, unit: 0, leaf: leaf)
                let points = try #require(try sample.scores()[0][sample.leaves[leaf].code]?.points)
                #expect(points >= before ?? points, "\(sample.leaves[leaf].against)")
                before = points
            }
        }
    }

    @Test(
        "a plan for a place is the cheapest that rescoring every set of actions confirms",
        arguments: Draws.seeds(8, of: 20))
    func plan(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(54_000 + seed))
        let sample = try RelativeSample(&random, leaves: 4, units: 6)
        let scores = try sample.scores()
        let actions = (0..<5).map { position in
            let leaf = random.int(0...3)
            let better = sample.leaves[leaf].isHigher ? random.int(8...14) : random.int(0...2)
            return PlannedAction(
                code: "a\(position)", name: "", cost: FixedDecimal(exactly: random.int(1...9)) ?? 1,
                effects: [.init(sample.leaves[leaf].code, .set(FixedDecimal(exactly: better) ?? 0))])
        }
        let planner = try Planner(scores, unit: 0, actions: actions)
        let others = try #require(scores.groupRank(of: 0)?.count)
        for place in 1...others {
            let result = try planner.plan(.rank(place))
            // Every set of actions, replayed one by one.
            var least: FixedDecimal?
            for chosen in 0..<(1 << actions.count) {
                let taken = actions.indices.filter { chosen >> $0 & 1 == 1 }
                var changed = sample
                for (leaf, rule) in sample.leaves.enumerated() {
                    let stated = taken.flatMap { actions[$0].effects }.filter { $0.metric == rule.code }
                    let numbers = stated.compactMap { effect -> Int? in
                        if case .set(let value) = effect.edit { Int(value.mantissa) } else { nil }
                    }
                    let all = numbers + [sample.figures[0][leaf]].compactMap { $0 }
                    guard !numbers.isEmpty else { continue }
                    changed.set(rule.isHigher ? all.max() : all.min(), unit: 0, leaf: leaf)
                }
                let cost = taken.reduce(FixedDecimal.zero) { $0 + actions[$1].cost }
                let rank = try changed.scores().groupRank(of: 0)?.rank
                if rank.map({ $0 <= Rank(place) }) ?? false { least = min(least ?? cost, cost) }
            }
            switch result.status {
            case .optimal: #expect(result.plans.first?.cost == least)
            case .infeasible: #expect(least == nil)
            case .feasible, .unknown: Issue.record("a small plan was not settled")
            }
            #expect(result.plans.allSatisfy { ($0.rankAfter?.rank).map { $0 <= Rank(place) } ?? false })
        }
    }
}
