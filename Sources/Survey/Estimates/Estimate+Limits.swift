internal import ScoreNumerics

extension Estimate {
    /// Sets the limits of an estimate with a positive standard error and positive degrees of freedom.
    mutating func setLimits(_ interval: IntervalChoice.Method) {
        guard let value, let standardError, let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        else { return }
        let reach = -student.quantile((1 - level) / 2)
        switch interval {
        case .logit:
            let odds = ln(value / (1 - value))
            let distance = reach * standardError / (value * (1 - value))
            set(1 / (1 + exponential(distance - odds)), 1 / (1 + exponential(-distance - odds)), by: .logit)
        case .beta:
            // More than this would change the interval by less than its sixth digit.
            let rows = min(effectiveRows, 1e12)
            let (satisfied, others) = (rows * value, rows * (1 - value))
            let below = BetaDistribution(satisfied, others + 1)?.quantile((1 - level) / 2)
            let above = BetaDistribution(others, satisfied + 1)?.quantile((1 - level) / 2)
            guard let below, let above else { return }
            set(below, 1 - above, by: .beta)
        case .wilson:
            let square = NormalDistribution.quantile((1 - level) / 2)
            let share = square * square / effectiveRows
            let middle = (value + share / 2) / (1 + share)
            let distance = (share * (value * (1 - value) + share / 4)).squareRoot() / (1 + share)
            set(max(middle - distance, 0), min(middle + distance, 1), by: .wilson)
        }
    }

    private mutating func set(_ lower: Double, _ upper: Double, by method: Method) {
        (self.lower, self.upper, self.method) = (lower, upper, method)
    }

    /// Sets the one-sided bound of a share of 0 or 1: with n answers alike, up to 1 − (1 − level)^(1/n) may still
    /// differ.
    mutating func bound(at end: Double, by effectiveRows: Double) {
        status = .oneSidedBound
        value = end
        let others = -exponentialLessOne(lnOfOnePlus(-level) / effectiveRows)
        if end == 0 { set(0, others, by: .exactBound) } else { set(1 - others, 1, by: .exactBound) }
    }

    /// The number of independent answers that would give the standard error, adjusted for the degrees of freedom: that
    /// of a simple sample times (t of rows − 1 over t of the degrees of freedom)² (Korn and Graubard 1998); the factor
    /// is one where the rows leave no degrees of freedom.
    private var effectiveRows: Double {
        guard let value, let standardError else { return 0 }
        let simple = value * (1 - value) / standardError / standardError
        guard let ofRows = StudentDistribution(degreesOfFreedom: rows - 1),
            let ofDesign = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        else { return simple }
        let ratio = ofRows.quantile((1 - level) / 2) / ofDesign.quantile((1 - level) / 2)
        return simple * (ratio * ratio)
    }
}

extension StudentDistribution {
    fileprivate init?(degreesOfFreedom: Int) {
        self.init(degreesOfFreedom: Double(degreesOfFreedom))
    }
}
