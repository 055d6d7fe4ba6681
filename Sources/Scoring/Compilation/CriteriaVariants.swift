/// The compiled forms of a set for units whose group or level has rules of its own (``Measure/groupRules``).
struct CriteriaVariants: Sendable {
    private struct Key: Hashable, Sendable {
        /// Nil for a group, or a level, that no rule names.
        let group: String?
        let level: String?
    }

    /// The forms; empty where all units are scored by the same rules.
    let compiled: [CompiledCriteria]
    private let groups: Set<String>
    private let levels: Set<String>
    private let positions: [Key: Int]

    static let none = CriteriaVariants()

    private init() { (compiled, groups, levels, positions) = ([], [], [], [:]) }

    /// Compiles one form for every combination of groups and levels that rules name.
    init(_ set: CriteriaSet, year: Int) {
        let rules = set.groupRules
        groups = Set(rules.flatMap { $0.groups })
        levels = Set(rules.flatMap { $0.levels })
        var compiled: [CompiledCriteria] = []
        var positions: [Key: Int] = [:]
        for group in groups.sorted().map({ Optional($0) }) + [nil] {
            for level in levels.sorted().map({ Optional($0) }) + [nil] {
                // No level has an empty code.
                guard rules.contains(where: { $0.applies(group: group, level: level ?? "") }) else { continue }
                positions[Key(group: group, level: level)] = compiled.count
                compiled.append(CompiledCriteria(resolved: set.resolved(group: group, level: level ?? ""), year: year))
            }
        }
        (self.compiled, self.positions) = (compiled, positions)
    }

    /// The position of a unit's form; nil for one that is scored by the rules for all.
    func position(of unit: ScoredUnit) -> Int? {
        let group = unit.group.flatMap { groups.contains($0) ? $0 : nil }
        return positions[Key(group: group, level: levels.contains(unit.level) ? unit.level : nil)]
    }
}

extension CompiledCriteria {
    /// The same criteria with the rules of a unit's group and level.
    public func criteria(for unit: ScoredUnit) -> CompiledCriteria {
        variants.position(of: unit).map { variants.compiled[$0] } ?? self
    }
}
