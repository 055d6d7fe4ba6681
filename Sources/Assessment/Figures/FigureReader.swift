import Scoring
import Tables
import Values

/// Reads an assessment's tables of figures, long (one row per figure) and wide (one row per unit, one column per
/// metric).
struct FigureReader: Sendable {
    let metrics: [Metric]
    let units: UnitList
    var figures: FigureTable
    var remarks: [FigureKey: Remark] = [:]
    var tables: [TableDescription] = []
    /// Whether a table has a column for evidence.
    var hasEvidenceColumn = false

    /// The days up to which figures count; nil where none is stated.
    var days: FigureDays?
    /// The years in which these can be.
    let years: ClosedRange<Int>
    /// The codes of all criteria, to know the rows of those that have parts.
    let nodes: Set<String>

    var layouts: [Layout] = []
    let columns: [String: Int]
    let checks: [QuickCheck]

    /// By metric and unit, in the layout of the figures: 1 for a note, 2 for evidence or an explanation.
    private var explained: [UInt8]

    /// Cells of wide tables that state in words that nothing is reported, by metric and unit in the layout of the
    /// figures.
    var statedAsMissing: Set<Int> = []

    /// Rows of long tables that name no unit, or several.
    var strays: [Stray] = []
    /// Units that a row of a wide table which names none may be about.
    var strayUnits: Set<Int> = []
    /// Whether a table could not be read.
    var lacksTable = false

    /// A row that may be about any unit of which the tables do not have the same figure.
    struct Stray {
        /// The metric; nil where it is not known either.
        let metric: Int?
        /// The units that the row may mean; nil where it may mean any.
        let units: Set<Int>?
    }

    /// How the figures of a table lead back to its cells.
    struct Layout {
        let table: Table
        let isWide: Bool
        /// In a wide table, the columns by metric: the value, or the two counts.
        var columnsByMetric: [Int: [Int]] = [:]
        /// In a wide table, the columns of the two counts by metric.
        var countsByMetric: [Int: FigureColumns] = [:]
        /// In a table with a column a unit, these columns by unit.
        var columnsByUnit: [Int: FigureColumns] = [:]
        /// In a long table, the columns in which a figure may be, and the metric's.
        var columns: [Int] = []
        var metricColumn = 0
        /// In a long table, the columns of the two counts.
        var counts = FigureColumns()
        /// The row, from 1: in a wide table by unit, in a long one by metric and unit in the layout of the figures; 0
        /// where the table has none.
        var rows: [UInt32]

        /// Where a figure or one of its counts, or the statement that there is none, stands.
        func position(
            metric: Int, unit: Int, cell: Int, part: FigureRelation.Figure.Part
        ) -> (row: Int, column: Int)? {
            let row = Int(rows[isWide ? unit : cell]) - 1
            guard row >= 0 else { return nil }
            let own = columnsByUnit[unit]
            let counts = own ?? (isWide ? countsByMetric[metric] ?? FigureColumns() : counts)
            let count: Int? =
                switch part {
                case .value: nil
                case .numerator: counts.numerator
                case .denominator: counts.denominator
                }
            if let count, !table.isBlank(row, count) { return (row, count) }
            let columns = own?.all ?? (isWide ? columnsByMetric[metric] ?? [] : columns)
            guard let column = columns.first(where: { !table.isBlank(row, $0) }) ?? (isWide ? nil : metricColumn) else {
                return nil
            }
            return (row, column)
        }
    }

    init(metrics: [Metric], units: UnitList, years: ClosedRange<Int>, nodes: Set<String> = []) {
        self.nodes = nodes
        self.metrics = metrics
        self.years = years
        self.units = units
        figures = FigureTable(metrics: metrics.map { $0.code }, unitCount: units.units.count)
        columns = Dictionary(
            metrics.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        checks = metrics.map(QuickCheck.init)
        explained = Array(repeating: 0, count: metrics.count * units.units.count)
    }

    /// Whether evidence or an explanation (with `byNote`, also a note) was provided for a unit's figure.
    func isExplained(unit: Int, column: Int, byNote: Bool) -> Bool {
        explained[column * units.units.count + unit] > (byNote ? 0 : 1)
    }

    /// Keeps the remarks about a figure.
    mutating func remember(_ remark: Remark, unit: Int, column: Int) {
        guard remark.evidence != nil || remark.explanation != nil || remark.note != nil else { return }
        remarks[FigureKey(unit: units.units[unit].code, metric: metrics[column].code)] = remark
        let isProved = remark.evidence != nil || remark.explanation != nil
        explained[column * units.units.count + unit] = isProved ? 2 : 1
    }

    /// Remembers whose figures, put together, a unit's figure is.
    mutating func remember(pooledFrom units: [String], unit: Int, column: Int) {
        let key = FigureKey(unit: self.units.units[unit].code, metric: metrics[column].code)
        var remark = remarks[key] ?? Remark(evidence: nil, explanation: nil, note: nil)
        remark.pooledFrom = units
        remarks[key] = remark
        explained[column * self.units.units.count + unit] = 2
    }

    /// The place of a unit's figure; nil when no table has it.
    func location(unit: Int, metric: Int) -> Location? {
        cell(unit: unit, metric: metric).map { $0.table.location($0.row, $0.column) }
    }

    /// The cells that a unit's figure comes from: its own, or those of the units whose figures, put together, it is.
    func cells(unit: Int, metric: Int, _ part: FigureRelation.Figure.Part = .value) -> [Location] {
        let key = FigureKey(unit: units.units[unit].code, metric: metrics[metric].code)
        if let sources = remarks[key]?.pooledFrom, !sources.isEmpty {
            return sources.compactMap(units.position(of:)).flatMap { cells(unit: $0, metric: metric, part) }
        }
        return cell(unit: unit, metric: metric, part).map { [$0.table.location($0.row, $0.column)] } ?? []
    }

    /// The cell of a unit's figure or of one of its counts; nil when no table has it.
    func cell(
        unit: Int, metric: Int, _ part: FigureRelation.Figure.Part = .value
    ) -> (table: Table, row: Int, column: Int)? {
        let cell = metric * units.units.count + unit
        for layout in layouts {
            if let found = layout.position(metric: metric, unit: unit, cell: cell, part: part) {
                return (layout.table, found.row, found.column)
            }
        }
        return nil
    }

    /// Reads one table, whose figures count up to a day if one is given.
    mutating func read(_ table: inout Table, asOf day: CalendarDay? = nil, into sink: FindingSink) {
        let metric = table.codeColumn(named: ColumnNames.metric) { columns[$0] != nil || nodes.contains($0) }
        if let metric { table.allowColumns([table.headings[metric]]) }
        let hasUnit = [ColumnNames.unit, ColumnNames.unitName].contains { table.column(named: $0) != nil }
        let across = metric == nil || hasUnit ? [:] : unitsOfColumns(in: table)
        let owner = across.isEmpty ? table.unitOfRows(among: units) : nil
        let unit = owner?.column
        _ = table.optionalColumn(ColumnNames.ordinal)
        table.allowRemarks()
        if let metric, !across.isEmpty {
            readAcross(&table, metric: metric, units: across, into: sink)
        } else if let metric {
            readLong(&table, unit: owner, metric: metric, into: sink)
        } else if lacksMetricColumn(table) {
            _ = table.requiredColumn(ColumnNames.metric)
            sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        } else {
            if unit == nil, owner != nil { _ = table.requiredColumn(ColumnNames.unit) }
            readWide(&table, unit: unit, into: sink)
        }
        readDays(of: table, unit: owner, fileDay: day, into: sink)
        describe(table)
    }

    /// Tells whom the errors of rows that name no unit concern: every unit that may be meant, because the tables do not
    /// have its figure.
    /// - Parameter levels: The levels at which each metric is asked for.
    func spoilStrays(levels: [[String]], into sink: FindingSink) {
        var found = strayUnits
        for stray in strays {
            guard let metric = stray.metric else { return sink.spoil(nil) }
            for (position, unit) in units.units.enumerated() where stray.units?.contains(position) ?? true {
                if levels[metric].contains(unit.level), location(unit: position, metric: metric) == nil {
                    found.insert(position)
                }
            }
        }
        for position in found { sink.spoil(units.units[position].code) }
    }

    /// Tells whom a table that could not be read concerns: every unit that lacks a figure which it is asked for, once
    /// those of surveys and lists are there too.
    /// - Parameter levels: The levels at which each metric is asked for.
    func spoilIncomplete(levels: [[String]], into sink: FindingSink) {
        guard lacksTable else { return }
        for (position, unit) in units.units.enumerated() {
            let isIncomplete = metrics.indices.contains { metric in
                levels[metric].contains(unit.level) && figures[position, metric] == .notReported
                    && location(unit: position, metric: metric) == nil
            }
            if isIncomplete { sink.spoil(unit.code) }
        }
    }

    /// Whether a table of figures row by row only lacks the heading of its metrics: nothing in it is headed by a metric.
    private func lacksMetricColumn(_ table: Table) -> Bool {
        let rows = [ColumnNames.value, ColumnNames.numerator].compactMap(table.column(named:))
        if rows.isEmpty { return false }
        return table.headings.indices.allSatisfy { WideColumn(of: table, at: $0, columns: columns) == nil }
    }

    mutating func describe(_ table: Table) {
        var evidence: String?
        switch table.dialect.decimalReason {
        case .evidence(let cell):
            let place = Location(file: table.file, line: cell.row, column: cell.column, sheet: table.sheet)
            evidence = "\(place): \(cell.text)"
        case .forced, .groupForced: evidence = "forced"
        case .conflict, .none: break
        }
        tables.append(
            TableDescription(
                file: table.file, sheet: table.sheet, delimiter: table.dialect.delimiter.rawValue,
                decimalSeparator: table.dialect.decimalSeparator?.rawValue, evidence: evidence,
                isWide: layouts.last?.isWide ?? false, rowCount: table.rowCount))
    }

    /// Stores the figure of a row, unless there is one already.
    mutating func set(
        _ figure: Figure, unit: Int, column: Int, in row: TableRow<AssessmentFinding>, at cell: Int
    ) {
        let location = column * units.units.count + unit
        // A row may state that nothing is reported; a second row for the same figure is still a duplicate.
        let isSecond = statedAsMissing.contains(location) || layouts.contains { !$0.isWide && $0.rows[location] > 0 }
        guard figures[unit, column] == .notReported, !isSecond else {
            let first = self.location(unit: unit, metric: column)
            let lost = TextHistory(lostZeroOf: metrics[column].code, among: metrics.map { $0.code })
            row.report(
                .duplicateFigure, at: cell, [.first: first.map { .location($0) } ?? ""].with(lost),
                suggestion: lost?.original)
            return
        }
        let layout = layouts.count - 1
        if !layouts[layout].isWide {
            layouts[layout].rows[location] = UInt32(truncatingIfNeeded: row.index + 1)
        } else if figure == .notReported {
            statedAsMissing.insert(location)
        }
        figures[unit, column] = figure
    }
}
