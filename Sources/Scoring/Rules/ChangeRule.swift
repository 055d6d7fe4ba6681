public import Values

/// How a change is measured.
public enum ChangeForm: String, CaseIterable, Hashable, Sendable {
    /// The current figure minus the previous one, in the figure's own unit.
    case difference
    /// The difference in percent of the previous figure.
    case percent
}

/// The required change, and the way to it.
public struct ChangeTarget: Hashable, Sendable {
    /// The change that earns the maximum.
    public let full: Bound
    /// Where a straight line to the full mark begins; nil: nothing below the full mark.
    public let zeroAt: FixedDecimal?

    /// Makes a goal.
    public init(full: Bound, zeroAt: FixedDecimal? = nil) {
        (self.full, self.zeroAt) = (full, zeroAt)
    }
}

extension ChangeTarget {
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
