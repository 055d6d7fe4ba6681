@testable import Optimization
import Testing

@testable import plan_bench

@Suite struct ChoiceHostileTests {
    @Test func nothingToChooseReachesNothing() throws {
        let problem = try ChoiceProblem(groups: [])
        #expect(try problem.leastCost(goal: 0).plan == ChoicePlan(cost: 0, gain: 0, options: []))
        #expect(try problem.greatestGain(budget: 0).plan == ChoicePlan(cost: 0, gain: 0, options: []))
        guard case .infeasible(let nearest) = try problem.leastCost(goal: 1) else {
            Issue.record("A goal without groups is out of reach")
            return
        }
        #expect(nearest == ChoicePlan(cost: 0, gain: 0, options: []))
        #expect(try problem.frontier().points == [.init(cost: 0, gain: 0)])
        #expect(try problem.best(3, goal: 0).plans.count == 1)
    }

    @Test func unreachableGoalTellsTheGreatestGain() throws {
        let problem = try ChoiceProblem(groups: [
            [.init(cost: 0, gain: 0), .init(cost: 9, gain: 4), .init(cost: 7, gain: 4)], [.init(cost: 2, gain: 1)],
        ])
        guard case .infeasible(let nearest) = try problem.leastCost(goal: 6) else {
            Issue.record("6 is more than 4 + 1")
            return
        }
        #expect(nearest == ChoicePlan(cost: 9, gain: 5, options: [2, 0]))
        guard case .infeasible(let cheapest) = try problem.greatestGain(budget: 1) else {
            Issue.record("the second group costs 2 at least")
            return
        }
        #expect(cheapest == ChoicePlan(cost: 2, gain: 1, options: [0, 0]))
    }

    @Test func refusesWhatMakesNoSense() throws {
        #expect(throws: PlanError.emptyGroup(1)) { try ChoiceProblem(groups: [[.init(cost: 0, gain: 0)], []]) }
        #expect(throws: PlanError.negativeOption(group: 0, option: 1)) {
            try ChoiceProblem(groups: [[.init(cost: 0, gain: 0), .init(cost: -1, gain: 0)]])
        }
        #expect(throws: PlanError.negativeOption(group: 0, option: 0)) {
            try ChoiceProblem(groups: [[.init(cost: 0, gain: .min)]])
        }
        #expect(throws: PlanError.totalTooLarge) { try ChoiceProblem(groups: [[.init(cost: .max, gain: 0)]]) }
        #expect(throws: PlanError.totalTooLarge) {
            try ChoiceProblem(groups: Array(repeating: [.init(cost: 0, gain: 1 << 59)], count: 3))
        }
        let problem = try ChoiceProblem(groups: [])
        #expect(throws: PlanError.negativeGoal) { try problem.leastCost(goal: -1) }
        #expect(throws: PlanError.negativeBudget) { try problem.greatestGain(budget: -1) }
    }

    @Test func greatestNumbersStayExact() throws {
        let half = PlanLimits.greatestTotal / 2
        let problem = try ChoiceProblem(groups: [
            [.init(cost: 0, gain: 0), .init(cost: half - 1, gain: half)],
            [.init(cost: 0, gain: 0), .init(cost: half, gain: half - 1)],
        ])
        #expect(try problem.leastCost(goal: half).plan?.cost == half - 1)
        #expect(try problem.leastCost(goal: half + 1).plan?.cost == 2 * half - 1)
        #expect(try problem.greatestGain(budget: .max).plan?.gain == 2 * half - 1)
        #expect(try problem.greatestGain(budget: half).plan == ChoicePlan(cost: half - 1, gain: half, options: [1, 0]))
        #expect(try problem.frontier().points.count == 3)
        guard case .infeasible = try problem.leastCost(goal: .max) else {
            Issue.record("no plan gains the greatest number there is")
            return
        }
    }

    @Test(arguments: [40, 45, 50]) func hardInstancesOfGreatNumbersEndWithoutOverflow(power: Int) throws {
        let groups =
            ChoiceInstance.strongly.groups(seed: 8, groups: 30, options: 6, range: 1 << power)
            + [[.init(cost: 0, gain: 0), .init(cost: 1 << 59, gain: 1 << 59)]]
        let problem = try ChoiceProblem(groups: groups)
        for goal in [Int64(7) << power, 12 << power, (1 << 59) + (Int64(5) << power)] {
            let outcome = try problem.leastCost(goal: goal, limits: PlanLimits(states: 8_000))
            let plan = try #require(outcome.plan)
            #expect(plan.isTrue(of: groups) && plan.gain >= goal)
            if case .feasible(_, let bound) = outcome { #expect(bound <= plan.cost && bound >= goal) }
        }
    }

    @Test func equalOptionsChooseTheEarliest() throws {
        let group = [ChoiceOption(cost: 0, gain: 0)] + Array(repeating: ChoiceOption(cost: 3, gain: 2), count: 5_000)
        let problem = try ChoiceProblem(groups: Array(repeating: group, count: 40))
        let plan = try #require(try problem.leastCost(goal: 39).plan)
        #expect(plan.cost == 60 && plan.gain == 40)
        #expect(plan.options.allSatisfy { $0 <= 1 })
        #expect(try problem.leastCost(goal: 39).plan == plan)
    }

    @Test func endsAtALimitWithAProvenBound() throws {
        let groups = ChoiceInstance.strongly.groups(seed: 3, groups: 60, options: 6, range: 1 << 40)
        let problem = try ChoiceProblem(groups: groups)
        let goal = problem.greatestPlan.gain / 2
        guard
            case .feasible(let plan, let bound) = try problem.leastCost(goal: goal, limits: PlanLimits(states: 10_000))
        else {
            Issue.record("ten thousand states settle nothing here")
            return
        }
        #expect(plan.isTrue(of: groups) && plan.gain >= goal && bound <= plan.cost)
        // Costs are gains plus a tenth of 2⁴⁰ per action; half the greatest gain takes more than one action.
        #expect(bound >= goal + (1 << 40) / 10)
        guard
            case .feasible(let rich, let most) = try problem.greatestGain(
                budget: goal, limits: PlanLimits(states: 10_000))
        else {
            Issue.record("ten thousand states settle nothing here")
            return
        }
        #expect(rich.isTrue(of: groups) && rich.cost <= goal && most >= rich.gain && most <= goal)
    }
}
