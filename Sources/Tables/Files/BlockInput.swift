package import Values

/// Reads a file, a pipe or standard input block by block, so that its size does not matter; gzip data is decompressed
/// on the fly.
package final class BlockInput {
    /// The file name that stands for standard input.
    package static let standardInput = "-"

    /// The file as the user specified it.
    package let file: String
    /// The size in bytes of a regular file; nil for pipes and compressed files, whose size is not known.
    package let plainSize: Int?
    /// Nil for text in memory.
    private let source: OpenFile?
    private var unpacker: GzipUnpacker?
    /// The first bytes, which were read ahead to recognise gzip; all of a text in memory.
    private var beginning: ArraySlice<UInt8> = []

    /// Opens a file, or standard input by the name `-`.
    /// - Throws: ``FindingsError`` with `file.notFound`, `file.isFolder`, `file.noPermission` or `file.cannotRead`.
    package init(path: String) throws(FindingsError) {
        let source = try OpenFile(path: path)
        file = path
        self.source = source
        // In bounds: `fill` writes at most what the buffer holds, and only that much is read.
        let magic = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
        defer { magic.deallocate() }
        let count = try Self.fill(magic) { rest throws(FindingsError) in try source.read(into: rest) }
        beginning = Array(magic[..<count])[...]
        if beginning == [0x1F, 0x8B] { unpacker = try GzipUnpacker(file: path, beginning: Array(beginning)) }
        plainSize = unpacker == nil ? source.size : nil
        if unpacker != nil { beginning = [] }
    }

    /// Text that is in memory, because it had to be read as a whole: that of a workbook, or of another encoding.
    package init(_ text: ArraySlice<UInt8>, of file: String) {
        self.file = file
        plainSize = text.count
        source = nil
        beginning = text
    }

    /// All that is left of the file.
    package func rest() throws(FindingsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: FindingsError?
        let limit = source?.size == nil && source != nil ? FileInput.pipeLimit : FileInput.limit
        repeat {
            // In bounds: `read` fills at most the buffer and says how much of it.
            let more = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                do throws(FindingsError) {
                    count = try read(into: UnsafeMutableRawBufferPointer(buffer))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            guard bytes.count + more.count <= limit else {
                throw FindingsError(
                    FileFinding.tooLarge, at: Location(file: file),
                    [.found: .count(bytes.count + more.count), .expected: .count(limit)])
            }
            bytes += more
            if more.count < 1 << 20 { return bytes }
        } while true
    }

    /// Reads until the buffer is full or the file ends.
    /// - Returns: the number of bytes read; fewer than the buffer holds only at the end.
    /// - Throws: ``FindingsError`` with `file.cannotRead`, `file.brokenArchive` for compressed data that is damaged or
    ///   truncated, or, at the end, `file.changed` when the file changed while it was read.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int {
        let count = try Self.fill(buffer) { rest throws(FindingsError) in try readSome(into: rest) }
        if count < buffer.count, let source, !source.isUnchanged {
            throw FindingsError(FileFinding.changed, at: Location(file: file))
        }
        return count
    }

    private func readSome(into buffer: UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int {
        if let unpacker, let source {
            return try unpacker.unpack(into: buffer) { room throws(FindingsError) in try source.read(into: room) }
        }
        guard beginning.isEmpty else {
            // In bounds: no more is copied than the buffer holds.
            let count = min(beginning.count, buffer.count)
            buffer.copyBytes(from: beginning.prefix(count))
            beginning = beginning.dropFirst(count)
            return count
        }
        return try source?.read(into: buffer) ?? 0
    }

    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, read: (UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int
    ) throws(FindingsError) -> Int {
        var count = 0
        while count < buffer.count {
            let got = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[count...].prefix(1 << 30)))
            if got == 0 { break }
            count += got
        }
        return count
    }
}
