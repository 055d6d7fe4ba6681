public import Values

/// What is settled where a figure cannot say anything, because there was nothing to measure.
///
/// What is settled counts as measured: it is not missing from the coverage and widens no range.
public enum Settlement: String, CaseIterable, Hashable, Sendable {
    /// Left out of the points and of the maximum.
    case leaveOut
    /// As if the figure were the best possible.
    case fullPoints
    /// As if it were the worst possible.
    case zeroPoints
    /// No score, though the maximum stays.
    case keepMaximum
    /// Left out, but its points go to siblings in proportion to their maxima.
    case shareOut
}

/// What becomes of a percentage with a denominator of zero: there was nothing to measure.
public struct ZeroDenominator: Hashable, Sendable {
    /// What is settled.
    public let convention: Settlement
    /// The codes of the criteria that its points go to; empty unless they are shared out.
    public let siblings: [String]
    /// Its place in the legal source, if not in the criterion's own row.
    public let source: LegalSource?

    /// Makes a convention.
    public init(_ convention: Settlement, siblings: [String] = [], source: LegalSource? = nil) {
        (self.convention, self.siblings, self.source) = (convention, siblings, source)
    }
}
