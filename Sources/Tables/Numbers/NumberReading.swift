package import Values

/// What a cell says as a number.
package enum NumberReading: Hashable, Sendable {
    /// Nothing but spaces.
    case blank
    /// The number before a percent sign, if one follows: `97,5 %` is 97.5 with the flag.
    case number(FixedDecimal, isPercent: Bool)
    /// `1.234` in a table where nothing shows which sign is the decimal one. The number is the reading with
    /// decimals (1.234); the other one is a thousand times as large.
    case ambiguous(asDecimal: FixedDecimal, isPercent: Bool)
    /// No number that can be held exactly.
    case problem(NumberProblem)

    /// The number, when there is one.
    package var value: FixedDecimal? {
        if case .number(let value, _) = self { value } else { nil }
    }
}

/// Why a cell is no number.
package enum NumberProblem: Hashable, Sendable {
    /// No digits in the shape of a number.
    case notANumber
    /// It would be a number if the table's other sign were the decimal one, or another sign divided its groups.
    case otherSeparator
    /// More than six decimals that are not zero; nothing is rounded.
    case tooManyDigits
    /// Beyond ±9 223 372 036 854.775807.
    case tooLarge
}
