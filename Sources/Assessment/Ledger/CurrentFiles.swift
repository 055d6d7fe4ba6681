internal import Tables
internal import Values

/// The files of a folder as they are now, with their sums.
struct CurrentFiles {
    /// What tells files apart: a workbook may hold several tables.
    struct Key: Hashable {
        /// From the folder.
        let path: String
        let sheet: String?
        let role: FolderFile.Role
    }

    struct Entry {
        let key: Key
        let file: FolderFile
        /// Blank for a file that cannot be read.
        let sum: String

        /// Whether these are installed criteria, and a kept file was these.
        func isInstalled(as kept: KeptFile) -> Bool {
            kept.sum == sum || file.namedPath != nil && FilePath.name(of: key.path) == FilePath.name(of: kept.path)
        }
    }

    let files: [Entry]
    private let byKey: [Key: Entry]

    /// Complexity: O(bytes of all files).
    init(_ folder: String, _ places: CriteriaPlaces) {
        var sums: [String: String] = [:]
        files = FolderFile.all(of: folder, places).map { file in
            let sum = sums[file.path] ?? FileSum.of(file.path) ?? ""
            sums[file.path] = sum
            return Entry(
                key: Key(path: FilePath.relative(from: folder, to: file.path), sheet: file.sheet, role: file.role),
                file: file, sum: sum)
        }
        byKey = Dictionary(firstOf: files.map { ($0.key, $0) })
    }

    /// What a kept file is now; nil where it is no longer there. Criteria are found by their name, wherever they lie.
    func file(for kept: KeptFile) -> Entry? {
        byKey[Key(path: kept.path, sheet: kept.sheet, role: kept.role)]
            ?? files.first { entry in
                switch kept.role {
                case .criteria: entry.file.role == .criteria
                case .previous: entry.file.role == .previous && entry.isInstalled(as: kept)
                default: false
                }
            }
    }
}

/// The SHA-256 of files.
enum FileSum {
    /// The sum of a file; nil for one that cannot be read.
    static func of(_ path: String) -> String? { (try? FileInput.bytes(of: path, .regular)).map { SHA256.hex(of: $0) } }
}
