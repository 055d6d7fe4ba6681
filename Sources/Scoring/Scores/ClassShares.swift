import Values

extension ScoreStorage {
    /// The units that lose their class because it is for a share of the units only (``ClassShareCap``).
    ///
    /// Complexity: O(units · log units) where there are such classes, otherwise O(schemes).
    func heldByShares() -> Set<Int> {
        let set = columns.criteria.set
        guard set.classSchemes.contains(where: { $0.shareCap != nil }) else { return [] }
        var members: [String?: [Int]] = [:]
        for (unit, scored) in columns.units.enumerated() where scored.isRanked {
            members[scored.group, default: []].append(unit)
        }
        var held: Set<Int> = []
        for (group, units) in members {
            guard let scheme = set.classScheme(of: group), let cap = scheme.shareCap else { continue }
            held.formUnion(self.held(units, of: group, by: cap, in: scheme))
        }
        return held
    }

    private func held(_ units: [Int], of group: String?, by cap: ClassShareCap, in scheme: ClassScheme) -> [Int] {
        let places = Dictionary(firstOf: scheme.classes.enumerated().map { ($0.element.code, $0.offset) })
        guard let capped = places[cap.unitClass], let least = places[cap.base] else { return [] }
        let order = RankingOrder(columns.criteria.set)
        var base = 0
        // Without a position for those of which only the total is known.
        var holders: [(unit: Int?, key: RankingKey)] = []
        for unit in units {
            let score = UnitScore(storage: self, unit: unit)
            guard let own = score.classPosition(in: scheme), own <= least else { continue }
            base += 1
            if own == capped { holders.append((unit, order.key(of: score))) }
        }
        for unit in heldUnits(of: group) {
            guard let index = unit.key.sum.exactIndex, let byIndex = classPosition(of: index, in: scheme, of: group)
            else { continue }
            let own = max(byIndex, unit.classLimit)
            if own <= least { base += 1 }
            if own == capped, own <= least { holders.append((nil, unit.key)) }
        }
        let most = Int(Int128(base) * Int128(cap.percent.mantissa) / (100 * Int128(FixedDecimal.scale)))
        if holders.count <= most { return [] }
        holders.sort { $0.key.isAhead(of: $1.key) }
        var kept = most
        switch cap.ties {
        // Of those level with the first that must lose it, none keeps it.
        case .lose: while kept > 0, !holders[kept - 1].key.isAhead(of: holders[most].key) { kept -= 1 }
        // Those level with the last that keeps it keep it too.
        case .keep:
            while kept > 0, kept < holders.count, !holders[most - 1].key.isAhead(of: holders[kept].key) { kept += 1 }
        }
        return holders[kept...].compactMap { $0.unit }
    }
}
