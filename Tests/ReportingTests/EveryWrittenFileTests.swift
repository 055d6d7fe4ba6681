import Assessment
import Documents
import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Every option that names a file to be written, of every command, against every file that the command reads.
@Suite struct EveryWrittenFileTests {
    /// Command lines with all that they can read: `F` is the folder of the assessment, `P` that of last year's, `R` the
    /// root above both.
    private static let lines: [String: [String]] = [
        "check": ["F --points R/p.json", "R/criteria/tuy-phuoc/2023-2025.json --points R/p.json"],
        "score": ["F --points R/p.json"], "explain": ["F 1.1 --points R/p.json"], "gap": ["F --points R/p.json"],
        "whatif": ["F --points R/p.json --scenario R/s.json --set 1.1=1"],
        "plan": [
            "F --points R/p.json --actions R/a.csv --budget 1", "F --actions R/book.xlsx#Trang --budget 1",
        ],
        "rank": ["F --points R/p.json --errors R/a.csv"], "compare": ["P F", "F --published"],
        "history": ["P F --points R/p.json"], "progress": ["F --points R/p.json"],
        "deadlines": ["F --points R/p.json"], "alerts": ["F --points R/p.json"], "evidence": ["F --points R/p.json"],
        "lists": ["F --points R/p.json"],
        "report": ["F --points R/p.json", "F --document evidence"]
            + DocumentKind.allCases.map { "F --document \($0.rawValue)" },
        "collect": ["F R/forms R/a.csv"], "journal": ["F", "F --against P"], "stage list": ["F"], "verify": ["F"],
        "survey": ["F --tally R/a.csv --tally R/s.json --small-areas R/p.json"],
        "survey tally": ["R/a.csv R/book.xlsx#Trang --questionnaire F/questionnaire.json"],
        "survey check": ["R/a.csv R/book.xlsx#Trang --questionnaire F/questionnaire.json"],
        "survey progress": ["R/a.csv --questionnaire F/questionnaire.json --sample R/book.xlsx#Trang"],
        "survey init": ["R/book.xlsx#Trang"],
        "survey merge": ["R/a.csv R/s.json --questionnaire F/questionnaire.json"],
        "survey sql": ["--questionnaire F/questionnaire.json"], "survey sample-size": ["--strata R/book.xlsx#Trang"],
        "criteria list": ["R/criteria"], "criteria show": ["R/criteria/tuy-phuoc/2023-2025.json --points R/p.json"],
        "criteria diff": ["R/criteria/tuy-phuoc/2023-2025.json R/s.json"],
        "criteria import": ["R/book.xlsx"],
        "criteria export": ["R/criteria/tuy-phuoc/2023-2025.json --points R/p.json"],
        "criteria review": ["P F --points R/p.json", "F"],
    ]

    /// The sample, with every further file that a folder can have.
    private static func sample() throws -> TemporaryFolder {
        let root = TemporaryFolder()
        for part in ["criteria/tuy-phuoc", "criteria/calendar", "datasets/tuy-phuoc-2023", "datasets/tuy-phuoc-2024"] {
            for name in Repository.paths(below: part, ending: "") where name.contains(".") {
                root.add(Data("?".utf8), part + "/" + name)
            }
        }
        for year in ["2023", "2024"] {
            let name = "datasets/tuy-phuoc-\(year)/assessment.json"
            root.add(try Repository.data(name), name)
        }
        let settings = try #require(root.text("datasets/tuy-phuoc-2024/assessment.json"))
        let more = #"""
            {"lists": [{"file": "list.csv", "profile": "profile.json", "unit": "a", "metrics": {}}],
             "stages": [{"code": "self", "closes": {"workingDays": 5, "after": "2024-11-20"}}],
            """#
        root.add(more + settings.dropFirst(), "datasets/tuy-phuoc-2024/assessment.json")
        for name in [
            "remarks.csv", "calendar.csv", "assignments.csv", "requests.csv", "evidence.csv", "evidence/a.pdf",
            "list.csv", "profile.json", "journal.csv", "stages.csv", "locked/1/files.csv", "published/1/results.csv",
            "published/1/input/metrics.csv",
        ] {
            root.add("?", "datasets/tuy-phuoc-2024/" + name)
        }
        for name in ["p.json", "s.json", "a.csv", "book.xlsx", "forms/a.xlsx", "forms/b.csv"] { root.add("?", name) }
        return root
    }

    /// The files that a line reads: those that it names, and those below the folders.
    private static func read(_ words: [String], of root: TemporaryFolder) -> Set<String> {
        var files: Set<String> = []
        func add(below folder: String) {
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path(folder))) ?? []
            files.formUnion(names.filter { $0.contains(".") }.map { folder + "/" + $0 })
        }
        for word in words {
            let name = word.hasPrefix(root.path) ? String(word.dropFirst(root.path.count + 1)) : ""
            if name.hasPrefix("datasets"), !name.contains(".") {
                add(below: name)
                files.insert("criteria/tuy-phuoc/2023-2025.json")
                // Last year is that of this year's folder too; its days are counted in 2023 to 2026.
                if name.hasSuffix("2024") {
                    add(below: "datasets/tuy-phuoc-2023")
                    files.formUnion(["criteria/calendar/vn-2025.csv", "criteria/calendar/vn-2026.csv"])
                }
            } else if name.contains(".") {
                files.insert(String(name.prefix { $0 != "#" }))
            } else if !name.isEmpty {
                add(below: name)
            }
        }
        // These lie beside what is read.
        return files.filter { file in
            !["README.md", "datapackage.json", "survey.schema.json"].contains { file.hasSuffix("/" + $0) }
                && !(words.first == "criteria" && file.hasSuffix(".csv") && file.hasPrefix("criteria"))
        }
    }

    private static func words(_ line: String, in root: TemporaryFolder) -> [String] {
        line.split(separator: " ").map { word in
            for (letter, path) in ["F": "/datasets/tuy-phuoc-2024", "P": "/datasets/tuy-phuoc-2023", "R": ""]
            where word == letter || word.hasPrefix(letter + "/") {
                return root.path + path + word.dropFirst()
            }
            return String(word)
        }
    }

    @Test(arguments: CommandDeclaration.all.filter { $0.options.contains(where: \.writesFile) }.map(\.name))
    func isHeldAgainstEveryFileRead(_ name: String) throws {
        let root = try Self.sample()
        let command = try #require(CommandDeclaration.all.first { $0.name == name })
        let lines = (Self.lines[name] ?? []).map { Self.words(name + " " + $0, in: root) }
        // A command and an option that are new need a line here.
        for option in command.options where option.isFile && !option.writesFile {
            #expect(lines.contains { $0.contains(option.flag) }, "\(option.flag)")
        }
        try #require(!lines.isEmpty)
        for words in lines {
            // A pack is of evidence alone.
            let written = command.options.filter { $0.writesFile && ($0.name != .pack || words.contains("evidence")) }
            let read = Self.read(words, of: root)
            #expect(!read.isEmpty)
            for (option, file) in written.flatMap({ option in read.map { (option, $0) } }) {
                // By another name, so that no ending tells a format.
                let link = root.path("link")
                try? FileManager.default.removeItem(atPath: link)
                try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: root.path(file))
                let parsed = try ArgumentParser.parse(words + [option.flag, link], language: .vi)
                let error = #expect(throws: UsageError.self, "\(words) \(option.flag) \(file)") {
                    try WrittenFiles.check(parsed)
                }
                guard case .writtenOverInput(link, option.flag, _)? = error else {
                    Issue.record("\(words) \(option.flag) \(file): \(String(describing: error))")
                    continue
                }
            }
            // A new file is none that is read; two of them are not one.
            let files = written.enumerated().flatMap { [$1.flag, root.path("new-\($0)")] }
            let apart = try ArgumentParser.parse(words + files, language: .vi)
            #expect(throws: Never.self) { try WrittenFiles.check(apart) }
            guard written.count > 1 else { continue }
            let same = written.flatMap { [$0.flag, root.path("new")] }
            let parsed = try ArgumentParser.parse(words + same, language: .vi)
            #expect(throws: UsageError.self) { try WrittenFiles.check(parsed) }
        }
    }

    /// A set that is named by its edition is a file too.
    @Test func setsThatAreNamed() throws {
        let file = CriteriaPlaces.file("tuy-phuoc/2023-2025")
        try #require(FileManager.default.fileExists(atPath: file), "run in the folder of the package")
        let root = TemporaryFolder()
        let link = root.path("link")
        let target = URL(filePath: file).path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        for words in [["criteria", "show"], ["criteria", "export"], ["criteria", "diff", "tuy-phuoc/2023-2025"]] {
            let parsed = try ArgumentParser.parse(words + ["tuy-phuoc/2023-2025", "--output", link], language: .vi)
            #expect(throws: UsageError.writtenOverInput(link, option: "--output", input: file)) {
                try WrittenFiles.check(parsed)
            }
        }
    }

    /// What is written as a folder is new: nothing in one that is there is replaced.
    @Test(arguments: [["forms"], ["report", "--document", "self"]])
    func foldersAreNew(words: [String]) {
        let sample = SmallFolder(
            [SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2")], figures: ["a;1.1;50;;", "b;1.1;60;;"])
        sample.folder.add("?", "out/a.docx")
        let names = sample.folder.names
        for folder in [sample.path, sample.folder.path("out")] {
            let line = [words[0], sample.path] + words.dropFirst() + ["--output", folder, "--quiet"]
            #expect(CommandLineTool.run(line) == .failed)
        }
        #expect(sample.folder.names == names && sample.folder.text("out/a.docx") == "?")
    }
}
