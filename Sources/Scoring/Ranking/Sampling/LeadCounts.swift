internal import Optimization

/// Some indices in an order in which those surely ahead of another one, at a critical value, are counted without looking
/// at each.
///
/// Whether a difference is significant depends on its standard error too, so indices of similar standard errors form a
/// group. In a group, all beyond the widest margin of their standard errors count, none within the narrowest; only those
/// between are compared.
struct LeadCounts: Sendable {
    private struct Bound: Sendable {
        let number: Double
        let unit: Int
    }

    private struct Group: Sendable {
        let deviations: ClosedRange<Double>
        /// What the ranked ones of the units have at least, ascending.
        let lowers: [Bound]
        /// What the units have at most, ascending.
        let uppers: [Bound]

        init(_ units: [Int], _ values: [SampledIndex], rankedCount: Int) {
            let deviations = units.map { values[$0].deviation }
            self.deviations = (deviations.min() ?? 0)...(deviations.max() ?? 0)
            func ascending(_ units: [Int], _ number: (SampledIndex) -> Double) -> [Bound] {
                units.map { Bound(number: number(values[$0]), unit: $0) }.sorted { $0.number < $1.number }
            }
            lowers = ascending(units.filter { $0 < rankedCount }) { $0.least }
            uppers = ascending(units) { $0.most }
        }
    }

    private let values: [SampledIndex]
    private let groups: [Group]
    /// No sum of the bounds and margins of units is larger than this and a margin together.
    private let magnitude: Double

    /// - Parameters:
    ///   - units: the positions of the indices that are counted.
    ///   - rankedCount: so many indices are those of ranked units, the others of units that need not be there.
    /// - Complexity: O(n·log n).
    init(_ units: [Int], of values: [SampledIndex], rankedCount: Int) {
        self.values = values
        // The exponent and the four highest of the other bits: deviations of a group differ by a sixteenth at most.
        groups = Dictionary(grouping: units) { values[$0].deviation.bitPattern >> 48 }.sorted { $0.key < $1.key }
            .map { Group($0.value, values, rankedCount: rankedCount) }
        magnitude = values.reduce(0) { max($0, abs($1.value) + abs($1.lower) + abs($1.upper)) }
    }

    /// How many ranked ones are surely ahead of a unit. Complexity: O(groups × log n), and those between.
    func ahead(of unit: Int, critical: Double) -> Int {
        groups.reduce(0) { count, group in
            let (possible, sure) = ranges(group, aheadOf: unit, critical)
            return count + group.lowers.count - sure
                + group.lowers[possible..<sure].count { isAhead($0.unit, unit, critical) }
        }
    }

    /// How many a unit is surely ahead of. Complexity: O(groups × log n), and those between.
    func behind(_ unit: Int, critical: Double) -> Int {
        groups.reduce(0) { count, group in
            let (narrow, wide) = margins(group, unit, critical)
            let least = values[unit].least
            let sure = group.uppers.partitionPoint { !($0.number < least - wide) }
            let possible = group.uppers[sure...].partitionPoint { !($0.number <= least - narrow) }
            return count + sure + group.uppers[sure..<possible].count { isAhead(unit, $0.unit, critical) }
        }
    }

    /// For each unit of a list the last one of the list, as a position in it, that is surely ahead of it; −1 where none
    /// is.
    func lastAhead(_ order: [Int], critical: Double) -> [Int] {
        var positions = Array(repeating: -1, count: values.count)
        for (position, unit) in order.enumerated() { positions[unit] = position }
        // The last position among the lower bounds from each on.
        let lasts = groups.map { group in
            group.lowers.reversed().reduce(into: [-1]) { $0.append(max($0[$0.count - 1], positions[$1.unit])) }
        }
        return order.map { unit in
            zip(groups, lasts).reduce(-1) { last, group in
                let (possible, sure) = ranges(group.0, aheadOf: unit, critical)
                return group.0.lowers[possible..<sure].reduce(max(last, group.1[group.0.lowers.count - sure])) {
                    positions[$1.unit] > $0 && isAhead($1.unit, unit, critical) ? positions[$1.unit] : $0
                }
            }
        }
    }

    /// From which lower bound on units may be ahead of another, and from which they surely are.
    private func ranges(_ group: Group, aheadOf unit: Int, _ critical: Double) -> (possible: Int, sure: Int) {
        let (narrow, wide) = margins(group, unit, critical)
        let most = values[unit].most
        let sure = group.lowers.partitionPoint { $0.number > most + wide }
        return (group.lowers[..<sure].partitionPoint { $0.number >= most + narrow }, sure)
    }

    /// What a difference to a unit of a group surely exceeds at least, and what it need not exceed to be significant;
    /// infinitely far apart where nothing can be said.
    private func margins(_ group: Group, _ unit: Int, _ critical: Double) -> (narrow: Double, wide: Double) {
        let own = values[unit].deviation * values[unit].deviation
        func margin(_ deviation: Double) -> Double { critical * (deviation * deviation + own).squareRoot() }
        let wide = margin(group.deviations.upperBound)
        // More than rounding can make of sums in another order.
        let slack = (magnitude + wide) * 1e-12
        guard slack.isFinite else { return (-.infinity, .infinity) }
        return (margin(group.deviations.lowerBound) - slack, wide + slack)
    }

    private func isAhead(_ first: Int, _ second: Int, _ critical: Double) -> Bool {
        values[first].isAhead(of: values[second], critical: critical)
    }
}

extension SampledIndex {
    /// What it is at least and at most, but for the normal part.
    fileprivate var least: Double { value + lower }
    fileprivate var most: Double { value + upper }

    /// Whether it is significantly ahead of another, at a critical value.
    func isAhead(of other: SampledIndex, critical: Double) -> Bool {
        let margin = value - other.value + lower - other.upper
        let error = (deviation * deviation + other.deviation * other.deviation).squareRoot()
        return error == 0 ? margin > 0 : margin > critical * error
    }
}
