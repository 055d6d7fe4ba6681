import Scoring
import Tables
import Values

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

    /// Reports where there are no figures of last year, or none that are known to be a unit's.
    func report(_ gaps: [(unit: Int, leaves: [Int])], in set: CriteriaSet, of units: UnitList, into sink: FindingSink) {
        if gaps.isEmpty { return }
        var divided: [Int: (before: Int, successors: [Int])] = [:]
        for case .divided(let unit, let before, let successors) in UnitPairing(
            from: self.units.units, to: units.units
        ).gaps {
            divided[unit] = (before, successors)
        }
        for (unit, leaves) in gaps {
            let code = units.units[unit].code
            // Figures that errors drop are not missing.
            if sink.spoiltUnits.contains(code) { continue }
            if let (before, successors) = divided[unit] {
                sink.report(
                    AssessmentFinding.dividedPredecessor, at: units.predecessorLocation(unit), unit: code,
                    [
                        .found: .text(self.units.units[before].code),
                        .expected: .names(successors.map { units.units[$0].code }),
                    ])
            } else {
                sink.report(
                    AssessmentFinding.lastYearNotReported, at: units.location(unit), unit: code,
                    [.criterion: .text(leaves.map { set.criteria[$0].code }.joined(separator: ", "))])
            }
        }
    }
}
