/// Estimates of small areas by a model, as a questionnaire states them.
public struct SmallAreaPlan: Hashable, Sendable {
    /// How the variance between areas is estimated.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        /// Restricted maximum likelihood.
        case reml = "REML"
        /// Maximum likelihood.
        case ml = "ML"
        /// The moments of Fay and Herriot: Σ (y − x′β)² ÷ (σ² + ψ) = m − p.
        case moments = "FH"
    }

    /// How the variance between areas is estimated.
    public let method: Method
    /// The headings of the auxiliary variables in the table of areas.
    public let auxiliaries: [String]
    /// The code of the block or factor that is estimated; nil for the total.
    public let part: String?
}
