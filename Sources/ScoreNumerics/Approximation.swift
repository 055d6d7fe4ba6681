package import Values

// Where exact numbers become binary floating point: for statistics only, never for a score.

extension ExactRatio {
    /// The nearest floating-point number, or one next to it.
    package var approximation: Double { numerator.nearest / denominator.nearest }
}

extension Int128 {
    /// The nearest floating-point number. `Double.init` converts integers of more than 64 bits bit by bit.
    fileprivate var nearest: Double { Int64(exactly: self).map { Double($0) } ?? Double(self) }
}

extension FixedDecimal {
    /// The nearest floating-point number.
    package var approximation: Double { Double(mantissa) / Double(FixedDecimal.scale) }
}
