package import Values

/// What rank correlations need of a value per unit: the order of the values within each cohort, of units that have their
/// places among each other.
struct OrderedColumn: Sendable {
    /// By cohort, how many distinct values of it are less than each member's; −1 for a member without a value.
    let orders: [[Int32]]
    /// By cohort, how many distinct values there are.
    private let counts: [Int]

    /// - Parameters:
    ///   - values: by cohort, the value of each member; nil for one without.
    ///   - isLess: a strict weak order.
    /// - Complexity: O(n·log n).
    init<Value>(_ values: [[Value?]], isLess: (Value, Value) -> Bool) {
        var orders: [[Int32]] = []
        var counts: [Int] = []
        for cohort in values {
            let known = cohort.indices.filter { cohort[$0] != nil }
            let ranks = RankingPolicy.Ties.dense.ranks(known.compactMap { cohort[$0] }, isAhead: isLess).ranks
            var own = [Int32](repeating: -1, count: cohort.count)
            for (member, rank) in zip(known, ranks) { own[member] = Int32(rank.halves / 2 - 1) }
            orders.append(own)
            counts.append((ranks.max()?.halves ?? 0) / 2)
        }
        (self.orders, self.counts) = (orders, counts)
    }

    /// How many members of cohorts of at least two have a value, and how many of these have the value that is the most
    /// frequent in their cohort.
    var alike: (count: Int, of: Int) {
        var (alike, all) = (0, 0)
        for cohort in orders.indices {
            let sizes = sizes(of: orders[cohort].indices.filter { orders[cohort][$0] >= 0 }, in: cohort)
            let count = sizes.reduce(0) { $0 + Int($1) }
            guard count > 1 else { continue }
            alike += Int(sizes.max() ?? 0)
            all += count
        }
        return (alike, all)
    }

    /// How many of some members have each of the distinct values of a cohort.
    private func sizes(of members: [Int], in cohort: Int) -> [Int64] {
        var sizes = [Int64](repeating: 0, count: counts[cohort])
        for member in members { sizes[Int(orders[cohort][member])] += 1 }
        return sizes
    }

    /// For each distinct value of a cohort, the rank that some members have with it among themselves, counted from the
    /// middle: between −1 and 1, times `scale`.
    fileprivate func ranks(of members: [Int], in cohort: Int, scale: Int64) -> [Int64] {
        let (sizes, count) = (sizes(of: members, in: cohort), Int64(members.count))
        var before: Int64 = 0
        return sizes.map { size in
            // Twice the mean of the tied ranks, less twice the middle one.
            let centred = 2 * before + size - count
            before += size
            return Rounding(.halfAwayFromZero, digits: 0).divide(centred * scale, by: count)
        }
    }
}

/// How alike two columns put units in order: Spearman's rank correlation, in whole numbers, so that it is the same
/// everywhere.
///
/// A unit has its rank, the mean of tied ones, within its cohort and among those with a value in both columns. Ranks are
/// counted from the middle of the cohort and divided by its size, so that units of small and large cohorts weigh the same;
/// with a single cohort this is Spearman's coefficient. Where sizes have no common multiple below a million, such ranks
/// have six decimals.
package struct RankCorrelation: Hashable, Sendable {
    /// From −1 to 1, rounded once to three decimals, a half away from zero; nil where a column has a single value.
    package let value: FixedDecimal?
    /// How many units, of cohorts with at least two of them, are compared.
    package let count: Int

    private static let digits = 3
    private static let greatestScale: Int64 = 1_000_000

    /// Complexity: O(n + distinct values).
    init(_ left: OrderedColumn, _ right: OrderedColumn) {
        let members = left.orders.indices.map { cohort in
            left.orders[cohort].indices.filter { left.orders[cohort][$0] >= 0 && right.orders[cohort][$0] >= 0 }
        }
        let compared = members.indices.filter { members[$0].count > 1 }
        count = compared.reduce(0) { $0 + members[$1].count }
        let scale = Self.scale(compared.map { Int64(members[$0].count) })
        // At most a million squared for each unit.
        var (both, own, others) = (Int64(0), Int64(0), Int64(0))
        for cohort in compared {
            let mine = left.ranks(of: members[cohort], in: cohort, scale: scale)
            let theirs = right.ranks(of: members[cohort], in: cohort, scale: scale)
            for member in members[cohort] {
                let first = mine[Int(left.orders[cohort][member])]
                let second = theirs[Int(right.orders[cohort][member])]
                both += first * second
                own += first * first
                others += second * second
            }
        }
        let parts = power(of: Self.digits)
        let square = UInt128(both.magnitude) * UInt128(both.magnitude)
        value = roundedRoot(
            of: square, over: UInt128(own.magnitude) * UInt128(others.magnitude), parts: UInt128(parts)
        ).flatMap { root in
            let rounded = both < 0 ? -Int128(root) : Int128(root)
            return ExactRatio(rounded, over: parts)?.exactDecimal
        }
    }

    /// The least common multiple of the sizes, where it is small enough.
    private static func scale(_ sizes: [Int64]) -> Int64 {
        var scale: Int64 = 1
        for size in sizes {
            scale *= size / Int64(greatestCommonDivisor(scale, size))
            if scale > greatestScale { return greatestScale }
        }
        return scale
    }
}
