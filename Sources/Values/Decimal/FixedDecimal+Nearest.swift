extension FixedDecimal {
    /// The decimal nearest to a floating-point number, with up to as many decimals as given; halves away from zero. Nil
    /// for what is no number or beyond the range.
    package init?(nearest value: Double, digits: Int = FixedDecimal.fractionDigits) {
        guard let mantissa = Int64(exactly: (value * Double(Self.scale)).rounded(.toNearestOrAwayFromZero)),
            let rounded = FixedDecimal(mantissa: mantissa).rounded(Rounding(.halfAwayFromZero, digits: digits))
        else { return nil }
        self = rounded
    }
}
