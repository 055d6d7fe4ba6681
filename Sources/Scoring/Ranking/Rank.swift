public import Values

/// A place in half steps: the mean of tied places may be 2.5.
public struct Rank: Hashable, Comparable, Sendable {
    /// Twice the place.
    public let halves: Int

    /// Makes a place from its double.
    public init(halves: Int) {
        self.halves = halves
    }

    /// Makes a whole place.
    public init(_ place: Int) {
        halves = 2 * place
    }

    /// The place; a half is exact.
    public var decimal: FixedDecimal { FixedDecimal(mantissa: Int64(halves) * (FixedDecimal.scale / 2)) }

    /// The first place is the least.
    public static func < (left: Rank, right: Rank) -> Bool { left.halves < right.halves }
}

extension RankingPolicy.Ties {
    /// The place of each value.
    ///
    /// - Parameters:
    ///   - values: the values, in any order.
    ///   - isAhead: whether the first argument comes before the second; two values of which neither does are tied. A
    ///     strict weak order.
    /// - Returns: the places, in the order of the values, and the positions of the values from the first place to the
    ///   last; tied ones in the order of the values.
    /// - Complexity: O(n·log n).
    package func ranks<Value>(
        _ values: [Value], isAhead: (Value, Value) -> Bool
    ) -> (ranks: [Rank], order: [Int]) {
        let order = values.indices.sorted { left, right in
            if isAhead(values[left], values[right]) { return true }
            return left < right && !isAhead(values[right], values[left])
        }
        var ranks = Array(repeating: Rank(0), count: values.count)
        var first = 0
        var run = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, !isAhead(values[order[first]], values[order[end]]) { end += 1 }
            run += 1
            let rank = rank(from: first + 1, through: end, run: run)
            for position in order[first..<end] { ranks[position] = rank }
            first = end
        }
        return (ranks, order)
    }

    /// The place of tied values that share the places from `first` to `last` and are the `run`-th distinct value.
    func rank(from first: Int, through last: Int, run: Int) -> Rank {
        switch self {
        case .standard: Rank(first)
        case .modified: Rank(last)
        case .dense: Rank(run)
        case .average: Rank(halves: first + last)
        }
    }
}
