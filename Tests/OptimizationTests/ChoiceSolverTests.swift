import Testing

@testable import Optimization
@testable import plan_bench

@Suite struct ChoiceSolverTests {
    struct Instance: Decodable {
        let kind: String
        let seed: UInt64
        let groups: Int
        let range: Int64
        let form: SolvedForm
        let bound: Int64
        let cost: Int64
        let gain: Int64
    }

    @Test func agreesWithOtherSolvers() throws {
        let instances = try SolvedInstances<Instance>.read("choices.json")
        #expect(instances.count >= 100)
        for instance in instances {
            let kind = try #require(ChoiceInstance(rawValue: instance.kind))
            let groups = kind.groups(seed: instance.seed, groups: instance.groups, options: 6, range: instance.range)
            let problem = try ChoiceProblem(groups: groups)
            let outcome =
                switch instance.form {
                case .goal: try problem.leastCost(goal: instance.bound)
                case .budget: try problem.greatestGain(budget: instance.bound)
                }
            guard case .optimal(let plan) = outcome else {
                Issue.record("\(instance) has a plan")
                continue
            }
            #expect(plan.cost == instance.cost && plan.gain == instance.gain, "\(instance)")
            #expect(plan.isTrue(of: groups))
        }
    }
}
