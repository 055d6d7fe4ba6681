import Values

/// The class of a unit, and what capped it.
public struct Classification: Sendable {
    /// The class; nil below the lowest.
    public let unitClass: UnitClass?
    /// The class that the index alone would give.
    public let byIndex: UnitClass?
    /// The conditions that hold.
    public let conditions: [ClassCondition]
    /// The cap on a share of the units by which it lost its class; nil where it kept it.
    public let shareCap: ClassShareCap?
}

extension UnitScore {
    /// The unit's class; nil when the edition has none for its group, too little is scored, or too few units are ranked
    /// for classes that are parts of them.
    ///
    /// The exact index is compared, not the displayed one.
    public var classification: Classification? {
        let set = storage.columns.criteria.set
        guard let scheme = set.classScheme(of: group), let index = sufficientTotal?.exactIndex else { return nil }
        guard let byIndex = storage.classPosition(of: index, in: scheme, of: group) else { return nil }
        let held = heldConditions(in: scheme)
        var position = max(byIndex, held.map { $0.limit }.max() ?? 0)
        // What is held below the cap's class is no longer in it.
        let isHeld = storage.heldByShare.contains(unit)
        if isHeld { position += 1 }
        return Classification(
            unitClass: position < scheme.classes.count ? scheme.classes[position] : nil,
            byIndex: byIndex < scheme.classes.count ? scheme.classes[byIndex] : nil,
            conditions: held.map { $0.condition },
            shareCap: isHeld ? scheme.shareCap : nil)
    }

    /// The position of the unit's class, behind the last one where it is below all, before classes are looked at that only
    /// a share of the units may have; nil as for ``classification``.
    func classPosition(in scheme: ClassScheme) -> Int? {
        guard let index = sufficientTotal?.exactIndex,
            let byIndex = storage.classPosition(of: index, in: scheme, of: group)
        else { return nil }
        return max(byIndex, heldConditions(in: scheme).map { $0.limit }.max() ?? 0)
    }

    /// The conditions that hold, each with the position of the best class that it allows.
    private func heldConditions(in scheme: ClassScheme) -> [(condition: ClassCondition, limit: Int)] {
        storage.columns.criteria.set.classConditions.compactMap { condition in
            guard holds(condition), let limit = scheme.classes.firstIndex(where: { $0.code == condition.notAbove })
            else { return nil }
            return (condition, limit)
        }
    }

    /// The position of the best class that the conditions allow; 0 where none holds.
    var classLimit: Int {
        let scheme = storage.columns.criteria.set.classScheme(of: group)
        return scheme.flatMap { heldConditions(in: $0).map { $0.limit }.max() } ?? 0
    }

    /// How many ranked units of the unit's group its class is a part of; nil where classes are not parts of units.
    package var classedUnitCount: Int? { storage.quantileGroups[group]?.count }

    /// How the ranked units are divided into classes, and which classes; nil where classes are not parts of units.
    package var quantileClasses: (cut: QuantileCut, classes: [UnitClass])? {
        guard let scheme = criteriaSet.classScheme(of: group), case .quantiles(let cut) = scheme.cut else { return nil }
        return (cut, scheme.classes)
    }

    private func holds(_ condition: ClassCondition) -> Bool {
        switch condition.subject {
        case .criterion(let code):
            guard let index = storage.columns.criteria.set.index(of: code) else { return false }
            // Nothing reported is not zero: a condition cannot hold on it.
            let score = criterion(index)
            guard score.points != nil, score.sum.scoredMaximum > 0, let percent = score.sum.exactIndex else {
                return false
            }
            return condition.bound.admits(percent)
        case .metric(let code):
            if isWithdrawn(metric: code) { return false }
            return storage.columns.figures[unit, code].exactNumber.map(condition.bound.admits) ?? false
        }
    }
}

extension UnitScore {
    /// Whether every criterion that a figure is for is not assigned to the unit.
    private func isWithdrawn(metric code: String) -> Bool {
        // Who is scored by the form for all has everything.
        if storage.columns.variants.isEmpty || storage.columns.variants[unit] == nil { return false }
        let leaves = compiled.leaves.filter { leaf in
            criteriaSet.criteria[leaf.criterion].leaf?.measures.contains { $0.metrics.contains { $0.code == code } }
                ?? false
        }
        return !leaves.isEmpty && leaves.allSatisfy { !$0.isAssigned }
    }
}

extension ScoreStorage {
    /// Whether the class of a unit depends on the other units.
    var hasSharedClasses: Bool {
        !quantileGroups.isEmpty || columns.criteria.set.classSchemes.contains { $0.shareCap != nil }
    }

    /// The position of the class that an index alone gives, behind the last one where it is below all; nil where too few
    /// units are ranked, or where it depends on units that are not known.
    func classPosition(of index: ExactRatio, in scheme: ClassScheme, of group: String?) -> Int? {
        if scheme.isShared, let held = columns.held, held.classed == nil { return nil }
        switch scheme.cut {
        case .index(let least): return least.firstIndex { index >= ExactRatio($0) } ?? scheme.classes.count
        case .quantiles(let cut):
            guard let groups = quantileGroups[group], groups.count >= cut.minimumUnits else { return nil }
            return groups.group(of: index)
        }
    }

    /// The units of a group of which only the total is known.
    func heldUnits(of group: String?) -> [HeldUnit] { (columns.held?.classed ?? []).filter { $0.group == group } }

    /// The ranked units of every group whose classes are parts of them, divided into these parts.
    ///
    /// Complexity: O(units · log units) where there are such groups, otherwise O(groups).
    func cutIntoQuantiles() -> [String?: QuantileGroups] {
        let set = columns.criteria.set
        let hasQuantiles = set.classSchemes.contains { if case .quantiles = $0.cut { true } else { false } }
        guard hasQuantiles else { return [:] }
        var groups: [String?: QuantileGroups] = [:]
        var members: [String?: [Int]] = [:]
        for (unit, scored) in columns.units.enumerated() { members[scored.group, default: []].append(unit) }
        for (group, units) in members {
            guard let scheme = set.classScheme(of: group), case .quantiles(let cut) = scheme.cut else { continue }
            let ranked = units.lazy.map { UnitScore(storage: self, unit: $0) }.filter { $0.isRankable }
            let held = heldUnits(of: group).compactMap { $0.key.sum.exactIndex }
            let quantiles = Quantiles(ranked.compactMap { $0.total.exactIndex } + held, definition: cut.definition)
            groups[group] = QuantileGroups(quantiles, parts: scheme.classes.count, atCut: cut.atCut)
        }
        return groups
    }
}
