internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes files whole or not at all.
package enum FileOutput {
    /// Puts the bytes in the place of the file.
    ///
    /// They go into a new file in the same folder, onto the disk, and only then take the name: whoever reads sees
    /// the old file or the new one, never a part. A file that is replaced hands on its permissions; a symbolic link
    /// stays, and what it leads to is replaced. What is no ordinary file (a pipe, `/dev/stdout`) is written straight.
    /// - Throws: ``FileError`` with `file.isFolder`, `file.noPermission`, `file.notFound` (the folder) or
    ///   `file.cannotWrite`; the old file is then untouched and no temporary file stays behind.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let place = Place(file: path)
        var target = path
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw FileError(.isFolder, at: place) }
            if kind != S_IFREG { return try writeStraight(bytes, to: path) }
            guard access(path, W_OK) == 0 else { throw failure(errno, at: place) }
            if let resolved = realpath(path, nil) {
                target = String(cString: resolved)
                free(resolved)
            }
        }
        let (temporary, descriptor) = try openBeside(target, at: place)
        var code: Int32 = 0
        // A file that is replaced hands on who may read it; failing at that is not worth failing the whole.
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
        if !writeAll(bytes, to: descriptor) || fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        if code == 0, rename(temporary, target) != 0 { code = errno }
        if code != 0 {
            unlink(temporary)
            throw failure(code, at: place)
        }
    }

    /// Opens a new file in the folder of `target`, under a name that nobody uses.
    private static func openBeside(
        _ target: String, at place: Place
    ) throws(FileError) -> (path: String, descriptor: Int32) {
        let nameStart = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        let folder = target[..<nameStart]
        // A long name would not leave room for the rest.
        let name = Substring(target[nameStart...].unicodeScalars.prefix(40))
        while true {
            let mark = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(folder).\(name).\(mark).tmp"
            let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
            if descriptor >= 0 { return (path, descriptor) }
            if errno != EEXIST { throw failure(errno, at: place) }
        }
    }

    private static func writeStraight(_ bytes: [UInt8], to path: String) throws(FileError) {
        let place = Place(file: path)
        let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw failure(errno, at: place) }
        defer { close(descriptor) }
        guard writeAll(bytes, to: descriptor) else { throw failure(errno, at: place) }
    }

    /// Whether all bytes were taken; `errno` tells why not.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

    private static func failure(_ code: Int32, at place: Place) -> FileError {
        FileInput.failure(code, at: place, otherwise: .cannotWrite)
    }
}
