/// A bound proven in integer arithmetic from row multipliers of any origin, here floating point: every sum of rows with
/// non-negative multipliers is a consequence of the rows, so an inexact multiplier weakens the bound and never makes it
/// wrong (Neumaier and Shcherbina 2004, "Safe bounds in linear and mixed-integer linear programming").
struct ProvenBound {
    /// `scale` times a lower bound of the cost.
    private(set) var scaled: Int128 = 0
    /// `scale` times the reduced cost of each variable.
    private(set) var reducedCosts: [Int128]
    /// A power of two.
    let scale: Int128

    /// With `isCosted` false the costs count as 0; a positive bound then proves that nothing satisfies the rows.
    ///
    /// A multiplier becomes at most 2⁴⁰, the scale at most 2⁵⁵, sums of a row's coefficients stay below 2⁶² and there
    /// are at most 2¹⁴ rows: all sums stay below 2¹¹⁸.
    init(_ model: LinearModel, ranges: [VariableRange], multipliers: [Double], isCosted: Bool) {
        let greatest = multipliers.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
        // Multipliers too large even as integers are clipped.
        let exponent = greatest > 0 ? min(max(39 - Int(greatest.exponent), 0), 55) : 0
        let scale = Int128(1) << exponent
        self.scale = scale
        let factor = Double(sign: .plus, exponent: exponent, significand: 1)
        reducedCosts = isCosted ? model.costs.map { Int128($0) * scale } : Array(repeating: 0, count: model.costs.count)
        for (row, multiplier) in zip(model.rows, multipliers) where multiplier > 0 && multiplier.isFinite {
            let whole = Int64(min(multiplier * factor, 0x1p40))
            guard whole > 0 else { continue }
            scaled += product(whole, row.bound)
            for term in row.terms { reducedCosts[term.variable] -= product(whole, term.factor) }
        }
        for (range, cost) in zip(ranges, reducedCosts) {
            scaled += cost > 0 ? cost * Int128(range.lower) : cost * Int128(range.upper)
        }
    }

    /// Approximately the bound, for decisions that only affect the speed of the search.
    var approximate: Double { Double(scaled) / Double(scale) }

    /// The bound rounded up to a multiple of a unit that divides every cost.
    func bound(unit: Int64, adding extra: Int128 = 0) -> Int64 {
        let divisor = scale * Int128(unit)
        let (quotient, remainder) = (scaled + extra).quotientAndRemainder(dividingBy: divisor)
        let units = remainder > 0 ? quotient + 1 : quotient
        return Int64(clamping: units * Int128(unit))
    }
}
