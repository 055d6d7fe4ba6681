extension Table {
    /// The bytes of a cell as they stand in the file, with their quotes; nil where a broken row has no such cell.
    @inline(__always)
    func rawRange(_ row: Int, _ column: Int) -> Range<Int>? {
        let record = rows[row].record
        guard column >= 0, column < Int(record.cellCount) else { return nil }
        return cells.rawRange(of: record, cell: column)
    }

    /// The text of a cell: quotes off, without spaces (also NBSP) at its ends, in NFC; empty where a broken row has
    /// no such cell. An apostrophe that ``CSVWriter`` put in front is off.
    ///
    /// Complexity: O(bytes of the cell).
    package func text(_ row: Int, _ column: Int) -> String {
        guard let raw = rawRange(row, column), !raw.isEmpty else { return "" }
        return bytes.withUnsafeBufferPointer { CellText.text(of: raw, in: $0) }
    }

    /// The bytes of a cell's content: quotes off, nothing else done; empty where a broken row has no such cell.
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

    /// What a cell says as a number, by the table's separators: see ``settleNumbers(in:)``.
    ///
    /// Complexity: O(bytes of the cell), a few nanoseconds for a short number.
    package func number(_ row: Int, _ column: Int) -> NumberReading {
        guard let raw = rawRange(row, column) else { return .blank }
        return bytes.withUnsafeBufferPointer { number(raw, in: $0) }
    }

    /// What all cells of a column say as numbers, by row: the fast way to read many.
    package func numbers(inColumn column: Int) -> [NumberReading] {
        bytes.withUnsafeBufferPointer { buffer in
            rows.map { row in
                guard column >= 0, column < Int(row.record.cellCount) else { return .blank }
                return number(cells.rawRange(of: row.record, cell: column), in: buffer)
            }
        }
    }

    @inline(__always)
    private func number(_ raw: Range<Int>, in buffer: UnsafeBufferPointer<UInt8>) -> NumberReading {
        if let range = CSVCellContent.range(of: raw, in: buffer) { return numberReader.read(range, in: buffer) }
        return .problem(.notANumber)  // a quote inside
    }
}
