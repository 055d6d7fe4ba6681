/// A measure's rule for some units: those of certain groups (khối), of certain levels, or of certain groups at certain
/// levels. It is of the same kind as the measure's own rule, which is for all others.
public struct GroupRule: Sendable {
    /// The codes of the groups; empty for every group.
    public let groups: [String]
    /// The codes of the levels; empty for every level.
    public let levels: [String]
    /// How figures of these units turn into a share.
    public let rule: ScoringRule
    /// The target of these units, if it is another one.
    public let target: Target?

    /// Makes a rule for some units.
    public init(groups: [String] = [], levels: [String] = [], rule: ScoringRule, target: Target? = nil) {
        (self.groups, self.levels, self.rule, self.target) = (groups, levels, rule, target)
    }

    /// Whether it is the rule of units of a group and a level.
    public func applies(group: String?, level: String) -> Bool {
        (groups.isEmpty || group.map { groups.contains($0) } ?? false) && (levels.isEmpty || levels.contains(level))
    }

    /// Whether a unit can be meant by both.
    func overlaps(_ other: GroupRule) -> Bool {
        func meet(_ own: [String], _ others: [String]) -> Bool {
            own.isEmpty || others.isEmpty || own.contains { others.contains($0) }
        }
        return meet(groups, other.groups) && meet(levels, other.levels)
    }
}

extension ScoringRule.Kind {
    /// The kinds of rule with a threshold that may differ from group to group.
    static let withThreshold: [ScoringRule.Kind] = [
        .proportional, .bands, .linear, .limit, .changeFromLastYear, .changeFromBaseYear, .countThreshold, .surveyShare,
    ]
}

extension CriteriaSet {
    /// The rules for some units, of all measures.
    public var groupRules: [GroupRule] {
        criteria.flatMap { $0.leaf?.measures.flatMap { $0.groupRules } ?? [] }
    }

    /// The codes of groups that rules name, also as having a target among others.
    package var namedGroups: [String] {
        let targets = criteria.flatMap { $0.leaf?.measures.map { $0.rule } ?? [] }.flatMap { rule in
            if case .relative(let rule) = rule { rule.groupTargets } else { [RelativeRule.GroupTarget]() }
        }
        return groupRules.flatMap { $0.groups } + targets.flatMap { $0.groups }
    }

    /// The set as units of a group and a level are scored by it: every measure has their rule and target.
    func resolved(group: String?, level: String) -> CriteriaSet {
        with(leaves: { _, leaf in
            leaf.measures.contains { !$0.groupRules.isEmpty } ? leaf.resolved(group: group, level: level) : leaf
        })
    }
}

extension Measure {
    /// The measure as units are scored by one of its rules.
    package func with(_ own: GroupRule) -> Measure {
        with(rule: own.rule, target: own.target ?? target, levels: levels)
    }
}

extension Leaf {
    fileprivate func resolved(group: String?, level: String) -> Leaf {
        let own = measures.map { $0.groupRules.first { $0.applies(group: group, level: level) } }
        // The only measure of a leaf has the leaf's target.
        let isAlone = measures.count == 1
        return with(
            levels: levels, target: isAlone ? own[0]?.target ?? target : target,
            measures: zip(measures, own).map { measure, own in
                measure.with(
                    rule: own?.rule ?? measure.rule, target: isAlone ? measure.target : own?.target ?? measure.target,
                    levels: measure.levels)
            })
    }
}
