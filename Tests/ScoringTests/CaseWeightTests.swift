import Scoring
import Testing
import Values

/// What one case moves, the nearest gain, and the parts that are missing.
@Suite struct CaseWeightTests {
    private func explanation(
        _ leaf: String, _ figures: [Figure], lastYear before: [Figure]? = nil
    ) throws -> MeasureExplanation {
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf))), year: 2026)
        var table = criteria.emptyFigures(unitCount: 1)
        for (column, figure) in figures.enumerated() { table[0, column] = figure }
        let lastYear = before.map { before in
            var last = criteria.emptyFigures(unitCount: 1)
            for (column, figure) in before.enumerated() { last[0, column] = figure }
            return LastYear(figures: last, units: [0])
        }
        let scores = try criteria.score(table, units: [ScoredUnit(code: "x", level: "commune")], lastYear: lastYear)
        return try #require(scores[0].explanation(of: "1.1")?.measures.first)
    }

    private static let ratio =
        #"{"code": "1.1", "kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}"#
    private static let share = #"{"maximum": 1, "metrics": [\#(ratio)], "rule": {"kind": "proportional"}}"#

    /// One of d cases is 1/d of the maximum: a tenth with ten cases, less with eleven.
    @Test(arguments: [(1, 2, 500_000 as Int64?), (5, 9, 111_111), (5, 10, 100_000), (5, 11, nil), (0, 1, 1_000_000)])
    func aTenthOrMoreIsSaid(count: Int, whole: Int, points: Int64?) throws {
        let figure = Figure.ratio(
            numerator: try #require(FixedDecimal(exactly: count)),
            denominator: try #require(FixedDecimal(exactly: whole)))
        let weight = try explanation(Self.share, [figure]).caseWeight
        #expect(weight?.points.mantissa == points)
        #expect(weight.map { $0.isEven } ?? true)
    }

    @Test func aBandMayHangOnOneCase() throws {
        let bands =
            #"{"maximum": 1, "metrics": [\#(Self.ratio)], "rule": {"kind": "bands", "bands": [{"atLeast": 98, "share": 100}, {"below": 98, "share": 0}]}}"#
        // 49 of 50 are 98 %: with one fewer all is lost. Of 500, 495 are five more than needed.
        let weight = try #require(try explanation(bands, [.ratio(numerator: 49, denominator: 50)]).caseWeight)
        #expect(weight.points == 1 && !weight.isEven && weight.cases == 50)
        #expect(try explanation(bands, [.ratio(numerator: 495, denominator: 500)]).caseWeight == nil)
        #expect(try explanation(bands, [.value(98)]).caseWeight == nil)
    }

    @Test func theNearestGainIsOneMoreOrOneFewer() throws {
        let items =
            #"{"maximum": 1, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "perItem", "each": {"points": 0.25}}}"#
        let more = try explanation(items, [.value(1)])
        // One initiative more: 0.5; the highest, four, beside it.
        #expect(more.nearest?.figure == 2 && more.nearest?.points.mantissa == 500_000)
        #expect(more.nextSteps.last?.figure == 4)
        #expect(try explanation(items, [.value(3)]).nearest == nil)
        #expect(try explanation(items, [.value(4)]).nextSteps.isEmpty)
        let faults =
            #"{"maximum": 1, "metrics": [{"kind": "count", "direction": "lower"}], "rule": {"kind": "deduction", "each": {"points": 0.25}}}"#
        // Three faults: one fewer is 0.5. Six faults: only three more than four cost nothing, so three fewer are needed.
        #expect(try explanation(faults, [.value(3)]).nearest?.figure == 2)
        #expect(try explanation(faults, [.value(6)]).nearest?.figure == 3)
    }

    /// 12 against a limit of 10 cost 0.4 of 1; 11 cost 0.2. The limit stands beside it.
    @Test func aLimitOfAnotherFigureHasANearestGain() throws {
        let limit = """
            {"maximum": 1, "metrics": [{"code": "1.1", "kind": "count", "direction": "lower"},
              {"code": "1.1.b", "kind": "count", "direction": "higher"}],
             "rule": {"kind": "limit", "limit": {"metric": "1.1.b"}, "overEach": {"points": 0.2}}}
            """
        let own = try explanation(limit, [.value(12), .value(10)])
        #expect(own.nearest?.figure == 11 && own.nearest?.gain.mantissa == 200_000)
        #expect(own.nextSteps.last?.gain.mantissa == 400_000)
        // One above the limit: meeting it is as near.
        #expect(try explanation(limit, [.value(11), .value(10)]).nearest == nil)
    }

    /// Of a rise by 10 for one point, 8 is 0.8 and 9 is 0.9; from 10 % to 16 of 100, 0.6; by 10 % of 50, 53 is 0.6.
    @Test func aChangeHasANearestGain() throws {
        func change(_ form: String, _ metric: String) -> String {
            #"{"maximum": 1, "metrics": [\#(metric)], "rule": {"kind": "changeFromLastYear", "as": "\#(form)", "full": {"atLeast": 10}, "zeroAt": 0}}"#
        }
        let count = #"{"code": "1.1", "kind": "count", "direction": "higher"}"#
        let counted = try explanation(change("difference", count), [.value(8)], lastYear: [.value(0)])
        #expect(counted.nearest?.figure == 9 && counted.nearest?.gain.mantissa == 100_000)
        #expect(counted.nextSteps.last?.gain.mantissa == 200_000)
        let share = try explanation(
            change("difference", Self.ratio), [.ratio(numerator: 15, denominator: 100)], lastYear: [.value(10)])
        #expect(share.nearest?.numerator == 16 && share.nearest?.gain.mantissa == 100_000)
        #expect(share.caseWeight?.points.mantissa == 100_000)
        let percent = try explanation(change("percent", count), [.value(52)], lastYear: [.value(50)])
        #expect(percent.nearest?.figure == 53 && percent.nearest?.gain.mantissa == 200_000)
        // 9 to 10 is all that is missing.
        #expect(try explanation(change("difference", count), [.value(9)], lastYear: [.value(0)]).nearest == nil)
    }

    /// 2 points for the mean of two shares: one of five is 0.2, a tenth; one of ten 0.1. Of a formula of one figure, one of
    /// four is a quarter of the points.
    @Test func aFormulaHangsOnItsHeaviestFigure() throws {
        let mean = """
            {"maximum": 2, "metrics": [\(Self.ratio), {"code": "1.1.b", "kind": "percent", "direction": "higher",
              "ratio": {"numerator": "c", "denominator": "d"}}],
             "rule": {"kind": "formula", "figures": {"a": "1.1", "b": "1.1.b"}, "points": "maximum * (a + b) / 200"}}
            """
        let two = try explanation(mean, [.ratio(numerator: 5, denominator: 10), .ratio(numerator: 0, denominator: 5)])
        #expect(two.caseWeight?.metric.code == "1.1.b" && two.caseWeight?.points.mantissa == 200_000)
        #expect(two.caseWeight.map { !$0.isEven } ?? false)
        let light = try explanation(
            mean, [.ratio(numerator: 5, denominator: 10), .ratio(numerator: 0, denominator: 6)])
        #expect(light.caseWeight == nil)
        let one = """
            {"maximum": 2, "metrics": [\(Self.ratio)],
             "rule": {"kind": "formula", "figures": {"a": "1.1"}, "points": "maximum * a / 100"}}
            """
        let weight = try #require(try explanation(one, [.ratio(numerator: 2, denominator: 4)]).caseWeight)
        #expect(weight.points.mantissa == 500_000 && weight.isEven && weight.cases == 4)
    }

    /// The top of a formula is what its figures can reach: half of the maximum where one counts half at most.
    @Test func allPartsTogetherGainWhatTheyCan() throws {
        let half = """
            {"maximum": 2, "metrics": [\(Self.ratio)],
             "rule": {"kind": "formula", "figures": {"a": "1.1"}, "points": "maximum * min(a, 50) / 100"}}
            """
        let steps = try explanation(half, [.ratio(numerator: 1, denominator: 4)]).nextSteps
        #expect(steps.map(\.points) == [1] && steps[0].gain.mantissa == 500_000)
        #expect(try explanation(half, [.ratio(numerator: 3, denominator: 4)]).nextSteps.isEmpty)
    }

    @Test func missingPartsAreNamed() throws {
        let list = """
            {"maximum": 1, "metrics": [{"code": "1.1", "kind": "yesNo", "direction": "higher"},
              {"code": "1.1.b", "kind": "yesNo", "direction": "higher"}, {"code": "1.1.c", "kind": "yesNo", "direction": "higher"}],
             "rule": {"kind": "checklist", "items": [{"metric": "1.1", "share": 20}, {"metric": "1.1.b", "share": 30},
               {"metric": "1.1.c", "share": 50}]}}
            """
        let parts = try explanation(list, [.value(1), .value(0), .value(0)]).partGains
        #expect(parts.map { "\($0.metric.code) \($0.gain)" } == ["1.1.c 0.5", "1.1.b 0.3"])
        let formula = """
            {"maximum": 3, "metrics": [\(Self.ratio), {"code": "1.1.b", "kind": "percent", "direction": "higher",
              "ratio": {"numerator": "c", "denominator": "d"}}],
             "rule": {"kind": "formula", "figures": {"a": "1.1", "b": "1.1.b"}, "points": "maximum * (a + b) / 200"}}
            """
        // 1.5 × 40 % + 1.5 × 100 %: the rest of the first part is 0.9.
        let gains = try explanation(
            formula, [.ratio(numerator: 2, denominator: 5), .ratio(numerator: 3, denominator: 3)]
        ).partGains
        #expect(gains.map { "\($0.metric.code) \($0.gain)" } == ["1.1 0.9"])
    }
}
