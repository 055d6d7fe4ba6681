internal import CAnswerRows
internal import Tables

/// Where the fields of a row begin and end, however that was found out.
protocol RowFields {
    func start(of field: Int, at row: Int) -> Int
    func end(of field: Int, at row: Int) -> Int
}

/// The fields of rows that the kernel read; answers have no places here.
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

    @inline(__always)
    func start(of field: Int, at row: Int) -> Int {
        let entry = entryOfField[field]
        let start = Int(starts[row])
        return entry == 0 ? start : start &+ Int(ends[row &* entryCount &+ entry &- 1]) &+ 1
    }

    @inline(__always)
    func end(of field: Int, at row: Int) -> Int {
        Int(starts[row]) &+ Int(ends[row &* entryCount &+ entryOfField[field]])
    }
}

/// The fields of a row that the scanner read.
struct RecordFields: RowFields {
    let record: CSVRecord
    let cells: CSVCells

    func start(of field: Int, at row: Int) -> Int { cells.rawRange(of: record, cell: field).lowerBound }
    func end(of field: Int, at row: Int) -> Int { cells.rawRange(of: record, cell: field).upperBound }
}

/// Room for what the kernel says of many rows.
final class Batch {
    let starts: UnsafeMutablePointer<UInt32>
    private(set) var ends: UnsafeMutablePointer<UInt16>
    let levels: UnsafeMutablePointer<UInt8>
    let cells: UnsafeMutablePointer<Int32>
    let weights: UnsafeMutablePointer<Int64>
    private let size: Int

    init(rows: Int, stride: Int) {
        size = rows
        starts = .allocate(capacity: rows)
        ends = .allocate(capacity: 1)
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: (rows + 1) * stride, alignment: 64)
        levels = bytes.initializeMemory(as: UInt8.self, repeating: 0, count: (rows + 1) * stride)
        cells = .allocate(capacity: rows)
        weights = .allocate(capacity: rows)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
        levels.deallocate()
        cells.deallocate()
        weights.deallocate()
    }

    /// Makes room for so many entries a row.
    func reserve(entries: Int) {
        ends.deallocate()
        ends = .allocate(capacity: size * entries + 64)
    }

    /// The room as the kernel takes it.
    var rows: answer_rows { answer_rows(starts: starts, ends: ends, levels: levels) }
}
