import Values

extension Metric {
    /// The figure within a limit that is closest to it, a whole number of steps from the start of the domain; nil when
    /// the domain ends before that.
    func leastFigure(within limit: Limit) -> FixedDecimal? {
        let start = minimum ?? 0
        guard let distance = limit.value.subtracting(ExactRatio(start)),
            let steps = Limit(comparison: limit.comparison, value: distance).nearestMultiple(of: step),
            let nearest = start.addingReportingOverflow(steps)
        else { return nil }
        if nearest > maximum ?? nearest || nearest < minimum ?? nearest { return nil }
        return nearest
    }

    /// The numerator that brings a percentage within a limit, with the denominator unchanged; a whole number unless the
    /// counts have fractions.
    func leastNumerator(
        within limit: Limit, of denominator: FixedDecimal, part: FixedDecimal = 1
    ) -> FixedDecimal? {
        guard denominator > 0, let share = limit.value.divided(by: ExactRatio(100)),
            let count = share.multiplied(by: ExactRatio(denominator))
        else { return nil }
        let result = Limit(comparison: limit.comparison, value: count).nearestMultiple(of: part)
        guard let result, result >= 0 else { return nil }
        let most = maximum == 100 ? denominator : result
        return result <= most ? result : nil
    }
}

extension Limit {
    /// The multiple of a step that lies within the limit and closest to it; nil beyond 64 bits.
    func nearestMultiple(of step: FixedDecimal) -> FixedDecimal? {
        guard let steps = value.divided(by: ExactRatio(step)) else { return nil }
        var count: Int128
        switch comparison {
        case .atLeast, .equal: count = Rounding(.up, digits: 0).divide(steps.numerator, by: steps.denominator)
        case .above: count = Rounding(.down, digits: 0).divide(steps.numerator, by: steps.denominator) + 1
        case .atMost: count = Rounding(.down, digits: 0).divide(steps.numerator, by: steps.denominator)
        case .below: count = Rounding(.up, digits: 0).divide(steps.numerator, by: steps.denominator) - 1
        }
        let (mantissa, overflow) = count.multipliedReportingOverflow(by: Int128(step.mantissa))
        return overflow ? nil : Int64(exactly: mantissa).map(FixedDecimal.init(mantissa:))
    }
}
