internal import Tables
internal import Values

/// A file that an assessment consists of.
struct FolderFile: Hashable, Sendable {
    /// What a file is for.
    enum Role: String, CaseIterable, Sendable {
        case settings, criteria, units, assignments, figures, points, questionnaire, answers, populations, list
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
    /// Of installed criteria, which are found by set and edition: the path from the folder at which they are looked for
    /// first. What the folder brings along has none.
    var namedPath: String?

    /// The files of a folder that exist, with those of the period before, each once; of a workbook each table is one.
    ///
    /// Only `assessment.json` is read; where it cannot be, only that is a file.
    static func all(of folder: String, _ places: CriteriaPlaces) -> [FolderFile] {
        let own = stated(by: folder, places)
        var files = list(own, of: folder, from: folder)
        if let previous = own?.previous {
            // Of the period before only figures are read.
            files += list(stated(by: previous, places), of: previous, from: folder)
                .filter { $0.role != .points && $0.role.decidesPoints }
                .map { $0.with(.previous) }
        }
        return files.filter { FileInput.exists($0.path) }
            .withoutRepeats { [FilePath.absolute($0.path), $0.sheet ?? "", $0.role.rawValue, $0.namedPath ?? ""] }
    }

    private static func stated(by folder: String, _ places: CriteriaPlaces) -> AssessmentFiles? {
        guard let document = try? FolderBounds(folder).settings() else { return nil }
        return AssessmentSettings.read(document, folder: folder, places, into: FindingSink())?.1
    }

    private static func list(_ stated: AssessmentFiles?, of folder: String, from base: String) -> [FolderFile] {
        let first = FolderFile(path: folder + "/assessment.json", role: .settings)
        return [first]
            + (stated?.all ?? []).map { path, role in
                let table = TablePath(path)
                var file = FolderFile(path: table.file, sheet: table.sheet, role: role)
                if role == .criteria, let name = stated?.criteriaName {
                    file.namedPath = installedPath(of: file, name, folder, from: base)
                }
                return file
            }
    }

    /// Where installed criteria are looked for first; nil for those that lie in or beside the folder that names them.
    private static func installedPath(
        of file: FolderFile, _ name: String, _ folder: String, from base: String
    ) -> String? {
        let own = CriteriaPlaces().candidates(name, for: folder)
        if own.contains(file.path) { return nil }
        let path = FilePath.relative(from: base, to: folder)
        return (path == "." ? "" : path + "/") + "criteria/\(name).json"
    }

    private func with(_ role: Role) -> FolderFile {
        FolderFile(path: path, sheet: sheet, role: role, namedPath: namedPath)
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
