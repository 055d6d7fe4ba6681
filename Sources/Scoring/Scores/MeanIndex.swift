public import Values

extension ScoreTable {
    /// The exact arithmetic mean of the indices of those units that have one; nil when none has, and beyond 128 bits.
    ///
    /// Complexity: O(units).
    public func meanIndex(of units: some Sequence<Int>) -> (mean: ExactRatio, count: Int)? {
        var sum = ExactRatio.zero
        var count = 0
        for unit in units {
            guard let index = self[unit].total.exactIndex else { continue }
            guard let next = sum.adding(index) else { return nil }
            sum = next
            count += 1
        }
        guard count > 0, let mean = sum.divided(by: ExactRatio(count)) else { return nil }
        return (mean, count)
    }

    /// The same of the units of which enough is scored to be ranked, rounded as the edition rounds the index; nil for
    /// fewer than two.
    package func roundedMeanIndex(of units: [Int]) -> (index: FixedDecimal, count: Int)? {
        guard let (mean, count) = meanIndex(of: units.filter { self[$0].isRankable }), count > 1,
            let index = mean.rounded(criteria.set.rounding.index)
        else { return nil }
        return (index, count)
    }
}
