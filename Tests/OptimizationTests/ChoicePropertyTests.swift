@testable import Optimization
import ScoreNumerics
import Testing

@testable import plan_bench

@Suite struct ChoicePropertyTests {
    @Test(arguments: ChoiceInstance.allCases) func noRandomPlanBeatsTheBest(kind: ChoiceInstance) throws {
        var random = SeededRandom(seed: 11)
        for seed in 0..<6 as Range<UInt64> {
            let groups = kind.groups(seed: seed, groups: 25, options: 5, range: 100)
            let problem = try ChoiceProblem(groups: groups)
            for _ in 0..<8 {
                let options = groups.map { Int(random.remainder(below: Int64($0.count))) }
                let cost = zip(groups, options).reduce(0) { $0 + $1.0[$1.1].cost }
                let gain = zip(groups, options).reduce(0) { $0 + $1.0[$1.1].gain }
                let cheapest = try #require(try problem.leastCost(goal: gain).plan)
                #expect(cheapest.cost <= cost && cheapest.gain >= gain)
                let richest = try #require(try problem.greatestGain(budget: cost).plan)
                #expect(richest.gain >= gain && richest.cost <= cost)
            }
        }
    }

    @Test(arguments: ChoiceInstance.allCases) func anotherOptionNeverCostsMore(kind: ChoiceInstance) throws {
        var random = SeededRandom(seed: 12)
        for seed in 0..<10 as Range<UInt64> {
            var groups = kind.groups(seed: seed, groups: 25, options: 4, range: 100)
            let before = try ChoiceProblem(groups: groups)
            let goal = before.greatestPlan.gain / 10 * Int64(1 + seed % 9)
            let cost = try #require(try before.leastCost(goal: goal).plan).cost
            groups[Int(random.remainder(below: 25))].append(
                .init(cost: random.remainder(below: 100), gain: random.remainder(below: 100)))
            #expect(try #require(try ChoiceProblem(groups: groups).leastCost(goal: goal).plan).cost <= cost)
        }
    }
}
