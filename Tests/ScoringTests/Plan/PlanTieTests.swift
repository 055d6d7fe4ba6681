import Optimization
import Scoring
import Testing
import Values

/// Plans for a place with tied indices, computed by hand: two fields of ten points, the second breaks ties.
@Suite struct PlanTieTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The figures of the unit that plans, and of the other one, in percent.
        var own: [FixedDecimal?] = [50, 30]
        var other: [FixedDecimal?] = [60, 40]
        var ties = "standard"
        var place = 1
        /// Codes of the available actions.
        var actions: [String]
        /// The codes of the plan; nil when the place cannot be reached.
        var plan: [String]?
        /// The minimum points, and how many are enough whatever breaks ties.
        var needed: PointsNeeded = .atLeast(10, sure: FixedDecimal(mantissa: 10_000_100))
    }

    /// The figure that each action leads to, and its cost.
    private static let actions: [String: (metric: String, value: FixedDecimal, cost: FixedDecimal)] = [
        // 7 + 3 = 10 points like the other, but 3 to 4 in the tie-breaker.
        "level": ("1.1", 70, 1),
        // 5 + 5 = 10 points, and 5 to 4.
        "winning": ("2.1", 50, 2),
        // 7.1 + 3 = 10.1.
        "above": ("1.1", 71, 3),
        "full": ("1.1", 100, 1), "reported": ("2.1", 1, 5),
    ]

    private static let level = PointsNeeded.atLeast(10, sure: 10)

    static let cases: [Case] = [
        Case(
            testDescription: "the cheapest that wins the tie", actions: ["level", "winning", "above"], plan: ["winning"]
        ),
        Case(testDescription: "a lost tie is not won", actions: ["level", "above"], plan: ["above"]),
        Case(testDescription: "nothing but a lost tie is impossible", actions: ["level"], plan: nil),
        Case(
            testDescription: "who has points there comes before who has none", other: [100, nil], actions: ["level"],
            plan: ["level"], needed: level),
        Case(
            testDescription: "no points there come after zero points", own: [50, nil], other: [100, 0],
            actions: ["full"], plan: nil),
        Case(
            testDescription: "equal by everything is enough for the first place", own: [50, 40],
            other: [70, 40], actions: ["level"], plan: ["level"],
            needed: .atLeast(11, sure: FixedDecimal(mantissa: 11_000_100))),
        Case(
            testDescription: "where the mean of tied places is given, a shared first place is none", own: [50, 40],
            other: [70, 40], ties: "average", actions: ["level"], plan: nil,
            needed: .atLeast(11, sure: FixedDecimal(mantissa: 11_000_100))),
        Case(testDescription: "the last place asks for no points", place: 2, actions: [], plan: [], needed: .any),
    ]

    private func result(_ item: Case, tieBreakers: String = #"["2"]"#, coverage: Int = 50) throws -> PlanResult {
        let scores = try RankSample.scores(
            maxima: [10, 10], [item.own, item.other],
            ranking: #"{"ties": "\#(item.ties)", "minimumCoverage": \#(coverage), "tieBreakers": \#(tieBreakers)}"#)
        let actions = try item.actions.map { code in
            let action = try #require(Self.actions[code])
            return PlannedAction(
                code: code, name: "", cost: action.cost, effects: [.init(action.metric, .set(action.value))])
        }
        return try Planner(scores, unit: 0, actions: actions).plan(.rank(item.place))
    }

    @Test(arguments: cases)
    func theTieDecides(_ item: Case) throws {
        let result = try result(item)
        #expect(result.plans.first.map { $0.actions.map(\.code) } == item.plan)
        #expect(result.status == (item.plan == nil ? .infeasible : .optimal))
        #expect(result.needed == item.needed)
    }

    @Test func withoutTieBreakersALevelIndexIsEnough() throws {
        let result = try result(
            Case(testDescription: "", actions: ["level"], plan: nil), tieBreakers: "[]")
        #expect(result.plans.first?.actions.map(\.code) == ["level"] && result.needed == Self.level)
    }

    /// Ten of twenty points are scored; with eighty percent required, points alone give no place.
    @Test func whoIsNotRankedNeedsMoreScored() throws {
        let item = Case(testDescription: "", own: [50, nil], other: [40, 20], actions: [], plan: nil)
        func plan(_ actions: [String]) throws -> PlanResult {
            var item = item
            item.actions = actions
            return try result(item, coverage: 80)
        }
        let hopeless = try plan(["full"])
        #expect(hopeless.status == .infeasible && hopeless.richest?.after.total.points == 10)
        // 5 + 0.1 points are not enough, 10 + 0.1 are.
        let both = try plan(["full", "reported"])
        #expect(both.status == .optimal && both.plans.first?.actions.map(\.code) == ["full", "reported"])
        #expect(try plan(["reported"]).status == .infeasible)
    }
}
