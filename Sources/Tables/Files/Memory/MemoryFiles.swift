internal import Values

/// Files that are held in memory: what stands in place of the system's where there is none.
///
/// Paths are as everywhere; what does not begin with `/` begins there all the same. There are no links, and everything may be
/// read and written.
package struct MemoryFiles: Sendable {
    /// The bytes of each file, by its whole path.
    private var files: [String: [UInt8]] = [:]
    /// The names in each folder, by its whole path.
    private var folders: [String: Set<String>] = ["/": []]

    package init() {}

    /// The path from the root, without `.` and `..`.
    package static func absolute(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The bytes of a file; nil where there is none.
    package func bytes(at path: String) -> [UInt8]? { files[Self.absolute(path)] }

    /// The names of all that is in a folder, in no order; nil where there is none.
    package func names(in path: String) -> [String]? { folders[Self.absolute(path)].map { Array($0) } }

    /// Whether a folder stands at a path.
    package func isFolder(_ path: String) -> Bool { folders[Self.absolute(path)] != nil }

    /// Puts a file at a path, in place of the one that stands there; folders that are missing above it are made.
    /// - Returns: whether it is there now: not where a folder stands, nor below a file.
    @discardableResult package mutating func put(_ bytes: [UInt8], at path: String) -> Bool {
        let path = Self.absolute(path)
        guard folders[path] == nil, makeFolder(FilePath.parent(of: path)) else { return false }
        files[path] = bytes
        folders[FilePath.parent(of: path)]?.insert(FilePath.name(of: path))
        return true
    }

    /// Makes a folder, and those that are missing above it; false where a file is in the way.
    @discardableResult package mutating func makeFolder(_ path: String) -> Bool {
        let path = Self.absolute(path)
        if folders[path] != nil { return true }
        guard files[path] == nil, makeFolder(FilePath.parent(of: path)) else { return false }
        folders[path] = []
        folders[FilePath.parent(of: path)]?.insert(FilePath.name(of: path))
        return true
    }

    /// Removes a file, or a folder with all that is in it.
    package mutating func remove(_ path: String) {
        let path = Self.absolute(path)
        for name in folders[path] ?? [] { remove(path + "/" + name) }
        files[path] = nil
        guard path != "/" else { return }
        folders[path] = nil
        folders[FilePath.parent(of: path)]?.remove(FilePath.name(of: path))
    }
}

#if hasFeature(Embedded)
    extension MemoryFiles {
        /// The files that are read and written.
        // Not shared: there are no threads.
        nonisolated(unsafe) package static var all = MemoryFiles()

        /// The bytes of a file.
        /// - Throws: ``FindingsError`` with `file.isFolder` or `file.notFound`.
        func existing(_ path: String) throws(FindingsError) -> [UInt8] {
            if let bytes = bytes(at: path) { return bytes }
            throw FindingsError(isFolder(path) ? FileFinding.isFolder : .notFound, at: Location(file: path))
        }
    }
#endif
