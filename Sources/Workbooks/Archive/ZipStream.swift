internal import CZlib
internal import Values

/// Unpacks one part of an archive, and holds it to the size and checksum that are stated.
final class ZipStream {
    private let entry: ZipArchive.Entry
    private let data: UnsafeBufferPointer<UInt8>
    /// Nil for a part that is not compressed.
    private let stream: UnsafeMutablePointer<z_stream>?
    private var produced = 0
    private var checksum: UInt
    private var isAtEnd = false

    /// - Parameter data: The bytes of the part; they must outlive this object.
    init(_ entry: ZipArchive.Entry, in data: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
        self.entry = entry
        self.data = data
        checksum = crc32(0, nil, 0)
        if entry.isStored {
            stream = nil
            return
        }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative: the data has no header of its own.
        guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            self.stream = nil
            throw WorkbookFault(.compression, in: entry.name)
        }
        // In bounds: zlib reads no more than `avail_in` bytes, and does not write to them.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: data.baseAddress)
        // An archive is smaller than 4 GB, and so is each part.
        stream.pointee.avail_in = UInt32(truncatingIfNeeded: data.count)
        self.stream = stream
    }

    deinit {
        guard let stream else { return }
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks some bytes; returns 0 at the end, where everything is checked.
    func read(into room: UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int {
        if isAtEnd || room.isEmpty { return 0 }
        // In bounds: sizes have 32 bits from here on; the checksum is of the bytes just written.
        let room = UnsafeMutableRawBufferPointer(rebasing: room.prefix(1 << 20))
        let count =
            try stream.map { stream throws(WorkbookFault) in try inflate(stream, into: room) } ?? copy(into: room)
        produced += count
        guard produced <= entry.size else { throw WorkbookFault(.size, in: entry.name) }
        checksum = crc32(checksum, room.bindMemory(to: UInt8.self).baseAddress, UInt32(count))
        if count == 0 {
            isAtEnd = true
            guard produced == entry.size else { throw WorkbookFault(.size, in: entry.name) }
            guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
                throw WorkbookFault(.checksum, in: entry.name)
            }
        }
        return count
    }

    private func copy(into room: UnsafeMutableRawBufferPointer) -> Int {
        // In bounds: a stored part is as long as it says, and `produced` is held to that after each piece.
        let rest = UnsafeRawBufferPointer(data)[produced...].prefix(room.count)
        room.copyBytes(from: rest)
        return rest.count
    }

    private func inflate(
        _ stream: UnsafeMutablePointer<z_stream>, into room: UnsafeMutableRawBufferPointer
    ) throws(WorkbookFault) -> Int {
        // In bounds: zlib writes at most `avail_out` bytes, the size of the room.
        stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        while stream.pointee.avail_out > 0 {
            let code = CZlib.inflate(stream, Z_NO_FLUSH)
            if code == Z_STREAM_END {
                guard stream.pointee.avail_in == 0 else { throw WorkbookFault(.size, in: entry.name) }
                break
            }
            // All input is there from the beginning, so that no progress means that some is missing.
            guard code == Z_OK else { throw WorkbookFault(.compression, in: entry.name) }
        }
        return room.count - Int(stream.pointee.avail_out)
    }
}
