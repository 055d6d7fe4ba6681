public import Values

/// **`linear`: a straight line between two values.**
///
/// Nothing at `zeroAt`, the whole maximum at `fullAt`, a straight line in between, and constant outside. Where less is
/// better, `zeroAt` is the greater of the two.
///
/// `{"kind": "linear", "zeroAt": 50, "fullAt": 90}` with 2 points: 0 at 50 and below, 1 at 70, 2 at 90 and above.
public struct LinearRule: Hashable, Sendable {
    /// Where the line begins.
    public let zeroAt: FixedDecimal
    /// Where it reaches the maximum.
    public let fullAt: FixedDecimal

    /// Makes a rule.
    public init(zeroAt: FixedDecimal, fullAt: FixedDecimal) {
        (self.zeroAt, self.fullAt) = (zeroAt, fullAt)
    }
}

extension LinearRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let (zeroAt, fullAt) = (object.requiredDecimal("zeroAt"), object.requiredDecimal("fullAt"))
        guard let zeroAt, let fullAt else { return nil }
        guard zeroAt != fullAt else {
            object.reader.report(CriteriaFinding.badOrder, at: object.offset, [.expected: "zeroAt ≠ fullAt"])
            return nil
        }
        self.zeroAt = zeroAt
        self.fullAt = fullAt
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .ramp(
            zeroAt: zeroAt, full: Bound(fullAt > zeroAt ? .atLeast : .atMost, fullAt), maximum: context.exactMaximum)
    }
}
