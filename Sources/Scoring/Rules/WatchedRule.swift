package import Values

/// **`watched`: an indicator that is watched and never scored.**
///
/// `{"kind": "watched"}` on a leaf whose maximum is 0: its figures are read, checked and shown, but they earn nothing,
/// cost nothing and count in no coverage.
public struct WatchedRule: Hashable, Sendable {
    /// Makes a rule.
    public init() {}
}

extension WatchedRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard context.maximum == 0 else {
            object.reader.report(
                CriteriaFinding.maximumOutOfRange, at: object.offset,
                [.found: .number(context.maximum), .expected: .number(0)])
            return nil
        }
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction { ScoreFunction(from: .zero) }
}
