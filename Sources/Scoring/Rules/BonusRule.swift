public import Values

/// **`bonus`: points on top of the maximum.**
///
/// `each` points per item, up to a cap. The leaf's maximum is 0: bonus points are added to the total but not to what
/// can be reached. `bonusCap` of the edition limits all bonuses together. `{"kind": "bonus", "each": {"points": 0.5},
/// "cap": {"points": 2}}`; with `{"share": 25}` an item earns a quarter of the cap; a plain number is points.
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
    /// What bonus and penalty have in common: `each` and `cap` on a leaf whose maximum is zero.
    func extraPoints(in context: RuleContext) -> (each: FixedDecimal, cap: FixedDecimal)? {
        let (each, cap) = (extraAmount("each", in: context), extraAmount("cap", in: context))
        guard let each, let cap else { return nil }
        guard case .points(let cap) = cap else {
            // There is nothing that the cap could be a share of.
            reader.report(CriteriaFinding.badAmount, at: offset(of: "cap"), [.key: "cap"])
            return nil
        }
        guard let each = points(of: each, cap: cap) else { return nil }
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

    /// A required amount under a key; a plain number is points.
    private func extraAmount(_ key: String, in context: RuleContext) -> Amount? {
        guard let node = required(key) else { return nil }
        guard case .object = node.content else { return decimal(key).map { .points($0) } }
        var context = context
        context.exactMaximum = ExactRatio(1000)
        return amount(key, in: context)
    }

    /// What one item is worth in points; a share is one of the cap.
    private func points(of each: Amount, cap: FixedDecimal) -> FixedDecimal? {
        let percent: FixedDecimal
        switch each {
        case .points(let points): return points
        case .share(let share): percent = share
        }
        let (product, scale) = (Int128(percent.mantissa) * Int128(cap.mantissa), 100 * Int128(FixedDecimal.scale))
        guard product % scale == 0, let mantissa = Int64(exactly: product / scale) else {
            reader.report(
                CriteriaFinding.amountTooFine, at: offset(of: "each"),
                [.found: .number(percent), .expected: .number(cap)])
            return nil
        }
        return FixedDecimal(mantissa: mantissa)
    }
}
