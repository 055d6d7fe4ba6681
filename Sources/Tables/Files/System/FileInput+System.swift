internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension FileInput {
    /// The same; `whileReading` is called when the file is open and has not been read yet.
    static func bytes(
        of path: String, limit: Int = Self.limit, _ kind: Kind = .any, whileReading: () -> Void
    ) throws(FindingsError) -> [UInt8] {
        let location = Location(file: path)
        let descriptor = try open(path, kind)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno, at: location, otherwise: .cannotRead) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FindingsError(FileFinding.isFolder, at: location) }
        let version = FileVersion(status)
        whileReading()
        let size = Int(status.st_size)
        let limit = version == nil ? min(limit, pipeLimit) : limit
        guard size <= limit else { throw tooLarge(size, limit: limit, at: location) }

        // Room for one byte more than the size reveals the end of the file without another allocation.
        var code: Int32 = 0
        // In bounds: `fill` writes at most the buffer and says how much of it.
        var result = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            (count, code) = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
        }
        while code == 0, result.count > size || size == 0, result.count <= limit {
            let more = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                (count, code) = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
            }
            if more.isEmpty { break }
            result += more
        }
        guard code == 0 else { throw failure(code, at: location, otherwise: .cannotRead) }
        guard result.count <= limit else { throw tooLarge(result.count, limit: limit, at: location) }
        if let version, !version.isStill(path, descriptor) { throw FindingsError(FileFinding.changed, at: location) }
        return result
    }

    /// Opens what may be read.
    static func open(_ path: String, _ kind: Kind) throws(FindingsError) -> Int32 {
        let location = Location(file: path)
        var status = stat()
        // A pipe whose other end nobody opens would be waited for.
        let isPlain = kind == .any || stat(path, &status) != 0 || Self.isPlain(status)
        guard isPlain else { throw FindingsError(FileFinding.notRegular, at: location) }
        let waiting = kind == .any ? 0 : O_NONBLOCK | O_NOCTTY
        let descriptor = retryingInterrupts { openFile(path, O_RDONLY | O_CLOEXEC | waiting) }
        guard descriptor >= 0 else { throw failure(errno, at: location, otherwise: .cannotRead) }
        // Another may have taken its name meanwhile.
        if kind == .regular, fstat(descriptor, &status) == 0, !Self.isPlain(status) {
            close(descriptor)
            throw FindingsError(FileFinding.notRegular, at: location)
        }
        return descriptor
    }

    /// A file, or a folder, of which other findings tell.
    private static func isPlain(_ status: stat) -> Bool {
        [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    private static func openFile(_ path: String, _ flags: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, flags)
        #elseif canImport(Musl)
            Musl.open(path, flags)
        #elseif canImport(Darwin)
            Darwin.open(path, flags)
        #endif
    }

    /// Whether a path exists, readable or not.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Whether two paths lead to the same existing file.
    package static func areSame(_ first: String, _ second: String) -> Bool {
        var (left, right) = (stat(), stat())
        return stat(first, &left) == 0 && stat(second, &right) == 0 && left.st_dev == right.st_dev
            && left.st_ino == right.st_ino
    }

    /// Reads until the buffer is full or the file ends; returns the number of bytes read, and the system's error number
    /// or 0.
    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> (Int, Int32) {
        var count = 0
        while count < buffer.count {
            // In bounds: `read` is given the rest and its size; what it returns is no more than that.
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            // Some systems refuse more than 2 GB in one call.
            let got = retryingInterrupts { read(descriptor, rest.baseAddress, min(rest.count, 1 << 30)) }
            if got < 0 { return (count, errno) }
            if got == 0 { break }
            count += got
        }
        return (count, 0)
    }

    /// Repeats a call for as long as signals interrupt it.
    static func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// The finding that corresponds to a system error number.
    static func failure(_ code: Int32, at location: Location, otherwise: FileFinding) -> FindingsError {
        switch code {
        case ENOENT, ENOTDIR: FindingsError(FileFinding.notFound, at: location)
        case EISDIR: FindingsError(FileFinding.isFolder, at: location)
        case EACCES, EPERM, EROFS: FindingsError(FileFinding.noPermission, at: location)
        default:
            FindingsError(
                otherwise, at: location, [.reason: .text(strerror(code).map { String(cString: $0) } ?? "\(code)")])
        }
    }
}
