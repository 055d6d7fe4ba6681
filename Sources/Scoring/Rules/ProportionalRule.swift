public import Values

/// **`proportional`: the share of the maximum that was reached.**
///
/// Points = maximum × value ÷ `base`. `floor` and `full` limit the line: nothing below the floor, the whole maximum
/// from the full mark on. The base is 100 for a percentage and must be stated for any other figure.
///
/// "Trên 99 % hồ sơ đúng hạn", 1.25 points: `{"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}}`
/// gives 0 at 79.99 %, 1.00 at 80 %, 1.2375 at 99 % and 1.25 above 99 %.
public struct ProportionalRule: Hashable, Sendable {
    /// The value that would earn the whole maximum on the line.
    public let base: FixedDecimal
    /// Nothing below it.
    public let floor: Bound?
    /// The whole maximum from here on.
    public let full: Bound

    /// Makes a rule; the full mark defaults to the base.
    public init(base: FixedDecimal = 100, floor: Bound? = nil, full: Bound? = nil) {
        (self.base, self.floor, self.full) = (base, floor, full ?? Bound(.atLeast, base))
    }
}

extension ProportionalRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let floor = object.lowerBound("floor")
        let full = object.lowerBound("full")
        let stated = object.decimal("base") ?? (context.main.kind == .percent ? 100 : nil)
        guard let base = stated, base > 0 else {
            object.reader.report(JSONFinding.missingKey, at: object.offset, [.key: "base"])
            return nil
        }
        self.base = base
        self.floor = floor
        self.full = full ?? Bound(.atLeast, base)
        guard self.full.value <= base, self.full.value > 0, (floor?.value ?? 0) <= self.full.value,
            (floor?.value ?? 0) >= 0
        else {
            object.reader.report(CriteriaFinding.badOrder, at: object.offset, [.expected: "0 ≤ floor ≤ full ≤ base"])
            return nil
        }
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        var function = ScoreFunction(from: .zero)
        let slope = context.exactMaximum.divided(by: ExactRatio(base)) ?? .zero
        let start = floor ?? Bound(.atLeast, 0)
        function.append(
            from: .init(ExactRatio(start.value), isIncluded: start.comparison == .atLeast), intercept: .zero,
            slope: slope)
        function.append(
            from: .init(ExactRatio(full.value), isIncluded: full.comparison == .atLeast),
            intercept: context.exactMaximum)
        return function
    }
}
