/// Collects what cells show about their table's decimal separator: for each of the two, the first cell that can be read
/// in no other way.
struct NumberEvidence {
    /// The position of a cell in a table.
    struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    /// The first cell that proves a decimal comma.
    private(set) var comma: Cell?
    /// The first cell that proves a decimal point.
    private(set) var point: Cell?

    /// Whether cells contradict each other; further cells then change nothing.
    var isConflict: Bool { comma != nil && point != nil }

    /// Adds what later cells show.
    mutating func add(_ later: NumberEvidence) {
        comma = comma ?? later.comma
        point = point ?? later.point
    }

    /// Adds a cell that has a decimal point, whatever it looks like.
    mutating func addPoint(row: Int, column: Int) {
        if point == nil { point = Cell(row: row, column: column) }
    }

    /// Examines one cell.
    @inline(__always)
    mutating func add(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int) {
        if canSkip(range, in: bytes) { return }
        addShape(range, in: bytes, row: row, column: column)
    }

    @inline(never)
    private mutating func addShape(
        _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int
    ) {
        switch NumberShape(range, in: bytes).evidence {
        case .comma?: if comma == nil { comma = Cell(row: row, column: column) }
        case .point?: if point == nil { point = Cell(row: row, column: column) }
        case nil: break
        }
    }

    /// Whether a short cell can show nothing new: it has no separator at all, or only one of the kind already proven.
    @inline(__always)
    private func canSkip(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = range.count
        // In bounds: a word is loaded only where eight bytes are there; those behind the cell are masked.
        guard let base = bytes.baseAddress, count <= 8, range.lowerBound + 8 <= bytes.count else { return false }
        if count == 0 { return true }
        var word = UInt64(
            littleEndian: UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt64.self))
        word &= UInt64.max >> UInt64(64 - 8 * count)
        let commas = Self.bytesEqual(to: UInt8(ascii: ","), in: word)
        let points = Self.bytesEqual(to: UInt8(ascii: "."), in: word)
        if commas | points == 0 { return true }
        // Two separators of one kind (`1,234,567`) prove the other kind, but need more than eight bytes.
        return (comma != nil && points == 0) || (point != nil && commas == 0)
    }

    /// One bit for each byte that equals `byte`.
    @inline(__always)
    private static func bytesEqual(to byte: UInt8, in word: UInt64) -> UInt64 {
        let difference = word ^ (NumberReader.everyByte &* UInt64(byte))
        // Exact for every byte: no carry from one byte into the next.
        let low = NumberReader.everyByte &* 0x7F
        return ~(((difference & low) &+ low) | difference | low)
    }
}
