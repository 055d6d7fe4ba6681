import ScoreNumerics
import Values

/// The figures of some units, for redrawing.
struct FigureSample: Sendable {
    /// A figure with an error.
    struct Cell: Sendable {
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
    /// The leaves that have to be scored again; nil where drawn figures move more than these.
    private let moved: MovedLeaves?

    /// - Parameter isWhole: whether everything is scored again in every draw, whatever the drawn figures can move.
    init(
        _ scores: ScoreTable, units positions: [Int], by subject: Ranking.Subject, errors: MetricErrors,
        isWhole: Bool = false
    ) {
        let columns = scores.storage.columns
        criteria = columns.criteria
        var (rows, cells) = (positions, Self.cells(of: positions, in: columns, errors))
        moved = isWhole ? nil : MovedLeaves(scores, units: positions, by: subject, cells: cells)
        // Units that are measured against each other are then drawn and scored all together.
        if moved == nil, !criteria.relatives.isEmpty {
            rows = Array(columns.units.indices)
            cells = Self.cells(of: rows, in: columns, errors)
        }
        var figures = criteria.emptyFigures(unitCount: rows.count)
        for column in criteria.metrics.indices {
            for (unit, position) in rows.enumerated() { figures[unit, column] = columns.figures[position, column] }
        }
        units = rows.map { columns.units[$0] }
        lastYear = columns.lastYear.map { before in
            LastYear(figures: before.figures, units: rows.map { before.units[$0] })
        }
        self.figures = figures
        self.cells = cells
        self.positions = positions
        standing = columns.standing.narrowed(to: rows)
        sharesPeople = errors.sharesPeople
        plain = scores
        self.subject = subject
    }

    /// The figures of some units that have an error.
    private static func cells(of rows: [Int], in columns: ScoreColumns, _ errors: MetricErrors) -> [Cell] {
        let uncertain = errors.metrics
        var cells: [Cell] = []
        for (column, metric) in columns.criteria.set.metrics.enumerated() where uncertain.contains(metric.code) {
            for (unit, position) in rows.enumerated() {
                let error = errors[position, metric.code]
                guard error > 0, let value = columns.figures[position, column].percentOrValue else { continue }
                let least = min(metric.minimum?.approximation ?? -1e12, value)
                let most = max(metric.maximum?.approximation ?? 1e12, value)
                cells.append(Cell(unit: unit, column: column, value: value, error: error, domain: least...most))
            }
        }
        return cells
    }

    /// Draws figures and shows the points that they give: in each draw of a seed's streams those of all units, in their
    /// order.
    func draw(_ draws: Range<Int>, seed: UInt64, _ visitor: inout some DrawVisitor) {
        var moods = units.map { _ in 0.0 }
        var drawn = cells.map { _ in Int64?.none }
        var sums = moved?.sums ?? []
        for draw in draws {
            WorkProgress.add(1, .draws)
            var random = SeededRandom(seed: seed, stream: UInt64(draw) + 1)
            if sharesPeople {
                // The same respondents are too satisfied or too dissatisfied with everything.
                for unit in moods.indices { moods[unit] = random.normal() }
            }
            for (position, cell) in cells.enumerated() {
                let value = cell.value + cell.error * (sharesPeople ? moods[cell.unit] : random.normal())
                let held = min(max(value, cell.domain.lowerBound), cell.domain.upperBound)
                drawn[position] = Int64(exactly: (held * Double(FixedDecimal.scale)).rounded())
            }
            if let moved {
                moved.score(drawn, into: &sums)
                visitor.visit(sums)
            } else {
                visitor.visit(wholeSums(drawn))
            }
        }
    }

    /// The points of the units when everything is scored again; a figure without a drawn number stays as it is.
    private func wholeSums(_ drawn: [Int64?]) -> [PointSum] {
        var figures = figures
        for (cell, millionths) in zip(cells, drawn) {
            guard let millionths else { continue }
            figures[cell.unit, cell.column] = .value(FixedDecimal(mantissa: millionths))
        }
        let scores = try? criteria.score(figures, units: units, lastYear: lastYear).with(standing)
        return positions.enumerated().map { place, position in
            let row = criteria.relatives.isEmpty ? place : position
            return (scores?[row] ?? plain[position]).sum(of: subject)
        }
    }
}
