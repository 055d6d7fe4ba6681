import Optimization
import TestSupport
import Testing
import Values

@testable import Scoring

/// What plans, sampling errors, given points and drafts make of parts that are not added.
@Suite struct CombinedScenarioTests {
    private static let scoring =
        #""metrics": [{"kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}"#

    /// Field 1, 2 points, is the geometric mean of two parts; field 2 has 1 point of its own.
    private func scores(_ figures: [[FixedDecimal?]], root: String = "") throws -> ScoreTable {
        let leaf = #""maximum": 1, \#(Self.scoring)"#
        let nodes = try [
            #"{"code": "1", "name": "x", "maximum": 2, "combine": "geometric"}"#, #"{"code": "1.1", \#(leaf)}"#,
            #"{"code": "1.2", \#(leaf)}"#, #"{"code": "2", \#(leaf)}"#,
        ].map(JSONNode.parse)
        let edition = try JSONNode.parse("{\(root)}")
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes, edition: edition)), year: 2026)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (column, figure) in row.enumerated() { table[unit, column] = figure.map { .value($0) } ?? .notReported }
        }
        return try criteria.score(
            table, units: figures.indices.map { ScoredUnit(code: "u\($0)", level: "commune") })
    }

    private func action(_ metric: String, _ value: FixedDecimal) -> PlannedAction {
        PlannedAction(code: "a-\(metric)", name: "", cost: 1, effects: [.init(metric, .set(value))])
    }

    @Test func aPlanThatMovesAPartIsRefused() throws {
        let scores = try scores([[64, 25, 50]])
        #expect(throws: PlanError.notAdditive) { try Planner(scores, unit: 0, actions: [action("1.1", 100)]) }
        #expect(throws: PlanError.notAdditive) {
            try Planner(scores, unit: 0, actions: [action("2", 100), action("1.2", 100)])
        }
    }

    @Test func aPlanBesideItIsProven() throws {
        // 0.8 + 0.5 points; 80 % of field 2 make 1.6.
        let planner = try Planner(try scores([[64, 25, 50]]), unit: 0, actions: [action("2", 80)])
        let result = try planner.plan(.points(FixedDecimal(mantissa: 1_600_000)))
        #expect(
            result.status == .optimal && result.plans.first?.after.total.points == FixedDecimal(mantissa: 1_600_000))
        #expect(try planner.plan(.points(FixedDecimal(mantissa: 1_600_001))).status == .infeasible)
    }

    @Test func whereFieldsAreCombinedEveryPlanIsRefused() throws {
        let scores = try scores([[64, 25, 50]], root: #""combine": "harmonic""#)
        #expect(throws: PlanError.notAdditive) { try Planner(scores, unit: 0, actions: [action("2", 80)]) }
        // Shares 0.4 and 0.5 with the weights 2 and 1: 3 ÷ (2/0.4 + 1/0.5) = 3/7, of 3 points.
        #expect(scores[0].total.points == FixedDecimal(mantissa: 1_285_700))
        #expect(scores[0].adjustment == FixedDecimal(mantissa: 1_285_700 - 1_300_000))
    }

    @Test("every index within reach of the errors lies between the bounds", arguments: [0, 5, 20] as [Double])
    func sampling(error: Double) throws {
        let scores = try scores([[64, 25, 50], [50, 50, 50]])
        var errors = MetricErrors()
        errors[0, "1.1"] = error
        let indices = SampledIndices(scores, units: [0, 1], by: .total, errors: errors, confidence: 0.95)
        let index = indices.values[0]
        #expect(indices.straightCount == 0 && index.deviation == 0 && indices.values[1].isKnown)
        // 1.96 standard errors up and down: 2 × √(share × 0.25), beside the 0.5 points of field 2, of 3 points.
        func expected(_ share: Double) -> Double { (2 * (share * 0.25).squareRoot() + 0.5) / 3 * 100 - index.value }
        let reach = 1.959_963_985 * error / 100
        #expect(abs(index.lower - (error == 0 ? 0 : expected(0.64 - reach))) < 0.02)
        #expect(abs(index.upper - (error == 0 ? 0 : expected(min(0.64 + reach, 1)))) < 0.02)
        #expect(error == 0 || (index.lower < 0 && index.upper > 0))
    }

    @Test func pointsOfWhatIsNotAddedAreNotVaried() throws {
        let scores = try scores([[64, 25, 50], [50, 50, 50]])
        #expect(LeaveOneOut(scores, units: [0, 1], by: .total) == nil)
        #expect(PointVariation(scores, units: [0, 1], by: .node(0), .init(draws: 2, seed: 1)) == nil)
        #expect(LeaveOneOut(scores, units: [0, 1], by: .node(3)) != nil)
    }

    @Test func givenPointsStandForAPartAndForTheWhole() throws {
        let scores = try scores([[64, 25, 50]])
        // 1.2 is given all of its point: √0.64.
        let part = scores.points(at: 0, given: [GivenPoints(unit: 0, node: 2, stage: 0, points: 1)])
        #expect(part[0].sum(of: 0).points == FixedDecimal(mantissa: 1_600_000))
        let whole = scores.points(at: 0, given: [GivenPoints(unit: 0, node: 0, stage: 0, points: 2)])
        #expect(whole[0].sum(of: 0).points == 2 && whole[0].total.points == FixedDecimal(mantissa: 2_500_000))
        #expect(whole[0].combination(of: 0) == nil)
    }

    @Test func theExplanationHasThePartsThatApply() throws {
        let combination = try #require(try scores([[64, 25, 50]])[0].combination(of: 0))
        #expect(combination.parts.map(\.criterion.code) == ["1.1", "1.2"])
        #expect(combination.parts.map(\.share) == [ExactRatio(16, over: 25), ExactRatio(1, over: 4)])
        #expect(combination.share == ExactRatio(2, over: 5))
        #expect(try scores([[64, 25, 50]])[0].combination(of: nil) == nil)
    }

    @Test("thirds that people give are whole thirds")
    func givenThirds() throws {
        let nodes = try (1...3).map { try JSONNode.parse(#"{"code": "\#($0)", "weight": 1, \#(Self.scoring)}"#) }
        let edition = try JSONNode.parse(
            """
            {"total": 2, "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "total"},
                                      "index": {"mode": "halfAwayFromZero", "digits": 2}}}
            """)
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes, edition: edition)), year: 2026)
        let scores = try criteria.score(
            criteria.emptyFigures(unitCount: 1), units: [ScoredUnit(code: "a", level: "commune")])
        let third = criteria.set.criteria[0].maximum
        #expect(third == FixedDecimal(mantissa: 666_667) && criteria.set.maximum == 2)
        let given = (0..<3).map { GivenPoints(unit: 0, node: $0, stage: 0, points: third) }
        let score = scores.points(at: 0, given: given)[0]
        #expect(score.total.points == 2 && score.total.exactIndex == ExactRatio(100))
        #expect(score.criterion(0).sum.exactIndex == ExactRatio(100))
    }
}
