public import Values

/// **`perItem`: points per item, up to a cap.**
///
/// `{"kind": "perItem", "each": {"points": 0.25}, "cap": {"points": 1}}`: 0.75 for three items, 1 for four and more.
/// Without `cap` the maximum is the cap.
public struct PerItemRule: Hashable, Sendable {
    /// What one item earns.
    public let each: Amount
    /// The most that all items together earn.
    public let cap: Amount

    /// Makes a rule.
    public init(each: Amount, cap: Amount = .share(100)) {
        (self.each, self.cap) = (each, cap)
    }
}

extension PerItemRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let cap = object.amount("cap", in: context)
        guard let each = object.requiredAmount("each", in: context) else { return nil }
        self.each = each
        self.cap = cap ?? .whole
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .each(each.points(in: context), cap: cap.points(in: context))
    }
}
