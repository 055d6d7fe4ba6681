public import Values

/// The distance of a measure from the number of its target.
public struct TargetDistance: Hashable, Sendable {
    /// The target's number with its comparison.
    public let bound: Bound
    /// What is compared with it.
    public let measured: ExactRatio
    /// The measured number minus the target's, exact, in the unit of both: percentage points for percentages.
    ///
    /// A number exactly at an excluded limit has a distance of zero and yet does not meet it.
    public let difference: ExactRatio
    /// Whether the target is met.
    public let isMet: Bool
    /// The nearest figure that meets the target, in steps of its metric; nil when it is met, when no figure in the
    /// domain meets it, and when what is compared with the target is not a single figure.
    public let figure: FixedDecimal?
    /// The numerator that meets it with the denominator unchanged; nil in the same cases, and unless the figure was
    /// reported as two whole counts.
    public let numerator: FixedDecimal?
    /// The number of additional cases in the numerator, negative for fewer: "còn 37 hồ sơ phải đúng hạn".
    public let cases: FixedDecimal?

    /// Compares a measure with its target; nil without a number on either side, and beyond 128 bits.
    init?(_ explanation: MeasureExplanation) {
        guard let bound = explanation.target, let measured = explanation.targetNumber,
            let difference = measured.subtracting(ExactRatio(bound.value))
        else { return nil }
        self.bound = bound
        self.measured = measured
        self.difference = difference
        isMet = bound.admits(measured)
        let main = explanation.figures.first { !$0.isLastYear }
        guard !isMet, let main, main.figure.exactNumber == measured else {
            (figure, numerator, cases) = (nil, nil, nil)
            return
        }
        let limit = Limit(bound)
        figure = main.metric.leastFigure(within: limit)
        var needed: FixedDecimal?
        var further: FixedDecimal?
        if figure != nil, case .ratio(let count, let whole) = main.figure, count.isInteger, whole.isInteger {
            needed = main.metric.leastNumerator(within: limit, of: whole)
            // Both lie between zero and the same order of magnitude, so the difference fits.
            further = needed.map { $0 - count }
        }
        (numerator, cases) = (needed, further)
    }
}

/// Whether a surveyed figure's distance from its target is more than sampling chance explains.
public struct SamplingMargin: Hashable, Sendable {
    /// The standard error of the figure, in the figure's own unit.
    public let standardError: Double
    /// Half the width of the 95 % confidence interval: 1.96 standard errors.
    public let margin: Double
    /// Whether the distance from the target, in either direction, exceeds the margin.
    public let isExceeded: Bool

    /// Compares a distance with a standard error; nil unless the error is a non-negative number.
    init?(standardError: Double, distance: TargetDistance) {
        guard standardError.isFinite, standardError >= 0 else { return nil }
        self.standardError = standardError
        // The 97.5th percentile of the standard normal distribution.
        margin = 1.959_963_984_540_054 * standardError
        let difference = Double(distance.difference.numerator) / Double(distance.difference.denominator)
        isExceeded = abs(difference) > margin
    }
}
