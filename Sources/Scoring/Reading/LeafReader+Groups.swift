import Values

extension LeafReader {
    /// The rules of units of some groups or levels, which are of the same kind as the measure's own; no unit has two.
    func readGroupRules(
        of object: JSONObject, beside rule: ScoringRule, code: String, in context: RuleContext
    ) -> [GroupRule] {
        guard object.has("byGroup") else { return [] }
        let kinds = ScoringRule.Kind.withThreshold
        var read: [GroupRule] = []
        for entry in object.objects("byGroup") {
            let groups = entry.texts("groups")
            let named = readLevels(of: entry, among: levels)
            let target = readTarget(of: entry)
            let ruleObject = entry.required("rule").flatMap { _ in entry.object("rule") }
            let own = ruleObject.flatMap { ScoringRule(reading: $0, in: context) }
            entry.finish()
            if groups.isEmpty, named.isEmpty {
                entry.reader.report(JSONFinding.missingKey, at: entry.offset, [.key: "groups | levels"])
                continue
            }
            guard let ruleObject, let own else { continue }
            guard own.kind == rule.kind, kinds.contains(own.kind) else {
                let expected = kinds.contains(rule.kind) ? [rule.kind] : kinds
                entry.reader.report(
                    CriteriaFinding.groupRuleKind, at: ruleObject.offset(of: "kind"),
                    [
                        .code: .text(code), .found: .text(own.kind.rawValue),
                        .expected: .names(expected.map { $0.rawValue }),
                    ])
                continue
            }
            check(own, at: ruleObject.offset, target, of: entry, code: code, in: context)
            let groupRule = GroupRule(groups: groups, levels: named, rule: own, target: target)
            if let other = read.first(where: groupRule.overlaps) {
                let shared = (groups + named).filter { (other.groups + other.levels).contains($0) }
                entry.reader.report(
                    CriteriaFinding.groupWithTwoRules, at: entry.offset,
                    [.code: .text(code), .found: .names(shared.isEmpty ? groups + named : shared)])
                continue
            }
            read.append(groupRule)
        }
        return read
    }

    /// The levels that a rule is for, all of them known.
    private func readLevels(of entry: JSONObject, among known: [String]) -> [String] {
        let named = entry.texts("levels")
        for level in named where !known.contains(level) {
            entry.unknown(level, among: known, key: "levels", at: entry.offset(of: "levels"))
        }
        return named
    }
}
