internal import Values

extension Table {
    /// Lets a text of a column count for the rows below in which the column is blank, as the merged cells of a spreadsheet
    /// do; these are blank when the sheet is saved as text. Only where the table is plainly kept so: no text stands in two
    /// rows that follow each other, as it would in a table that repeats it in every row.
    ///
    /// - Parameters:
    ///   - column: The column, such as that of the unit.
    ///   - partner: What a row must have to be data; rows without it are no part of a merged cell.
    ///   - isKnown: Whether a text is one that may count below; a sum is not.
    package mutating func fillDown(_ column: Int, where partner: Int, isKnown: (String) -> Bool) {
        // In a table that repeats the text nothing is blank, which its first rows show.
        let sample = rows.indices.prefix(2_000)
        guard let blank = sample.first(where: { isBlank($0, column) && !isBlank($0, partner) }) else { return }
        var sources: [UInt32] = Array(rows.indices.lazy.map { UInt32(truncatingIfNeeded: $0) })
        var (source, previous): (Int?, String?) = (nil, nil)
        var filled = 0
        for row in rows.indices where !isBroken(row) {
            if isBlank(row, column) {
                previous = nil
                guard let source, !isBlank(row, partner) else { continue }
                sources[row] = UInt32(truncatingIfNeeded: source)
                filled += 1
            } else {
                let text = text(row, column)
                if !isBlank(row, partner), text == previous { return }
                previous = isBlank(row, partner) ? nil : text
                source = isKnown(text) ? row : nil
            }
        }
        guard filled > 0 else { return }
        filledColumns[column] = sources
        collector.report(
            TableFinding.filledDown, at: location(blank, column),
            [.key: .text(Excerpt.of(headings[column])), .count: .count(filled)])
    }

    /// Whether texts of a column count for blank cells below them.
    package func isFilledDown(_ column: Int) -> Bool { filledColumns[column] != nil }

    /// The text of a cell itself, where another counts for it, too.
    func ownText(_ row: Int, _ column: Int) -> String {
        let record = rows[row].record
        guard column < Int(record.cellCount) else { return "" }
        return bytes.withUnsafeBufferPointer { CellText.text(of: cells.rawRange(of: record, cell: column), in: $0) }
    }

    /// The cells of a row, which may be more than the columns.
    func cellCount(_ row: Int) -> Int { Int(rows[row].record.cellCount) }
}
