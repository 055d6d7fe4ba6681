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
        try write(to: folder) { (take) throws(FindingsError) in
            for file in files { try take(file.path, file.bytes) }
        }
    }

    /// The same, with files that are made one after the other, since all of them would fill the memory.
    ///
    /// - Parameters:
    ///   - folder: the folder to be made.
    ///   - isOurs: whether a file of a folder of that name may be replaced, by its path; where all may be, the new folder
    ///     takes the place of the old one, whole.
    ///   - make: hands over the paths of the files from the folder, with their bytes.
    package static func write(
        to folder: String, replacing isOurs: ((_ path: String) -> Bool)? = nil,
        _ make: (_ take: (_ path: String, _ bytes: [UInt8]) throws(FindingsError) -> Void) throws(FindingsError) -> Void
    ) throws(FindingsError) {
        let target = FilePath.folder(folder)
        let location = Location(file: target)
        var old: [String] = []
        if FileInput.exists(target), (try? FolderListing.isEmpty(target)) != true {
            guard let isOurs, let names = try? FolderListing.entries(of: target),
                names.allSatisfy({ isOurs(target + "/" + $0) })
            else { throw FindingsError(FileFinding.folderNotEmpty, at: location) }
            old = names
        }
        let temporary = try makeBeside(target, at: location)
        var paths: [String] = []
        do throws(FindingsError) {
            try make { (path, bytes) throws(FindingsError) in
                try makeFolders(above: path, in: temporary)
                paths.append(path)
                try FileOutput.write(bytes, to: temporary + "/" + path)
            }
            try take(temporary, as: target, insteadOf: old, at: location)
        } catch {
            remove(paths, of: temporary)
            // The temporary name means nothing to the reader.
            throw FindingsError(
                error.findings.map { finding in
                    var finding = finding
                    if finding.location.file.hasPrefix(temporary) { finding.location = location }
                    return finding
                })
        }
    }

    /// Gives a folder its name. A folder takes the place of an empty one only, so that one with files has to make way first.
    private static func take(
        _ temporary: String, as target: String, insteadOf old: [String], at location: Location
    ) throws(FindingsError) {
        if old.isEmpty {
            if rename(temporary, target) != 0 { throw FileInput.failure(errno, at: location, otherwise: .cannotWrite) }
            return
        }
        let aside = try makeBeside(target, at: location)
        guard rename(target, aside) == 0 else {
            let code = errno
            rmdir(aside)
            throw FileInput.failure(code, at: location, otherwise: .cannotWrite)
        }
        guard rename(temporary, target) == 0 else {
            let code = errno
            rename(aside, target)
            throw FileInput.failure(code, at: location, otherwise: .cannotWrite)
        }
        remove(old, of: aside)
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
