extension Table {
    /// Gives access to the cells of all usable rows, row by row as a stream gives them: for readers that know streams.
    ///
    /// - Parameter body: Called with the text, ``RowBlocks/slack`` bytes beyond its end, its cells, and each row with the
    ///   number it has in a spreadsheet.
    package func withRecords(
        _ body: (UnsafeBufferPointer<UInt8>, CSVCells, [(record: CSVRecord, number: Int, isBroken: Bool)]) -> Void
    ) {
        var padded = bytes
        padded.append(contentsOf: repeatElement(0, count: RowBlocks.slack))
        let broken = Set(brokenRows)
        let records = rows.enumerated().map {
            (record: $1.record, number: Int($1.number), isBroken: broken.contains($0))
        }
        // In bounds: the records are those of the bytes, before what was added.
        padded.withUnsafeBufferPointer { body($0, cells, records) }
    }

    /// Whether a cell is a number however numbers are written in the table: one of a workbook.
    package func isPlainNumber(of record: CSVRecord, field: Int) -> Bool { isPlainNumber(record, field) }
}
