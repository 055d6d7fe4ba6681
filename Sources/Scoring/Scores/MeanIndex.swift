public import Values

extension ScoreTable {
    /// The exact arithmetic mean of the indices of those units that have one; nil when none has, and beyond 128 bits.
    ///
    /// Complexity: O(units).
    public func meanIndex(of units: some Sequence<Int>) -> (mean: ExactRatio, count: Int)? {
        IndexSum(units.lazy.map { self[$0].total })?.mean
    }

    /// The same of the units of which enough is scored to be ranked, rounded as the edition rounds the index; nil for
    /// fewer than two.
    package func roundedMeanIndex(of units: [Int]) -> (index: FixedDecimal, count: Int)? {
        guard let (mean, count) = IndexSum(units.lazy.compactMap { self[$0].rankableTotal })?.mean, count > 1,
            let index = mean.rounded(criteria.set.rounding.index)
        else { return nil }
        return (index, count)
    }
}

/// An exact sum of indices.
private struct IndexSum {
    private var sum = ExactRatio.zero
    private var count = 0
    // Points of one maximum are added before they are divided by it: most units have the same.
    private var points: Int128 = 0
    private var maximum: FixedDecimal = 0

    /// The sum of the indices of totals; nil beyond 128 bits.
    init?(_ totals: some Sequence<PointSum>) {
        for total in totals {
            if total.hasOnlyMillionths, total.maximum != 0 {
                if total.maximum != maximum {
                    guard divide() else { return nil }
                    maximum = total.maximum
                }
                points += Int128(total.points.mantissa)
            } else {
                guard let index = total.exactIndex else { continue }
                guard let next = sum.adding(index) else { return nil }
                sum = next
            }
            count += 1
        }
        guard divide() else { return nil }
    }

    /// Adds what the points gathered so far are of their maximum; false beyond 128 bits.
    private mutating func divide() -> Bool {
        if points == 0 { return true }
        let index = ExactRatio(100 * points, over: Int128(maximum.mantissa))
        guard let next = index.flatMap({ sum.adding($0) }) else { return false }
        (sum, points) = (next, 0)
        return true
    }

    var mean: (mean: ExactRatio, count: Int)? {
        guard count > 0, let mean = sum.divided(by: ExactRatio(count)) else { return nil }
        return (mean, count)
    }
}
