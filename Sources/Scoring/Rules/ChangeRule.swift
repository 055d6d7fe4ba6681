public import Values

/// How a change is counted.
public enum ChangeForm: String, CaseIterable, Hashable, Sendable {
    /// Now less before, in the figure's own unit.
    case difference
    /// That in percent of what it was before.
    case percent
}

/// What a change must reach, and what lies on the way.
public struct ChangeGoal: Hashable, Sendable {
    /// The change that earns the maximum.
    public let full: Bound
    /// From here a straight line leads to the full mark; nil: nothing before it.
    public let zeroAt: FixedDecimal?

    /// Makes a goal.
    public init(full: Bound, zeroAt: FixedDecimal? = nil) {
        (self.full, self.zeroAt) = (full, zeroAt)
    }
}

extension ChangeGoal {
    /// Reads `full` and `zeroAt` among the object's own keys.
    init?(reading object: JSONObject) {
        let zeroAt = object.decimal("zeroAt")
        guard object.required("full") != nil, let full = object.bound("full") else { return nil }
        if let zeroAt, full.isLower ? zeroAt >= full.value : zeroAt <= full.value {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: "zeroAt"),
                [.expected: full.isLower ? "zeroAt < full" : "zeroAt > full"])
            return nil
        }
        self.full = full
        self.zeroAt = zeroAt
    }

    func function(in context: RuleContext) -> ScoreFunction {
        .ramp(zeroAt: zeroAt, full: full, maximum: context.exactMaximum)
    }
}
