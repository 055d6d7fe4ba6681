package import Values

/// What of an index is a figure of an assessment.
package struct SurveyFigure: Sendable {
    /// What the index covers.
    package let part: SurveyIndex.Part
    /// The units whose respondents it counts together.
    package let units: Set<String>
    /// Respondents with an answer.
    package let people: Int
    /// The index in percent, as ``SurveyIndex/percent``; nil where nothing may be reported.
    package let percent: FixedDecimal?
}
