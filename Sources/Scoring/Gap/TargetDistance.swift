public import Values

/// How far a measure is from the number of its target.
public struct TargetDistance: Hashable, Sendable {
    /// The target's number with its comparison.
    public let bound: Bound
    /// What is held against it.
    public let measured: ExactRatio
    /// The measured number less the target's, exact, in the unit of both: percentage points for percentages.
    ///
    /// A number that stands exactly at an open limit is at no distance and yet does not meet it.
    public let difference: ExactRatio
    /// Whether the target is met.
    public let isMet: Bool
    /// The least figure that meets the target, in steps of its metric; nil when it is met, when no figure of the domain
    /// does, and when what is held against the target is no single figure.
    public let figure: FixedDecimal?
    /// The count above the line that meets it with the same count below; nil likewise, and unless the figure was
    /// reported as two whole counts.
    public let numerator: FixedDecimal?
    /// So many more cases above the line that is, below zero for fewer: "còn 37 hồ sơ phải đúng hạn".
    public let cases: FixedDecimal?

    /// Holds a measure against its target; nil without a number on either side, and beyond 128 bits.
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

/// Whether a difference from a target that a survey measured is more than chance among those who were asked explains.
public struct SamplingMargin: Hashable, Sendable {
    /// The standard error of the figure, in the figure's own unit.
    public let standardError: Double
    /// Half of the interval that holds the true figure in 95 of 100 samples: 1.96 standard errors.
    public let margin: Double
    /// Whether the distance from the target, on either side, is more than that.
    public let isExceeded: Bool

    /// Holds a distance against a standard error; nil for an error that is no number from zero on.
    init?(standardError: Double, distance: TargetDistance) {
        guard standardError.isFinite, standardError >= 0 else { return nil }
        self.standardError = standardError
        // The 97.5 % point of the normal distribution.
        margin = 1.959_963_984_540_054 * standardError
        let difference = Double(distance.difference.numerator) / Double(distance.difference.denominator)
        isExceeded = abs(difference) > margin
    }
}
