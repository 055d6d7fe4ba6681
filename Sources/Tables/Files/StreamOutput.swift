internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a file part by part, where it is too large to be held whole.
package final class StreamOutput {
    private let path: String
    private let descriptor: Int32

    /// Opens a file for writing; what was there goes.
    /// - Throws: ``FileError``.
    package init(path: String) throws(FileError) {
        self.path = path
        descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw FileInput.failure(errno, at: Place(file: path), otherwise: .cannotWrite) }
    }

    deinit { close(descriptor) }

    /// Adds bytes.
    /// - Throws: ``FileError`` with `file.cannotWrite`.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        guard FileOutput.writeAll(bytes, to: descriptor) else {
            throw FileInput.failure(errno, at: Place(file: path), otherwise: .cannotWrite)
        }
    }
}
