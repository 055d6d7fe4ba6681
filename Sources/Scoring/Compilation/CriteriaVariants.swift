/// The compiled forms of a set for units whose group or level has rules of its own (``Measure/groupRules``), and for
/// those to which not everything is assigned.
struct CriteriaVariants: Sendable {
    private struct Key: Hashable, Sendable {
        /// Nil for a group, or a level, that no rule names.
        let group: String?
        let level: String?
        /// The position of what is assigned among the different assignments; nil for everything.
        var assignment: Int?
    }

    /// The forms; empty where all units are scored by the same rules.
    let compiled: [CompiledCriteria]
    private let groups: Set<String>
    private let levels: Set<String>
    private let positions: [Key: Int]
    /// What is stated of the assignments of units, by code.
    let stated: [String: UnitAssignment]
    /// The positions of units' assignments, by code.
    private let assignments: [String: Int]
    /// The positions in the set of the leaves that some unit is scored on otherwise than all are.
    let leaves: Set<Int>

    static let none = CriteriaVariants()

    private init() {
        (compiled, groups, levels, positions, stated, assignments, leaves) = ([], [], [], [:], [:], [:], [])
    }

    /// Compiles one form for every combination of groups and levels that rules name, and of these with different
    /// assignments as far as there are units.
    init(
        _ set: CriteriaSet, year: Int, assignments stated: [String: UnitAssignment] = [:], units: [ScoredUnit] = []
    ) {
        let rules = set.groupRules
        let (groups, levels) = (Set(rules.flatMap { $0.groups }), Set(rules.flatMap { $0.levels }))
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
        var assignments: [String: Int] = [:]
        var known: [UnitAssignment: Int] = [:]
        var leaves = Set(
            set.criteria.indices.filter { node in
                set.criteria[node].leaf.map { $0.measures.contains { !$0.groupRules.isEmpty } } ?? false
            })
        for unit in units {
            guard let assignment = stated[unit.code], !assignment.isPlain else { continue }
            let number = known[assignment] ?? known.count
            (known[assignment], assignments[unit.code]) = (number, number)
            leaves.formUnion(assignment.notAssigned)
            leaves.formUnion(assignment.targets.keys)
            let key = Key(
                group: unit.group.flatMap { groups.contains($0) ? $0 : nil },
                level: levels.contains(unit.level) ? unit.level : nil, assignment: number)
            if positions[key] != nil { continue }
            positions[key] = compiled.count
            let own = set.resolved(group: key.group, level: key.level ?? "").assigned(assignment)
            compiled.append(CompiledCriteria(resolved: own, year: year, notAssigned: assignment.notAssigned))
        }
        (self.compiled, self.positions, self.assignments, self.leaves) = (compiled, positions, assignments, leaves)
        (self.groups, self.levels, self.stated) = (groups, levels, stated)
    }

    /// The position of a unit's form; nil for one that is scored by the rules for all.
    func position(of unit: ScoredUnit) -> Int? {
        let group = unit.group.flatMap { groups.contains($0) ? $0 : nil }
        let level = levels.contains(unit.level) ? unit.level : nil
        if assignments.isEmpty { return positions[Key(group: group, level: level)] }
        return positions[Key(group: group, level: level, assignment: assignments[unit.code])]
    }
}

extension CompiledCriteria {
    /// The same criteria with the rules of a unit's group and level, and what is assigned to it.
    public func criteria(for unit: ScoredUnit) -> CompiledCriteria {
        variants.position(of: unit).map { variants.compiled[$0] } ?? self
    }
}
