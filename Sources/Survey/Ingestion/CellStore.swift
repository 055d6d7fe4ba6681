internal import CAnswerRows

/// What the answers of each cell add up to, while rows are read.
///
/// Rows come in any order, and adding one answer at a time would touch hundreds of numbers a row. So each cell keeps
/// its last rows as they came (one cache line each) and adds them up sixteen at a time, from registers.
///
/// A cell is one piece of memory:
///
/// ```
/// header | levels of 16 rows | weights of 16 rows | sums [level][question] | counts [level][question] | extras
/// ```
///
/// Sums are weights in millionths; no sum of a cell can be larger than its total weight, which is watched.
final class CellStore {
    /// Rows that a cell keeps before it adds them up.
    static let logSize = 16

    struct Header {
        /// Rows in the log.
        var logged: Int
        /// Rows in all.
        var rows: Int
        /// The sum of their weights, in millionths.
        var weight: Int64
        /// Whether a sum went beyond 64 bits (or 128 for squares).
        var overflowed: Bool
    }

    let questions: Int
    let slots: Int
    let stride: Int
    private let extras: RowExtras
    private let weightsOffset: Int
    private let sumsOffset: Int
    private let countsOffset: Int
    private let extrasOffset: Int
    private let cellSize: Int
    private let cellsPerSlab: Int
    private var slabs: [UnsafeMutableRawPointer] = []
    private(set) var count = 0

    private static let headerSize = 64

    /// - Parameters:
    ///   - questions: How many questions a row answers.
    ///   - slots: Levels that are told apart.
    ///   - extras: What is added up beside the levels.
    init(questions: Int, slots: Int, extras: RowExtras) {
        self.questions = questions
        self.slots = slots
        self.extras = extras
        stride = (questions + 63) / 64 * 64
        weightsOffset = Self.headerSize + Self.logSize * stride
        sumsOffset = weightsOffset + Self.logSize * 8
        countsOffset = sumsOffset + slots * questions * 8
        extrasOffset = (countsOffset + slots * questions * 4 + 15) / 16 * 16
        cellSize = (extrasOffset + extras.byteCount + 63) / 64 * 64
        cellsPerSlab = max(1, (1 << 18) / cellSize)
    }

    deinit {
        for slab in slabs { slab.deallocate() }
    }

    /// Makes a cell; its number.
    func makeCell() -> Int {
        if count == slabs.count * cellsPerSlab {
            let slab = UnsafeMutableRawPointer.allocate(byteCount: cellSize * cellsPerSlab, alignment: 64)
            slab.initializeMemory(as: UInt8.self, repeating: 0, count: cellSize * cellsPerSlab)
            slabs.append(slab)
        }
        count += 1
        return count - 1
    }

    /// Where a cell stands.
    @inline(__always)
    func place(of cell: Int) -> UnsafeMutableRawPointer {
        slabs[cell / cellsPerSlab] + cell % cellsPerSlab * cellSize
    }

    /// Adds a row to a cell.
    /// - Parameter levels: ``stride`` bytes.
    @inline(__always)
    func add(_ levels: UnsafePointer<UInt8>, weight: Int64, at cell: UnsafeMutableRawPointer) {
        let header = cell.assumingMemoryBound(to: Header.self)
        let index = header.pointee.logged
        (cell + Self.headerSize + index &* stride).copyMemory(from: levels, byteCount: stride)
        (cell + weightsOffset).assumingMemoryBound(to: Int64.self)[index] = weight
        header.pointee.logged = index &+ 1
        if index &+ 1 == Self.logSize { flush(cell) }
    }

    /// Adds up the rows that a cell has kept.
    @inline(never)
    private func flush(_ cell: UnsafeMutableRawPointer) {
        let header = cell.assumingMemoryBound(to: Header.self)
        let rows = header.pointee.logged
        let levels = (cell + Self.headerSize).assumingMemoryBound(to: UInt8.self)
        let weights = (cell + weightsOffset).assumingMemoryBound(to: Int64.self)
        for row in 0..<rows {
            let (sum, overflow) = header.pointee.weight.addingReportingOverflow(weights[row])
            header.pointee.weight = sum
            if overflow { header.pointee.overflowed = true }
        }
        header.pointee.rows += rows
        header.pointee.logged = 0
        // Counts have 32 bits.
        if header.pointee.rows > Int(UInt32.max) { header.pointee.overflowed = true }
        answer_rows_add(
            levels, stride, weights, rows, questions, slots, (cell + countsOffset).assumingMemoryBound(to: UInt32.self),
            (cell + sumsOffset).assumingMemoryBound(to: Int64.self))
        if extras.byteCount > 0 {
            for row in 0..<rows
            where !extras.add(levels + row * stride, weight: weights[row], to: cell + extrasOffset) {
                header.pointee.overflowed = true
            }
        }
    }

    /// What a cell adds up to.
    struct Totals {
        let header: Header
        let counts: UnsafeBufferPointer<UInt32>
        let sums: UnsafeBufferPointer<Int64>
        let extras: UnsafeRawPointer
    }

    /// Adds up what a cell still keeps, and shows its totals for as long as the store lives.
    func totals(of cell: Int) -> Totals {
        let place = place(of: cell)
        if place.assumingMemoryBound(to: Header.self).pointee.logged > 0 { flush(place) }
        let values = slots * questions
        return Totals(
            header: place.assumingMemoryBound(to: Header.self).pointee,
            counts: UnsafeBufferPointer(
                start: (place + countsOffset).assumingMemoryBound(to: UInt32.self), count: values),
            sums: UnsafeBufferPointer(start: (place + sumsOffset).assumingMemoryBound(to: Int64.self), count: values),
            extras: UnsafeRawPointer(place + extrasOffset))
    }
}
