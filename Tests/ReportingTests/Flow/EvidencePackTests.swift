import Foundation
import OfficeCheck
import TestSupport
import Testing

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// `evidence` takes stock, and `report --document evidence --pack` numbers the files and packs them by criterion.
@Suite struct EvidencePackTests {
    private static func folder() -> EvidenceFolder {
        let folder = EvidenceFolder(
            """
            u2;1.1;1;xã hai/Kế hoạch.pdf;;;;bản ký số
            u1;1.2;;c.txt;;;;
            u1;1.1;2;b/kh.pdf;;;;
            u1;1.1;1;a/kh.pdf;;;;
            u1;1.1;Khác;mat.pdf;;;;
            u2;1.2;;;;;Chưa họp;

            """)
        folder.add("hai", "xã hai/Kế hoạch.pdf")
        folder.add("c", "c.txt")
        folder.add("b", "b/kh.pdf")
        folder.add(EvidenceFolder.signedPDF("/Name (A) /M (D:20260320)"), "a/kh.pdf")
        return folder
    }

    @Test("given, explained and missing, with the points at stake")
    func inventory() throws {
        let record = try Self.folder().record("evidence")
        let sums = try #require(record["sums"] as? [String: [String: Double]])
        // Given: two kinds of u1's 1.1 (1 point), its 1.2 (2), the plan of u2 (0.5). Missing: the report of u2 (0.5).
        #expect(sums["given"] == ["count": 4, "points": 3.5] && sums["missing"] == ["count": 1, "points": 0.5])
        #expect(sums["explained"] == ["count": 1, "points": 1])
        let lines = try #require(record["lines"] as? [[String: Any]])
        #expect(lines.map { $0["state"] as? String } == ["given", "given", "given", "given", "missing", "explained"])
        let dead = try #require(record["dead"] as? [[String: Any]])
        #expect(dead.map { $0["file"] as? String } == ["mat.pdf"] && dead[0]["points"] as? Double == 1)
        let signed = try #require(record["signatures"] as? [[String: Any]])
        #expect(signed.map { "\($0["signer"] ?? "") \($0["day"] ?? "")" } == ["A 2026-03-20"])
        let one = try Self.folder().record("evidence", "--unit", "u2")
        #expect((one["lines"] as? [Any])?.count == 3 && (one["signatures"] as? [Any])?.isEmpty == true)
    }

    @Test("for people and for spreadsheets, in both languages")
    func formats() {
        let folder = Self.folder()
        let text = commandOutput(["evidence", folder.path, "--lang", "vi"]).text
        for part in ["Thiếu, có giải trình", "Tệp không dùng được", "không có tệp", "không được xác thực"] {
            #expect(text.contains(part), "\(part)")
        }
        let csv = commandOutput(["evidence", folder.path, "--format", "csv", "--lang", "en"]).text
        #expect(csv.split(whereSeparator: \.isNewline).count == 7 && csv.contains("Missing because"))
        #expect(
            commandOutput(["evidence", folder.path, "--format", "csv", "--lang", "vi"]).text.contains(
                "xã hai/Kế hoạch.pdf"))
    }

    @Test("files are numbered by unit, criterion and kind, in folders; names in UTF-8, two of one name apart")
    func packed() throws {
        let folder = Self.folder()
        let zip = folder.files.path("gói.zip")
        #expect(
            CommandLineTool.run([
                "report", folder.path, "--document", "evidence", "--pack", zip, "--quiet", "--lang", "vi",
            ])
                == .done)
        let bytes = try #require(folder.files.bytes("gói.zip"))
        let archive = OfficeArchive(bytes)
        #expect(
            archive.parts.map(\.name) == [
                "muc-luc.html", "muc-luc.csv", "u1/1.1/001-kh.pdf", "u1/1.1/002-kh.pdf", "u1/1.2/003-c.txt",
                "u2/1.1/004-Kế hoạch.pdf",
            ])
        // The flag of names in UTF-8 in the first header.
        #expect(bytes[6] == 0 && bytes[7] == 8)
        #expect(archive.parts[3].text == "b" && archive.parts[5].text == "hai")
        let index = archive.parts[1].text
        #expect(index.contains("u2/1.1/004-Kế hoạch.pdf") && index.contains("bản ký số"))
        #expect(archive.parts[0].text.contains("u1/1.1/002-kh.pdf"))
        // The same again is the same bytes.
        _ = CommandLineTool.run([
            "report", folder.path, "--document", "evidence", "--pack", zip, "--quiet", "--lang", "vi",
        ])
        #expect(folder.files.bytes("gói.zip") == bytes)
    }

    @Test("of one unit without its folder, and the index alone")
    func oneUnit() throws {
        let folder = Self.folder()
        let zip = folder.files.path("u2.zip")
        #expect(
            CommandLineTool.run([
                "report", folder.path, "--document", "evidence", "--pack", zip, "--unit", "u2", "--quiet",
            ]) == .done)
        let archive = OfficeArchive(try #require(folder.files.bytes("u2.zip")))
        #expect(archive.parts.map(\.name).last == "1.1/001-Kế hoạch.pdf")
        let index = try commandJSON(["report", folder.path, "--document", "evidence"])
        #expect((index["files"] as? [[String: Any]])?.map { $0["number"] as? Int } == [1, 2, 3, 4])
    }

    @Test(
        "the index as an office issues it: of one unit as its own, of several as the council's",
        arguments: ["docx", "xlsx"])
    func issued(format: String) throws {
        let folder = Self.folder()
        func text(_ words: String...) throws -> String {
            let path = folder.files.path("mục lục." + format)
            let line = ["report", folder.path, "--document", "evidence", "--output", path, "--quiet", "--lang", "vi"]
            #expect(CommandLineTool.run(line + words) == .done)
            let bytes = try #require(folder.files.bytes("mục lục." + format))
            #expect(OfficeCheck.faults(of: bytes) == [])
            return OfficeArchive(bytes).parts.map(\.text).joined()
        }
        let (one, all) = (try text("--unit", "u2"), try text())
        #expect(one.contains("MỤC LỤC") && one.contains("1.1/001-Kế hoạch.pdf") && !one.contains("kh.pdf"))
        #expect(all.contains("u2/1.1/004-Kế hoạch.pdf") && all.contains("bản ký số") && all.contains("HỘI ĐỒNG"))
    }

    @Test("a pack is never written over evidence, and only for that document")
    func refused() {
        let folder = Self.folder()
        for words in [
            ["--document", "evidence", "--pack", folder.path + "/evidence/c.txt"],
            ["--document", "evidence", "--pack", folder.path + "/evidence.csv"],
            ["--pack", folder.files.path("x.zip")], ["--document", "self", "--pack", folder.files.path("x.zip")],
        ] {
            #expect(CommandLineTool.run(["report", folder.path] + words + ["--quiet"]) == .usage, "\(words)")
        }
        #expect(folder.files.text("đợt/evidence/c.txt") == "c")
    }
}
