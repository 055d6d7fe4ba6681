/// How a number is reduced to a given number of decimals. Each criteria edition states its own rule.
public struct Rounding: Hashable, Sendable {
    /// What happens to the digits that are dropped.
    public enum Mode: String, CaseIterable, Hashable, Sendable {
        /// To the nearest; a half goes away from zero (0.125 → 0.13, −0.125 → −0.13). The rule taught in school.
        case halfAwayFromZero
        /// To the nearest; a half goes to the even digit (0.125 → 0.12).
        case halfToEven
        /// Towards zero: digits are truncated.
        case towardsZero
        /// Towards the smaller number.
        case down
        /// Towards the larger number.
        case up
    }

    /// What happens to the digits that are dropped.
    public var mode: Mode
    /// Decimals kept, 0 to 6.
    public var digits: Int

    /// Makes a rounding rule; `digits` is clamped to 0...6.
    public init(_ mode: Mode, digits: Int) {
        self.mode = mode
        self.digits = min(max(digits, 0), FixedDecimal.fractionDigits)
    }

    /// Six decimals, a half away from zero: the precision carried internally when an edition rounds at a later step.
    public static let finest = Rounding(.halfAwayFromZero, digits: FixedDecimal.fractionDigits)

    /// Millionths in one unit of the last decimal kept.
    @usableFromInline package var quantum: Int64 {
        var value: Int64 = 1
        for _ in digits..<FixedDecimal.fractionDigits { value *= 10 }
        return value
    }
}

extension Rounding {
    /// `numerator / denominator` as an integer, rounded by the mode. `denominator` must be positive.
    @inlinable
    @inline(__always)
    package func divide<Integer: FixedWidthInteger & SignedInteger>(
        _ numerator: Integer, by denominator: Integer
    ) -> Integer {
        let quotient = numerator / denominator
        return settle(
            quotient, remainder: (numerator &- quotient &* denominator).magnitude, of: denominator.magnitude,
            isNegative: numerator < 0)
    }

    /// Rounds a quotient, already truncated towards zero, by its remainder.
    ///
    /// Written without early returns, so that columns of points are rounded without unpredictable branches.
    @inlinable
    @inline(__always)
    package func settle<Integer: FixedWidthInteger & SignedInteger>(
        _ quotient: Integer, remainder: Integer.Magnitude, of denominator: Integer.Magnitude, isNegative: Bool
    ) -> Integer {
        let away: Integer = isNegative ? -1 : 1
        // Compares the remainder with its complement: doubling it could overflow.
        let opposite = denominator &- remainder
        switch mode {
        case .halfAwayFromZero: return remainder >= opposite ? quotient &+ away : quotient
        case .halfToEven:
            let isAway = remainder > opposite || (remainder == opposite && quotient & 1 != 0)
            return isAway ? quotient &+ away : quotient
        case .towardsZero: return quotient
        case .down: return isNegative && remainder != 0 ? quotient &- 1 : quotient
        case .up: return !isNegative && remainder != 0 ? quotient &+ 1 : quotient
        }
    }
}

extension FixedDecimal {
    /// The number rounded by the rule, or nil when the result does not fit in 64 bits.
    public func rounded(_ rounding: Rounding) -> FixedDecimal? {
        let quantum = rounding.quantum
        let (product, overflow) = rounding.divide(mantissa, by: quantum).multipliedReportingOverflow(by: quantum)
        return overflow ? nil : FixedDecimal(mantissa: product)
    }
}
