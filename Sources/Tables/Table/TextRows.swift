package import Values

/// The cells of a text as they stand, before anything is known of a heading.
package enum TextRows {
    /// The rows of a CSV text that have content, with the numbers that spreadsheets give them.
    ///
    /// - Throws: ``FindingsError`` where the bytes are no UTF-8 text (`file.…`), or a quote is never closed
    ///   (`table.unclosedQuote`).
    ///
    /// Complexity: O(bytes).
    package static func read(
        file: String, bytes: [UInt8], delimiter: TableDelimiter
    ) throws(FindingsError) -> [(row: Int, cells: [String])] {
        let start = try TextEncoding.check(bytes, file: file)
        // In bounds: records, cells and faults are of these bytes.
        return try bytes.withUnsafeBufferPointer { buffer throws(FindingsError) in
            let cells = CSVCells(buffer, delimiter: delimiter.byte, start: start)
            if let fault = cells.faults.first(where: { $0.kind == .unclosedQuote }) {
                throw FindingsError(
                    TableFinding.unclosedQuote,
                    at: Location(file: file, line: fault.record + 1, column: fault.cell + 1, isTable: true),
                    [.found: .text(Excerpt.of(buffer[fault.offset...].prefix(Excerpt.limit)))])
            }
            return cells.records.enumerated().compactMap { index, record in
                if cells.isBlank(record, in: buffer, delimiter: delimiter.byte) { return nil }
                return (
                    index + 1,
                    (0..<Int(record.cellCount)).map { cell in
                        CellText.text(of: cells.rawRange(of: record, cell: cell), in: buffer)
                    }
                )
            }
        }
    }
}
