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
}
