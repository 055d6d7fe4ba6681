package import Assessment
internal import Documents
package import Scoring
package import Values
internal import Words

/// One node of the tree for one unit.
package struct CriterionReport: Sendable {
    /// The node, its points, its maximum and a leaf's status.
    package let score: CriterionScore
    /// Points that people gave, beside the computed ones.
    package let given: [GivenScore]
    /// The unit's scores, for what became of a leaf's measures.
    let unit: UnitScore
    /// The set, for the names of levels.
    let set: CriteriaSet
    /// Whether it is out of points and maximum: a leaf that does not apply, or a node all of whose leaves do not.
    package internal(set) var isLeftOut: Bool

    /// The node.
    package var criterion: Criterion { score.criterion }

    /// Whether the node is scored itself.
    package var isLeaf: Bool { score.status != nil }

    /// What became of a leaf and its measures; nil for a node with children. Worked out on each call.
    package var outcome: LeafOutcome? { isLeaf ? unit.outcome(ofLeaf: score.index) : nil }

    /// Points that count against the maximum; nil for what has none.
    package var points: FixedDecimal? { isLeftOut ? nil : score.points }

    /// The maximum that applies; zero for what is left out.
    package var maximum: FixedDecimal { score.tally.maximum }

    /// What is lost; nil where nothing applies. What is not reported yet counts as lost.
    package var lost: FixedDecimal? { isLeftOut ? nil : score.tally.lost }

    /// Why a leaf does not apply; nil when it does.
    package var notApplicableReason: NotApplicableReason? {
        guard score.status == .notApplicable else { return nil }
        return outcome?.measures.lazy.compactMap { measure in
            if case .notApplicable(let reason) = measure.state { reason } else { nil }
        }.first
    }

    /// What the source means by the numbers of a leaf that stand for "not published"; none where there is no reason, and
    /// for a leaf in another state. Worked out on each call.
    private var notPublishedReasons: [LocalizedText] {
        guard score.status == .notPublished, let explanation = unit.explanation(of: criterion.code) else { return [] }
        var reasons: [LocalizedText] = []
        for used in explanation.measures.flatMap(\.figures) where used.figure == .notPublished && !used.isLastYear {
            guard let reason = used.metric.notPublished?.reason, !reasons.contains(reason) else { continue }
            reasons.append(reason)
        }
        return reasons
    }

    /// The state in words: `Đã chấm`, `Không áp dụng (chỉ chấm cấp huyện)`; empty for a node with children.
    var state: Phrase {
        guard let status = score.status else { return .none }
        let published = notPublishedReasons
        if !published.isEmpty { return Phrase("\(status.phrase) (\(published.joined("; ")))") }
        guard let reason = notApplicableReason else { return status.phrase }
        let levels = set.names(ofLevels: criterion.leaf?.levels ?? [])
        return Phrase("\(status.phrase) (\(reason.phrase(levels: levels, isFull: maximum != 0)))")
    }

    /// The points that people gave at a stage.
    package func given(at stage: AssessmentSettings.Stage) -> FixedDecimal? {
        given.last { $0.stage == stage }?.points
    }

    func write(to record: inout RecordWriter) {
        let columns = NodeColumns(set)
        record.values(
            of: self, [columns.code, columns.name, columns.isLeaf, columns.points, columns.maximum, columns.lost])
        record.value("status", score.status?.words ?? .absent)
        if let reason = notApplicableReason {
            record.value("reason", .text("\(reason)"))
            if reason == .level { record.value("reasonText", criterion.leaf?.levelsReason.map { .name($0) } ?? .none) }
        }
        let published = notPublishedReasons
        if !published.isEmpty { record.value("reasonText", .text(published.map(\.vi).joined(separator: "; "))) }
        if let leaf = criterion.leaf, leaf.measures.count > 1, let outcome {
            record.list("measures", zip(leaf.measures, outcome.measures)) { record, pair in
                record.value("code", .text(pair.0.code))
                record.value("status", pair.1.state.words)
                record.value("share", .ratio(share(pair.1)))
            }
        }
        if given.isEmpty { return }
        record.list("given", given) { record, given in
            record.value("stage", .text(given.stage.rawValue))
            record.value("points", .number(given.points))
            record.value("reason", .text(given.reason))
            record.value("evidence", .text(given.evidence))
            record.value("date", .text(given.date))
        }
    }

    /// A measure's share of the leaf's maximum in percent.
    private func share(_ outcome: MeasureOutcome) -> ExactRatio? {
        outcome.points?.divided(by: ExactRatio(criterion.maximum))?.multiplied(by: ExactRatio(100))
    }
}

/// What reports show of a node.
struct NodeColumns: Sendable {
    typealias Node = Column<CriterionReport>
    private let digits: Int

    init(_ set: CriteriaSet) { digits = set.rounding.points.digits }

    var code: Node { Node("code", .code, full: .criterionCode) { .text($0.criterion.code) } }
    var name: Node { Node("name", .criterion, full: .criterionName, .wrapped(24)) { .name($0.criterion.name) } }
    var isLeaf: Node { Node("leaf", .leaf) { .flag($0.isLeaf) } }
    var points: Node { number("points", .points) { $0.points } }
    var maximum: Node { number("maximum", .maximum) { $0.maximum } }
    var lost: Node { number("lost", .lost) { $0.lost } }
    var status: Node { Node("status", .status) { $0.score.status?.words ?? .none } }
    var state: Node { Node("", .state, .wrapped(12)) { .phrase($0.state) } }

    func given(at stage: AssessmentSettings.Stage) -> Node { number("", stage.givenHeading) { $0.given(at: stage) } }

    private func number(
        _ key: String, _ title: Phrase, _ value: @escaping @Sendable (CriterionReport) -> FixedDecimal?
    ) -> Node {
        Node(key, title, .decimal) { [digits] in .number(value($0), digits: digits) }
    }
}
