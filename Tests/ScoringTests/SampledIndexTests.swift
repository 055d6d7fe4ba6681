import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("Sampling error through the compiled rules")
struct SampledIndexTests {
    private func errors(_ list: (unit: Int, metric: String, error: Double)...) -> MetricErrors {
        var errors = MetricErrors()
        for entry in list { errors[entry.unit, entry.metric] = entry.error }
        return errors
    }

    private func sampled(
        _ scores: ScoreTable, _ errors: MetricErrors, by subject: Ranking.Subject = .total
    ) -> SampledIndices {
        SampledIndices(
            scores, units: Array(scores.units.indices), by: subject, errors: errors, confidence: 0.95)
    }

    @Test("a straight rule: slope times error, on the scale of the index, variances adding up")
    func straight() throws {
        // One point in the share is 10 ÷ 100 and 30 ÷ 100 points, of 40: 0.25 and 0.75 of the index.
        let scores = try RankSample.scores(maxima: [10, 30], [[50, 50], [60, 60]], digits: 6)
        let indices = sampled(scores, errors((0, "1.1", 4), (0, "2.1", 2)))
        #expect(indices.straightCount == 2)
        #expect(indices.boundedCount == 0)
        #expect(abs(indices.normalError - 0.05) < 1e-12)
        // √((4 × 0.25)² + (2 × 0.75)²)
        #expect(abs(indices.values[0].deviation - 3.25.squareRoot()) < 1e-9)
        #expect(indices.values[0].value == 50)
        #expect(indices.values[1].isKnown)
        // By field the scale is the field's own.
        let field = sampled(scores, errors((0, "1.1", 4), (0, "2.1", 2)), by: .node(0))
        #expect(abs(field.values[0].deviation - 4) < 1e-9)
    }

    @Test("rounding of points adds one unit of the last decimal for each uncertain leaf")
    func rounding() throws {
        let scores = try RankSample.scores(maxima: [10], [[50]], digits: 2)
        let value = sampled(scores, errors((0, "1.1", 4))).values[0]
        // 0.01 points of 10 are 0.1 of the index.
        #expect(abs(value.lower + 0.1) < 1e-9)
        #expect(abs(value.upper - 0.1) < 1e-9)
    }

    private static let bands = """
        {"kind": "bands", "bands": [{"below": 50, "share": 0}, {"atLeast": 50, "below": 80, "share": 40},
         {"atLeast": 80, "share": 100}]}
        """

    @Test("near a limit of bands the points are bounded; far from it nothing can move them")
    func bounded() throws {
        // 55 ± 1.96 × 2 stays above 50, yet within five errors the limit is near; at 65 it is not.
        let scores = try RankSample.scores(
            maxima: [10], [[55], [65], [79]], rule: Self.bands, digits: 6)
        let indices = sampled(scores, errors((0, "1.1", 2), (1, "1.1", 2), (2, "1.1", 2)))
        #expect(indices.straightCount == 0)
        #expect(indices.boundedCount == 2)
        #expect(indices.normalError == 0)
        #expect(indices.values[1].isKnown)
        // Two figures share the error: reach is qnorm(1 − 0.05 ÷ 4) = 2.2414; 55 − 4.48 > 50, 79 + 4.48 > 80.
        #expect(indices.values[0].lower > -0.001)
        #expect(abs(indices.values[2].upper - 60) < 0.001)
        #expect(indices.values[2].lower > -0.001)
    }

    @Test("where both kinds occur each gets half of the chance of error")
    func both() throws {
        let rule = #"{"kind": "proportional", "full": {"atLeast": 90}}"#
        let scores = try RankSample.scores(maxima: [10], [[50], [89]], rule: rule, digits: 6)
        let indices = sampled(scores, errors((0, "1.1", 1), (1, "1.1", 1)))
        #expect((indices.straightCount, indices.boundedCount) == (1, 1))
        #expect(abs(indices.normalError - 0.025) < 1e-12)
    }

    @Test("several measures of a leaf: each with its weight, as long as all are straight")
    func measures() throws {
        let leaf = """
            {"code": "1.1", "maximum": 10, "measures": [
              {"code": "1.1.a", "weight": 3, "metrics": [{"kind": "percent", "direction": "higher"}],
               "rule": {"kind": "proportional"}},
              {"code": "1.1.b", "weight": 1, "metrics": [{"kind": "percent", "direction": "higher"}],
               "rule": {"kind": "proportional", "full": {"atLeast": 90}}}]}
            """
        let text = try SampleEdition.text(leaf: JSONNode.parse(leaf))
        let criteria = try CompiledCriteria(SampleEdition.read(text), year: 2025)
        var figures = criteria.emptyFigures(unitCount: 2)
        for unit in 0..<2 {
            figures[unit, 0] = .value(50)
            figures[unit, 1] = .value(unit == 0 ? 40 : 88)
        }
        let units = (0..<2).map { ScoredUnit(code: "\($0)", level: "commune") }
        let scores = try criteria.score(figures, units: units)
        let indices = sampled(
            scores, errors((0, "1.1.a", 4), (0, "1.1.b", 4), (1, "1.1.a", 4), (1, "1.1.b", 4)))
        // Three quarters and one quarter of four points in a hundred: √(3² + 1²).
        #expect(abs(indices.values[0].deviation - 10.0.squareRoot()) < 1e-9)
        // 88 is near the limit of 90: the whole leaf is bounded.
        #expect(indices.values[1].deviation == 0)
        #expect(indices.values[1].upper > 5)
        #expect((indices.straightCount, indices.boundedCount) == (2, 2))
    }

    @Test("an error of a figure that is not reported changes nothing")
    func notReported() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, nil]])
        #expect(sampled(scores, errors((0, "2.1", 5))).values[0].isKnown)
    }

    @Test(
        "whatever figures are drawn within reach, points stay within their bounds", arguments: Draws.seeds(60, of: 150))
    func boundsHold(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let tree = RandomTree(&random, fields: 3, digits: 2)
        let criteria = try tree.compiled(Rounding(.halfAwayFromZero, digits: 2), stage: .leaf, caps: nil)
        let units = [ScoredUnit(code: "u", level: "commune")]
        let figures = tree.figures(criteria, units: 1, &random)
        var errors = MetricErrors()
        for metric in criteria.metrics where random.chance(70) {
            errors[0, metric] = Double(random.int(1...2_000)) / 100
        }
        let scores = try criteria.score(figures, units: units)
        for leaf in UncertainLeaf.all(of: [0], scores, by: .total, errors: errors)[0] {
            let node = leaf.leaf.criterion
            for reach in [0.3, 1, 3] {
                let bounds = leaf.span(within: reach)
                #expect(bounds.lower <= leaf.points + 1e-9 && leaf.points <= bounds.upper + 1e-9)
                for _ in 0..<10 {
                    var drawn = figures
                    for figure in leaf.figures {
                        let span = figure.span(within: reach)
                        let share = Double(random.int(0...1_000)) / 1_000
                        let value = span.lower + share * span.width
                        drawn[0, figure.column] = .value(
                            FixedDecimal(mantissa: Int64((value * 1_000_000).rounded())))
                    }
                    guard let points = try criteria.score(drawn, units: units)[0].criterion(node).points else {
                        continue
                    }
                    // Points are rounded to two decimals, and drawn figures to six.
                    let tolerance = 0.006 + abs(points.approximation) * 1e-6
                    #expect(bounds.lower - tolerance <= points.approximation)
                    #expect(points.approximation <= bounds.upper + tolerance)
                }
            }
        }
    }
}
