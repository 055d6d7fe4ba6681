package import Values

/// Lists the contents of folders.
package enum FolderListing {
    /// The paths of the files in a folder and its subfolders whose names have the specified ending, in byte order.
    /// Names that begin with a dot are left out, and links to folders are not followed.
    ///
    /// - Parameters:
    ///   - folder: the path of the folder; paths in the result begin with it.
    ///   - ending: the ending of the names, such as `.json`.
    ///   - depth: how many levels of folders are searched.
    ///   - passOver: takes what is wrong with a subfolder that cannot be read, and its files are left out; nil where that
    ///     fails the whole listing.
    /// - Throws: ``FindingsError`` when the folder cannot be read.
    package static func files(
        in folder: String, ending: String, depth: Int = 4, passingOver passOver: ((FindingsError) -> Void)? = nil
    ) throws(FindingsError) -> [String] {
        let names = try names(in: folder).filter { !$0.hasPrefix(".") }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        var files: [String] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = base + name
            guard let entry = entry(at: path) else { continue }
            if entry.isFolder {
                guard depth > 1, !entry.isLink else { continue }
                do throws(FindingsError) {
                    files += try Self.files(in: path, ending: ending, depth: depth - 1, passingOver: passOver)
                } catch {
                    guard let passOver else { throw error }
                    passOver(error)
                }
            } else if name.lowercased().hasSuffix(ending) {
                files.append(path)
            }
        }
        return files
    }

    /// Whether a folder has nothing in it, hidden files included.
    /// - Throws: ``FindingsError`` when it cannot be read, or is a file.
    package static func isEmpty(_ folder: String) throws(FindingsError) -> Bool { try entries(of: folder).isEmpty }

    /// The names of all that is in a folder, hidden files included, in no order.
    /// - Throws: ``FindingsError`` when it cannot be read, or is a file.
    package static func entries(of folder: String) throws(FindingsError) -> [String] {
        try names(in: folder).filter { $0 != "." && $0 != ".." }
    }
}
