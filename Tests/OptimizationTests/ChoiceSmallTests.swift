@testable import Optimization
import Testing

@testable import plan_bench

@Suite struct ChoiceSmallTests {
    @Test func leastCostAgreesWithEveryPlan() throws {
        for (index, sample) in ChoiceEnumeration.samples(600).enumerated() {
            let problem = try ChoiceProblem(groups: sample.groups)
            let greatest = sample.plans.map(\.gain).max() ?? 0
            for part in 0...10 {
                let goal = greatest / 9 * Int64(part)
                let outcome = try problem.leastCost(goal: goal)
                #expect(outcome.isProven)
                #expect(
                    outcome.plan.map { [$0.cost, -$0.gain] } == sample.leastCost(goal: goal), "sample \(index), \(goal)"
                )
                #expect(outcome.plan?.isTrue(of: sample.groups) != false)
            }
        }
    }

    @Test func greatestGainAgreesWithEveryPlan() throws {
        for (index, sample) in ChoiceEnumeration.samples(600).enumerated() {
            let problem = try ChoiceProblem(groups: sample.groups)
            let dearest = sample.plans.map(\.cost).max() ?? 0
            for part in 0...10 {
                let budget = dearest / 9 * Int64(part)
                let outcome = try problem.greatestGain(budget: budget)
                #expect(outcome.isProven)
                #expect(
                    outcome.plan.map { [-$0.gain, $0.cost] } == sample.greatestGain(budget: budget),
                    "sample \(index), \(budget)")
                #expect(outcome.plan?.isTrue(of: sample.groups) != false)
            }
        }
    }
}
