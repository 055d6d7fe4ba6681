import Annexes
import Documents
import Foundation
import OfficeCheck
import Scoring
import TestSupport
import Testing
import Values
import Words

@testable import Reporting
@testable import score_cli

/// Every set of the repository, written as an annex and read again, is the same set, and no program refuses the annex.
struct AnnexRoundTripTests {
    private static let files = Repository.paths(below: "criteria", ending: ".json")
        .filter { $0.contains("/") && !$0.contains("questionnaire") }

    private static func set(_ file: String) throws -> CriteriaSet {
        try CriteriaSet(reading: JSONDocument(file: file, bytes: Array(Repository.data("criteria/" + file))))
    }

    private static func bytes(_ set: CriteriaSet, _ format: String, _ language: Language) throws -> [UInt8] {
        let annex = CriteriaAnnex(set)
        var bytes: [UInt8] = []
        switch format {
        case "xlsx": try annex.writeWorkbook(in: language, file: "a.xlsx") { bytes += $0 }
        case "docx": annex.writeDocument(in: language) { bytes += $0 }
        default: bytes = annex.written(as: .csv, in: language) ?? []
        }
        return bytes
    }

    private static func read(_ bytes: [UInt8], _ format: String) throws -> AnnexImport {
        try AnnexImport(AnnexTable(file: "a." + format, bytes: bytes), AnnexSettings(texts: .usual))
    }

    @Test(arguments: files, ["csv", "xlsx", "docx"])
    func sameSet(file: String, format: String) throws {
        let set = try Self.set(file)
        // Each run tries each set in one language or the other.
        let other = (file.utf8.count + format.utf8.count) % Language.allCases.count
        for (index, language) in Language.allCases.enumerated() where Draws.areComplete || index == other {
            let bytes = try Self.bytes(set, format, language)
            if format != "csv" { #expect(OfficeCheck.faults(of: bytes) == []) }
            let again = try Self.read(bytes, format)
            #expect(again.json == CriteriaDraft(set).json)
            #expect(again.findings.isEmpty, "\(again.findings)")
        }
    }

    /// Whatever is written, the bytes do not depend on when.
    @Test func sameBytes() throws {
        let set = try Self.set(try #require(Self.files.first))
        for format in ["xlsx", "docx"] { #expect(try Self.bytes(set, format, .vi) == Self.bytes(set, format, .vi)) }
    }

    /// A cell that was changed does not fit what the row says for programs.
    @Test func changedCellsAreErrors() throws {
        let set = try Samples.set(Samples.criteria)
        let text = String(decoding: try Self.bytes(set, "csv", .vi), as: UTF8.self)
        for (old, new, heading) in [
            ("Hồ sơ đúng hạn", "Hồ sơ trước hạn", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần"),
            (";1,25;", ";1,3;", "Điểm tối đa"), ("\r\n1.10;", "\r\n1.1;", "STT"),
        ] {
            let changed = try #require(text.ranges(of: old).first)
            do {
                _ = try Self.read(Array(text.replacingCharacters(in: changed, with: new).utf8), "csv")
                Issue.record("\(new)")
            } catch let error as FindingsError {
                #expect(error.findings.map(\.code) == ["annex.changedCell"])
                #expect(error.findings[0].details[.key] == .text(heading))
            }
        }
        // Written another way it is the same number.
        let same = try #require(text.ranges(of: ";1,25;").first)
        let again = try Self.read(Array(text.replacingCharacters(in: same, with: ";1.250;").utf8), "csv")
        #expect(again.json == CriteriaDraft(set).json)
    }

    /// Without what it says for programs, a row is read from its columns.
    @Test func aRowMayBeReadFromItsColumns() throws {
        let set = try Samples.set(Samples.criteria)
        var rows = String(decoding: try Self.bytes(set, "csv", .vi), as: UTF8.self).components(separatedBy: "\r\n")
        rows[3] = "1.10;Có kế hoạch;;;;;1;\"Có: 1; không: 0\";Kế hoạch;"
        let read = try Self.read(Array(rows.joined(separator: "\r\n").utf8), "csv")
        let node = try #require(read.criteria.criteria.first { $0.code == "1.10" })
        #expect(read.openCount == 0 && node.leaf?.measures[0].rule.kind == .yesNo)
        #expect(node.leaf?.evidence == ["Kế hoạch"])
        #expect(node.leaf?.levels == set.levels.map(\.code))
    }

    @Test func commands() throws {
        let folder = TemporaryFolder()
        let file = folder.add(Samples.criteria, "mau.json")
        for format in ["csv", "xlsx", "docx"] {
            let (annex, again) = (folder.path("a." + format), folder.path(format + ".json"))
            // The ending says the format.
            #expect(CommandLineTool.run(["criteria", "export", file, "--output", annex]) == .done)
            #expect(CommandLineTool.run(["criteria", "import", annex, "--output", again]) == .done)
            #expect(folder.text(format + ".json") == (try CriteriaDraft(Samples.set(Samples.criteria)).json))
        }
        // Open points are no failure of the import, but keep the set from being checked and scored.
        let annex = folder.add("STT;Tiêu chí;Điểm tối đa;Cách chấm\n1;A;1;\"Tốt: 1; khá: 0,5\"\n", "mo.csv")
        let open = folder.path("mo.json")
        #expect(CommandLineTool.run(["criteria", "import", annex, "--output", open]) == .failed)
        let words = [
            "criteria", "import", annex, "--output", open, "--edition", "2026", "--code", "xa", "--name", "Bộ xã",
        ]
        #expect(CommandLineTool.run(words) == .done)
        #expect(CommandLineTool.run(["check", open]) == .failed)
        let shown = folder.path("shown")
        #expect(CommandLineTool.run(["criteria", "show", open, "1", "--output", shown, "--lang", "vi"]) == .done)
        #expect(folder.text("shown")?.contains("Còn phải thống nhất") == true)
        #expect(folder.text("shown")?.contains("«khá: 0,5» (câu chữ") == true, "\(folder.text("shown") ?? "")")
    }
}
