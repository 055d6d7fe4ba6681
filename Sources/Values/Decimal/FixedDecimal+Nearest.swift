extension FixedDecimal {
    /// The decimal nearest to a floating-point number: taken to six decimals first, since what was a decimal should
    /// be one again (2.675 is 2.68), then to the digits asked for, halves away from zero. Nil for what is not a number
    /// or lies beyond the range.
    public init?(nearest value: Double, digits: Int = FixedDecimal.fractionDigits) {
        guard let mantissa = Int64(exactly: (value * Double(Self.scale)).rounded(.toNearestOrAwayFromZero)),
            let rounded = FixedDecimal(mantissa: mantissa).rounded(Rounding(.halfAwayFromZero, digits: digits))
        else { return nil }
        self = rounded
    }
}
