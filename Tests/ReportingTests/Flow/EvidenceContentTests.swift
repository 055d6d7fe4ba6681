import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment

/// What the files of the register hold: the same content twice, signatures, and days.
@Suite struct EvidenceContentTests {
    @Test("the same content of two units, for two criteria and under two names, with the points at stake")
    func duplicates() throws {
        let folder = EvidenceFolder(
            """
            u1;1.1;1;a.pdf;;;;
            u1;1.1;2;b.pdf;;;;
            u1;1.2;;c.pdf;;;;
            u2;1.1;1;a.pdf;;;;
            u2;1.1;2;khác.pdf;;;;

            """)
        for name in ["a.pdf", "b.pdf", "c.pdf"] { folder.add("giống", name) }
        folder.add("khác", "khác.pdf")
        let found = folder.contentFindings
        #expect(found.map(\.code) == ["evidence.sameContent", "evidence.sameForCriteria", "evidence.sameForUnits"])
        // 1 point of u1 on 1.1, 2 on 1.2, half a point of u2.
        #expect(found.map { $0.details[.other] } == [.number(1), .number(2), .number(try FixedDecimal("0.5"))])
        #expect(found.map(\.location.line) == [3, 4, 5])
        let assessment = try #require(Assessment.read(folder.path).assessment)
        // sha256sum of the five letters in UTF-8, by another program.
        #expect(
            EvidenceContent(assessment).sums[0]
                == "8a22953c98c349b37e38f316965ac373d1d07bbda32b29275ae1b4d027f0d657")
        // Asked about one unit, the file of the other is still the one before.
        #expect(EvidenceContent(assessment, units: [1]).duplicates.map(\.kind) == [.units])
    }

    @Test("one file for two kinds of a criterion is no duplicate")
    func oneFile() {
        let folder = EvidenceFolder("u1;1.1;1;a.pdf;;;;\nu1;1.1;2;a.pdf;;;;\n")
        folder.add("x", "a.pdf")
        #expect(folder.contentFindings == [])
    }

    @Test(
        "a signature says its name and its day, in Viet Nam",
        arguments: [
            (#"/Name (Nguyen Van A) /M (D:20260320093000+07'00')"#, "Nguyen Van A", "2026-03-20"),
            // 18:00 in Greenwich is 01:00 of the next day.
            (#"/M (D:20260320180000Z) /Name <FEFF00D400310020004C00EA>"#, "Ô1 Lê", "2026-03-21"),
            // 20:00 five hours west of Greenwich is 08:00 of the next day; brackets and escapes in the name.
            (#"/Name (A \(B\) \101\n) /M (D:20260320200000-05'00')"#, "A (B) A", "2026-03-21"),
            // 02:00 nine hours east is 00:00, and 01:00 is 23:00 of the day before.
            (#"/Name (A (B)) /M (D:20260320020000+09'00')"#, "A (B)", "2026-03-20"),
            (#"/M (D:20260320010000+09'00') /Prop_Build << /App << /Name (Program) >> >>"#, nil, "2026-03-19"),
            (#"/Reference [ << /Type /SigRef /Data 1 0 R >> ] /M (D:20260320)"#, nil, "2026-03-20"),
            (#"/M (hôm nay)"#, nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func signature(entries: String, name: String?, day: String?) throws {
        let bytes = Array(EvidenceFolder.signedPDF(entries).utf8)
        let found = try #require(PDFSignature.all(in: bytes))
        #expect(found == [PDFSignature(name: name, day: day.flatMap { CalendarDay($0) }, coversEnd: true)])
        // What was added behind it is not signed.
        let longer = Array(EvidenceFolder.signedPDF(entries, tail: "4 0 obj\nnull\nendobj\n").utf8)
        #expect(PDFSignature.all(in: longer)?.map(\.coversEnd) == [false])
    }

    @Test("no PDF, no signature, a time stamp, and files that are cut off anywhere")
    func none() {
        #expect(PDFSignature.all(in: Array("PK".utf8)) == nil && PDFSignature.all(in: []) == nil)
        #expect(PDFSignature.all(in: Array("%PDF-1.4\n/ByteRange".utf8)) == [])
        #expect(PDFSignature.all(in: Array("%PDF-1.4\n1 0 obj << /ByteRange [1 2] >> endobj".utf8)) == [])
        let stamp = EvidenceFolder.signedPDF("/M (D:20260320)", type: "/Type /DocTimeStamp")
        #expect(PDFSignature.all(in: Array(stamp.utf8)) == [])
        let whole = Array(EvidenceFolder.signedPDF(#"/Name (A\)B) /M (D:20260320093000+07'00')"#).utf8)
        for length in whole.indices { _ = PDFSignature.all(in: Array(whole[..<length])) }
    }

    @Test("arrays within arrays, as deep as a file is long")
    func nestedArrays() {
        let deep = String(repeating: "[", count: 1_000_000)
        let hostile = "%PDF-1.4\n1 0 obj << /ByteRange [0 1 2 3] /Reference \(deep) >> endobj"
        #expect(PDFSignature.all(in: Array(hostile.utf8)) == [])
        // What is behind such an array is read on, and an array with another in it is no range.
        let bytes = Array(EvidenceFolder.signedPDF("/Reference [[1] [[2 /A] 3]] /Name (A)").utf8)
        #expect(PDFSignature.all(in: bytes)?.map(\.name) == ["A"])
        let nested = "%PDF-1.4\n1 0 obj << /ByteRange [[0] 1 2 3 4] /Contents <00> >> endobj"
        #expect(PDFSignature.all(in: Array(nested.utf8)) == [])
    }

    @Test("a file that is gone once its contents are asked for is told, and is no evidence")
    func gone() throws {
        let folder = EvidenceFolder("u1;1.1;1;a.pdf;;;;\nu1;1.1;2;b.pdf;;;;\n")
        for name in ["a.pdf", "b.pdf"] { folder.add(name, name) }
        let assessment = try #require(Assessment.read(folder.path).assessment)
        try FileManager.default.removeItem(atPath: folder.path + "/evidence/b.pdf")
        #expect(EvidenceContent(assessment).findings.map(\.code) == ["file.notFound"])
        let inventory = EvidenceInventory(assessment)
        #expect(inventory.dead == [1] && inventory.items[1].source == .file("b.pdf", .unreadable, path: nil))
        #expect(inventory.lines.filter { $0.unit == 0 && $0.node == 1 }.map(\.state) == [.given, .missing])
    }

    @Test("of a kind a hundred are listed, and the rest counted")
    func many() {
        let folder = EvidenceFolder((1...150).map { "u1;1.1;1;;\($0)/KH;1/1/2025;;\n" }.joined())
        let found = folder.contentFindings
        #expect(found.map(\.code).filter { $0 == "evidence.outsidePeriod" }.count == 100)
        #expect(found.count == 101 && found.last?.unlisted == 50)
    }

    @Test("for one unit only files as long as one of its own are read")
    func lengths() throws {
        let folder = EvidenceFolder("u1;1.1;1;a.pdf;;;;\nu2;1.1;1;b.pdf;;;;\nu2;1.1;2;c.pdf;;;;\n")
        for (name, text) in [("a.pdf", "giống"), ("b.pdf", "giống"), ("c.pdf", "dài hơn")] { folder.add(text, name) }
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let content = EvidenceContent(assessment, units: [0])
        #expect(content.sums.keys.sorted() == [0, 1] && content.duplicates.map(\.kind) == [.units])
    }

    @Test("days are held against the task's last day and the period")
    func days() throws {
        let folder = EvidenceFolder(
            """
            u1;1.1;1;dung.pdf;;;;
            u1;1.1;2;muon.pdf;;;;
            u1;1.2;;;9/BB;31/12/2025;;
            u2;1.1;1;;1/KH;31/3/2026;;
            u2;1.1;2;;2/BC;1/4/2026;;

            """)
        folder.add(EvidenceFolder.signedPDF("/M (D:20260331235900+07'00')"), "dung.pdf")
        folder.add(EvidenceFolder.signedPDF("/M (D:20260331180000Z)"), "muon.pdf")
        let found = folder.contentFindings
        #expect(found.map(\.code) == ["evidence.afterDeadline", "evidence.outsidePeriod", "evidence.afterDeadline"])
        #expect(found.map(\.location.line) == [3, 4, 6])
        let day = try #require(CalendarDay("2026-04-01"))
        #expect(
            found[0].details[.found] == .day(day)
                && found[0].details[.expected] == CalendarDay("2026-03-31").map { .day($0) })
    }
}
