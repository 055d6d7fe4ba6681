/// The square root of a fraction in whole parts of one, rounded once, a half away from zero; nil beyond 128 bits and for a
/// denominator of zero.
///
/// Traps where four squares of the parts do not fit in 128 bits.
func roundedRoot(of numerator: UInt128, over denominator: UInt128, parts: UInt128) -> UInt128? {
    // Twice the root, cut to a whole number, says to which side of a half it lies.
    let scaled = numerator.multipliedFullWidth(by: 4 * parts * parts)
    guard scaled.high < denominator else { return nil }
    return (denominator.dividingFullWidth(scaled).quotient.integerRoot + 1) / 2
}
