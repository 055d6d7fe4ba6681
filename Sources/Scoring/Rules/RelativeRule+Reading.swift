package import Values

/// How a figure may have to stand to a reference.
private enum ConditionName: String, CaseIterable {
    case above, atLeast, below, atMost

    var comparison: Comparison {
        switch self {
        case .above: .above
        case .atLeast: .atLeast
        case .below: .below
        case .atMost: .atMost
        }
    }
}

extension RelativeRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let against = object.required("against").flatMap { _ in object.choice("against", of: Reference.self) }
        let among = object.required("among").flatMap { _ in object.choice("among", of: Cohort.self) }
        let equal = object.amount("equal", in: context)
        let digits = object.integer("digits", in: FixedDecimal.fractionDigits...Self.mostDigits)
        guard let against, let among, object.requireKind(.percent, .count, .amount, of: context.main) else {
            return nil
        }
        self.init(against: against, among: among, equal: equal ?? .share(100))
        self.digits = digits ?? Self.mostDigits
        switch against {
        case .minMax:
            (fixedEnd, trim) = (object.sides("ends"), object.sides("trim"))
        case .rank: ties = object.choice("ties", of: RankingPolicy.Ties.self) ?? .standard
        case .z:
            let (zeroAt, fullAt) = (object.requiredDecimal("zeroAt"), object.requiredDecimal("fullAt"))
            guard let zeroAt, let fullAt else { return nil }
            deviations = Sides(low: zeroAt, high: fullAt)
        case .leader:
            if object.has("targets") {
                guard let targets = object.groupTargets() else { return nil }
                groupTargets = targets
            } else {
                guard let target = object.requiredDecimal("target") else { return nil }
                self.target = target
            }
        case .maximum, .minimum, .mean, .median:
            let name = object.choice("condition", of: ConditionName.self)
            let otherwise = name == nil ? nil : object.amount("otherwise", in: context)
            condition = name.map { Condition($0.comparison, otherwise: otherwise ?? .share(0)) }
        }
        guard hasSoundNumbers(object, context.main), keepsDirection(object, context) else { return nil }
    }

    private func hasSoundNumbers(_ object: JSONObject, _ main: Metric) -> Bool {
        func report(_ key: String, _ expected: String) -> Bool {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: key), [.expected: .text(expected)])
            return false
        }
        // A quotient of negative numbers would turn better into worse.
        if isQuotient,
            (main.lawfulMinimum ?? -1) < 0 || (target ?? 0) < 0
                || groupTargets.contains(where: { $0.value < 0 })
        {
            return report("against", "0 ≤ minimum, 0 ≤ target")
        }
        if let deviations, let low = deviations.low, let high = deviations.high, low >= high {
            return report("zeroAt", "zeroAt < fullAt")
        }
        // Fixed at both ends, others would not matter: that is a line.
        if let fixedEnd, fixedEnd.low != nil, fixedEnd.high != nil { return report("ends", "low | high") }
        if let trim {
            let (low, high) = (trim.low ?? 0, trim.high ?? 0)
            guard low >= 0, high >= 0, low <= 100, high <= 100, low + high < 100 else {
                return report("trim", "0 ≤ low, 0 ≤ high, low + high < 100")
            }
        }
        return true
    }

    /// Reports what would make a better figure cost points.
    private func keepsDirection(_ object: JSONObject, _ context: RuleContext) -> Bool {
        func report(_ key: String) -> Bool {
            object.reader.report(
                CriteriaFinding.ruleAgainstDirection, at: object.offset(of: key),
                [.code: .text(context.main.code), .expected: .code(context.main.direction.rawValue)])
            return false
        }
        let isHigher = context.main.direction == .higher
        if condition == nil, against == (isHigher ? .minimum : .maximum) { return report("against") }
        if let condition, Bound(condition.comparison, 0).isLower != isHigher { return report("condition") }
        // Equal figures lie between worse and better ones, and so must what they earn.
        let (whole, equal) = (context.exactMaximum, equal.points(in: context))
        var (least, most) = (ExactRatio.zero, whole)
        if isQuotient { least = whole }
        if let condition { least = condition.otherwise.points(in: context) }
        if let deviations {
            // Of two figures, one is a standard deviation below the mean, and one above.
            least = whole.multiplied(by: deviations.share(of: ExactRatio(-1))) ?? least
            most = whole.multiplied(by: deviations.share(of: .one)) ?? most
        }
        return equal < least || equal > most ? report("equal") : true
    }
}

extension RelativeRule.Sides {
    /// Where a number lies between both, from 0 to 1.
    func share(of number: ExactRatio) -> ExactRatio {
        guard let low, let high, let width = ExactRatio(high).subtracting(ExactRatio(low)),
            let share = number.subtracting(ExactRatio(low))?.divided(by: width)
        else { return .zero }
        return min(max(share, .zero), .one)
    }
}

extension JSONObject {
    /// The targets of some groups, none of which has two; reports what is wrong and returns nil.
    fileprivate func groupTargets() -> [RelativeRule.GroupTarget]? {
        var targets: [RelativeRule.GroupTarget] = []
        for entry in objects("targets") {
            let (groups, value) = (entry.texts("groups"), entry.requiredDecimal("value"))
            entry.finish()
            if groups.isEmpty { reader.report(JSONFinding.missingKey, at: entry.offset, [.key: "groups"]) }
            guard let value, !groups.isEmpty else { return nil }
            if let twice = groups.first(where: { group in targets.contains { $0.groups.contains(group) } }) {
                reader.report(
                    CriteriaFinding.groupWithTwoTargets, at: entry.offset(of: "groups"), [.found: .text(twice)])
                return nil
            }
            targets.append(RelativeRule.GroupTarget(groups: groups, value: value))
        }
        if targets.isEmpty {
            reader.report(JSONFinding.missingKey, at: offset(of: "targets"), [.key: "targets"])
            return nil
        }
        return targets
    }

    /// The numbers `low` and `high` under a key, of which one may be missing; nil when absent.
    fileprivate func sides(_ key: String) -> RelativeRule.Sides? {
        guard let object = object(key) else { return nil }
        defer { object.finish() }
        let sides = RelativeRule.Sides(low: object.decimal("low"), high: object.decimal("high"))
        if sides.low == nil, sides.high == nil {
            reader.report(JSONFinding.missingKey, at: offset(of: key), [.key: "low"])
        }
        return sides
    }
}
