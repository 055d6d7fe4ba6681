import Values

/// The scales of all relative measures, compiled from the figures of all units: one per measure and cohort.
final class RelativeScales: Sendable {
    /// The cohort of every unit, by how they are formed.
    private let cohorts: [CohortKey: Cohorts]
    /// By slot and cohort.
    private let scales: [[RelativeScale]]
    private let figures: FigureTable
    /// The units that are compared.
    let units: [ScoredUnit]
    /// The position of each unit's level.
    private let levels: [Int]
    /// By slot, the scales that stay as they are; empty where they follow the figures.
    private let held: [RelativeScale]
    /// By slot, the units to which the measure is not assigned.
    private let withdrawn: [Set<Int>]

    /// The scales after figures in some columns have changed: those of measures of these columns are compiled again.
    func with(_ figures: FigureTable, in columns: Set<Int>, of criteria: CompiledCriteria) -> RelativeScales {
        if !held.isEmpty { return self }
        let scales = zip(criteria.relatives, scales).map { relative, before in
            columns.contains(relative.column)
                ? Self.scales(
                    of: relative, figures, in: cohorts(of: relative), levels, without: withdrawn[relative.slot])
                : before
        }
        return RelativeScales(self, figures, scales)
    }

    private init(_ before: RelativeScales, _ figures: FigureTable, _ scales: [[RelativeScale]]) {
        (cohorts, units, levels) = (before.cohorts, before.units, before.levels)
        (withdrawn, held, self.figures, self.scales) = (before.withdrawn, before.held, figures, scales)
    }

    /// The scale of every cohort for a measure.
    private static func scales(
        of relative: CompiledRelative, _ figures: FigureTable, in cohorts: Cohorts, _ levels: [Int],
        without withdrawn: Set<Int>
    ) -> [RelativeScale] {
        relative.numbers(figures, in: cohorts, levels, without: withdrawn).map { RelativeScale(relative, $0) }
    }

    /// Nil where the set has no relative measure.
    ///
    /// Complexity: O(relative measures × units), with a factor of log units for places and medians.
    init?(_ criteria: CompiledCriteria, _ figures: FigureTable, units: [ScoredUnit], levels: [Int]) {
        let measures = criteria.relatives
        if measures.isEmpty { return nil }
        let kinds = measures.map { CohortKey($0.rule) }.withoutRepeats { $0 }
        let cohorts = Dictionary(firstOf: kinds.map { ($0, Cohorts($0, units)) })
        let minimum = units.count < 2_000 ? measures.count : 4
        let withdrawn = Self.withdrawn(criteria, units)
        self.withdrawn = withdrawn
        scales = Array(
            Parallel.map(measures.count, minimum: minimum) { part in
                part.map { position in
                    let (relative, all) = (measures[position], cohorts[CohortKey(measures[position].rule)])
                    return all.map {
                        Self.scales(of: relative, figures, in: $0, levels, without: withdrawn[position])
                    } ?? []
                }
            }.joined())
        (self.cohorts, self.figures, self.units, self.levels, held) = (cohorts, figures, units, levels, [])
    }

    /// Scales that stay as they are whatever the figure of their only unit is.
    init(holding held: [RelativeScale], of unit: ScoredUnit) {
        (cohorts, scales, withdrawn, levels) = ([:], [], [], [])
        (figures, units, self.held) = (FigureTable(metrics: [], unitCount: 0), [unit], held)
    }

    /// The scale of a measure that stays as it is; nil where it follows the figures.
    func heldScale(of relative: CompiledRelative) -> RelativeScale? {
        held.indices.contains(relative.slot) ? held[relative.slot] : nil
    }

    /// The cohort of each unit for a measure.
    func cohorts(of relative: CompiledRelative) -> Cohorts { cohorts[CohortKey(relative.rule)] ?? .none }

    /// The scales of a measure, by cohort.
    func scales(of relative: CompiledRelative) -> [RelativeScale] { scales[relative.slot] }

    /// The scale that a unit's figure is measured by: that of its cohort, compiled again where the figure is not the one
    /// that it was compiled with.
    func scale(of relative: CompiledRelative, unit: Int, with figure: Figure) -> RelativeScale {
        if let held = heldScale(of: relative) { return held }
        let all = cohorts(of: relative)
        let cohort = all.ids[unit]
        // With a target of the unit's own, that of the others is not on its scale.
        if figures[unit, relative.column] == figure, relative.rule.ownTarget == nil {
            return scales[relative.slot][cohort]
        }
        var numbers = CohortNumbers()
        for other in members(of: relative, beside: unit) {
            numbers.add(other == unit ? figure : figures[other, relative.column])
        }
        return RelativeScale(relative, numbers)
    }

    /// The units of a unit's cohort to which the measure applies, itself included, ascending.
    func members(of relative: CompiledRelative, beside unit: Int) -> [Int] {
        if !held.isEmpty { return [unit] }
        let all = cohorts(of: relative)
        let withdrawn = withdrawn[relative.slot]
        return all.ids.indices.filter { other in
            all.ids[other] == all.ids[unit]
                && (other == unit || (relative.levels[levels[other]] && !withdrawn.contains(other)))
        }
    }

    /// By slot, the units to which a measure is not assigned: they have no part in its scale.
    private static func withdrawn(_ criteria: CompiledCriteria, _ units: [ScoredUnit]) -> [Set<Int>] {
        var found = Array(repeating: Set<Int>(), count: criteria.relatives.count)
        if criteria.variants.compiled.isEmpty { return found }
        for (unit, scored) in units.enumerated() {
            guard let form = criteria.variants.position(of: scored) else { continue }
            for leaf in criteria.variants.compiled[form].leaves where !leaf.isAssigned {
                for case let relative? in leaf.measures.map({ $0.relative }) { found[relative.slot].insert(unit) }
            }
        }
        return found
    }

    /// The figure of a unit for a measure.
    func figure(of relative: CompiledRelative, unit: Int) -> Figure { figures[unit, relative.column] }
}

/// How cohorts are formed.
private struct CohortKey: Hashable {
    let among: RelativeRule.Cohort
    /// Units of other groups than these are cohorts of their own.
    let groupsWithTarget: Set<String>

    init(_ rule: RelativeRule) {
        (among, groupsWithTarget) = (rule.among, Set(rule.groupTargets.flatMap { $0.groups }))
    }
}

/// Which units are compared with which.
struct Cohorts: Sendable {
    /// The cohort of every unit.
    let ids: [Int]
    let count: Int

    /// What the units of a cohort have in common.
    private struct Member: Hashable {
        /// The code of their group, level or parent.
        let code: String?
        let hasTarget: Bool
    }

    static let none = Cohorts(ids: [], count: 0)

    private init(ids: [Int], count: Int) { (self.ids, self.count) = (ids, count) }

    fileprivate init(_ key: CohortKey, _ units: [ScoredUnit]) {
        let kind = key.among
        if kind == .all, key.groupsWithTarget.isEmpty {
            self.init(ids: Array(repeating: 0, count: units.count), count: 1)
            return
        }
        var known: [Member: Int] = [:]
        let ids = units.map { unit in
            let code: String? =
                switch kind {
                case .group: unit.group
                case .level: unit.level
                case .parent: unit.parent
                case .all: nil
                }
            let member = Member(code: code, hasTarget: unit.group.map(key.groupsWithTarget.contains) ?? false)
            let id = known[member] ?? known.count
            known[member] = id
            return id
        }
        self.init(ids: ids, count: known.count)
    }
}

extension CompiledRelative {
    /// The numbers of every cohort.
    fileprivate func numbers(
        _ figures: FigureTable, in cohorts: Cohorts, _ unitLevels: [Int], without withdrawn: Set<Int>
    ) -> [CohortNumbers] {
        var numbers = Array(repeating: CohortNumbers(), count: cohorts.count)
        if cohorts.count == 1 { numbers[0].reserve(figures.unitCount) }
        let isForAll = !levels.contains(false)
        let start = column * figures.unitCount
        // In bounds: a column has one cell for each unit, in values and states alike; a cohort is known for each unit.
        figures.values.withUnsafeBufferPointer { values in
            figures.states.withUnsafeBufferPointer { states in
                for (unit, cohort) in cohorts.ids.enumerated() where isForAll || levels[unitLevels[unit]] {
                    if !withdrawn.isEmpty, withdrawn.contains(unit) { continue }
                    switch states[start + unit] {
                    case FigureTable.State.value: numbers[cohort].add(decimal: values[start + unit])
                    default: numbers[cohort].add(figures[unit, column])
                    }
                }
            }
        }
        return numbers
    }
}

/// A unit among those with which it is compared.
package struct ComparedUnit: Sendable {
    let scales: RelativeScales
    /// Its position among the units of the scales.
    let position: Int

    /// The points of a figure on the scale that the cohort has with it; nil beyond 128 bits.
    func points(of relative: CompiledRelative, at number: ExactRatio, _ figure: Figure) -> ExactRatio? {
        relative.points(
            at: number, of: scales.units[position], on: scales.scale(of: relative, unit: position, with: figure))
    }

    /// Which points a figure can still get once all others have reported; nil where these can change nothing.
    func range(
        of relative: CompiledRelative, at number: ExactRatio, around points: ExactRatio, _ figure: Figure
    ) -> ClosedRange<ExactRatio>? {
        if relative.isTargetMet(by: number, of: scales.units[position]) { return nil }
        return scales.scale(of: relative, unit: position, with: figure).range(at: number, around: points)
    }
}
