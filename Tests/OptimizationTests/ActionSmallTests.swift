import Testing

@testable import Optimization

@Suite struct ActionSmallTests {
    @Test func leastCostAgreesWithEveryPlan() throws {
        for (index, sample) in ActionEnumeration.samples.enumerated() {
            let greatest = sample.plans.map(\.gain).max()
            for part in 0...6 {
                let goal = (greatest ?? 0) / 5 * Int64(part)
                let outcome = try sample.problem.leastCost(goal: goal)
                #expect(outcome.isProven)
                #expect(
                    outcome.plan.map { [$0.cost, -$0.gain, Int64($0.actions.count)] } == sample.leastCost(goal: goal),
                    "sample \(index), goal \(goal)")
                #expect(outcome.plan?.isTrue(of: sample.problem) != false)
                if case .infeasible(let nearest) = outcome { #expect(nearest?.gain == greatest) }
            }
        }
    }

    @Test func greatestGainAgreesWithEveryPlan() throws {
        for (index, sample) in ActionEnumeration.samples.enumerated() {
            let dearest = sample.plans.map(\.cost).max() ?? 0
            for part in 0...6 {
                let budget = dearest / 5 * Int64(part)
                let outcome = try sample.problem.greatestGain(budget: budget)
                #expect(outcome.isProven)
                #expect(
                    outcome.plan.map { [-$0.gain, $0.cost, Int64($0.actions.count)] }
                        == sample.greatestGain(budget: budget),
                    "sample \(index), budget \(budget)")
                #expect(outcome.plan?.isTrue(of: sample.problem) != false)
                if case .infeasible(let nearest) = outcome { #expect(nearest?.cost == sample.plans.map(\.cost).min()) }
            }
        }
    }
}
