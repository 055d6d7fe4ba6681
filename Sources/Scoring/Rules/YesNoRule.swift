package import Values

/// **`yesNo`: done or not done.**
///
/// The whole maximum for yes (1, có), nothing for no (0, không); with `"fullWhen": "no"` the reverse, as for "không có
/// văn bản trái pháp luật".
public struct YesNoRule: Hashable, Sendable {
    /// The answer that earns the maximum.
    public enum Answer: String, CaseIterable, Hashable, Sendable {
        case yes, no
    }

    /// The answer that earns the maximum.
    public let fullWhen: Answer

    /// Makes a rule.
    public init(fullWhen: Answer = .yes) {
        self.fullWhen = fullWhen
    }
}

extension YesNoRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        fullWhen = object.choice("fullWhen", of: Answer.self) ?? .yes
        guard object.requireKind(.yesNo, of: context.main) else { return nil }
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        let bound = fullWhen == .yes ? Bound(.atLeast, 1) : Bound(.below, 1)
        return .ramp(zeroAt: nil, full: bound, maximum: context.exactMaximum)
    }
}
