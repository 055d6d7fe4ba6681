extension Table {
    // In bounds: the scanner found the cells in these very bytes, which do not change; a column that a record lacks is
    // nil. All that reads bytes here reads such ranges.

    /// The raw bytes of a cell, including its quotes; nil where a broken row has no such cell.
    @inline(__always)
    func rawRange(_ row: Int, _ column: Int) -> Range<Int>? {
        var record = rows[row].record
        if !filledColumns.isEmpty, let sources = filledColumns[column] { record = rows[Int(sources[row])].record }
        guard column >= 0, column < Int(record.cellCount) else { return nil }
        return cells.rawRange(of: record, cell: column)
    }

    /// The text of a cell: quotes removed, trimmed of spaces (including NBSP), in NFC; empty where a broken row has no
    /// such cell. An apostrophe added by ``CSVWriter`` is removed.
    ///
    /// Complexity: O(bytes of the cell).
    package func text(_ row: Int, _ column: Int) -> String {
        guard let raw = rawRange(row, column), !raw.isEmpty else { return "" }
        return bytes.withUnsafeBufferPointer { CellText.text(of: raw, in: $0) }
    }

    /// The texts above the heading, row by row.
    package var titles: [String] {
        bytes.withUnsafeBufferPointer { buffer in
            cells.records.prefix(titleCount).flatMap { record in
                (0..<Int(record.cellCount)).map { CellText.text(of: cells.rawRange(of: record, cell: $0), in: buffer) }
            }.filter { !$0.isEmpty }
        }
    }

    /// The bytes of a cell's content: quotes removed and nothing else; empty where a broken row has no such cell.
    ///
    /// Complexity: O(1), and O(bytes of the cell) for a quoted one.
    package func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        guard let raw = rawRange(row, column) else { return [] }
        return bytes.withUnsafeBufferPointer { buffer in
            CSVCellContent.range(of: raw, in: buffer).map { bytes[$0] } ?? CSVCellContent.copy(of: raw, in: buffer)[...]
        }
    }

    /// Whether a cell has nothing but spaces, or a broken row has no such cell.
    package func isBlank(_ row: Int, _ column: Int) -> Bool {
        guard let raw = rawRange(row, column), !raw.isEmpty else { return true }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let range = CSVCellContent.range(of: raw, in: buffer) else { return false }
            return Spaces.trim(range, in: buffer).isEmpty
        }
    }

    /// A cell read as a number, using the table's separators: see ``settleNumbers(in:)``.
    ///
    /// Complexity: O(bytes of the cell), a few nanoseconds for a short number.
    package func number(_ row: Int, _ column: Int) -> NumberReading {
        guard let raw = rawRange(row, column) else { return .blank }
        let reader = reader(rows[row].record, column)
        return bytes.withUnsafeBufferPointer { Self.number(raw, in: $0, reader) }
    }

    /// Reads the cells of some rows and columns as numbers and hands them over row by row in file order, in the order of
    /// the columns: the fastest way to read many. Broken rows are included; see ``isBroken(_:)``.
    package func forEachRowOfNumbers(
        inRows range: Range<Int>, columns: [Int],
        _ body: (_ row: Int, _ readings: UnsafeBufferPointer<NumberReading>) -> Void
    ) {
        if plainNumbers.isEmpty {
            let reader = numberReader
            readRows(range, columns, body) { _, _ in reader }
        } else {
            readRows(range, columns, body) { reader($0, $1) }
        }
    }

    @inline(__always)
    private func readRows(
        _ range: Range<Int>, _ columns: [Int], _ body: (Int, UnsafeBufferPointer<NumberReading>) -> Void,
        by reader: (CSVRecord, Int) -> NumberReader
    ) {
        // In bounds: one place for each column, all written before the row is handed over; readings need no
        // destruction.
        withUnsafeTemporaryAllocation(of: NumberReading.self, capacity: columns.count) { readings in
            bytes.withUnsafeBufferPointer { buffer in
                for index in range {
                    let record = rows[index].record
                    for (place, column) in columns.enumerated() {
                        let isThere = column >= 0 && column < Int(record.cellCount)
                        readings.initializeElement(
                            at: place,
                            to: isThere
                                ? Self.number(
                                    cells.rawRange(of: record, cell: column), in: buffer, reader(record, column))
                                : .blank)
                    }
                    body(index, UnsafeBufferPointer(readings))
                }
            }
        }
    }

    /// Whether a row spans several lines of the file because of a quoted cell.
    package func spansLines(_ row: Int) -> Bool {
        bytes[cells.rawRange(of: rows[row].record)].contains(where: Self.isLineEnd)
    }

    /// The cells that contain whole rows of a table with this heading, which happens when a quote is opened in one row
    /// and closed in another: `"…` in row 5 and `…"` in row 9 make four rows part of one cell, without breaking a rule.
    ///
    /// A line inside a cell counts as a row when it has as many delimiters as a row has, and at least two.
    /// Complexity: O(bytes), and O(1) without a quoted cell.
    package func cellsHoldingRows() -> [(row: Int, column: Int, lines: Int)] {
        guard columnCount > 2, cells.hasQuotedCell, sheet == nil else { return [] }
        var found: [(row: Int, column: Int, lines: Int)] = []
        for row in rows.indices where !isBroken(row) && spansLines(row) {
            for column in headings.indices {
                guard let raw = rawRange(row, column) else { continue }
                let lines = bytes[raw].split(whereSeparator: Self.isLineEnd).count { line in
                    line.count { $0 == dialect.delimiter.byte } >= columnCount - 1
                }
                if lines > 0 { found.append((row, column, lines)) }
            }
        }
        return found
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// What reads the number of a cell.
    @inline(__always)
    private func reader(_ record: CSVRecord, _ column: Int) -> NumberReader {
        isPlainNumber(record, column) ? plainReader : numberReader
    }

    /// Whether a cell is a number however numbers are written in the table.
    @inline(__always)
    func isPlainNumber(_ record: CSVRecord, _ column: Int) -> Bool {
        !plainNumbers.isEmpty && plainNumbers.contains(Int(record.firstCell) + column)
    }

    @inline(__always)
    private static func number(
        _ raw: Range<Int>, in buffer: UnsafeBufferPointer<UInt8>, _ reader: NumberReader
    ) -> NumberReading {
        if let range = CSVCellContent.range(of: raw, in: buffer) { return reader.read(range, in: buffer) }
        return .problem(.notANumber)  // a quote inside
    }
}
