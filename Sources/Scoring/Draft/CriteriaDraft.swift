public import Values

/// A criteria set being written: in code, or for saving as a file.
///
/// ``CriteriaSet/init(_:)`` checks a draft by the same rules as a file, because a draft becomes a set by way of the
/// file that it corresponds to (``json``).
///
///     var draft = CriteriaDraft(
///         set: "phuong", edition: "2026", name: "Bộ tiêu chí phường", source: decision, years: 2026...2026,
///         levels: [Level(code: "xa", name: "Cấp xã")])
///     draft.criteria = [
///         CriterionDraft(code: "1", name: "Cải cách thủ tục hành chính", maximum: 2, children: [
///             CriterionDraft(code: "1.1", name: "Hồ sơ đúng hạn", maximum: 2, source: row, leaf: onTime)
///         ])
///     ]
///     let set = try CriteriaSet(draft)
public struct CriteriaDraft: Sendable {
    /// The set's identifier without spaces, such as `tuy-phuoc`.
    public var set: String
    /// The edition's identifier without spaces, such as `2023-2025`.
    public var edition: String
    /// The display name.
    public var name: LocalizedText
    /// The document that it is based on.
    public var source: LegalSource
    /// The years that the edition covers.
    public var years: ClosedRange<Int>
    /// The levels of units that it covers.
    public var levels: [Level]
    /// Where the maximum points come from; by default the document itself.
    public var points: PointsOrigin
    /// How points and the index are rounded; by default two decimals, a half away from zero, at every leaf.
    public var rounding: RoundingPolicy
    /// How units are ranked; by default 1, 2, 2, 4 for units with at least half of the maximum scored.
    public var ranking: RankingPolicy
    /// The parts of the points that are told apart.
    public var parts: [ScorePart] = []
    /// The maximum that the weights of the fields share.
    public var total: FixedDecimal?
    /// How the points of the fields become the total.
    public var combination = NodeCombination.sum
    /// The most that all bonus points together add to the total.
    public var bonusCap: FixedDecimal?
    /// The most that all penalty points together take from the total.
    public var penaltyCap: FixedDecimal?
    /// The most that the total can be.
    public var totalCap: FixedDecimal?
    /// The least that the total can be.
    public var totalFloor: FixedDecimal?
    /// Whether tables of one unit show the index of every field and criterion.
    public var showsIndices = false
    /// Classes by groups of units.
    public var classSchemes: [ClassScheme] = []
    /// Conditions that cap the class.
    public var classConditions: [ClassCondition] = []
    /// Relations between figures.
    public var relations: [FigureRelation] = []
    /// Headline objectives.
    public var objectives: [Objective] = []
    /// What is assumed because the source does not say.
    public var assumptions: [LocalizedText] = []
    /// Notes on the file.
    public var notes: [LocalizedText] = []
    /// The fields, with their descendants.
    public var criteria: [CriterionDraft] = []

    /// Makes a draft without criteria.
    public init(
        set: String, edition: String, name: LocalizedText, source: LegalSource, years: ClosedRange<Int>, levels: [Level]
    ) {
        (self.set, self.edition, self.name, self.source) = (set, edition, name, source)
        (self.years, self.levels) = (years, levels)
        points = PointsOrigin(basis: .decreed, source: source)
        let hundredths = Rounding(.halfAwayFromZero, digits: 2)
        rounding = RoundingPolicy(points: hundredths, stage: .leaf, index: hundredths)
        ranking = RankingPolicy(ties: .standard, minimumCoverage: 50)
    }

    /// A set as a draft, for changing or saving it.
    public init(_ set: CriteriaSet) {
        self.init(
            set: set.set, edition: set.edition, name: set.name, source: set.source, years: set.years,
            levels: set.levels)
        (points, rounding, ranking, parts) = (set.points, set.rounding, set.ranking, set.parts)
        (total, combination) = (set.total, set.combination)
        (bonusCap, penaltyCap) = (set.bonusCap, set.penaltyCap)
        (totalCap, totalFloor, showsIndices) = (set.totalCap, set.totalFloor, set.showsIndices)
        (classSchemes, classConditions, objectives) = (set.classSchemes, set.classConditions, set.objectives)
        (assumptions, notes, relations) = (set.assumptions, set.notes, set.relations)
        func draft(_ node: Criterion) -> CriterionDraft {
            var draft = CriterionDraft(
                code: node.code, name: node.name, maximum: node.weight == nil ? node.maximum : nil, part: node.part,
                source: node.source, agencies: node.agencies, notes: node.notes, leaf: node.leaf,
                children: node.children.map { draft(set.criteria[$0]) })
            (draft.weight, draft.combination, draft.openPoints) = (node.weight, node.combination, node.openPoints)
            draft.shortName = node.shortName
            return draft
        }
        criteria = set.fields.map(draft)
    }
}

/// A node of a draft's tree: a criterion that is scored itself, or one with children.
public struct CriterionDraft: Sendable {
    /// The official code.
    public var code: String
    /// The official wording.
    public var name: LocalizedText
    /// The short form of its name.
    public var shortName: LocalizedText?
    /// The maximum points; nil for the sum of the children's.
    public var maximum: FixedDecimal?
    /// The code of the part of the points to which it belongs; nil where that follows from its parent.
    public var part: String?
    /// Its part of the parent's maximum, in place of a maximum.
    public var weight: FixedDecimal?
    /// How the points of its children become its own.
    public var combination = NodeCombination.sum
    /// Its place in the legal source.
    public var source: LegalSource?
    /// The monitoring, lead and coordinating agencies.
    public var agencies: Agencies
    /// Remarks.
    public var notes: [LocalizedText]
    /// What people have to settle before anything is scored.
    public var openPoints: [OpenPoint] = []
    /// What is measured and how it is scored, for a node without children.
    public var leaf: Leaf?
    /// Its children, in order.
    public var children: [CriterionDraft]

    /// Makes a node.
    public init(
        code: String, name: LocalizedText, maximum: FixedDecimal? = nil, part: String? = nil,
        source: LegalSource? = nil, agencies: Agencies = Agencies(), notes: [LocalizedText] = [], leaf: Leaf? = nil,
        children: [CriterionDraft] = []
    ) {
        (self.code, self.name, self.maximum, self.part, self.source) = (code, name, maximum, part, source)
        (self.agencies, self.notes, self.leaf, self.children) = (agencies, notes, leaf, children)
    }
}

extension CriteriaSet {
    /// Makes a set from a draft.
    ///
    /// - Throws: `FindingsError` with everything that is wrong with it; places are lines of the file that the draft
    ///   corresponds to.
    /// - Complexity: linear in the draft's size.
    public convenience init(_ draft: CriteriaDraft) throws(FindingsError) {
        let file = "\(draft.set)-\(draft.edition).json"
        try self.init(reading: JSONDocument(file: file, bytes: Array(draft.json.utf8)))
    }
}
