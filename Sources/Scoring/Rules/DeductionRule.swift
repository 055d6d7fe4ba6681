package import Values

/// **`deduction`: points off per violation.**
///
/// The whole maximum without a violation, minus `each` for every one, never below zero.
/// `{"kind": "deduction", "each": {"points": 0.5}}` with 1.25 points: 0.75 after one, 0.25 after two, 0 after three.
public struct DeductionRule: Hashable, Sendable {
    /// What one violation costs.
    public let each: Amount

    /// Makes a rule.
    public init(each: Amount) {
        self.each = each
    }
}

extension DeductionRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard let each = object.requiredAmount("each", in: context) else { return nil }
        self.each = each
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .deduction(each: each.points(in: context), beyond: .zero, maximum: context.exactMaximum)
    }
}
