import TestSupport
import Values

@testable import Assessment
@testable import Tables

/// What folders bring along that is not theirs, and what no file is, as the readers report it.
enum FoundBounds {
    static var all: [Finding] {
        let root = TemporaryFolder()
        let folder = root.path("a")
        root.add("x", "b.csv")
        root.add("[]", "b.json")
        root.add("", "a/x")
        let bounds = FolderBounds(folder)
        let named = OutsideKind.allCases.flatMap { kind -> [Finding] in
            do {
                _ = try bounds.document(folder + "/../b.json", as: kind)
                return []
            } catch {
                return error.findings
            }
        }
        return named + [folder + "/../b.csv", "/dev/null"].compactMap { bounds.finding($0) }
    }
}
