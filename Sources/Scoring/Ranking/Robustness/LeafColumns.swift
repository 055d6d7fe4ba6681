import Values

/// Points and maxima of the ranked units, leaf by leaf, to be summed with other weights.
struct LeafColumns: Sendable {
    /// A leaf's weight of one.
    static let one: Int64 = 10_000

    let unitCount: Int
    let leafCount: Int
    /// Points in millionths, leaf × units + unit.
    private let points: [Int64]
    /// Maxima in the same layout; empty where every unit has those of `common`.
    private let maxima: [Int64]
    private let common: [Int64]
    /// Points outside the maximum, which keep their weight: bonus, penalty and their caps.
    private let beside: [Int64]

    /// Takes the leaves under a subject. Nil where sums with weights of up to two do not fit in 64 bits, and where points
    /// of leaves are not added.
    init?(_ scores: ScoreTable, units: [Int], by subject: Ranking.Subject) {
        let columns = scores.storage.columns
        let set = columns.criteria.set
        let all = scores.criteria.leaves(of: subject)
        guard !all.contains(where: { set.isCombined(columns.criteria.leaves[$0].criterion, in: subject) }) else {
            return nil
        }
        let regular = all.filter { columns.criteria.leaves[$0].role == .regular }
        let count = columns.units.count
        unitCount = units.count
        leafCount = regular.count
        var points: [Int64] = []
        var maxima: [Int64] = []
        for leaf in regular {
            let criterion = columns.criteria.leaves[leaf].criterion
            for unit in units {
                let sum = UnitScore(storage: scores.storage, unit: unit).sum(of: criterion)
                points.append(sum.points.mantissa)
                maxima.append(sum.maximum.mantissa)
            }
        }
        let others = Set(all).subtracting(regular)
        // Points given to a node with parts, beyond what the parts have.
        let nodes = columns.standing.isEmpty ? [] : set.criteria.indices.filter { set.isPart($0, of: subject) }
        beside = units.map { unit in
            let own = others.reduce(Int64(0)) { $0 + columns.leafPoints[$1 * count + unit] }
            let corrections = nodes.reduce(Int64(0)) { $0 + scores[unit].correction(of: $1).mantissa }
            return own + corrections + (subject == .total ? scores[unit].capAdjustment.mantissa : 0)
        }
        let most = regular.reduce(Int64(0)) { $0 + columns.criteria.leaves[$1].maximum.mantissa }
        guard max(most, (beside.map { abs($0) }.max() ?? 0)) < Int64.max / (4 * Self.one) else { return nil }
        let unitCount = units.count
        let firsts = unitCount == 0 ? [] : regular.indices.map { maxima[$0 * unitCount] }
        let isCommon = maxima.indices.allSatisfy { maxima[$0] == firsts[$0 / unitCount] }
        self.points = points
        common = isCommon ? firsts : []
        self.maxima = isCommon ? [] : maxima
    }

    /// Places, from 1, equal for ties, when each leaf's points and maximum have a weight in ten-thousandths. A unit to
    /// which nothing with a weight applies comes last, since nothing can be said about it.
    ///
    /// Complexity: O(units × leaves + units · log units).
    func ranks(_ weights: [Int64]) -> [Int32] {
        let sums = sums(weights)
        var order = (0..<unitCount).map { Int32($0) }
        var ranks = [Int32](repeating: 0, count: unitCount)
        // In bounds: sums, and maxima where they differ, are one for each unit; the order is that of the units.
        sums.points.withUnsafeBufferPointer { points in
            sums.maxima.withUnsafeBufferPointer { maxima in
                func compare(_ left: Int, _ right: Int) -> Int {
                    if maxima.isEmpty || maxima[left] == maxima[right] {
                        return points[left] == points[right] ? 0 : points[left] > points[right] ? 1 : -1
                    }
                    if maxima[left] == 0 || maxima[right] == 0 { return maxima[left] > maxima[right] ? 1 : -1 }
                    let mine = Int128(points[left]) * Int128(maxima[right])
                    let theirs = Int128(points[right]) * Int128(maxima[left])
                    return mine == theirs ? 0 : mine > theirs ? 1 : -1
                }
                order.sort { compare(Int($0), Int($1)) > 0 }
                var rank: Int32 = 0
                for (position, unit) in order.enumerated() {
                    if position == 0 || compare(Int(order[position - 1]), Int(unit)) != 0 { rank = Int32(position) + 1 }
                    ranks[Int(unit)] = rank
                }
            }
        }
        return ranks
    }

    /// Weighted sums by unit; no maxima where they are the same for all units.
    private func sums(_ weights: [Int64]) -> (points: [Int64], maxima: [Int64]) {
        var sums = beside.map { $0 * Self.one }
        var greatest = maxima.isEmpty ? [] : [Int64](repeating: 0, count: unitCount)
        for leaf in 0..<leafCount {
            Self.add(points, leaf, weights[leaf], to: &sums)
            if !maxima.isEmpty { Self.add(maxima, leaf, weights[leaf], to: &greatest) }
        }
        return (sums, greatest)
    }

    private static func add(_ column: [Int64], _ leaf: Int, _ weight: Int64, to sums: inout [Int64]) {
        // In bounds: a leaf has one cell for each unit, as the sums have.
        column.withUnsafeBufferPointer { column in
            sums.withUnsafeMutableBufferPointer { sums in
                let first = leaf * sums.count
                for unit in sums.indices { sums[unit] &+= column[first + unit] &* weight }
            }
        }
    }
}
