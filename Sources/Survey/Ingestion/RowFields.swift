internal import CAnswerRows
internal import Tables

/// Where the fields of a row begin and end, however they were located.
protocol RowFields {
    func start(of field: Int, at row: Int) -> Int
    func end(of field: Int, at row: Int) -> Int
}

/// The fields of rows that the kernel read; it gives no positions for answers.
struct EntryFields: RowFields {
    private let starts: UnsafeMutablePointer<UInt32>
    private let ends: UnsafeMutablePointer<UInt16>
    private let entryOfField: [Int]
    private let entryCount: Int

    init(layout: RowLayout, batch: Batch) {
        starts = batch.starts
        ends = batch.ends
        entryOfField = layout.entryOfField
        entryCount = layout.entryCount
    }

    /// Where one field is in all rows.
    struct FieldPosition {
        fileprivate let starts: UnsafeMutablePointer<UInt32>
        fileprivate let ends: UnsafeMutablePointer<UInt16>
        fileprivate let entryCount: Int
        fileprivate let isFirst: Bool

        @inline(__always)
        func start(at row: Int) -> Int {
            let start = Int(starts[row])
            return isFirst ? start : start &+ Int(ends[row &* entryCount &- 1]) &+ 1
        }

        @inline(__always)
        func end(at row: Int) -> Int { Int(starts[row]) &+ Int(ends[row &* entryCount]) }
    }

    @inline(__always)
    func place(of field: Int) -> FieldPosition {
        // In bounds: fields asked for are no answers and have an entry; the kernel wrote starts of all rows returned
        // and ends of all their entries. The entry before the first of a row is never asked for.
        let entry = entryOfField[field]
        return FieldPosition(starts: starts, ends: ends + entry, entryCount: entryCount, isFirst: entry == 0)
    }

    @inline(__always)
    func start(of field: Int, at row: Int) -> Int { place(of: field).start(at: row) }

    @inline(__always)
    func end(of field: Int, at row: Int) -> Int { place(of: field).end(at: row) }
}

/// The fields of a row that the scanner read; those that are missing at its end are blank.
struct RecordFields: RowFields {
    let record: CSVRecord
    let cells: CSVCells

    func range(of field: Int) -> Range<Int> {
        if field < Int(record.cellCount) { return cells.rawRange(of: record, cell: field) }
        let end = cells.rawRange(of: record).upperBound
        return end..<end
    }

    func start(of field: Int, at row: Int) -> Int { range(of: field).lowerBound }
    func end(of field: Int, at row: Int) -> Int { range(of: field).upperBound }
}

/// Buffers for the kernel's results for many rows.
final class Batch {
    // In bounds: each buffer has a place for each row that the kernel returns at most, and `ends` the 64 more that it
    // asks for. A row has its levels and, in its last eight bytes, its weight, aligned.
    let starts: UnsafeMutablePointer<UInt32>
    private(set) var ends: UnsafeMutablePointer<UInt16>
    /// The rows in the layout of ``CellStore``: levels, and the weight in the last eight bytes.
    let levels: UnsafeMutablePointer<UInt8>
    /// The cell of each row; -1 for rows that do not count.
    let cells: UnsafeMutablePointer<Int32>
    let rowSize: Int
    /// The weight of each row in millionths; 0 where it is not written in a short form.
    let weights: UnsafeMutablePointer<Int64>
    /// Whether each row has the same key as the previous row.
    let hasSameKey: UnsafeMutablePointer<UInt8>
    private let words: UnsafeMutablePointer<UInt64>
    private let lengths: UnsafeMutablePointer<UInt8>
    private let size: Int

    init(rows: Int, rowSize: Int) {
        size = rows
        self.rowSize = rowSize
        starts = .allocate(capacity: rows)
        ends = .allocate(capacity: 1)
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: rows * rowSize, alignment: 64)
        levels = bytes.initializeMemory(as: UInt8.self, repeating: 0, count: rows * rowSize)
        cells = .allocate(capacity: rows)
        weights = .allocate(capacity: rows)
        hasSameKey = .allocate(capacity: rows)
        words = .allocate(capacity: rows)
        lengths = .allocate(capacity: rows)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
        levels.deallocate()
        cells.deallocate()
        weights.deallocate()
        hasSameKey.deallocate()
        words.deallocate()
        lengths.deallocate()
    }

    /// Reserves room for `entries` entries per row.
    func reserve(entries: Int) {
        ends.deallocate()
        ends = .allocate(capacity: size * entries + 64)
    }

    /// Reads the weights of some rows.
    /// - Parameter decimal: The decimal separator; nil where none may occur in a short form.
    func readWeights(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: EntryFields, of field: Int, rows: Int, decimal: UInt8?
    ) {
        guard let base = bytes.baseAddress else { return }
        let place = fields.place(of: field)
        for row in 0..<rows {
            let start = place.start(at: row)
            // In bounds: a field begins before the end of the block, behind which the slack is readable.
            words[row] = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
            lengths[row] = UInt8(truncatingIfNeeded: min(place.end(at: row) &- start, 9))
        }
        // No text contains the byte 0xFF.
        answer_numbers_read(words, lengths, rows, decimal ?? 0xFF, weights)
    }

    /// Compares the key of each row with that of the previous one.
    /// - Parameter spans: The fields of the keys.
    func compareKeys(
        _ bytes: UnsafeBufferPointer<UInt8>, _ layout: RowLayout, spans: [ClosedRange<Int>], rows: Int
    ) {
        guard let base = bytes.baseAddress else { return }
        hasSameKey.update(repeating: 1, count: rows)
        for span in spans {
            answer_keys_compare(
                base, self.rows, rows, layout.entryCount, layout.entryOfField[span.lowerBound],
                layout.entryOfField[span.upperBound], hasSameKey)
        }
    }

    /// Where a row's weight stands among its levels.
    @inline(__always)
    func weightPlace(of row: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(levels + (row &* rowSize &+ rowSize &- 8))
    }

    /// Writes a row's weight to its place.
    @inline(__always)
    func setWeight(_ weight: Int64, at row: Int) {
        weightPlace(of: row).storeBytes(of: weight, as: Int64.self)
    }

    /// Makes all answers of a row blank.
    func clearAnswers(at row: Int) {
        (levels + row &* rowSize).update(repeating: UInt8(ANSWER_NONE), count: rowSize &- 8)
    }

    /// A row's weight, once it is written.
    func weight(at row: Int) -> Int64 {
        weightPlace(of: row).load(as: Int64.self)
    }

    /// The buffers in the form that the kernel expects.
    var rows: answer_rows { answer_rows(starts: starts, ends: ends, levels: levels) }
}
