/// An exact decimal number with six digits after the decimal point.
///
/// The value is `mantissa / 1 000 000`, with the mantissa in 64 bits: from −9 223 372 036 854.775808 to
/// 9 223 372 036 854.775807. Points, percentages, counts and amounts of money are held in this type; no score ever
/// passes through binary floating point. Products and quotients go through ``ExactRatio`` (128 bits), so that a
/// result is rounded once, from its exact value.
@frozen
public struct FixedDecimal: Hashable, Comparable, Sendable {
    /// The number in millionths.
    public var mantissa: Int64

    /// Digits after the decimal point.
    @inlinable public static var fractionDigits: Int { 6 }

    /// Millionths in one: 1 000 000.
    @inlinable public static var scale: Int64 { 1_000_000 }

    /// Zero.
    @inlinable public static var zero: FixedDecimal { FixedDecimal(mantissa: 0) }

    /// Makes a number from its millionths.
    @inlinable
    public init(mantissa: Int64) {
        self.mantissa = mantissa
    }

    /// Makes a number from an integer; nil beyond ±9 223 372 036 854.
    @inlinable
    public init?(exactly integer: some BinaryInteger) {
        guard let wide = Int64(exactly: integer) else { return nil }
        let (product, overflow) = wide.multipliedReportingOverflow(by: Self.scale)
        if overflow { return nil }
        mantissa = product
    }

    /// Whether the number has no digits after the decimal point.
    @inlinable public var isInteger: Bool { mantissa % Self.scale == 0 }

    /// Compares by value.
    @inlinable
    public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
        left.mantissa < right.mantissa
    }

    /// The sum. Traps on overflow of 64 bits: use it for points, whose size the reader of a criteria set bounds, and
    /// ``addingReportingOverflow(_:)`` for figures from outside.
    @inlinable
    public static func + (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
        FixedDecimal(mantissa: left.mantissa + right.mantissa)
    }

    /// The difference. Traps on overflow, as `+` does.
    @inlinable
    public static func - (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
        FixedDecimal(mantissa: left.mantissa - right.mantissa)
    }

    /// The number with the opposite sign. Traps for the smallest number, as `-` does.
    @inlinable
    public static prefix func - (number: FixedDecimal) -> FixedDecimal {
        FixedDecimal(mantissa: -number.mantissa)
    }

    /// Adds in place; see `+`.
    @inlinable
    public static func += (left: inout FixedDecimal, right: FixedDecimal) {
        left.mantissa += right.mantissa
    }

    /// Subtracts in place; see `-`.
    @inlinable
    public static func -= (left: inout FixedDecimal, right: FixedDecimal) {
        left.mantissa -= right.mantissa
    }

    /// The sum, or nil beyond 64 bits.
    @inlinable
    public func addingReportingOverflow(_ other: FixedDecimal) -> FixedDecimal? {
        let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
        return overflow ? nil : FixedDecimal(mantissa: sum)
    }
}

extension FixedDecimal: ExpressibleByIntegerLiteral {
    /// Makes a number from an integer literal. Traps when it is too large.
    @inlinable
    public init(integerLiteral value: Int64) {
        mantissa = value * Self.scale
    }
}

extension FixedDecimal: ExpressibleByFloatLiteral {
    /// Makes a number from a decimal literal: `0.25` is exactly that.
    ///
    /// Traps if the literal has more than six decimals, or more digits than a `Double` can distinguish (about fifteen).
    @inlinable
    public init(floatLiteral value: Double) {
        let millionths = (value * 1_000_000).rounded()
        precondition(abs(millionths) <= 0x1p53, "a literal with so many digits is not exact")
        precondition(
            abs(millionths / 1_000_000 - value) <= value.ulp, "a literal has at most six decimals: nothing is rounded")
        mantissa = Int64(millionths)
    }
}
