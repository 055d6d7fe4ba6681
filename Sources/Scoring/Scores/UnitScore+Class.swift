import Values

/// The class of a unit, and what held it down.
public struct Classification: Sendable {
    /// The class; nil below the lowest.
    public let unitClass: UnitClass?
    /// The class that the index alone would give.
    public let byIndex: UnitClass?
    /// The conditions that hold.
    public let conditions: [ClassCondition]
}

extension UnitScore {
    /// The unit's class; nil when the edition has none for its group, or too little is scored.
    ///
    /// The index is compared in full, not as rounded for show.
    public var classification: Classification? {
        let set = storage.columns.criteria.set
        let group = storage.columns.units[unit].group
        let schemes = set.classSchemes
        let scheme = schemes.first { scheme in group.map { scheme.groups.contains($0) } ?? false }
        guard let scheme = scheme ?? schemes.first(where: \.groups.isEmpty), let index = total.exactIndex, isRankable
        else { return nil }
        let byIndex = scheme.classes.firstIndex { index >= ExactRatio($0.atLeast) }
        var position = byIndex ?? scheme.classes.count
        var held: [ClassCondition] = []
        for condition in set.classConditions where holds(condition) {
            guard let limit = scheme.classes.firstIndex(where: { $0.code == condition.notAbove }) else { continue }
            held.append(condition)
            position = max(position, limit)
        }
        return Classification(
            unitClass: position < scheme.classes.count ? scheme.classes[position] : nil,
            byIndex: byIndex.map { scheme.classes[$0] }, conditions: held)
    }

    private func holds(_ condition: ClassCondition) -> Bool {
        switch condition.subject {
        case .criterion(let code):
            guard let index = storage.columns.criteria.set.index(of: code) else { return false }
            // Nothing reported is not zero: a condition cannot hold on it.
            let score = criterion(index)
            guard score.points != nil, score.tally.scoredMaximum > 0, let percent = score.tally.exactIndex else {
                return false
            }
            return condition.bound.admits(percent)
        case .metric(let code):
            return storage.columns.figures[unit, code].exactNumber.map(condition.bound.admits) ?? false
        }
    }
}
