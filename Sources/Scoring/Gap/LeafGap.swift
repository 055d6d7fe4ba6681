public import Values

/// The points a unit lost on a leaf, and how far it is from its target.
public struct LeafGap: Sendable {
    /// How points and target relate.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Points are lost, and the target is missed or has no number.
        case lost
        /// Points are lost although the target is met.
        case lostThoughMet
        /// No points are lost although the target is missed.
        case fullThoughMissed
        /// Nothing is lost, and no target is missed.
        case none
    }

    /// The node with its points, maximum and status.
    public let score: CriterionScore
    /// The position of its field in the set.
    public let field: Int
    /// The lead agency (cơ quan chủ trì), as the edition writes it; the leaf's own, otherwise that of the nearest
    /// ancestor.
    public let lead: String?
    /// The measures that apply to the unit.
    public let measures: [MeasureGap]
    /// What its condition on another criterion means; nil without one.
    public let requirement: RequirementExplanation?
    /// What the set advises about this loss.
    public let remedies: [AppliedRemedy]

    /// Points lost: the maximum minus the points, as in every report. Unearned bonus points are not a loss; earned ones
    /// are a negative one, so that losses add up to the loss of the total.
    public var lost: FixedDecimal { score.lost }

    /// The part of the loss that is due to figures not yet reported, awaited or not published; those of other units are
    /// no loss of this one.
    public var lostWithoutFigures: FixedDecimal { score.lostWithoutFigures }

    /// Whether every target with a number is met; nil when there is none, or when one cannot be checked yet and no
    /// other is missed.
    public var isTargetMet: Bool? {
        let aimed = measures.lazy.map { $0.explanation }
            .filter { $0.target != nil && !$0.outcome.state.isNotApplicable }
        if aimed.contains(where: { $0.isTargetMet == false }) { return false }
        return !aimed.isEmpty && aimed.allSatisfy { $0.isTargetMet == true } ? true : nil
    }

    /// How points and target relate.
    public var kind: Kind {
        if score.status == .watched || score.status == .notAssigned { return .none }
        if lost <= 0 { return isTargetMet == false ? .fullThoughMissed : .none }
        // A loss on a measure without a target is not a loss despite a met target.
        let losing = measures.lazy.map { $0.explanation }.filter { Self.loses($0.outcome, of: score.criterion) }
        // Given points may take away what no measure loses.
        if losing.isEmpty, requirement.map({ $0.gain > 0 }) ?? false { return .lost }
        if losing.isEmpty { return isTargetMet == true ? .lostThoughMet : .lost }
        return losing.allSatisfy { $0.isTargetMet == true } ? .lostThoughMet : .lost
    }

    /// Whether a measure earns less than its leaf's maximum.
    static func loses(_ outcome: MeasureOutcome, of criterion: Criterion) -> Bool {
        if outcome.state.isNotApplicable { return false }
        return outcome.points.map { $0 < criterion.exactMaximum } ?? true
    }
}

/// One measure of a leaf.
public struct MeasureGap: Sendable {
    /// The measure, its figures, its target and what the next band requires.
    public let explanation: MeasureExplanation
    /// The distance from its target; nil without a number on either side.
    public let distance: TargetDistance?
    /// What meeting the target gains for the leaf, if nothing else changes; nil where it is met or no figure that meets
    /// it is known.
    public let targetGain: FixedDecimal?
    /// Whether the distance exceeds the sampling error; nil without a standard error.
    public let sampling: SamplingMargin?

    /// The points in percent of the leaf's maximum; nil unless it is scored.
    public var share: ExactRatio? {
        explanation.outcome.points?.multiplied(by: ExactRatio(100))?.divided(by: maximum)
    }
    /// The leaf's maximum.
    let maximum: ExactRatio
    /// Whether it is measured by a survey.
    public var isSurvey: Bool {
        if case .surveyShare = explanation.measure.rule { true } else { false }
    }

    /// The nearest step that earns more points; nil at the top of the scale and without a figure.
    public var nextStep: NextStep? { explanation.nearest ?? explanation.nextSteps.first }
    /// The step that earns most; nil where it is the nearest one too.
    public var topStep: NextStep? {
        let last = explanation.nextSteps.last
        return last == nextStep ? nil : last
    }
}

extension CriterionScore {
    /// See ``LeafGap/lost``.
    var lost: FixedDecimal { sum.lost }

    /// See ``LeafGap/lostWithoutFigures``.
    ///
    /// Where points were given to a node above it, nothing of it is missing any more.
    var lostWithoutFigures: FixedDecimal {
        status == .provisional || isCovered ? 0 : min(max(lost, 0), sum.maximum - sum.scoredMaximum)
    }
}

extension MeasureOutcome.State {
    /// Whether the unit has nothing to be scored on, for whatever reason.
    var isNotApplicable: Bool {
        switch self {
        case .notApplicable, .notAssigned: true
        default: false
        }
    }
}
