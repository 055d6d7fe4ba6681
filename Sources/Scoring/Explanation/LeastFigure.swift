import Values

extension Metric {
    /// The figure within a limit that lies nearest to it, a whole number of steps from the domain's start; nil when the
    /// domain ends before.
    func leastFigure(within limit: Limit) -> FixedDecimal? {
        let start = minimum ?? 0
        guard let distance = limit.value.subtracting(ExactRatio(start)),
            let steps = Limit(comparison: limit.comparison, value: distance).nearestMultiple(of: step),
            let nearest = start.addingReportingOverflow(steps)
        else { return nil }
        if nearest > maximum ?? nearest || nearest < minimum ?? nearest { return nil }
        return nearest
    }

    /// The count above the line that brings a percentage within a limit, with the same count below it; a whole number
    /// unless the counts are measured in smaller parts.
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
    /// The multiple of a step that lies within the limit and nearest to it; nil beyond 64 bits.
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
