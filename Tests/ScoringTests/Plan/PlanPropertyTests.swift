import Optimization
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Properties of every plan, checked against all sets of actions, each replayed through scoring.
@Suite struct PlanPropertyTests {
    /// Random leaves, a unit's figures, and actions on them.
    private struct Sample {
        let scores: ScoreTable
        var actions: [PlannedAction]

        init(_ random: inout SeededRandom, stage: RoundingPolicy.Stage) throws {
            let digits = random.int(1...4)
            let mode = random.pick(Rounding.Mode.allCases)
            let leaves = (1...random.int(2...4)).map { random.leaf("1.\($0)", digits: digits) }
            let maximum = leaves.reduce(0) { $0 + $1.maximum }
            let edition = try JSONNode.parse(
                """
                {"rounding": {"points": {"mode": "\(mode.rawValue)", "digits": \(digits), "stage": "\(stage.rawValue)"},
                              "index": {"mode": "halfToEven", "digits": 2}}}
                """)
            let field = #"{"code": "1", "name": "x", "maximum": \#(decimal(maximum))}"#
            let set = try SampleEdition.read(
                SampleEdition.text(criteria: [field] + leaves.map(\.json), edition: edition))
            let criteria = try CompiledCriteria(set, year: 2026)
            var figures = criteria.emptyFigures(unitCount: 1)
            var before = figures
            let metrics = Dictionary(uniqueKeysWithValues: set.metrics.map { ($0.code, $0) })
            func draw(_ measure: ModelMeasure, _ leaf: ModelLeaf) -> Figure {
                Figure(random.figure(for: measure, maximum: leaf.maximum))
            }
            var places: [(metric: Metric, measure: ModelMeasure, leaf: ModelLeaf)] = []
            for leaf in leaves {
                for measure in leaf.measures {
                    for code in measure.codes {
                        let (column, metric) = (try #require(figures.column(of: code)), try #require(metrics[code]))
                        let drawn = draw(measure, leaf)
                        figures[0, column] = metric.fault(in: drawn) == nil ? drawn : .notReported
                        before[0, column] = Figure(random.lastYear(for: measure))
                        places.append((metric, measure, leaf))
                    }
                }
            }
            scores = try criteria.score(
                figures, units: [ScoredUnit(code: "x", level: "commune")],
                lastYear: LastYear(figures: before, units: [0]))
            // On each metric actions either set or add.
            let isAdded = places.map { place in
                [.percent, .amount].contains(place.metric.kind) && random.chance(25)
            }
            let count = random.int(2...6)
            let codes = (0..<count).map { "A\($0)" }
            actions = codes.indices.map { index in
                var effects: [PlannedAction.Effect] = []
                for position in places.indices where random.chance(places.count < 4 ? 60 : 30) {
                    let (metric, measure, leaf) = places[position]
                    if isAdded[position] {
                        effects.append(.init(metric.code, .add(FixedDecimal(mantissa: Int64(random.number(-3...20))))))
                    } else if case .value(let value) = draw(measure, leaf), metric.fault(in: .value(value)) == nil {
                        effects.append(.init(metric.code, .set(value)))
                    }
                }
                let others = codes.filter { $0 != codes[index] }
                return PlannedAction(
                    code: codes[index], name: "", cost: FixedDecimal(mantissa: Int64(random.int(0...12)) * 500_000),
                    effects: effects, needs: index > 0 && random.chance(20) ? [codes[random.int(0...index - 1)]] : [],
                    excludes: random.chance(20) ? [random.pick(others)] : [])
            }
        }

        /// The changes of a set of actions, from the documentation alone; nil when the set is not allowed.
        private func changes(_ taken: [PlannedAction], without ignored: [IgnoredEffect]) -> [Scenario.Change]? {
            let codes = Set(taken.map(\.code))
            guard taken.allSatisfy({ codes.isSuperset(of: $0.needs) && codes.isDisjoint(with: $0.excludes) }) else {
                return nil
            }
            let unit = scores[0].figures
            var changes: [Scenario.Change] = []
            for (column, metric) in scores.criteria.set.metrics.enumerated() {
                var more = FixedDecimal.zero
                var stated: [FixedDecimal] = []
                for action in taken {
                    for effect in action.effects where effect.metric == metric.code {
                        if ignored.contains(where: { $0.action == action.code && $0.metric == metric.code }) {
                            continue
                        }
                        switch effect.edit {
                        case .add(let amount): more += amount
                        case .set(let value): stated.append(value)
                        default: break
                        }
                    }
                }
                let now = unit.now(column).exactNumber
                if let best = metric.direction == .higher ? stated.max() : stated.min() {
                    changes.append(.init(metric.code, .set(best)))
                } else if more != 0, let sum = now?.adding(ExactRatio(more)) {
                    if let most = metric.maximum, sum > ExactRatio(most) {
                        changes.append(.init(metric.code, .set(most)))
                    } else if let least = metric.minimum, sum < ExactRatio(least) {
                        changes.append(.init(metric.code, .set(least)))
                    } else {
                        changes.append(.init(metric.code, .add(more)))
                    }
                }
            }
            return changes
        }

        /// Cost and points of every set of actions that is allowed and can be scored.
        func outcomes(without ignored: [IgnoredEffect]) -> [(cost: FixedDecimal, points: FixedDecimal)] {
            (0..<1 << actions.count).compactMap { mask in
                let taken = actions.indices.filter { mask >> $0 & 1 == 1 }.map { actions[$0] }
                guard let changes = changes(taken, without: ignored) else { return nil }
                let cost = taken.reduce(FixedDecimal.zero) { $0 + $1.cost }
                if changes.isEmpty { return (cost, scores[0].total.points) }
                guard let replay = try? WhatIf(scores, unit: 0).replay(Scenario(changes: changes)),
                    replay.after.total.maximum == scores[0].total.maximum
                else { return nil }
                return (cost, replay.after.total.points)
            }
        }
    }

    private static let sizes = [
        PlanModel.Sizes(), PlanModel.Sizes(group: 0), PlanModel.Sizes(group: 0, leaf: 1),
    ]

    @Test("no set of actions beats a plan called optimal", arguments: 0..<30)
    func nothingBeatsAnOptimalPlan(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(90_000 + seed))
        for _ in 0..<4 {
            let stage: RoundingPolicy.Stage = random.chance(70) ? .leaf : random.pick([.field, .total])
            let sample = try Sample(&random, stage: stage)
            for (position, sizes) in Self.sizes.enumerated() {
                let planner = try Planner(
                    sample.scores, unit: 0, actions: sample.actions, conditions: PlanConditions(), sizes: sizes)
                let outcomes = sample.outcomes(without: planner.ignored)
                let most = try #require(outcomes.map(\.points).max())
                let goals = [random.pick(outcomes).points, most, most + FixedDecimal(mantissa: 100_000)]
                for goal in goals {
                    let result = try planner.plan(.points(goal))
                    let least = outcomes.filter { $0.points >= goal }.map(\.cost).min()
                    // Where every set is examined and leaves add up, everything is proven.
                    if stage == .leaf, position < 2 {
                        #expect(result.status == (least == nil ? .infeasible : .optimal))
                    }
                    switch result.status {
                    case .optimal:
                        let plan = try #require(result.plans.first)
                        #expect(plan.cost == least && plan.after.total.points >= goal)
                        if stage == .leaf, position < 2 {
                            let best = outcomes.filter { $0.cost == plan.cost && $0.points >= goal }.map(\.points).max()
                            #expect(plan.after.total.points == best)
                        }
                    case .feasible:
                        let plan = try #require(result.plans.first)
                        let (least, bound) = (try #require(least), try #require(result.bound))
                        #expect(plan.after.total.points >= goal && plan.cost >= least && bound <= least)
                    case .infeasible:
                        #expect(least == nil)
                        if result.isRichestProven { #expect(result.richest?.after.total.points == most) }
                    case .unknown: #expect(try #require(result.bound) <= least ?? FixedDecimal(mantissa: .max))
                    }
                }
                let budget = FixedDecimal(mantissa: Int64(random.int(0...20)) * 500_000)
                let richest = try planner.plan(.budget(budget))
                let best = outcomes.filter { $0.cost <= budget }.map(\.points).max()
                if richest.status == .optimal { #expect(richest.plans.first?.after.total.points == best) }
                if stage == .leaf, position < 2 { #expect((richest.status == .optimal) == (best != nil)) }
                try checkFrontier(planner, outcomes, isExact: stage == .leaf && position < 2)
            }
        }
    }

    private func checkFrontier(
        _ planner: Planner, _ outcomes: [(cost: FixedDecimal, points: FixedDecimal)], isExact: Bool
    ) throws {
        let frontier = try planner.frontier()
        #expect(frontier.isProven || !isExact)
        guard frontier.isProven else { return }
        var expected: [String] = []
        var most: FixedDecimal?
        for cost in Set(outcomes.map(\.cost)).sorted() {
            let best = try #require(outcomes.filter { $0.cost <= cost }.map(\.points).max())
            if most.map({ best <= $0 }) ?? false { continue }
            most = best
            expected.append("\(cost) \(best)")
        }
        #expect(frontier.plans.map { "\($0.cost) \($0.after.total.points)" } == expected)
    }

    @Test("a plan is a scenario that gives the same points", arguments: 0..<20)
    func plansReplay(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(91_000 + seed))
        for _ in 0..<5 {
            let sample = try Sample(&random, stage: .leaf)
            let planner = try Planner(sample.scores, unit: 0, actions: sample.actions)
            for plan in try planner.frontier().plans where !plan.scenario.changes.isEmpty {
                let document = try JSONDocument(file: "plan.json", bytes: Array(plan.scenario.json.utf8))
                let scenario = try Scenario.read(document).scenario
                #expect(scenario == plan.scenario)
                let replay = try WhatIf(sample.scores, unit: 0).replay(scenario)
                #expect(replay.after.total == plan.after.total)
            }
        }
    }

    @Test("one action more never makes a goal dearer", arguments: 0..<20)
    func moreChoiceIsNoWorse(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(92_000 + seed))
        for _ in 0..<5 {
            let sample = try Sample(&random, stage: .leaf)
            guard let last = sample.actions.last,
                !sample.actions.dropLast().contains(where: { $0.needs.contains(last.code) })
            else { continue }
            let fewer = try Planner(sample.scores, unit: 0, actions: Array(sample.actions.dropLast()))
            let all = try Planner(sample.scores, unit: 0, actions: sample.actions)
            // An effect that invalidates a leaf for one set of actions does so for all.
            guard fewer.ignored.allSatisfy({ $0.reason != .contradiction }),
                all.ignored.allSatisfy({ $0.reason != .contradiction })
            else { continue }
            for plan in try fewer.frontier().plans {
                let better = try all.plan(.points(plan.after.total.points))
                #expect(try #require(better.plans.first).cost <= plan.cost)
            }
        }
    }
}
