internal import Optimization

/// Where units that sampling does not reach stand among each other: at best and at worst, as far as they are measured.
struct ExactPlaces: Sendable {
    /// A place at best and at worst: smaller numbers are better, equal ones tied.
    struct Range: Hashable, Sendable {
        let best: Int
        let worst: Int
    }

    /// By unit; nil for those that sampling reaches.
    private let ranges: [Range?]
    /// Of ranked units at worst, and of all at best, ascending.
    private let worst: [Int]
    private let best: [Int]
    private let rankedCount: Int

    /// - Parameter rankedCount: so many units are ranked, the others need not be there.
    init(_ ranges: [Range?], rankedCount: Int) {
        self.ranges = ranges
        self.rankedCount = rankedCount
        worst = ranges[..<rankedCount].compactMap { $0?.worst }.sorted()
        best = ranges.compactMap { $0?.best }.sorted()
    }

    /// Places by what units are ranked by. Complexity: O(n·log n).
    static func ranges(_ keys: [KeyRange], where isIncluded: [Bool]) -> [Range?] {
        let units = keys.indices.filter { isIncluded[$0] }
        let ends = units.flatMap { [keys[$0].greatest, keys[$0].least] }
        let places = RankingPolicy.Ties.standard.ranks(ends) { $0.isAhead(of: $1) }.ranks
        var ranges = keys.map { _ in Range?.none }
        for (position, unit) in units.enumerated() {
            ranges[unit] = Range(best: places[2 * position].halves, worst: places[2 * position + 1].halves)
        }
        return ranges
    }

    subscript(unit: Int) -> Range? { ranges[unit] }

    /// Of how many units, in halves, one is at least and at most behind; a tied one counts as many as given.
    ///
    /// Complexity: O(log n).
    func halvesAhead(of own: Range, isRanked: Bool, tied: Int) -> (least: Int, most: Int) {
        // The unit itself is among those that it is compared with.
        let isFixed = own.best == own.worst
        let least = worst.below(own.best)
        let tiedAtBest = worst.notAbove(own.best) - least - (isRanked && isFixed ? 1 : 0)
        let most = best.below(own.worst)
        let tiedAtWorst = best.notAbove(own.worst) - most - (isFixed ? 1 : 0)
        return (2 * least + tied * tiedAtBest, 2 * (most - (isFixed ? 0 : 1)) + tied * tiedAtWorst)
    }

    /// For each unit of a list that sampling does not reach the last one of the list, as a position in it, that is
    /// surely ahead of it; −1 where none is.
    ///
    /// Complexity: O(n·log n).
    func lastAhead(_ order: [Int]) -> [Int] {
        let known = order.indices.compactMap { position in ranges[order[position]].map { (position, $0.worst) } }
            .sorted { $0.1 < $1.1 }
        let lasts = known.reduce(into: [-1]) { $0.append(max($0[$0.count - 1], $1.0)) }
        return order.map { unit in
            ranges[unit].map { own in lasts[known.partitionPoint { $0.1 >= own.best }] } ?? -1
        }
    }
}

extension [Int] {
    /// How many of these, ascending, are less than a number.
    fileprivate func below(_ number: Int) -> Int { partitionPoint { $0 >= number } }

    /// How many are not more.
    fileprivate func notAbove(_ number: Int) -> Int { partitionPoint { $0 > number } }
}
