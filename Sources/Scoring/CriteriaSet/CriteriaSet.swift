public import Values

/// One dated edition of a criteria set (bộ tiêu chí): the law as data.
///
/// An object of this type is sound: ``init(reading:points:)`` rejects a file with an error. The tree is stored flat, each
/// node after its parent, in file order.
public final class CriteriaSet: Sendable {
    /// The set's identifier without spaces, such as `tuy-phuoc`.
    public let set: String
    /// The edition's identifier without spaces, such as `2023-2025`.
    public let edition: String
    /// The display name.
    public let name: LocalizedText
    /// The document that it is based on.
    public let source: LegalSource
    /// The years that the edition covers.
    public let years: ClosedRange<Int>
    /// The levels of units that it covers.
    public let levels: [Level]
    /// Where the maximum points come from.
    public let points: PointsOrigin
    /// How points and the index are rounded.
    public let rounding: RoundingPolicy
    /// How units are ranked.
    public let ranking: RankingPolicy
    /// The parts of the points that are told apart; empty when the edition has none. Otherwise every leaf belongs to one.
    public let parts: [ScorePart]
    /// The highest nodes that belong to each part with all that is below them.
    let partNodes: [[Int]]
    /// The maximum that the weights of the fields share; nil where the file states the fields' maxima.
    public let total: FixedDecimal?
    /// How the points of the fields become the total.
    public let combination: NodeCombination
    /// The most that all bonus points together add to the total.
    public let bonusCap: FixedDecimal?
    /// The most that all penalty points together take from the total.
    public let penaltyCap: FixedDecimal?
    /// The most that the total can be, usually 100.
    public let totalCap: FixedDecimal?
    /// The least that the total can be, usually 0.
    public let totalFloor: FixedDecimal?
    /// Whether tables of one unit show the index of every field and criterion.
    public let showsIndices: Bool
    /// Classes (xếp loại) by groups of units; empty when the edition has none.
    public let classSchemes: [ClassScheme]
    /// Conditions that cap the class (khống chế).
    public let classConditions: [ClassCondition]
    /// Relations that must hold between figures of a unit.
    public let relations: [FigureRelation]
    /// Headline objectives, tracked without points.
    public let objectives: [Objective]
    /// What the file assumes because its source does not say.
    public let assumptions: [LocalizedText]
    /// Notes on the file, such as corrected slips of the source.
    public let notes: [LocalizedText]
    /// The nodes of the tree, each after its parent.
    public let criteria: [Criterion]
    /// Warnings reported on reading.
    public let warnings: [Finding]

    /// Reads a file to be shown, exported or compared and never to be scored: with `allowingOpenPoints`, what people have
    /// to settle (``OpenPoint``) is a warning, while it is an error otherwise.
    package init(
        reading document: JSONDocument, points overlay: PointsOverlay? = nil, allowingOpenPoints: Bool
    ) throws(FindingsError) {
        let reader = JSONReader(document)
        guard let root = reader.root() else { throw FindingsError(reader.findings) }
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        let set = root.requiredName("set")
        let edition = root.requiredName("edition")
        let name = root.requiredLocalized("name")
        let source = root.requiredSource("source")
        let years = root.years("years")
        let levels = root.levels()
        let points = root.required("points") == nil ? nil : root.pointsOrigin("points")
        let rounding = root.roundingPolicy()
        let ranking = root.rankingPolicy()
        let total = root.maximum("total")
        combination = root.nodeCombination()
        bonusCap = root.cap("bonusCap")
        penaltyCap = root.cap("penaltyCap")
        (totalFloor, totalCap) = root.totalLimits()
        showsIndices = root.boolean("showIndices") ?? false
        parts = root.scoreParts()
        let classSchemes = root.classSchemes()
        let classConditions = root.classConditions(classSchemes)
        assumptions = root.localizedTexts("assumptions")
        notes = root.localizedTexts("notes")
        objectives = root.objectives(inheriting: source)

        var tree = CriteriaTreeReader(
            reader: reader, years: years, rounding: rounding, levels: levels.map { $0.code },
            parts: parts, source: source, overlay: overlay, total: total, combination: combination)
        if root.required("criteria") != nil { tree.read(root.objects("criteria"), under: root) }
        relations = root.relations(
            among: tree.criteria.flatMap { $0.leaf?.measures.flatMap { $0.metrics } ?? [] }, inheriting: source)
        root.finish()
        if !allowingOpenPoints { tree.reportOpenPoints() }
        guard let set, let edition, let name, let source, let years, let points, let rounding, let ranking else {
            throw FindingsError(reader.findings)
        }
        root.check(conditions: classConditions, against: tree.criteria)
        if reader.hasErrors { throw FindingsError(reader.findings) }
        // Points of an overlay add up to a total of their own.
        self.total = overlay == nil ? total : nil
        self.set = set
        self.edition = edition
        self.name = name
        self.source = source
        self.years = years
        self.levels = levels
        // Where an overlay leaves some of the file's points in place, the file's origin is kept, and the replaced
        // leaves name their own.
        self.points = tree.isWhollyReplaced ? overlay?.origin ?? points : points
        self.rounding = rounding
        self.ranking = ranking
        self.classSchemes = classSchemes
        self.classConditions = classConditions.map { $0.condition }
        criteria = tree.criteria
        partNodes = CriteriaSet.nodes(of: parts, in: tree.criteria)
        warnings = reader.findings + (allowingOpenPoints ? tree.openFindings : [])
    }

    /// The same set with other leaves, by their positions.
    func with(leaves: (Int, Leaf) -> Leaf) -> CriteriaSet {
        CriteriaSet(
            self,
            criteria.enumerated().map { node, criterion in
                criterion.leaf.map { criterion.with(leaf: leaves(node, $0)) } ?? criterion
            })
    }

    private init(_ other: CriteriaSet, _ criteria: [Criterion]) {
        (set, edition, name, source) = (other.set, other.edition, other.name, other.source)
        (years, levels, points, rounding) = (other.years, other.levels, other.points, other.rounding)
        (ranking, parts, partNodes, total) = (other.ranking, other.parts, other.partNodes, other.total)
        (combination, bonusCap, penaltyCap) = (other.combination, other.bonusCap, other.penaltyCap)
        (totalCap, totalFloor, showsIndices) = (other.totalCap, other.totalFloor, other.showsIndices)
        (classSchemes, classConditions) = (other.classSchemes, other.classConditions)
        (relations, objectives, warnings) = (other.relations, other.objectives, other.warnings)
        (assumptions, notes, self.criteria) = (other.assumptions, other.notes, criteria)
    }

    /// The nodes without a parent: the fields (lĩnh vực).
    public var fields: [Criterion] { criteria.filter { $0.parent == nil } }
    /// The sum of the fields' maximum points.
    public var maximum: FixedDecimal {
        if let total { return total }
        return fields.reduce(ExactRatio.zero) { $0.adding($1.exactMaximum) ?? $0 }.rounded(.finest) ?? 0
    }

    /// Whether every total is the sum of its fields: nothing combines, caps, limits or rounds it.
    package var addsUpToTotals: Bool {
        combination.isSum && rounding.stage == .leaf
            && [bonusCap, penaltyCap, totalCap, totalFloor].allSatisfy { $0 == nil }
    }

    /// The number of criteria that are scored themselves.
    package var leafCount: Int { criteria.count { $0.leaf != nil } }

    /// The classes of a group: those that name it, otherwise those for all groups.
    package func classScheme(of group: String?) -> ClassScheme? {
        classSchemes.first { scheme in group.map { scheme.groups.contains($0) } ?? false }
            ?? classSchemes.first(where: { $0.groups.isEmpty })
    }

    /// The position of a code in ``criteria``. Complexity: O(n).
    public func index(of code: String) -> Int? {
        criteria.firstIndex { $0.code == code }
    }

    /// The position of a code in ``levels``, or nil.
    package func position(ofLevel code: String) -> Int? { levels.firstIndex { $0.code == code } }

    /// The node with a code, or nil. Complexity: O(n).
    public subscript(code: String) -> Criterion? { index(of: code).map { criteria[$0] } }

    /// All metrics of all measures, in tree order.
    public var metrics: [Metric] {
        criteria.flatMap { $0.leaf?.measures.flatMap { $0.metrics } ?? [] }
    }
}

/// A level of administration, such as the commune.
public struct Level: Hashable, Sendable {
    /// The code that units and criteria use.
    public let code: String
    /// The display name.
    public let name: LocalizedText

    /// Makes a level.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }
}

/// Where maximum points, or the cuts between classes, come from.
public struct PointsOrigin: Hashable, Sendable {
    /// Whether a decision sets them.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// A legal document states them.
        case decreed
        /// Somebody assumed them; every report says so.
        case assumed
    }

    /// Whether a decision sets them.
    public let basis: Basis
    /// The document.
    public let source: LegalSource
    /// Why they were assumed, and how they were chosen.
    public let reason: LocalizedText?

    /// Makes an origin.
    public init(basis: Basis, source: LegalSource, reason: LocalizedText? = nil) {
        (self.basis, self.source, self.reason) = (basis, source, reason)
    }
}

/// How an edition rounds.
public struct RoundingPolicy: Hashable, Sendable {
    /// The sums at which points are rounded. Before that stage, points are exact fractions.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Every leaf's points; sums are then exact.
        case leaf
        /// The points of every field.
        case field
        /// Only the total.
        case total
    }

    /// How points are rounded.
    public let points: Rounding
    /// The sums at which they are rounded.
    public let stage: Stage
    /// How the index is rounded for display. Ranks use the exact index.
    public let index: Rounding

    /// Makes a policy.
    public init(points: Rounding, stage: Stage, index: Rounding) {
        (self.points, self.stage, self.index) = (points, stage, index)
    }

    /// How the points of a leaf are rounded; nil where they stay fractions, because the edition rounds later. A field
    /// that is scored itself is rounded where fields are.
    func rounding(ofLeaf criterion: Criterion) -> Rounding? {
        stage == .leaf || (stage == .field && criterion.parent == nil) ? points : nil
    }
}

/// How an edition ranks units.
public struct RankingPolicy: Hashable, Sendable {
    /// The rank of units with equal indices.
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

    /// The rank of units with equal indices.
    public let ties: Ties
    /// The minimum coverage, in percent, for a unit to be ranked.
    public let minimumCoverage: FixedDecimal
    /// Criteria whose points decide between equal indices, in order.
    public let tieBreakers: [String]

    /// Makes a policy.
    public init(ties: Ties, minimumCoverage: FixedDecimal, tieBreakers: [String] = []) {
        (self.ties, self.minimumCoverage, self.tieBreakers) = (ties, minimumCoverage, tieBreakers)
    }
}
