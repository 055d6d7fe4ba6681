import Values

/// What a unit is ranked by in a draw.
protocol DrawnSum: Sendable {
    /// Positive when the unit is ahead of the other, zero when both are tied.
    func compared(to other: Self) -> Int
    /// The index in millionths, or the points where there is no maximum; zero where 64 bits do not hold it.
    var index: Int64 { get }
}

/// Sees the sums of all units, draw by draw.
protocol DrawVisitor {
    mutating func visit(_ sums: [some DrawnSum])
}

extension PointSum: DrawnSum {
    var index: Int64 { (exactIndex ?? ExactRatio(points)).rounded(.finest)?.mantissa ?? 0 }
}

/// Points and their maximum in millionths, without fractions of these: quick to compare, and without memory of its own.
struct PlainSum: DrawnSum {
    var points: Int64
    var maximum: Int64

    func compared(to other: PlainSum) -> Int {
        if maximum == other.maximum || maximum == 0 || other.maximum == 0 {
            return points == other.points ? 0 : points > other.points ? 1 : -1
        }
        let mine = Int128(points) * Int128(other.maximum)
        let theirs = Int128(other.points) * Int128(maximum)
        return mine == theirs ? 0 : mine > theirs ? 1 : -1
    }

    var index: Int64 {
        if maximum == 0 { return points }
        let scale = 100 * FixedDecimal.scale
        let (scaled, overflow) = points.multipliedReportingOverflow(by: scale)
        if !overflow { return Rounding.finest.divide(scaled, by: maximum) }
        return Int64(exactly: Rounding.finest.divide(Int128(points) * Int128(scale), by: Int128(maximum))) ?? 0
    }
}
