import Optimization
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// On random editions, figures, stages and given points, every way of asking has the same numbers as a slow model.
@Suite struct StagePropertyTests {
    private struct Sample {
        let tree: RandomTree
        let computed: ScoreTable
        let figures: FigureTable
        var given: [GivenPoints] = []
        var set: CriteriaSet { computed.criteria.set }
        let count: Int

        init(_ random: inout SeededRandom, stage: RoundingPolicy.Stage, units: Int, hasCaps: Bool) throws {
            let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(1...4))
            tree = RandomTree(&random, fields: random.int(1...3), digits: rounding.digits)
            let caps = hasCaps ? (random.int(0...3_000_000), random.int(0...3_000_000)) : nil
            let criteria = try tree.compiled(rounding, stage: stage, caps: caps)
            var figures = tree.figures(criteria, units: units, &random)
            // Figures that reading would reject are never scored.
            for (column, metric) in criteria.set.metrics.enumerated() {
                for unit in 0..<units where metric.fault(in: figures[unit, column]) != nil {
                    figures[unit, column] = .notReported
                }
            }
            self.figures = figures
            let list = (0..<units).map { ScoredUnit(code: "u\($0)", level: "commune") }
            computed = try criteria.score(figures, units: list)
            count = random.int(1...4)
            for node in criteria.set.criteria.indices {
                for unit in 0..<units {
                    for stage in 0..<count where random.chance(12) {
                        let range = criteria.set.givenRange(of: node)
                        let width = range.upperBound.mantissa - range.lowerBound.mantissa
                        let points =
                            range.lowerBound.mantissa + (width == 0 ? 0 : Int64(random.below(UInt64(width) + 1)))
                        given.append(
                            GivenPoints(unit: unit, node: node, stage: stage, points: FixedDecimal(mantissa: points)))
                    }
                }
            }
        }

        func model(_ stage: Int?) -> StageModel { StageModel(computed: computed, given: given, stage: stage) }
        func table(_ stage: Int?) -> ScoreTable { computed.points(at: stage, given: given.reversed()) }
        var stages: [Int?] { [nil] + (0..<count).map { $0 } }
    }

    private func samples(
        _ seed: Int, units: Int = 5, hasCaps: Bool = true, _ body: (Sample, inout SeededRandom) throws -> Void
    ) throws {
        var random = SeededRandom(seed: UInt64(40_000 + seed))
        for stage in RoundingPolicy.Stage.allCases {
            try body(try Sample(&random, stage: stage, units: units, hasCaps: hasCaps && random.chance(50)), &random)
        }
    }

    @Test("sums, totals, places, losses and corrections", arguments: Draws.seeds(15, of: 40))
    func sums(seed: Int) throws {
        try samples(seed) { sample, _ in
            for stage in sample.stages {
                let (table, model) = (sample.table(stage), sample.model(stage))
                let ranking = Ranking(table)
                for unit in table.units.indices {
                    let (score, total) = (table[unit], model.total(unit))
                    for node in sample.set.criteria.indices {
                        #expect(StageModel.Sum(score.sum(of: node)) == model.sum(node, unit), "\(stage ?? -1) \(node)")
                        #expect(score.standing(of: node)?.points == model.standing(node, unit)?.points)
                    }
                    #expect(StageModel.Sum(score.total) == total)
                    #expect(ranking.place(of: unit).map { Int($0.rank.halves / 2) } == model.place(unit))
                    #expect(table.groupRank(of: unit)?.rank == ranking.place(of: unit)?.rank)
                    let gap = score.gap()
                    #expect(StageModel.Sum(gap.total) == total)
                    #expect(gap.sum.lost + gap.adjustment == score.total.lost)
                    // A table of the tree adds up: every parent is the sum of its parts and what it was given beyond.
                    for node in sample.set.criteria.indices where sample.set.criteria[node].leaf == nil {
                        if sample.set.criteria[node].parent == nil, sample.set.rounding.stage == .field { continue }
                        var parts = StageModel.Sum()
                        for child in sample.set.criteria[node].children { parts.add(.init(score.sum(of: child))) }
                        let own = StageModel.Sum(score.sum(of: node)).points
                        if score.standing(of: node) == nil {
                            #expect((own - parts.points).isZero)
                            continue
                        }
                        // The correction is told in six decimals, as the points of the parts are.
                        let correction = StageModel.fraction(score.correction(of: node))
                        let apart = own - parts.points - correction
                        let most = NaiveFraction(millionths: sample.set.criteria[node].children.count)
                        #expect(!(most < apart) && !(apart < NaiveFraction(0) - most))
                    }
                    #expect(score.computed.total == sample.computed[unit].total)
                }
            }
        }
    }

    @Test("comparisons of two stages, and of two units", arguments: 0..<20)
    func comparisons(seed: Int) throws {
        try samples(seed) { sample, random in
            for _ in 0..<4 {
                let (first, last) = (random.pick(sample.stages), random.pick(sample.stages))
                let units = sample.computed.units.indices
                let (one, other) = (random.int(0...units.count - 1), random.int(0...units.count - 1))
                let compared = UnitComparison(from: sample.table(first)[one], to: sample.table(last)[other])
                #expect(StageModel.Sum(compared.total.first) == sample.model(first).total(one))
                #expect(StageModel.Sum(compared.total.last) == sample.model(last).total(other))
                for (node, pair) in compared.nodes.enumerated() {
                    #expect(StageModel.Sum(pair.bridge.first) == sample.model(first).sum(node, one))
                    #expect(StageModel.Sum(pair.bridge.last) == sample.model(last).sum(node, other))
                }
                for state in compared.total.states.indices {
                    let fields = compared.nodes.filter(\.isField).reduce(FixedDecimal.zero) {
                        $0 + $1.bridge.states[state].points
                    }
                    let sum = fields + compared.adjustment.states[state].points
                    #expect(sum == compared.total.states[state].points)
                }
            }
        }
    }

    @Test("a changed figure frees its leaf and what is above it", arguments: 0..<20)
    func trials(seed: Int) throws {
        try samples(seed) { sample, random in
            let stage = sample.count - 1
            let (table, unit) = (sample.table(stage), random.int(0...4))
            for leaf in sample.tree.leaves {
                let code = try #require(leaf.measures[0].codes.first)
                let column = try #require(sample.figures.column(of: code))
                let metric = sample.set.metrics[column]
                let drawn = Figure(random.figure(for: leaf.measures[0], maximum: leaf.maximum))
                guard case .value(let value) = drawn, metric.fault(in: drawn) == nil,
                    let replay = try? WhatIf(table, unit: unit).replay(Scenario(changes: [.init(code, .set(value))]))
                else { continue }
                var figures = sample.figures
                figures[unit, column] = replay.changes[0].after
                let isChanged = replay.changes[0].before != replay.changes[0].after
                let node = replay.changes[0].criterion
                let rescored = try sample.computed.criteria.score(figures, units: sample.computed.units)
                let now = sample.model(stage)
                // What still stands counts as given at one stage, so that nothing freed comes back from an earlier one.
                let kept = sample.set.criteria.indices.flatMap { node in
                    (0..<5).compactMap { now.standing(node, $0) }
                }.map { GivenPoints(unit: $0.unit, node: $0.node, stage: 0, points: $0.points) }
                let freed = kept.filter {
                    isChanged && $0.unit == unit && ($0.node == node || now.isBelow(node, $0.node))
                }
                let model = StageModel(computed: rescored, given: kept.filter { !freed.contains($0) }, stage: 0)
                #expect(StageModel.Sum(replay.after.total) == model.total(unit), "\(code)")
                #expect(replay.freed.map(\.node) == freed.map(\.node).sorted())
                #expect(StageModel.Sum(replay.before.total) == now.total(unit))
                #expect(replay.rankAfter.map { Int($0.rank.halves / 2) } == model.place(unit))
            }
        }
    }

    @Test("plans are the best of all sets of actions", arguments: Draws.seeds(15, of: 40))
    func plans(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(50_000 + seed))
        let sample = try Sample(&random, stage: .leaf, units: 3, hasCaps: false)
        let table = sample.table(sample.count - 1)
        var actions: [PlannedAction] = []
        for leaf in sample.tree.leaves where actions.count < 7 {
            let code = try #require(leaf.measures[0].codes.first)
            let metric = try #require(sample.set.metrics.first { $0.code == code })
            let drawn = Figure(random.figure(for: leaf.measures[0], maximum: leaf.maximum))
            guard case .value(let value) = drawn, metric.fault(in: drawn) == nil else { continue }
            actions.append(
                PlannedAction(
                    code: "A\(actions.count)", name: "",
                    cost: FixedDecimal(mantissa: Int64(random.int(0...9)) * 500_000),
                    effects: [.init(code, .set(value))]))
        }
        let planner = try Planner(table, unit: 0, actions: actions)
        let ignored = Set(planner.ignored.map(\.action))
        let useful = actions.filter { !ignored.contains($0.code) }
        let trial = WhatIf(table, unit: 0)
        let all = (0..<1 << useful.count).compactMap { mask -> (cost: FixedDecimal, points: FixedDecimal)? in
            let taken = useful.indices.filter { mask >> $0 & 1 == 1 }.map { useful[$0] }
            let cost = taken.reduce(FixedDecimal.zero) { $0 + $1.cost }
            let changes = taken.flatMap(\.effects).map { Scenario.Change($0.metric, $0.edit) }
            if changes.isEmpty { return (cost, table[0].total.points) }
            return (try? trial.replay(Scenario(changes: changes))).map { (cost, $0.after.total.points) }
        }
        for goal in Set(all.map(\.points)).sorted().suffix(6) {
            let result = try planner.plan(.points(goal))
            let least = all.filter { $0.points >= goal }.map(\.cost).min()
            #expect(result.status == .optimal)
            #expect(result.plans.first?.cost == least, "\(goal)")
        }
        for budget in [0, 1, 3, 8] as [FixedDecimal] {
            let result = try planner.plan(.budget(budget))
            #expect(result.plans.first?.after.total.points == all.filter { $0.cost <= budget }.map(\.points).max())
        }
    }
}
