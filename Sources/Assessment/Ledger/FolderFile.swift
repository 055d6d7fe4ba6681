internal import Tables
internal import Values

/// A file that an assessment consists of.
struct FolderFile: Hashable, Sendable {
    /// What a file is for.
    enum Role: String, CaseIterable, Sendable {
        case settings, criteria, units, assignments, figures, points, questionnaire, answers, list
        case actions, remarks, calendar, requests, evidence
        /// A file of the period before.
        case previous
        /// What a publication says.
        case result

        /// Whether points may rest on it; a change of any other file is only worth a remark.
        var decidesPoints: Bool { ![.actions, .remarks, .calendar, .requests, .evidence].contains(self) }
    }

    /// The path as it can be opened.
    let path: String
    /// The sheet of a workbook that is read; nil for its only one.
    var sheet: String?
    let role: Role
    /// Where the file is found by its set and edition: the path from the folder at which it is looked for first.
    var namedPath: String?

    /// The path with the sheet, as tables are opened.
    var tablePath: String { sheet.map { path + "#" + $0 } ?? path }

    /// The files of a folder that exist, with those of the period before, each once.
    ///
    /// Only `assessment.json` is read; where it cannot be, only that is a file.
    static func all(of folder: String, _ places: CriteriaPlaces) -> [FolderFile] {
        var files = own(folder, places, isPrevious: false)
        if let previous = settings(of: folder, places)?.files.previous {
            files += own(previous, places, isPrevious: true)
        }
        var seen: Set<String> = []
        return files.filter { FileInput.exists($0.path) && seen.insert(FilePath.absolute($0.path)).inserted }
    }

    private static func settings(
        of folder: String, _ places: CriteriaPlaces
    ) -> (settings: AssessmentSettings, files: AssessmentFiles)? {
        guard let document = try? JSONDocument(contentsOf: folder + "/assessment.json") else { return nil }
        return AssessmentSettings.read(document, folder: folder, places, into: FindingSink())
    }

    private static func own(_ folder: String, _ places: CriteriaPlaces, isPrevious: Bool) -> [FolderFile] {
        func file(_ path: String, _ role: Role) -> FolderFile {
            let table = TablePath(path)
            return FolderFile(path: table.file, sheet: table.sheet, role: isPrevious ? .previous : role)
        }
        let first = file(folder + "/assessment.json", .settings)
        guard let stated = settings(of: folder, places)?.files else { return [first] }
        return [first]
            + stated.all.compactMap { path, role in
                // Of the period before only figures are read.
                if isPrevious, role == .points || !role.decidesPoints { return nil }
                var file = file(path, role)
                if role == .criteria { file.namedPath = stated.criteriaName.map { "criteria/\($0).json" } }
                return file
            }
    }
}

/// A file as it was: a row of a list of files.
struct KeptFile: Hashable, Sendable {
    /// The path from the assessment's folder.
    let path: String
    var sheet: String?
    let role: FolderFile.Role
    let size: Int
    let sum: String
    /// The path of a copy from the assessment's folder; nil where none is kept.
    var copy: String?
}

/// A list of files as they were, with their sums: `files.csv` of what was locked or published.
struct KeptFiles: Sendable {
    static let file = "files.csv"
    private static let columns = [
        ["path", "tệp"], ["sheet", "trang tính"], ["role", "vai trò"], ["bytes", "số byte"], ["SHA-256"],
        ["copy", "bản sao"],
    ]

    var files: [KeptFile] = []

    init(_ files: [KeptFile] = []) { self.files = files }

    /// Reads a list; nil where it is not one.
    init?(_ bytes: [UInt8], file: String) {
        var options = TableOptions()
        (options.delimiter, options.decimalSeparator) = (.comma, .point)
        guard let table = try? Table(file: file, bytes: bytes, options: options), !table.findings.containsError else {
            return nil
        }
        let columns = Self.columns.compactMap { table.column(named: $0) }
        guard columns.count == Self.columns.count else { return nil }
        for row in 0..<table.rowCount {
            func text(_ position: Int) -> String? {
                let text = table.text(row, columns[position])
                return text.isEmpty ? nil : text
            }
            guard let path = text(0), let role = text(2).flatMap(FolderFile.Role.init),
                let size = text(3).flatMap({ Int($0) }),
                let sum = text(4)
            else { return nil }
            files.append(KeptFile(path: path, sheet: text(1), role: role, size: size, sum: sum, copy: text(5)))
        }
    }

    /// The list as a table, always the same for the same files.
    var bytes: [UInt8] {
        var writer = CSVWriter(.plain)
        writer.writeRow(Self.columns.map { .text($0[0]) })
        for file in files {
            writer.writeRow(
                [file.path, file.sheet ?? "", file.role.rawValue, String(file.size), file.sum, file.copy ?? ""]
                    .map { $0.isEmpty ? .blank : .text($0) })
        }
        return writer.bytes
    }
}
