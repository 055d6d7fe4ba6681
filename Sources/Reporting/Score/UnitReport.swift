package import Assessment
internal import Documents
package import Scoring
package import Values
internal import Words

/// The scores of one unit; an object, since every column of a table is handed it.
package final class UnitReport: Sendable {
    package let unit: Unit
    let score: UnitScore
    /// The total and the class, worked out once for all columns.
    let total: PointSum
    let classification: Classification?
    let given: [GivenScore]
    fileprivate let rounding: RoundingPolicy
    let stages: StageList
    /// At least as many decimals in points.
    fileprivate var digits: Int { rounding.points.digits }

    init(_ assessment: Assessment, unit: Int, given: [GivenScore], _ rounding: RoundingPolicy) {
        (self.unit, self.given, score) = (assessment.units[unit], given, assessment.scores[unit])
        stages = assessment.settings.stages
        (total, classification) = (score.total, score.classification)
        self.rounding = rounding
    }

    var coverage: FixedDecimal? { total.coverage }

    /// Whether the total has more than the parts of the points, or less, by something else than its own adjustment.
    var hasMoreThanParts: Bool {
        !score.criteriaSet.parts.isEmpty && score.beyondParts.points != score.adjustment
    }

    /// Every node of the tree, in its order. Worked out on each call.
    package var criteria: [CriterionReport] {
        var nodes = score.criteria.map { node in
            CriterionReport(
                score: node, given: given.filter { $0.criterion == node.criterion.code },
                origin: score.standing(of: node.index).map { stages.stages[$0.stage] }, unit: score,
                digits: digits, isLeftOut: node.status != nil && score.isLeftOut(node.index))
        }
        // Children stand behind their parents. Points given to a node count though nothing below it applies.
        for index in nodes.indices.reversed() where !nodes[index].isLeaf && nodes[index].origin == nil {
            nodes[index].isLeftOut = nodes[index].criterion.children.allSatisfy { nodes[$0].isLeftOut }
        }
        return nodes
    }

    /// What must be known of units; the remarks are those on what is left out of them.
    static func notes(on units: [UnitReport], under header: ReportHeader, remarks: [Phrase]) -> [Phrase] {
        let counts = units.reduce(into: [StatusEffect: Int]()) { counts, unit in
            for node in header.set.criteria.indices {
                guard let stated = unit.score.status(of: node) else { continue }
                // What is watched lacks nothing that would be counted.
                let status = header.set.criteria[node].leaf?.role == .watched ? .watched : stated
                if unit.score.lackOfLastYear(at: node) != nil {
                    counts[.withoutLastYear, default: 0] += 1
                    continue
                }
                let sum = status == .notApplicable ? unit.score.sum(of: node) : nil
                let convention: StatusEffect.Convention? = sum.map { sum in
                    sum.maximum == 0 ? .leftOut : sum.points == sum.maximum ? .full : .withoutPoints
                }
                counts[StatusEffect(status, convention), default: 0] += 1
            }
        }
        let isIncomplete = units.contains { $0.coverage.map { $0 < 100 } ?? false }
        let statuses: [StatusEffect] =
            [StatusEffect(.notReported), .withoutLastYear]
            + [.partlyReported, .provisional, .awaited, .notPublished].map { StatusEffect($0) }
            + StatusEffect.Convention.allCases.map { StatusEffect(.notApplicable, $0) }
            + [StatusEffect(.notAssigned), StatusEffect(.watched)]
        let lacksFigures =
            counts[.withoutLastYear] != nil
            || [LeafStatus.notReported, .partlyReported, .awaited, .notPublished].contains {
                counts[StatusEffect($0)] != nil
            }
        let coverage = ScoreWords.coverage(
            lacksFigures: lacksFigures, isProvisional: counts[StatusEffect(.provisional)] != nil)
        let assigned = units.compactMap { unit in
            unit.score.notAssigned.map { found in
                ScoreWords.assigned(
                    unit.unit.name, found, found.criteria.map { header.set.criteria[$0].code },
                    digits: header.pointDigits)
            }
        }
        return (isIncomplete ? [coverage] : [])
            + statuses.compactMap { status in counts[status].map { ScoreWords.count($0, status) } }
            + assigned + remarks + combinations(on: units) + quantileNotes(on: units, under: header)
            + units.compactMap { $0.heldDown }
    }

    /// How the parts of nodes that do not add them became their points, for a single unit.
    private static func combinations(on units: [UnitReport]) -> [Phrase] {
        guard units.count == 1, let score = units.first?.score, !score.criteriaSet.isAdditive else { return [] }
        let set = score.criteriaSet
        return (set.criteria.indices.map { Optional($0) } + [nil]).compactMap { node in
            score.combination(of: node).map { combination in
                let name = node.map { set.criteria[$0].label } ?? .total
                let maximum = (node.map { score.sum(of: $0) } ?? score.total).maximum
                return Phrase("\(name): \(combination.phrase(of: Phrase("\(maximum)")))")
            }
        }
    }

    /// How classes that are parts of the ranked units of a group came about: once per group.
    private static func quantileNotes(on units: [UnitReport], under header: ReportHeader) -> [Phrase] {
        var seen: Set<String?> = []
        return units.compactMap { unit in
            guard let count = unit.score.classedUnitCount, seen.insert(unit.unit.group).inserted,
                let (cut, classes) = unit.score.quantileClasses
            else { return nil }
            let words = ScoreWords.quantiles(cut, into: classes.count, of: count)
            return header.knownName(ofGroup: unit.unit.group).map { Phrase("\($0): \(words)") } ?? words
        }
    }

    private var heldDown: Phrase? {
        guard let held = classification, let byIndex = held.byIndex, held.unitClass != byIndex else { return nil }
        let scheme = score.criteriaSet.classScheme(of: unit.group)
        let cap = held.shareCap.flatMap { cap in scheme.map { cap.phrase(in: $0) } }
        let reasons = held.conditions.map { Phrase($0.reason) } + (cap.map { [$0] } ?? [])
        return reasons.isEmpty ? nil : ScoreWords.heldDown(unit.name, from: byIndex, by: reasons.joined("; "))
    }

    func write(to record: inout RecordWriter) {
        record.values(of: unit, [.code, .name, .group, .level])
        record.values(of: self, [.points, .maximum, .index, .coverage, .unmeasured, .unitClass])
        if let found = score.notAssigned {
            record.record("notAssigned") { record in
                record.values(["points": .number(found.points), "whole": .number(found.whole)])
                record.texts("criteria", found.criteria.map { score.criteriaSet.criteria[$0].code })
            }
        }
        record.value("capAdjustment", .number(score.capAdjustment))
        record.value("adjustment", .number(score.adjustment))
        if let heldDown { record.value("heldDown", .phrase(heldDown)) }
        score.writeParts(to: &record)
        record.list("fields", score.fields) { field in
            let (points, maximum) = (field.sum.points, field.sum.maximum)
            return [
                "code": .text(field.criterion.code), "points": .number(points), "maximum": .number(maximum),
                "index": .number(field.sum.exactIndex?.rounded(self.rounding.index)),
            ]
        }
        record.list("criteria", criteria) { record, node in node.write(to: &record) }
    }
}

/// What tells which unit a row is about.
extension Column<Unit> {
    static var code: Column { .text("code", .code, full: .unitCode, .leading.dispensable) { $0.code } }
    static var name: Column { .text("name", .unit, full: .unitName, .wrapped(14)) { $0.name } }
    static var group: Column { .text("group", .group) { $0.group } }
    static var level: Column { .text("level", .level) { $0.level } }
}

/// What reports show of a unit's scores.
extension Column<UnitReport> {
    static var code: Column { Column<Unit>.code.on { $0.unit } }
    static var name: Column { Column<Unit>.name.on { $0.unit } }
    static var group: Column { Column<Unit>.group.on { $0.unit } }
    static var points: Column { Column("points", .points, .decimal) { .number($0.total.points, digits: $0.digits) } }
    static var maximum: Column {
        Column("maximum", .maximumShort, full: .maximum, .decimal) { .number($0.total.maximum, digits: $0.digits) }
    }
    static var index: Column {
        Column("index", .index, .decimal) { unit in
            let rounding = unit.rounding.index
            return .number(unit.total.exactIndex?.rounded(rounding), digits: rounding.digits)
        }
    }
    static var coverage: Column { Column("coverage", .coverage, .decimal) { .number($0.coverage, look: .percent) } }
    static var unmeasured: Column {
        Column("unmeasured", .unmeasured, .decimal) { .number($0.total.unmeasured, digits: $0.digits) }
    }
    static var unitClass: Column {
        Column("class", .unitClass) { unit in
            unit.classification?.unitClass.map { .label($0.code, Phrase($0.name)) } ?? .label(nil, .noClass)
        }
    }

    /// Points, maximum, index, coverage and the class; no column for it where the edition has no classes.
    static func sums(_ set: CriteriaSet) -> [Column] {
        [.points, .maximum, .index, .coverage] + (set.classSchemes.isEmpty ? [] : [.unitClass])
    }

    /// What people see of the parts of the points.
    static func parts(_ set: CriteriaSet, of units: [UnitReport]) -> [Column] {
        ScorePart.shown(of: set, beyond: !set.parts.isEmpty && units.contains { $0.hasMoreThanParts }) { $0.score }
    }

    /// The points of each field, under its code; what does not apply is no zero. Where caps or the rounding of the total
    /// change the sum of some unit, what they add follows.
    static func fields(_ set: CriteriaSet, of units: [UnitReport]) -> [Column] {
        let fields = set.fieldIndices.map { field in
            Column(Phrase(verbatim: set.criteria[field].code), .decimal) { unit in
                let sum = unit.score.sum(of: field)
                let isNothing = sum.maximum == 0 && !unit.score.hasPoints(field)
                return .number(isNothing ? nil : sum.points, digits: unit.digits)
            }
        }
        if set.addsUpToTotals || units.allSatisfy({ $0.score.adjustment == 0 }) { return fields }
        return fields + [Column(.adjustmentShort, .decimal) { .number($0.score.adjustment, digits: $0.digits) }]
    }
}

/// One node of the tree for one unit.
package struct CriterionReport: Sendable {
    let score: CriterionScore
    let given: [GivenScore]
    /// The stage whose given points stand for the node; nil where the computed ones do.
    let origin: Stage?
    /// The unit's scores, for what became of a leaf's measures.
    let unit: UnitScore
    fileprivate let digits: Int
    /// Whether it is out of points and maximum: a leaf that does not apply, or a node all of whose leaves do not.
    var isLeftOut: Bool
    package var criterion: Criterion { score.criterion }
    var isLeaf: Bool { score.status != nil }
    /// The code of the part of the points to which it belongs with all that is below it.
    var partCode: String? { unit.criteriaSet.part(of: score.index)?.code }
    /// Points that count against the maximum; nil for what has none.
    package var points: FixedDecimal? { isLeftOut ? nil : score.points }
    /// The maximum that applies; zero for what is left out.
    package var maximum: FixedDecimal { score.sum.maximum }
    /// Points ÷ maximum × 100, rounded as the edition's index; nil without points or without a maximum.
    var index: FixedDecimal? {
        points == nil ? nil : score.sum.exactIndex?.rounded(unit.criteriaSet.rounding.index)
    }
    /// What is lost; nil where nothing applies. What is not reported yet counts as lost.
    package var lost: FixedDecimal? { isLeftOut ? nil : score.sum.lost }

    /// The points that the node's figures alone give.
    var computed: FixedDecimal? { unit.computed.criterion(score.index).points }

    /// What the node has beyond its parts, by points given to it as a whole or by rounding; nil where they add up.
    var beyondParts: SumAdjustment? {
        let adjustment = unit.sumAdjustment(of: score.index)
        return adjustment.isNothing ? nil : adjustment
    }

    /// The title of that, which says how parts that are not added become the points.
    func title(of adjustment: SumAdjustment) -> Phrase {
        adjustment.reason == .notAdded ? criterion.combination.adjustment : adjustment.reason.phrase
    }

    /// Why a leaf does not apply; nil when it does.
    private var notApplicableReason: NotApplicableReason? {
        guard score.status == .notApplicable else { return nil }
        return unit.outcome(ofLeaf: score.index)?.measures.lazy.compactMap { measure in
            if case .notApplicable(let reason) = measure.state { reason } else { nil }
        }.first
    }

    /// What the source means by the numbers of a leaf that stand for "not published"; none where there is no reason, and
    /// for a leaf in another state.
    private var notPublishedReasons: [LocalizedText] {
        guard score.status == .notPublished, let explanation = unit.explanation(of: criterion.code) else { return [] }
        let figures = explanation.measures.flatMap { $0.figures }.filter {
            $0.figure == .notPublished && !$0.isLastYear
        }
        return figures.compactMap { $0.metric.notPublished?.reason }.withoutRepeats { $0 }
    }

    /// The state in words: `Đã chấm`, `Không áp dụng (chỉ chấm cấp huyện)`; empty for a node with children.
    var state: Phrase {
        if let origin { return Phrase("\(LeafStatus.scored.phrase) (\(origin.phrase.lowercased))") }
        guard let status = score.status else { return .none }
        if criterion.leaf?.role == .watched {
            return LeafStatus.watched.phrase.with(
                remark: status == .watched ? watchedFigures : status.phrase.lowercased)
        }
        let published = notPublishedReasons
        if !published.isEmpty { return status.phrase.with(remark: published.joined("; ")) }
        if let state = unit.lackOfLastYear(at: score.index) { return state.phrase }
        let levels = unit.criteriaSet.names(ofLevels: criterion.leaf?.levels ?? [])
        return status.phrase.with(
            remark: notApplicableReason.map { $0.phrase(levels: levels, isFull: maximum != 0) })
    }

    /// The figures of what is watched: they are all there is to see.
    private var watchedFigures: Phrase? {
        let figures = unit.explanation(of: criterion.code)?.measures.flatMap { $0.distinctFigures } ?? []
        return figures.isEmpty ? nil : figures.map { $0.metric.phrase(of: $0.figure) }.joined("; ")
    }

    /// The metrics that are asked of the unit's level, each once; none where nothing applies.
    var metrics: [Metric] {
        isLeftOut ? [] : criterion.metrics(atLevel: unit.level)
    }

    private static let columns: [Column<CriterionReport>] = [
        .code, .name, .isLeaf, .points, .maximum, .lost, .index,
    ]

    func write(to record: inout RecordWriter) {
        record.values(of: self, Self.columns)
        if let partCode { record.value("part", .text(partCode)) }
        if !criterion.combination.isSum { record.value("combine", .text(criterion.combination.kind.rawValue)) }
        if let rest = beyondParts { record.value(origin == nil ? "adjustment" : "correction", .number(rest.points)) }
        if score.status == .watched { record.value("figures", .phrase(watchedFigures)) }
        record.value("status", score.status?.words ?? .absent)
        record.value("origin", .text((origin ?? .computed).code))
        if origin != nil { record.value("computed", .number(computed)) }
        if let reason = notApplicableReason {
            record.value("reason", .text(reason.name))
            if reason == .level { record.value("reasonText", .name(criterion.leaf?.levelsReason)) }
        }
        if let state = unit.lackOfLastYear(at: score.index) { record.value("reason", .text(state.name)) }
        let published = notPublishedReasons
        if !published.isEmpty { record.value("reasonText", .text(published.map { $0.vi }.joined(separator: "; "))) }
        if let measures = criterion.leaf?.measures, measures.count > 1 {
            let outcomes = unit.outcome(ofLeaf: score.index)?.measures ?? []
            record.list("measures", zip(measures, outcomes)) { measure, outcome in
                let share = outcome.points?.divided(by: criterion.exactMaximum)?.multiplied(by: ExactRatio(100))
                return ["code": .text(measure.code), "status": outcome.state.words, "share": .ratio(share)]
            }
        }
        if given.isEmpty { return }
        record.list("given", given) { given in
            [
                "stage": .text(given.stage.code), "points": .number(given.points), "reason": .text(given.reason),
                "evidence": .text(given.evidence), "date": .text(given.date),
            ]
        }
    }
}

/// What reports show of a node.
extension Column<CriterionReport> {
    static var code: Column { Column<Criterion>.code.on { $0.criterion } }
    static var name: Column { Column<Criterion>.name.on { $0.criterion } }
    static var part: Column { .text("", .pointPart) { $0.partCode } }
    static var isLeaf: Column { Column("leaf", .leaf) { .flag($0.isLeaf) } }
    static var points: Column { Column("points", .points, .decimal) { .number($0.points, digits: $0.digits) } }
    static var maximum: Column { Column("maximum", .maximum, .decimal) { .number($0.maximum, digits: $0.digits) } }
    static var lost: Column { Column("lost", .lost, .decimal) { .number($0.lost, digits: $0.digits) } }
    static var index: Column {
        Column("index", .index, .decimal) { .number($0.index, digits: $0.unit.criteriaSet.rounding.index.digits) }
    }
    static var status: Column { Column("status", .status) { $0.score.status?.words ?? .none } }
    static var state: Column { .phrase("", .state, .wrapped(12)) { $0.state } }

    static var origin: Column { Column("", StageWords.origin) { .name(($0.origin ?? .computed).name) } }
    static var computed: Column {
        Column(StageWords.computed, .decimal) { .number($0.given.isEmpty ? nil : $0.computed, digits: $0.digits) }
    }

    static func given(at stage: Stage) -> Column {
        Column(stage.givenHeading, .decimal) { node in
            .number(node.given.last { $0.stage == stage }?.points, digits: node.digits)
        }
    }
}

extension CriteriaSet {
    /// The roles of the leaves under a node that apply to some unit.
    func roles(under node: Int, of units: [UnitScore]) -> Set<Leaf.Role> {
        let children = criteria[node].children
        if !children.isEmpty { return children.reduce(into: []) { $0.formUnion(roles(under: $1, of: units)) } }
        guard let role = criteria[node].leaf?.role else { return [] }
        return role == .watched || units.contains { !$0.isLeftOut(node) } ? [role] : []
    }
}
