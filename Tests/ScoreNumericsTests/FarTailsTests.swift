import ScoreNumerics
import Testing

@Suite("Far tails")
struct FarTailsTests {
    // Expected values by numerical integration with fifty digits: checks/r-survey/far-tails.py.
    @Test(
        "of beta distributions with huge parameters keep twelve digits",
        arguments: [
            (1e8, 1e8, 0.4997, 1.0759798670754072e-17), (1e8, 1e8, 0.4995, 1.0441915848019899e-45),
            (1e8, 1e8, 0.49983, 7.609961754257836e-7), (3e8, 1e9, 0.2307, 1.5621685070109373e-9),
        ])
    func huge(a: Double, b: Double, place: Double, expected: Double) throws {
        let beta = try #require(BetaDistribution(a, b))
        #expect(abs(beta.cumulative(place) / expected - 1) < 1e-12)
    }

    @Test("are no number where the work would have no end")
    func endless() throws {
        let beta = try #require(BetaDistribution(1e25, 1e25))
        #expect(beta.cumulative(0.5).isNaN)
        #expect(beta.quantile(0.025).isNaN)
    }
}
