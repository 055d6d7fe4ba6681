public import Values

/// A node of the criteria tree: a field, a criterion or a sub-criterion.
public struct Criterion: Sendable {
    /// The official code, such as `3.4.1`: text, never a number.
    public let code: String
    /// The official wording.
    public let name: LocalizedText
    /// The position of the parent in ``CriteriaSet/criteria``.
    public let parent: Int?
    /// The positions of the children, in order.
    public internal(set) var children: [Int] = []
    /// Steps to the root: 0 for a field.
    public let depth: Int
    /// The most points; a parent's is the sum of its children's.
    public internal(set) var maximum: FixedDecimal
    /// Who watches, leads and helps.
    public let agencies: Agencies
    /// Where it stands.
    public let source: LegalSource?
    /// Remarks.
    public let notes: [LocalizedText]
    /// What is measured and how it is scored, for a node without children.
    public internal(set) var leaf: Leaf?
}

/// The agencies of a criterion.
public struct Agencies: Hashable, Sendable {
    /// Cơ quan theo dõi.
    public let monitoring: String?
    /// Cơ quan chủ trì.
    public let lead: String?
    /// Cơ quan phối hợp.
    public let coordinating: String?

    /// Makes agencies.
    public init(monitoring: String? = nil, lead: String? = nil, coordinating: String? = nil) {
        (self.monitoring, self.lead, self.coordinating) = (monitoring, lead, coordinating)
    }
}

/// The scored part of a node without children.
public struct Leaf: Sendable {
    /// How the shares of several measures become one.
    public enum Combination: String, CaseIterable, Hashable, Sendable {
        /// The mean, weighted by ``Measure/weight``.
        case mean
        /// The least share.
        case minimum
    }

    /// Codes of the levels that it applies to.
    public let levels: [String]
    /// Why it applies to these.
    public let levelsReason: LocalizedText?
    /// The target in words and, where it has one, as a number.
    public let target: Target?
    /// One measure, or several whose shares are combined.
    public let measures: [Measure]
    /// How several shares become one.
    public let combination: Combination
    /// What a task brings forth (sản phẩm).
    public let product: LocalizedText?
    /// When a task is due.
    public let deadline: Deadline?
    /// Documents that prove the figures.
    public let evidence: [LocalizedText]
    /// Where this leaf's maximum comes from, when not from where the edition's do.
    public internal(set) var points: PointsOrigin?

    /// Makes a leaf.
    public init(
        levels: [String], levelsReason: LocalizedText? = nil, target: Target? = nil, measures: [Measure],
        combination: Combination = .mean, product: LocalizedText? = nil, deadline: Deadline? = nil,
        evidence: [LocalizedText] = [], points: PointsOrigin? = nil
    ) {
        (
            self.levels, self.levelsReason, self.target, self.measures, self.combination, self.product, self.deadline,
            self.evidence, self.points
        ) = (levels, levelsReason, target, measures, combination, product, deadline, evidence, points)
    }

    /// Makes a leaf of one metric and its rule.
    ///
    /// - Parameter levels: the codes of the levels that it applies to.
    public init(_ metric: Metric, _ rule: ScoringRule, levels: [String], target: Target? = nil) {
        let measure = Measure(code: metric.code, metrics: [metric], rule: rule)
        self.init(levels: levels, target: target, measures: [measure])
    }

    /// The part that its points play in the total.
    public var role: Role {
        switch measures.first?.rule {
        case .bonus?: .bonus
        case .penalty?: .penalty
        default: .regular
        }
    }

    /// The part that points play in the total.
    public enum Role: Hashable, Sendable {
        /// In the points and in the maximum.
        case regular
        /// Added to the points beyond the maximum.
        case bonus
        /// Taken from the points.
        case penalty
    }
}

/// Something measured that earns a share of a leaf's maximum.
public struct Measure: Sendable {
    /// The leaf's code, or such as `7.3.6.a`.
    public let code: String
    /// What is measured, where a leaf has several.
    public let name: LocalizedText?
    /// The target, where it is not the leaf's.
    public let target: Target?
    /// The figures that the rule reads; the first is the main one.
    public let metrics: [Metric]
    /// How figures become a share.
    public let rule: ScoringRule
    /// What happens when it does not apply to a unit; nil when that cannot be.
    public let notApplicable: NotApplicable?
    /// The weight among the leaf's measures.
    public let weight: Int
    /// Codes of the levels that it applies to, where fewer than the leaf's.
    public let levels: [String]?
    /// Why it applies to these.
    public let levelsReason: LocalizedText?

    /// Makes a measure.
    public init(
        code: String, name: LocalizedText? = nil, target: Target? = nil, metrics: [Metric], rule: ScoringRule,
        notApplicable: NotApplicable? = nil, weight: Int = 1, levels: [String]? = nil,
        levelsReason: LocalizedText? = nil
    ) {
        (
            self.code, self.name, self.target, self.metrics, self.rule, self.notApplicable, self.weight, self.levels,
            self.levelsReason
        ) = (code, name, target, metrics, rule, notApplicable, weight, levels, levelsReason)
    }
}

/// What becomes of points when a unit has nothing to be scored on.
public struct NotApplicable: Hashable, Sendable {
    /// The two conventions in use.
    public enum Convention: String, CaseIterable, Hashable, Sendable {
        /// Out of the points and out of the maximum; the index is on what is left.
        case leaveOut
        /// Nothing arose, so nothing was missed: full points.
        case fullPoints
    }

    /// Which one holds.
    public let convention: Convention
    /// When it may be claimed.
    public let when: LocalizedText?

    /// Makes a convention.
    public init(convention: Convention, when: LocalizedText? = nil) {
        (self.convention, self.when) = (convention, when)
    }
}

/// A target (chỉ tiêu): the official words, and the number in them with its comparison.
public struct Target: Hashable, Sendable {
    /// The official words.
    public let text: String
    /// The number with its comparison, where the words hold one.
    public let bound: Bound?
    /// Where it stands, when not in the criterion's own row.
    public let source: LegalSource?

    /// Makes a target.
    public init(text: String, bound: Bound? = nil, source: LegalSource? = nil) {
        (self.text, self.bound, self.source) = (text, bound, source)
    }
}

/// A figure that is measured.
public struct Metric: Sendable {
    /// What kind of number it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// 0 to 100; may be given by the two counts behind it.
        case percent
        /// A whole number from zero.
        case count
        /// Any number, such as money.
        case amount
        /// 1 or 0: có, không.
        case yesNo
        /// Points that people gave.
        case points
        /// What was done about a task: 2 in time, 1 late, 0 not done.
        case task
    }

    /// Which way is better.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// More is better.
        case higher
        /// Less is better.
        case lower
    }

    /// The two counts behind a percentage.
    public struct Ratio: Hashable, Sendable {
        /// What is counted above the line.
        public let numerator: LocalizedText
        /// What is counted below the line.
        public let denominator: LocalizedText

        /// Makes the names of two counts.
        public init(numerator: LocalizedText, denominator: LocalizedText) {
            (self.numerator, self.denominator) = (numerator, denominator)
        }
    }

    /// A number that stands for "not published" and is none.
    public struct NotPublished: Hashable, Sendable {
        /// The number, outside the domain.
        public let value: FixedDecimal
        /// What the source means by it.
        public let reason: LocalizedText

        /// Makes a marker.
        public init(value: FixedDecimal, reason: LocalizedText) {
            (self.value, self.reason) = (value, reason)
        }
    }

    /// The code under which figures are reported.
    public let code: String
    /// What is measured.
    public let name: LocalizedText
    /// What kind of number it is.
    public let kind: Kind
    /// The unit of measurement, such as hồ sơ.
    public let unit: LocalizedText?
    /// The two counts behind a percentage.
    public let ratio: Ratio?
    /// Which way is better.
    public let direction: Direction
    /// The least possible value.
    public let minimum: FixedDecimal?
    /// The greatest possible value.
    public let maximum: FixedDecimal?
    /// The smallest difference between two values.
    public let step: FixedDecimal
    /// The number by which the source says that it publishes none, if it has one.
    public let notPublished: NotPublished?

    /// Makes a metric; without bounds and step it has those of its kind.
    public init(
        code: String, name: LocalizedText, kind: Kind, direction: Direction = .higher, unit: LocalizedText? = nil,
        ratio: Ratio? = nil, minimum: FixedDecimal? = nil, maximum: FixedDecimal? = nil, step: FixedDecimal? = nil,
        notPublished: NotPublished? = nil
    ) {
        let domain = kind.domain
        (self.code, self.name, self.kind, self.unit, self.ratio) = (code, name, kind, unit, ratio)
        (self.direction, self.notPublished) = (direction, notPublished)
        (self.minimum, self.maximum) = (minimum ?? domain.minimum, maximum ?? domain.maximum)
        self.step = step ?? domain.step
    }
}
