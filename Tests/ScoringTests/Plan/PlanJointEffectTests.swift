import Optimization
import Testing
import Values

@testable import Scoring

/// Actions that do nothing alone, or nothing that can be scored, but do beside others; all figures worked out by hand.
@Suite struct PlanJointEffectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The second figure in percent; the first is 50 %. Each is worth ten points.
        var now: FixedDecimal
        /// What A, which raises the first figure to 100 %, and B do to the second one.
        var first: Scenario.Edit
        var second: Scenario.Edit
        /// The points of A alone, and of both; each costs one.
        var alone: FixedDecimal
        var both: FixedDecimal
        /// Whether B alone raises it, so that it is done without A too.
        var isUsefulAlone = false
    }

    static let cases: [Case] = [
        // 50 − 20 = 30 alone; of 30 and 50 the better is 50.
        Case(
            testDescription: "a set figure restores what an addition takes", now: 50, first: .add(-20),
            second: .set(50), alone: 13, both: 15),
        // 50 − 30 = 20; of 20 and 40 the better is 40, though 50 is better still without either.
        Case(
            testDescription: "a set figure below the present one limits a loss", now: 50, first: .add(-30),
            second: .set(40), alone: 12, both: 14),
        // 100 + 20 is clamped to 100 alone; 100 − 20 + 20 = 100.
        Case(
            testDescription: "an addition above the domain makes up for a loss", now: 100, first: .add(-20),
            second: .add(20), alone: 18, both: 20),
        // 0 − 40 is clamped to 0 alone; 0 − 40 + 50 = 10.
        Case(
            testDescription: "a loss below the domain counts beside a gain", now: 0, first: .add(-40),
            second: .add(50), alone: 10, both: 11, isUsefulAlone: true),
    ]

    private func actions(_ item: Case) -> [PlannedAction] {
        [
            PlannedAction(code: "A", name: "", cost: 1, effects: [.init("1.1", .set(100)), .init("2.1", item.first)]),
            PlannedAction(code: "B", name: "", cost: 1, effects: [.init("2.1", item.second)]),
        ]
    }

    @Test(arguments: cases)
    func whatDoesNothingAloneCountsBesideOthers(_ item: Case) throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, item.now]])
        var actions = actions(item)
        func planner() throws -> Planner { try Planner(scores, unit: 0, actions: actions) }
        #expect(try planner().ignored.isEmpty)
        for goal in [PlanGoal.points(item.both), .budget(2)] {
            let result = try planner().plan(goal)
            let plan = try #require(result.plans.first)
            #expect(result.status == .optimal && plan.after.total.points == item.both)
            #expect(plan.actions.map(\.code) == ["A", "B"] && plan.cost == 2)
        }
        let more = try planner().plan(.points(item.both + FixedDecimal(mantissa: 1)))
        #expect(more.status == .infeasible && more.richest?.after.total.points == item.both)
        actions[1].requirement = .mustNotDo
        #expect(try planner().plan(.budget(2)).plans.first?.after.total.points == item.alone)
        actions[1].requirement = .mustDo
        actions[0].requirement = .mustDo
        #expect(try planner().plan(.budget(2)).plans.first?.after.total.points == item.both)
    }

    @Test(arguments: cases)
    func whatMattersBesideNothingIsIgnored(_ item: Case) throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, item.now]])
        let planner = try Planner(scores, unit: 0, actions: [actions(item)[1]])
        #expect(planner.ignored.map(\.reason) == (item.isUsefulAlone ? [] : [.noBetter]))
    }

    struct Addition: Sendable {
        var numerator: FixedDecimal
        var more: FixedDecimal
        var cases: FixedDecimal
        /// The numerator of ten afterwards.
        var after: FixedDecimal
    }

    /// All that is added counts before the domain limits it.
    @Test(arguments: [
        // 9 + 3 of 10 is 120 %, and 20 less is 100 %.
        Addition(numerator: 9, more: -20, cases: 3, after: 10),
        // 1 − 3 of 10 is −20 %, and 30 more is 10 %.
        Addition(numerator: 1, more: 30, cases: -3, after: 1),
        Addition(numerator: 9, more: 0, cases: 3, after: 10), Addition(numerator: 1, more: 0, cases: -3, after: 0),
        Addition(numerator: 5, more: 0, cases: 2, after: 7), Addition(numerator: 5, more: 15, cases: 0, after: 7),
        Addition(numerator: 5, more: 15, cases: 2, after: 9), Addition(numerator: 5, more: 0, cases: 0, after: 5),
    ])
    func additionsAreClampedTogether(_ item: Addition) throws {
        // A percentage of two counts, more being better.
        let metric = try #require(try GapSample.scores().criteria.set.metrics.first { $0.code == "1.1" })
        let figure = metric.figure(
            adding: item.more, cases: item.cases, to: .ratio(numerator: item.numerator, denominator: 10))
        #expect(figure == .ratio(numerator: item.after, denominator: 10))
    }

    /// 12 ÷ (a − b) points, at most 10, with a = 7 and b = 1: 2 points. F makes b 7, which alone divides by zero; with G,
    /// which makes a 11, it is 12 ÷ 4 = 3 points, and G alone gives 12 ÷ 10 = 1.2.
    @Test func whatNeedsAnotherIsJudgedWithIt() throws {
        let nodes = try [
            #"{"code": "1", "name": "x", "maximum": 10}"#,
            #"""
            {"code": "1.1", "maximum": 10,
             "metrics": [{"code": "1.1.a", "kind": "amount", "direction": "higher"},
                         {"code": "1.1.b", "kind": "amount", "direction": "higher"}],
             "rule": {"kind": "formula", "figures": {"a": "1.1.a", "b": "1.1.b"}, "points": "12/(a-b)"}}
            """#,
        ].map(JSONNode.parse)
        let criteria = try CompiledCriteria(SampleEdition.read(SampleEdition.text(nodes: nodes)), year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        (figures[0, 0], figures[0, 1]) = (.value(7), .value(1))
        let scores = try criteria.score(figures, units: [ScoredUnit(code: "a", level: "commune")])
        #expect(scores[0].total.points == 2)
        func planner(_ needs: [String]) throws -> Planner {
            try Planner(
                scores, unit: 0,
                actions: [
                    PlannedAction(code: "F", name: "", cost: 1, effects: [.init("1.1.b", .set(7))], needs: needs),
                    PlannedAction(code: "G", name: "", cost: 1, effects: [.init("1.1.a", .set(11))]),
                ])
        }
        let bound = try planner(["G"])
        #expect(bound.ignored.isEmpty)
        let result = try bound.plan(.points(3))
        #expect(result.status == .optimal && result.plans.first?.actions.map(\.code) == ["F", "G"])
        #expect(result.plans.first?.after.total.points == 3)
        // What can be done alone but not be scored then is not counted.
        let loose = try planner([])
        #expect(loose.ignored.map(\.action) == ["F"] && loose.ignored.map(\.reason) == [.contradiction])
    }
}
