import Testing
import Values

@testable import Scoring

/// Plans that keep to what can still be reached by the end of the period.
@Suite struct PlanWithinReachTests {
    /// 90 of 100 cases succeed, or 10 of 100 fail, and 200 are expected: at best 190 of 200, 95 %; at best 10 of 200, 5 %.
    private static func scores() throws -> ScoreTable {
        func metric(_ direction: String) -> String {
            #"{"kind": "percent", "direction": "\#(direction)", "cumulative": true, "ratio": {"numerator": "n", "denominator": "d"}}"#
        }
        let nodes = [
            #"{"code": "1", "maximum": 20}"#,
            #"{"code": "1.1", "maximum": 10, "metrics": [\#(metric("higher"))], "rule": {"kind": "proportional", "base": 100}}"#,
            #"{"code": "1.2", "maximum": 10, "metrics": [\#(metric("lower"))], "rule": {"kind": "linear", "zeroAt": 20, "fullAt": 0}}"#,
        ]
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse))), year: 2026)
        var table = criteria.emptyFigures(unitCount: 1)
        table[0, "1.1"] = .ratio(numerator: 90, denominator: 100)
        table[0, "1.2"] = .ratio(numerator: 10, denominator: 100)
        return try criteria.score(table, units: [ScoredUnit(code: "x", level: "commune")])
    }

    private static func volumes(_ scores: ScoreTable) -> ExpectedVolumes {
        scores[0].expectedVolumes(stated: [("1.1", 200), ("1.2", 200)], usesLastYear: false).volumes
    }

    private static func action(_ code: String, _ metric: String, _ edit: Scenario.Edit) -> PlannedAction {
        PlannedAction(code: code, name: code, cost: 1, effects: [.init(metric, edit)])
    }

    @Test(
        arguments: [
            ("1.1", .set(95), true), ("1.1", .set(96), false), ("1.1", .add(5), true), ("1.1", .add(6), false),
            ("1.1", .addToNumerator(5), true), ("1.1", .addToNumerator(6), false),
            ("1.1", .counts(numerator: 190, denominator: 200), true),
            ("1.1", .counts(numerator: 191, denominator: 200), false), ("1.2", .set(5), true), ("1.2", .set(4), false),
            ("1.2", .add(-6), false), ("1.2", .addToNumerator(-5), true),
        ] as [(String, Scenario.Edit, Bool)])
    func anEffectOutOfReachIsRefused(metric: String, edit: Scenario.Edit, isKept: Bool) throws {
        let scores = try Self.scores()
        let actions = [Self.action("a", metric, edit)]
        let planner = try Planner(scores, unit: 0, actions: actions, expecting: Self.volumes(scores))
        let refused = IgnoredEffect(action: "a", metric: metric, reason: .outOfReach)
        #expect(planner.ignored == (isKept ? [] : [refused]))
        // Where nothing is expected, nothing is refused.
        #expect(try Planner(scores, unit: 0, actions: actions).ignored == [])
    }

    /// Each brings 3 of the 5 points that can be reached; both together no more than 5.
    @Test func actionsTogetherStopAtTheBestShare() throws {
        let scores = try Self.scores()
        let actions = ["a", "b"].map { Self.action($0, "1.1", .add(3)) }
        let planner = try Planner(scores, unit: 0, actions: actions, expecting: Self.volumes(scores))
        let plan = try #require(planner.plan(.budget(2)).plans.first)
        #expect(plan.actions.map(\.code) == ["a", "b"])
        // 9.5 of 10 and the 5 of 10 that stand.
        #expect(try plan.after.total.points == FixedDecimal("14.5"))
        #expect(
            try Planner(scores, unit: 0, actions: actions).plan(.budget(2)).plans[0].after.total.points
                == FixedDecimal("14.6"))
    }

    @Test func theBestShareIsTheFurthestStep() throws {
        let scores = try Self.scores()
        #expect(scores[0].nextBandActions.map(\.code) == ["1.1=100/100", "1.2=0/100"])
        #expect(scores[0].nextBandActions(expecting: Self.volumes(scores)).map(\.code) == ["1.1=95/100", "1.2=5/100"])
    }

    /// No goal beyond what can be reached has a plan, and one at it has.
    @Test func goalsStopThere() throws {
        let scores = try Self.scores()
        let volumes = Self.volumes(scores)
        let actions = scores[0].nextBandActions(expecting: volumes)
        let planner = try Planner(scores, unit: 0, actions: actions, expecting: volumes)
        // 9.5 and 7.5.
        #expect(try planner.plan(.points(17)).status == .optimal)
        #expect(try planner.plan(.points(FixedDecimal("17.01"))).status == .infeasible)
    }
}
