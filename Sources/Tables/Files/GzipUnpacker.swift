internal import CZlib
internal import Values

/// Decompresses gzip data of one or more members, part by part.
///
/// The data must be sound to its end: bytes after a member that are not another member are an error, because they may
/// be a member whose first bytes are damaged. (zlib's own file functions drop them silently.) Only zeros may follow,
/// since tapes are padded to full blocks.
final class GzipUnpacker {
    private static let inputSize = 1 << 17

    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutablePointer<UInt8>
    private let file: String
    private var isInputAtEnd = false
    private var isBehindMember = false
    /// Whether zeros followed a member: nothing else may come after them.
    private var isPadding = false

    /// - Parameters:
    ///   - file: The file's name, for errors.
    ///   - beginning: Bytes that were read already, at most a few hundred.
    /// - Throws: ``FindingsError`` with `file.cannotRead` when zlib cannot allocate memory.
    init(file: String, beginning: [UInt8]) throws(FindingsError) {
        self.file = file
        // In bounds: `beginning` is shorter than the input. zlib reads `avail_in` bytes from `next_in` and writes
        // `avail_out` to `next_out`; both are always set to a buffer and its size, and freed with this object.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(capacity: Self.inputSize)
        input.update(from: beginning, count: beginning.count)
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(beginning.count)
        // 15 bits of window; adding 16 accepts gzip and nothing else.
        let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            throw FindingsError(FileFinding.cannotRead, at: Location(file: file), [.reason: .text("zlib \(code)")])
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Decompresses some bytes; returns 0 at the end.
    /// - Parameter read: Supplies compressed bytes; returns 0 at their end.
    /// - Throws: ``FindingsError`` with `file.brokenArchive`, and whatever `read` throws.
    func unpack(
        into buffer: UnsafeMutableRawBufferPointer,
        read: (UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int
    ) throws(FindingsError) -> Int {
        // In bounds: callers pass at most 1 GB (``BlockInput``), so that the size has 32 bits.
        stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        while true {
            if stream.pointee.avail_in == 0, !isInputAtEnd {
                let got = try read(UnsafeMutableRawBufferPointer(start: input, count: Self.inputSize))
                stream.pointee.next_in = input
                stream.pointee.avail_in = UInt32(got)
                isInputAtEnd = got == 0
            }
            if isBehindMember {
                if stream.pointee.avail_in == 0 {
                    if isInputAtEnd { return 0 }
                    continue
                }
                if isPadding || stream.pointee.next_in.pointee == 0 {
                    try skipZeros()
                    continue
                }
                inflateReset(stream)
                isBehindMember = false
            }
            let code = inflate(stream, Z_NO_FLUSH)
            switch code {
            case Z_STREAM_END: isBehindMember = true
            case Z_OK: break
            case Z_BUF_ERROR:
                // No progress: only more input could change that.
                if isInputAtEnd { throw broken("unexpected end of file") }
            default: throw broken(stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(code)")
            }
            let produced = buffer.count - Int(stream.pointee.avail_out)
            if produced > 0 { return produced }
        }
    }

    /// Skips zeros after the last member.
    private func skipZeros() throws(FindingsError) {
        isPadding = true
        while stream.pointee.avail_in > 0 {
            guard stream.pointee.next_in.pointee == 0 else { throw broken("bytes behind the end") }
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
    }

    private func broken(_ reason: String) -> FindingsError {
        FindingsError(FileFinding.brokenArchive, at: Location(file: file), [.reason: .text(reason)])
    }
}
