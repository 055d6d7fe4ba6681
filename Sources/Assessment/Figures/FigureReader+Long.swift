import Scoring
import Tables
import Values

extension FigureReader {
    /// Reads a table with one row per figure.
    mutating func readLong(_ table: inout Table, unit owner: UnitOfRows?, metric: Int, into sink: FindingSink) {
        let unit = owner?.column
        let columns = FigureColumns(
            value: table.optionalColumn(ColumnNames.value), numerator: table.optionalColumn(ColumnNames.numerator),
            denominator: table.optionalColumn(ColumnNames.denominator),
            ratio: table.optionalColumn(ColumnNames.ratio), status: table.optionalColumn(ColumnNames.status))
        let evidence = table.optionalColumn(ColumnNames.evidence)
        let explanation = table.optionalColumn(ColumnNames.explanation)
        let note = table.optionalColumn(ColumnNames.note)
        table.allowColumns(ColumnNames.metric + ColumnNames.metricName)
        _ = table.optionalColumn(ColumnNames.asOf)
        for heading in ColumnNames.forPeople { _ = table.optionalColumn(heading) }
        let main = columns.value ?? columns.numerator ?? columns.ratio
        if main == nil { _ = table.requiredColumn(ColumnNames.value) }
        let unread = table.unknownColumns
        let strangers = unread.filter { WideColumn(of: table, at: $0, columns: self.columns) != nil }
        table.reportUnknownColumns()
        table.settleNumbers(in: columns.numbers)
        if let unit {
            table.fillDown(unit: unit, subject: metric, figures: columns.all, among: units) { self.columns[$0] != nil }
        }
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        for column in strangers {
            sink.report(
                AssessmentFinding.metricColumnInLongTable, at: table.headingLocation(column),
                [.found: .text(table.headings[column])])
        }
        layouts.append(
            Layout(
                table: table, isWide: false, columns: columns.all, metricColumn: metric, counts: columns,
                rows: Array(repeating: 0, count: metrics.count * units.units.count)))
        if evidence != nil { hasEvidenceColumn = true }
        guard let owner, let main else { return }
        let names = metrics.map { $0.code }
        let figureColumns = columns.all
        var (others, sums, summed) = (OfficeRows(), SumRows(), Set<Int>())
        let row = TableRow<AssessmentFinding>(table, into: sink)
        row.sparesOthers = true
        var before: (row: Int, unit: Int)?
        while row.next() {
            switch findUnit() {
            case .passedOver: continue
            case .unknown:
                sums.isIncomplete = true
                strays.append(
                    Stray(
                        metric: self.columns[table.text(row.index, metric)],
                        units: unit.flatMap { units.positions(sharing: table.text(row.index, $0)) }))
                continue
            case .one(let position):
                if isHeadOfRows(row, figureColumns, metric: metric, unit: unit) {
                    others.passOver(row.index, as: .section)
                    continue
                }
                sums.add(row.index, unit: position)
                readFigure(of: position)
                before = (row.index, position)
            }
        }
        others.report(for: table, into: sink)
        // Figures of several metrics are no sum of anything.
        if summed.count == 1, let column = summed.first {
            let counts = [columns.numerator, columns.denominator].compactMap { $0 }
            let value = metrics[column].kind == .count && metrics[column].ratio == nil ? columns.value : nil
            sums.check(
                others, of: table, columns: counts + [value].compactMap { $0 }, among: units, into: sink)
        }

        func findUnit() -> RowUnit {
            // The rows of a unit mostly follow each other.
            if let unit, let before, table.isSame(row.index, as: before.row, unit) {
                row.subject.unit = units.units[before.unit].code
                return .one(before.unit)
            }
            return row.unit(
                owner, in: units, passingOver: &others, figures: figureColumns, subject: metric,
                isKnown: { self.columns[$0] != nil || nodes.contains($0) })
        }

        func readFigure(of position: Int) {
            guard let column = row.code(metric, among: self.columns, suggesting: names, orElse: .unknownMetric) else {
                return
            }
            // Whether there are several is all that matters.
            if summed.count < 2 { summed.insert(column) }
            row.subject.metric = metrics[column].code
            let remark = Remark(
                evidence: row.text(evidence), explanation: row.text(explanation), note: row.text(note))
            if let lost = lostColumn(in: row, columns, unread: unread) {
                row.report(
                    .figureInUnknownColumn, at: lost,
                    [.found: .text(table.text(row.index, lost)), .key: .text(table.headings[lost])])
            } else if let figure = row.figure(columns, of: metrics[column]), row.isSound {
                set(figure, unit: position, column: column, in: row, at: main)
            }
            remember(remark, unit: position, column: column)
        }
    }

    /// Whether a row with nothing about a figure says what the rows below it are about: a unit, or a criterion with parts.
    private func isHeadOfRows(
        _ row: TableRow<AssessmentFinding>, _ figures: [Int], metric: Int, unit: Int?
    ) -> Bool {
        guard figures.allSatisfy(row.isBlank) else { return false }
        if row.isBlank(metric) { return unit.map(row.table.isFilledDown) ?? false }
        let code = row.table.text(row.index, metric)
        return self.columns[code] == nil && nodes.contains(code)
    }

    /// The unread column that holds what a column with another heading should have held, in a row that reports nothing
    /// else: a number where the table has no value column, a status where it has no status column.
    private func lostColumn(
        in row: TableRow<AssessmentFinding>, _ columns: FigureColumns, unread: [Int]
    ) -> Int? {
        guard !unread.isEmpty, columns.value == nil || columns.status == nil, columns.all.allSatisfy(row.isBlank)
        else { return nil }
        return unread.first { column in
            let word = row.table.text(row.index, column)
            if columns.status == nil, FigureStatus(word: word) != nil || FigureWord.isAmbiguous(word) { return true }
            guard columns.value == nil else { return false }
            if case .number = row.table.number(row.index, column) { return true }
            return FigureWord.isAnswer(word)
        }
    }
}
