package import Documents
internal import Words
package import Assessment
package import Scoring
package import Values

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
    package var lost: FixedDecimal? {
        isLeftOut ? nil : score.tally.lost
    }

    /// Why a leaf does not apply; nil when it does.
    package var notApplicableReason: NotApplicableReason? {
        guard score.status == .notApplicable else { return nil }
        return outcome?.measures.lazy.compactMap { measure in
            if case .notApplicable(let reason) = measure.state { reason } else { nil }
        }.first
    }

    /// What the source means by the numbers of a leaf that stand for "not published"; nil where there is no reason, and
    /// for a leaf in another state. Worked out on each call.
    package func notPublishedReason(in language: Language) -> String? {
        guard score.status == .notPublished, let explanation = unit.explanation(of: criterion.code) else { return nil }
        var reasons: [String] = []
        for used in explanation.measures.flatMap(\.figures) where used.figure == .notPublished && !used.isLastYear {
            guard let reason = used.metric.notPublished?.reason.text(language), !reasons.contains(reason) else {
                continue
            }
            reasons.append(reason)
        }
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    /// The state in words: `Đã chấm`, `Không áp dụng (chỉ chấm Cấp huyện)`; empty for a node with children.
    package func state(in language: Language) -> String {
        guard let status = score.status else { return "" }
        let text = Self.label(of: status).text(language)
        if let reason = notPublishedReason(in: language) { return "\(text) (\(reason))" }
        guard let reason = notApplicableReason else { return text }
        return "\(text) (\(words(of: reason, in: language)))"
    }

    /// The label of a status.
    static func label(of status: LeafStatus) -> Label {
        switch status {
        case .scored: .scored
        case .partlyReported: .partlyReported
        case .notReported: .notReported
        case .awaited: .awaited
        case .notPublished: .notPublished
        case .notApplicable: .notApplicable
        }
    }

    private func words(of reason: NotApplicableReason, in language: Language) -> String {
        let full = maximum != 0
        switch (reason, language) {
        case (.level, _):
            let names = StateWords.levels(criterion.leaf?.levels ?? [], of: set, in: language)
            return language == .vi ? "chỉ chấm \(names)" : "scored for \(names) only"
        case (.claimed, .vi): return full ? "đơn vị không có; được điểm tối đa" : "đơn vị không có; không tính"
        case (.claimed, .en): return full ? "claimed by the unit; full points" : "claimed by the unit; left out"
        case (.zeroOverZero, .vi): return full ? "không phát sinh; được điểm tối đa" : "không phát sinh; không tính"
        case (.zeroOverZero, .en): return full ? "nothing arose; full points" : "nothing arose; left out"
        }
    }

    /// The points that people gave at a stage.
    package func given(at stage: AssessmentSettings.Stage) -> FixedDecimal? {
        given.last { $0.stage == stage }?.points
    }
}

/// States and levels in words.
enum StateWords {
    /// The names of levels: `cấp huyện, cấp xã`.
    static func levels(_ codes: [String], of set: CriteriaSet, in language: Language) -> String {
        let names = set.levels.filter { codes.contains($0.code) }.map { level in
            let name = level.name.text(language)
            return name.prefix(1).lowercased() + name.dropFirst()
        }
        return names.isEmpty ? codes.joined(separator: ", ") : names.joined(separator: ", ")
    }

    /// The state of a measure.
    static func text(of state: MeasureOutcome.State, in language: Language) -> String {
        switch (state, language) {
        case (.scored, _): Label.scored.text(language)
        case (.notReported, _): Label.notReported.text(language)
        case (.lastYearNotReported, .vi): "Chưa có số liệu năm trước để so sánh"
        case (.lastYearNotReported, .en): "Last year's figure is missing"
        case (.awaited, _): Label.awaited.text(language)
        case (.notPublished, _): Label.notPublished.text(language)
        case (.notApplicable(.level), .vi): "Không áp dụng (không phải nhiệm vụ của cấp này)"
        case (.notApplicable(.level), .en): "Not applicable (no duty of this level)"
        case (.notApplicable(.claimed), .vi): "Không áp dụng (đơn vị báo không có)"
        case (.notApplicable(.claimed), .en): "Not applicable (so the unit says)"
        case (.notApplicable(.zeroOverZero), .vi): "Không áp dụng (không phát sinh)"
        case (.notApplicable(.zeroOverZero), .en): "Not applicable (nothing arose)"
        case (.faulty, .vi): "Số liệu có lỗi, không chấm được"
        case (.faulty, .en): "The figures are faulty and cannot be scored"
        }
    }

    /// The state's stable name in JSON and CSV.
    static func name(of status: LeafStatus) -> String {
        switch status {
        case .scored: "scored"
        case .partlyReported: "partlyReported"
        case .notReported: "notReported"
        case .awaited: "awaited"
        case .notPublished: "notPublished"
        case .notApplicable: "notApplicable"
        }
    }

    /// A measure's stable name of a state.
    static func name(of state: MeasureOutcome.State) -> String {
        switch state {
        case .scored: "scored"
        case .notReported: "notReported"
        case .lastYearNotReported: "lastYearNotReported"
        case .awaited: "awaited"
        case .notPublished: "notPublished"
        case .notApplicable: "notApplicable"
        case .faulty: "faulty"
        }
    }

    /// The stable name of a reason.
    static func name(of reason: NotApplicableReason) -> String {
        switch reason {
        case .level: "level"
        case .claimed: "claimed"
        case .zeroOverZero: "zeroOverZero"
        }
    }
}
