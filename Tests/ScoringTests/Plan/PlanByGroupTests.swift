import Optimization
import Scoring
import Testing
import Values

/// What is tried, planned and told for units whose group has a threshold of its own.
@Suite struct PlanByGroupTests {
    /// 10 points from 85 %, in the mountains from 70 %; 1 point for a plan.
    private func scores() throws -> ScoreTable {
        let rule = #"{"kind": "bands", "bands": [{"below": 85, "points": 0}, {"atLeast": 85, "points": 10}]}"#
        let nodes = try [
            #"{"code": "1", "name": "x", "maximum": 11}"#,
            #"""
            {"code": "1.1", "maximum": 10, "metrics": [{"kind": "percent", "direction": "higher"}], "rule": \#(rule),
             "target": {"text": "85 %", "comparison": "≥", "value": 85},
             "byGroup": [{"groups": ["nui"], "rule": \#(rule.replacing("85", with: "70")),
                          "target": {"text": "70 %", "comparison": "≥", "value": 70}}]}
            """#,
            #"""
            {"code": "1.2", "maximum": 1, "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}}
            """#,
        ].map(JSONNode.parse)
        let criteria = try CompiledCriteria(SampleEdition.read(SampleEdition.text(nodes: nodes)), year: 2026)
        var figures = criteria.emptyFigures(unitCount: 3)
        for unit in 0..<3 { (figures[unit, 0], figures[unit, 1]) = (.value(60), .value(0)) }
        return try criteria.score(
            figures,
            units: [("a", "bang"), ("b", "nui"), ("c", nil)].map { ScoredUnit(code: $0, level: "commune", group: $1) })
    }

    private let actions = [
        PlannedAction(code: "to-75", name: "", cost: 3, effects: [.init("1.1", .set(75))]),
        PlannedAction(code: "to-90", name: "", cost: 8, effects: [.init("1.1", .set(90))]),
        PlannedAction(code: "plan", name: "", cost: 1, effects: [.init("1.2", .answer(true))]),
    ]

    @Test(arguments: [(0, "to-90", 8), (1, "to-75", 3), (2, "to-90", 8)] as [(Int, String, FixedDecimal)])
    func theCheapestPlanReachesTheOwnThreshold(unit: Int, action: String, cost: FixedDecimal) throws {
        // 10 of 11 points need 85 %, in the mountains only 70 %.
        let planner = try Planner(try scores(), unit: unit, actions: actions)
        let result = try planner.plan(.points(10))
        let plan = try #require(result.plans.first)
        #expect(result.status == .optimal && plan.actions.map(\.code) == [action])
        #expect(plan.cost == cost && plan.after.total.points == 10)
    }

    @Test func gapNamesTheOwnTargetAndStep() throws {
        let scores = try scores()
        for (unit, least) in [(0, 85), (1, 70)] as [(Int, FixedDecimal)] {
            let leaf = try #require(scores[unit].gap().leaves.first)
            #expect(leaf.measures[0].explanation.target == Bound(.atLeast, least))
            #expect(leaf.measures[0].distance?.figure == least)
            #expect(leaf.measures[0].nextStep?.figure == least && leaf.measures[0].nextStep?.gain == 10)
            #expect(scores[unit].nextBandActions.first?.effects.first?.edit == .set(least))
        }
    }

    @Test func changesAreTriedByTheOwnRule() throws {
        let scores = try scores()
        let scenario = Scenario(changes: [.init("1.1", .set(75))])
        #expect(try WhatIf(scores, unit: 0).replay(scenario).after.total.points == 0)
        #expect(try WhatIf(scores, unit: 1).replay(scenario).after.total.points == 10)
        let sweep = try WhatIf(scores, unit: 1).sweep(SweepRange(metric: "1.1", from: 60, through: 90, step: 10))
        #expect(
            sweep.points.filter(\.isBreak).compactMap(\.figure.exactNumber) == [
                try #require(ExactRatio(6999, over: 100)), ExactRatio(70),
            ])
        #expect(scores[1].criteriaSet["1.1"]?.leaf?.target?.text == "70 %")
    }
}
