package import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a file part by part when it is too large to be held in memory; the file appears whole or not at all.
///
/// The bytes go into a new file in the same folder (``TemporaryPlace``), which takes the name only when ``finish()`` is
/// called: readers see the old file or the new one, never a part. A replaced file passes on its permissions; a symbolic
/// link stays, and its target is replaced or made. Anything but a regular file (a pipe, `/dev/stdout`) is written directly.
/// Without ``finish()`` nothing is left behind.
package final class StreamOutput {
    private let path: String
    private let target: String
    /// Where the bytes go.
    private let descriptor: Int32
    /// Holds the bytes until the file is complete; nil when they are written directly.
    private let place: TemporaryPlace?
    /// Whether the bytes have to be on disk at the end.
    private let isOnDisk: Bool
    private var isOpen = true

    /// Opens a file for writing.
    /// - Throws: ``FindingsError`` with `file.isFolder`, `file.noPermission`, `file.notFound` (the folder) or
    ///   `file.cannotWrite`.
    package init(path: String) throws(FindingsError) {
        self.path = path
        let location = Location(file: path)
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw FindingsError(FileFinding.isFolder, at: location) }
            if kind != S_IFREG {
                let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CLOEXEC) }
                guard descriptor >= 0 else { throw Self.failure(errno, at: location) }
                (target, self.descriptor, place, isOnDisk) = (path, descriptor, nil, false)
                return
            }
            guard access(path, W_OK) == 0 else { throw Self.failure(errno, at: location) }
        } else if errno == ELOOP {
            throw Self.failure(ELOOP, at: location)
        }
        target = FilePath.linked(path)
        let place = try TemporaryPlace(beside: target, isFolder: false, at: location)
        (descriptor, self.place, isOnDisk) = (place.descriptor, place, true)
        // A failure here is not worth failing the whole write.
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    /// Makes a file in a folder that is temporary itself.
    /// - Throws: ``FindingsError`` with `file.cannotWrite`, also where the name is taken.
    init(new path: String) throws(FindingsError) {
        let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw Self.failure(errno, at: Location(file: path)) }
        (self.path, target, self.descriptor, place, isOnDisk) = (path, path, descriptor, nil, true)
    }

    deinit { if isOpen, place == nil { close(descriptor) } }

    /// Adds bytes.
    /// - Throws: ``FindingsError`` with `file.cannotWrite`.
    package func write(_ bytes: [UInt8]) throws(FindingsError) {
        guard Self.writeAll(bytes, to: descriptor) else { throw Self.failure(errno, at: Location(file: path)) }
    }

    /// Flushes the bytes to disk and puts them in place of the file; nothing can be written afterwards.
    /// - Throws: ``FindingsError`` with `file.cannotWrite`; the old file is then untouched and no temporary file is
    ///   left behind.
    package func finish() throws(FindingsError) {
        try flush()
        try Interruption.delayed { () throws(FindingsError) in try take() }
    }

    /// The first part of ``finish()``: the bytes are on disk.
    func flush() throws(FindingsError) {
        if isOpen, isOnDisk, fsync(descriptor) != 0 { throw Self.failure(errno, at: Location(file: path)) }
    }

    /// The second part of ``finish()``, to be called while signals wait (``Interruption/delayed(_:)``).
    func take() throws(FindingsError) {
        guard isOpen else { return }
        isOpen = false
        // The lock of a temporary place is held until it has its name.
        let code: Int32 = if let place { place.take(target) } else { close(descriptor) == 0 ? 0 : errno }
        if code != 0 { throw Self.failure(code, at: Location(file: path)) }
    }

    /// Whether all bytes were written; if not, `errno` tells why.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        // In bounds: `write` is given the rest, and takes no more than that.
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let count = FileInput.retryingInterrupts {
                    #if canImport(Glibc)
                        Glibc.write(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
                    #elseif canImport(Musl)
                        Musl.write(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
                    #else
                        Darwin.write(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
                    #endif
                }
                if count < 0 { return false }
                done += count
            }
            return true
        }
    }

    private static func failure(_ code: Int32, at location: Location) -> FindingsError {
        FileInput.failure(code, at: location, otherwise: .cannotWrite)
    }
}
