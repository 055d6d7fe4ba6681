import Foundation
import Scoring
import TestSupport
import Testing
import Values

/// Law is data: nothing of a criteria set occurs in the sources outside comments.
@Suite("No set's name, code or wording in Sources")
struct SourceNamesTests {
    /// What must not occur in the sources, and the files of the repository that it comes from.
    private struct Names {
        /// Names of sets: whole words.
        var sets: Set<String> = []
        /// Codes of nodes, measures, metrics and objectives.
        var codes: Set<String> = []
        /// Names of leaves, their measures and metrics.
        var leaves: Set<String> = []

        init() throws {
            let folder = URL(filePath: Repository.path("criteria"))
            for file in try SourceNamesTests.files(in: folder, endings: ["json"])
            where !file.path.hasSuffix(".schema.json") && !file.lastPathComponent.hasPrefix("questionnaire") {
                let edition = try SeedRows.edition(at: file)
                sets.insert(edition.set)
                codes.formUnion(edition.objectives.map(\.code))
                for criterion in edition.criteria {
                    codes.insert(criterion.code)
                    guard let leaf = criterion.leaf else { continue }
                    leaves.insert(criterion.name.vi)
                    for measure in leaf.measures {
                        codes.insert(measure.code)
                        codes.formUnion(measure.metrics.map(\.code))
                        leaves.formUnion(measure.metrics.map(\.name.vi))
                        if let name = measure.name?.vi { leaves.insert(name) }
                    }
                }
            }
        }
    }

    private static func files(in folder: URL, endings: Set<String>) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.sorted().map { folder.appending(path: $0) }.filter { endings.contains($0.pathExtension) }
    }

    /// Every source file without its comments.
    private static let sources: [(path: String, text: SwiftText)] = {
        let found = (try? files(in: URL(filePath: Repository.path("Sources")), endings: ["swift", "c", "h"])) ?? []
        return found.compactMap { file in
            (try? String(contentsOf: file, encoding: .utf8)).map { (file.path, SwiftText($0)) }
        }
    }()

    /// The runs of letters, digits and the specified joining characters in a text.
    private static func words(_ text: String, joinedBy joints: String) -> Set<String> {
        Set(
            text.split { !($0.isLetter || $0.isNumber || joints.contains($0)) }
                .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: joints)) })
    }

    @Test("no name of a set")
    func sets() throws {
        let names = try Names()
        #expect(names.sets.count >= 8)
        #expect(Self.sources.count > 50)
        for (path, text) in Self.sources {
            let found = names.sets.intersection(Self.words(text.code, joinedBy: "-"))
            #expect(found.isEmpty, "\(path): \(found.sorted())")
        }
    }

    /// Codes with two or more points are searched for everywhere. A shorter one may also be a number or a letter of the
    /// language, so it counts only as a whole string.
    @Test("no code of an edition")
    func codes() throws {
        let names = try Names()
        let long = names.codes.filter { $0.count { $0 == "." } >= 2 }
        let short = names.codes.filter { $0.count { $0 == "." } == 1 || $0.first?.isLetter == true }
        #expect(long.count > 300)
        for (path, text) in Self.sources {
            let found = long.intersection(Self.words(text.code, joinedBy: ".-"))
                .union(short.intersection(text.literals))
            #expect(found.isEmpty, "\(path): \(found.sorted())")
        }
    }

    /// Names of three or more words are searched for everywhere. A shorter one, such as «Kết quả», is also an ordinary
    /// word of the language, and one that heads the points of a stage, «Điểm thẩm định», is a term of the flow.
    @Test("no wording of a leaf, a measure or a metric")
    func leaves() throws {
        let terms = [Stage.selfAssessment, .appraisal].map { "Điểm " + $0.name.vi.lowercased() }
        let names = try Names().leaves.filter { $0.split(separator: " ").count >= 3 && !terms.contains($0) }
        #expect(names.count > 400)
        for (path, text) in Self.sources {
            let literals = text.literals.joined(separator: "\n")
            let found = names.filter { strstr(literals, $0) != nil }
            #expect(found.isEmpty, "\(path): \(found.sorted())")
        }
    }

    @Test("comments are taken out, strings are not")
    func comments() {
        let text = SwiftText(
            #"""
            let a = "x // y"  // tuy-phuoc
            /* 3.4.1 /* nested */ still */ let b = "\(f("3.4.2")) /* z */"
            """#)
        #expect(!text.code.contains("tuy-phuoc"))
        #expect(!text.code.contains("3.4.1"))
        #expect(!text.code.contains("still"))
        #expect(text.code.contains("let b"))
        #expect(text.literals == ["x // y", "3.4.2", " /* z */"])
    }

    @Test("multi-line and raw strings are read to their ends")
    func otherStrings() {
        let text = SwiftText("let a = \"\"\"\n  // \"kept\"\n  \"\"\"\nlet b = #\"\\(no) \"//\" \"# // gone\n")
        #expect(text.literals == ["\n  // \"kept\"\n  ", "\\(no) \"//\" "])
        #expect(!text.code.contains("gone"))
    }
}
