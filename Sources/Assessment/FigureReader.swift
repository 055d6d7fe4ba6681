import Scoring
import Tables
import Values

/// Reads the tables of figures of an assessment, long (a row a figure) and wide (a row a unit, a column a metric).
struct FigureReader: Sendable {
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

    /// Cells of wide tables that say in words that nothing is reported, by metric and unit as figures are kept.
    private var statedAsMissing: Set<Int> = []

    /// How the figures of a table lead back to its cells.
    private struct Layout {
        let table: Table
        let isWide: Bool
        /// In a wide table, the columns by metric: the value, or the two counts.
        var columnsByMetric: [Int: [Int]] = [:]
        /// In a long table, the columns in which a figure may stand, and the metric's.
        var columns: [Int] = []
        var metricColumn = 0
        /// In a wide table, the row by unit, in a long one by metric and unit as figures are kept, from 1; 0 where the
        /// table has none.
        var rows: [UInt32]

        func place(metric: Int, unit: Int, cell: Int) -> Place? {
            let row = Int(rows[isWide ? unit : cell]) - 1
            guard row >= 0 else { return nil }
            let columns = isWide ? columnsByMetric[metric] ?? [] : columns
            guard let column = columns.first(where: { !table.isBlank(row, $0) }) ?? (isWide ? nil : metricColumn) else {
                return nil
            }
            return table.place(row, column)
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
        _ = table.optionalColumn(ColumnNames.ordinal)
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
        let unread = table.unknownColumns
        let strangers = unread.filter { WideColumn(table.headings[$0], at: $0, columns: columns) != nil }
        table.reportUnknownColumns()
        table.settleNumbers(in: [value, numerator, denominator].compactMap { $0 })
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        for column in strangers {
            sink.report(
                .metricColumnInLongTable, at: table.headingPlace(column), ["found": table.headings[column]])
        }
        layouts.append(
            Layout(
                table: table, isWide: false, columns: [value, numerator, denominator, status].compactMap { $0 },
                metricColumn: metric, rows: Array(repeating: 0, count: metrics.count * units.units.count)))
        if evidence != nil { hasEvidenceColumn = true }
        guard let unit, value != nil || numerator != nil else { return }
        var row = FigureRow(value: value, numerator: numerator, denominator: denominator, status: status)
        for index in table.usableRows {
            guard let unitPosition = self.unit(at: index, unit, in: table, into: &sink) else { continue }
            let code = table.text(index, metric)
            let unitCode = units.units[unitPosition].code
            guard !code.isEmpty else {
                sink.report(.blankCell, at: table.place(index, metric), unit: unitCode, ["key": table.headings[metric]])
                continue
            }
            guard let column = columns[code] else {
                var details = ["found": code]
                details["suggestion"] = Spelling.closest(to: code, among: columns.keys.sorted())
                sink.report(.unknownMetric, at: table.place(index, metric), unit: unitCode, details)
                continue
            }
            row.unit = unitCode
            row.metric = metrics[column]
            if let lost = lostFigure(index, of: table, unread: unread, row: row) {
                sink.report(
                    .figureInUnknownColumn, at: table.place(index, lost), unit: unitCode,
                    ["metric": code, "found": table.text(index, lost), "key": table.headings[lost]])
            } else if let figure = row.read(index, of: table, into: &sink) {
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

    /// The column that nobody reads and that holds what a column with another heading would have said, in a row that
    /// says nothing else: a number where the table has no values, a status where it has no statuses.
    private func lostFigure(_ index: Int, of table: Table, unread: [Int], row: FigureRow) -> Int? {
        guard !unread.isEmpty, row.value == nil || row.status == nil,
            [row.value, row.numerator, row.denominator, row.status].allSatisfy({
                $0.map { table.isBlank(index, $0) } ?? true
            })
        else { return nil }
        return unread.first { column in
            let word = table.text(index, column)
            if row.status == nil, FigureWord.status(word) != nil { return true }
            guard row.value == nil else { return false }
            if case .number = table.number(index, column) { return true }
            return FigureWord.isAnswer(word)
        }
    }

    // MARK: - Wide

    private mutating func readWide(_ table: inout Table, unit: Int?, into sink: inout FindingSink) {
        let known = Set(
            [ColumnNames.unit, ColumnNames.unitName, ColumnNames.note, ColumnNames.ordinal]
                .compactMap(table.column(named:)))
        var cells: [WideColumn] = []
        for (position, heading) in table.headings.enumerated() where !known.contains(position) && !heading.isEmpty {
            if let cell = WideColumn(heading, at: position, columns: columns) {
                cells.append(cell)
            } else {
                let place = table.headingPlace(position)
                var details = ["found": heading]
                // A heading that looks like a code is a figure that would be lost; other columns are remarks.
                let named = WideColumn.metric(namedIn: heading, columns: columns)
                details["suggestion"] = named ?? Spelling.closest(to: heading, among: columns.keys.sorted())
                sink.report(
                    named != nil || heading.first?.isNumber == true ? .unknownMetric : .unknownColumn, at: place,
                    details)
            }
        }
        reportSameMeaning(cells, in: table, into: &sink)
        table.settleNumbers(in: cells.map(\.position))
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        let values = cells.filter { $0.part == .value }
        let counts = Dictionary(grouping: cells.filter { $0.part != .value }, by: \.metric)
        layouts.append(
            Layout(
                table: table, isWide: true,
                columnsByMetric: Dictionary(grouping: cells, by: \.metric).mapValues { $0.map(\.position) },
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
                    layouts[layout].rows[found] = UInt32(truncatingIfNeeded: row + 1)
                } else {
                    sink.report(
                        .duplicateUnit, at: table.place(row, unit), unit: units.units[found].code,
                        ["first": table.place(Int(first) - 1, unit).description])
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
        var metricByColumn = [Int](repeating: 0, count: table.columnCount)
        for cell in cells { metricByColumn[cell.position] = cell.metric }
        // The many plain numbers go straight in; the few other cells are read one by one, and so are all when another
        // table may have a row for the same figure that says why there is none.
        let isPlain = statedAsMissing.isEmpty && !layouts.contains { !$0.isWide }
        let (columns, metricOf, checks, unitCount) = (cells.map(\.position), metricByColumn, checks, units.units.count)
        let others = figures.withCells { values, states in
            // Each row is a unit of its own, so no two parts write the same cell.
            nonisolated(unsafe) let (values, states) = (values, states)
            return Parallel.map(table.rowCount, minimum: 1_000) { part in
                var others: [(row: Int, column: Int)] = []
                table.forEachNumber(inRows: part, columns: columns) { row, column, reading in
                    guard let unit = positions[row] else { return }
                    let metric = metricOf[column]
                    let cell = metric * unitCount + unit
                    if isPlain, case .number(let value, let isPercent) = reading,
                        checks[metric].passes(value, isPercent: isPercent),
                        states[cell] == FigureTable.State.notReported
                    {
                        states[cell] = FigureTable.State.value
                        values[cell] = value.mantissa
                    } else if reading != .blank {
                        others.append((row, column))
                    }
                }
                return others
            }
        }
        for (row, column) in others.joined() {
            guard let unit = positions[row] else { continue }
            var reader = FigureRow(value: column, numerator: nil, denominator: nil, status: nil)
            let metric = metricOf[column]
            reader.unit = units.units[unit].code
            reader.metric = metrics[metric]
            if let figure = reader.read(row, of: table, into: &sink) {
                set(figure, unit: unit, column: metric, row: row, at: column, of: table, into: &sink)
            }
        }
    }

    /// Two columns for one value, or for one of its counts: only one of them would be read.
    private func reportSameMeaning(_ cells: [WideColumn], in table: Table, into sink: inout FindingSink) {
        for (index, cell) in cells.enumerated() {
            guard let first = cells[..<index].first(where: { $0.metric == cell.metric && $0.part == cell.part }) else {
                continue
            }
            let details = [
                "found": table.headings[cell.position], "other": table.headings[first.position],
                "column": String(first.position + 1),
            ]
            sink.add([Finding(TableFinding.sameMeaning, at: table.headingPlace(cell.position), details: details)])
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

    private mutating func set(
        _ figure: Figure, unit: Int, column: Int, row: Int, at placeColumn: Int, of table: Table,
        into sink: inout FindingSink
    ) {
        let cell = column * units.units.count + unit
        // A row may say that nothing is reported; a second row for the same figure is one too many all the same.
        let isSecond = statedAsMissing.contains(cell) || layouts.contains { !$0.isWide && $0.rows[cell] > 0 }
        guard figures[unit, column] == .notReported, !isSecond else {
            sink.report(
                .duplicateFigure, at: table.place(row, placeColumn), unit: units.units[unit].code,
                ["metric": metrics[column].code, "first": place(unit: unit, metric: column)?.description ?? ""])
            return
        }
        let layout = layouts.count - 1
        if !layouts[layout].isWide {
            layouts[layout].rows[cell] = UInt32(truncatingIfNeeded: row + 1)
        } else if figure == .notReported {
            statedAsMissing.insert(cell)
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

    /// The metric whose code stands somewhere in a heading that is no code: `Tỷ lệ 3.4.1 (%)`.
    static func metric(namedIn heading: String, columns: [String: Int]) -> String? {
        heading.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }.map(String.init)
            .first { columns[$0] != nil }
    }
}

/// A metric's domain in machine integers, for the many cells that are right.
private struct QuickCheck {
    let least: Int64
    let greatest: Int64
    /// Zero when any number of decimals may be measured.
    let step: Int64
    let isPercent: Bool
    /// Percentages that may be shares.
    let suspicious: Range<Int64>

    init(_ metric: Metric) {
        suspicious = metric.kind == .percent ? 1..<FixedDecimal.scale : 0..<0
        least = metric.minimum?.mantissa ?? .min
        greatest = metric.maximum?.mantissa ?? .max
        isPercent = metric.kind == .percent
        // Steps that count from somewhere else than zero are left to the complete check.
        let isStepped =
            metric.kind == .count || metric.kind == .yesNo || metric.kind == .points
            || metric.kind == .task
        step = isStepped ? (least == 0 ? metric.step.mantissa : -1) : 0
    }

    @inline(__always)
    func passes(_ value: FixedDecimal, isPercent sign: Bool) -> Bool {
        value.mantissa >= least && value.mantissa <= greatest && (isPercent || !sign)
            && (sign || !suspicious.contains(value.mantissa))
            && (step == 0 || (step > 0 && value.mantissa % step == 0))
    }
}
