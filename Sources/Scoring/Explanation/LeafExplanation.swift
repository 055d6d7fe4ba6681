public import Values

/// How a unit's points for a leaf came about: data that a report puts into words.
public struct LeafExplanation: Sendable {
    /// The leaf.
    public let criterion: Criterion
    /// Its outcome, with the points that stand for it.
    public let outcome: LeafOutcome
    /// Its outcome by the figures alone.
    public let computed: LeafOutcome
    /// Its measures.
    public let measures: [MeasureExplanation]
    /// What its condition on another criterion means; nil without one.
    public let requirement: RequirementExplanation?
}

/// How one measure came about.
public struct MeasureExplanation: Sendable {
    /// The measure.
    public let measure: Measure
    /// Its outcome.
    public let outcome: MeasureOutcome
    /// The figures that its rule uses, in the order of the rule.
    public let figures: [UsedFigure]
    /// The part of the scale that was reached; nil unless it is scored.
    public let reached: Reach?
    /// The next step and the one that earns most, nearest first; empty at the top of the scale.
    public let nextSteps: [NextStep]
    /// The nearest gain of a count or of two counts: one item fewer, one more initiative; nil where the nearest step of
    /// the scale is as near, and for other figures.
    public let nearest: NextStep?
    /// What one case moves, where that is a tenth of the maximum or more.
    public let caseWeight: CaseWeight?
    /// What each figure of a checklist or a formula would gain on its own, the greatest gain first.
    public let partGains: [PartGain]
    /// The target's number with its comparison: the measure's own, otherwise the leaf's; nil if it has none.
    public let target: Bound?
    /// What is compared with it: the figure, or the change where the rule evaluates a change; nil without a figure.
    public let targetNumber: ExactRatio?
    /// The scale that the other units set; nil for rules that look at the unit alone, and unless it is scored.
    public let comparison: PeerComparison?
    /// What its cumulative shares can still come to; empty where no volume is expected.
    public let reachable: [ReachableShare]

    /// Whether the target is met; nil without a number to compare with or without a figure.
    public var isTargetMet: Bool? { target.flatMap { targetNumber.map($0.admits) } }

    /// The nearest gain, then the steps of the scale.
    package var steps: [NextStep] { (nearest.map { [$0] } ?? []) + nextSteps }
    /// The nearest gain and the step that earns most.
    package var nearestAndTop: [NextStep] {
        guard let nearest else { return nextSteps }
        return [nearest] + nextSteps.suffix(1)
    }

    /// The figures, each once: a rule may use one twice.
    package var distinctFigures: [UsedFigure] {
        figures.enumerated().filter { position, used in
            !figures[..<position].contains { $0.metric.code == used.metric.code && $0.isLastYear == used.isLastYear }
        }.map { $0.element }
    }
}

/// A figure that a rule uses.
public struct UsedFigure: Sendable {
    /// The metric.
    public let metric: Metric
    /// The figure.
    public let figure: Figure
    /// Whether it is last year's.
    public let isLastYear: Bool
}

/// A part of a rule's scale: its limits, and the points along it.
public struct Reach: Hashable, Sendable {
    /// Where it begins; nil when there is no lower limit.
    public let lower: Limit?
    /// Where it ends; nil when there is no upper limit.
    public let upper: Limit?
    /// Points per unit of the quantity; zero on a flat part.
    public let slope: ExactRatio
    /// Points at a quantity of zero.
    public let intercept: ExactRatio
}

/// A limit on a quantity, exact.
public struct Limit: Hashable, Sendable {
    /// The comparison.
    public let comparison: Comparison
    /// The limit.
    public let value: ExactRatio

    package init(comparison: Comparison, value: ExactRatio) {
        self.comparison = comparison
        self.value = value
    }

    /// The limit set by a bound of an edition.
    package init(_ bound: Bound) {
        self.init(comparison: bound.comparison, value: ExactRatio(bound.value))
    }
}

/// An improvement on what was reached, and what it requires.
public struct NextStep: Hashable, Sendable {
    /// What the quantity must reach.
    public let needed: Limit
    /// The smallest improvement of the figure that achieves it, in steps of its metric; nil when the rule uses several
    /// figures.
    public let figure: FixedDecimal?
    /// The numerator that achieves it, with the denominator unchanged; for a figure reported as two counts.
    public let numerator: FixedDecimal?
    /// The leaf's points then, if nothing else changes.
    public let points: FixedDecimal
    /// The gain in points.
    public let gain: FixedDecimal
}

extension UnitScore {
    /// How the points of a leaf came about; nil for a code that is not a leaf of the set.
    ///
    /// - Parameters:
    ///   - code: the code of the leaf.
    ///   - volumes: the cases expected by the end of the period.
    public func explanation(of code: String, expecting volumes: ExpectedVolumes = ExpectedVolumes()) -> LeafExplanation?
    {
        let set = criteriaSet
        guard let index = set.index(of: code), let leaf = set.criteria[index].leaf,
            let compiled = compiledLeaf(at: index)
        else { return nil }
        return explanation(of: leaf, compiled, with: figures.alone, hasPeerSteps: true, expecting: volumes)
    }

    /// The same for a leaf at hand, with the unit's figures in a table of their own (``UnitFigures/alone``), which cost
    /// more to collect than a leaf does to explain.
    ///
    /// - Parameters:
    ///   - leaf: the leaf.
    ///   - compiled: its compiled form.
    ///   - unitFigures: the unit's figures, in a table of their own.
    ///   - hasPeerSteps: whether steps and case weights beside other units are looked for, which costs the scales of some
    ///     dozens of figures.
    ///   - volumes: the cases expected by the end of the period.
    func explanation(
        of leaf: Leaf, _ compiled: CompiledLeaf, with unitFigures: UnitFigures, hasPeerSteps: Bool,
        expecting volumes: ExpectedVolumes = ExpectedVolumes()
    ) -> LeafExplanation {
        let computed = compiled.outcome(unitFigures)
        let outcome = standing(computed, of: compiled.criterion)
        let measures = leaf.measures.indices.map { position in
            explanation(
                of: position, in: leaf, compiled: compiled, outcome: outcome, with: unitFigures,
                hasPeerSteps: hasPeerSteps, expecting: volumes)
        }
        return LeafExplanation(
            criterion: criteriaSet.criteria[compiled.criterion], outcome: outcome,
            computed: computed, measures: measures, requirement: requirement(of: leaf, compiled, in: outcome))
    }

    private func explanation(
        of position: Int, in leaf: Leaf, compiled: CompiledLeaf, outcome: LeafOutcome, with unitFigures: UnitFigures,
        hasPeerSteps: Bool, expecting volumes: ExpectedVolumes
    ) -> MeasureExplanation {
        let measure = leaf.measures[position]
        let rule = compiled.measures[position]
        let result = outcome.measures[position]
        let used = rule.quantity.figures.compactMap { column, isLastYear -> UsedFigure? in
            let code = storage.columns.criteria.metrics[column]
            guard let metric = measure.metrics.first(where: { $0.code == code }) else { return nil }
            return UsedFigure(
                metric: metric, figure: isLastYear ? unitFigures.before(column) : unitFigures.now(column),
                isLastYear: isLastYear)
        }
        var reached: Reach?
        var steps: [NextStep] = []
        var nearest: NextStep?
        var partGains: [PartGain] = []
        var caseWeight: CaseWeight?
        if case .scored = result.state, let quantity = result.quantity {
            reached = rule.relative == nil ? rule.function.reach(at: quantity) : nil
            let stepper = stepFinder(
                of: measure, at: position, compiled, in: outcome, with: unitFigures, hasPeerSteps: hasPeerSteps)
            if measure.rule.hasParts {
                steps = stepper.stepOfAllParts(from: quantity)
                partGains = stepper.partGains
            } else {
                steps = stepper.peers.map(stepper.steps) ?? stepper.steps(from: quantity)
            }
            if !measure.rule.hasParts, rule.relative == nil {
                nearest = steps.first.flatMap(stepper.nearest).flatMap { $0.points < steps[0].points ? $0 : nil }
            }
            caseWeight = stepper.caseWeight
        }
        let target = (measure.target ?? leaf.target)?.bound
        var reachable: [ReachableShare] = []
        if !volumes.isEmpty, !result.state.isNotAsked {
            reachable = stepFinder(
                of: measure, at: position, compiled, in: outcome, with: unitFigures, hasPeerSteps: false
            ).reachableShares(volumes, target: target)
        }
        return MeasureExplanation(
            measure: measure, outcome: result, figures: used, reached: reached, nextSteps: steps, nearest: nearest,
            caseWeight: caseWeight, partGains: partGains,
            target: target, targetNumber: measure.rule.targetNumber(result, main: used),
            comparison: result.state == .scored ? rule.relative.flatMap { unitFigures.comparison(of: $0) } : nil,
            reachable: reachable)
    }
}

extension UnitScore {
    /// Looks for what other figures of a measure would earn.
    func stepFinder(
        of measure: Measure, at position: Int, _ compiled: CompiledLeaf, in outcome: LeafOutcome,
        with figures: UnitFigures, hasPeerSteps: Bool
    ) -> StepFinder {
        let rule = compiled.measures[position]
        let main = rule.quantity.figures.first { !$0.isLastYear }?.figure
        return StepFinder(
            leaf: compiled, position: position, outcome: outcome, metrics: measure.metrics, figures: figures,
            columns: self.compiled.metrics, main: main,
            whole: nodesGivenAsWhole(above: compiled.criterion).last.map {
                WholeGain(self, node: $0, leaf: compiled.criterion)
            }, peers: hasPeerSteps ? rule.relative.flatMap { PeerScale($0, self.figures) } : nil)
    }
}

extension MeasureOutcome.State {
    /// Whether the unit is not scored on the measure at all.
    fileprivate var isNotAsked: Bool { self == .notAssigned || self == .notApplicable(.level) }
}

extension ScoringRule {
    /// Whether its figures are parts that earn points each on their own.
    var hasParts: Bool { kind == .checklist || kind == .formula }

    /// The number compared with a target: the figure, or the change where the rule evaluates a change.
    fileprivate func targetNumber(_ outcome: MeasureOutcome, main used: [UsedFigure]) -> ExactRatio? {
        switch self {
        case .checklist: return nil
        case .formula, .limit:
            guard outcome.quantity != nil, let main = used.first(where: { !$0.isLastYear }) else { return nil }
            return main.figure.exactNumber
        default: return outcome.quantity
        }
    }
}

extension Figure {
    /// The number, with two counts as their percentage; nil where there is no number, and for 0 ÷ 0.
    package var exactNumber: ExactRatio? {
        switch self {
        case .value(let value): ExactRatio(value)
        case .ratio(let numerator, let denominator):
            ExactRatio(100 * Int128(numerator.mantissa), over: Int128(denominator.mantissa))
        case .notReported, .notApplicable, .awaited, .notPublished: nil
        }
    }
}

extension ScoreFunction {
    /// The part of the scale that a quantity falls into.
    fileprivate func reach(at quantity: ExactRatio) -> Reach {
        let index = pieceIndex(at: quantity)
        let lower = pieces[index].start.map { Limit(comparison: $0.isIncluded ? .atLeast : .above, value: $0.value) }
        let next = index + 1 < pieces.count ? pieces[index + 1].start : nil
        let upper = next.map { Limit(comparison: $0.isIncluded ? .below : .atMost, value: $0.value) }
        return Reach(lower: lower, upper: upper, slope: pieces[index].slope, intercept: pieces[index].intercept)
    }
}
