package import Values

/// **`surveyShare`: a share measured by a survey, times the maximum.**
///
/// Scored like `proportional`. The figure is a satisfaction index from a sample, 0 to 100: it has a sampling error, and
/// until the survey is in, it is awaited rather than missing.
public struct SurveyShareRule: Hashable, Sendable {
    /// How the share earns points.
    public let proportional: ProportionalRule

    /// Makes a rule.
    public init(proportional: ProportionalRule) {
        self.proportional = proportional
    }
}

extension SurveyShareRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard let proportional = ProportionalRule(reading: object, in: context),
            object.requireKind(.percent, of: context.main)
        else { return nil }
        self.proportional = proportional
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        proportional.function(in: context, year: year)
    }
}
