package import Values

/// **`countThreshold`: at least a certain number.**
///
/// The whole maximum from the threshold on, as for "đạt 30 thủ tục liên thông"; below it nothing or, with `"below":
/// "proportional"`, the share of the threshold that was reached.
public struct CountThresholdRule: Hashable, Sendable {
    /// What is earned below the threshold.
    public enum Below: String, CaseIterable, Hashable, Sendable {
        /// Nothing.
        case zero
        /// The share of the threshold.
        case proportional
    }

    /// The bound that earns the maximum.
    public let threshold: Bound
    /// What is earned below it.
    public let below: Below

    /// Makes a rule.
    public init(threshold: Bound, below: Below = .zero) {
        (self.threshold, self.below) = (threshold, below)
    }
}

extension CountThresholdRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        below = object.choice("below", of: Below.self) ?? .zero
        guard object.required("threshold") != nil, let threshold = object.lowerBound("threshold") else { return nil }
        guard threshold.value > 0 || (threshold.value == 0 && threshold.comparison == .above && below == .zero) else {
            object.reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: "threshold"), [.expected: .bound(">", 0)])
            return nil
        }
        self.threshold = threshold
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .ramp(zeroAt: below == .proportional ? 0 : nil, full: threshold, maximum: context.exactMaximum)
    }
}
