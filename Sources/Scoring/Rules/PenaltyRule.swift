public import Values

/// **`penalty`: points deducted from the total.**
///
/// `each` points off per violation, up to a cap. The leaf's maximum is 0, and its points are negative. `penaltyCap` of
/// the edition limits all penalties together. Amounts are written as those of a bonus.
public struct PenaltyRule: Hashable, Sendable {
    /// Points deducted per violation, positive.
    public let each: FixedDecimal
    /// The maximum deduction, positive.
    public let cap: FixedDecimal

    /// Makes a rule.
    public init(each: FixedDecimal, cap: FixedDecimal) {
        (self.each, self.cap) = (each, cap)
    }
}

extension PenaltyRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard let (each, cap) = object.extraPoints(in: context) else { return nil }
        self.each = each
        self.cap = cap
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .each(ExactRatio(each).negated, cap: ExactRatio(cap).negated)
    }
}
