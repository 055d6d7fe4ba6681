public import Values

/// A condition of a leaf on another criterion: "nếu 1.1 không đạt thì 1.2 được 0 điểm".
///
/// The other criterion's points in percent of its maximum must be within the bound; where they are not, the leaf gets at
/// most a fixed amount. What counts are the points that the figures give, whatever points people gave. A criterion that
/// is left out for a unit holds nothing against it.
public struct LeafRequirement: Hashable, Sendable {
    /// The code of the other criterion, a leaf.
    public let criterion: String
    /// What must be reached, in percent of its maximum; a lower bound.
    public let bound: Bound
    /// The most that the leaf gets where it is not reached.
    public let otherwise: Amount

    /// Makes a condition.
    public init(criterion: String, bound: Bound, otherwise: Amount = .share(0)) {
        (self.criterion, self.bound, self.otherwise) = (criterion, bound, otherwise)
    }
}

/// Whether the condition of a leaf on another criterion holds for a unit.
public struct RequirementOutcome: Hashable, Sendable {
    /// Whether it holds.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// It holds, or the other criterion is left out.
        case met
        /// It does not hold.
        case missed
        /// The other criterion is not wholly measured, and what is measured is not enough. Until it is, the leaf has at
        /// most what it gets where the condition does not hold; the rest is not measured.
        case open
    }

    /// Whether it holds.
    public let state: State
    /// The other criterion's points in percent of its maximum, exact; nil where it has none.
    public let reached: ExactRatio?
}
