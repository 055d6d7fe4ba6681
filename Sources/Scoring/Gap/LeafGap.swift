public import Values

/// What a leaf of a unit lost, and how far it is from its target.
public struct LeafGap: Sendable {
    /// How points and target go together.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Points are lost, and the target is missed or has no number.
        case lost
        /// Points are lost though the target is met.
        case lostThoughMet
        /// No point is lost though the target is missed.
        case fullThoughMissed
        /// Nothing is lost, and no target is missed.
        case none
    }

    /// The node with its points, maximum and status.
    public let score: CriterionScore
    /// The position of its field in the set.
    public let field: Int
    /// Who leads it (cơ quan chủ trì), as the edition writes it; its own, else that of the nearest node above.
    public let lead: String?
    /// The measures that apply to the unit.
    public let measures: [MeasureGap]

    /// Points lost, from zero on: bonus points that were not earned are no loss.
    public var lost: FixedDecimal { max(score.tally.lost, 0) }

    /// The part of them that is lost because nothing is reported, awaited or published yet.
    public var lostWithoutFigures: FixedDecimal { min(lost, score.tally.maximum - score.tally.scoredMaximum) }

    /// Whether every target with a number is met; nil when there is none, or one cannot be held against a figure yet
    /// while no other is missed.
    public var isTargetMet: Bool? {
        let aimed = measures.map { $0.explanation }.filter { $0.target != nil && !$0.outcome.state.isNotApplicable }
        if aimed.contains(where: { $0.isTargetMet == false }) { return false }
        return !aimed.isEmpty && aimed.allSatisfy { $0.isTargetMet == true } ? true : nil
    }

    /// How points and target go together.
    public var kind: Kind {
        if lost == 0 { return isTargetMet == false ? .fullThoughMissed : .none }
        // What is lost for another reason, such as a measure without a target, is lost in spite of no target.
        let losing = measures.map { $0.explanation }.filter { loses($0.outcome) }
        return !losing.isEmpty && losing.allSatisfy { $0.isTargetMet == true } ? .lostThoughMet : .lost
    }

    private func loses(_ outcome: MeasureOutcome) -> Bool {
        if outcome.state.isNotApplicable { return false }
        return outcome.points.map { $0 < ExactRatio(score.criterion.maximum) } ?? true
    }
}

/// One measure of a leaf.
public struct MeasureGap: Sendable {
    /// The measure, its figures, its target and what the next band needs.
    public let explanation: MeasureExplanation
    /// How far it is from its target; nil without a number on either side.
    public let distance: TargetDistance?
    /// What meeting the target gains for the leaf, if nothing else changes; nil where it is met or no figure is known
    /// that meets it.
    public let targetGain: FixedDecimal?
    /// Whether the distance is more than the sampling error; nil without a standard error.
    public let sampling: SamplingMargin?

    /// Whether a survey measures it.
    public var isSurvey: Bool {
        if case .surveyShare = explanation.measure.rule { true } else { false }
    }

    /// The nearest step that earns more points; nil at the top of the scale and without a figure.
    public var nextStep: NextStep? { explanation.nextSteps.first }
}

extension MeasureOutcome.State {
    fileprivate var isNotApplicable: Bool {
        if case .notApplicable = self { true } else { false }
    }
}
