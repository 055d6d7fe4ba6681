import Optimization
import TestSupport
import Testing
import Values

@testable import Scoring

/// Criteria that depend on another one.
@Suite struct RequirementTests {
    /// 1.1: a share of 4 points. 1.2: 6 points for a yes, with at least 75 % at 1.1, else at most a sixth.
    private static let nodes = [
        ComparedSide.field("1", "10"), ComparedSide.share("1.1", "4"),
        ComparedSide.yesNo(
            "1.2", "6", extra: #", "requires": {"criterion": "1.1", "atLeast": 75, "otherwise": {"points": 1}}"#),
    ]

    private func scores(_ figures: [[String: Figure]]) throws -> ScoreTable {
        let set = try SampleEdition.read(SampleEdition.text(nodes: Self.nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, own) in figures.enumerated() { for (code, figure) in own { table[unit, code] = figure } }
        return try criteria.score(
            table, units: figures.indices.map { ScoredUnit(code: "\($0)", level: "commune", group: "x") })
    }

    private func half(_ numerator: FixedDecimal) -> Figure { .ratio(numerator: numerator, denominator: 100) }

    @Test func explanationTellsWhatTheConditionTakes() throws {
        // 74 % is 2.96 of 4; 6 points are held to 1.
        let held = try #require(
            try scores([["1.1": half(74), "1.2": .value(1)]])[0].explanation(of: "1.2")?.requirement)
        #expect(held.outcome.state == .missed && held.outcome.reached == ExactRatio(74))
        #expect(held.limit == 1 && held.pointsIfMet == 6 && held.gain == 5)
        let met = try #require(
            try scores([["1.1": half(75), "1.2": .value(1)]])[0].explanation(of: "1.2")?.requirement)
        #expect(met.outcome.state == .met && met.gain == 0)
        let open = try #require(try scores([["1.2": .value(1)]])[0].explanation(of: "1.2")?.requirement)
        #expect(open.outcome.state == .open && open.outcome.reached == nil && open.gain == 5)
        // What a "no" becomes is held too: the next step promises 1 point, not 6.
        let steps = try #require(
            try scores([["1.1": half(74), "1.2": .value(0)]])[0].explanation(of: "1.2")?.measures[0].nextSteps)
        #expect(steps.map(\.points) == [1] && steps.map(\.gain) == [1])
    }

    @Test func gapNamesTheCondition() throws {
        let leaf = try #require(try scores([["1.1": half(74), "1.2": .value(1)]])[0].gap().leaves.last)
        #expect(leaf.lost == 5 && leaf.requirement?.gain == 5 && leaf.kind == .lost)
    }

    @Test func aChangeElsewhereOpensTheCriterion() throws {
        let scores = try scores([["1.1": half(74), "1.2": .value(1)]])
        // 75 % is 3 of 4, and 1.2 has its 6: 9 of 10.
        let replay = try WhatIf(scores, unit: 0).replay(Scenario(changes: [.init("1.1", .numerator(75))]))
        #expect(replay.before.total.points == exact("3.96") && replay.after.total.points == 9)
        let sweep = try WhatIf(scores, unit: 0).sweep(SweepRange(metric: "1.1", from: 74, through: 76, step: 1))
        #expect(sweep.points.map(\.total) == [exact("3.96"), 9, exact("9.04")])
        let actions = [
            PlannedAction(code: "A", name: "", cost: 1, effects: [.init("1.1", .numerator(75))]),
            PlannedAction(code: "B", name: "", cost: 3, effects: [.init("1.1", .numerator(100))]),
        ]
        let plan = try #require(try Planner(scores, unit: 0, actions: actions).plan(.points(9)).plans.first)
        #expect(plan.actions.map(\.code) == ["A"] && plan.after.total.points == 9)
    }

    @Test func twoActionsOpenTheCriterionTogether() throws {
        // 37 and 38 more of 100 make 75; either alone leaves 1.2 at 1 point.
        let scores = try scores([["1.1": half(0), "1.2": .value(1)]])
        let actions = ([("A", 37), ("B", 38)] as [(String, FixedDecimal)]).map { code, amount in
            PlannedAction(code: code, name: "", cost: 1, effects: [.init("1.1", .addToNumerator(amount))])
        }
        let planner = try Planner(scores, unit: 0, actions: actions)
        // 1 + 1.48 and 1 + 1.52 of 10 for one action, 3 + 6 for both.
        #expect(try planner.frontier().plans.map(\.after.total.points) == [1, exact("2.52"), 9])
        #expect(try planner.plan(.points(9)).plans.first?.cost == 2)
    }

    /// The best of three units has all 6 points by every scale, and with 74 % at 1.1 at most 1 of them.
    @Test(arguments: [
        #""against": "minMax""#, #""against": "maximum""#, #""against": "mean""#, #""against": "median""#,
        #""against": "rank""#, #""against": "leader", "target": 50"#, #""against": "z", "zeroAt": -1, "fullAt": 1"#,
        #""against": "mean", "condition": "above""#,
    ])
    func aCriterionAgainstOthersIsHeldToo(rule: String) throws {
        let compared = #"""
            {"code": "1.2", "name": "Hai", "maximum": 6, "levels": ["commune"], "levelsReason": "thử", "source": {"row": "1.2"},
             "metrics": [{"name": "hai", "kind": "count", "direction": "higher"}],
             "rule": {"kind": "relative", "among": "all", \#(rule)},
             "requires": {"criterion": "1.1", "atLeast": 75, "otherwise": {"points": 1}}}
            """#
        let nodes = [ComparedSide.field("1", "10"), ComparedSide.share("1.1", "4"), compared]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        func points(_ share: FixedDecimal) throws -> [FixedDecimal?] {
            var table = criteria.emptyFigures(unitCount: 3)
            for (unit, figure) in ([60, 20, 10] as [FixedDecimal]).enumerated() {
                table[unit, "1.1"] = half(unit == 0 ? share : 100)
                table[unit, "1.2"] = .value(figure)
            }
            let units = (0..<3).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
            let scores = try criteria.score(table, units: units)
            return (0..<3).map { scores[$0]["1.2"]?.points }
        }
        let (held, free) = (try points(74), try points(75))
        #expect(held[0] == 1 && free[0] == 6)
        #expect(held[1...] == free[1...])
    }

    @Test func givenPointsStandWhateverTheConditionSays() throws {
        let computed = try scores([["1.1": half(74), "1.2": .value(1)]])
        let node = try #require(computed.criteria.set.index(of: "1.2"))
        let given = [GivenPoints(unit: 0, node: node, stage: 0, points: 4)]
        let scores = computed.points(at: 0, given: given)
        #expect(scores[0].total.points == exact("6.96"))
        #expect(scores[0].explanation(of: "1.2")?.requirement?.gain == 0)
        // The plan raises 1.1 alone: the points given to 1.2 stay.
        let action = PlannedAction(code: "A", name: "", cost: 1, effects: [.init("1.1", .numerator(75))])
        let planner = try Planner(scores, unit: 0, actions: [action])
        let plan = try #require(try planner.plan(.budget(1)).plans.first)
        #expect(plan.after.total.points == 7)
        #expect(try planner.plan(.points(9)).status == .infeasible)
    }

    @Test func whatIsOpenIsReachableAndNoMore() throws {
        // 1.1 is not reported: 0 … 4 there, 1 … 6 at 1.2. The other unit has 9.
        let scores = try scores([["1.2": .value(1)], ["1.1": half(75), "1.2": .value(1)], ["1.2": .value(0)]])
        #expect(scores[0].total.points == 1 && scores[0].total.scoredMaximum == 1)
        let reach = try #require(ReachableScores(scores))
        let range = reach.range(of: 0, by: RankingOrder(scores.criteria.set, by: .total))
        #expect(range.least.sum.points == 1 && range.greatest.sum.points == 10)
        // A "no" has nothing, whatever 1.1 turns out to be.
        let none = reach.range(of: 2, by: RankingOrder(scores.criteria.set, by: .total))
        #expect(none.least.sum.points == 0 && none.greatest.sum.points == 4)
    }

    @Test func comparisonEndsAtTheScores() throws {
        let before = try ComparedSide(nodes: Self.nodes, figures: ["1.1": half(74), "1.2": .value(1)], year: 2025)
            .score()
        let after = try ComparedSide(nodes: Self.nodes, figures: ["1.1": half(80), "1.2": .value(1)]).score()
        let comparison = UnitComparison(from: before, to: after)
        #expect(comparison.total.first.points == before.total.points && before.total.points == exact("3.96"))
        #expect(comparison.total.last.points == after.total.points && after.total.points == exact("9.2"))
    }

    @Test func anErrorOfTheOtherCriterionReachesThisOne() throws {
        // 1.1 is a survey's: within its error 1.2 has 1 or 6 points.
        let scores = try scores([["1.1": .value(75), "1.2": .value(1)]])
        var errors = MetricErrors()
        errors[0, "1.1"] = 1
        let leaves = UncertainLeaf.all(of: [0], scores, by: .total, errors: errors)[0]
        let own = try #require(leaves.first { $0.leaf.criterion == 2 })
        #expect(own.points == 6 && own.deviation == nil)
        let span = own.span(within: 2)
        #expect(abs(span.lower - 1) < 1e-9 && abs(span.upper - 6) < 1e-9, "\(span)")
    }
}
