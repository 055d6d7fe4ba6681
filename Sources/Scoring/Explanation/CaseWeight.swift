public import Values

/// What one case of a percentage moves: of two files, one is half of the points.
public struct CaseWeight: Hashable, Sendable {
    /// How many cases there are: the denominator.
    public let cases: FixedDecimal
    /// How many points one more or one fewer case in the numerator moves at most, rounded to six decimals.
    public let points: FixedDecimal
    /// Whether every case moves as many: the points are proportional.
    public let isEven: Bool
}

/// What a figure of a formula or a part of a checklist would gain on its own.
public struct PartGain: Sendable {
    /// The metric.
    public let metric: Metric
    /// The figure that gains it: the best, or one more where there is no best.
    public let figure: Figure
    /// The gain of the leaf, if nothing else changes.
    public let gain: FixedDecimal
}

extension StepFinder {
    /// What one case moves; nil where that is less than a tenth of the maximum, and for anything but two whole counts
    /// that are scored on their own.
    var caseWeight: CaseWeight? {
        guard case .figure = measure.quantity, case .ratio(let count, let whole)? = figure, count.isInteger,
            whole.isInteger, whole > 0, leaf.maximum > 0, outcome.points != nil, outcome.maximum > 0
        else { return nil }
        func exact(_ numerator: FixedDecimal) -> ExactRatio? {
            let most = metric.maximum == 100 ? whole : numerator
            guard numerator >= 0, numerator <= most,
                case let changed = Figure.ratio(numerator: numerator, denominator: whole),
                let number = changed.exactNumber, let points = points(of: changed)
            else { return nil }
            let outcome = outcome(at: (number, points), rounding: nil)
            return outcome.points.flatMap { points in outcome.excess.ratio?.adding(ExactRatio(points)) }
        }
        guard let now = exact(count) else { return nil }
        let moves = [0 - 1 as FixedDecimal, 1].compactMap { change -> ExactRatio? in
            guard let move = count.addingReportingOverflow(change).flatMap(exact)?.subtracting(now) else { return nil }
            return move < .zero ? move.negated : move
        }
        guard let most = moves.max(), let tenfold = most.multiplied(by: ExactRatio(10)),
            tenfold >= outcome.exactMaximum, let points = most.rounded(.finest)
        else { return nil }
        let share = leaf.exactMaximum.divided(by: ExactRatio(whole))
        let isEven = leaf.measures.count == 1 && measure.relative == nil && most == share
        return CaseWeight(cases: whole, points: points, isEven: isEven)
    }

    /// The nearest gain: of counted things, the fewest more, or fewer, that earn anything.
    ///
    /// - Parameter first: the nearest limit that earns more.
    func nearest(before first: NextStep) -> NextStep? {
        let sign: FixedDecimal = metric.direction == .higher ? 1 : -1
        let (now, end): (FixedDecimal, FixedDecimal)
        switch figure {
        case .value(let value)? where metric.kind == .count:
            guard let figure = first.figure else { return nil }
            (now, end) = (value, figure)
        case .ratio(let count, let whole)? where count.isInteger && whole.isInteger:
            guard let numerator = first.numerator else { return nil }
            (now, end) = (count, numerator)
        default: return nil
        }
        guard case .figure = measure.quantity, let way = ExactRatio(end).subtracting(ExactRatio(now))?.exactDecimal,
            way != 0, (way > 0) == (sign > 0), way.mantissa != .min
        else { return nil }
        func step(_ cases: Int64) -> NextStep? {
            let (count, overflow) = cases.multipliedReportingOverflow(by: FixedDecimal.scale)
            let change = FixedDecimal(mantissa: sign > 0 ? count : -count)
            guard !overflow, let changed = now.addingReportingOverflow(change) else { return nil }
            var numerator: FixedDecimal?
            var reached: Figure = .value(changed)
            if case .ratio(_, let whole)? = figure {
                numerator = changed
                reached = .ratio(numerator: changed, denominator: whole)
            }
            guard let quantity = reached.exactNumber, let exact = measure.function.points(at: quantity),
                let points = outcome(at: (quantity, exact), rounding: leaf.rounding).points
            else { return nil }
            let gain = points - (outcome.points ?? 0)
            guard gain > 0 else { return nil }
            let least = numerator == nil ? changed : quantity.rounded(Rounding(sign > 0 ? .up : .down, digits: 6))
            return NextStep(
                needed: Limit(comparison: sign > 0 ? .atLeast : .atMost, value: quantity), figure: least,
                numerator: numerator, points: points, gain: gain)
        }
        // Points never fall in the better direction, so the fewest are found by halving.
        let most = (way < 0 ? 0 - way : way).mantissa / FixedDecimal.scale
        var (low, high) = (Int64(1), most)
        guard high >= 1, step(high) != nil else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if step(middle) == nil { low = middle + 1 } else { high = middle }
        }
        return step(low)
    }

    /// The leaf when only this measure changes.
    func outcome(at reached: (quantity: ExactRatio, points: ExactRatio), rounding: Rounding?) -> LeafOutcome {
        var measures = outcome.measures
        measures[position] = MeasureOutcome(state: .scored, quantity: reached.quantity, points: reached.points)
        return leaf.combined(
            measures, rounding: rounding, sharedIn: outcome.sharedIn, requirement: outcome.requirement)
    }
}

extension UnitScore {
    /// How many measures of the unit hang on single cases: one moves a tenth of the maximum or more.
    package var heavyCaseCount: Int {
        let nodes = criteriaSet.criteria
        let unitFigures = figures
        return self.compiled.leaves.reduce(0) { count, compiled in
            guard compiled.levels[unitFigures.level], let leaf = nodes[compiled.criterion].leaf else { return count }
            return count
                + explanation(of: leaf, compiled, with: unitFigures, hasPeerSteps: false).measures.count {
                    $0.caseWeight != nil
                }
        }
    }
}

extension CompiledCriteria {
    /// What each of this year's figures of a rule of several would gain on its own, the greatest gain first.
    func partGains(of leaf: CompiledLeaf, at position: Int, _ outcome: LeafOutcome, _ figures: UnitFigures)
        -> [PartGain]
    {
        let measure = leaf.measures[position]
        let described = set.criteria[leaf.criterion].leaf?.measures[position].metrics ?? []
        let used: [(figure: Int, isLastYear: Bool)] = measure.quantity.figures
        var seen: Set<Int> = []
        let gains: [PartGain] = used.compactMap { column, isLastYear -> PartGain? in
            guard !isLastYear, seen.insert(column).inserted,
                let metric = described.first(where: { $0.code == metrics[column] }),
                let best = metric.best(after: figures.now(column))
            else { return nil }
            var changed = figures
            changed.figures[figures.unit, column] = best
            var measures = outcome.measures
            measures[position] = measure.outcome(changed)
            let points =
                leaf.combined(
                    measures, rounding: leaf.rounding, sharedIn: outcome.sharedIn, requirement: outcome.requirement
                ).points ?? 0
            let gain = points - (outcome.points ?? 0)
            return gain > 0 ? PartGain(metric: metric, figure: best, gain: gain) : nil
        }
        return gains.enumerated().sorted {
            ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset)
        }.map { $0.element }
    }
}

extension Metric {
    /// The best figure, with the denominator unchanged; one more where there is no best; nil where it is reached.
    fileprivate func best(after now: Figure) -> Figure? {
        let most = direction == .higher ? maximum : minimum
        switch now {
        case .ratio(let count, let whole):
            guard whole > 0, let most, let share = ExactRatio(most).divided(by: ExactRatio(100)),
                let best = share.multiplied(by: ExactRatio(whole))?.rounded(.finest), best != count
            else { return nil }
            return .ratio(numerator: best, denominator: whole)
        case .value(let value):
            if let most { return value == most ? nil : .value(most) }
            return value.addingReportingOverflow(direction == .higher ? step : 0 - step).map { .value($0) }
        case .notReported, .notApplicable, .awaited, .notPublished: return nil
        }
    }
}
