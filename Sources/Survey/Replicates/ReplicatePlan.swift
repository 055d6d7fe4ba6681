/// Replicate weights, as a questionnaire states them: how a sampling error follows from the differences between estimates
/// with each of them.
public struct ReplicatePlan: Hashable, Sendable {
    /// How replicates were made.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// One cluster left out of each, without strata.
        case jk1 = "JK1"
        /// One cluster of a stratum left out of each.
        case jkn = "JKn"
        /// Balanced halves of pairs of clusters.
        case brr = "BRR"
        /// The same, with the other halves weighing ρ.
        case fay = "Fay"
        /// Clusters drawn again, with replacement.
        case bootstrap
        /// Anything else, with the scale stated.
        case other
    }

    /// How they were made.
    public let kind: Kind
    /// The headings of their columns, in order.
    public let columns: [String]
    /// What the sum of squared differences is multiplied by.
    public let scale: Double
    /// What each squared difference is multiplied by before.
    public let factors: [Double]
    /// Whether differences are those from the estimate with the weights of the sample, and not from the mean of the
    /// replicates.
    public let isAroundEstimate: Bool
    /// Whether columns have weights; otherwise they have what the weights of the sample are multiplied by.
    public let isCombined: Bool
}

extension Questionnaire {
    /// Whether sampling errors can be given: by the design, or by replicate weights.
    package var hasErrors: Bool { design != nil || replicates != nil }
}
