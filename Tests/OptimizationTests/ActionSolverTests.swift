import Testing

@testable import Optimization
@testable import plan_bench

@Suite struct ActionSolverTests {
    struct Instance: Decodable {
        let seed: UInt64
        let criteria: Int
        let actions: Int
        let range: Int64
        let form: SolvedForm
        let bound: Int64
        /// Nil when there is no plan.
        let cost: Int64?
        let gain: Int64?
    }

    @Test func agreesWithOtherSolvers() throws {
        let instances = try SolvedInstances<Instance>.read("actions.json")
        #expect(instances.count >= 50)
        for instance in instances {
            let problem = try ActionInstance.problem(
                seed: instance.seed, criteria: instance.criteria, actions: instance.actions, range: instance.range)
            let outcome =
                switch instance.form {
                case .goal: try problem.leastCost(goal: instance.bound)
                case .budget: try problem.greatestGain(budget: instance.bound)
                }
            #expect(outcome.isProven)
            #expect(outcome.plan?.cost == instance.cost && outcome.plan?.gain == instance.gain, "\(instance)")
            #expect(outcome.plan?.isTrue(of: problem) != false)
        }
    }
}
