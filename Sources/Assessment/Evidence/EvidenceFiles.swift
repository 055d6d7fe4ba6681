import Tables
import Values

/// The files below the folder `evidence` of an assessment.
struct EvidenceFiles {
    static let folder = "evidence"
    /// How deep folders are searched.
    static let depth = 12

    private let root: String
    private let limit: Int
    /// The paths as they can be opened, by those from the folder with their letters composed: some systems decompose the
    /// names of files.
    private let files: [String: String]
    /// The folders that could not be read.
    let unreadable: [String]

    /// - Parameters:
    ///   - folder: The folder of the assessment.
    ///   - limit: How many bytes a file may have.
    init(of folder: String, limit: Int) {
        (root, self.limit) = (folder + "/" + Self.folder, limit)
        var found: [String] = []
        var unreadable: [String] = []
        do throws(FindingsError) {
            found = try FolderListing.files(in: root, ending: "", depth: Self.depth) { error in
                unreadable += error.findings.map { $0.location.file }
            }
        } catch {
            // An assessment need not have the folder.
            if FileInput.exists(root) { unreadable.append(root) }
        }
        self.unreadable = unreadable
        let start = root.utf8.count + 1
        files = Dictionary(
            found.map { (VietnameseText.composed(String(decoding: $0.utf8.dropFirst(start), as: UTF8.self)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The paths from the folder, in their order.
    var names: [String] { files.keys.sorted() }

    /// A path as a table has it, without the name of the folder before it.
    static func name(_ path: String) -> String {
        let name = VietnameseText.composed(path)
        return name.hasPrefix(folder + "/") ? String(name.dropFirst(folder.count + 1)) : name
    }

    /// What stands at the path that a table has, and the path as it can be opened where that is a file.
    func state(of path: String) -> (state: EvidenceItem.FileState, path: String?) {
        let name = Self.name(path)
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.contains("\\") || name.contains("\0") || name.hasPrefix("/")
            || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
        {
            return (.outside, nil)
        }
        // Neither the folder itself nor what is below it may be a link.
        var walked = root
        if FileStatus(walked)?.kind == .link { return (.link, nil) }
        for part in parts {
            walked += "/" + part
            if FileStatus(walked)?.kind == .link { return (.link, nil) }
        }
        let actual = files[name] ?? walked
        guard let status = FileStatus(actual) else { return (.missing, nil) }
        switch status.kind {
        case .link: return (.link, nil)
        case .folder, .other: return (.noFile, nil)
        case .file:
            if !status.isReadable { return (.unreadable, nil) }
            if status.size == 0 { return (.empty, nil) }
            return status.size > limit ? (.tooLarge(status.size), nil) : (.sound(status.size), actual)
        }
    }
}
