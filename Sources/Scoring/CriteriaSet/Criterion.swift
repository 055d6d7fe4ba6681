public import Values

/// A node of the criteria tree: a field, a criterion or a sub-criterion. An object, as ``Leaf`` is.
public final class Criterion: Sendable {
    /// The official code, such as `3.4.1`: text, never a number.
    public let code: String
    /// The official wording.
    public let name: LocalizedText
    /// The short form of its name that the file states.
    public let shortName: LocalizedText?
    /// The position of the parent in ``CriteriaSet/criteria``.
    public let parent: Int?
    /// The positions of the children, in order.
    public let children: [Int]
    /// Distance from the root: 0 for a field.
    public let depth: Int
    /// The maximum points; a parent's is the sum of its children's. Where weights give a fraction that six decimals do not
    /// hold, the nearest number that they do.
    public let maximum: FixedDecimal
    /// The maximum as a fraction.
    package let exactMaximum: ExactRatio
    /// Its part of the parent's maximum beside those of its siblings; nil where the file states the maximum itself.
    public let weight: FixedDecimal?
    /// How the points of its parts become its own.
    public let combination: NodeCombination
    /// The code of the part of the points that the file states for it and what is below it; nil where that follows from
    /// its parent, or the edition has no parts.
    public let part: String?
    /// The monitoring, lead and coordinating agencies.
    public let agencies: Agencies
    /// Its place in the legal source.
    public let source: LegalSource?
    /// Remarks.
    public let notes: [LocalizedText]
    /// What people have to settle before anything is scored.
    public let openPoints: [OpenPoint]
    /// What is measured and how it is scored, for a node without children.
    public let leaf: Leaf?

    init(
        code: String, name: LocalizedText, shortName: LocalizedText?, parent: Int?, depth: Int, maximum: FixedDecimal,
        weight: FixedDecimal?, part: String?, agencies: Agencies, source: LegalSource?, notes: [LocalizedText],
        openPoints: [OpenPoint]
    ) {
        (self.code, self.name, self.shortName, self.parent, self.depth) = (code, name, shortName, parent, depth)
        (self.maximum, exactMaximum, self.weight) = (maximum, ExactRatio(maximum), weight)
        (self.part, self.agencies, self.source, self.notes) = (part, agencies, source, notes)
        self.openPoints = openPoints
        (children, combination, leaf) = ([], .sum, nil)
    }

    private init(
        _ node: Criterion, maximum: ExactRatio, weight: FixedDecimal?, children: [Int], combination: NodeCombination,
        leaf: Leaf?
    ) {
        (code, name, shortName, parent, depth) = (node.code, node.name, node.shortName, node.parent, node.depth)
        (part, agencies, source, notes) = (node.part, node.agencies, node.source, node.notes)
        openPoints = node.openPoints
        // Every maximum is at most a million, so that decimals are near enough.
        (self.maximum, exactMaximum) = (maximum.rounded(.finest) ?? node.maximum, maximum)
        (self.weight, self.children, self.combination, self.leaf) = (weight, children, combination, leaf)
    }

    /// The same node with another maximum, with the parts below it, or with what is measured.
    func with(
        maximum: ExactRatio? = nil, children: [Int]? = nil, combination: NodeCombination? = nil, leaf: Leaf? = nil
    ) -> Criterion {
        Criterion(
            self, maximum: maximum ?? exactMaximum, weight: weight, children: children ?? self.children,
            combination: combination ?? self.combination, leaf: leaf ?? self.leaf)
    }

    /// The same node without the weight, which no longer says where the maximum comes from.
    var withoutWeight: Criterion {
        Criterion(
            self, maximum: exactMaximum, weight: nil, children: children, combination: combination, leaf: leaf)
    }

    /// Its name where there is little room: the short form, or the name where that is short enough; nil without either.
    public var shortForm: LocalizedText? { name.shortForm(shortName) }
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

/// The scored part of a node without children; an object, as ``Measure`` and ``Metric`` are, since scores, explanations
/// and gaps of every unit refer to it.
public final class Leaf: Sendable {
    /// How the shares of several measures are combined.
    public enum Combination: String, CaseIterable, Hashable, Sendable {
        /// The mean, weighted by ``Measure/weight``.
        case mean
        /// The smallest share.
        case minimum
    }

    /// Codes of the levels it applies to.
    public let levels: [String]
    /// Why it applies to these levels.
    public let levelsReason: LocalizedText?
    /// The target in words and, where it has one, as a number.
    public let target: Target?
    /// One measure, or several whose shares are combined.
    public let measures: [Measure]
    /// How several shares are combined.
    public let combination: Combination
    /// The condition on another criterion.
    public let requirement: LeafRequirement?
    /// The product of a task (sản phẩm).
    public let product: LocalizedText?
    /// When a task is due.
    public let deadline: Deadline?
    /// The words of the source that say how it is scored, as they stand there.
    public let wording: [LocalizedText]
    /// Documents that prove the figures.
    public let evidence: [LocalizedText]
    /// Where this leaf's maximum comes from, if not from where the edition's maxima do.
    public let points: PointsOrigin?
    /// What the set advises where points are lost.
    public let remedies: [Remedy]

    /// Makes a leaf.
    public init(
        levels: [String], levelsReason: LocalizedText? = nil, target: Target? = nil, measures: [Measure],
        combination: Combination = .mean, requirement: LeafRequirement? = nil, product: LocalizedText? = nil,
        deadline: Deadline? = nil, wording: [LocalizedText] = [], evidence: [LocalizedText] = [],
        points: PointsOrigin? = nil, remedies: [Remedy] = []
    ) {
        (
            self.levels, self.levelsReason, self.target, self.measures, self.combination, self.requirement,
            self.product, self.deadline, self.wording, self.evidence, self.points, self.remedies
        ) = (
            levels, levelsReason, target, measures, combination, requirement, product, deadline, wording, evidence,
            points, remedies
        )
    }

    /// Makes a leaf with one metric and its rule, for the levels with these codes.
    public convenience init(_ metric: Metric, _ rule: ScoringRule, levels: [String], target: Target? = nil) {
        let measure = Measure(code: metric.code, metrics: [metric], rule: rule)
        self.init(levels: levels, target: target, measures: [measure])
    }

    /// The role of its points in the total.
    public var role: Role {
        switch measures.first?.rule {
        case .bonus?: .bonus
        case .penalty?: .penalty
        case .watched?: .watched
        default: .regular
        }
    }

    /// The role of points in the total.
    public enum Role: Hashable, Sendable {
        /// Counted in the points and in the maximum.
        case regular
        /// Added to the points on top of the maximum.
        case bonus
        /// Deducted from the points.
        case penalty
        /// Never scored.
        case watched
    }
}

/// Something measured that earns a share of a leaf's maximum.
public final class Measure: Sendable {
    /// The leaf's code, or one such as `7.3.6.a`.
    public let code: String
    /// What is measured, where a leaf has several.
    public let name: LocalizedText?
    /// The target, if it is not the leaf's.
    public let target: Target?
    /// The figures that the rule uses; the first is the main one.
    public let metrics: [Metric]
    /// How figures turn into a share.
    public let rule: ScoringRule
    /// The rules of units whose group or level has another one. No unit has two.
    public let groupRules: [GroupRule]
    /// What happens when it does not apply to a unit; nil when it always applies.
    public let notApplicable: NotApplicable?
    /// The weight among the leaf's measures.
    public let weight: Int
    /// Codes of the levels it applies to, if fewer than the leaf's.
    public let levels: [String]?
    /// Why it applies to these levels.
    public let levelsReason: LocalizedText?
    /// Whether its rule is not settled yet. Until it is, it has a metric without meaning and is only watched.
    public let isOpen: Bool

    /// Makes a measure.
    public init(
        code: String, name: LocalizedText? = nil, target: Target? = nil, metrics: [Metric], rule: ScoringRule,
        groupRules: [GroupRule] = [], notApplicable: NotApplicable? = nil, weight: Int = 1, levels: [String]? = nil,
        levelsReason: LocalizedText? = nil
    ) {
        (
            self.code, self.name, self.target, self.metrics, self.rule, self.groupRules, self.notApplicable,
            self.weight, self.levels, self.levelsReason
        ) = (code, name, target, metrics, rule, groupRules, notApplicable, weight, levels, levelsReason)
        isOpen = false
    }

    /// Makes a measure whose rule is not settled yet (``Criterion/openPoints``).
    public init(
        open code: String, name: LocalizedText? = nil, target: Target? = nil, notApplicable: NotApplicable? = nil,
        weight: Int = 1, levels: [String]? = nil, levelsReason: LocalizedText? = nil
    ) {
        (self.code, self.name, self.target, self.notApplicable) = (code, name, target, notApplicable)
        (self.weight, self.levels, self.levelsReason, groupRules) = (weight, levels, levelsReason, [])
        metrics = [Metric(code: code, name: name ?? LocalizedText(vi: code), kind: .points)]
        (rule, isOpen) = (.watched(WatchedRule()), true)
    }
}

/// What happens to the points when a unit has nothing to be scored on.
public struct NotApplicable: Hashable, Sendable {
    /// The two conventions in use.
    public enum Convention: String, CaseIterable, Hashable, Sendable {
        /// Left out of the points and of the maximum; the index is based on the rest.
        case leaveOut
        /// Nothing arose, so nothing was missed: full points.
        case fullPoints
    }

    /// Which one applies.
    public let convention: Convention
    /// When it may be claimed.
    public let when: LocalizedText?

    /// Makes a convention.
    public init(convention: Convention, when: LocalizedText? = nil) {
        (self.convention, self.when) = (convention, when)
    }
}

/// A target (chỉ tiêu): the official wording, and the number in it with its comparison.
public struct Target: Hashable, Sendable {
    /// The official wording.
    public let text: String
    /// The number with its comparison, if the wording contains one.
    public let bound: Bound?
    /// Its place in the legal source, if not in the criterion's own row.
    public let source: LegalSource?

    /// Makes a target.
    public init(text: String, bound: Bound? = nil, source: LegalSource? = nil) {
        (self.text, self.bound, self.source) = (text, bound, source)
    }
}

extension Criterion {
    /// The metrics that are asked of units of a level, each once; none for a node with children.
    package func metrics(atLevel level: String) -> [Metric] {
        var seen: Set<String> = []
        var metrics: [Metric] = []
        for measure in leaf?.measures ?? [] where measure.levels?.contains(level) ?? true {
            for metric in measure.metrics where seen.insert(metric.code).inserted { metrics.append(metric) }
        }
        return metrics
    }
}
