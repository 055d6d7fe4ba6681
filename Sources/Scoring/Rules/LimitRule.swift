public import Values

/// **`limit`: not beyond a limit.**
///
/// The whole maximum while the value is at most the limit, as for "biên chế đang sử dụng không vượt quá biên chế được
/// giao"; beyond it nothing, or minus `overEach` per unit beyond, never below zero. The limit is a number or another
/// figure of the measure: `{"kind": "limit", "limit": {"metric": "4.2.1.assigned"}}`.
public struct LimitRule: Hashable, Sendable {
    /// What the value is compared with.
    public enum Limit: Hashable, Sendable {
        /// A number.
        case number(FixedDecimal)
        /// Another figure of the measure, by its code.
        case metric(String)
    }

    /// What the value is compared with.
    public let limit: Limit
    /// What each unit beyond the limit costs; nil: everything.
    public let overEach: Amount?

    /// Makes a rule.
    public init(limit: Limit, overEach: Amount? = nil) {
        (self.limit, self.overEach) = (limit, overEach)
    }
}

extension LimitRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        overEach = object.has("overEach") ? object.requiredAmount("overEach", in: context) : nil
        guard let node = object.required("limit") else { return nil }
        if case .object = node.content {
            guard let code = object.otherMetric("limit", in: context) else { return nil }
            limit = .metric(code)
        } else {
            guard let number = object.decimal("limit") else { return nil }
            limit = .number(number)
        }
    }

    func quantity(in context: RuleContext) -> Quantity<String> {
        switch limit {
        case .number: .figure(context.main.code)
        case .metric(let code): .difference(.figure(context.main.code), .figure(code))
        }
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        let last: FixedDecimal =
            switch limit {
            case .number(let number): number
            case .metric: 0
            }
        guard let overEach else {
            return .ramp(zeroAt: nil, full: Bound(.atMost, last), maximum: context.exactMaximum)
        }
        return .deduction(
            each: overEach.points(in: context), beyond: ExactRatio(last), maximum: context.exactMaximum)
    }
}
