import Testing

@testable import Optimization
@testable import plan_bench

@Suite struct ActionHostileTests {
    @Test func nothingToDoGainsNothing() throws {
        let problem = try ActionProblem(actions: [], criteria: [])
        let nothing = ActionPlan(cost: 0, gain: 0, actions: [], criterionGains: [])
        #expect(try problem.leastCost(goal: 0).plan == nothing)
        #expect(try problem.greatestGain(budget: 0).plan == nothing)
        guard case .infeasible(let nearest) = try problem.leastCost(goal: 1) else {
            Issue.record("nothing reaches 1")
            return
        }
        #expect(nearest == nothing)
    }

    @Test func unreachableGoalTellsTheGreatestGain() throws {
        // Best of 5 and 3 is 5; 4 and 4 with a cap of 6 is 6: 11 in total, and the action of 3 is not needed for it.
        let problem = try ActionProblem(
            actions: [.init(cost: 7), .init(cost: 1), .init(cost: 2), .init(cost: 3)],
            criteria: [
                .init(rule: .bestOf, effects: [.init(action: 0, gain: 5), .init(action: 1, gain: 3)]),
                .init(rule: .sum(cap: 6), effects: [.init(action: 2, gain: 4), .init(action: 3, gain: 4)]),
            ])
        guard case .infeasible(let nearest) = try problem.leastCost(goal: 12) else {
            Issue.record("12 is more than 11")
            return
        }
        #expect(nearest == ActionPlan(cost: 12, gain: 11, actions: [0, 2, 3], criterionGains: [5, 6]))
    }

    @Test func contradictoryConditionsHaveNoPlan() throws {
        let problem = try ActionProblem(
            actions: [.init(cost: 1, requirement: .mustDo, needs: [1]), .init(cost: 1, requirement: .mustNotDo)],
            criteria: []
        )
        guard case .infeasible(nil) = try problem.leastCost(goal: 0) else {
            Issue.record("what must be done needs what must not")
            return
        }
        guard case .infeasible(nil) = try problem.greatestGain(budget: 9) else {
            Issue.record("what must be done needs what must not")
            return
        }
    }

    @Test func refusesWhatMakesNoSense() throws {
        let action = ActionProblem.Action(cost: 1)
        func criteria(_ action: Int, _ gain: Int64) -> [ActionProblem.Criterion] {
            [.init(rule: .bestOf, effects: [.init(action: action, gain: gain)])]
        }
        #expect(throws: PlanError.negativeAction(0)) { try ActionProblem(actions: [.init(cost: -1)], criteria: []) }
        #expect(throws: PlanError.unknownAction(1)) { try ActionProblem(actions: [action], criteria: criteria(1, 0)) }
        #expect(throws: PlanError.unknownAction(-1)) {
            try ActionProblem(actions: [.init(cost: 0, needs: [-1])], criteria: [])
        }
        #expect(throws: PlanError.unknownAction(4)) {
            try ActionProblem(actions: [action], criteria: [], exclusions: [[0, 4]])
        }
        #expect(throws: PlanError.negativeGain(0)) { try ActionProblem(actions: [action], criteria: criteria(0, -2)) }
        #expect(throws: PlanError.negativeGain(0)) {
            try ActionProblem(actions: [], criteria: [.init(rule: .sum(cap: -1), effects: [])])
        }
        #expect(throws: PlanError.unknownCriterion(0)) {
            try ActionProblem(actions: [], criteria: [], floors: [.init(criteria: [0], gain: 1)])
        }
        #expect(throws: PlanError.negativeFloor(0)) {
            try ActionProblem(actions: [], criteria: [], floors: [.init(criteria: [], gain: -1)])
        }
        #expect(throws: PlanError.totalTooLarge) { try ActionProblem(actions: [.init(cost: .max)], criteria: []) }
        let problem = try ActionProblem(actions: [action], criteria: [])
        #expect(throws: PlanError.negativeGoal) { try problem.leastCost(goal: -1) }
        #expect(throws: PlanError.negativeBudget) { try problem.greatestGain(budget: -1) }
    }

    @Test func greatestNumbersStayExact() throws {
        let half = PlanLimits.greatestTotal / 2
        let problem = try ActionProblem(
            actions: [.init(cost: half), .init(cost: half - 1)],
            criteria: [
                .init(rule: .bestOf, effects: [.init(action: 0, gain: half), .init(action: 1, gain: half - 1)])
            ])
        #expect(try problem.leastCost(goal: half).plan?.actions == [0])
        #expect(try problem.leastCost(goal: half - 1).plan?.actions == [1])
        #expect(try problem.greatestGain(budget: half - 1).plan?.actions == [1])
        #expect(try problem.greatestGain(budget: .max).plan?.actions == [0])
    }

    @Test func needsInACircleAreTakenTogether() throws {
        let problem = try ActionProblem(
            actions: [.init(cost: 1, needs: [1]), .init(cost: 2, needs: [2]), .init(cost: 4, needs: [0, 2])],
            criteria: [.init(rule: .bestOf, effects: [.init(action: 0, gain: 1)])])
        #expect(try problem.leastCost(goal: 1).plan?.actions == [0, 1, 2])
    }

    @Test func endsAtALimitWithAProvenBound() throws {
        let problem = try ActionInstance.problem(seed: 3, criteria: 30, actions: 60, range: 100_000)
        let goal = problem.criteria.reduce(0) { $0 + ActionInstance.ceiling(of: $1) } / 2
        let best = try #require(try problem.leastCost(goal: goal).plan)
        for nodes in 0..<12 {
            switch try problem.leastCost(goal: goal, limits: PlanLimits(nodes: nodes)) {
            case .optimal(let plan): #expect(plan.cost == best.cost)
            case .feasible(let plan, let bound):
                #expect(plan.isTrue(of: problem) && plan.gain >= goal && plan.cost >= best.cost && bound <= best.cost)
            case .unknown(let bound): #expect(bound <= best.cost)
            case .infeasible: Issue.record("there is a plan")
            }
        }
        guard case .unknown = try problem.leastCost(goal: goal, limits: PlanLimits(isOver: { true })) else {
            Issue.record("a search that is over at once knows nothing")
            return
        }
    }

    @Test func anotherActionNeverCostsMore() throws {
        for seed in 0..<12 as Range<UInt64> {
            let before = try ActionInstance.problem(seed: seed, criteria: 12, actions: 24, range: 500)
            let goal = before.criteria.reduce(0) { $0 + ActionInstance.ceiling(of: $1) } / 2
            guard let plan = try before.leastCost(goal: goal).plan else { continue }
            var criteria = before.criteria
            criteria[Int(seed)].effects.append(.init(action: 24, gain: 150))
            let after = try ActionProblem(
                actions: before.actions + [.init(cost: 20)], criteria: criteria, exclusions: before.exclusions,
                floors: before.floors)
            #expect(try #require(try after.leastCost(goal: goal).plan).cost <= plan.cost)
        }
    }
}
