import Testing

@testable import Optimization

/// The total of all costs, and of all gains, may be 2⁶⁰ and not one more: 1,152,921,504,606,846,976.
@Suite struct GreatestTotalTests {
    static let limit: Int64 = 1_152_921_504_606_846_976

    @Test(arguments: [[limit], [limit - 1, 1], [0, limit], [limit / 2, limit / 2]])
    func theLimitItselfIsHeld(amounts: [Int64]) throws {
        var total = CheckedTotal()
        for amount in amounts { try total.add(amount) }
        #expect(total.value == Self.limit)
        try build(amounts)
    }

    @Test(arguments: [[limit + 1], [limit, 1], [1, limit], [limit / 2 + 1, limit / 2], [.max], [.max, .max]])
    func oneMoreIsRefused(amounts: [Int64]) {
        #expect(throws: PlanError.totalTooLarge) {
            var total = CheckedTotal()
            for amount in amounts { try total.add(amount) }
        }
        #expect(throws: PlanError.totalTooLarge) { try choice(amounts.map { .init(cost: $0, gain: 0) }) }
        #expect(throws: PlanError.totalTooLarge) { try choice(amounts.map { .init(cost: 0, gain: $0) }) }
        #expect(throws: PlanError.totalTooLarge) { try actions(costs: amounts, gains: []) }
        #expect(throws: PlanError.totalTooLarge) { try actions(costs: [], gains: amounts) }
    }

    private func build(_ amounts: [Int64]) throws {
        try choice(amounts.map { .init(cost: $0, gain: 0) })
        try choice(amounts.map { .init(cost: 0, gain: $0) })
        try actions(costs: amounts, gains: [])
        try actions(costs: [], gains: amounts)
    }

    /// One group per option.
    private func choice(_ options: [ChoiceOption]) throws { _ = try ChoiceProblem(groups: options.map { [$0] }) }

    /// One action per cost, and one criterion per gain.
    private func actions(costs: [Int64], gains: [Int64]) throws {
        _ = try ActionProblem(
            actions: [.init(cost: 0)] + costs.map { .init(cost: $0) },
            criteria: gains.map { .init(rule: .bestOf, effects: [.init(action: 0, gain: $0)]) })
    }
}
