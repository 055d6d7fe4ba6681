/// How the points of a node's parts become its own, or those of the fields the total.
///
/// Other than a sum, it combines shares: each part's points ÷ its maximum. The node's points are its maximum × the combined
/// share, and the parts' maxima are their weights.
public struct NodeCombination: Hashable, Sendable {
    /// The ways of combining.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The points are added.
        case sum
        /// The weighted geometric mean of the shares; zero where one of them is.
        case geometric
        /// The weighted harmonic mean of the shares; zero where one of them is.
        case harmonic
        /// The greatest share: the best of several.
        case maximum
        /// The smallest share.
        case minimum
    }

    /// The way of combining.
    public let kind: Kind
    /// The decimals to which a mean of shares is rounded, once; 6 to 12.
    public let digits: Int

    /// The decimals where none are stated.
    public static let usualDigits = 12
    /// The points are added.
    public static let sum = NodeCombination(.sum)

    /// Makes a combination.
    public init(_ kind: Kind, digits: Int = usualDigits) { (self.kind, self.digits) = (kind, digits) }

    /// Whether shares are combined, so that a part's points are not the node's.
    public var isSum: Bool { kind == .sum }
    /// Whether it is a mean that has to be rounded.
    package var isRounded: Bool { kind == .geometric || kind == .harmonic }
}

extension CriteriaSet {
    /// Whether every total is the sum of the leaves' points, but for caps and rounding.
    package var isAdditive: Bool { combination.isSum && criteria.allSatisfy { $0.combination.isSum } }

    /// The nearest node above a leaf or a node whose parts are not added, within a subject; nil where all are. The
    /// edition itself is none of them: see ``isCombined(_:in:)``.
    package func combiningNode(above node: Int, in subject: Ranking.Subject = .total) -> Int? {
        path(up: node).dropFirst().first { isPart($0, of: subject) && !criteria[$0].combination.isSum }
    }

    /// Whether a node's points do not simply add to those of a subject.
    package func isCombined(_ node: Int, in subject: Ranking.Subject = .total) -> Bool {
        (subject == .total && !combination.isSum) || combiningNode(above: node, in: subject) != nil
    }
}
