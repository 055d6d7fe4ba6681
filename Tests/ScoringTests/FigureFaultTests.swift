import Scoring
import Testing
import Values

@Suite("What cannot be right about a figure")
struct FigureFaultTests {
    private func metric(_ text: String, rule: String) throws -> Metric {
        let leaf = try JSONNode.parse(#"{"maximum": 2, "metrics": [\#(text)], "rule": \#(rule)}"#)
        return try #require(SampleEdition.read(SampleEdition.text(leaf: leaf)).metrics.first)
    }

    @Test("points that people give keep to the rule's limits and steps")
    func freeValue() throws {
        let metric = try metric(
            #"{"kind": "points", "direction": "higher"}"#,
            rule: #"{"kind": "freeValue", "minimum": 0.5, "maximum": 2, "step": 0.25}"#)
        let quarter = FixedDecimal(mantissa: 250_000)
        for count: Int64 in 2...8 {
            #expect(metric.fault(in: .value(FixedDecimal(mantissa: count * quarter.mantissa))) == nil)
        }
        #expect(metric.fault(in: .value(FixedDecimal(mantissa: 1_100_000))) == .offStep(quarter))
        let outside = FigureFault.outsideDomain(minimum: FixedDecimal(mantissa: 500_000), maximum: 2)
        #expect(metric.fault(in: .value(quarter)) == outside)
        #expect(metric.fault(in: .value(2 + quarter)) == outside)
    }

    /// 90 % is what is expected, 100 % what is possible; an expected 100 % may be exceeded.
    @Test("what is expected of a percentage does not make impossible ones possible")
    func expectations() throws {
        func metric(_ bounds: String) throws -> Metric {
            try self.metric(
                #"{"kind": "percent", "direction": "higher", \#(bounds)}"#, rule: #"{"kind": "proportional"}"#)
        }
        let most = try metric(#""maximum": 90, "expectedBounds": ["maximum"]"#)
        #expect(most.fault(in: .value(95)) == nil && most.isUnexpected(.value(95)))
        #expect(most.fault(in: .value(100)) == nil)
        #expect(
            most.fault(in: .value(FixedDecimal(mantissa: 100_010_000))) == .outsideDomain(minimum: 0, maximum: 100))
        let least = try metric(#""minimum": 10, "expectedBounds": ["minimum"]"#)
        #expect(least.fault(in: .value(0)) == nil && least.isUnexpected(.value(0)))
        #expect(least.fault(in: .value(-1)) == .outsideDomain(minimum: 0, maximum: 100))
        let whole = try metric(#""expectedBounds": ["maximum"]"#)
        #expect(whole.fault(in: .value(105)) == nil && whole.isUnexpected(.value(105)))
    }

    @Test("a percentage by two counts")
    func percent() throws {
        let metric = try metric(
            #"{"kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}"#,
            rule: #"{"kind": "proportional"}"#)
        func fault(_ numerator: FixedDecimal, _ denominator: FixedDecimal) -> FigureFault? {
            metric.fault(in: .ratio(numerator: numerator, denominator: denominator))
        }
        #expect(fault(0, 5) == nil && fault(5, 5) == nil && fault(0, 0) == nil)
        #expect(fault(6, 5) == .numeratorExceedsDenominator)
        #expect(fault(5, 0) == .divisionByZero)
        #expect(fault(-1, 5) == .negativeCount && fault(1, -5) == .negativeCount)
        #expect(metric.fault(in: .value(FixedDecimal(mantissa: 33_333_333))) == nil)
        #expect(metric.fault(in: .value(101)) == .outsideDomain(minimum: 0, maximum: 100))
        for figure in [Figure.notReported, .notApplicable, .awaited] { #expect(metric.fault(in: figure) == nil) }
    }

    @Test("a count is whole and not below zero, and is no ratio")
    func count() throws {
        let metric = try metric(
            #"{"kind": "count", "direction": "higher"}"#, rule: #"{"kind": "perItem", "each": {"points": 1}}"#)
        #expect(metric.fault(in: .value(3)) == nil)
        #expect(metric.fault(in: .value(FixedDecimal(mantissa: 3_500_000))) == .offStep(1))
        #expect(metric.fault(in: .value(-1)) == .outsideDomain(minimum: 0, maximum: nil))
        #expect(metric.fault(in: .ratio(numerator: 1, denominator: 2)) == .notARatio)
    }
}
