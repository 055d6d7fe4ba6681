public import Values

/// **`bonus`: points on top of the maximum.**
///
/// `each` points per item, up to a cap. The leaf's maximum is 0: bonus points are added to the total but not to what
/// can be reached. `bonusCap` of the edition limits all bonuses together.
public struct BonusRule: Hashable, Sendable {
    /// Points per item.
    public let each: FixedDecimal
    /// The maximum number of points.
    public let cap: FixedDecimal

    /// Makes a rule.
    public init(each: FixedDecimal, cap: FixedDecimal) {
        (self.each, self.cap) = (each, cap)
    }
}

extension BonusRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard let (each, cap) = object.extraPoints(in: context) else { return nil }
        self.each = each
        self.cap = cap
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .each(ExactRatio(each), cap: ExactRatio(cap))
    }
}

extension JSONObject {
    /// What bonus and penalty have in common: points `each` and `cap` on a leaf whose maximum is zero.
    func extraPoints(in context: RuleContext) -> (each: FixedDecimal, cap: FixedDecimal)? {
        let (each, cap) = (requiredDecimal("each"), requiredDecimal("cap"))
        guard let each, let cap else { return nil }
        guard each > 0, cap >= each, cap <= 1000 else {
            reader.report(CriteriaFinding.badOrder, at: offset, [.expected: "0 < each ≤ cap ≤ 1000"])
            return nil
        }
        guard context.maximum == 0 else {
            reader.report(
                CriteriaFinding.maximumOutOfRange, at: offset,
                [.found: .number(context.maximum), .expected: .number(0)])
            return nil
        }
        return (each, cap)
    }
}
