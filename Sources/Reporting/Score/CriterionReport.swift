internal import Assessment
internal import Documents
package import Scoring
package import Values
internal import Words

/// One node of the tree for one unit.
package struct CriterionReport: Sendable {
    let score: CriterionScore
    /// Points that people gave, beside the computed ones.
    let given: [GivenScore]
    /// The unit's scores, for what became of a leaf's measures.
    let unit: UnitScore
    /// Whether it is out of points and maximum: a leaf that does not apply, or a node all of whose leaves do not.
    var isLeftOut: Bool

    package var criterion: Criterion { score.criterion }
    var isLeaf: Bool { score.status != nil }
    /// Points that count against the maximum; nil for what has none.
    package var points: FixedDecimal? { isLeftOut ? nil : score.points }
    /// The maximum that applies; zero for what is left out.
    package var maximum: FixedDecimal { score.tally.maximum }
    /// What is lost; nil where nothing applies. What is not reported yet counts as lost.
    package var lost: FixedDecimal? { isLeftOut ? nil : score.tally.lost }

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
        let figures = explanation.measures.flatMap(\.figures).filter { $0.figure == .notPublished && !$0.isLastYear }
        return figures.compactMap { $0.metric.notPublished?.reason }.withoutRepeats { $0 }
    }

    /// The state in words: `Đã chấm`, `Không áp dụng (chỉ chấm cấp huyện)`; empty for a node with children.
    var state: Phrase {
        guard let status = score.status else { return .none }
        let published = notPublishedReasons
        if !published.isEmpty { return status.phrase.with(remark: published.joined("; ")) }
        let levels = unit.criteriaSet.names(ofLevels: criterion.leaf?.levels ?? [])
        return status.phrase.with(
            remark: notApplicableReason.map { $0.phrase(levels: levels, isFull: maximum != 0) })
    }

    func write(to record: inout RecordWriter) {
        let columns = NodeColumns(unit.criteriaSet)
        record.values(
            of: self, [columns.code, columns.name, columns.isLeaf, columns.points, columns.maximum, columns.lost])
        record.value("status", score.status?.words ?? .absent)
        if let reason = notApplicableReason {
            record.value("reason", .text("\(reason)"))
            if reason == .level { record.value("reasonText", .name(criterion.leaf?.levelsReason)) }
        }
        let published = notPublishedReasons
        if !published.isEmpty { record.value("reasonText", .text(published.map(\.vi).joined(separator: "; "))) }
        if let measures = criterion.leaf?.measures, measures.count > 1 {
            let outcomes = unit.outcome(ofLeaf: score.index)?.measures ?? []
            record.list("measures", zip(measures, outcomes)) { measure, outcome in
                let share = outcome.points?.divided(by: ExactRatio(criterion.maximum))?.multiplied(by: ExactRatio(100))
                return ["code": .text(measure.code), "status": outcome.state.words, "share": .ratio(share)]
            }
        }
        if given.isEmpty { return }
        record.list("given", given) { given in
            [
                "stage": .text(given.stage.rawValue), "points": .number(given.points), "reason": .text(given.reason),
                "evidence": .text(given.evidence), "date": .text(given.date),
            ]
        }
    }
}

/// What reports show of a node.
struct NodeColumns: Sendable {
    typealias Node = Column<CriterionReport>
    private let digits: Int

    init(_ set: CriteriaSet) { digits = set.rounding.points.digits }

    var code: Node { Column<Criterion>.code.on { $0.criterion } }
    var name: Node { Column<Criterion>.name.on { $0.criterion } }
    var isLeaf: Node { Node("leaf", .leaf) { .flag($0.isLeaf) } }
    var points: Node { .decimal("points", .points, digits: digits) { $0.points } }
    var maximum: Node { .decimal("maximum", .maximum, digits: digits) { $0.maximum } }
    var lost: Node { .decimal("lost", .lost, digits: digits) { $0.lost } }
    var status: Node { Node("status", .status) { $0.score.status?.words ?? .none } }
    var state: Node { .phrase("", .state, .wrapped(12)) { $0.state } }

    /// The points that people gave at a stage.
    func given(at stage: AssessmentSettings.Stage) -> Node {
        .decimal("", stage.givenHeading, digits: digits) { node in node.given.last { $0.stage == stage }?.points }
    }
}
