public import Values

/// What one case of a percentage moves: of two files, one is half of the points.
public struct CaseWeight: Sendable {
    /// The percentage.
    public let metric: Metric
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
    /// What one case moves, of several percentages that which moves most; nil where that is less than a tenth of the
    /// maximum, and for anything but two whole counts.
    var caseWeight: CaseWeight? {
        guard leaf.maximum > 0, outcome.points != nil, outcome.maximum > 0 else { return nil }
        var heaviest: (weight: CaseWeight, exact: ExactRatio)?
        for column in ownColumns {
            guard let metric = metric(of: column), let own = weight(of: column, metric) else { continue }
            if heaviest.map({ $0.exact < own.exact }) ?? true { heaviest = own }
        }
        return heaviest?.weight
    }

    private func weight(of column: Int, _ metric: Metric) -> (weight: CaseWeight, exact: ExactRatio)? {
        guard case .ratio(let count, let whole) = figures.now(column), count.isInteger, whole.isInteger, whole > 0
        else { return nil }
        func exact(_ numerator: FixedDecimal) -> ExactRatio? {
            let most = metric.maximum == 100 ? whole : numerator
            guard numerator >= 0, numerator <= most else { return nil }
            return exactPoints(with: .ratio(numerator: numerator, denominator: whole), in: column)
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
        return (CaseWeight(metric: metric, cases: whole, points: points, isEven: isEven), most)
    }

    /// The leaf's points with another figure, before they are rounded.
    private func exactPoints(with figure: Figure, in column: Int) -> ExactRatio? {
        let own: MeasureOutcome
        if case .figure = measure.quantity {
            guard let number = figure.exactNumber, let points = points(of: figure) else { return nil }
            own = MeasureOutcome(state: .scored, quantity: number, points: points)
        } else {
            own = measureOutcome(with: [(column, figure)])
        }
        let after = outcome(with: own, rounding: nil)
        return after.points.flatMap { points in after.excess.ratio?.adding(ExactRatio(points)) }
    }

    /// The columns of this year's figures, each once.
    var ownColumns: [Int] {
        var columns: [Int] = []
        for (column, isLastYear) in measure.quantity.figures where !isLastYear && !columns.contains(column) {
            columns.append(column)
        }
        return columns
    }

    func metric(of column: Int) -> Metric? { metrics.first { $0.code == columns[column] } }

    /// The nearest gain: of counted things, the fewest more, or fewer, that earn anything.
    ///
    /// - Parameter first: the nearest limit that earns more.
    func nearest(before first: NextStep) -> NextStep? {
        // What the rule looks at must be a straight line in the figure: the figure itself, or what it is above a limit.
        guard let main, let figure, let line = line(over: main), line.slope != .zero,
            let end = line.figure(at: first.needed.value)
        else { return nil }
        let sign: FixedDecimal = metric.direction == .higher ? 1 : -1
        let (now, goal): (FixedDecimal, ExactRatio?)
        switch figure {
        case .value(let value) where metric.kind == .count: (now, goal) = (value, end)
        case .ratio(let count, let whole) where count.isInteger && whole.isInteger:
            (now, goal) = (count, end.multiplied(by: ExactRatio(whole))?.divided(by: ExactRatio(100)))
        default: return nil
        }
        guard let way = goal?.subtracting(ExactRatio(now)), way != .zero, (way > .zero) == (sign > 0),
            // One more than the limit, where the limit itself does not count.
            let last = (way < .zero ? way.negated : way).rounded(Rounding(.up, digits: 0))?.addingReportingOverflow(1)
        else { return nil }
        func step(_ cases: Int64) -> NextStep? {
            let (count, overflow) = cases.multipliedReportingOverflow(by: FixedDecimal.scale)
            let change = FixedDecimal(mantissa: sign > 0 ? count : -count)
            guard !overflow, let changed = now.addingReportingOverflow(change) else { return nil }
            var numerator: FixedDecimal?
            var reached: Figure = .value(changed)
            if case .ratio(_, let whole) = figure {
                numerator = changed
                reached = .ratio(numerator: changed, denominator: whole)
            }
            guard metric.fault(in: reached) == nil, let number = reached.exactNumber,
                let quantity = line.quantity(at: number), let exact = measure.function.points(at: quantity)
            else { return nil }
            let after = outcome(at: (quantity, exact), rounding: leaf.rounding)
            let gain = gain(of: after)
            guard let points = after.points, gain > 0 else { return nil }
            let isRising = (line.slope > .zero) == (sign > 0)
            let least = numerator == nil ? changed : number.rounded(Rounding(sign > 0 ? .up : .down, digits: 6))
            return NextStep(
                needed: Limit(comparison: isRising ? .atLeast : .atMost, value: quantity), figure: least,
                numerator: numerator, points: points, gain: gain)
        }
        // Points never fall in the better direction, so the fewest are found by halving.
        let most = last.mantissa / FixedDecimal.scale
        guard var high = [most, most - 1].first(where: { $0 >= 1 && step($0) != nil }) else { return nil }
        var low: Int64 = 1
        while low < high {
            let middle = low + (high - low) / 2
            if step(middle) == nil { low = middle + 1 } else { high = middle }
        }
        return step(low)
    }

    /// What the rule looks at, as a straight line in a figure; nil where it is none.
    private func line(over column: Int) -> FigureLine? {
        measure.quantity.line(
            over: column, others: { figures.now($0).exactNumber }, lastYear: { figures.before($0).exactNumber })
    }

    /// What each of this year's figures of a rule of several would gain on its own, the greatest gain first.
    var partGains: [PartGain] {
        let gains = ownColumns.compactMap { column -> PartGain? in
            guard let metric = metric(of: column), let better = metric.better(than: figures.now(column)) else {
                return nil
            }
            let gain = gain(of: outcome(with: measureOutcome(with: [(column, better)]), rounding: leaf.rounding))
            return gain > 0 ? PartGain(metric: metric, figure: better, gain: gain) : nil
        }
        return gains.enumerated().sorted {
            ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset)
        }.map { $0.element }
    }

    /// What all figures of a rule of several would gain together, each at its best. Where one has no best, what the top
    /// of the scale would.
    func stepOfAllParts(from quantity: ExactRatio) -> [NextStep] {
        let best = ownColumns.map { column in
            (column, metric(of: column).flatMap { $0.best(from: figures.now(column)) })
        }
        let known = best.compactMap { column, figure in figure.map { (column: column, figure: $0) } }
        guard known.count == best.count else { return steps(from: quantity) }
        let own = measureOutcome(with: known)
        let after = outcome(with: own, rounding: leaf.rounding)
        let gain = gain(of: after)
        guard let reached = own.quantity, let points = after.points, gain > 0 else { return [] }
        // Above the maximum, a formula earns no more than at it.
        let top = measure.function.pieces.last?.start.map { min($0.value, reached) } ?? reached
        return [
            NextStep(
                needed: Limit(comparison: .atLeast, value: top), figure: nil, numerator: nil, points: points, gain: gain
            )
        ]
    }
}

extension UnitScore {
    /// How many measures of the unit hang on single cases: one moves a tenth of the maximum or more.
    package var heavyCaseCount: Int {
        let nodes = criteriaSet.criteria
        let unitFigures = figures.alone
        return self.compiled.leaves.reduce(0) { count, compiled in
            guard compiled.levels[unitFigures.level], let leaf = nodes[compiled.criterion].leaf else { return count }
            return count
                + explanation(of: leaf, compiled, with: unitFigures, hasPeerSteps: false).measures.count {
                    $0.caseWeight != nil
                }
        }
    }
}

extension Metric {
    /// The best figure, with the denominator unchanged; the figure itself where it has no number; nil where there is no
    /// best.
    fileprivate func best(from now: Figure) -> Figure? {
        let most = direction == .higher ? maximum : minimum
        switch now {
        case .ratio(_, 0): return now
        case .ratio(_, let whole):
            return most.flatMap { ExactRatio($0).divided(by: ExactRatio(100)) }?.multiplied(by: ExactRatio(whole))?
                .rounded(.finest).map { .ratio(numerator: $0, denominator: whole) }
        case .value: return most.map { .value($0) }
        case .notReported, .notApplicable, .awaited, .notPublished: return now
        }
    }

    /// The best figure, or one more where there is no best; nil where it is reached.
    fileprivate func better(than now: Figure) -> Figure? {
        if let best = best(from: now) { return best == now ? nil : best }
        guard case .value(let value) = now else { return nil }
        return value.addingReportingOverflow(direction == .higher ? step : 0 - step).map { .value($0) }
    }
}
