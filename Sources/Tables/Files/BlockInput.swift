internal import CZlib
internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads a file, a pipe or standard input block by block, so that its size does not matter; what gzip compressed is
/// unpacked on the way.
package final class BlockInput {
    /// The name of standard input as a file.
    package static let standardInput = "-"

    /// The file as the user gave it.
    package let file: String
    /// The bytes of a plain file on disk; nil for pipes and compressed files, whose size nobody knows.
    package let plainSize: Int?
    private let descriptor: Int32
    private let archive: gzFile?

    /// Opens a file, or standard input by the name `-`.
    /// - Throws: ``FileError`` with `file.notFound`, `file.isFolder`, `file.noPermission` or `file.cannotRead`.
    package init(path: String) throws(FileError) {
        let place = Place(file: path)
        let descriptor =
            path == Self.standardInput
            ? dup(STDIN_FILENO) : FileInput.retryingInterrupts { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileInput.failure(errno, at: place, otherwise: .cannotRead) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw FileInput.failure(code, at: place, otherwise: .cannotRead)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw FileError(.isFolder, at: place)
        }
        file = path
        self.descriptor = descriptor
        if status.st_mode & S_IFMT == S_IFREG, !Self.isCompressed(descriptor) {
            plainSize = Int(status.st_size)
            archive = nil
        } else {
            // Bytes that are not compressed pass through zlib as they are.
            plainSize = nil
            archive = gzdopen(descriptor, "rb")
            guard let archive else {
                close(descriptor)
                throw FileError(.cannotRead, at: place, ["reason": "zlib"])
            }
            gzbuffer(archive, 1 << 17)
        }
    }

    deinit {
        if let archive { gzclose(archive) } else { close(descriptor) }
    }

    /// Reads until the buffer is full or the file ends.
    /// - Returns: the bytes read; fewer than the buffer holds only at the end.
    /// - Throws: ``FileError`` with `file.cannotRead`, or `file.brokenArchive` for compressed bytes that are damaged
    ///   or cut off.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let got = try readSome(into: rest)
            if got == 0 { break }
            count += got
        }
        return count
    }

    private func readSome(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        let size = min(buffer.count, 1 << 30)
        guard let archive else {
            let got = FileInput.retryingInterrupts {
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, size)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress, size)
                #elseif canImport(Darwin)
                    Darwin.read(descriptor, buffer.baseAddress, size)
                #endif
            }
            guard got >= 0 else { throw FileInput.failure(errno, at: Place(file: file), otherwise: .cannotRead) }
            return got
        }
        let got = Int(gzread(archive, buffer.baseAddress, UInt32(size)))
        var code: Int32 = Z_OK
        let message = gzerror(archive, &code).map { String(cString: $0) } ?? ""
        // A file that is cut off gives what it has and says so only here.
        guard got >= 0, code == Z_OK || code == Z_STREAM_END else {
            if code == Z_ERRNO { throw FileInput.failure(errno, at: Place(file: file), otherwise: .cannotRead) }
            throw FileError(.brokenArchive, at: Place(file: file), ["reason": message])
        }
        return got
    }

    /// Whether a file on disk begins as gzip writes it.
    private static func isCompressed(_ descriptor: Int32) -> Bool {
        var magic: (UInt8, UInt8) = (0, 0)
        return withUnsafeMutableBytes(of: &magic) { pread(descriptor, $0.baseAddress, 2, 0) } == 2
            && magic == (0x1F, 0x8B)
    }
}
