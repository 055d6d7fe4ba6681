import Assessment
import Tables
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension CriteriaPlaces {
    /// The folders of the environment variable `SCORE_CRITERIA`, separated by colons, then those that are installed with
    /// the program: `criteria` beside it, and `share/score-cli/criteria` beside its folder.
    static var installed: CriteriaPlaces {
        let named = (Environment.value("SCORE_CRITERIA") ?? "").split(separator: ":").map(String.init)
        guard let folder = programFolder else { return CriteriaPlaces(folders: named) }
        let shared = FilePath.parent(of: folder) + "/share/score-cli/criteria"
        return CriteriaPlaces(folders: named + [folder + "/criteria", shared])
    }

    /// Where sets are listed when nobody names a folder: the folder `criteria` here or, without one, the first of those
    /// that are installed.
    static var listed: String { here.folders.first(where: FileInput.exists) ?? here.folders[0] }

    /// Where a set is looked for that the command line names: the folder `criteria` here, too.
    private static var here: CriteriaPlaces { CriteriaPlaces(folders: ["criteria"] + installed.folders) }

    /// The file that a text on the command line stands for: a path, or a set and edition. A name that is found nowhere is
    /// taken for a path (``missing(_:)``).
    static func file(_ text: String) -> String {
        if FileInput.exists(text) || !isName(text) { return text }
        return here.candidates(text, for: nil).first(where: FileInput.exists) ?? text
    }

    /// The sets that are found, by set and edition.
    static var names: [String] {
        here.folders.flatMap { folder in
            let files = (try? FolderListing.files(in: folder, ending: ".json", depth: 2)) ?? []
            return files.map { String($0.dropFirst(folder.count + 1).dropLast(".json".count)) }
        }.filter(isName).withoutRepeats { $0 }
    }

    /// What is said of a text that names a set and edition which is found nowhere; nil for any other text.
    static func missing(_ text: String) -> Finding? {
        guard isName(text), !FileInput.exists(file(text)) else { return nil }
        var details: FindingDetails = [
            .found: .text(text), .expected: .names(here.candidates(text, for: nil)),
        ]
        if let meant = Spelling.closest(to: text, among: names) { details[.suggestion] = .text(meant) }
        return Finding(AssessmentFinding.noCriteriaNamed, at: Location(file: text), details)
    }

    /// The folder of the running program, through links; nil where the system does not tell.
    private static var programFolder: String? {
        #if canImport(Darwin)
            var size: UInt32 = 0
            _ = _NSGetExecutablePath(nil, &size)
            var name = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&name, &size) == 0, let resolved = realpath(name, nil) else { return nil }
        #else
            guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
        #endif
        defer { free(resolved) }
        let path = String(cString: resolved)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
