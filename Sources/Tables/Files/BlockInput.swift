package import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads a file, a pipe or standard input block by block, so that its size does not matter; gzip data is decompressed
/// on the fly.
package final class BlockInput {
    /// The file name that stands for standard input.
    package static let standardInput = "-"

    /// The file as the user specified it.
    package let file: String
    /// The size in bytes of a regular file; nil for pipes and compressed files, whose size is not known.
    package let plainSize: Int?
    /// -1 for text in memory.
    private let descriptor: Int32
    private let version: FileVersion?
    private var unpacker: GzipUnpacker?
    /// The first bytes, which were read ahead to recognise gzip; all of a text in memory.
    private var beginning: ArraySlice<UInt8> = []

    /// Opens a file, or standard input by the name `-`.
    /// - Throws: ``FindingsError`` with `file.notFound`, `file.isFolder`, `file.noPermission` or `file.cannotRead`.
    package init(path: String) throws(FindingsError) {
        let location = Location(file: path)
        let descriptor = FileInput.retryingInterrupts {
            path == Self.standardInput ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw FileInput.failure(errno, at: location, otherwise: .cannotRead) }
        file = path
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw FileInput.failure(code, at: location, otherwise: .cannotRead)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw FindingsError(FileFinding.isFolder, at: location)
        }
        version = FileVersion(status)
        // Standard input may be a file that has been partly read already.
        let isOnDisk = status.st_mode & S_IFMT == S_IFREG
        let size = isOnDisk ? max(0, Int(status.st_size) - Int(lseek(descriptor, 0, SEEK_CUR))) : nil
        // In bounds: `fill` writes at most what the buffer holds, and only that much is read.
        let magic = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
        defer { magic.deallocate() }
        do throws(FindingsError) {
            let count = try Self.fill(magic) { rest throws(FindingsError) in
                try Self.readSome(rest, from: descriptor, file: path)
            }
            beginning = Array(magic[..<count])[...]
            if beginning == [0x1F, 0x8B] { unpacker = try GzipUnpacker(file: path, beginning: Array(beginning)) }
        } catch {
            close(descriptor)
            throw error
        }
        plainSize = unpacker == nil ? size : nil
        if unpacker != nil { beginning = [] }
    }

    /// Text that is in memory, because it had to be read as a whole: that of a workbook, or of another encoding.
    package init(_ text: ArraySlice<UInt8>, of file: String) {
        self.file = file
        plainSize = text.count
        descriptor = -1
        version = nil
        beginning = text
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// All that is left of the file.
    package func rest() throws(FindingsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: FindingsError?
        let limit = version == nil && descriptor >= 0 ? FileInput.pipeLimit : FileInput.limit
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
        if count < buffer.count, let version, !version.isStill(file, descriptor) {
            throw FindingsError(FileFinding.changed, at: Location(file: file))
        }
        return count
    }

    private func readSome(into buffer: UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int {
        if let unpacker {
            return try unpacker.unpack(into: buffer) { room throws(FindingsError) in
                try Self.readSome(room, from: descriptor, file: file)
            }
        }
        guard beginning.isEmpty else {
            // In bounds: no more is copied than the buffer holds.
            let count = min(beginning.count, buffer.count)
            buffer.copyBytes(from: beginning.prefix(count))
            beginning = beginning.dropFirst(count)
            return count
        }
        if descriptor < 0 { return 0 }
        return try Self.readSome(buffer, from: descriptor, file: file)
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

    private static func readSome(
        _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, file: String
    ) throws(FindingsError) -> Int {
        let got = FileInput.retryingInterrupts {
            #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Darwin)
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
        guard got >= 0 else { throw FileInput.failure(errno, at: Location(file: file), otherwise: .cannotRead) }
        WorkProgress.add(got, .bytes)
        return got
    }
}
