@testable import Optimization
import Testing

@Suite struct ChoiceRankingTests {
    @Test(arguments: [1, 2, 3, 7]) func ranksAsEveryPlanDoes(count: Int) throws {
        for (index, sample) in ChoiceEnumeration.samples(300).enumerated() {
            let goal = (sample.plans.map(\.gain).max() ?? 0) / 2
            let ranked = try ChoiceProblem(groups: sample.groups).best(count, goal: goal)
            #expect(ranked.isProven)
            #expect(
                ranked.plans.map { [$0.cost, -$0.gain] } == Array(sample.ranking(goal: goal).prefix(count)),
                "sample \(index)")
            #expect(Set(ranked.plans.map(\.options)).count == ranked.plans.count)
            #expect(ranked.plans.allSatisfy { $0.isTrue(of: sample.groups) })
        }
    }
}
