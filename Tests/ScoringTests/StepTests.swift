import Testing
import Values

@testable import Scoring

/// A step is shown only if it brings more points as the edition rounds them.
@Suite struct StepTests {
    private func steps(_ figure: FixedDecimal, bands: String, digits: Int, mode: String = "down") throws -> [NextStep] {
        let edition = """
            {"rounding": {"points": {"mode": "\(mode)", "digits": \(digits), "stage": "leaf"},
                          "index": {"mode": "down", "digits": 2}}}
            """
        let leaf = """
            {"maximum": 1, "metrics": [{"kind": "count", "direction": "higher"}],
             "rule": {"kind": "bands", "bands": [\(bands)]}}
            """
        let text = try SampleEdition.text(leaf: JSONNode.parse(leaf), edition: JSONNode.parse(edition))
        let criteria = try CompiledCriteria(SampleEdition.read(text), year: 2025)
        var figures = criteria.emptyFigures(unitCount: 1)
        figures[0, 0] = .value(figure)
        let score = try criteria.score(figures, units: [ScoredUnit(code: "x", level: "commune")])[0]
        return try #require(score.explanation(of: "1.1")).measures[0].nextSteps
    }

    private static let bands = """
        {"below": 10, "share": 0}, {"atLeast": 10, "below": 20, "share": 40},
        {"atLeast": 20, "below": 30, "share": 44}, {"atLeast": 30, "share": 49}
        """

    @Test func aSecondStepOfEqualPointsIsNone() throws {
        // 0.40, 0.44 and 0.49 are all 0.4 when truncated to one decimal.
        let steps = try steps(5, bands: Self.bands, digits: 1)
        #expect(steps.map(\.figure) == [10])
        #expect(try steps.map(\.points) == [FixedDecimal("0.4")])
        #expect(try steps.map(\.gain) == [FixedDecimal("0.4")])
    }

    @Test func aStepThatGainsNothingIsNone() throws {
        #expect(try steps(12, bands: Self.bands, digits: 1).isEmpty)
    }

    @Test func whereRoundingLeavesMoreTheLastStepIsTold() throws {
        // With two decimals: the next one, and the best.
        let steps = try steps(5, bands: Self.bands, digits: 2)
        #expect(steps.map(\.figure) == [10, 30])
        #expect(try steps.map(\.points) == [FixedDecimal("0.4"), FixedDecimal("0.49")])
        // Rounded up to one decimal: 0.4, then 0.5 from 20 on; 30 brings no more than that.
        let upwards = try self.steps(5, bands: Self.bands, digits: 1, mode: "up")
        #expect(upwards.map(\.figure) == [10, 20])
    }
}
