package import Values

// Where exact numbers become binary floating point: for statistics only, never for a score.

extension ExactRatio {
    /// The nearest floating-point number, or one next to it.
    package var approximation: Double { Double(numerator) / Double(denominator) }
}

extension FixedDecimal {
    /// The nearest floating-point number.
    package var approximation: Double { Double(mantissa) / Double(FixedDecimal.scale) }
}
