/// Student's t distribution.
package struct StudentDistribution: Hashable, Sendable {
    /// Degrees of freedom, possibly fractional.
    package let degreesOfFreedom: Double

    /// Makes a distribution; nil unless the degrees of freedom are finite and positive.
    package init?(degreesOfFreedom: Double) {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The distribution of df / (df + t²).
    private var beta: BetaDistribution? { BetaDistribution(degreesOfFreedom / 2, 0.5) }

    /// Below this value of df / (df + t²) only the first term of its distribution matters, and t² may overflow.
    private static let far = 1e-40

    /// The probability of a value up to `t`; relative error near 1e-13, 1e-12 in far tails.
    package func cumulative(_ t: Double) -> Double {
        guard let beta, !t.isNaN else { return .nan }
        let ratio = t / degreesOfFreedom.squareRoot()
        let tail: Double
        if abs(ratio) > 1 / Self.far.squareRoot() {
            tail = exponential(-2 * beta.a * ln(abs(ratio)) - ln(beta.a) - beta.logBeta)
        } else {
            let square = ratio * ratio
            tail = beta.tails(at: .init(x: 1 / (1 + square), y: square / (1 + square))).lower
        }
        return t < 0 ? tail / 2 : 1 - tail / 2
    }

    /// The value below which the share `p` lies; infinite at 0 and 1, NaN outside them.
    package func quantile(_ p: Double) -> Double {
        guard let beta, p >= 0, p <= 1 else { return .nan }
        if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
        let tail = p < 0.5 ? p : 1 - p
        let sign: Double = p < 0.5 ? -1 : 1
        if tail == 0.5 { return 0 }
        let logPlace = (ln(2 * tail) + ln(beta.a) + beta.logBeta) / beta.a
        if logPlace < ln(Self.far) { return sign * degreesOfFreedom.squareRoot() * exponential(-logPlace / 2) }
        let point = beta.point(of: .init(lower: 2 * tail, upper: 1 - 2 * tail))
        return sign * (degreesOfFreedom * point.y / point.x).squareRoot()
    }
}
