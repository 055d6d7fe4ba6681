internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension FolderListing {
    /// What stands at a path, links followed; nil where nothing does.
    static func entry(at path: String) -> (isFolder: Bool, isLink: Bool)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink, stat(path, &status) != 0 { return nil }
        return (status.st_mode & S_IFMT == S_IFDIR, isLink)
    }

    /// The names of all that is in a folder, and those of the folder and of the one above.
    /// - Throws: ``FindingsError`` when it cannot be read, or is a file.
    static func names(in folder: String) throws(FindingsError) -> [String] {
        guard let stream = opendir(folder) else {
            throw FileInput.failure(errno, at: Location(file: folder), otherwise: .cannotRead)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                // In bounds: the system ends each name with a zero, within `d_name`; nothing behind it is read.
                withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}
