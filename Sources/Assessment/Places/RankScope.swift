import Scoring

/// The units among which a unit has a place.
public enum RankScope: String, CaseIterable, Hashable, Sendable {
    /// Those of its group (khối).
    case group
    /// Those of its level.
    case level
    /// All units of the assessment.
    case all
    /// Those directly under the same unit.
    case parent
}

extension Unit {
    /// What a unit shares with those among whom it has a place: the code of its group, level or parent. Nil where it has
    /// none, and where all units are meant.
    public func key(_ scope: RankScope) -> String? {
        switch scope {
        case .group: group
        case .level: level
        case .all: nil
        case .parent: parent
        }
    }
}

extension Assessment {
    /// The units, put together with those among whom they have a place: in the order of the settings or of the units,
    /// those without a key last.
    ///
    /// Complexity: O(units).
    package func parts(by scope: RankScope) -> [(key: String?, units: [Int])] {
        let keys = units.map { $0.key(scope) }
        let byKey = Dictionary(grouping: units.indices) { keys[$0] }
        let settled: [String?] =
            switch scope {
            case .group: settings.groups.map({ $0.code })
            case .level: criteria.set.levels.map({ $0.code })
            case .parent, .all: []
            }
        var seen: Set<String?> = []
        return (settled + keys.filter { $0 != nil } + [nil]).compactMap { key in
            guard seen.insert(key).inserted, let units = byKey[key] else { return nil }
            return (key, units)
        }
    }

    /// The positions of the units among whom a unit has a place, itself included. Complexity: O(units).
    public func units(among scope: RankScope, as unit: Int) -> [Int] {
        let key = units[unit].key(scope)
        return units.indices.filter { units[$0].key(scope) == key }
    }
}
