public import Values

/// **`freeValue`: points that people give.**
///
/// The figure itself is the points: from `minimum` to `maximum` in steps of `step`, which become the figure's domain. A
/// figure between two steps or out of range is a finding.
public struct FreeValueRule: Hashable, Sendable {
    /// The minimum points.
    public let minimum: FixedDecimal
    /// The maximum points.
    public let maximum: FixedDecimal
    /// The smallest difference.
    public let step: FixedDecimal

    /// Makes a rule.
    public init(minimum: FixedDecimal, maximum: FixedDecimal, step: FixedDecimal) {
        (self.minimum, self.maximum, self.step) = (minimum, maximum, step)
    }
}

extension FreeValueRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let (minimum, maximum) = (object.requiredDecimal("minimum"), object.requiredDecimal("maximum"))
        let step = object.requiredDecimal("step")
        guard let minimum, let maximum, let step, object.requireKind(.points, of: context.main) else { return nil }
        guard 0 <= minimum, minimum < maximum, ExactRatio(maximum) == context.exactMaximum, step > 0 else {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset,
                [.expected: "0 ≤ minimum < maximum, step > 0", .other: .number(context.maximum)])
            return nil
        }
        self.minimum = minimum
        self.maximum = maximum
        self.step = step
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .identity(upTo: context.exactMaximum)
    }
}
