internal import CZlib

/// Writes a zip archive part by part.
///
/// A part is compressed while it is written and handed over at its end, so that its header states what it holds: memory
/// is that of one compressed part. Archives of the same parts are the same bytes, whenever they are written.
package struct ZipWriter {
    package typealias Sink = (_ bytes: [UInt8]) -> Void

    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var packed: Int
        var size: Int
        var start: Int
    }

    private let sink: Sink
    private var entries: [Entry] = []
    private var position = 0
    private var part: (name: [UInt8], deflater: Deflater)?

    package init(_ sink: @escaping Sink) { self.sink = sink }

    /// Begins a part; names must differ.
    mutating func begin(_ name: String) {
        endPart()
        part = (Array(name.utf8), Deflater())
    }

    /// Adds bytes to the part that was begun.
    func write(_ bytes: [UInt8]) { part?.deflater.add(bytes) }

    /// Writes a whole part.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        begin(name)
        write(bytes)
    }

    /// Ends the archive.
    package mutating func finish() {
        endPart()
        let start = position
        for entry in entries {
            emit(
                number(0x0201_4B50, 4) + number(20, 2) + fields(of: entry) + number(0, 2) + number(0, 2)
                    + number(0, 2) + number(0, 4) + number(entry.start, 4) + entry.name)
        }
        let size = position - start
        let count = number(entries.count, 2)
        emit(number(0x0605_4B50, 4) + number(0, 4) + count + count + number(size, 4) + number(start, 4) + number(0, 2))
    }

    private mutating func endPart() {
        guard let part else { return }
        let (packed, checksum, size) = part.deflater.finished()
        let entry = Entry(name: part.name, checksum: checksum, packed: packed.count, size: size, start: position)
        entries.append(entry)
        emit(number(0x0403_4B50, 4) + fields(of: entry) + entry.name)
        emit(packed)
        self.part = nil
    }

    /// What both headers of a part say: names are UTF-8, the method is Deflate, the day is the first that there is.
    private func fields(of entry: Entry) -> [UInt8] {
        number(20, 2) + number(1 << 11, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)
            + number(Int(entry.checksum), 4) + number(entry.packed, 4) + number(entry.size, 4)
            + number(entry.name.count, 2) + number(0, 2)
    }

    private mutating func emit(_ bytes: [UInt8]) {
        position += bytes.count
        sink(bytes)
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// Compresses the bytes of a part as they come.
private final class Deflater {
    // In bounds: zlib reads the whole chunk, at most 1 MB, before `run` returns, since it has room for output as often
    // as it wants; it writes at most `avail_out` bytes.
    private let stream: UnsafeMutablePointer<z_stream>
    private var packed: [UInt8] = []
    private var checksum = crc32(0, nil, 0)
    private var size = 0

    init() {
        stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative: no header of its own. With these numbers it fails only where no memory is left.
        let code = deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "no memory for compressing")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func add(_ bytes: [UInt8]) {
        size += bytes.count
        for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
            var chunk = Array(bytes[start..<min(start + 1 << 20, bytes.count)])
            checksum = crc32(checksum, chunk, UInt32(chunk.count))
            chunk.withUnsafeMutableBufferPointer { run($0, flush: Z_NO_FLUSH) }
        }
    }

    func finished() -> (packed: [UInt8], checksum: UInt32, size: Int) {
        run(UnsafeMutableBufferPointer(start: nil, count: 0), flush: Z_FINISH)
        return (packed, UInt32(truncatingIfNeeded: checksum), size)
    }

    private func run(_ input: UnsafeMutableBufferPointer<UInt8>, flush: Int32) {
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 14) { room in
            repeat {
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                deflate(stream, flush)
                packed += room.prefix(room.count - Int(stream.pointee.avail_out))
            } while stream.pointee.avail_out == 0
        }
    }
}
