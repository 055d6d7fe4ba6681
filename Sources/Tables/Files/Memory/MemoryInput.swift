// What reads files where they are held in memory.
#if hasFeature(Embedded)
    package import Values

    extension FileInput {
        /// The same; `whileReading` is called before the file is read.
        static func bytes(
            of path: String, limit: Int = Self.limit, _ kind: Kind = .any, whileReading: () -> Void
        ) throws(FindingsError) -> [UInt8] {
            let bytes = try MemoryFiles.all.existing(path)
            whileReading()
            guard bytes.count <= limit else { throw tooLarge(bytes.count, limit: limit, at: Location(file: path)) }
            return bytes
        }

        /// Whether a path exists.
        package static func exists(_ path: String) -> Bool { FileStatus(path) != nil }

        /// Whether two paths lead to the same existing file.
        package static func areSame(_ first: String, _ second: String) -> Bool {
            exists(first) && FilePath.absolute(first) == FilePath.absolute(second)
        }
    }

    /// A file that is open for reading.
    final class OpenFile {
        private let bytes: [UInt8]
        private var position = 0

        /// - Throws: ``FindingsError`` with `file.notFound` or `file.isFolder`.
        init(path: String) throws(FindingsError) { bytes = try MemoryFiles.all.existing(path) }

        /// How many bytes it has.
        var size: Int? { bytes.count }
        /// It holds what it was when it was opened.
        var isUnchanged: Bool { true }

        /// Reads until the buffer is full or the file ends.
        func read(into buffer: UnsafeMutableRawBufferPointer) throws(FindingsError) -> Int {
            // In bounds: no more is copied than the buffer holds.
            let part = bytes[position...].prefix(buffer.count)
            buffer.copyBytes(from: part)
            position += part.count
            return part.count
        }
    }

    /// What stands at a path.
    package struct FileStatus: Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case file, folder, link, other }

        package let kind: Kind
        /// The bytes of a file.
        package let size: Int
        /// Whether it may be read.
        package var isReadable: Bool { true }

        /// Nil where nothing stands there.
        package init?(_ path: String, followsLinks: Bool = false) {
            let bytes = MemoryFiles.all.bytes(at: path)
            guard bytes != nil || MemoryFiles.all.isFolder(path) else { return nil }
            kind = bytes == nil ? .folder : .file
            size = bytes?.count ?? 0
        }
    }

    /// What a path leads to, whatever it is called.
    package struct FileIdentity: Hashable, Sendable {
        private let path: String

        /// The file that a path leads to, or would create; nil for folders, and where even the folder does not exist.
        package init?(path: String) {
            let path = MemoryFiles.absolute(path)
            guard MemoryFiles.all.isFolder(FilePath.parent(of: path)), !MemoryFiles.all.isFolder(path) else {
                return nil
            }
            self.path = path
        }
    }

    extension FilePath {
        /// The absolute path of what exists; nil where nothing does.
        static func real(_ path: String) -> String? { FileInput.exists(path) ? MemoryFiles.absolute(path) : nil }
    }

    extension FolderListing {
        /// What stands at a path; nil where nothing does.
        static func entry(at path: String) -> (isFolder: Bool, isLink: Bool)? {
            FileStatus(path).map { ($0.kind == .folder, false) }
        }

        /// The names of all that is in a folder.
        /// - Throws: ``FindingsError`` with `file.notFound`, also where it is a file.
        static func names(in folder: String) throws(FindingsError) -> [String] {
            if let names = MemoryFiles.all.names(in: folder) { return names }
            throw FindingsError(FileFinding.notFound, at: Location(file: folder))
        }
    }
#endif
