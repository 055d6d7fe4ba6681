internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a path leads to, whatever it is called: links are resolved, and hard links are one file.
package struct FileIdentity: Hashable, Sendable {
    /// How many links are followed before a path counts as leading nowhere.
    private static let linkLimit = 40

    /// The file, or the folder of a file that does not exist yet.
    private let device: UInt64
    private let node: UInt64
    /// The name of a file that does not exist yet.
    private let newName: String?

    /// The regular file that a path leads to, or would create; nil for folders, pipes and devices, and where even the
    /// folder does not exist. ``BlockInput/standardInput`` stands for what standard input reads.
    package init?(path: String) {
        self.init(path: path, links: Self.linkLimit)
    }

    private init?(path: String, links: Int) {
        var status = stat()
        let isInput = path == BlockInput.standardInput
        if isInput ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { return nil }
            self.init(status, newName: nil)
            return
        }
        guard !isInput, links > 0 else { return nil }
        let parts = Self.divided(path)
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
            guard let target = FilePath.link(path) else { return nil }
            self.init(path: target.hasPrefix("/") ? target : parts.folder + target, links: links - 1)
            return
        }
        guard !parts.name.isEmpty, stat(parts.folder.isEmpty ? "." : parts.folder, &status) == 0 else { return nil }
        self.init(status, newName: parts.name)
    }

    private init(_ status: stat, newName: String?) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        node = UInt64(truncatingIfNeeded: status.st_ino)
        self.newName = newName
    }

    /// The folder, with its slash, and the name in it.
    private static func divided(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}
