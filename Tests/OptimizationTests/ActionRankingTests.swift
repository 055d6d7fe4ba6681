import Testing

@testable import Optimization

@Suite struct ActionRankingTests {
    @Test(arguments: [1, 2, 3, 6]) func ranksAsEveryPlanDoes(count: Int) throws {
        for (index, sample) in ActionEnumeration.samples.enumerated() {
            let goal = (sample.plans.map(\.gain).max() ?? 0) / 2
            let ranked = try sample.problem.best(count, goal: goal)
            #expect(ranked.isProven)
            #expect(
                ranked.plans.map { [$0.cost, -$0.gain, Int64($0.actions.count)] }
                    == Array(sample.ranking(goal: goal).prefix(count)), "sample \(index)")
            #expect(Set(ranked.plans.map(\.actions)).count == ranked.plans.count)
            #expect(ranked.plans.allSatisfy { $0.isTrue(of: sample.problem) && $0.gain >= goal })
        }
    }
}
