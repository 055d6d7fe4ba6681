import Assessment
import Optimization
import Reporting
import Scoring
import Testing
import Values

/// Plans of a page are those of `Planner`.
@Suite("plans equal the planner's")
struct PlanRequestTests {
    static let goals: [(text: String, goal: PlanGoal)] = [
        ("{\"rank\": 1}", .rank(1)), ("{\"rank\": 3}", .rank(3)), ("{\"index\": 85}", .index(85)),
        ("{\"points\": 82.5}", .points(82.5)), ("{\"budget\": 60}", .budget(60)), ("{\"points\": 900}", .points(900)),
    ]

    @Test("of the next bands", arguments: [EngineInput.Peers.all, .totals])
    func nextBands(peers: EngineInput.Peers) throws {
        let unit = 2
        var page = try OpenedPage("tuy-phuoc-2024", units: peers == .all ? nil : [unit], peers: peers)
        let scores = page.assessment.scores
        let planner = try Planner(scores, unit: unit, actions: scores[unit].nextBandActions)
        for (text, goal) in Self.goals {
            let answer = try page.ask(
                "{\"request\": \"plan\", \"unit\": \(page.code(unit)), \"goal\": \(text), "
                    + "\"actions\": \"nextBands\"}")
            try check(answer, try planner.plan(goal), planner)
        }
    }

    @Test("of the folder's actions, after edits")
    func stated() throws {
        var page = try OpenedPage("tuy-phuoc-2024", peers: .all)
        let (scores, unit) = (page.assessment.scores, 0)
        let file = try #require(page.assessment.actionsFile)
        let actions = try #require(page.assessment.readActions(file).actions)
        let change = Scenario.Change("7.3.5", .status(.notReported))
        let after = try WhatIf(scores, unit: unit).table(after: Scenario(changes: [change]))
        let planner = try Planner(after, unit: unit, actions: actions)
        let answer = try page.ask(
            "{\"request\": \"plan\", \"unit\": \(page.code(unit)), \"goal\": {\"budget\": 100}, "
                + "\"edits\": [{\"metric\": \"7.3.5\", \"status\": \"notReported\"}]}")
        try check(answer, try planner.plan(.budget(100)), planner)
        #expect(AnsweredState(answer["now"]) == AnsweredState(after[unit], after.groupRank(of: unit)))
    }

    private func check(_ answer: Answer, _ result: PlanResult, _ planner: Planner) throws {
        try #require(answer["error"] == nil, "\(answer)")
        #expect(answer["status"]?.text == result.status.rawValue)
        #expect(answer["bound"]?.text == result.bound?.text())
        let plans = answer["plans"]?.elements ?? []
        #expect(plans.count == result.plans.count)
        for (plan, expected) in zip(plans, result.plans) { try check(plan, expected) }
        if let richest = result.richest { try check(try #require(answer["richest"]), richest) }
        #expect(
            (answer["losses"]?.elements ?? []).map { $0["lost"]?.text }
                == (result.richest == nil ? [] : result.losses.map { $0.lost.text() }))
        #expect(answer["actionCount"]?.text == "\(planner.actionCount)")
    }

    private func check(_ plan: Answer, _ expected: Plan) throws {
        #expect(AnsweredState(plan) == AnsweredState(expected.after, expected.rankAfter))
        #expect(plan["cost"]?.text == expected.cost.text())
        #expect((plan["actions"]?.elements ?? []).map { $0["code"]?.text } == expected.actions.map { $0.code })
        #expect((plan["changes"]?.elements ?? []).count == expected.scenario.changes.count)
    }

    @Test("a class is reached by its points, and conditions that cap it are told")
    func unitClass() throws {
        var page = try OpenedPage("tinh-mau-2026/so", peers: .all)
        let scheme = try #require(page.assessment.criteria.set.classScheme(of: page.assessment.units[0].group))
        for unitClass in scheme.classes {
            let answer = try page.ask(
                "{\"request\": \"plan\", \"unit\": \(page.code(0)), "
                    + "\"goal\": {\"class\": \(JSONWriter.quoted(unitClass.code))}, \"actions\": \"nextBands\"}")
            try #require(answer["error"] == nil, "\(answer)")
            guard let plan = answer["plans"]?.elements.first else { continue }
            let reached = scheme.classes.firstIndex { $0.code == plan["class"]?.text }
            let wanted = scheme.classes.firstIndex { $0.code == unitClass.code }
            let isReached = reached.flatMap { own in wanted.map { own <= $0 } } ?? false
            #expect(answer["reachesClass"]?.text == "\(isReached)")
        }
    }
}
