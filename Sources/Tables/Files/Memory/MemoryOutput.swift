// What writes files where they are held in memory.
#if hasFeature(Embedded)
    package import Values

    /// Writes files whole or not at all.
    package enum FileOutput {
        /// Replaces several files, all or none; folders that are missing above them are made.
        /// - Throws: ``FindingsError`` with `file.isFolder` or `file.notFound` (below a file); every file is then as it was.
        package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FindingsError) {
            var all = MemoryFiles.all
            for file in files where !all.put(file.bytes, at: file.path) {
                throw FindingsError(
                    all.isFolder(file.path) ? FileFinding.isFolder : .notFound, at: Location(file: file.path))
            }
            MemoryFiles.all = all
        }
    }

    /// Writes a file part by part; it appears whole or not at all.
    package final class StreamOutput {
        private let path: String
        private var bytes: [UInt8] = []

        /// Begins a file.
        /// - Throws: ``FindingsError`` with `file.isFolder` or `file.notFound` (the folder).
        package init(path: String) throws(FindingsError) {
            self.path = path
            let location = Location(file: path)
            if MemoryFiles.all.isFolder(path) { throw FindingsError(FileFinding.isFolder, at: location) }
            guard MemoryFiles.all.isFolder(FilePath.parent(of: MemoryFiles.absolute(path))) else {
                throw FindingsError(FileFinding.notFound, at: location)
            }
        }

        /// Adds bytes.
        package func write(_ bytes: [UInt8]) throws(FindingsError) { self.bytes += bytes }

        /// Puts the bytes in place of the file; nothing can be written afterwards.
        /// - Throws: ``FindingsError`` with `file.cannotWrite` where a folder has taken its name.
        package func finish() throws(FindingsError) {
            guard MemoryFiles.all.put(bytes, at: path) else {
                throw FindingsError(FileFinding.cannotWrite, at: Location(file: path), [.reason: .text("folder")])
            }
        }
    }

    /// Makes folders whole or not at all.
    package enum FolderOutput {
        /// Makes a folder with files, which are handed over as they are made.
        /// - Parameter isOurs: Whether a file of a folder of that name may be replaced, by its path; where all may be, the new
        ///   folder takes the place of the old one, whole.
        /// - Throws: ``FindingsError`` with `file.folderNotEmpty` or `file.notFound` (the folder above).
        package static func write(
            to folder: String, replacing isOurs: ((_ path: String) -> Bool)? = nil,
            _ make: (
                _ take: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FindingsError) -> Void
            ) throws(FindingsError) -> Void
        ) throws(FindingsError) {
            let target = MemoryFiles.absolute(folder)
            let location = Location(file: folder)
            if let names = MemoryFiles.all.names(in: target) {
                guard names.allSatisfy({ isOurs?(target + "/" + $0) ?? false }) else {
                    throw FindingsError(FileFinding.folderNotEmpty, at: location)
                }
            } else if MemoryFiles.all.bytes(at: target) != nil {
                throw FindingsError(FileFinding.folderNotEmpty, at: location)
            } else if !MemoryFiles.all.isFolder(FilePath.parent(of: target)) {
                throw FindingsError(FileFinding.notFound, at: location)
            }
            // Not shared: there are no threads.
            nonisolated(unsafe) var made: [(path: String, bytes: [UInt8])] = []
            try make { (path, bytes) throws(FindingsError) in made.append((path, bytes)) }
            var all = MemoryFiles.all
            all.remove(target)
            all.makeFolder(target)
            for file in made where !all.put(file.bytes, at: target + "/" + file.path) {
                throw FindingsError(FileFinding.cannotWrite, at: location, [.reason: .text(file.path)])
            }
            MemoryFiles.all = all
        }
    }
#endif
