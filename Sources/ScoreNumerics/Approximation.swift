package import Values

// Where exact numbers become binary floating point: for statistics alone, no score is made of it.

extension ExactRatio {
    /// The nearest number in binary floating point, or the one beside it.
    package var approximation: Double { Double(numerator) / Double(denominator) }
}

extension FixedDecimal {
    /// The nearest number in binary floating point.
    package var approximation: Double { Double(mantissa) / Double(FixedDecimal.scale) }
}
