package import Values

/// A unit of which much is left out as not applicable although its peers are scored there.
package struct LeftOutShare: Sendable {
    /// The position of the unit.
    package let unit: Int
    /// The positions in the set of the criteria that are left out although at least half of the peers are scored there.
    package let criteria: [Int]
    /// Their maximum.
    package let points: FixedDecimal
    /// The maximum of all criteria of the unit's level.
    package let maximum: FixedDecimal

    /// The share of the maximum from which it is told.
    static let leastPercent: Int128 = 20
}

extension ScoreTable {
    /// The units of which a large part of the maximum is left out as not applicable although peers, the other units of
    /// the group, are scored there: an index of a few criteria stands beside indices of many.
    ///
    /// Complexity: O(units × leaves).
    package var leftOutShares: [LeftOutShare] {
        let (columns, set) = (storage.columns, criteria.set)
        var groups: [String?: [Int]] = [:]
        for (unit, scored) in units.enumerated() { groups[scored.group, default: []].append(unit) }
        var found: [LeftOutShare] = []
        for members in groups.values where members.count > 1 {
            var leftOut: [Int: [Int]] = [:]
            for (index, leaf) in criteria.leaves.enumerated() where leaf.maximum > 0 {
                func status(_ unit: Int) -> CellStatus? {
                    CellStatus(rawValue: columns.statuses[index * units.count + unit])
                }
                let without = members.filter { unit in
                    status(unit) == .leftOut && applies(leaf, to: unit) && !isSharedOut(leaf: index, of: unit)
                }
                if without.isEmpty { continue }
                let scored = members.count { unit in
                    status(unit).map { [.scored, .partlyReported, .provisional].contains($0.status) } ?? false
                }
                if scored == 0 || 2 * scored < members.count - 1 { continue }
                for unit in without { leftOut[unit, default: []].append(leaf.criterion) }
            }
            for (unit, nodes) in leftOut {
                let whole = columns.criteria(of: unit).leaves.reduce(FixedDecimal.zero) {
                    applies($1, to: unit) ? $0 + $1.maximum : $0
                }
                let points = nodes.reduce(FixedDecimal.zero) { $0 + set.criteria[$1].maximum }
                if Int128(points.mantissa) * 100 < LeftOutShare.leastPercent * Int128(whole.mantissa) { continue }
                found.append(LeftOutShare(unit: unit, criteria: nodes, points: points, maximum: whole))
            }
        }
        return found.sorted { $0.unit < $1.unit }
    }

    /// Whether the points of a leaf that is left out went to others, so that the unit's maximum still has them.
    private func isSharedOut(leaf index: Int, of unit: Int) -> Bool {
        let (leaves, figures) = (self[unit].compiled.leaves, self[unit].figures)
        let receivers = leaves.filter { $0.sources.contains { $0.leaf.criterion == leaves[index].criterion } }
        if receivers.isEmpty { return false }
        func alone(_ leaf: CompiledLeaf) -> LeafOutcome { leaf.combined(leaf.measureOutcomes(figures)) }
        return alone(leaves[index]).sharedOut > 0 && receivers.contains { alone($0).maximum > 0 }
    }

    private func applies(_ leaf: CompiledLeaf, to unit: Int) -> Bool {
        criteria.set.position(ofLevel: units[unit].level).map { leaf.levels[$0] } ?? false
    }
}
