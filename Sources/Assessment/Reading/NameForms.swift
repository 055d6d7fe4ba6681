import Tables
import Values

/// Names of files in both forms of their letters: texts are composed when they are read, while some systems decompose the
/// names of files, and archives bring them along.
final class NameForms {
    /// The names in a folder that are not composed, by their composed forms.
    private var decomposed: [String: [String: String]] = [:]

    /// The path itself or, where nothing stands there, that of a file whose name has the same letters.
    func existing(_ path: String) -> String {
        let name = FilePath.name(of: path)
        if name.utf8.allSatisfy({ $0 < 0x80 }) || FileInput.exists(path) { return path }
        let (file, folder) = (TablePath(path).file, FilePath.parent(of: path))
        if FileInput.exists(file) { return path }
        let names = decomposed[folder] ?? Self.names(in: folder)
        decomposed[folder] = names
        guard let found = names[FilePath.name(of: file)] else { return path }
        return folder + "/" + found + String(path.dropFirst(file.count))
    }

    private static func names(in folder: String) -> [String: String] {
        let names = ((try? FolderListing.entries(of: folder)) ?? []).map { (VietnameseText.composed($0), $0) }
        // Texts with the same letters are equal: only their bytes tell them apart.
        return Dictionary(firstOf: names.filter { !$0.utf8.elementsEqual($1.utf8) })
    }
}
