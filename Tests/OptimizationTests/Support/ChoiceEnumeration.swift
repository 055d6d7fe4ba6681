@testable import Optimization
import ScoreNumerics

@testable import plan_bench

/// Every choice of one option per group, by brute force.
struct ChoiceEnumeration {
    let groups: [[ChoiceOption]]
    let plans: [ChoicePlan]

    init(_ groups: [[ChoiceOption]]) {
        self.groups = groups
        plans = groups.reduce([ChoicePlan(cost: 0, gain: 0, options: [])]) { plans, group in
            plans.flatMap { plan in
                group.indices.map {
                    ChoicePlan(
                        cost: plan.cost + group[$0].cost, gain: plan.gain + group[$0].gain, options: plan.options + [$0]
                    )
                }
            }
        }
    }

    func leastCost(goal: Int64) -> [Int64]? {
        plans.filter { $0.gain >= goal }.map { [$0.cost, -$0.gain] }.min { $0.lexicographicallyPrecedes($1) }
    }

    func greatestGain(budget: Int64) -> [Int64]? {
        plans.filter { $0.cost <= budget }.map { [-$0.gain, $0.cost] }.min { $0.lexicographicallyPrecedes($1) }
    }

    /// Cost and negative gain of all plans that reach the goal, the best first.
    func ranking(goal: Int64) -> [[Int64]] {
        plans.filter { $0.gain >= goal }.map { [$0.cost, -$0.gain] }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    var frontier: Set<[Int64]> {
        var greatest: Int64 = -1
        return Set(
            plans.map { [$0.cost, -$0.gain] }.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { point in
                guard -point[1] > greatest else { return nil }
                greatest = -point[1]
                return [point[0], -point[1]]
            })
    }

    /// Small problems of every kind, with ties, equal options, and occasionally without "do nothing".
    static func samples(_ count: Int) -> [ChoiceEnumeration] {
        var random = SeededRandom(seed: 77)
        return (0..<count).map { index in
            let kind = ChoiceInstance.allCases[index % 4]
            let range: Int64 = [3, 10, 40, 1_000_000][index / 4 % 4]
            var groups = kind.groups(
                seed: random.next(), groups: Int(random.remainder(below: 7)),
                options: 1 + Int(random.remainder(below: 4)), range: range)
            if random.remainder(below: 3) == 0 {
                for group in groups.indices where random.remainder(below: 2) == 0 && groups[group].count > 1 {
                    groups[group].removeFirst()
                }
            }
            if random.remainder(below: 4) == 0, let first = groups.first { groups.append(first + first) }
            return ChoiceEnumeration(groups)
        }
    }
}

extension ChoicePlan {
    /// Whether cost and gain match the options.
    func isTrue(of groups: [[ChoiceOption]]) -> Bool {
        options.count == groups.count
            && zip(groups, options).allSatisfy { $0.indices.contains($1) }
            && zip(groups, options).reduce(0) { $0 + $1.0[$1.1].cost } == cost
            && zip(groups, options).reduce(0) { $0 + $1.0[$1.1].gain } == gain
    }
}
