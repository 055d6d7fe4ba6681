import Scoring
import Tables
import Values

extension FigureReader {
    /// The columns headed by units, as in tables with a row a criterion and a column a unit, or two for its counts.
    func unitsOfColumns(in table: Table) -> [Int: FigureColumns] {
        var found: [Int: FigureColumns] = [:]
        for column in table.headings.indices where !table.headings[column].isEmpty {
            let names = table.names(ofColumn: column)
            let titles = names + [table.group(ofColumn: column)].compactMap { $0 }
            guard let unit = titles.lazy.compactMap({ units.position(named: $0) }).first else { continue }
            var columns = found[unit] ?? FigureColumns()
            func isOne(of words: [String]) -> Bool {
                names.contains { name in words.contains { VietnameseText.folded($0) == VietnameseText.folded(name) } }
            }
            // The second column of a kind is left unread, which is said.
            if isOne(of: ColumnNames.numerator) {
                columns.numerator = columns.numerator ?? column
            } else if isOne(of: ColumnNames.denominator) {
                columns.denominator = columns.denominator ?? column
            } else if isOne(of: ColumnNames.ratio) {
                columns.ratio = columns.ratio ?? column
            } else {
                columns.value = columns.value ?? column
            }
            found[unit] = columns
        }
        return found
    }

    /// Reads a table with one row per figure and one column per unit.
    mutating func readAcross(
        _ table: inout Table, metric: Int, units columnsByUnit: [Int: FigureColumns], into sink: FindingSink
    ) {
        table.allowColumns(ColumnNames.metric + ColumnNames.metricName + ColumnNames.note)
        let numbers = columnsByUnit.values.flatMap { $0.numbers }.sorted()
        for column in table.unknownColumns where !numbers.contains(column) {
            sink.report(
                AssessmentFinding.unknownColumn, at: table.headingLocation(column),
                [.found: .text(table.headings[column])])
        }
        table.settleNumbers(in: numbers)
        sink.add(findingsOf: table, unit: nil) { _ in false }
        layouts.append(
            Layout(
                table: table, isWide: false, columnsByUnit: columnsByUnit, metricColumn: metric,
                rows: Array(repeating: 0, count: metrics.count * units.units.count)))
        let codes = metrics.map({ $0.code })
        let read = columnsByUnit.sorted { $0.key < $1.key }
        var others = OfficeRows()
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            let word = table.text(row.index, metric)
            if columns[word] == nil {
                if nodes.contains(word), numbers.allSatisfy(row.isBlank) {
                    others.passOver(row.index, as: .section)
                    continue
                }
                if others.passOver(row.index, of: table, figures: numbers + [metric]) { continue }
            }
            guard let column = row.code(metric, among: columns, suggesting: codes, orElse: .unknownMetric) else {
                continue
            }
            for (unit, cells) in read {
                row.subject.unit = units.units[unit].code
                guard let figure = row.figure(cells, of: metrics[column]) else { continue }
                // A blank cell may be filled by another table.
                if figure == .notReported, cells.all.allSatisfy(row.isBlank) { continue }
                set(figure, unit: unit, column: column, in: row, at: cells.numbers.min() ?? metric)
            }
            row.subject.unit = nil
        }
        others.report(for: table, into: sink)
    }
}
