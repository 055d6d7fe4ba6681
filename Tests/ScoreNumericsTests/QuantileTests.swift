import ScoreNumerics
import Testing

@Suite("Quantiles")
struct QuantileTests {
    static let parameters = [1e-6, 1e-3, 0.04, 0.5, 1, 2.5, 19, 1234.5, 1e6, 3e8]
    static let shares = [1e-250, 1e-60, 1e-9, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999_999, 1 - 1e-12]

    // The cumulative functions are tested against R; a quantile must lie where they cross the share.
    @Test("of beta distributions lie where the cumulative function passes", arguments: parameters)
    func beta(a: Double) throws {
        for b in Self.parameters {
            let beta = try #require(BetaDistribution(a, b))
            for share in Self.shares {
                let place = beta.quantile(share)
                // In a flat stretch the function itself is rounded.
                let (less, more) = (share * (1 - 4e-16), share * (1 + 4e-16))
                // The quantile may be closer to 0 than the smallest number, or closer to 1 than the next one.
                if place < 1e-300 {
                    #expect(beta.cumulative(1e-300) >= less, "\(a) \(b) \(share)")
                } else if place == 1 {
                    #expect(beta.cumulative(1.0.nextDown) <= more, "\(a) \(b) \(share)")
                } else {
                    #expect(beta.cumulative(place * (1 - 1e-12)) <= more, "\(a) \(b) \(share) \(place)")
                    #expect(beta.cumulative(min(place * (1 + 1e-12), 1)) >= less, "\(a) \(b) \(share) \(place)")
                }
            }
        }
    }

    @Test("of Student's t with one and two degrees of freedom are the closed forms")
    func closedForms() throws {
        let one = try #require(StudentDistribution(degreesOfFreedom: 1))
        let two = try #require(StudentDistribution(degreesOfFreedom: 2))
        // −1 / (π p) for tiny p; −(1 − 2p) / √(2p (1 − p)).
        #expect(abs(one.quantile(1e-300) / (-1e300 / .pi) - 1) < 1e-12)
        for p in [1e-300, 1e-80, 1e-12, 0.025, 0.3, 0.499] {
            let expected = -(1 - 2 * p) / (2 * p * (1 - p)).squareRoot()
            #expect(abs(two.quantile(p) / expected - 1) < 1e-12)
        }
    }

    @Test("end at the ends, and are no number beyond")
    func ends() throws {
        let beta = try #require(BetaDistribution(2, 3))
        let student = try #require(StudentDistribution(degreesOfFreedom: 4))
        #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1)
        #expect(beta.cumulative(-1) == 0 && beta.cumulative(2) == 1 && beta.upper(0) == 1 && beta.upper(1) == 0)
        #expect(student.quantile(0) == -.infinity && student.quantile(1) == .infinity && student.quantile(0.5) == 0)
        #expect(
            student.cumulative(0) == 0.5 && student.cumulative(.infinity) == 1 && student.cumulative(-.infinity) == 0)
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
        for share in [-0.1, 1.1, Double.nan] {
            #expect(beta.quantile(share).isNaN && student.quantile(share).isNaN)
            #expect(NormalDistribution.quantile(share).isNaN)
        }
        #expect(beta.cumulative(.nan).isNaN && student.cumulative(.nan).isNaN)
    }

    @Test("need parameters that make a distribution", arguments: [0, -1, Double.infinity, .nan])
    func impossible(parameter: Double) {
        #expect(BetaDistribution(parameter, 1) == nil)
        #expect(BetaDistribution(1, parameter) == nil)
        #expect(StudentDistribution(degreesOfFreedom: parameter) == nil)
    }
}
