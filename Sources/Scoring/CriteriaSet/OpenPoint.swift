/// Something that the source of a set does not say clearly, and that people have to settle before anything is scored.
///
/// A set with open points can be shown and exported; reading it for scoring fails with each of them as an error.
public struct OpenPoint: Hashable, Sendable {
    /// Why something is open.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        // Scoring words.

        /// There are no scoring words.
        case noWords
        /// A sentence has words that are not understood.
        case unknownWords
        /// The sentences are of kinds that do not go together.
        case mixedKinds
        /// Figures for which no points are stated.
        case gap
        /// Figures for which points are stated twice.
        case overlap
        /// The greatest points are not the maximum.
        case otherMaximum
        /// Points neither rise nor fall with the figure.
        case noDirection
        /// The most that items earn or cost is not stated.
        case noLimit

        // The table.

        /// No maximum is stated.
        case noMaximum
        /// The maximum is not a number.
        case unreadMaximum
        /// The maximum of a node with children is not the sum of theirs.
        case otherSum
        /// The number of the row stands above already.
        case repeatedCode
        /// The row has no number of its own.
        case noCode
        /// The number names a node above that does not stand there.
        case noParent
        /// A node with children has scoring words.
        case wordsOfParent
        /// The target runs against the rule.
        case targetAgainstRule
    }

    /// The words of the source, as they stand there; nil where there are none.
    public let text: String?
    /// Why it is open, if that is known.
    public let reason: Reason?

    /// Makes an open point from words, a reason or both.
    public init(_ text: String?, _ reason: Reason? = nil) { (self.text, self.reason) = (text, reason) }
}
