public import Values

/// One dated edition of a criteria set (bộ tiêu chí): the law as data.
///
/// A value of this type is sound: ``init(reading:points:)`` refuses a file with an error. The tree is held flat, each
/// node after its parent, in the order of the file.
public struct CriteriaSet: Sendable {
    /// The set's name without spaces, such as `tuy-phuoc`.
    public let set: String
    /// The edition's name without spaces, such as `2023-2025`.
    public let edition: String
    /// What people call it.
    public let name: LocalizedText
    /// The document that it comes from.
    public let source: LegalSource
    /// The years that the edition scores.
    public let years: ClosedRange<Int>
    /// The levels of units that it knows.
    public let levels: [Level]
    /// Where the maximum points come from.
    public let points: PointsOrigin
    /// How points and the index are rounded.
    public let rounding: RoundingPolicy
    /// How units are ranked.
    public let ranking: RankingPolicy
    /// The most that all bonus points add to the total.
    public let bonusCap: FixedDecimal?
    /// The most that all penalty points take from the total.
    public let penaltyCap: FixedDecimal?
    /// Classes (xếp loại) by groups of units; none when the edition has none.
    public let classSchemes: [ClassScheme]
    /// Conditions that hold a class down (khống chế).
    public let classConditions: [ClassCondition]
    /// Headline objectives, tracked without points.
    public let objectives: [Objective]
    /// What the file assumes that its source does not say.
    public let assumptions: [LocalizedText]
    /// Notes on the file, such as slips of the source that were mended.
    public let notes: [LocalizedText]
    /// The nodes of the tree, each after its parent.
    public let criteria: [Criterion]
    /// Warnings that came up on reading.
    public let warnings: [Finding]

    /// The nodes without a parent: the fields (lĩnh vực).
    public var fields: [Criterion] { criteria.filter { $0.parent == nil } }
    /// The sum of the fields' maximum points.
    public var maximum: FixedDecimal { fields.reduce(.zero) { $0 + $1.maximum } }

    /// The number of criteria that are scored themselves.
    package var leafCount: Int { criteria.count { $0.leaf != nil } }

    /// The classes of a group: those that name it, else those for all groups.
    func classScheme(of group: String?) -> ClassScheme? {
        classSchemes.first { scheme in group.map { scheme.groups.contains($0) } ?? false }
            ?? classSchemes.first(where: { $0.groups.isEmpty })
    }

    /// The position of a code in ``criteria``. Complexity: O(n).
    public func index(of code: String) -> Int? {
        criteria.firstIndex { $0.code == code }
    }

    /// All metrics of all measures, in the order of the tree.
    public var metrics: [Metric] {
        criteria.flatMap { $0.leaf?.measures.flatMap { $0.metrics } ?? [] }
    }
}

/// A level of administration, such as the commune.
public struct Level: Hashable, Sendable {
    /// The code that units and criteria use.
    public let code: String
    /// What people call it.
    public let name: LocalizedText
}

/// Where maximum points come from, or the way in which classes are cut.
public struct PointsOrigin: Hashable, Sendable {
    /// Whether a decision sets the points.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// A legal document states the points.
        case decreed
        /// Somebody assumed the points; every report says so.
        case assumed
    }

    /// Whether a decision sets the points.
    public let basis: Basis
    /// The document.
    public let source: LegalSource
    /// Why they were assumed, and how they were divided.
    public let reason: LocalizedText?
}

/// How an edition rounds.
public struct RoundingPolicy: Hashable, Sendable {
    /// The sums at which points are rounded. Before their stage, points carry six decimals.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Every leaf's points; sums are then exact.
        case leaf
        /// The points of every field.
        case field
        /// The total alone.
        case total
    }

    /// How points are rounded.
    public let points: Rounding
    /// At which sums.
    public let stage: Stage
    /// How the index is rounded for show. Ranks use the index in full.
    public let index: Rounding

    /// How a leaf's points are rounded: by the edition, or to six decimals where the edition rounds later.
    package var leaf: Rounding { stage == .leaf ? points : .finest }

    /// How the points of that leaf are rounded: a field that is scored itself is rounded where fields are, once and from
    /// the exact value.
    func rounding(ofLeaf criterion: Criterion) -> Rounding {
        stage == .field && criterion.parent == nil ? points : leaf
    }
}

/// How an edition ranks units.
public struct RankingPolicy: Hashable, Sendable {
    /// What rank units with equal indices get.
    public enum Ties: String, CaseIterable, Hashable, Sendable {
        /// 1, 2, 2, 4
        case standard
        /// 1, 2, 2, 3
        case dense
        /// 1, 3, 3, 4
        case modified
        /// 1, 2.5, 2.5, 4
        case average
    }

    /// What rank units with equal indices get.
    public let ties: Ties
    /// The least coverage, in percent, with which a unit is ranked.
    public let minimumCoverage: FixedDecimal
    /// Criteria whose points decide between equal indices, in order.
    public let tieBreakers: [String]
}
