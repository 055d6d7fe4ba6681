import Scoring
import Tables
import Values

extension FigureReader {
    /// Reads a table with a row a figure.
    mutating func readLong(_ table: inout Table, unit: Int?, metric: Int, into sink: inout FindingSink) {
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
                .metricColumnInLongTable, at: table.headingPlace(column), [.found: .text(table.headings[column])])
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
                sink.report(
                    .blankCell, at: table.place(index, metric), unit: unitCode, [.key: .text(table.headings[metric])])
                continue
            }
            guard let column = columns[code] else {
                var details: FindingDetails = [.found: .text(code)]
                details[.suggestion] = (Spelling.closest(to: code, among: columns.keys.sorted())).map { .text($0) }
                sink.report(.unknownMetric, at: table.place(index, metric), unit: unitCode, details)
                continue
            }
            row.unit = unitCode
            row.metric = metrics[column]
            if let lost = lostFigure(index, of: table, unread: unread, row: row) {
                sink.report(
                    .figureInUnknownColumn, at: table.place(index, lost), unit: unitCode,
                    [.metric: .text(code), .found: .text(table.text(index, lost)), .key: .text(table.headings[lost])])
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
    func lostFigure(_ index: Int, of table: Table, unread: [Int], row: FigureRow) -> Int? {
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
}
