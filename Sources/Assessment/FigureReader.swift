import Scoring
import Tables
import Values

/// Reads the tables of figures of an assessment, long (a row a figure) and wide (a row a unit, a column a metric).
struct FigureReader {
    let metrics: [Metric]
    let units: UnitList
    private(set) var figures: FigureTable
    private(set) var remarks: [RemarkKey: Remark] = [:]
    private(set) var tables: [TableDescription] = []
    /// Whether a table has a column for evidence.
    private(set) var hasEvidenceColumn = false

    private var layouts: [Layout] = []
    private let columns: [String: Int]
    private let checks: [QuickCheck]

    /// How the figures of a table lead back to its cells.
    private struct Layout {
        let file: String
        /// In a wide table, the cell's column by metric, from 1.
        var columns: [Int: Int] = [:]
        /// In a wide table, the row by unit; 0 where the table has no row for it.
        var rows: [UInt32] = []
        /// In a long table, the column of the figure, from 1.
        var column = 0
        /// In a long table, the row by metric and unit, as the figures are kept; 0 where it has none.
        var figureRows: [UInt32] = []

        var isWide: Bool { !rows.isEmpty }

        func place(metric: Int, unit: Int, cell: Int) -> Place? {
            let row = isWide ? rows[unit] : figureRows.isEmpty ? 0 : figureRows[cell]
            guard row > 0, let column = isWide ? columns[metric] : column else { return nil }
            return Place(file: file, line: Int(row), column: column, isTable: true)
        }
    }

    init(metrics: [Metric], units: UnitList) {
        self.metrics = metrics
        self.units = units
        figures = FigureTable(metrics: metrics.map(\.code), unitCount: units.units.count)
        columns = Dictionary(
            metrics.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        checks = metrics.map(QuickCheck.init)
    }

    /// Where a unit's figure stands; nil when no table has it.
    func place(unit: Int, metric: Int) -> Place? {
        let cell = metric * units.units.count + unit
        for layout in layouts {
            if let place = layout.place(metric: metric, unit: unit, cell: cell) { return place }
        }
        return nil
    }

    /// Reads one table.
    mutating func read(_ table: inout Table, into sink: inout FindingSink) {
        let unit = table.requiredColumn(ColumnNames.unit)
        _ = table.optionalColumn(ColumnNames.unitName)
        if let metric = table.optionalColumn(ColumnNames.metric) {
            readLong(&table, unit: unit, metric: metric, into: &sink)
        } else {
            readWide(&table, unit: unit, into: &sink)
        }
        describe(table)
    }

    private mutating func describe(_ table: Table) {
        var evidence: String?
        switch table.dialect.decimalReason {
        case .evidence(let cell): evidence = "\(table.file):\(cell.row):\(cell.column): \(cell.text)"
        case .forced, .groupForced: evidence = "forced"
        case .conflict, .none: break
        }
        tables.append(
            TableDescription(
                file: table.file, delimiter: table.dialect.delimiter.rawValue,
                decimalSeparator: table.dialect.decimalSeparator?.rawValue, evidence: evidence,
                isWide: layouts.last?.isWide ?? false, rowCount: table.rowCount))
    }

    // MARK: - Long

    private mutating func readLong(_ table: inout Table, unit: Int?, metric: Int, into sink: inout FindingSink) {
        let value = table.optionalColumn(ColumnNames.value)
        let numerator = table.optionalColumn(ColumnNames.numerator)
        let denominator = table.optionalColumn(ColumnNames.denominator)
        let status = table.optionalColumn(ColumnNames.status)
        let evidence = table.optionalColumn(ColumnNames.evidence)
        let explanation = table.optionalColumn(ColumnNames.explanation)
        let note = table.optionalColumn(ColumnNames.note)
        _ = table.optionalColumn(ColumnNames.metricName)
        if value == nil, numerator == nil { _ = table.requiredColumn(ColumnNames.value) }
        table.reportUnknownColumns()
        table.settleNumbers(in: [value, numerator, denominator].compactMap { $0 })
        addTableFindings(of: table, unit: unit, into: &sink)
        layouts.append(
            Layout(
                file: table.file, column: (value ?? numerator ?? metric) + 1,
                figureRows: Array(repeating: 0, count: metrics.count * units.units.count)))
        if evidence != nil { hasEvidenceColumn = true }
        guard let unit, value != nil || numerator != nil else { return }
        var row = FigureRow(value: value, numerator: numerator, denominator: denominator, status: status)
        for index in table.usableRows {
            guard let unitPosition = self.unit(at: index, unit, in: table, into: &sink) else { continue }
            let code = table.text(index, metric)
            let unitCode = units.units[unitPosition].code
            guard let column = columns[code] else {
                var details = ["found": code]
                details["suggestion"] = Spelling.closest(to: code, among: columns.keys.sorted())
                sink.report(.unknownMetric, at: table.place(index, metric), unit: unitCode, details)
                continue
            }
            row.unit = unitCode
            row.metric = metrics[column]
            if let figure = row.read(index, of: table, into: &sink) {
                set(
                    figure, unit: unitPosition, column: column, row: index, at: value ?? numerator ?? metric, of: table,
                    into: &sink)
            }
            func text(_ column: Int?) -> String? {
                guard let column, !table.isBlank(index, column) else { return nil }
                return table.text(index, column)
            }
            let remark = Remark(evidence: text(evidence), explanation: text(explanation), note: text(note))
            if remark.evidence != nil || remark.explanation != nil || remark.note != nil {
                remarks[RemarkKey(unit: unitPosition, metric: code)] = remark
            }
        }
    }

    // MARK: - Wide

    private mutating func readWide(_ table: inout Table, unit: Int?, into sink: inout FindingSink) {
        let known = Set(
            [ColumnNames.unit, ColumnNames.unitName, ColumnNames.note].compactMap(table.column(named:)))
        var cells: [WideColumn] = []
        for (position, heading) in table.headings.enumerated() where !known.contains(position) && !heading.isEmpty {
            if let cell = WideColumn(heading, at: position, columns: columns) {
                cells.append(cell)
            } else {
                let place = table.headingPlace(position)
                var details = ["found": heading]
                details["suggestion"] = Spelling.closest(to: heading, among: columns.keys.sorted())
                // A heading that looks like a code is a figure that would be lost; other columns are remarks.
                sink.report(
                    heading.first?.isNumber == true ? .unknownMetric : .unknownColumn, at: place, details)
            }
        }
        table.settleNumbers(in: cells.map(\.position))
        addTableFindings(of: table, unit: unit, into: &sink)
        let values = cells.filter { $0.part == .value }
        let counts = Dictionary(grouping: cells.filter { $0.part != .value }, by: \.metric)
        layouts.append(
            Layout(
                file: table.file,
                columns: Dictionary(
                    cells.map { ($0.metric, $0.position + 1) }, uniquingKeysWith: { first, _ in first }),
                rows: Array(repeating: 0, count: units.units.count)))
        guard let unit else { return }
        var positions: [Int?] = []
        positions.reserveCapacity(table.rowCount)
        let layout = layouts.count - 1
        for row in 0..<table.rowCount {
            var position = table.isBroken(row) ? nil : self.unit(at: row, unit, in: table, into: &sink)
            if let found = position {
                let first = layouts[layout].rows[found]
                if first == 0 {
                    layouts[layout].rows[found] = UInt32(truncatingIfNeeded: table.rowNumber(row))
                } else {
                    let place = Place(file: table.file, line: Int(first), column: unit + 1, isTable: true)
                    sink.report(
                        .duplicateUnit, at: table.place(row, unit), unit: units.units[found].code,
                        ["first": place.description])
                    position = nil
                }
            }
            positions.append(position)
        }
        readWideValues(values, of: table, units: positions, into: &sink)
        for (metric, parts) in counts.sorted(by: { $0.key < $1.key }) {
            var row = FigureRow(
                value: nil, numerator: parts.first { $0.part == .numerator }?.position,
                denominator: parts.first { $0.part == .denominator }?.position, status: nil)
            row.metric = metrics[metric]
            for index in 0..<table.rowCount {
                guard let unitPosition = positions[index] else { continue }
                row.unit = units.units[unitPosition].code
                guard let figure = row.read(index, of: table, into: &sink), figure != .notReported else { continue }
                set(
                    figure, unit: unitPosition, column: metric, row: index, at: parts[0].position, of: table,
                    into: &sink)
            }
        }
    }

    private mutating func readWideValues(
        _ cells: [WideColumn], of table: Table, units positions: [Int?], into sink: inout FindingSink
    ) {
        var metricOfColumn = [Int](repeating: 0, count: table.columnCount)
        for cell in cells { metricOfColumn[cell.position] = cell.metric }
        // The many plain numbers go straight in; the few other cells are read one by one.
        var others: [(row: Int, column: Int)] = []
        table.forEachNumber(inColumns: cells.map(\.position)) { row, column, reading in
            guard let unit = positions[row] else { return }
            let metric = metricOfColumn[column]
            if case .number(let value, let isPercent) = reading, checks[metric].passes(value, isPercent: isPercent),
                figures.setFirstValue(value, unit: unit, column: metric)
            {
                return
            }
            if reading != .blank {
                others.append((row, column))
            }
        }
        for (row, column) in others {
            guard let unit = positions[row] else { continue }
            var reader = FigureRow(value: column, numerator: nil, denominator: nil, status: nil)
            let metric = metricOfColumn[column]
            reader.unit = units.units[unit].code
            reader.metric = metrics[metric]
            if let figure = reader.read(row, of: table, into: &sink) {
                set(figure, unit: unit, column: metric, row: row, at: column, of: table, into: &sink)
            }
        }
    }

    // MARK: - Both

    /// The unit that a row is about; a finding when there is none.
    private func unit(at row: Int, _ column: Int, in table: Table, into sink: inout FindingSink) -> Int? {
        let code = table.text(row, column)
        if let position = units.position(of: code) { return position }
        if code.isEmpty {
            sink.report(.blankCell, at: table.place(row, column), ["key": table.headings[column]])
        } else {
            var details = ["found": code]
            details["suggestion"] = units.suggestion(for: code)
            sink.report(.unknownUnit, at: table.place(row, column), details)
        }
        return nil
    }

    /// Adds the table's own findings; one of a row that names its unit spoils that unit alone.
    private func addTableFindings(of table: Table, unit: Int?, into sink: inout FindingSink) {
        var unitsOfRows: [Int: String] = [:]
        if let unit {
            for row in table.brokenRows {
                let code = table.text(row, unit)
                if units.position(of: code) != nil { unitsOfRows[table.rowNumber(row)] = code }
            }
        }
        for finding in table.findings {
            sink.add([finding], unit: finding.place.line.flatMap { unitsOfRows[$0] })
        }
    }

    private mutating func set(
        _ figure: Figure, unit: Int, column: Int, row: Int, at placeColumn: Int, of table: Table,
        into sink: inout FindingSink
    ) {
        let cell = column * units.units.count + unit
        // A row may say that nothing is reported; a second row for the same figure is one too many all the same.
        let isSecond = layouts.contains { !$0.isWide && $0.figureRows[cell] > 0 }
        guard figures[unit, column] == .notReported, !isSecond else {
            sink.report(
                .duplicateFigure, at: table.place(row, placeColumn), unit: units.units[unit].code,
                ["metric": metrics[column].code, "first": place(unit: unit, metric: column)?.description ?? ""])
            return
        }
        let layout = layouts.count - 1
        if !layouts[layout].isWide {
            layouts[layout].figureRows[cell] = UInt32(
                truncatingIfNeeded: table.rowNumber(row))
        }
        figures[unit, column] = figure
    }
}

/// What a heading of a wide table stands for: `3.4.1`, or one of the two counts behind it, `3.4.1 tử số`.
private struct WideColumn {
    enum Part { case value, numerator, denominator }

    let position: Int
    let metric: Int
    let part: Part

    init?(_ heading: String, at position: Int, columns: [String: Int]) {
        self.position = position
        if let metric = columns[heading] {
            self.metric = metric
            part = .value
            return
        }
        guard let space = heading.firstIndex(where: { $0 == " " || $0 == "/" || $0 == ":" }),
            let metric = columns[String(heading[..<space])]
        else { return nil }
        let word = VietnameseText.folded(String(heading[space...]))
        self.metric = metric
        if ColumnNames.numerator.contains(where: { VietnameseText.folded($0) == word }) {
            part = .numerator
        } else if ColumnNames.denominator.contains(where: { VietnameseText.folded($0) == word }) {
            part = .denominator
        } else if ColumnNames.value.contains(where: { VietnameseText.folded($0) == word }) {
            part = .value
        } else {
            return nil
        }
    }
}

/// A metric's domain in machine integers, for the many cells that are right.
private struct QuickCheck {
    let least: Int64
    let greatest: Int64
    /// Zero when any number of decimals may be measured.
    let step: Int64
    let isPercent: Bool

    init(_ metric: Metric) {
        least = metric.minimum?.mantissa ?? .min
        greatest = metric.maximum?.mantissa ?? .max
        isPercent = metric.kind == .percent
        // Steps that count from somewhere else than zero are left to the complete check.
        let isStepped = metric.kind == .count || metric.kind == .yesNo || metric.kind == .points
        step = isStepped ? (least == 0 ? metric.step.mantissa : -1) : 0
    }

    @inline(__always)
    func passes(_ value: FixedDecimal, isPercent sign: Bool) -> Bool {
        value.mantissa >= least && value.mantissa <= greatest && (isPercent || !sign)
            && (step == 0 || (step > 0 && value.mantissa % step == 0))
    }
}
