public import Values

/// A stage of an assessment (bước), at which people may give points: self-assessment, appraisal.
///
/// Stages are data: an assessment lists its own, and their order is that of the list.
public struct Stage: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The display name.
    public let name: LocalizedText

    /// Makes a stage.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }

    /// Tự đánh giá.
    public static let selfAssessment = Stage(
        code: "self", name: LocalizedText(vi: "Tự đánh giá", en: "Self-assessment"))
    /// Thẩm định.
    public static let appraisal = Stage(code: "appraisal", name: LocalizedText(vi: "Thẩm định", en: "Appraisal"))
    /// Giải trình.
    public static let explanation = Stage(
        code: "explanation", name: LocalizedText(vi: "Giải trình", en: "Explanation"))
    /// Thẩm định lại.
    public static let secondAppraisal = Stage(
        code: "secondAppraisal", name: LocalizedText(vi: "Thẩm định lại", en: "Second appraisal"))
    /// Kết quả cuối cùng.
    public static let final = Stage(code: "final", name: LocalizedText(vi: "Kết quả cuối cùng", en: "Final result"))
    /// What precedes all stages: the points that the figures give. It belongs to every assessment, and is in no list.
    public static let computed = Stage(
        code: "computed", name: LocalizedText(vi: "Tính từ số liệu", en: "Computed from the figures"))

    /// The stages of an assessment that lists none.
    public static let usual: [Stage] = [.selfAssessment, .appraisal, .explanation, .secondAppraisal, .final]
}

/// The stages of an assessment, in their order.
public struct StageList: Hashable, Sendable {
    /// The stages, the first to come first; without ``Stage/computed``.
    public let stages: [Stage]

    /// Makes a list. Codes must differ, and `computed` is none of them.
    public init(_ stages: [Stage] = Stage.usual) { self.stages = stages }

    /// Every stage that can be shown: the computed points, then the stages in their order.
    public var all: [Stage] { [.computed] + stages }

    /// The stage with a code, `computed` among them; nil for another code.
    public subscript(code: String) -> Stage? { all.first { $0.code == code } }

    /// The position of a stage in the list; nil for ``Stage/computed`` and for a stage of another list.
    public func position(of stage: Stage) -> Int? { stages.firstIndex { $0.code == stage.code } }

    /// The order in which stages are asked for the points that stand at one: that stage, those before it from the
    /// nearest to the farthest, the computed points last.
    public func precedence(at stage: Stage) -> [Stage] {
        (position(of: stage).map { stages[...$0].reversed() } ?? []) + [.computed]
    }

    /// The stage at which units score themselves (``ownStage``).
    package var own: Stage? { ownStage.map { stages[$0] } }

    /// The position of the stage at which units score themselves: that with the code `self`, otherwise the first,
    /// unless its code is a usual one of a later stage. Nil where there is none.
    public var ownStage: Int? {
        if let position = stages.firstIndex(where: { $0.code == Stage.selfAssessment.code }) { return position }
        guard let first = stages.first, !Stage.usual.contains(where: { $0.code == first.code }) else { return nil }
        return 0
    }
}
