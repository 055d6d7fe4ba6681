internal import CAnswerRows

/// The sums over the answers of each cell, while rows are read.
///
/// Rows come in any order, and adding one answer at a time would touch hundreds of numbers per row. So each cell keeps
/// its last rows as they came (one cache line each) and adds them up sixteen at a time, in registers. Consecutive rows
/// of one cell are added up in place.
///
/// A cell is only its log until that is full for the first time, or until a run of its rows comes. Then it moves to a
/// piece of memory that is many times larger:
///
/// ```
/// 16 rows: levels, weight | header | sums | counts | people | products
/// ```
///
/// ``TallyLayout`` says where each of the numbers is.
///
/// Sums are weights in millionths, or in what ``refine()`` sets; no sum of a cell can exceed its total weight, which is
/// checked.
final class CellStore {
    /// Rows that a cell keeps before it adds them up.
    static let logSize = 16

    struct Header {
        /// Rows in total.
        var rows: Int
        /// The sum of their weights.
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
    // In bounds: cells are numbered below `count`, which never passes `capacity`. A piece of `logs` holds sixteen rows;
    // one of `larger` holds these, the header, and the numbers of the layout at the offsets below, each aligned, since
    // pieces begin at multiples of 64. What is read there was written or cleared before.
    private let headerOffset: Int
    private let sumsOffset: Int
    private let countsOffset: Int
    private let extrasOffset: Int
    /// The first log of each cell.
    private var logs: Slabs
    /// The logs and sums of cells that have sums.
    private var larger: Slabs
    private(set) var count = 0
    /// What weights count.
    private(set) var unit = WeightUnit.millionths
    /// Whether a number became too large when the unit was changed.
    private(set) var overflowed = false
    /// The number of rows in the log of each cell: contiguous, so that checking them is cheap.
    private var logged: UnsafeMutablePointer<UInt8>
    /// The address of each cell.
    private var places: UnsafeMutablePointer<UnsafeMutableRawPointer>
    private var capacity = 1024

    init(_ layout: TallyLayout) {
        self.layout = layout
        products = !layout.places.isEmpty ? RowProducts(layout) : nil
        rowSize = (layout.questions + 8 + 63) / 64 * 64
        headerOffset = Self.logSize * rowSize
        sumsOffset = headerOffset + 64
        countsOffset = sumsOffset + layout.answerCount * 8
        extrasOffset = (countsOffset + layout.answerCount * 4 + 15) / 16 * 16
        logs = Slabs(size: headerOffset)
        let size = extrasOffset + layout.places.count * MemoryLayout<Int128>.stride
        larger = Slabs(size: (size + 63) / 64 * 64)
        logged = .allocate(capacity: capacity)
        places = .allocate(capacity: capacity)
    }

    deinit {
        logs.free()
        larger.free()
        logged.deallocate()
        places.deallocate()
    }

    /// The bytes that all cells take.
    var memory: Int { logs.memory + larger.memory }

    /// Makes a cell and returns its number.
    func makeCell() -> Int {
        if count == capacity {
            logged = Self.moved(logged, count: count, capacity: capacity * 2)
            places = Self.moved(places, count: count, capacity: capacity * 2)
            capacity *= 2
        }
        logged[count] = 0
        places[count] = logs.make()
        count += 1
        return count - 1
    }

    private static func moved<Element: BitwiseCopyable>(
        _ elements: UnsafeMutablePointer<Element>, count: Int, capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        // In bounds: the larger room holds the elements, which need no destruction.
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.update(from: elements, count: count)
        elements.deallocate()
        return larger
    }

    /// Prefetches what adding a row to a cell will touch.
    @inline(__always)
    func prepare(_ cell: Int) {
        let place = places[cell]
        let rows = Int(logged[cell])
        answer_prefetch(place + rows &* rowSize, rowSize)
        // The row that fills the log causes the whole cell to be added up; only the first time it has no sums.
        if rows == Self.logSize &- 1 { answer_prefetch(place, extrasOffset) }
    }

    /// Adds consecutive rows to a cell.
    /// - Parameter rows: ``rowSize`` bytes each.
    @inline(__always)
    func add(_ rows: UnsafePointer<UInt8>, count: Int, to cell: Int) {
        if count >= Self.runSize { return sum(rows, count: count, in: cell) }
        for index in 0..<count {
            // In bounds: a log is added up when its sixteenth row is written; rows are multiples of 64 bytes.
            let source = UnsafeRawPointer(rows + index &* rowSize)
            let target = places[cell] + Int(logged[cell]) &* rowSize
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
        sum(places[cell].assumingMemoryBound(to: UInt8.self), count: rows, in: cell)
    }

    /// Adds rows to the sums of a cell.
    @inline(never)
    private func sum(_ rows: UnsafePointer<UInt8>, count: Int, in cell: Int) {
        if !hasSums(cell) {
            let place = larger.make()
            place.copyMemory(from: places[cell], byteCount: headerOffset)
            clearSums(at: place)
            places[cell] = place
        }
        sum(rows, count: count, at: places[cell])
    }

    private func hasSums(_ cell: Int) -> Bool { places[cell] != logs.place(of: cell) }

    private func clearSums(at place: UnsafeMutableRawPointer) {
        (place + headerOffset).initializeMemory(as: UInt8.self, repeating: 0, count: larger.size - headerOffset)
    }

    private func sum(_ rows: UnsafePointer<UInt8>, count: Int, at place: UnsafeMutableRawPointer) {
        let header = (place + headerOffset).assumingMemoryBound(to: Header.self)
        header.pointee.rows += count
        // Counts have 32 bits.
        if header.pointee.rows > Int(clamping: UInt32.max) { header.pointee.overflowed = true }
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

    /// Counts weights in ten-billionths from now on, because one of them needs it.
    func refine() {
        if unit == .tenBillionths { return }
        unit = .tenBillionths
        for cell in 0..<count {
            for row in 0..<Int(logged[cell]) { refineWeight(places[cell] + (row &* rowSize &+ rowSize &- 8)) }
            if hasSums(cell) { refineSums(at: places[cell]) }
        }
    }

    /// Converts a row's weight.
    func refineWeight(_ place: UnsafeMutableRawPointer) {
        // In bounds: the last eight bytes of a row, aligned.
        let weight = place.assumingMemoryBound(to: Int64.self)
        weight.pointee = finer(weight.pointee)
    }

    private func refineSums(at place: UnsafeMutableRawPointer) {
        let header = (place + headerOffset).assumingMemoryBound(to: Header.self)
        header.pointee.weight = finer(header.pointee.weight)
        let sums = (place + sumsOffset).assumingMemoryBound(to: Int64.self)
        for answer in 0..<layout.answerCount { sums[answer] = finer(sums[answer]) }
        let extras = (place + extrasOffset).assumingMemoryBound(to: Int128.self)
        for extra in layout.places { extras[extra.index] = finer(extras[extra.index], power: extra.power) }
    }

    private func finer<Number: FixedWidthInteger>(_ number: Number, power: Int = 1) -> Number {
        checked(WeightUnit.finer(number, power: power))
    }

    /// A number in the new unit; 0 where it became too large, of which note is taken.
    func checked<Number: FixedWidthInteger>(_ finer: Number?) -> Number {
        if finer == nil { overflowed = true }
        return finer ?? 0
    }

    /// The totals of a cell.
    struct Totals {
        let header: Header
        let counts: UnsafeBufferPointer<UInt32>
        let sums: UnsafeBufferPointer<Int64>
        /// People, then products.
        let extras: UnsafeBufferPointer<Int128>
    }

    /// Passes on the totals of each cell, valid only during the call, and leaves the store empty.
    func drain(_ take: (_ cell: Int, _ totals: Totals) -> Void) {
        // The many cells that never filled their log share one place to be added up.
        let scratch = larger.make()
        for cell in 0..<count {
            if hasSums(cell) {
                if logged[cell] > 0 { flush(cell) }
                take(cell, totals(at: places[cell]))
            } else {
                clearSums(at: scratch)
                let rows = places[cell].assumingMemoryBound(to: UInt8.self)
                if logged[cell] > 0 { sum(rows, count: Int(logged[cell]), at: scratch) }
                take(cell, totals(at: scratch))
            }
            logs.free(upTo: cell)
        }
        logs.free()
        larger.free()
        count = 0
    }

    private func totals(at place: UnsafeMutableRawPointer) -> Totals {
        Totals(
            header: (place + headerOffset).assumingMemoryBound(to: Header.self).pointee,
            counts: UnsafeBufferPointer(
                start: (place + countsOffset).assumingMemoryBound(to: UInt32.self), count: layout.answerCount),
            sums: UnsafeBufferPointer(
                start: (place + sumsOffset).assumingMemoryBound(to: Int64.self), count: layout.answerCount),
            extras: UnsafeBufferPointer(
                start: (place + extrasOffset).assumingMemoryBound(to: Int128.self), count: layout.places.count))
    }
}

/// Numbered pieces of memory of one size, allocated many at a time.
private struct Slabs {
    /// Bytes of a piece, a multiple of 64.
    let size: Int
    /// A slab holds two to the power of this many pieces.
    private let shift: Int
    private var slabs: [UnsafeMutableRawPointer] = []
    private var count = 0
    /// The number of slabs at the beginning that are freed.
    private var freed = 0

    init(size: Int) {
        self.size = size
        // About 256 kB.
        shift = Int.bitWidth - 1 - max(1, (1 << 18) / size).leadingZeroBitCount
    }

    /// The bytes of all pieces.
    var memory: Int { count * size }

    /// Makes a piece, its bytes undefined.
    mutating func make() -> UnsafeMutableRawPointer {
        if count == slabs.count << shift {
            slabs.append(.allocate(byteCount: size << shift, alignment: 64))
        }
        count += 1
        return place(of: count - 1)
    }

    /// The address of a piece.
    @inline(__always)
    func place(of piece: Int) -> UnsafeMutableRawPointer {
        // In bounds: callers ask for pieces that were made; a slab holds two to the power of `shift`.
        slabs[piece &>> shift] + (piece & ((1 &<< shift) &- 1)) &* size
    }

    /// Frees the slabs with no piece after this one.
    mutating func free(upTo piece: Int) {
        while freed < slabs.count, (freed + 1) << shift <= piece + 1 {
            slabs[freed].deallocate()
            freed += 1
        }
    }

    /// Frees all pieces.
    mutating func free() {
        for slab in slabs.dropFirst(freed) { slab.deallocate() }
        (slabs, count, freed) = ([], 0, 0)
    }
}
