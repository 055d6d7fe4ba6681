import Testing
import Values

/// Expected values from R 4's qnorm and lgamma.
struct NormalTests {
    @Test(arguments: [
        (0.5, 0), (0.6, 0.25334710313579978), (0.975, 1.9599639845400536), (0.9999, 3.7190164854557084),
        (1e-10, -6.3613409024040557), (1e-300, -37.047096299361201), (0.925, 1.4395314709384559),
        (0.0749, -1.4402382675279632),
    ])
    func quantilesAreThoseOfR(p: Double, expected: Double) {
        #expect(abs(Normal.quantile(p) - expected) <= 1e-14 * max(1, abs(expected)))
    }

    @Test func theEndsAreInfinite() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(-1) == -.infinity)
    }

    @Test(arguments: [
        (0, 0), (1, 0), (19, 39.339884187199495), (20, 42.335616460753485), (1000, 5912.1281784881639),
        (1_000_000_000, 19723265848.226982),
    ])
    func logarithmsOfFactorialsAreThoseOfR(number: Int, expected: Double) {
        #expect(abs(LogFactorial.of(number) - expected) <= 2e-15 * max(1, expected))
    }
}
