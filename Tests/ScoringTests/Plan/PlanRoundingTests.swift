import Optimization
import Testing
import Values

@testable import Scoring

/// Plans where sums are rounded, worked out by hand: what is told of goals, of further plans and of equal ones.
@Suite struct PlanRoundingTests {
    private func action(
        _ code: String, _ cost: FixedDecimal, _ effects: [(metric: String, value: FixedDecimal)]
    ) -> PlannedAction {
        PlannedAction(
            code: code, name: "", cost: cost, effects: effects.map { .init($0.metric, .set($0.value)) })
    }

    private func codes(_ plans: [Plan]) -> [[String]] { plans.map { $0.actions.map(\.code) } }

    // MARK: Goals between two steps

    struct Goal: Sendable {
        var wanted: String
        /// The points given to the second field; nil for those of its figures.
        var given: String?
        var needed: String
        /// The points of the plan.
        var points: String
    }

    /// Whole points by field: 4.5 are 5, and 5.5 are 6 with the action; the second field's are 1 or as given.
    @Test(arguments: [
        Goal(wanted: "6.5", given: "1.5", needed: "6.5", points: "6.5"),
        Goal(wanted: "6.4", given: "1.5", needed: "6.4", points: "6.5"),
        Goal(wanted: "6.6", given: "1.5", needed: "6.6", points: "7.5"),
        // With whole points everywhere a goal between two totals needs the greater one.
        Goal(wanted: "5.5", given: nil, needed: "6", points: "6"),
        Goal(wanted: "6.5", given: "2", needed: "7", points: "7"),
    ])
    func whatAGoalNeedsIsNoMoreThanAPlanHas(_ item: Goal) throws {
        let computed = try RankSample.scores(maxima: [10, 3], [[45, 33]], digits: 0, stage: "field")
        #expect(computed[0].total.points == 6)
        let field = try #require(computed.criteria.set.index(of: "2"))
        let given = try item.given.map {
            GivenPoints(unit: 0, node: field, stage: 0, points: try FixedDecimal($0))
        }
        let scores = computed.points(at: 0, given: given.map { [$0] } ?? [])
        let planner = try Planner(scores, unit: 0, actions: [action("A", 1, [("1.1", 55)])])
        let result = try planner.plan(.points(try FixedDecimal(item.wanted)))
        #expect(result.status == .optimal)
        #expect(result.neededPoints?.description == item.needed)
        #expect(result.plans.first?.after.total.points.description == item.points)
    }

    /// 7.5 of 7.5 is not rounded to 8, so totals are not whole.
    @Test func aMaximumBetweenTwoStepsIsATotal() throws {
        let nodes = try [
            #"{"code": "1", "name": "x", "maximum": 7.5}"#,
            #"""
            {"code": "1.1", "maximum": 7.5, "metrics": [{"kind": "percent", "direction": "higher"}],
             "rule": {"kind": "proportional"}}
            """#,
        ].map(JSONNode.parse)
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "halfAwayFromZero", "digits": 0, "stage": "field"},
             "index": {"mode": "halfAwayFromZero", "digits": 2}}}
            """)
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes, edition: edition)), year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        figures[0, 0] = .value(80)
        let scores = try criteria.score(figures, units: [ScoredUnit(code: "a", level: "commune")])
        #expect(scores[0].total.points == 6)
        let planner = try Planner(scores, unit: 0, actions: [action("A", 1, [("1.1", 100)])])
        let wanted = try FixedDecimal("7.2")
        let result = try planner.plan(.points(wanted))
        #expect(result.neededPoints == wanted)
        #expect(result.plans.first?.after.total.points.description == "7.5")
        #expect(try planner.plan(.points(8)).status == .infeasible)
    }

    // MARK: Further and equal plans

    /// Whole points: 5 + 5 = 10. A makes them 11. B makes 5.2 of the second five, which is 10 as without it, for 4.
    @Test func furtherPlansWasteNothing() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, 50]], digits: 0, stage: "total")
        let planner = try Planner(
            scores, unit: 0, actions: [action("A", 5, [("1.1", 60)]), action("B", 4, [("2.1", 52)])],
            conditions: PlanConditions(count: 3))
        let result = try planner.plan(.budget(5))
        #expect(codes(result.plans) == [["A"], []] && result.areFurtherProven)
        #expect(result.plans.map(\.cost) == [5, 0])
    }

    /// One third and two thirds of ten are 10 exactly; as two sums of whole millionths they are more, and would be
    /// rounded up to 10.1. So X, the cheapest, does not reach 10.1; Y and Z do, each for 2 and with 11 points.
    @Test func aPromiseThatIsNotKeptHidesNothing() throws {
        let parts = [10, 10, 11, 11].enumerated().map { index, maximum in
            """
            {"code": "1.\(index + 1)", "maximum": \(maximum),
             "metrics": [{"kind": "percent", "direction": "higher", "ratio": {"numerator": "x", "denominator": "y"}}],
             "rule": {"kind": "proportional"}}
            """
        }
        let nodes = try ([#"{"code": "1", "name": "x", "maximum": 42}"#] + parts).map(JSONNode.parse)
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "up", "digits": 1, "stage": "field"},
             "index": {"mode": "halfAwayFromZero", "digits": 2}}}
            """)
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes, edition: edition)), year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        for leaf in 0..<4 { figures[0, leaf] = .ratio(numerator: 0, denominator: 3) }
        let scores = try criteria.score(figures, units: [ScoredUnit(code: "a", level: "commune")])
        let actions = [
            PlannedAction(
                code: "X", name: "", cost: 1, effects: [.init("1.1", .numerator(1)), .init("1.2", .numerator(2))]),
            PlannedAction(code: "Y", name: "", cost: 2, effects: [.init("1.3", .numerator(3))]),
            PlannedAction(code: "Z", name: "", cost: 2, effects: [.init("1.4", .numerator(3))]),
        ]
        let planner = try Planner(scores, unit: 0, actions: actions, conditions: PlanConditions(count: 3))
        let result = try planner.plan(.points(try FixedDecimal("10.1")))
        #expect(result.status == .optimal && codes(result.plans) == [["Y"], ["Z"]] && result.areFurtherProven)
        #expect(result.plans.map(\.after.total.points) == [11, 11])
        #expect(result.equal.map { codes([$0]) } == [["Z"]])
    }

    /// 10 points; A makes them 11. F is free and would make them 11.2, which is 11 as well.
    @Test func whatIsFreeAndOfNoUseIsLeftOut() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, 50]], digits: 0, stage: "total")
        let actions = [action("A", 1, [("1.1", 60)]), action("F", 0, [("2.1", 52)])]
        let planner = try Planner(scores, unit: 0, actions: actions)
        for goal in [PlanGoal.points(11), .budget(3)] {
            #expect(codes(try planner.plan(goal).plans) == [["A"]])
        }
        // 6.3 + 5 is 11.3, which is 11; with 0.2 more it is 11.5, which is 12.
        var useful = actions
        useful[0] = action("A", 1, [("1.1", 63)])
        #expect(codes(try Planner(scores, unit: 0, actions: useful).plan(.budget(3)).plans) == [["A", "F"]])
    }

    // MARK: Bounds

    /// Without time the bound is no more than the maximum, whatever rounding could add to it.
    @Test(arguments: ["leaf", "field", "total"])
    func aBoundIsWithinTheMaximum(stage: String) throws {
        let scores = try RankSample.scores(
            maxima: [10, 10, 10, 10], [[50, 50, 50, 50]], digits: 0, stage: stage)
        let actions: [PlannedAction] = (1...8).map { number in
            let values = (1...4).map { leaf in
                (metric: "\(leaf).1", value: FixedDecimal(mantissa: Int64(number * leaf % 7 * 7 + 51) * 1_000_000))
            }
            return action("A\(number)", FixedDecimal(mantissa: Int64(number) * 1_000_000), values)
        }
        let planner = try Planner(
            scores, unit: 0, actions: actions, conditions: PlanConditions(), outcomes: OutcomeLimits(outcomes: 0),
            isOver: { true })
        let result = try planner.plan(.budget(36))
        #expect(try #require(result.bound) <= 40)
    }
}
