import Values

/// The mean and the standard deviation of shares in percent, each rounded once to two decimals, a half away from zero.
///
/// They are exact where the shares have a common denominator of up to ten digits; otherwise each share is first taken to
/// ten decimals.
struct ShareSpread: Sendable {
    /// Nil without shares.
    let mean: FixedDecimal?
    /// Divided by the number of shares, not by one less; nil without shares.
    let deviation: FixedDecimal?

    private static let digits = 2
    private static let greatestDenominator: Int128 = 10_000_000_000

    /// - Parameter shares: in percent.
    init(_ shares: [ExactRatio]) {
        let parts = Self.denominator(shares)
        let numbers = shares.compactMap { $0.scaled(by: parts) }
        guard let first = numbers.first, numbers.count == shares.count else {
            (mean, deviation) = (nil, nil)
            return
        }
        let sum = numbers.reduce(Int128(0)) { $0 + $1 }
        mean = ExactRatio(sum, over: parts * Int128(numbers.count))?.rounded(
            Rounding(.halfAwayFromZero, digits: Self.digits))
        deviation =
            numbers.allSatisfy { $0 == first }
            ? 0 : StandardDeviations(numbers, parts: parts, digits: Self.digits)?.deviation?.exactDecimal
    }

    private static func denominator(_ shares: [ExactRatio]) -> Int128 {
        var multiple: Int128 = 1
        for share in shares {
            let factor = share.denominator / Int128(greatestCommonDivisor(multiple, share.denominator))
            if factor > greatestDenominator / multiple { return greatestDenominator }
            multiple *= factor
        }
        return multiple
    }
}
