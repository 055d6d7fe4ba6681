public import Values

/// A remedy that a loss of a unit calls for, with the numbers that its texts may name.
public struct AppliedRemedy: Sendable {
    /// The remedy.
    public let remedy: Remedy
    /// The points that the leaf lost.
    public let lost: FixedDecimal
    /// The points that stand for the leaf.
    public let points: FixedDecimal?
    /// The leaf's maximum.
    public let maximum: FixedDecimal
    /// The metric of the figure that it is about; nil where it is not one figure.
    public let metric: Metric?
    /// The figure that it is about.
    public let figure: Figure?
    /// The figure that meets the target, or that earns most; nil where none is known.
    public let needed: FixedDecimal?
    /// How many more cases must succeed for it; where less is better, how many fewer may fail.
    public let furtherCases: FixedDecimal?

    /// The two counts of the figure, whole ones or sums of money; nil for other figures.
    public var counts: (numerator: FixedDecimal, denominator: FixedDecimal)? {
        guard case .ratio(let numerator, let denominator)? = figure else { return nil }
        return (numerator, denominator)
    }

    /// How many of the cases failed.
    public var failed: FixedDecimal? {
        guard let counts, let metric else { return nil }
        return metric.direction == .higher ? counts.denominator - counts.numerator : counts.numerator
    }
}

extension LeafGap {
    /// The remedies of a leaf that its loss calls for, in the order of the set.
    ///
    /// - Parameters:
    ///   - remedies: those of the leaf.
    ///   - measures: the measures that apply to the unit.
    ///   - score: the leaf's points.
    ///   - weakest: by metric, the codes of the factors with the lowest index of those that it covers.
    static func applied(
        _ remedies: [Remedy], to measures: [MeasureGap], score: CriterionScore, weakest: [String: [String]]
    ) -> [AppliedRemedy] {
        let hasLoss = score.lost > 0 && score.status != .watched && score.status != .notAssigned
        guard hasLoss, !remedies.isEmpty, let first = measures.first else { return [] }
        let losing = measures.filter { loses($0.explanation.outcome, of: score.criterion) }
        return remedies.compactMap { remedy -> AppliedRemedy? in
            switch remedy.occasion {
            case .any: return (losing.first ?? first).applied(remedy, to: score)
            case .measure(let code):
                return losing.first { $0.explanation.measure.code == code }?.applied(remedy, to: score)
            case .state(let state):
                let candidates = state == .zeroDenominator ? measures : losing
                return candidates.first { $0.explanation.outcome.state.isLoss(in: state) }?.applied(remedy, to: score)
            case .metric(let code):
                for gap in losing {
                    if let part = gap.explanation.partGains.first(where: { $0.metric.code == code }) {
                        return gap.applied(remedy, to: score, part: part)
                    }
                    let measure = gap.explanation.measure
                    if !measure.rule.hasParts, measure.metrics[0].code == code { return gap.applied(remedy, to: score) }
                }
                return nil
            case .factor(let code):
                return losing.first { gap in
                    gap.explanation.measure.metrics.contains { weakest[$0.code]?.contains(code) ?? false }
                }?.applied(remedy, to: score)
            }
        }
    }
}

extension MeasureOutcome.State {
    /// Whether a measure that is in this state loses points as a remedy for a state says.
    fileprivate func isLoss(in state: Remedy.State) -> Bool {
        if case .notApplicable(.zeroDenominator(let settlement)) = self, state == .zeroDenominator {
            return settlement == .zeroPoints || settlement == .keepMaximum
        }
        return name == state.rawValue
    }
}

extension MeasureGap {
    /// A remedy with the numbers of this measure, or of a part of it.
    fileprivate func applied(_ remedy: Remedy, to score: CriterionScore, part: PartGain? = nil) -> AppliedRemedy {
        let own = explanation.figures.filter { !$0.isLastYear }
        // A rule of several figures has no figure that stands for it.
        let used =
            part.map { part in own.first { $0.metric.code == part.metric.code } }
            ?? (explanation.measure.rule.hasParts ? nil : own.first)
        var needed: FixedDecimal?
        var numerator: FixedDecimal?
        if let part {
            (needed, numerator) = (part.figure.exactNumber?.rounded(.finest), part.figure.numerator)
        } else if let distance, let figure = distance.figure {
            (needed, numerator) = (figure, distance.numerator)
        } else if let step = topStep ?? nextStep {
            (needed, numerator) = (step.figure, step.numerator)
        }
        let further = used?.figure.numerator.flatMap { now in numerator.map { $0 > now ? $0 - now : now - $0 } }
        return AppliedRemedy(
            remedy: remedy, lost: score.lost, points: score.points, maximum: score.sum.maximum, metric: used?.metric,
            figure: used?.figure, needed: needed, furtherCases: further)
    }
}

extension Figure {
    /// The first of two counts.
    fileprivate var numerator: FixedDecimal? {
        guard case .ratio(let numerator, _) = self else { return nil }
        return numerator
    }
}
