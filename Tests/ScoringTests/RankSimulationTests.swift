import Testing
import Values

@testable import Scoring

@Suite("Figures drawn again and scored by the compiled rules")
struct RankSimulationTests {
    private func simulation(
        _ figures: [[FixedDecimal?]], errors: [Double], seed: UInt64 = 3, draws: Int = 4_000,
        rule: String = #"{"kind": "proportional"}"#
    ) throws -> RankSimulation {
        let scores = try RankSample.scores(maxima: [10], figures, rule: rule, digits: 6)
        var metricErrors = MetricErrors()
        for (unit, error) in errors.enumerated() { metricErrors[unit, "1.1"] = error }
        return RankSimulation(Ranking(scores), scores, errors: metricErrors, draws: draws, seed: seed)
    }

    @Test("a straight rule gives the error of the figure, and chances are those of the normal distribution")
    func straight() throws {
        let result = try simulation([[52], [50], [40]], errors: [2, 2, 0])
        #expect(result.units == [0, 1, 2])
        // Five standard errors of a standard deviation and of a mean of 4 000 draws.
        #expect(abs(result.deviations[0] - 2) < 5 * 2 / 8_000.0.squareRoot())
        #expect(abs(result.means[0] - 52) < 5 * 2 / 4_000.0.squareRoot())
        #expect(result.deviations[2] == 0)
        // pnorm(2 ÷ √8) = 0.7602499 by R.
        #expect(abs(result.share(of: 0, aheadOf: 1) - 0.7602499) < 0.034)
        #expect(abs(result.share(of: 0, aheadOf: 1) + result.share(of: 1, aheadOf: 0) - 1) < 1e-12)
        #expect(result.share(of: 0, aheadOf: 2) == 1)
        #expect(result.shares(among: 2)[2] == 0)
        #expect(result.shares(among: 3)[2] == 1)
    }

    @Test("a jump of the rule is met as often as the figure passes it")
    func jump() throws {
        let rule = """
            {"kind": "bands", "bands": [{"below": 50, "share": 0}, {"atLeast": 50, "share": 100}]}
            """
        let result = try simulation([[51], [49]], errors: [2, 0], rule: rule)
        // pnorm(0.5) = 0.6914625 by R; below the limit both have nothing, and a tie counts half.
        #expect(abs(result.means[0] - 69.14625) < 3.7)
        #expect(abs(result.share(of: 0, aheadOf: 1) - (0.6914625 + 0.3085375 / 2)) < 0.019)
    }

    @Test("figures stay within their metric's domain")
    func domain() throws {
        let result = try simulation([[100], [0]], errors: [5, 5])
        // Half of the draws are clamped: the mean of |N(0, 5)| ÷ 2 is 5 ÷ √(2π) = 1.994711.
        #expect(abs(result.means[0] - (100 - 1.994711)) < 0.24)
        #expect(abs(result.means[1] - 1.994711) < 0.24)
    }

    @Test("the same seed gives the same draws")
    func seeds() throws {
        let figures: [[FixedDecimal?]] = [[52], [50], [51]]
        let first = try simulation(figures, errors: [2, 2, 1], draws: 300)
        let second = try simulation(figures, errors: [2, 2, 1], draws: 300)
        #expect(first.means == second.means)
        #expect(first.share(of: 0, aheadOf: 1) == second.share(of: 0, aheadOf: 1))
        #expect(try simulation(figures, errors: [2, 2, 1], seed: 4, draws: 300).means != first.means)
    }
}
