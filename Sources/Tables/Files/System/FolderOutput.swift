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
    /// Makes a folder with files, some of which may be in folders of their own. They are handed over as they are made,
    /// since all of them would fill the memory.
    ///
    /// Everything is written into a new folder beside it, which takes the name at the end. An empty folder of that name is
    /// replaced.
    ///
    /// - Parameters:
    ///   - folder: the folder to be made.
    ///   - isOurs: whether a file of a folder of that name may be replaced, by its path; where all may be, the new folder
    ///     takes the place of the old one, whole.
    ///   - make: hands over the paths of the files from the folder, with their bytes; several threads may.
    /// - Throws: ``FindingsError`` with `file.folderNotEmpty`, `file.notFound` (the folder above), `file.noPermission` or
    ///   `file.cannotWrite`; nothing is then left behind.
    package static func write(
        to folder: String, replacing isOurs: ((_ path: String) -> Bool)? = nil,
        _ make: (
            _ take: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FindingsError) -> Void
        ) throws(FindingsError) -> Void
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
        let place = try TemporaryPlace(beside: target, isFolder: true, at: location)
        do throws(FindingsError) {
            let base = place.path
            try make { (path, bytes) throws(FindingsError) in
                try makeFolders(above: path, in: base)
                let file = try StreamOutput(new: base + "/" + path)
                try file.write(bytes)
                try file.flush()
                try file.take()
            }
            try Interruption.delayed { () throws(FindingsError) in
                try take(place, as: target, insteadOf: old, at: location)
            }
        } catch {
            place.remove()
            // The temporary name means nothing to the reader.
            throw FindingsError(
                error.findings.map { finding in
                    var finding = finding
                    if finding.location.file.hasPrefix(place.path) { finding.location = location }
                    return finding
                })
        }
    }

    /// Gives a folder its name. A folder takes the place of an empty one only, so that it changes names with one that has
    /// files; where the system cannot do that, the other makes way first.
    private static func take(
        _ place: TemporaryPlace, as target: String, insteadOf old: [String], at location: Location
    ) throws(FindingsError) {
        func fail(_ code: Int32) -> FindingsError { FileInput.failure(code, at: location, otherwise: .cannotWrite) }
        if old.isEmpty {
            let code = place.take(target)
            if code != 0 { throw fail(code) }
            return
        }
        let code = place.replace(target, old)
        if code == 0 { return }
        guard [ENOSYS, EINVAL, ENOTSUP].contains(code) else { throw fail(code) }
        let aside = try TemporaryPlace(beside: target, isFolder: true, at: location)
        guard rename(target, aside.path) == 0 else { throw fail(errno) }
        let taken = place.take(target)
        if taken != 0 {
            rename(aside.path, target)
            throw fail(taken)
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
}
