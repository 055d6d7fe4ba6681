import Testing

@testable import Optimization

/// Costs, and gains, may add up to 2⁶⁰ = 1,152,921,504,606,846,976 and to no more.
struct GreatestTotalTests {
    private static let limit: Int64 = 1_152_921_504_606_846_976

    /// Parts that come to the limit, and to one more.
    static let parts: [(parts: [Int64], isAllowed: Bool)] = [
        ([limit], true), ([limit + 1], false), ([limit - 1, 1], true), ([1, limit], false), ([limit, 0, 0], true),
        ([576_460_752_303_423_488, 576_460_752_303_423_488], true),
        ([576_460_752_303_423_488, 576_460_752_303_423_489], false), ([.max], false),
    ]

    /// Whether a problem may be made of the parts.
    private func isAllowed(_ problem: () throws(PlanFault) -> Void) -> Bool {
        do throws(PlanFault) {
            try problem()
            return true
        } catch {
            #expect(error == .totalTooLarge)
            return false
        }
    }

    @Test(arguments: parts) func ofGroups(parts: [Int64], isAllowed: Bool) {
        func groups(_ option: (Int64) -> ChoiceOption) -> [[ChoiceOption]] {
            // Of a group only the dearest option, and the one with the greatest gain, count.
            parts.map { [ChoiceOption(cost: 0, gain: 0), option($0)] }
        }
        let costs = self.isAllowed { () throws(PlanFault) in
            let problem = try ChoiceProblem(groups: groups { ChoiceOption(cost: $0, gain: 1) })
            // The whole gain costs everything.
            #expect(try problem.leastCost(goal: Int64(parts.count)).plan?.cost == Self.limit)
        }
        #expect(costs == isAllowed)
        let gains = self.isAllowed { () throws(PlanFault) in
            let problem = try ChoiceProblem(groups: groups { ChoiceOption(cost: 1, gain: $0) })
            #expect(try problem.greatestGain(budget: Int64(parts.count)).plan?.gain == Self.limit)
        }
        #expect(gains == isAllowed)
    }

    @Test(arguments: parts) func ofActions(parts: [Int64], isAllowed: Bool) {
        func problem(_ costs: [Int64], _ gains: [Int64]) throws(PlanFault) -> ActionProblem {
            try ActionProblem(
                actions: costs.map { ActionProblem.Action(cost: $0) },
                criteria: gains.enumerated().map {
                    .init(rule: .bestOf, effects: [.init(action: $0.offset, gain: $0.element)])
                })
        }
        let ones = parts.map { _ in Int64(1) }
        let costs = self.isAllowed { () throws(PlanFault) in
            #expect(try problem(parts, ones).leastCost(goal: Int64(parts.count)).plan?.cost == Self.limit)
        }
        #expect(costs == isAllowed)
        let gains = self.isAllowed { () throws(PlanFault) in
            #expect(try problem(ones, parts).greatestGain(budget: Int64(parts.count)).plan?.gain == Self.limit)
        }
        #expect(gains == isAllowed)
    }
}
