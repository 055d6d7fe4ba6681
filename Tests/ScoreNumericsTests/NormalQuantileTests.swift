import ScoreNumerics
import Testing

/// Expected values from R 4's qnorm, nearly to the last digit.
struct NormalQuantileTests {
    @Test(arguments: [
        (0.5, 0), (0.6, 0.25334710313579978), (0.975, 1.9599639845400536), (0.9999, 3.7190164854557084),
        (1e-10, -6.3613409024040557), (1e-300, -37.047096299361201), (0.925, 1.4395314709384559),
        (0.0749, -1.4402382675279632),
    ])
    func quantilesAreThoseOfR(p: Double, expected: Double) {
        #expect(abs(NormalDistribution.quantile(p) - expected) <= 1e-14 * max(1, abs(expected)))
    }
}
