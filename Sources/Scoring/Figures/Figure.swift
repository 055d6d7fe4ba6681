public import Values

/// What a unit reported for a metric. "Nothing" has three kinds: not reported, not applicable, and zero, which is a
/// value like any other; a survey that is still awaited is a fourth.
public enum Figure: Hashable, Sendable {
    /// A number in the metric's unit; percentages are 0 to 100.
    case value(FixedDecimal)
    /// A percentage as its two counts.
    case ratio(numerator: FixedDecimal, denominator: FixedDecimal)
    /// Chưa báo cáo: nobody reported it.
    case notReported
    /// Không áp dụng: the unit states that it has nothing to be measured.
    case notApplicable
    /// Chờ khảo sát: the survey is still awaited.
    case awaited
    /// Không công bố: whoever measures it does not publish it.
    case notPublished

    /// The figure in machine-readable form: with a decimal point, two counts separated by a slash; empty where there is
    /// no number.
    package var text: String {
        switch self {
        case .value(let value): value.text()
        case .ratio(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .notReported, .notApplicable, .awaited, .notPublished: ""
        }
    }
}

/// Why a figure cannot be right.
public enum FigureFault: Hashable, Sendable {
    /// Outside the metric's domain.
    case outsideDomain(minimum: FixedDecimal?, maximum: FixedDecimal?)
    /// Between two steps: a count that is not whole, points not in the permitted steps.
    case offStep(FixedDecimal)
    /// Two counts for a metric that is not a ratio of counts.
    case notARatio
    /// A negative count.
    case negativeCount
    /// A numerator greater than its denominator where that is impossible.
    case numeratorExceedsDenominator
    /// A non-zero count divided by zero.
    case divisionByZero
}

extension Metric {
    /// What a figure means for this metric: ``Figure/notPublished`` where it is the number that stands for that.
    public func meaning(of figure: Figure) -> Figure {
        guard let notPublished, figure == .value(notPublished.value) else { return figure }
        return .notPublished
    }

    /// What is wrong with a figure for this metric; nil if nothing is.
    ///
    /// A percentage may have any number of decimals: its step says how finely a target is planned, not what can be
    /// measured. 0 ÷ 0 is not a fault here: the criterion's convention decides.
    public func fault(in figure: Figure) -> FigureFault? {
        switch figure {
        case .notReported, .notApplicable, .awaited, .notPublished: return nil
        case .value(let value):
            if value < lawfulMinimum ?? value || value > lawfulMaximum ?? value {
                return .outsideDomain(minimum: lawfulMinimum, maximum: lawfulMaximum)
            }
            let isStepped = kind == .count || kind == .yesNo || kind == .points || kind == .task
            // In 128 bits, because the distance between two figures need not fit in 64.
            let distance = Int128(value.mantissa) - Int128(minimum?.mantissa ?? 0)
            if isStepped, distance % Int128(step.mantissa) != 0 { return .offStep(step) }
            return nil
        case .ratio(let numerator, let denominator):
            guard ratio != nil else { return .notARatio }
            if numerator < 0 || denominator < 0 { return .negativeCount }
            if denominator == 0 { return numerator == 0 ? nil : .divisionByZero }
            guard let percent = ExactRatio(100 * Int128(numerator.mantissa), over: Int128(denominator.mantissa)) else {
                return nil
            }
            if let lawfulMaximum, percent > ExactRatio(lawfulMaximum) {
                return lawfulMaximum == 100
                    ? .numeratorExceedsDenominator : .outsideDomain(minimum: lawfulMinimum, maximum: lawfulMaximum)
            }
            if let lawfulMinimum, percent < ExactRatio(lawfulMinimum) {
                return .outsideDomain(minimum: lawfulMinimum, maximum: lawfulMaximum)
            }
            return nil
        }
    }

    /// Whether a percentage is written like a share of 1: 0,97 where 97 may be meant, or 1 where 100 may be.
    package func looksLikeShare(_ value: FixedDecimal) -> Bool { kind == .percent && value > 0 && value <= 1 }

    /// Whether a figure is beyond a bound that is an expectation.
    public func isUnexpected(_ figure: Figure) -> Bool {
        let value: ExactRatio
        switch figure {
        case .value(let number): value = ExactRatio(number)
        case .ratio(let numerator, let denominator):
            guard let percent = ExactRatio(100 * Int128(numerator.mantissa), over: Int128(denominator.mantissa)) else {
                return false
            }
            value = percent
        case .notReported, .notApplicable, .awaited, .notPublished: return false
        }
        if expectedBounds.contains(.minimum), let minimum, value < ExactRatio(minimum) { return true }
        if expectedBounds.contains(.maximum), let maximum, value > ExactRatio(maximum) { return true }
        return false
    }
}
