import Scoring
import Testing
import Values

/// Figures of units that became one.
@Suite struct PoolingTests {
    private func metric(_ json: String) throws -> Metric {
        let leaf =
            #"{"code": "1.1", "maximum": 1, "metrics": [\#(json)], "rule": {"kind": "bands", "bands": [{"atLeast": 5, "share": 100}, {"below": 5, "share": 0}]}}"#
        return try SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf))).metrics[0]
    }

    private static func millionths(_ value: Int64) -> Figure { .value(FixedDecimal(mantissa: value)) }

    @Test func amountsAndCountsAddUp() throws {
        let amount = try metric(#"{"kind": "amount", "direction": "higher"}"#)
        #expect(try amount.combined([Self.millionths(1_500_000), .value(2)]) == Self.millionths(3_500_000))
        let count = try metric(#"{"kind": "count", "direction": "higher"}"#)
        #expect(try count.combined([.value(3), .value(4), .notApplicable]) == .value(7))
    }

    @Test func theMetricSaysOtherwise() throws {
        let mean = try metric(#"{"kind": "amount", "direction": "higher", "pooling": "mean"}"#)
        // (1 + 2 + 4) ÷ 3 = 2.333333…
        #expect(try mean.combined([.value(1), .value(2), .value(4)]) == Self.millionths(2_333_333))
        #expect(try mean.combined([.value(1), .notApplicable]) == .value(1))
        #expect(throws: CombinationFault.incomplete) { try mean.combined([.value(1), .notReported]) }
        let none = try metric(#"{"kind": "count", "direction": "higher", "pooling": "none"}"#)
        #expect(throws: CombinationFault.kind) { try none.combined([.value(1), .value(2)]) }
        #expect(try none.combined([.value(1)]) == .value(1))
        let yesNo = try metric(#"{"kind": "amount", "direction": "higher", "pooling": "sum"}"#)
        #expect(try yesNo.combined([.value(1), .value(2)]) == .value(3))
        // The mean of 50 % and 1 ÷ 3 of 100 % is 41 2/3 % = 5/12, exact.
        let percent = try metric(
            #"{"kind": "percent", "direction": "higher", "pooling": "mean", "ratio": {"numerator": "a", "denominator": "b"}}"#
        )
        let figure = try percent.combined([.value(50), .ratio(numerator: 1, denominator: 3)])
        #expect(figure.exactNumber == ExactRatio(125, over: 3))
    }

    @Test(arguments: [
        ("leaveOut", nil as Int64?, 0 as Int64), ("fullPoints", 1_000_000, 1_000_000), ("keepMaximum", nil, 1_000_000),
        ("", nil, 1_000_000),
    ])
    func aNewUnitHasAConvention(convention: String, points: Int64?, maximum: Int64) throws {
        let more = convention.isEmpty ? "" : #", "withoutLastYear": "\#(convention)""#
        let leaf =
            #"{"code": "1.1", "maximum": 1, "metrics": [{"kind": "amount", "direction": "higher"}], "rule": {"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}\#(more)}}"#
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf))), year: 2026)
        var now = criteria.emptyFigures(unitCount: 1)
        now[0, 0] = .value(5)
        let before = criteria.emptyFigures(unitCount: 1)
        // Last year is known, and the unit is not among its units.
        let table = try criteria.score(
            now, units: [ScoredUnit(code: "x", level: "commune")], lastYear: LastYear(figures: before, units: [nil]))
        let score = table[0].criterion(1)
        #expect(score.points?.mantissa == points && score.sum.maximum.mantissa == maximum)
        // A convention is settled: nothing is missing. Without one, it is not measured.
        #expect(score.sum.scoredMaximum.mantissa == (convention.isEmpty ? 0 : maximum))
        // A unit that was there without a figure is not new.
        let old = try criteria.score(
            now, units: [ScoredUnit(code: "x", level: "commune")], lastYear: LastYear(figures: before, units: [0]))
        #expect(old[0].criterion(1).status == .notReported)
    }
}
