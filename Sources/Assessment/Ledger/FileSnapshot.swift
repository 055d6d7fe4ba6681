internal import Tables
internal import Values

/// The files of a folder as they are now, to be kept beside a record.
struct FileSnapshot: Sendable {
    /// A file of more bytes is kept as its sum only: what is kept can be mailed.
    static let copyLimit = 16 << 20

    private(set) var list = KeptFiles()
    /// What has to be written, with paths that can be opened.
    private(set) var copies: [(path: String, bytes: [UInt8])] = []

    /// Takes the files of a folder.
    ///
    /// - Parameters:
    ///   - place: The folder in it that the copies go into, such as `locked/3`.
    ///   - known: Copies that there are already, by their sums: of the same content no second one is made.
    /// - Throws: ``FindingsError`` where a file cannot be read.
    init(
        of folder: String, _ places: CriteriaPlaces, into place: String, known: [String: String] = [:]
    ) throws(FindingsError) {
        let files = FolderFile.all(of: folder, places)
        let relative = files.map { FilePath.relative(from: folder, to: $0.path) }
        let home = Self.home(of: folder, relative)
        for (file, path) in zip(files, relative) {
            let bytes = try FileInput.bytes(of: file.path, .regular)
            let sum = SHA256.hex(of: bytes)
            var kept = KeptFile(path: path, sheet: file.sheet, role: file.role, size: bytes.count, sum: sum)
            if let copy = known[sum] {
                kept.copy = copy
            } else if bytes.count <= Self.copyLimit {
                let copy = place + "/" + Self.inside(home, file.namedPath ?? path)
                kept.copy = copy
                // Sheets of one workbook have one copy.
                if !list.files.contains(where: { $0.copy == copy }) { copies.append((folder + "/" + copy, bytes)) }
            }
            list.files.append(kept)
        }
    }

    /// Adds a file that is not one of the folder.
    mutating func add(_ file: KeptFile, _ bytes: [UInt8], at path: String) {
        list.files.append(file)
        copies.append((path, bytes))
    }

    /// Where the folder itself stands among the copies: below as many folders as paths lead upwards, by their names.
    static func home(of folder: String, _ paths: [String]) -> [String] {
        let up = paths.map { $0.split(separator: "/").prefix { $0 == ".." }.count }.max() ?? 0
        let names = FilePath.absolute(folder).split(separator: "/").map(String.init)
        return ["input"] + (up == 0 ? [] : names.suffix(up))
    }

    /// The path of a copy.
    static func inside(_ home: [String], _ path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        let up = parts.prefix { $0 == ".." }.count
        return (home.dropLast(up) + parts.dropFirst(up)).joined(separator: "/")
    }

    /// The list with the copies, to be written at once.
    func files(in place: String, of folder: String) -> [(path: String, bytes: [UInt8])] {
        copies + [(folder + "/" + place + "/" + KeptFiles.file, list.bytes)]
    }
}
