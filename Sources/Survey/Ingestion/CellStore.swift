internal import CAnswerRows

/// The sums over the answers of each cell, while rows are read.
///
/// Rows come in any order, and adding one answer at a time would touch hundreds of numbers per row. So each cell keeps
/// its last rows as they came (one cache line each) and adds them up sixteen at a time, in registers. Consecutive rows
/// of one cell are added up in place.
///
/// A cell is one piece of memory:
///
/// ```
/// 16 rows: levels, weight | header | sums | counts | people | products
/// ```
///
/// ``TallyLayout`` says where each of the numbers is.
///
/// Sums are weights in millionths; no sum of a cell can exceed its total weight, which is checked.
final class CellStore {
    /// Rows that a cell keeps before it adds them up.
    static let logSize = 16

    struct Header {
        /// Rows in total.
        var rows: Int
        /// The sum of their weights, in millionths.
        var weight: Int64
        /// Whether a sum exceeded 64 bits (or 128 for squares).
        var overflowed: Bool
    }

    let layout: TallyLayout
    /// Bytes of a row: its levels, and its weight in the last eight; a multiple of 64.
    let rowSize: Int
    /// The number of consecutive rows of one cell that are added up in place.
    private static let runSize = 8
    /// Computes the sums needed in addition to the levels; nil when there are none.
    private let products: RowProducts?
    private let headerOffset: Int
    private let sumsOffset: Int
    private let countsOffset: Int
    private let extrasOffset: Int
    /// Bytes of a cell.
    let cellSize: Int
    /// A slab holds two to the power of this many cells.
    private let slabShift: Int
    private var slabs: [UnsafeMutableRawPointer] = []
    private(set) var count = 0
    /// The number of rows in the log of each cell: contiguous, so that checking them is cheap.
    private var logged: UnsafeMutablePointer<UInt8>
    private var loggedCapacity = 1024

    init(_ layout: TallyLayout) {
        self.layout = layout
        products = layout.byteCount > 0 ? RowProducts(layout) : nil
        rowSize = (layout.questions + 8 + 63) / 64 * 64
        headerOffset = Self.logSize * rowSize
        sumsOffset = headerOffset + 64
        logged = .allocate(capacity: loggedCapacity)
        countsOffset = sumsOffset + layout.answerCount * 8
        extrasOffset = (countsOffset + layout.answerCount * 4 + 15) / 16 * 16
        cellSize = (extrasOffset + layout.byteCount + 63) / 64 * 64
        // About 256 kB.
        slabShift = Int.bitWidth - 1 - max(1, (1 << 18) / cellSize).leadingZeroBitCount
    }

    deinit {
        for slab in slabs { slab.deallocate() }
        logged.deallocate()
    }

    /// Makes a cell and returns its number.
    func makeCell() -> Int {
        if count == slabs.count << slabShift {
            let slab = UnsafeMutableRawPointer.allocate(byteCount: cellSize << slabShift, alignment: 64)
            slab.initializeMemory(as: UInt8.self, repeating: 0, count: cellSize << slabShift)
            slabs.append(slab)
        }
        if count == loggedCapacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: loggedCapacity * 2)
            larger.update(from: logged, count: count)
            logged.deallocate()
            logged = larger
            loggedCapacity *= 2
        }
        logged[count] = 0
        count += 1
        return count - 1
    }

    /// The address of a cell.
    @inline(__always)
    func place(of cell: Int) -> UnsafeMutableRawPointer {
        slabs[cell &>> slabShift] + (cell & ((1 &<< slabShift) &- 1)) &* cellSize
    }

    /// Prefetches what adding a row to a cell will touch.
    @inline(__always)
    func prepare(_ cell: Int) {
        let place = place(of: cell)
        let rows = Int(logged[cell])
        answer_prefetch(place + rows &* rowSize, rowSize)
        // The row that fills the log causes the whole cell to be added up.
        if rows == Self.logSize &- 1 { answer_prefetch(place, extrasOffset) }
    }

    /// Adds consecutive rows to a cell.
    /// - Parameter rows: ``rowSize`` bytes each.
    @inline(__always)
    func add(_ rows: UnsafePointer<UInt8>, count: Int, to cell: Int) {
        if count >= Self.runSize { return sum(rows, count: count, in: cell) }
        let log = place(of: cell)
        for index in 0..<count {
            let (source, target) = (UnsafeRawPointer(rows + index &* rowSize), log + Int(logged[cell]) &* rowSize)
            var offset = 0
            while offset < rowSize {
                let part = (source + offset).loadUnaligned(as: SIMD64<UInt8>.self)
                (target + offset).storeBytes(of: part, as: SIMD64<UInt8>.self)
                offset &+= 64
            }
            logged[cell] &+= 1
            if logged[cell] == Self.logSize { flush(cell) }
        }
    }

    /// Adds up the rows that a cell has kept.
    private func flush(_ cell: Int) {
        let rows = Int(logged[cell])
        logged[cell] = 0
        sum(place(of: cell).assumingMemoryBound(to: UInt8.self), count: rows, in: cell)
    }

    /// Adds rows to the sums of a cell.
    @inline(never)
    private func sum(_ rows: UnsafePointer<UInt8>, count: Int, in cell: Int) {
        let place = place(of: cell)
        let header = (place + headerOffset).assumingMemoryBound(to: Header.self)
        header.pointee.rows += count
        // Counts have 32 bits.
        if header.pointee.rows > Int(UInt32.max) { header.pointee.overflowed = true }
        for row in 0..<count {
            let weight = UnsafeRawPointer(rows + (row &* rowSize &+ rowSize &- 8)).load(as: Int64.self)
            let (sum, overflow) = header.pointee.weight.addingReportingOverflow(weight)
            header.pointee.weight = sum
            if overflow { header.pointee.overflowed = true }
        }
        if let products, !products.add(rows, count: count, rowSize: rowSize, to: place + extrasOffset) {
            header.pointee.overflowed = true
        }
        answer_rows_add(
            rows, rowSize, rowSize - 8, count, layout.questions, layout.slots,
            (place + countsOffset).assumingMemoryBound(to: UInt32.self),
            (place + sumsOffset).assumingMemoryBound(to: Int64.self))
    }

    /// The totals of a cell.
    struct Totals {
        let header: Header
        let counts: UnsafeBufferPointer<UInt32>
        let sums: UnsafeBufferPointer<Int64>
        let people: [Int128]
        let products: [Int128]
    }

    /// Adds up what a cell still keeps; its totals remain valid for as long as the store lives.
    func totals(of cell: Int) -> Totals {
        if logged[cell] > 0 { flush(cell) }
        let place = place(of: cell)
        let (people, products) = layout.numbers(at: place + extrasOffset)
        return Totals(
            header: (place + headerOffset).assumingMemoryBound(to: Header.self).pointee,
            counts: UnsafeBufferPointer(
                start: (place + countsOffset).assumingMemoryBound(to: UInt32.self), count: layout.answerCount),
            sums: UnsafeBufferPointer(
                start: (place + sumsOffset).assumingMemoryBound(to: Int64.self), count: layout.answerCount),
            people: people, products: products)
    }
}
