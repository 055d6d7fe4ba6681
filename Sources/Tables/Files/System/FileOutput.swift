package import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes files whole or not at all.
package enum FileOutput {
    /// Replaces several files, all or none; folders that are missing above them are made.
    ///
    /// All bytes are on disk before the first file takes its name, and signals wait until the last has. Where a name cannot
    /// be taken, the files that were replaced get their old bytes back. A process that is killed in between, or a machine
    /// that stops, may leave the first of them replaced, each of them whole.
    ///
    /// - Throws: As ``write(_:to:)``; every file is then as it was.
    package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FindingsError) {
        var made: [String] = []
        do throws(FindingsError) {
            var outputs: [StreamOutput] = []
            var old: [[UInt8]?] = []
            for file in files {
                try makeFolders(above: file.path, &made)
                old.append(FileInput.exists(file.path) ? try FileInput.bytes(of: file.path, .regular) : nil)
                let output = try StreamOutput(path: file.path)
                try output.write(file.bytes)
                try output.flush()
                outputs.append(output)
            }
            try Interruption.delayed { () throws(FindingsError) in
                try take(outputs, insteadOf: zip(files, old).map { ($0.path, $1) })
            }
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    /// Lets files take their names, all or none.
    private static func take(
        _ outputs: [StreamOutput], insteadOf old: [(path: String, bytes: [UInt8]?)]
    ) throws(FindingsError) {
        for (position, output) in outputs.enumerated() {
            do throws(FindingsError) {
                try output.take()
            } catch {
                for file in old[..<position].reversed() { restore(file.path, file.bytes) }
                throw error
            }
        }
    }

    private static func restore(_ path: String, _ bytes: [UInt8]?) {
        guard let bytes else {
            unlink(path)
            return
        }
        guard let output = try? StreamOutput(path: path), (try? output.write(bytes)) != nil else { return }
        try? output.take()
    }

    private static func makeFolders(above path: String, _ made: inout [String]) throws(FindingsError) {
        var missing: [Substring] = []
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = folder[..<slash]
            if FileInput.exists(String(folder)) { break }
            missing.append(folder)
        }
        for folder in missing.reversed() {
            if mkdir(String(folder), 0o777) != 0, errno != EEXIST {
                throw FileInput.failure(errno, at: Location(file: String(folder)), otherwise: .cannotWrite)
            }
            made.append(String(folder))
        }
    }
}
