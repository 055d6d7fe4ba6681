internal import ScoreNumerics

/// A number estimated from one sample or several, tested against zero: a difference, a distance from a target, a trend.
public struct SurveyTest: Hashable, Sendable {
    /// The estimated number; shares count from 0 to 1.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Double
    /// Degrees of freedom: clusters minus strata minus one, as R's `svyttest`.
    public let degreesOfFreedom: Int
    /// The probability of a number this far from zero, on either side, if the true one were zero.
    public let pValue: Double
    /// The limits of the interval.
    public let lower, upper: Double

    /// Tests a number; nil where it has no error, or no degrees of freedom are left.
    /// - Parameters:
    ///   - degreesOfFreedom: Clusters minus strata; one less is used.
    ///   - level: The confidence level of the interval.
    init?(_ estimate: Double, standardError: Double, degreesOfFreedom: Int, level: Double) {
        let freedom = degreesOfFreedom - 1
        guard standardError > 0, let student = StudentDistribution(degreesOfFreedom: Double(freedom)) else {
            return nil
        }
        (self.estimate, self.standardError, self.degreesOfFreedom) = (estimate, standardError, freedom)
        pValue = min(2 * student.cumulative(-abs(estimate / standardError)), 1)
        let reach = -student.quantile((1 - level) / 2) * standardError
        (lower, upper) = (estimate - reach, estimate + reach)
    }

    /// Tests whether an index differs from a target, as R's `svyttest(I(y - target) ~ 0)`; nil without a standard error.
    public init?(_ estimate: Estimate, target: Double) {
        guard let value = estimate.value, let error = estimate.standardError else { return nil }
        self.init(
            value - target, standardError: error, degreesOfFreedom: estimate.degreesOfFreedom, level: estimate.level)
    }

    /// Tests whether an index of one sample differs from that of another, drawn independently of it: variances add up, and
    /// degrees of freedom do (R's `svyttest` of both samples as strata of one); nil without standard errors.
    public init?(change first: Estimate, to second: Estimate) {
        self.init(trend: [(0, first), (1, second)])
    }

    /// Tests whether an index changes from sample to sample, drawn independently: the slope of the least squares line
    /// Σ (t − t̄) R ÷ Σ (t − t̄)², R's `svycontrast` of the samples as strata of one; nil without standard errors, or with
    /// one time only.
    /// - Parameter estimates: With the time of each, such as its year.
    public init?(trend estimates: [(time: Double, estimate: Estimate)]) {
        guard let level = estimates.first?.estimate.level else { return nil }
        let mean = estimates.reduce(0) { $0 + $1.time } / Double(estimates.count)
        let spread = estimates.reduce(0) { $0 + ($1.time - mean) * ($1.time - mean) }
        guard spread > 0 else { return nil }
        var (slope, variance, freedom) = (0.0, 0.0, 0)
        for (time, estimate) in estimates {
            guard let value = estimate.value, let error = estimate.standardError else { return nil }
            let coefficient = (time - mean) / spread
            slope += coefficient * value
            variance += coefficient * coefficient * error * error
            freedom += estimate.degreesOfFreedom
        }
        self.init(slope, standardError: variance.squareRoot(), degreesOfFreedom: freedom, level: level)
    }
}

/// Many tests at once.
public enum Holm {
    /// The p-values that are held against a level when all are looked at: none of the true hypotheses is rejected with a
    /// probability above it (Holm 1979, Scandinavian Journal of Statistics 6, 65–70; R's `p.adjust(method = "holm")`).
    public static func adjusted(_ pValues: [Double]) -> [Double] {
        var adjusted = pValues
        var most = 0.0
        for (rank, position) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
            most = max(most, min(Double(pValues.count - rank) * pValues[position], 1))
            adjusted[position] = most
        }
        return adjusted
    }
}
