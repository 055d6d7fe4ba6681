package import Values

/// Writes files whole or not at all.
package enum FileOutput {
    /// Replaces the file with the bytes, as ``StreamOutput`` does.
    /// - Throws: ``FindingsError`` with `file.isFolder`, `file.noPermission`, `file.notFound` (the folder) or
    ///   `file.cannotWrite`; the old file is then untouched and no temporary file is left behind.
    package static func write(_ bytes: [UInt8], to path: String) throws(FindingsError) {
        let output = try StreamOutput(path: path)
        try output.write(bytes)
        try output.finish()
    }
}
