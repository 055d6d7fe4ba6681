public import Values

/// How a change is measured.
public enum ChangeForm: String, CaseIterable, Hashable, Sendable {
    /// The current figure minus the previous one, in the figure's own unit.
    case difference
    /// The difference in percent of the previous figure.
    case percent
}

/// What a change earns.
public enum ChangeTarget: Hashable, Sendable {
    /// The maximum for a change within the bound; with `zeroAt` a straight line leads from there to the bound, otherwise
    /// nothing is earned before it.
    case full(Bound, zeroAt: FixedDecimal? = nil)
    /// Fixed points by bands of the change: "tăng 1 điểm, giữ nguyên 0,5 điểm, giảm 0 điểm".
    case bands(BandsRule)
}

extension ChangeTarget {
    /// Reads `full` and `zeroAt`, or `bands`, among the object's own keys; reports what is wrong and returns nil.
    init?(reading object: JSONObject, in context: RuleContext) {
        if object.has("bands") {
            let others = ["full", "zeroAt"].filter { object.has($0) }
            for key in others {
                object.reader.report(JSONFinding.unknownKey, at: object.offset(of: key), [.key: .text(key)])
            }
            // A change has no domain: its bands have open ends.
            guard let bands = BandsRule(reading: object, in: context, domain: nil), others.isEmpty else { return nil }
            self = .bands(bands)
            return
        }
        let zeroAt = object.decimal("zeroAt")
        guard object.has("full") else {
            object.reader.report(JSONFinding.missingKey, at: object.offset, [.key: "full | bands"])
            return nil
        }
        guard let full = object.bound("full") else { return nil }
        if let zeroAt, full.isLower ? zeroAt >= full.value : zeroAt <= full.value {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: "zeroAt"),
                [.expected: full.isLower ? "zeroAt < full" : "zeroAt > full"])
            return nil
        }
        self = .full(full, zeroAt: zeroAt)
    }

    func function(in context: RuleContext, year: Int) -> ScoreFunction {
        switch self {
        case .full(let full, let zeroAt): .ramp(zeroAt: zeroAt, full: full, maximum: context.exactMaximum)
        case .bands(let rule): rule.function(in: context, year: year)
        }
    }
}
