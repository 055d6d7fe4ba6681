/// A fraction of two 128-bit integers in lowest terms, with a positive denominator.
///
/// Scores are computed as fractions and rounded once at the end. Sums, products and quotients return nil when the exact
/// result does not fit in 128 bits; callers turn that into a finding, never into an approximation.
public struct ExactRatio: Hashable, Sendable {
    /// The numerator, which carries the sign.
    public let numerator: Int128
    /// The denominator, always positive.
    public let denominator: Int128

    /// `numerator / denominator` in lowest terms, or nil when the denominator is zero or either part is the smallest
    /// 128-bit integer.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        // Divisions of 64 bits take a tenth of the time, and nearly all parts fit.
        if let (above, below) = Self.narrow(numerator, denominator) {
            let divisor = Int64(greatestCommonDivisor(above, below)) * (below < 0 ? -1 : 1)
            (self.numerator, self.denominator) = (Int128(above / divisor), Int128(below / divisor))
            return
        }
        let divisor = Int128(greatestCommonDivisor(numerator, denominator))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// Both parts in 64 bits, where they fit and none is the smallest integer, which has no counterpart.
    private static func narrow(_ numerator: Int128, _ denominator: Int128) -> (Int64, Int64)? {
        guard let above = Int64(exactly: numerator), let below = Int64(exactly: denominator), above != .min,
            below != .min
        else { return nil }
        return (above, below)
    }

    private init(reducedNumerator numerator: Int128, denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A whole number as a fraction.
    public init(_ integer: Int) {
        self.init(reducedNumerator: Int128(integer), denominator: 1)
    }

    /// A decimal number as a fraction.
    public init(_ decimal: FixedDecimal) {
        let divisor = Int64(greatestCommonDivisor(decimal.mantissa, FixedDecimal.scale))
        self.init(
            reducedNumerator: Int128(decimal.mantissa / divisor), denominator: Int128(FixedDecimal.scale / divisor))
    }

    /// Zero.
    public static let zero = ExactRatio(0)
    /// One.
    public static let one = ExactRatio(1)

}

extension ExactRatio {
    /// The sum, or nil beyond 128 bits.
    public func adding(_ other: ExactRatio) -> ExactRatio? {
        // The common factor of the denominators is taken out first, so that it is not counted twice.
        let shared = Int128(greatestCommonDivisor(denominator, other.denominator))
        guard let left = Self.product(numerator, other.denominator / shared),
            let right = Self.product(other.numerator, denominator / shared),
            let below = Self.product(denominator / shared, other.denominator)
        else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactRatio(sum, over: below)
    }

    /// The difference, or nil beyond 128 bits.
    public func subtracting(_ other: ExactRatio) -> ExactRatio? {
        adding(other.negated)
    }

    /// The product, or nil beyond 128 bits.
    public func multiplied(by other: ExactRatio) -> ExactRatio? {
        // Reducing crosswise first keeps the intermediate products as small as the result.
        guard let first = ExactRatio(numerator, over: other.denominator),
            let second = ExactRatio(other.numerator, over: denominator),
            let above = Self.product(first.numerator, second.numerator), above != .min,
            let below = Self.product(first.denominator, second.denominator)
        else { return nil }
        // Each part of one has been reduced by each part of the other.
        return above == 0 ? .zero : ExactRatio(reducedNumerator: above, denominator: below)
    }

    /// The quotient, or nil beyond 128 bits and for a divisor of zero.
    public func divided(by other: ExactRatio) -> ExactRatio? {
        if other.numerator == 0 { return nil }
        let sign: Int128 = other.numerator < 0 ? -1 : 1
        return multiplied(
            by: ExactRatio(reducedNumerator: sign * other.denominator, denominator: sign * other.numerator))
    }

    /// The fraction with the opposite sign.
    public var negated: ExactRatio {
        ExactRatio(reducedNumerator: -numerator, denominator: denominator)
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }

    /// The fraction rounded to a decimal, once, from its exact value; nil beyond the range of ``FixedDecimal``.
    public func rounded(_ rounding: Rounding) -> FixedDecimal? {
        let parts = UInt128(FixedDecimal.scale / rounding.quantum)
        // The intermediate result has 256 bits: a fraction with large parts may well have a small value.
        let product = numerator.magnitude.multipliedFullWidth(by: parts)
        let divisor = denominator.magnitude
        guard product.high < divisor else { return nil }
        let (quotient, remainder) =
            product.high == 0
            ? product.low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth(product)
        guard quotient <= UInt128(UInt64.max) else { return nil }
        let isNegative = numerator < 0
        let settled = rounding.settle(
            isNegative ? -Int128(quotient) : Int128(quotient), remainder: remainder, of: divisor,
            isNegative: isNegative)
        return Int64(exactly: settled * Int128(rounding.quantum)).map(FixedDecimal.init(mantissa:))
    }

    /// The fraction as a decimal if six digits represent it exactly.
    public var exactDecimal: FixedDecimal? {
        guard Int128(FixedDecimal.scale) % denominator == 0,
            let mantissa = Self.product(numerator, Int128(FixedDecimal.scale) / denominator),
            let narrow = Int64(exactly: mantissa)
        else { return nil }
        return FixedDecimal(mantissa: narrow)
    }
}

extension ExactRatio: Comparable {
    /// Compares by value.
    public static func < (left: ExactRatio, right: ExactRatio) -> Bool {
        // 256-bit cross products: a comparison cannot fail.
        let crossLeft = left.numerator.multipliedFullWidth(by: right.denominator)
        let crossRight = right.numerator.multipliedFullWidth(by: left.denominator)
        return (crossLeft.high, crossLeft.low) < (crossRight.high, crossRight.low)
    }
}

extension ExactRatio: CustomStringConvertible {
    /// The number as decimals where six of them are enough, else the fraction in lowest terms: `0.125`, `1/3`.
    public var description: String { exactDecimal?.description ?? "\(numerator)/\(denominator)" }
}
