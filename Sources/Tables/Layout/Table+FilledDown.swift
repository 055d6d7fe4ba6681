internal import Values

extension Table {
    /// Lets a text of a column count for the rows below in which the column is blank, as the merged cells of a spreadsheet
    /// do; these are blank when the sheet is saved as text. Only where the table is plainly kept so: no text stands in two
    /// rows that follow each other, as it would in a table that repeats it in every row, and a third of the rows are
    /// blank, so that a cell that was forgotten is none.
    ///
    /// - Parameters:
    ///   - column: The column, such as that of the unit.
    ///   - isData: Whether a row is data but for this column; others are no part of a merged cell.
    ///   - isSource: Whether the text of a row may count below; that of a sum may not.
    package mutating func fillDown(
        _ column: Int, where isData: (Table, Int) -> Bool, isSource: (Table, Int) -> Bool
    ) {
        // In a table that repeats the text nothing is blank, which its first rows show.
        let sample = rows.indices.prefix(2_000)
        guard let blank = sample.first(where: { isBlank($0, column) && isData(self, $0) }) else { return }
        var sources: [UInt32] = Array(rows.indices.lazy.map { UInt32(truncatingIfNeeded: $0) })
        var (source, previous): (Int?, String?) = (nil, nil)
        var (filled, all) = (0, 0)
        for row in rows.indices where !isBroken(row) {
            if isBlank(row, column) {
                previous = nil
                guard let source, isData(self, row) else { continue }
                sources[row] = UInt32(truncatingIfNeeded: source)
                (filled, all) = (filled + 1, all + 1)
            } else {
                let (text, isData) = (text(row, column), isData(self, row))
                if isData, text == previous { return }
                previous = isData ? text : nil
                if isData { all += 1 }
                source = isSource(self, row) ? row : nil
            }
        }
        guard filled > 0, filled * 3 >= all else { return }
        filledColumns[column] = sources
        collector.report(
            TableFinding.filledDown, at: location(blank, column),
            [.key: .text(Excerpt.of(headings[column])), .count: .count(filled)])
    }

    /// Whether texts of a column count for blank cells below them.
    package func isFilledDown(_ column: Int) -> Bool { filledColumns[column] != nil }

    /// The text of a cell itself, where another counts for it, too.
    package func ownText(_ row: Int, _ column: Int) -> String {
        let record = rows[row].record
        guard column < Int(record.cellCount) else { return "" }
        // In bounds: ranges of cells are of these bytes.
        return bytes.withUnsafeBufferPointer { CellText.text(of: cells.rawRange(of: record, cell: column), in: $0) }
    }

    /// The cells of a row, which may be more than the columns.
    package func cellCount(_ row: Int) -> Int { Int(rows[row].record.cellCount) }
}
