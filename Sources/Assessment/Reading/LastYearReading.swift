import Scoring

/// Last year's units and figures, as far as they can be compared with.
struct LastYearReading {
    let units: UnitList
    let figures: FigureReader
    /// Codes of units with errors.
    let spoiltUnits: Set<String>

    /// Whether nothing is wrong with the unit at a position.
    func isSound(_ position: Int) -> Bool { !spoiltUnits.contains(units.units[position].code) }

    /// For each of this year's units, its positions in last year's table, as `compare` follows them
    /// (``UnitPairing``): its own or those of the units that it succeeds. None for a unit that was not there; nil for
    /// one whose predecessors are unknown, were divided or are of different levels.
    func predecessors(of units: [Unit]) -> [String: [Int]?] {
        let pairing = UnitPairing(from: self.units.units, to: units)
        var positions: [String: [Int]?] = [:]
        for pair in pairing.pairs { positions[units[pair.after].code] = .some(pair.before) }
        for gap in pairing.gaps {
            guard let after = gap.after else { continue }
            if case .noPredecessor = gap {
                positions[units[after].code] = .some([])
            } else {
                positions[units[after].code] = .some(nil)
            }
        }
        return positions
    }
}
