@testable import Optimization
import Testing

@testable import plan_bench

@Suite struct ChoiceFrontierTests {
    @Test func holdsExactlyTheUnbeatenPlans() throws {
        for (index, sample) in ChoiceEnumeration.samples(240).enumerated() {
            let frontier = try ChoiceProblem(groups: sample.groups).frontier()
            #expect(Set(frontier.points.map { [$0.cost, $0.gain] }) == sample.frontier, "sample \(index)")
            #expect(frontier.points.map(\.cost) == frontier.points.map(\.cost).sorted())
            for point in frontier.points.indices {
                let plan = frontier.plan(at: point)
                #expect(plan.isTrue(of: sample.groups))
                #expect(plan.cost == frontier.points[point].cost && plan.gain == frontier.points[point].gain)
            }
        }
    }

    @Test(arguments: ChoiceInstance.allCases) func agreesWithBudgetsAndGoals(kind: ChoiceInstance) throws {
        let problem = try ChoiceProblem(groups: kind.groups(seed: 5, groups: 20, options: 5, range: 100))
        let frontier = try problem.frontier()
        for index in stride(from: 0, to: frontier.points.count, by: max(frontier.points.count / 40, 1)) {
            let point = frontier.points[index]
            let forBudget = try problem.greatestGain(budget: point.cost)
            #expect(forBudget.plan?.gain == point.gain && forBudget.plan?.cost == point.cost)
            let forGoal = try problem.leastCost(goal: point.gain)
            #expect(forGoal.plan?.gain == point.gain && forGoal.plan?.cost == point.cost)
            #expect(frontier.cheapest(reaching: point.gain) == index)
            #expect(frontier.richest(within: point.cost) == index)
        }
        #expect(frontier.cheapest(reaching: problem.greatestPlan.gain + 1) == nil)
    }

    @Test func refusesMorePointsThanAllowed() throws {
        // 2³⁰ subsets with different sums, cost and gain equal: all of them undominated.
        let groups = (0..<30).map { [ChoiceOption(cost: 0, gain: 0), ChoiceOption(cost: 1 << $0, gain: 1 << $0)] }
        let problem = try ChoiceProblem(groups: groups)
        #expect(throws: PlanError.tooManyPoints(limit: 5_000)) { _ = try problem.frontier(limit: 5_000) }
    }
}
