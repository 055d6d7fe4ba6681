import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// `evidence.csv` and the folder `evidence`: what is given, explained and missing, and what cannot be used.
@Suite struct EvidenceRegisterTests {
    /// u1's row about 1.1 with a file.
    private static func row(_ file: String) -> String { "u1;1.1;Kế hoạch;\(file);;;;\n" }

    @Test("kinds are given, explained or missing, by word, by number, or the only one")
    func kinds() throws {
        let folder = EvidenceFolder(
            """
            u1;1.1;plan;kh.pdf;;;;
            u1;1.1;2;;;;Chưa ban hành;
            u1;1.2;;;15/BB-UBND;10/2/2026;;
            u2;1.1;Kế hoạch;;01/KH-UBND;5/1/2026;;

            """)
        folder.add("kế hoạch", "kh.pdf")
        #expect(folder.findings == [])
        let assessment = try #require(Assessment.read(folder.path).assessment)
        func kinds(_ unit: Int, _ code: String) throws -> [LeafEvidence.Kind.State] {
            let node = try #require(assessment.criteria.set.index(of: code))
            return LeafEvidence(
                assessment, unit: unit, criterion: assessment.criteria.set.criteria[node], given: []
            ).kinds.map(\.state)
        }
        #expect(try kinds(0, "1.1") == [.given, .explained] && kinds(0, "1.2") == [.given])
        // The report of u2 is missing, and the register does not speak of its minute.
        #expect(try kinds(1, "1.1") == [.given, .missing] && kinds(1, "1.2") == [])
    }

    @Test("the audit before submission takes the same evidence")
    func audit() throws {
        let folder = EvidenceFolder(
            "u1;1.1;1;kh.pdf;;;;\nu1;1.1;2;;;;Chưa ban hành;\nu1;1.2;;mat.pdf;;;;\nu2;1.1;1;;01/KH;5/1/2026;;\nu2;1.2;;;2/BB;3/2/2027;;\n"
        )
        folder.add("kế hoạch", "kh.pdf")
        let record = try folder.record("check", "--submit")
        let lines = try #require(record["lines"] as? [[String: Any]])
        let found = lines.map {
            "\($0["unit"] ?? "") \($0["criterion"] ?? "") \($0["kind"] ?? "") \($0["points"] ?? "")"
        }
        // Of u1 all of 1.1 is given or explained; the file of 1.2 is not there. u2 lacks a report, and its minute is of the
        // year after.
        #expect(
            found == [
                "u1 1.2 unexplained 2", "u1 1.2 deadEvidence 2", "u2 1.2 evidenceOutsidePeriod 1",
                "u2 1.1 incompleteEvidence 0.5",
            ])
        #expect(
            (lines.last?["kinds"] as? [[String: String]])?.count == 1
                || (lines.last?["kinds"] as? [String]) == ["Báo cáo"])
    }

    @Test("paths are those of files in the folder, and nothing else")
    func paths() throws {
        let outside = TemporaryFolder()
        outside.add("x", "ngoai.pdf")
        for (file, code) in [
            ("../units.csv", "evidence.outsideFolder"), ("/etc/hostname", "evidence.outsideFolder"),
            ("a/../kh.pdf", "evidence.outsideFolder"), ("./kh.pdf", "evidence.outsideFolder"),
            ("a\\kh.pdf", "evidence.outsideFolder"), ("a//kh.pdf", "evidence.outsideFolder"),
            ("thieu.pdf", "evidence.missingFile"), ("thư mục", "evidence.noFile"), ("rong.pdf", "evidence.emptyFile"),
            ("lien-ket.pdf", "evidence.link"), ("ngoai/ngoai.pdf", "evidence.link"), ("thư mục/kh.pdf", ""),
            ("evidence/thư mục/kh.pdf", ""),
        ] {
            let folder = EvidenceFolder(Self.row(file))
            folder.add("kế hoạch", "thư mục/kh.pdf")
            folder.add("", "rong.pdf")
            let root = folder.path + "/evidence/"
            try FileManager.default.createSymbolicLink(
                atPath: root + "lien-ket.pdf", withDestinationPath: root + "thư mục/kh.pdf")
            try FileManager.default.createSymbolicLink(atPath: root + "ngoai", withDestinationPath: outside.path)
            let found = folder.findings.filter { $0.code != "evidence.unregistered" }
            #expect(found.map(\.code) == (code.isEmpty ? [] : [code]), "\(file)")
            // The cell of the file, with the points that rest on it.
            #expect(found.allSatisfy { $0.location.line == 2 && $0.location.column == 4 }, "\(file)")
            if code == "evidence.missingFile" { #expect(found.first?.details[.other] == .number(1)) }
        }
    }

    @Test("a file whose name is written with decomposed letters is the same file")
    func decomposed() {
        let folder = EvidenceFolder(Self.row("Kế hoạch.pdf".precomposedStringWithCanonicalMapping))
        folder.add("x", "Kế hoạch.pdf".decomposedStringWithCanonicalMapping)
        #expect(folder.findings == [])
    }

    @Test("a file larger than the limit of the settings is named, one of just that size is not")
    func limit() {
        let folder = EvidenceFolder(
            Self.row("lon.pdf") + "u1;1.1;Báo cáo;vua.pdf;;;;\n", settings: #", "evidence": {"largestFile": 1}"#)
        folder.files.add([UInt8](repeating: 65, count: 1 << 20 + 1), "đợt/evidence/lon.pdf")
        folder.files.add([UInt8](repeating: 66, count: 1 << 20), "đợt/evidence/vua.pdf")
        #expect(folder.findings.map(\.code) == ["evidence.fileTooLarge"])
        #expect(folder.findings.first?.details[.count] == .count(1_048_577))
    }

    @Test(
        "what is wrong with a row",
        arguments: [
            ("u1;1;;;1/KH;;;", "evidence.ofNoLine"), ("u1;1.1;;kh.pdf;1/KH;;;", "evidence.twoSources"),
            ("u1;1.1;Kế hoạch;;;;;", "evidence.nothingGiven"),
            ("u1;1.1;1;;1/KH;;Chưa có;", "evidence.givenAndExplained"),
            ("u1;1.1;Tờ trình;;1/TTr;;;", "evidence.unknownKind"),
            ("u1;1.1;1;;1/KH;;;\nu1;1.1;1;;1/kh;;;", "evidence.repeated"),
            // No number of a kind is less than one, however small a number is.
            ("u1;1.1;-9223372036854775808;;1/KH;;;", "evidence.unknownKind"),
            ("u1;1.1;0;;1/KH;;;", "evidence.unknownKind"), ("u1;1.1;3;;1/KH;;;", "evidence.unknownKind"),
        ])
    func rows(rows: String, code: String) {
        let folder = EvidenceFolder(rows + "\n")
        folder.add("x", "kh.pdf")
        #expect(folder.findings.map(\.code).filter { $0 != "evidence.unregistered" } == [code])
    }

    @Test("evidence for what is not assigned to a unit is told, and is none")
    func notAssigned() throws {
        let folder = EvidenceFolder("u1;1.1;1;;1/KH;;;\nu2;1.1;1;;1/KH;;;\n")
        folder.files.add("tiêu chí;u1;u2\n1.1;;x\n", "đợt/assignments.csv")
        let found = folder.findings
        #expect(found.map(\.code) == ["evidence.ofNoLine"] && found.first?.location.line == 2)
        #expect(found.first?.location.column == 2 && found.first?.details[.unit] == .text("u1"))
    }

    @Test("a subfolder that may not be read is told, and hides no other", .enabled(if: getuid() != 0))
    func unreadableFolder() {
        let folder = EvidenceFolder(Self.row("kh.pdf"))
        for name in ["kh.pdf", "a/trong.pdf", "b/thừa.pdf"] { folder.add("x", name) }
        let closed = folder.path + "/evidence/a"
        chmod(closed, 0)
        defer { chmod(closed, 0o700) }
        let found = folder.findings
        #expect(found.map(\.code) == ["evidence.unreadableFolder", "evidence.unregistered"])
        #expect(found.first?.location.file == closed && found.last?.details[.found] == .names(["b/thừa.pdf"]))
        let files = Assessment.files(of: folder.path)
        #expect(
            files.contains(folder.path + "/evidence/kh.pdf") && files.contains(folder.path + "/evidence/b/thừa.pdf"))
    }

    @Test("files that no row names are counted")
    func unregistered() {
        let folder = EvidenceFolder(Self.row("kh.pdf"))
        for name in ["kh.pdf", "b/thừa.pdf", "a.pdf"] { folder.add("x", name) }
        let found = folder.findings
        #expect(found.map(\.code) == ["evidence.unregistered"])
        #expect(found.first?.details[.found] == .names(["a.pdf", "b/thừa.pdf"]))
    }

    @Test("the register and its files are not written over")
    func notOverwritten() {
        let folder = EvidenceFolder(Self.row("kh.pdf"))
        folder.add("x", "kh.pdf")
        let files = Assessment.files(of: folder.path)
        #expect(files.contains(folder.path + "/evidence.csv") && files.contains(folder.path + "/evidence/kh.pdf"))
    }
}
