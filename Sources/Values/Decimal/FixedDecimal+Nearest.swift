extension FixedDecimal {
    /// The decimal nearest to a floating-point number, with at most the specified number of decimals; halves round away
    /// from zero. Nil for values that are not finite or out of range.
    package init?(nearest value: Double, digits: Int = FixedDecimal.fractionDigits) {
        guard let mantissa = Int64(exactly: (value * Double(Self.scale)).rounded(.toNearestOrAwayFromZero)),
            let rounded = FixedDecimal(mantissa: mantissa).rounded(Rounding(.halfAwayFromZero, digits: digits))
        else { return nil }
        self = rounded
    }
}
