public import Values

/// What is assigned to a unit, where that is not everything by the rules for all.
public struct UnitAssignment: Hashable, Sendable {
    /// The positions in the set of the leaves that are not assigned: out of points and maximum.
    public var notAssigned: Set<Int>
    /// The unit's own targets, by the positions of leaves.
    public var targets: [Int: FixedDecimal]

    /// Makes an assignment.
    public init(notAssigned: Set<Int> = [], targets: [Int: FixedDecimal] = [:]) {
        (self.notAssigned, self.targets) = (notAssigned, targets)
    }

    /// Whether everything is assigned, by the rules for all.
    public var isPlain: Bool { notAssigned.isEmpty && targets.isEmpty }
}

extension CompiledCriteria {
    /// The same criteria, by which units are scored on what is assigned to them; of the others everything is.
    ///
    /// - Parameters:
    ///   - assignments: by the codes of units. Targets stand at leaves that can have them (``Leaf/fault(ofOwnTarget:)``);
    ///     others are ignored.
    ///   - units: the units.
    /// - Complexity: O(different assignments × nodes + units).
    public func assigning(_ assignments: [String: UnitAssignment], to units: [ScoredUnit]) -> CompiledCriteria {
        CompiledCriteria(
            self, variants: CriteriaVariants(set, year: year, assignments: assignments, units: units))
    }

    /// The assignments of the units to which not everything is assigned, by code.
    package var assignments: [String: UnitAssignment] { variants.stated }
}

extension CriteriaSet {
    /// The set as it is for a unit to which something is not assigned, or that has targets of its own.
    func assigned(_ assignment: UnitAssignment) -> CriteriaSet {
        with(leaves: { node, leaf in
            let own = assignment.targets[node].flatMap { try? leaf.with(ownTarget: $0) } ?? leaf
            // What no level has, nobody can gain or lose.
            return assignment.notAssigned.contains(node) ? own.withoutLevels : own
        })
    }
}

/// Why a unit cannot have a target of its own.
public enum OwnTargetFault: Error, Hashable, Sendable {
    /// The criterion is not scored against one target.
    case notAgainstTarget
    /// Its rule cannot be against this number.
    case impossible
}

extension Leaf {
    /// Why a unit cannot have a number as its own target; nil where it can.
    public func fault(ofOwnTarget target: FixedDecimal) -> OwnTargetFault? {
        do throws(OwnTargetFault) {
            _ = try with(ownTarget: target)
            return nil
        } catch {
            return error
        }
    }

    fileprivate func with(ownTarget target: FixedDecimal) throws(OwnTargetFault) -> Leaf {
        guard measures.count == 1, let measure = measures.first else { throw .notAgainstTarget }
        let rule = try measure.rule.with(ownTarget: target)
        let comparison = self.target?.bound?.comparison ?? measure.target?.bound?.comparison
        let bound = Bound(comparison ?? rule.comparison(of: measure), target)
        // As officials write it.
        let number = String(target.text().map { $0 == "." ? "," : $0 })
        let own = Target(text: "\(bound.comparison.rawValue) \(number)", bound: bound)
        return with(
            levels: levels, target: own,
            measures: [
                measure.with(rule: rule, target: measure.target == nil ? nil : own, levels: measure.levels)
            ])
    }

    fileprivate var withoutLevels: Leaf {
        with(
            levels: [], target: target,
            measures: measures.map { $0.with(rule: $0.rule, target: $0.target, levels: []) })
    }
}

extension ScoringRule {
    /// The rule with a unit's own target in the place of that for all.
    ///
    /// `proportional`: the full mark, with the base where that is the same number. `linear`: where all is earned.
    /// `limit`: a limit that is a number. `countThreshold`: the threshold. `relative`: the leader's target.
    func with(ownTarget target: FixedDecimal) throws(OwnTargetFault) -> ScoringRule {
        switch self {
        case .relative(var rule):
            guard rule.against == .leader else { throw .notAgainstTarget }
            (rule.ownTarget, rule.target) = (target, nil)
            return .relative(rule)
        case .countThreshold(let rule):
            guard target > 0 else { throw .impossible }
            return .countThreshold(
                CountThresholdRule(threshold: Bound(rule.threshold.comparison, target), below: rule.below))
        case .linear(let rule):
            guard (rule.zeroAt < rule.fullAt) == (rule.zeroAt < target), rule.zeroAt != target else {
                throw .impossible
            }
            return .linear(LinearRule(zeroAt: rule.zeroAt, fullAt: target))
        case .limit(let rule):
            guard case .number = rule.limit else { throw .notAgainstTarget }
            return .limit(LimitRule(limit: .number(target), overEach: rule.overEach))
        case .proportional(let rule):
            // A floor is a part of the base, and nobody says which part of another one.
            guard rule.full.value < rule.base || rule.floor == nil else { throw .notAgainstTarget }
            guard target > 0, (rule.floor?.value ?? 0) <= target else { throw .impossible }
            let full = Bound(rule.full.comparison, target)
            if rule.full.value == rule.base { return .proportional(ProportionalRule(base: target, full: full)) }
            guard target <= rule.base else { throw .impossible }
            return .proportional(ProportionalRule(base: rule.base, floor: rule.floor, full: full))
        default: throw .notAgainstTarget
        }
    }

    /// How a figure is compared with a target by it.
    fileprivate func comparison(of measure: Measure) -> Comparison {
        switch self {
        case .countThreshold(let rule): rule.threshold.comparison
        case .proportional(let rule): rule.full.comparison
        case .limit: .atMost
        default: measure.metrics.first?.direction == .lower ? .atMost : .atLeast
        }
    }
}

/// What is not assigned to a unit.
public struct NotAssigned: Hashable, Sendable {
    /// The positions of the leaves in the set.
    public let criteria: [Int]
    /// Their maximum.
    public let points: FixedDecimal
    /// The maximum of all leaves of the unit's level, assigned or not: 700 where 684 are.
    public let whole: FixedDecimal
}

extension UnitScore {
    /// Whether a leaf, or every leaf below a node, is not assigned to the unit.
    package func isWithdrawn(_ node: Int) -> Bool {
        let children = criteriaSet.criteria[node].children
        if children.isEmpty { return compiledLeaf(at: node).map { !$0.isAssigned } ?? false }
        return children.allSatisfy { isWithdrawn($0) }
    }

    /// What is not assigned to the unit; nil where everything is.
    ///
    /// Complexity: O(leaves).
    public var notAssigned: NotAssigned? {
        let columns = storage.columns
        guard !columns.variants.isEmpty, columns.variants[unit] != nil else { return nil }
        var criteria: [Int] = []
        var (points, whole) = (FixedDecimal.zero, FixedDecimal.zero)
        // What is not of the unit's level could not be assigned.
        for (leaf, own) in zip(columns.criteria.leaves, compiled.leaves) where leaf.levels[figures.level] {
            whole += leaf.maximum
            if own.isAssigned { continue }
            points += leaf.maximum
            criteria.append(leaf.criterion)
        }
        return criteria.isEmpty ? nil : NotAssigned(criteria: criteria, points: points, whole: whole)
    }
}
