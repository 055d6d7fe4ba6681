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
            do throws(FindingsError) {
                _ = try bounds.document(folder + "/../b.json", as: kind)
                return []
            } catch {
                return error.findings
            }
        }
        let stages = (0...50).map { "{\"code\": \"s\($0)\", \"name\": \"S\($0)\"}" }.joined(separator: ", ")
        root.add("{\"stages\": [\(stages)]}", "c/assessment.json")
        let many = Assessment.read(root.path("c")).findings.filter { $0.code == JSONFinding.tooMany.rawValue }
        return named + many + [folder + "/../b.csv", "/dev/null"].compactMap { bounds.finding($0) }
    }
}
