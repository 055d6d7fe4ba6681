/// The boundaries of all cells of a text: the scanner's result for a text held in memory.
package struct CSVCells: Sendable {
    /// Where each cell ends, in text order.
    package var ends: [UInt32] = []
    /// The records, including empty lines.
    package var records: [CSVRecord] = []
    /// Violations of the format.
    package var faults: [CSVFault] = []
    /// Whether any cell is quoted.
    package var hasQuotedCell = false

    /// Bytes scanned before the arrays are grown again: their cell ends stay in the cache.
    private static let blockSize = 1 << 15

    /// No cells yet.
    package init() {}

    /// Scans `bytes` from `start` to the end, or until `recordLimit` records are complete.
    ///
    /// Complexity: O(bytes), at about memory speed; four bytes per cell.
    package init(
        _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, start: Int = 0, recordLimit: Int = .max
    ) {
        var scanner = CSVScanner(delimiter: delimiter, start: start)
        let wholeText = recordLimit == .max
        // In bounds: at most a block is scanned at a time, which has no more cell ends than bytes; one more is for the
        // last cell.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockSize + 1) { scratch in
            guard let output = scratch.baseAddress else { return }
            while scanner.position < bytes.count, scanner.recordCount < recordLimit {
                let end = min(scanner.position + Self.blockSize, bytes.count)
                let count = scanner.scan(bytes, upTo: end, ends: output, records: &records)
                if ends.isEmpty, wholeText { reserve(count, scanned: end - start, of: bytes.count - start) }
                ends.append(contentsOf: UnsafeBufferPointer(start: output, count: count))
            }
            if scanner.position == bytes.count {
                let count = scanner.finish(bytes, ends: output, records: &records)
                ends.append(contentsOf: UnsafeBufferPointer(start: output, count: count))
            }
        }
        faults = scanner.takeFaults()
        hasQuotedCell = scanner.hasClosedQuote
    }

    /// Reserves room for the cells and records that the first block suggests, plus a tenth.
    private mutating func reserve(_ cells: Int, scanned: Int, of total: Int) {
        let blocks = Double(total) / Double(max(scanned, 1)) * 1.1
        ends.reserveCapacity(Int(Double(cells) * blocks) + 64)
        records.reserveCapacity(Int(Double(records.count) * blocks) + 64)
    }
}

extension CSVCells {
    /// The raw bytes of a record's cell, including its quotes.
    @inline(__always)
    package func rawRange(of record: CSVRecord, cell: Int) -> Range<Int> {
        let index = Int(record.firstCell) + cell
        let start = cell == 0 ? Int(record.start) : Int(ends[index - 1]) + 1
        return start..<Int(ends[index])
    }

    /// The bytes of a whole record without its line ending.
    package func rawRange(of record: CSVRecord) -> Range<Int> {
        Int(record.start)..<Int(ends[Int(record.firstCell + record.cellCount) - 1])
    }

    /// Whether a record is blank: no bytes but delimiters, spaces and tabs.
    package func isBlank(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
        for index in rawRange(of: record) {
            let byte = bytes[index]
            if byte != delimiter, byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { return false }
        }
        return true
    }
}
