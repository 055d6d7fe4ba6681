import ScoreNumerics
import Values

/// The figures of some units, for redrawing.
struct FigureSample: Sendable {
    private struct Cell: Sendable {
        let unit: Int
        let column: Int
        let value: Double
        let error: Double
        let domain: ClosedRange<Double>
    }

    private let criteria: CompiledCriteria
    private let units: [ScoredUnit]
    private let figures: FigureTable
    private let lastYear: LastYear?
    private let cells: [Cell]
    /// What stays unchanged where drawn figures cannot be scored.
    private let plain: ScoreTable
    private let positions: [Int]
    /// Given points stand whatever is drawn.
    private let standing: StandingPoints
    private let sharesPeople: Bool
    private let subject: Ranking.Subject
    /// The units of which only some leaves have to be scored again; nil where sums are more than those of leaves.
    private let drawnUnits: [DrawnUnit]?

    init(_ scores: ScoreTable, units positions: [Int], by subject: Ranking.Subject, errors: MetricErrors) {
        let columns = scores.storage.columns
        var figures = columns.criteria.emptyFigures(unitCount: positions.count)
        var cells: [Cell] = []
        for (column, metric) in columns.criteria.set.metrics.enumerated() {
            for (unit, position) in positions.enumerated() {
                let figure = columns.figures[position, column]
                figures[unit, column] = figure
                let error = errors[position, metric.code]
                guard error > 0, let value = figure.percentOrValue else { continue }
                let least = min(metric.minimum?.approximation ?? -1e12, value)
                let most = max(metric.maximum?.approximation ?? 1e12, value)
                cells.append(Cell(unit: unit, column: column, value: value, error: error, domain: least...most))
            }
        }
        criteria = columns.criteria
        units = positions.map { columns.units[$0] }
        lastYear = columns.lastYear.map { before in
            LastYear(figures: before.figures, units: positions.map { before.units[$0] })
        }
        self.figures = figures
        self.cells = cells
        self.positions = positions
        standing = columns.standing.narrowed(to: positions)
        sharesPeople = errors.sharesPeople
        plain = scores
        self.subject = subject
        let columnsOfUnit = cells.reduce(into: positions.map { _ in Set<Int>() }) { $0[$1.unit].insert($1.column) }
        let set = criteria.set
        let isPlainSum =
            set.rounding.stage == .leaf && set.bonusCap == nil && set.penaltyCap == nil && set.totalCap == nil
            && set.totalFloor == nil && criteria.leaves.allSatisfy { $0.sources.isEmpty && $0.requirement == nil }
        drawnUnits =
            isPlainSum
            ? zip(positions, columnsOfUnit).map { DrawnUnit(scores[$0], by: subject, moved: $1) } : nil
    }

    /// The points of the units when their figures are drawn again.
    func indices(_ random: inout SeededRandom) -> [PointSum] {
        // The same respondents are too satisfied or too dissatisfied with everything.
        let moods = sharesPeople ? units.map { _ in random.normal() } : []
        var drawn = drawnUnits == nil ? figures : FigureTable(metrics: [], unitCount: 0)
        var changes: [[(column: Int, figure: Figure)]] = drawnUnits == nil ? [] : units.map { _ in [] }
        for cell in cells {
            let value = cell.value + cell.error * (sharesPeople ? moods[cell.unit] : random.normal())
            let held = min(max(value, cell.domain.lowerBound), cell.domain.upperBound)
            guard let millionths = Int64(exactly: (held * Double(FixedDecimal.scale)).rounded()) else { continue }
            let figure = Figure.value(FixedDecimal(mantissa: millionths))
            if drawnUnits == nil {
                drawn[cell.unit, cell.column] = figure
            } else {
                changes[cell.unit].append((cell.column, figure))
            }
        }
        if let drawnUnits { return zip(drawnUnits, changes).map { $0.sum(with: $1) } }
        let scores = try? criteria.score(drawn, units: units, lastYear: lastYear).with(standing)
        return positions.indices.map { unit in
            (scores?[unit] ?? plain[positions[unit]]).sum(of: subject)
        }
    }
}

/// A unit of an edition whose totals are the sums of leaves: only those that errors move are scored again.
private struct DrawnUnit: Sendable {
    private let score: UnitScore
    private let subject: Ranking.Subject
    private let sum: PointSum
    private let figures: UnitFigures
    private let leaves: [(leaf: CompiledLeaf, before: LeafOutcome)]

    init(_ score: UnitScore, by subject: Ranking.Subject, moved columns: Set<Int>) {
        (self.score, self.subject, sum, figures) = (score, subject, score.sum(of: subject), score.figures.alone)
        let (criteria, unit) = (score.compiled, figures)
        leaves = criteria.leaves.compactMap { leaf in
            let isMoved = leaf.measures.contains { measure in
                measure.quantity.figures.contains { !$0.isLastYear && columns.contains($0.figure) }
            }
            // Given points stand whatever is drawn.
            guard isMoved, leaf.levels[unit.level], criteria.set.isPart(leaf.criterion, of: subject),
                !score.isSettled(leaf.criterion, in: subject)
            else { return nil }
            return (leaf, leaf.outcome(unit))
        }
    }

    /// Points and maximum with other figures.
    func sum(with changes: [(column: Int, figure: Figure)]) -> PointSum {
        if leaves.isEmpty || changes.isEmpty { return sum }
        var drawn = figures
        for (column, figure) in changes { drawn.figures[0, column] = figure }
        var sum = sum
        for (leaf, before) in leaves {
            let after = leaf.outcome(drawn)
            sum.points += (after.points ?? 0) - (before.points ?? 0)
            sum.maximum += after.maximum - before.maximum
            sum.scoredMaximum += after.scoredMaximum - before.scoredMaximum
        }
        return sum
    }
}
