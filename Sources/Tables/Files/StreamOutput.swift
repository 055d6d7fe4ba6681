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
/// The bytes go into a new file in the same folder, which takes the name only when ``finish()`` is called: readers see
/// the old file or the new one, never a part. A replaced file passes on its permissions; a symbolic link stays, and its
/// target is replaced. Anything but a regular file (a pipe, `/dev/stdout`) is written directly. Without ``finish()``
/// nothing is left behind.
package final class StreamOutput {
    private let path: String
    private let target: String
    private let descriptor: Int32
    /// Where the bytes go until the file is complete; nil when they are written directly.
    private let temporary: String?
    private var isOpen = true

    /// Opens a file for writing.
    /// - Throws: ``FindingsError`` with `file.isFolder`, `file.noPermission`, `file.notFound` (the folder) or
    ///   `file.cannotWrite`.
    package init(path: String) throws(FindingsError) {
        self.path = path
        let location = Location(file: path)
        var target = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw FindingsError(FileFinding.isFolder, at: location) }
            if kind != S_IFREG {
                let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CLOEXEC) }
                guard descriptor >= 0 else { throw Self.failure(errno, at: location) }
                (self.target, self.descriptor, temporary) = (path, descriptor, nil)
                return
            }
            guard access(path, W_OK) == 0 else { throw Self.failure(errno, at: location) }
            if let resolved = realpath(path, nil) {
                target = String(cString: resolved)
                free(resolved)
            }
        }
        let (temporary, descriptor) = try Self.openBeside(target, at: location)
        (self.target, self.descriptor, self.temporary) = (target, descriptor, temporary)
        // A failure here is not worth failing the whole write.
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    }

    deinit {
        guard isOpen else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
    }

    /// Adds bytes.
    /// - Throws: ``FindingsError`` with `file.cannotWrite`.
    package func write(_ bytes: [UInt8]) throws(FindingsError) {
        guard Self.writeAll(bytes, to: descriptor) else { throw Self.failure(errno, at: Location(file: path)) }
    }

    /// Flushes the bytes to disk and puts them in place of the file; nothing can be written afterwards.
    /// - Throws: ``FindingsError`` with `file.cannotWrite`; the old file is then untouched and no temporary file is
    ///   left behind.
    package func finish() throws(FindingsError) {
        guard isOpen else { return }
        isOpen = false
        var code: Int32 = 0
        if temporary != nil, fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        guard let temporary else {
            if code != 0 { throw Self.failure(code, at: Location(file: path)) }
            return
        }
        if code == 0, rename(temporary, target) != 0 { code = errno }
        if code != 0 {
            unlink(temporary)
            throw Self.failure(code, at: Location(file: path))
        }
    }

    /// Opens a new file in the folder of `target`, under an unused name.
    private static func openBeside(
        _ target: String, at location: Location
    ) throws(FindingsError) -> (path: String, descriptor: Int32) {
        let nameStart = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        let folder = target[..<nameStart]
        // A long name would leave no room for the suffix.
        let name = Substring(target[nameStart...].unicodeScalars.prefix(40))
        while true {
            let mark = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(folder).\(name).\(mark).tmp"
            let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
            if descriptor >= 0 { return (path, descriptor) }
            if errno != EEXIST { throw failure(errno, at: location) }
        }
    }

    /// Whether all bytes were written; if not, `errno` tells why.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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
