package import Values

/// A cell read as a number.
package enum NumberReading: Hashable, Sendable {
    /// Nothing but spaces.
    case blank
    /// A number, and whether a percent sign follows: `97,5 %` is 97.5 with the flag.
    case number(FixedDecimal, isPercent: Bool)
    /// `1.234` in a table where nothing shows the decimal separator. The number is the reading with decimals (1.234);
    /// the other reading is a thousand times as large.
    case ambiguous(asDecimal: FixedDecimal, isPercent: Bool)
    /// Not a number that can be held exactly.
    case problem(NumberProblem)

    /// The number, when there is one.
    package var value: FixedDecimal? {
        if case .number(let value, _) = self { value } else { nil }
    }
}

/// Why a cell is not a number.
package enum NumberProblem: Hashable, Sendable {
    /// No digits in the shape of a number.
    case notANumber
    /// It would be a number with the other decimal separator, or another thousands separator.
    case otherSeparator
    /// More than six significant decimals; nothing is rounded.
    case tooManyDigits
    /// Beyond ±9 223 372 036 854.775807.
    case tooLarge
}
