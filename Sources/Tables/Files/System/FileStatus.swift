#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What stands at a path.
package struct FileStatus: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case file, folder, link, other }

    package let kind: Kind
    /// The bytes of a file.
    package let size: Int
    /// Whether it may be read.
    package let isReadable: Bool

    /// Nil where nothing stands there.
    /// - Parameter followsLinks: Whether a link at the end of the path is followed: then nothing is a link.
    package init?(_ path: String, followsLinks: Bool = false) {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int(status.st_size)
        isReadable = access(path, R_OK) == 0
    }
}
