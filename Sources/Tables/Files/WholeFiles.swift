package import Values

// What is the same for the files of the system and for those in memory.

extension FileStatus {
    /// The bytes of files together, links followed; nil where one is no file.
    package static func size(of paths: [String]) -> Int? {
        var sum = 0
        for path in paths {
            guard let status = FileStatus(path, followsLinks: true), status.kind == .file else { return nil }
            sum += status.size
        }
        return sum
    }
}

extension FileOutput {
    /// Replaces the file with the bytes, as ``StreamOutput`` does.
    /// - Throws: ``FindingsError`` with `file.isFolder`, `file.noPermission`, `file.notFound` (the folder) or
    ///   `file.cannotWrite`; the old file is then untouched and no temporary file is left behind.
    package static func write(_ bytes: [UInt8], to path: String) throws(FindingsError) {
        let output = try StreamOutput(path: path)
        try output.write(bytes)
        try output.finish()
    }
}

extension FolderOutput {
    /// Makes a folder with files, as ``write(to:replacing:_:)`` does.
    /// - Parameter files: The paths of the files from the folder, with their bytes.
    /// - Throws: ``FindingsError`` as it does; nothing is then left behind.
    package static func write(_ files: [(path: String, bytes: [UInt8])], to folder: String) throws(FindingsError) {
        try write(to: folder) { (take) throws(FindingsError) in
            for file in files { try take(file.path, file.bytes) }
        }
    }
}
