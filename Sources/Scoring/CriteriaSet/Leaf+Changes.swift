extension Measure {
    /// The same with another rule, target or levels. It has no rules of groups: what is changed is for one unit.
    func with(rule: ScoringRule, target: Target?, levels: [String]?) -> Measure {
        Measure(
            code: code, name: name, target: target, metrics: metrics, rule: rule, notApplicable: notApplicable,
            weight: weight, levels: levels, levelsReason: levelsReason)
    }
}

extension Leaf {
    /// The same with other levels, another target or other measures.
    func with(levels: [String], target: Target?, measures: [Measure]) -> Leaf {
        Leaf(
            levels: levels, levelsReason: levelsReason, target: target, measures: measures, combination: combination,
            requirement: requirement, product: product, deadline: deadline, wording: wording, evidence: evidence,
            points: points)
    }
}
