import Scoring
import Tables
import Values

extension FigureReader {
    /// Reads a table with a row a unit and a column a metric.
    mutating func readWide(_ table: inout Table, unit: Int?, into sink: inout FindingSink) {
        let known = Set(
            [ColumnNames.unit, ColumnNames.unitName, ColumnNames.note, ColumnNames.ordinal]
                .compactMap(table.column(named:)))
        var cells: [WideColumn] = []
        for (position, heading) in table.headings.enumerated() where !known.contains(position) && !heading.isEmpty {
            if let cell = WideColumn(heading, at: position, columns: columns) {
                cells.append(cell)
            } else {
                let place = table.headingPlace(position)
                var details: FindingDetails = [.found: .text(heading)]
                // A heading that looks like a code is a figure that would be lost; other columns are remarks.
                let named = WideColumn.metric(namedIn: heading, columns: columns)
                details[.suggestion] = (named ?? Spelling.closest(to: heading, among: columns.keys.sorted())).map {
                    .text($0)
                }
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
                        [.first: .place(table.place(Int(first) - 1, unit))])
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

    mutating func readWideValues(
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
    func reportSameMeaning(_ cells: [WideColumn], in table: Table, into sink: inout FindingSink) {
        for (index, cell) in cells.enumerated() {
            guard let first = cells[..<index].first(where: { $0.metric == cell.metric && $0.part == cell.part }) else {
                continue
            }
            let details: FindingDetails = [
                .found: .text(table.headings[cell.position]), .other: .text(table.headings[first.position]),
                .first: .place(table.headingPlace(first.position)),
            ]
            sink.add([Finding(TableFinding.sameMeaning, at: table.headingPlace(cell.position), details)])
        }
    }
}

/// What a heading of a wide table stands for: `3.4.1`, or one of the two counts behind it, `3.4.1 tử số`.
struct WideColumn {
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
