internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file, a pipe or standard input that is open for reading.
final class OpenFile {
    /// How many bytes a regular file has left when it is opened; nil for pipes and devices, which do not tell.
    let size: Int?

    private let path: String
    private let descriptor: Int32
    private let version: FileVersion?

    /// Opens a file, or standard input by the name ``BlockInput/standardInput``.
    /// - Throws: ``FindingsError`` with `file.notFound`, `file.isFolder`, `file.noPermission` or `file.cannotRead`.
    init(path: String) throws(FindingsError) {
        let location = Location(file: path)
        let descriptor = FileInput.retryingInterrupts {
            path == BlockInput.standardInput
                ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw FileInput.failure(errno, at: location, otherwise: .cannotRead) }
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
        self.path = path
        self.descriptor = descriptor
        version = FileVersion(status)
        // Standard input may be a file that has been partly read already.
        let isOnDisk = status.st_mode & S_IFMT == S_IFREG
        size = isOnDisk ? max(0, Int(status.st_size) - Int(lseek(descriptor, 0, SEEK_CUR))) : nil
    }

    deinit { close(descriptor) }

    /// Whether a regular file is still what it was when it was opened, and its path leads to it.
    var isUnchanged: Bool { version?.isStill(path, descriptor) ?? true }

    /// Reads some bytes, as many as there are at once; 0 at the end.
    /// - Throws: ``FindingsError`` with `file.cannotRead`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int {
        // In bounds: `read` is given the buffer and its size; what it returns is no more than that.
        let got = FileInput.retryingInterrupts {
            #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Darwin)
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
        guard got >= 0 else { throw FileInput.failure(errno, at: Location(file: path), otherwise: .cannotRead) }
        WorkProgress.add(got, .bytes)
        return got
    }
}
