import Values

// What the readers of several rule kinds share.
extension JSONObject {
    private static let boundKeys: [(key: String, comparison: Comparison)] = [
        ("above", .above), ("atLeast", .atLeast), ("below", .below), ("atMost", .atMost),
    ]

    /// The bounds among this object's own keys.
    func ownBounds() -> [Bound] {
        Self.boundKeys.compactMap { key, comparison in decimal(key).map { Bound(comparison, $0) } }
    }

    /// The only bound among this object's own keys; reports a finding when there is none or more than one.
    func ownBound() -> Bound? {
        let bounds = ownBounds()
        guard bounds.count == 1 else {
            reader.report(CriteriaFinding.badBound, at: offset, [.expected: "above | atLeast | below | atMost"])
            return nil
        }
        return bounds[0]
    }

    /// The bound under a key, or nil when absent; anything else is reported.
    func bound(_ key: String) -> Bound? {
        guard let object = object(key) else { return nil }
        defer { object.finish() }
        return object.ownBound()
    }

    /// The bound under a key, which must be a lower one (`above`, `atLeast`).
    func lowerBound(_ key: String) -> Bound? {
        guard let bound = bound(key) else { return nil }
        guard bound.isLower else {
            reader.report(
                CriteriaFinding.badBound, at: offset(of: key), [.key: .text(key), .expected: "above | atLeast"])
            return nil
        }
        return bound
    }

    /// The amount among this object's own keys (`points` or `share`), from zero to the whole maximum.
    func ownAmount(in context: RuleContext) -> Amount? {
        let points = decimal("points")
        let share = decimal("share")
        let amount: Amount? =
            switch (points, share) {
            case (let points?, nil): .points(points)
            case (nil, let share?): .share(share)
            default: nil
            }
        guard let amount else {
            reader.report(CriteriaFinding.badAmount, at: offset)
            return nil
        }
        let (value, limit) = points.map { ($0, context.exactMaximum) } ?? (share ?? 0, ExactRatio(100))
        guard value >= 0, ExactRatio(value) <= limit else {
            reader.report(
                CriteriaFinding.amountAboveMaximum, at: offset,
                [.found: .number(value), .expected: .range(0, limit.rounded(.finest))])
            return nil
        }
        return amount
    }

    /// The amount under a key, or nil when absent.
    func amount(_ key: String, in context: RuleContext) -> Amount? {
        guard let object = object(key) else { return nil }
        defer { object.finish() }
        return object.ownAmount(in: context)
    }

    /// A required positive amount under a key.
    func requiredAmount(_ key: String, in context: RuleContext) -> Amount? {
        guard required(key) != nil, let amount = amount(key, in: context) else { return nil }
        switch amount {
        case .points(let value), .share(let value):
            if value > 0 { return amount }
            reader.report(CriteriaFinding.badAmount, at: offset(of: key), [.key: .text(key)])
            return nil
        }
    }

    /// The code of one of the measure's other figures, under `{"metric": code}`.
    func otherMetric(_ key: String, in context: RuleContext) -> String? {
        guard let object = object(key) else { return nil }
        defer { object.finish() }
        return object.metricCode("metric", among: Array(context.metrics.dropFirst()))
    }

    /// The code of one of the specified metrics, as a string under a key.
    func metricCode(_ key: String, among metrics: [Metric]) -> String? {
        guard let code = requiredText(key) else { return nil }
        guard metrics.contains(where: { $0.code == code }) else {
            unknown(code, among: metrics.map { $0.code }, key: key, at: offset(of: key))
            return nil
        }
        return code
    }

    /// Returns whether the metric's kind is one of those specified; if not, reports that the rule needs another kind.
    func requireKind(_ kinds: Metric.Kind..., of metric: Metric) -> Bool {
        if kinds.contains(metric.kind) { return true }
        reader.report(
            CriteriaFinding.ruleNeedsKind, at: offset,
            [
                .code: .text(metric.code), .found: .text(metric.kind.rawValue),
                .expected: .names(kinds.map { $0.rawValue }),
            ])
        return false
    }
}

extension Amount {
    /// The amount in points of the context's maximum; zero where it cannot be determined.
    func points(in context: RuleContext) -> ExactRatio {
        switch self {
        case .points(let points): ExactRatio(points)
        case .share(let percent):
            ExactRatio(percent).multiplied(by: context.exactMaximum)?.divided(by: ExactRatio(100)) ?? .zero
        }
    }
}
