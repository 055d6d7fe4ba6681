public import Values

/// A range of one metric's values to be tried.
public struct SweepRange: Hashable, Sendable {
    /// The code of the metric.
    public let metric: String
    /// The first value; percentages are 0 to 100.
    public let from: FixedDecimal
    /// The last value.
    public let through: FixedDecimal
    /// The distance between values; nil for about twenty round steps.
    public let step: FixedDecimal?

    /// Makes a range.
    public init(metric: String, from: FixedDecimal, through: FixedDecimal, step: FixedDecimal? = nil) {
        self.metric = metric
        self.from = from
        self.through = through
        self.step = step
    }

    /// The maximum number of steps between the first and the last value.
    public static let mostSteps = 1000
}

/// A unit's points over a range of values of one metric.
public struct Sweep: Sendable {
    /// The metric.
    public let metric: Metric
    /// The position of its leaf in the set.
    public let criterion: Int
    /// The values, in ascending order.
    public let points: [SweepPoint]
    /// Whether they include every value at which the measure's rule changes; they do not where the rule bends along the
    /// figure, as a minimum of several figures does.
    public let hasExactBreaks: Bool
    /// The given points that stand for the current figure only; in tree order.
    public let freed: [FreedPoints]
}

/// One value of a sweep.
public struct SweepPoint: Sendable {
    /// The figure.
    public let figure: Figure
    /// Whether it is the unit's current figure.
    public let isMeasured: Bool
    /// Whether the rule changes here: the last figure of one piece of its scale, or the first of the next.
    public let isBreak: Bool
    /// The leaf's points; nil where it has none.
    public let points: FixedDecimal?
    /// The total points.
    public let total: FixedDecimal
    /// The exact index; nil when nothing applies.
    public let index: ExactRatio?
    /// The place in the group, the figures of all other units unchanged; nil when the unit is not ranked.
    public let rank: GroupRank?
}

extension WhatIf {
    /// The unit's points over a range of one metric's values: the values at which the rule changes, steps between them,
    /// and the current figure.
    ///
    /// A figure of two counts keeps its denominator; each value stands for the smallest numerator that reaches it.
    /// - Throws: ``ScenarioError``.
    /// - Complexity: values × leaves, plus sorting; times the units where the figure moves the points of others.
    public func sweep(_ range: SweepRange) throws(ScenarioError) -> Sweep {
        let criteria = table.criteria
        let columns = table.storage.columns
        do throws(FigureEditError) {
            let place = try places.place(of: range.metric, level: table.units[unit].level)
            guard let column = columns.figures.column(of: range.metric) else {
                throw FigureEditError(code: .unknownMetric, details: [.found: .text(range.metric)])
            }
            let now = columns.figures[unit, column]
            let stepped = try range.values(for: place.metric).map { value throws(FigureEditError) in
                try place.metric.figure(after: .set(value), from: now)
            }
            let starts = breakStarts(of: place, column: column)
            let breaks = Set((starts ?? []).flatMap { place.metric.sides(of: $0, from: now) })
            let within = breaks.filter { figure in
                figure.exactNumber.map { $0 >= ExactRatio(range.from) && $0 <= ExactRatio(range.through) } ?? false
            }
            var figures = Set(stepped).union(within)
            if let number = now.exactNumber, number >= ExactRatio(range.from), number <= ExactRatio(range.through) {
                figures.insert(now)
            }
            let sorted = figures.sorted { ($0.exactNumber ?? .zero) < ($1.exactNumber ?? .zero) }
            let scores = scored(sorted, column: column, of: place.criterion)
            let points = sorted.enumerated().map { row, figure in
                let (score, others) = scores(row)
                return SweepPoint(
                    figure: figure, isMeasured: figure == now, isBreak: within.contains(figure),
                    points: score.criterion(place.criterion).points, total: score.total.points,
                    index: score.total.exactIndex, rank: others.rank(of: score))
            }
            var standing = columns.standing
            return Sweep(
                metric: place.metric, criterion: place.criterion, points: points, hasExactBreaks: starts != nil,
                freed: standing.free([place.criterion], unit: unit, in: criteria.set))
        } catch {
            throw ScenarioError(faults: [ScenarioFault(error.code, change: nil, error.details)])
        }
    }

    /// Where the pieces of the rule begin along a figure; nil where the rule is not linear in it.
    private func breakStarts(of place: MetricPositions.Position, column: Int) -> [BreakStart]? {
        let criteria = table[unit].compiled
        guard let leaf = criteria.leaves.first(where: { $0.criterion == place.criterion }),
            let position = criteria.set.criteria[place.criterion].leaf?.measures
                .firstIndex(where: { $0.code == place.measure.code })
        else { return nil }
        let measure = leaf.measures[position]
        // Of a scale that moves with the figure, nobody knows where it bends.
        if measure.relative != nil { return nil }
        let figures = table[unit].figures
        let line = measure.quantity.line(
            over: column, others: { figures.now($0).exactNumber }, lastYear: { figures.before($0).exactNumber })
        guard let line else { return nil }
        return measure.function.pieces.compactMap { piece in
            piece.start.flatMap { start in
                line.figure(at: start.value).map {
                    BreakStart(value: $0, isIncluded: start.isIncluded, isRising: line.slope > .zero)
                }
            }
        }
    }

    /// The unit's scores with each of some figures in a column, and the others among which it has its place then.
    private func scored(
        _ figures: [Figure], column: Int, of leaf: Int
    ) -> (Int) -> (score: UnitScore, others: RankedOthers) {
        guard table.criteria.relatives.contains(where: { $0.column == column }) else {
            let scores = score(figures, column: column, of: leaf)
            return { (scores[$0], others) }
        }
        return { row in
            let columns = table.storage.columns
            var (changed, standing) = (columns.figures, columns.standing)
            changed[unit, column] = figures[row]
            if figures[row] != columns.figures[unit, column] {
                _ = standing.free([leaf], unit: unit, in: table.criteria.set)
            }
            let after = table.rescored(with: changed, in: [column], of: unit, standing: standing)
            return (after[unit], others(in: after))
        }
    }

    /// The unit's scores with each of some figures in a column, one row per figure.
    private func score(_ figures: [Figure], column: Int, of leaf: Int) -> ScoreTable {
        let columns = table.storage.columns
        var rows = table.criteria.emptyFigures(unitCount: figures.count)
        for other in rows.metrics.indices {
            for row in figures.indices { rows[row, other] = columns.figures[unit, other] }
        }
        for (row, figure) in figures.enumerated() { rows[row, column] = figure }
        let lastYear = columns.lastYear.map { before in
            LastYear(figures: before.figures, units: Array(repeating: before.units[unit], count: figures.count))
        }
        let units = Array(repeating: table.units[unit], count: figures.count)
        let peers = columns.scales.map { ($0, figures.map { _ in columns.positions?[unit] ?? unit }) }
        guard let scores = try? table.criteria.score(rows, units: units, lastYear: lastYear, amid: peers) else {
            preconditionFailure("a unit that was scored can be scored")
        }
        var standing = columns.standing.narrowed(to: Array(repeating: unit, count: figures.count))
        for (row, figure) in figures.enumerated() where figure != columns.figures[unit, column] {
            _ = standing.free([leaf], unit: row, in: table.criteria.set)
        }
        return scores.with(standing)
    }
}

/// Where a piece of a rule begins along a figure.
private struct BreakStart {
    let value: ExactRatio
    let isIncluded: Bool
    /// Whether the piece lies above the value, or below it.
    let isRising: Bool
}

extension Metric {
    /// The last figure before a break and the first after it, in steps of the metric; over the same denominator where
    /// the figure is two counts.
    fileprivate func sides(of start: BreakStart, from now: Figure) -> [Figure] {
        let sides: [Comparison] =
            start.isIncluded == start.isRising ? [.below, .atLeast] : [.atMost, .above]
        return sides.compactMap { side in
            let limit = Limit(comparison: side, value: start.value)
            if case .ratio(_, let whole) = now {
                return leastNumerator(within: limit, of: whole).map { .ratio(numerator: $0, denominator: whole) }
            }
            return leastFigure(within: limit).map { .value($0) }
        }
    }
}

extension SweepRange {
    /// The values of the range: the first, steps, the last.
    fileprivate func values(for metric: Metric) throws(FigureEditError) -> [FixedDecimal] {
        let found = FindingValue.range(from, through)
        guard from < through, step.map({ $0 > 0 }) ?? true else {
            throw FigureEditError(code: .badRange, details: [.found: found])
        }
        // In 128 bits, because the distance between two numbers need not fit in 64.
        let width = Int128(through.mantissa) - Int128(from.mantissa)
        let step = Int128(self.step?.mantissa ?? roundStep(of: width, for: metric))
        guard width / step < Int128(Self.mostSteps) else {
            throw FigureEditError(
                code: .tooManySteps, details: [.found: found, .expected: .count(Self.mostSteps)])
        }
        var values = (0...width / step).map { count in
            FixedDecimal(mantissa: Int64(Int128(from.mantissa) + step * count))
        }
        if values.last != through { values.append(through) }
        return values
    }

    /// The smallest of 1, 2, 5, 10, 20, … steps of the metric that divides a width into twenty at most.
    private func roundStep(of width: Int128, for metric: Metric) -> Int64 {
        var unit = Int128(metric.step.mantissa)
        while true {
            for factor in [1, 2, 5] as [Int128] where unit * factor * 20 >= width {
                return Int64(clamping: unit * factor)
            }
            unit *= 10
        }
    }
}
