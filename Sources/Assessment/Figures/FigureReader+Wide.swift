import Scoring
import Tables
import Values

extension FigureReader {
    /// Reads a table with one row per unit and one column per metric.
    mutating func readWide(_ table: inout Table, unit: Int?, into sink: FindingSink) {
        let known = Set(
            [ColumnNames.unit, ColumnNames.note, ColumnNames.asOf, ColumnNames.ordinal].compactMap(table.column(named:))
        )
        let allowed = Set(table.headings.indices).subtracting(table.unknownColumns)
        var cells: [WideColumn] = []
        for (position, heading) in table.headings.enumerated() where !known.contains(position) && !heading.isEmpty {
            if let cell = WideColumn(of: table, at: position, columns: columns) {
                cells.append(cell)
            } else if !allowed.contains(position) {
                // A heading that looks like a code is a figure that would be lost; other columns are remarks.
                let named = WideColumn.metric(namedIn: heading, columns: columns)
                // Beside figures, some forms have the points that they give.
                let isPoints = table.names(ofColumn: position).contains {
                    WideColumn.pointNames.contains(VietnameseText.folded($0))
                }
                let code: AssessmentFinding =
                    !isPoints && (named != nil || heading.first?.isNumber == true) ? .unknownMetric : .unknownColumn
                let codes = metrics.map { $0.code }
                let history = named == nil ? TextHistory(ofCode: heading, among: codes) : nil
                let isLostCode = history?.original.map { columns[$0] != nil } ?? false
                sink.report(
                    isLostCode ? .unknownMetric : code, at: table.headingLocation(position),
                    [.found: .text(heading)].with(history),
                    suggestion: named ?? history?.original ?? Spelling.closest(to: heading, among: codes))
            }
        }
        reportSameMeaning(cells, in: table, into: sink)
        table.settleNumbers(in: cells.map({ $0.position }))
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        let counted = Set(cells.filter { $0.part == .numerator || $0.part == .denominator }.map { $0.metric })
        // A percentage beside counts is only compared with them.
        func isValue(_ cell: WideColumn) -> Bool {
            cell.part == .value || cell.part == .ratio && !counted.contains(cell.metric)
        }
        let values = cells.filter(isValue)
        let counts = Dictionary(grouping: cells.filter { !isValue($0) }, by: { $0.metric }).mapValues { parts in
            FigureColumns(
                numerator: parts.first { $0.part == .numerator }?.position,
                denominator: parts.first { $0.part == .denominator }?.position,
                ratio: parts.first { $0.part == .ratio }?.position)
        }
        layouts.append(
            Layout(
                table: table, isWide: true,
                columnsByMetric: Dictionary(grouping: cells, by: { $0.metric }).mapValues { $0.map { $0.position } },
                countsByMetric: counts,
                rows: Array(repeating: 0, count: units.units.count)))
        guard let unit else { return }
        let row = TableRow<AssessmentFinding>(table, into: sink)
        let added = counts.values.flatMap { [$0.numerator, $0.denominator].compactMap { $0 } }
        let single = values.filter { metrics[$0.metric].kind == .count && metrics[$0.metric].ratio == nil }
        let positions = unitsOfRows(
            row, unit: unit, figures: cells.map({ $0.position }), summed: (added + single.map { $0.position }).sorted(),
            into: sink)
        readWideValues(values, of: row, units: positions)
        for (metric, columns) in counts.sorted(by: { $0.key < $1.key }) {
            for index in 0..<table.rowCount {
                guard let position = positions[index] else { continue }
                row.move(to: index)
                row.subject.unit = units.units[position].code
                guard let figure = row.figure(columns, of: metrics[metric]), figure != .notReported else { continue }
                set(figure, unit: position, column: metric, in: row, at: columns.numbers.min() ?? 0)
            }
        }
    }

    /// The unit of each row; nil for unusable rows, and for the second row of a unit. Sums in some columns are held against
    /// the rows.
    private mutating func unitsOfRows(
        _ row: TableRow<AssessmentFinding>, unit: Int, figures: [Int], summed: [Int], into sink: FindingSink
    ) -> [Int?] {
        var positions: [Int?] = Array(repeating: nil, count: row.table.rowCount)
        let layout = layouts.count - 1
        row.sparesOthers = true
        defer { row.sparesOthers = false }
        var strays: [Set<Int>?] = []
        var (others, sums) = (OfficeRows(), SumRows())
        defer {
            others.report(for: row.table, into: sink)
            sums.check(others, of: row.table, columns: summed, among: units, into: sink)
        }
        while row.next() {
            let found: Int
            switch row.unit(unit, in: units, passingOver: &others, figures: figures) {
            case .passedOver: continue
            case .unknown:
                sums.isIncomplete = true
                strays.append(units.positions(sharing: row.table.text(row.index, unit)))
                continue
            case .one(let position): found = position
            }
            let first = Int(layouts[layout].rows[found])
            if first == 0 {
                layouts[layout].rows[found] = UInt32(truncatingIfNeeded: row.index + 1)
                positions[row.index] = found
                sums.add(row.index, unit: found)
            } else {
                sums.isIncomplete = true
                row.report(.duplicateUnit, at: unit, [.first: .location(row.table.location(first - 1, unit))])
            }
        }
        // A second row of a unit would be an error of its own: only units without a row can be meant.
        for stray in strays {
            strayUnits.formUnion(
                units.units.indices.filter { layouts[layout].rows[$0] == 0 && stray?.contains($0) ?? true })
        }
        return positions
    }

    private mutating func readWideValues(
        _ cells: [WideColumn], of row: TableRow<AssessmentFinding>, units positions: [Int?]
    ) {
        let table = row.table
        // The many plain numbers are written directly; the few other cells are read one by one, and so are all when
        // another table may have a row for the same figure that says why there is none.
        let isPlain = statedAsMissing.isEmpty && !layouts.contains { !$0.isWide }
        let (columns, unitCount) = (cells.map { $0.position }, units.units.count)
        let targets = cells.map { (check: checks[$0.metric], start: $0.metric * unitCount) }
        let (isValue, isMissing) = (FigureTable.State.value, FigureTable.State.notReported)
        let others = figures.withCells { values, states in
            // Each row is a different unit, so no two parts write the same cell.
            nonisolated(unsafe) let (values, states) = (values, states)
            return Parallel.map(table.rowCount, minimum: 1_000) { part in
                var others: [(row: Int, cell: WideColumn)] = []
                table.forEachRowOfNumbers(inRows: part, columns: columns) { row, readings in
                    guard let unit = positions[row] else { return }
                    for (place, reading) in readings.enumerated() {
                        let (check, start) = targets[place]
                        if isPlain, case .number(let value, let isPercent) = reading,
                            check.passes(value, isPercent: isPercent),
                            states[start + unit] == isMissing
                        {
                            states[start + unit] = isValue
                            values[start + unit] = value.mantissa
                        } else if reading != .blank {
                            others.append((row, cells[place]))
                        }
                    }
                }
                return others
            }
        }
        for (index, cell) in others.joined() {
            guard let unit = positions[index] else { continue }
            row.move(to: index)
            row.subject.unit = units.units[unit].code
            if let figure = row.figure(FigureColumns(value: cell.position), of: metrics[cell.metric]) {
                set(figure, unit: unit, column: cell.metric, in: row, at: cell.position)
            }
        }
    }

    /// Reports two columns for one value, or for one of its counts: only one of them would be read.
    private func reportSameMeaning(_ cells: [WideColumn], in table: Table, into sink: FindingSink) {
        for (index, cell) in cells.enumerated() {
            guard let first = cells[..<index].first(where: { $0.metric == cell.metric && $0.part == cell.part }) else {
                continue
            }
            let details: FindingDetails = [
                .found: .text(table.headings[cell.position]), .other: .text(table.headings[first.position]),
                .first: .location(table.headingLocation(first.position)),
            ]
            let lost = TextHistory(lostZeroOf: metrics[cell.metric].code, among: metrics.map({ $0.code }))
            sink.report(
                TableFinding.sameMeaning, at: table.headingLocation(cell.position), details.with(lost),
                suggestion: lost?.original)
        }
    }
}

/// What a heading of a wide table stands for: `3.4.1`, or one of its two counts, `3.4.1 tử số`.
struct WideColumn {
    enum Part { case value, numerator, denominator, ratio }

    let position: Int
    let metric: Int
    let part: Part

    /// - Parameter columns: The metrics by their codes.
    init?(of table: Table, at position: Int, columns: [String: Int]) {
        for name in table.names(ofColumn: position) {
            guard let found = WideColumn(name, at: position, columns: columns) else { continue }
            self = found
            return
        }
        return nil
    }

    private init?(_ heading: String, at position: Int, columns: [String: Int]) {
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
        let names: [(Part, [String])] = [
            (.numerator, ColumnNames.numerator), (.denominator, ColumnNames.denominator), (.value, ColumnNames.value),
            (.ratio, ColumnNames.ratio),
        ]
        let found = names.first { $0.1.contains { VietnameseText.folded($0) == word } }
        guard let found else { return nil }
        part = found.0
    }

    /// What the column with the points of a figure is called.
    static let pointNames = Set(
        (ColumnNames.points + ["điểm tối đa", "điểm tự chấm", "điểm tự đánh giá", "điểm thẩm định"]).map {
            VietnameseText.folded($0)
        })

    /// The metric whose code occurs in a heading that is not a code itself: `Tỷ lệ 3.4.1 (%)`.
    static func metric(namedIn heading: String, columns: [String: Int]) -> String? {
        heading.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") }.map(String.init)
            .first { columns[$0] != nil }
    }
}
