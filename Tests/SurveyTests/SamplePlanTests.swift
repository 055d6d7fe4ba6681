import Testing
import Values

@testable import Survey

/// Samples for publication. Expected numbers were worked out by hand with z = 1.9599640 (95 %) and 1.6448536 (90 %).
@Suite struct SamplePlanTests {
    private static func number(_ text: String) -> FixedDecimal { (try? FixedDecimal(text)) ?? 0 }

    private static func aim(
        _ margin: String = "0.05", confidence: String = "0.95", share: String = "0.5", response: String = "1",
        effect: String = "1"
    ) -> SamplePlan.Aim {
        SamplePlan.Aim(
            margin: number(margin), confidence: number(confidence), share: number(share), response: number(response),
            designEffect: number(effect))
    }

    private static func strata(_ populations: [Int], shares: [String] = [], domains: [String] = []) -> [SampleStratum] {
        populations.enumerated().map { index, population in
            var stratum = SampleStratum(name: "S\(index + 1)", population: population)
            if !shares.isEmpty { stratum.share = number(shares[index]) }
            if !domains.isEmpty { stratum.domain = domains[index] }
            return stratum
        }
    }

    private static func plan(
        _ strata: [SampleStratum], _ aim: SamplePlan.Aim = aim(), _ allocation: SamplePlan.Allocation = .proportional,
        _ precision: SamplePlan.Precision = .whole, minimum: Int = 1
    ) -> SamplePlan {
        SamplePlan(strata, aim: aim, allocation: allocation, precision: precision, minimum: minimum)
    }

    /// 384.1459 × D; ÷ (1 + that ÷ N), up; ÷ response, up.
    @Test(arguments: [
        // N, D, response, answers, visits
        (1_000_000, "1", "1", 384, 384), (1000, "1", "1", 278, 278), (1000, "1.5", "1", 366, 366),
        (1000, "1.5", "0.8", 366, 458), (100, "2", "0.9", 89, 99), (1, "1", "1", 1, 1),
    ])
    func theEffectComesBeforeTheFiniteCorrection(
        population: Int, effect: String, response: String, people: Int, visits: Int
    ) {
        let total = Self.plan(Self.strata([population]), Self.aim(response: response, effect: effect)).total
        #expect(total.people == people && total.visits == visits)
    }

    /// 1.6448536² × 0.1 × 0.9 ÷ 0.03² = 270.554; of 5000 people 256.67.
    @Test func confidenceAndExpectedShare() {
        let total = Self.plan(Self.strata([5000]), Self.aim("0.03", confidence: "0.9", share: "0.1")).total
        #expect(total.people == 257)
        // 1.6448536 × √(0.09 × (1/257 − 1/5000)) = 0.0299794
        #expect(abs(total.margin - 0.0299794) < 5e-8)
    }

    /// Of 278 answers for 1000 people.
    @Test(arguments: [
        (SamplePlan.Allocation.proportional, 1, [167, 111]), (.equal, 1, [139, 139]), (.minimum, 120, [158, 120]),
        (.minimum, 200, [200, 200]), (.neyman, 1, [167, 111]),
    ])
    func allocations(allocation: SamplePlan.Allocation, minimum: Int, people: [Int]) {
        let plan = Self.plan(Self.strata([600, 400]), Self.aim(), allocation, minimum: minimum)
        #expect(plan.strata.map(\.people) == people)
    }

    /// Standard deviations 0.5 and 0.3: 600 × 0.5 to 400 × 0.3 is five to two; p̄ = 0.34 gives 344.81 ÷ 1.34481 = 256.4.
    @Test func neymanAsksWhereSharesDiffer() {
        let plan = Self.plan(Self.strata([600, 400], shares: ["0.5", "0.1"]), Self.aim(), .neyman)
        #expect(plan.total.people == 257)
        #expect(plan.strata.map(\.people) == [184, 73])
    }

    /// What a small stratum has no people for goes to the others: a third of 278 is 93, and there are 20.
    @Test func noStratumGetsMoreThanItHas() {
        let plan = Self.plan(Self.strata([20, 400, 580]), Self.aim(), .equal)
        #expect(plan.strata.map(\.people) == [20, 129, 129])
    }

    /// Each domain has the margin: 600 people need 235 (384.1459 ÷ 1.6402432 = 234.2), 400 need 196 (÷ 1.9603648 = 195.96).
    @Test func everyDomainHasItsMargin() {
        let strata = Self.strata([300, 400, 300], domains: ["A", "B", "A"])
        let plan = Self.plan(strata, Self.aim(), .proportional, .domain)
        #expect(plan.domains.map(\.domain) == ["A", "B"])
        #expect(plan.domains.map(\.people) == [235, 196])
        #expect(plan.strata.map(\.stratum) == ["S1", "S3", "S2"])
        #expect(plan.strata.map(\.people) == [118, 117, 196])
        #expect(plan.total.people == 431)
        #expect(plan.domains.allSatisfy { $0.margin <= 0.05 })
        // 1.959964 × √(0.25 × (1/118 − 1/300)) = 0.0702671
        #expect(abs(plan.strata[0].margin - 0.0702671) < 5e-7)
    }

    @Test func everyStratumHasItsMargin() {
        let plan = Self.plan(Self.strata([600, 400]), Self.aim(), .proportional, .stratum)
        #expect(plan.strata.map(\.people) == [235, 196])
        #expect(plan.strata.allSatisfy { $0.margin <= 0.05 })
    }

    /// Of 384 answers for a million people, ten people are worth none: they get one, and it is said.
    @Test func noStratumIsLeftOutInSilence() {
        let plan = Self.plan(Self.strata([999_990, 10]))
        #expect(plan.strata.map(\.people) == [384, 1])
        #expect(plan.raised == ["S2"])
        #expect(plan.total.people == 385)
    }

    @Test func everyoneIsAskedWhereAllAreNeeded() {
        let plan = Self.plan(Self.strata([30]), Self.aim("0.001"))
        #expect(plan.total.people == 30 && plan.total.margin == 0)
    }
}
