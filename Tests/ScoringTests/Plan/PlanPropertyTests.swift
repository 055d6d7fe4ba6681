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
    @Test("no set of actions beats a plan", arguments: Draws.seeds(10, of: 30) + [187])
    func nothingBeatsAnOptimalPlan(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(90_000 + seed))
        for _ in 0..<4 {
            let stage = random.pick(RoundingPolicy.Stage.allCases)
            let sample = try PlanSample(&random, stage: stage, isCapped: random.chance(30))
            for limits in Self.limits { try check(sample, &random, limits) }
        }
    }

    @Test("no set of actions beats a plan where criteria depend on each other", arguments: Draws.seeds(10, of: 30))
    func nothingBeatsAPlanOfLinkedCriteria(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(94_000 + seed))
        for _ in 0..<4 {
            let stage = random.pick([RoundingPolicy.Stage.leaf, .leaf, .field])
            let sample = try PlanSample(&random, stage: stage, fields: 1...2, areLinked: true)
            for limits in Self.limits { try check(sample, &random, limits) }
        }
    }

    /// Five hundred problems with all rule kinds, rounding stages and caps.
    @Test("problems of eight to twelve actions are settled exactly", arguments: Draws.seeds(10, of: 50) + [100, 169])
    func problemsOfManyActionsAreSettled(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(93_000 + seed))
        for _ in 0..<10 {
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), actions: 8...12, fields: 1...3,
                isCapped: random.chance(30))
            try check(sample, &random, OutcomeLimits())
        }
    }

    @Test("no set of actions beats a plan where people gave points", arguments: Draws.seeds(10, of: 30))
    func nothingBeatsAPlanBesideGivenPoints(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(95_000 + seed))
        for _ in 0..<4 {
            let stage = random.pick(RoundingPolicy.Stage.allCases)
            let sample = try PlanSample(
                &random, stage: stage, fields: 1...2, isCapped: random.chance(30), isGiven: true)
            try check(sample, &random, OutcomeLimits())
        }
    }

    @Test("no set of actions beats a plan under limits of the total, beside 0 ÷ 0", arguments: Draws.seeds(15, of: 40))
    func nothingBeatsAPlanUnderLimits(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(98_000 + seed))
        for turn in 0..<5 {
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), actions: 2...8, fields: 1...3,
                isCapped: random.chance(50), areLinked: random.chance(30), isLimited: turn.isMultiple(of: 2),
                hasZeros: turn > 0)
            try check(sample, &random, OutcomeLimits())
        }
    }

    /// The samples above include points that go to other criteria before and after.
    @Test func pointsAreSharedOutInSomeSamples() throws {
        var (shared, changed) = (0, 0)
        for seed in 0..<40 {
            var random = SeededRandom(seed: UInt64(98_000 + seed))
            let sample = try PlanSample(&random, stage: .leaf, actions: 2...8, fields: 1...3, hasZeros: true)
            let metrics = sample.scores.criteria.set.metrics.filter { $0.zeroDenominator?.convention == .shareOut }
            let open = metrics.filter { metric in
                if case .ratio(_, 0) = sample.scores.storage.columns.figures[0, metric.code] { true } else { false }
            }
            if !open.isEmpty { shared += 1 }
            if sample.actions.contains(where: { $0.effects.contains { open.map(\.code).contains($0.metric) } }) {
                changed += 1
            }
        }
        #expect(shared > 5 && changed > 2)
    }

    private func check(_ sample: PlanSample, _ random: inout SeededRandom, _ limits: OutcomeLimits) throws {
        let planner = try planner(sample, limits)
        let outcomes = try sample.outcomes(without: planner.ignored)
        let most = try #require(outcomes.map(\.points).max())
        let drawn = random.pick(outcomes).points
        // Between two steps of rounding, too.
        let between = drawn - FixedDecimal(mantissa: Int64(random.int(1...1_000_000)))
        for goal in [drawn, between, most, most + FixedDecimal(mantissa: 100_000)] {
            let result = try planner.plan(.points(goal))
            let enough = outcomes.filter { $0.points >= goal }
            guard let least = enough.map(\.cost).min() else {
                #expect(result.status == .infeasible)
                #expect(result.richest?.after.total.points == most && result.isRichestProven)
                continue
            }
            #expect(result.status == .optimal && result.bound == least)
            let plan = try #require(result.plans.first)
            #expect(plan.cost == least && plan.after.total.points >= goal)
            let best = outcomes.filter { $0.cost == least }.map(\.points).max()
            #expect(plan.after.total.points == best)
            let needed = try #require(result.neededPoints)
            #expect(needed >= goal && enough.allSatisfy { $0.points >= needed })
            checkTie(result, outcomes, sample, isSimple: planner.model.isSimple)
        }
        let budget = FixedDecimal(mantissa: Int64(random.int(0...20)) * 500_000)
        let richest = try planner.plan(.budget(budget))
        let best = outcomes.filter { $0.cost <= budget }.map(\.points).max()
        #expect(richest.status == (best == nil ? .infeasible : .optimal))
        #expect(richest.plans.first?.after.total.points == best)
        let least = outcomes.filter { $0.points == best }.map(\.cost).min()
        #expect(richest.plans.first?.cost == (best == nil ? nil : least))
        checkTie(richest, outcomes, sample, isSimple: planner.model.isSimple)
        try checkFrontier(planner, outcomes)
    }

    private func planner(
        _ sample: PlanSample, _ limits: OutcomeLimits, count: Int = 1, isOver: (@Sendable () -> Bool)? = nil
    ) throws -> Planner {
        try Planner(
            sample.scores, unit: 0, actions: sample.actions, conditions: PlanConditions(count: count),
            outcomes: limits, isOver: isOver)
    }

    /// Nothing can be left out of a plan for nothing, and another as good is told.
    private func checkTie(
        _ result: PlanResult, _ outcomes: [PlanSample.Outcome], _ sample: PlanSample, isSimple: Bool
    ) {
        guard let plan = result.plans.first else { return }
        let own = sample.taken(by: plan)
        let alike = outcomes.filter { $0.cost == plan.cost && $0.points == plan.after.total.points }
        #expect(!alike.contains { $0.taken.count == own.count - 1 && $0.taken.isSubset(of: own) })
        let others = alike.filter { !$0.taken.isSuperset(of: own) }
        if let equal = result.equal {
            #expect(others.contains { $0.taken == sample.taken(by: equal) })
        } else if isSimple {
            #expect(others.isEmpty)
        }
    }

    private func checkFrontier(
        _ planner: Planner, _ outcomes: [PlanSample.Outcome]
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

    @Test(
        "each further plan is the best that leaves out an action of every earlier one",
        arguments: Draws.seeds(10, of: 30))
    func furtherPlansAreTheNextBest(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(96_000 + seed))
        for _ in 0..<4 {
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), fields: 1...2, isCapped: random.chance(30),
                isGiven: random.chance(30))
            let planner = try planner(sample, OutcomeLimits(), count: 4)
            let outcomes = try sample.outcomes(without: planner.ignored)
            let goal = random.pick(outcomes).points
            try checkOrder(planner.plan(.points(goal)), outcomes.filter { $0.points >= goal }, sample) {
                ($0.cost, $1.points) < ($1.cost, $0.points)
            }
            let budget = FixedDecimal(mantissa: Int64(random.int(0...20)) * 500_000)
            try checkOrder(planner.plan(.budget(budget)), outcomes.filter { $0.cost <= budget }, sample) {
                ($1.points, $0.cost) < ($0.points, $1.cost)
            }
        }
    }

    private func checkOrder(
        _ result: PlanResult, _ outcomes: [PlanSample.Outcome], _ sample: PlanSample,
        _ precedes: (PlanSample.Outcome, PlanSample.Outcome) -> Bool
    ) {
        var earlier: [Set<Int>] = []
        for plan in result.plans {
            let rest = outcomes.filter { outcome in !earlier.contains { outcome.taken.isSuperset(of: $0) } }
            let best = rest.min(by: precedes)
            #expect(best?.cost == plan.cost && best?.points == plan.after.total.points)
            earlier.append(sample.taken(by: plan))
        }
        if !outcomes.isEmpty { #expect(result.areFurtherProven) }
        guard result.plans.count < 4 else { return }
        #expect(outcomes.allSatisfy { outcome in earlier.contains { outcome.taken.isSuperset(of: $0) } })
    }

    @Test("without time a frontier still has the best single steps", arguments: 0..<20)
    func aFrontierWithoutTimeIsNotEmpty(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(97_000 + seed))
        for _ in 0..<5 {
            let sample = try PlanSample(
                &random, stage: random.pick(RoundingPolicy.Stage.allCases), fields: 1...2, isCapped: random.chance(30),
                isGiven: random.chance(30))
            for limits in Self.limits {
                let planner = try planner(sample, limits, isOver: { true })
                let outcomes = try sample.outcomes(without: planner.ignored)
                let frontier = try planner.frontier()
                let plans = frontier.plans
                #expect(plans.count == frontier.count && !plans.isEmpty)
                if !frontier.isProven { #expect(frontier.isOutOfTime) }
                for (plan, shown) in zip(plans, 0..<frontier.count) {
                    #expect(frontier[shown] == (plan.cost, plan.after.total.points))
                    #expect(outcomes.contains { $0.taken == sample.taken(by: plan) })
                }
                for step in outcomes where step.taken.count < 2 {
                    #expect(plans.contains { $0.cost <= step.cost && $0.after.total.points >= step.points })
                }
            }
        }
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
