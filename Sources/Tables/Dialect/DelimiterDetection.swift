/// Detects the delimiter from the first records.
enum DelimiterDetection {
    /// How many records, and bytes, are examined.
    static let recordLimit = 200
    static let byteLimit = 1 << 18

    /// The delimiter that splits most records into as many cells as the heading has.
    ///
    /// Every delimiter is tried with the real scanner. A delimiter qualifies if it splits the heading and, if there are
    /// other records, at least one of them. Among those, the winner is the one that leaves the fewest quotes in the
    /// middle of a cell (`a,"b;c"` split at `;` has two), then the one that most records agree with, then the one that
    /// gives more columns, then tab, `;`, `|`, `,` in this order: a comma may be a decimal comma or part of a sentence.
    /// If no delimiter qualifies, the table has one column.
    ///
    /// Complexity: O(1): at most 256 kB, once per delimiter.
    static func detect(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (TableDelimiter, TableDialect.DelimiterReason) {
        // In bounds: `end` is no more than the bytes, and the records are those of the sample.
        let end = min(bytes.count, start + byteLimit)
        let sample = UnsafeBufferPointer(rebasing: bytes[..<end])
        var best: Count?
        for delimiter in TableDelimiter.allCases {
            guard let count = count(delimiter, in: sample, from: start, isWhole: end == bytes.count),
                count.cells >= 2, count.dividedRecords > 0 || count.records == 0
            else { continue }
            if let best, !count.isBetter(than: best) { continue }
            best = count
        }
        guard let best else { return (.semicolon, .singleColumn) }
        return (best.delimiter, .counted(cells: best.cells, records: best.agreeing + 1, of: best.records + 1))
    }

    private struct Count {
        var delimiter: TableDelimiter
        /// Cells of the heading.
        var cells: Int
        /// Records after the heading.
        var records = 0
        /// Records with as many cells as the heading.
        var agreeing = 0
        /// Records with more than one cell.
        var dividedRecords = 0
        /// Cells with a quote that is neither the first byte nor inside quotes.
        var strayQuotes = 0

        func isBetter(than other: Count) -> Bool {
            if strayQuotes != other.strayQuotes { return strayQuotes < other.strayQuotes }
            let left = agreeing * max(other.records, 1)
            let right = other.agreeing * max(records, 1)
            return left == right ? cells > other.cells : left > right
        }
    }

    private static func count(
        _ delimiter: TableDelimiter, in sample: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool
    ) -> Count? {
        let scanned = CSVCells(sample, delimiter: delimiter.byte, start: start, recordLimit: recordLimit + 1)
        var records = scanned.records.prefix(recordLimit + 1)
        // The last record of a sample may be cut off.
        if !isWhole, records.count == scanned.records.count, records.count > 1 { records.removeLast() }
        var result: Count?
        for record in records where !scanned.isBlank(record, in: sample, delimiter: delimiter.byte) {
            let cells = Int(record.cellCount)
            guard var count = result else {
                result = Count(
                    delimiter: delimiter, cells: cells, strayQuotes: strayQuotes(record, scanned, in: sample))
                continue
            }
            count.strayQuotes += strayQuotes(record, scanned, in: sample)
            // An unclosed quote swallows everything after it: its record says nothing about cells.
            if record.cellCount > 0, isUnclosed(record, scanned, in: sample) {
                if cells > 1 { count.dividedRecords += 1 }
                result = count
                continue
            }
            count.records += 1
            if cells == count.cells { count.agreeing += 1 }
            if cells > 1 { count.dividedRecords += 1 }
            result = count
        }
        return result
    }

    /// Whether the last cell of a record opens a quote and continues to the end of the sample.
    private static func isUnclosed(
        _ record: CSVRecord, _ scanned: CSVCells, in sample: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let raw = scanned.rawRange(of: record, cell: Int(record.cellCount) - 1)
        guard raw.upperBound == sample.count, sample[raw].first == UInt8(ascii: "\"") else { return false }
        // Inside quotes a quote is doubled, so an even number of them closes the cell.
        return !sample[raw].reduce(0) { $1 == UInt8(ascii: "\"") ? $0 + 1 : $0 }.isMultiple(of: 2)
    }

    private static func strayQuotes(
        _ record: CSVRecord, _ scanned: CSVCells, in sample: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let quote = UInt8(ascii: "\"")
        guard sample[scanned.rawRange(of: record)].contains(quote) else { return 0 }
        return (0..<Int(record.cellCount)).reduce(0) { count, cell in
            let raw = scanned.rawRange(of: record, cell: cell)
            guard sample[raw].first == quote else { return sample[raw].contains(quote) ? count + 1 : count }
            // Only spaces may follow the closing quote.
            return sample[raw].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == quote ? count : count + 1
        }
    }

    /// The delimiter named by a first line `sep=;`, as Excel writes and reads it, and where the next line begins.
    ///
    /// - Returns: nil when the first line is something else; a delimiter of nil when it names an unknown character.
    static func separatorLine(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (delimiter: TableDelimiter?, nextStart: Int)? {
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        let text = String(decoding: line.prefix(8), as: UTF8.self)
        // `sep=` and one character, which may take several bytes.
        guard line.count <= 8, text.count == 5, text.lowercased().hasPrefix("sep=") else { return nil }
        var next = line.endIndex
        if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
        return (TableDelimiter(rawValue: String(text.suffix(1))), next)
    }
}
