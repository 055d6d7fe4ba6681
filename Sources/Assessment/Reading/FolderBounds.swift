import Tables
import Values

/// What may lie outside a folder that names it, if it is what it should be.
package enum OutsideKind: String, CaseIterable, Sendable {
    case criteria, questionnaire, profile, assessment

    /// The keys of such a file; it has two of them at least.
    private var keys: Set<String> {
        switch self {
        case .criteria: ["set", "edition", "criteria", "levels"]
        case .questionnaire: ["questionnaire", "scale", "blocks"]
        case .profile: ["format", "columns"]
        case .assessment: ["criteria", "stage", "format"]
        }
    }

    /// Whether a file is meant as such.
    func isMeant(by document: JSONDocument) -> Bool {
        guard case .object(let members) = document.root.content else { return false }
        return members.lazy.filter { keys.contains($0.key) }.prefix(2).count == 2
    }
}

/// Holds the files that a folder names, or brings along, against the folder: one from a stranger must not read what else
/// lies on the disk, nor make anybody wait.
///
/// Tables, answers and evidence are files inside the folder, links followed. Criteria, questionnaires, profiles of lists
/// and the period before may lie outside, where what is found there is meant as such. Of anything else nothing is told
/// but its path, which the folder knows already.
struct FolderBounds: Sendable {
    private let folder: String
    /// The absolute path of the folder, without links.
    private let root: String

    init(_ folder: String) {
        self.folder = FilePath.folder(folder)
        root = FilePath.absolute(folder)
    }

    /// What is wrong with a file where it stands; nil for one inside, and for one that is not there.
    func finding(_ path: String) -> Finding? {
        let file = TablePath(path).file
        guard let status = FileStatus(file, followsLinks: true) else { return nil }
        switch status.kind {
        case .other, .link: return Finding(FileFinding.notRegular, at: Location(file: file))
        case .folder: return nil
        case .file: return holds(file) ? nil : Finding(AssessmentFinding.outsideFolder, at: Location(file: file))
        }
    }

    /// What is wrong with the tables that a folder names, or brings along under their usual names.
    func findings(_ files: AssessmentFiles) -> [Finding] {
        let others: Set<FolderFile.Role> = [.criteria, .questionnaire]
        return files.all.filter { !others.contains($0.role) && !files.profiles.contains($0.path) }
            .compactMap { finding($0.path) }.withoutRepeats { $0.location }
    }

    /// A JSON file that the folder names, which may lie outside if it is what it should be.
    /// - Throws: ``FindingsError`` when it cannot be read, or is something else.
    func document(_ path: String, as kind: OutsideKind) throws(FindingsError) -> JSONDocument {
        if let finding = finding(path), finding.code == AssessmentFinding.outsideFolder.rawValue {
            return try meant(path, as: kind)
        }
        return try JSONDocument(contentsOf: path, .regular)
    }

    /// The settings of the folder.
    /// - Parameter isNamed: Whether another folder names this one, which must be an assessment then.
    /// - Throws: ``FindingsError`` when they cannot be read.
    func settings(isNamed: Bool = false) throws(FindingsError) -> JSONDocument {
        let path = folder + "/assessment.json"
        if let finding = finding(path) { throw FindingsError([finding]) }
        return isNamed && FileInput.exists(path)
            ? try meant(path, as: .assessment) : try JSONDocument(contentsOf: path, .regular)
    }

    /// A file of which nothing is told unless it is meant as what it should be.
    private func meant(_ path: String, as kind: OutsideKind) throws(FindingsError) -> JSONDocument {
        if let document = try? JSONDocument(contentsOf: path, .regular), kind.isMeant(by: document) { return document }
        throw FindingsError(
            AssessmentFinding.outsideFolder, at: Location(file: path), [.expected: .code(kind.rawValue)])
    }

    private func holds(_ file: String) -> Bool {
        FilePath.absolute(file).hasPrefix(root == "/" ? root : root + "/")
    }
}
