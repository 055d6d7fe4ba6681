import Optimization
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Properties of every plan, checked against all sets of actions.
@Suite struct PlanPropertyTests {
    /// Enough for all outcomes; none at a time, so that actions are decided one by one.
    private static let limits = [OutcomeLimits(), OutcomeLimits(outcomes: 0)]

    /// In draw 187, as in 100 and 169 below, no plan has the points that the greatest gain promises.
    @Test("no set of actions beats a plan", arguments: Array(0..<30) + [187])
    func nothingBeatsAnOptimalPlan(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(90_000 + seed))
        for _ in 0..<4 {
            let stage = random.pick(RoundingPolicy.Stage.allCases)
            let sample = try PlanSample(&random, stage: stage, isCapped: random.chance(30))
            for limits in Self.limits { try check(sample, &random, limits) }
        }
    }

    @Test("no set of actions beats a plan where criteria depend on each other", arguments: 0..<30)
    func nothingBeatsAPlanOfLinkedCriteria(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(94_000 + seed))
        for _ in 0..<4 {
            let stage = random.pick([RoundingPolicy.Stage.leaf, .leaf, .field])
            let sample = try PlanSample(&random, stage: stage, fields: 1...2, areLinked: true)
            for limits in Self.limits { try check(sample, &random, limits) }
        }
    }

    /// Five hundred problems with all rule kinds, rounding stages and caps.
    @Test("problems of eight to twelve actions are settled exactly", arguments: Array(0..<50) + [100, 169])
    func problemsOfManyActionsAreSettled(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(93_000 + seed))
        for _ in 0..<10 {
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), actions: 8...12, fields: 1...3,
                isCapped: random.chance(30))
            try check(sample, &random, OutcomeLimits())
        }
    }

    private func check(_ sample: PlanSample, _ random: inout SeededRandom, _ limits: OutcomeLimits) throws {
        let planner = try Planner(
            sample.scores, unit: 0, actions: sample.actions, conditions: PlanConditions(), outcomes: limits)
        let outcomes = try sample.outcomes(without: planner.ignored)
        let most = try #require(outcomes.map(\.points).max())
        for goal in [random.pick(outcomes).points, most, most + FixedDecimal(mantissa: 100_000)] {
            let result = try planner.plan(.points(goal))
            guard let least = outcomes.filter({ $0.points >= goal }).map(\.cost).min() else {
                #expect(result.status == .infeasible)
                #expect(result.richest?.after.total.points == most && result.isRichestProven)
                continue
            }
            #expect(result.status == .optimal && result.bound == least)
            let plan = try #require(result.plans.first)
            #expect(plan.cost == least && plan.after.total.points >= goal)
            let best = outcomes.filter { $0.cost == least }.map(\.points).max()
            #expect(plan.after.total.points == best)
            if let equal = result.equal {
                #expect(equal.cost == least && equal.after.total.points == best && equal.taken != plan.taken)
            }
        }
        let budget = FixedDecimal(mantissa: Int64(random.int(0...20)) * 500_000)
        let richest = try planner.plan(.budget(budget))
        let best = outcomes.filter { $0.cost <= budget }.map(\.points).max()
        #expect(richest.status == (best == nil ? .infeasible : .optimal))
        #expect(richest.plans.first?.after.total.points == best)
        #expect(
            richest.plans.first?.cost == outcomes.filter { $0.cost <= budget && $0.points == best }.map(\.cost).min())
        try checkFrontier(planner, outcomes)
    }

    private func checkFrontier(
        _ planner: Planner, _ outcomes: [(cost: FixedDecimal, points: FixedDecimal)]
    ) throws {
        let frontier = try planner.frontier()
        #expect(frontier.isProven)
        var expected: [String] = []
        var most: FixedDecimal?
        for cost in Set(outcomes.map(\.cost)).sorted() {
            let best = try #require(outcomes.filter { $0.cost <= cost }.map(\.points).max())
            if most.map({ best <= $0 }) ?? false { continue }
            most = best
            expected.append("\(cost) \(best)")
        }
        #expect(frontier.plans.map { "\($0.cost) \($0.after.total.points)" } == expected)
        #expect((0..<frontier.count).map { "\(frontier[$0].cost) \(frontier[$0].points)" } == expected)
    }

    @Test("a plan is a scenario that gives the same points", arguments: 0..<20)
    func plansReplay(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(91_000 + seed))
        for _ in 0..<5 {
            let sample = try PlanSample(&random, stage: .leaf)
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
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), fields: 1...2, isCapped: random.chance(30))
            guard let last = sample.actions.last,
                !sample.actions.dropLast().contains(where: { $0.needs.contains(last.code) })
            else { continue }
            let fewer = try Planner(sample.scores, unit: 0, actions: Array(sample.actions.dropLast()))
            let all = try Planner(sample.scores, unit: 0, actions: sample.actions)
            for plan in try fewer.frontier().plans {
                let better = try all.plan(.points(plan.after.total.points))
                #expect(try #require(better.plans.first).cost <= plan.cost)
                let richer = try all.plan(.budget(plan.cost))
                #expect(try #require(richer.plans.first).after.total.points >= plan.after.total.points)
            }
        }
    }
}
