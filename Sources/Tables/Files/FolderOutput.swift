package import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Makes folders whole or not at all.
package enum FolderOutput {
    /// Makes a folder with files, some of which may be in folders of their own.
    ///
    /// Everything is written into a new folder beside it, which takes the name at the end. An empty folder of that name is
    /// replaced.
    ///
    /// - Parameter files: the paths of the files from the folder, with their bytes.
    /// - Throws: ``FindingsError`` with `file.folderNotEmpty`, `file.notFound` (the folder above), `file.noPermission` or
    ///   `file.cannotWrite`; nothing is then left behind.
    package static func write(_ files: [(path: String, bytes: [UInt8])], to folder: String) throws(FindingsError) {
        let target = FilePath.folder(folder)
        let location = Location(file: target)
        if FileInput.exists(target), (try? FolderListing.isEmpty(target)) != true {
            throw FindingsError(FileFinding.folderNotEmpty, at: location)
        }
        let temporary = try makeBeside(target, at: location)
        do throws(FindingsError) {
            for file in files {
                try makeFolders(above: file.path, in: temporary)
                try FileOutput.write(file.bytes, to: temporary + "/" + file.path)
            }
            // A folder takes the place of an empty one only.
            if rename(temporary, target) != 0 {
                throw FileInput.failure(errno, at: location, otherwise: .cannotWrite)
            }
        } catch {
            remove(files.map(\.path), of: temporary)
            // The temporary name means nothing to the reader.
            throw FindingsError(
                error.findings.map { finding in
                    var finding = finding
                    if finding.location.file.hasPrefix(temporary) { finding.location = location }
                    return finding
                })
        }
    }

    private static func makeBeside(_ target: String, at location: Location) throws(FindingsError) -> String {
        let nameStart = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        while true {
            let mark = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(target[..<nameStart]).\(mark).tmp"
            if mkdir(path, 0o777) == 0 { return path }
            if errno != EEXIST { throw FileInput.failure(errno, at: location, otherwise: .cannotWrite) }
        }
    }

    /// The paths of the folders above a file, the outermost first.
    private static func folders(above path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    private static func makeFolders(above path: String, in base: String) throws(FindingsError) {
        for folder in folders(above: path) where mkdir(base + "/" + folder, 0o777) != 0 && errno != EEXIST {
            throw FileInput.failure(errno, at: Location(file: base), otherwise: .cannotWrite)
        }
    }

    /// Removes what was written; what is not there does no harm.
    private static func remove(_ paths: [String], of folder: String) {
        for path in paths { unlink(folder + "/" + path) }
        let inner = Set(paths.flatMap(folders(above:)))
        for path in inner.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(folder + "/" + path) }
        rmdir(folder)
    }
}
