import Assessment
import Tables

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
        return CriteriaPlaces(folders: named + [folder + "/criteria", folder + "/../share/score-cli/criteria"])
    }

    /// The file that a text on the command line stands for: a path, or a set and edition, which is looked for in the folder
    /// `criteria` here, too. A name that is found nowhere is taken for a path.
    static func file(_ text: String) -> String {
        if FileInput.exists(text) || !isName(text) { return text }
        let here = CriteriaPlaces(folders: ["criteria"] + installed.folders)
        return here.candidates(text, for: nil).first(where: FileInput.exists) ?? text
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
