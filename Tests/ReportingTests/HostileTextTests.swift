import Annexes
import Documents
import Foundation
import OfficeCheck
import Scoring
import TestSupport
import Testing
import Values
import Words
import Workbooks

@testable import Reporting
@testable import Tables
@testable import score_cli

/// A text that a spreadsheet could take for a formula, that hides its ending or that is too long stays a text in every
/// file that is written, whoever typed it.
struct HostileTextTests {
    private static let texts = [
        #"=HYPERLINK("https://example.org","Bấm vào đây")"#, "+1", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0",
        "phiếu\u{202E}xslx.exe", "\u{FF1D}1+1", "_x003D_1", "</t></is><f>1+1</f>", "'=1+1", "{=1+1}", "]]>&#61;1",
        "a\u{200B}=1",
    ]

    /// A set in which a criterion has a text as its name and as its evidence.
    private static func set(_ text: String) throws -> CriteriaSet {
        let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        return try Samples.set(
            CriteriaSamples.later.replacing(#""name": "Góp ý""#, with: #""name": \#(quoted)"#)
                .replacing("\"Sổ theo dõi\"", with: quoted))
    }

    private static func parts(_ bytes: [UInt8], _ name: String) throws -> String {
        try #require(OfficeArchive(bytes).parts.first { $0.name == name }).text
    }

    @Test(arguments: texts)
    func annexes(text: String) throws {
        let set = try Self.set(text)
        let annex = CriteriaAnnex(set)
        var (book, document): ([UInt8], [UInt8]) = ([], [])
        try annex.writeWorkbook(in: .vi, file: "a.xlsx") { book += $0 }
        annex.writeDocument(in: .vi) { document += $0 }
        #expect(OfficeCheck.faults(of: book) == [] && OfficeCheck.faults(of: document) == [])
        #expect(!(try Self.parts(book, "xl/worksheets/sheet1.xml")).contains("<f>"))
        #expect(!(try Self.parts(document, "word/document.xml")).contains("w:instrText"))
        let csv = try #require(annex.written(as: .csv, in: .vi))
        for (bytes, format) in [(book, "xlsx"), (document, "docx"), (csv, "csv")] {
            let again = try AnnexImport(AnnexTable(file: "a." + format, bytes: bytes), AnnexSettings(texts: .usual))
            #expect(again.json == CriteriaDraft(set).json, "\(format)")
        }
        // No cell of the table begins as a formula does.
        let table = String(decoding: csv, as: UTF8.self)
        for cell in table.split(whereSeparator: { ";\r\n".contains($0) }) {
            // What is a number anyway harms nobody.
            if Double(cell) != nil { continue }
            let first = cell.drop { $0 == "\"" || $0.isWhitespace }.first
            #expect(first.map { !"=+@\u{FF1D}".contains($0) } ?? true, "\(cell.prefix(40))")
        }
    }

    @Test(arguments: texts)
    func forms(text: String) throws {
        let folder = SmallFolder([SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1")], figures: ["x;1.1;;1;2"])
        // What a unit writes stands in a table with quotes.
        let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
        folder.folder.add("code;name;level\nx;\(cell);xa\n", "units.csv")
        folder.folder.add(
            "unit;metric;numerator;denominator;evidence;explanation\nx;1.1;1;2;\(cell);\(cell)\n", "metrics.csv")
        let form = try WrittenForm(folder)
        let row = try form.row("1.1")
        // One apostrophe before a formula is the mark by which tables keep it a text.
        let read = text.hasPrefix("'=") ? String(text.dropFirst()) : text
        #expect(form.values["I\(row)"] == .text(read) && form.values["J\(row)"] == .text(read))
        #expect(form.formulas["I\(row)"] == nil && form.formulas["A3"] == nil)
        #expect(OfficeCheck.faults(of: form.bytes) == [])
        // What comes back is the same text in the folder.
        let path = folder.folder.add(form.bytes, "x.xlsx")
        let before = folder.folder.text("metrics.csv")
        #expect(
            CommandLineTool.run(["collect", folder.path, path, "--quiet", "--output", folder.folder.path("ra")])
                == .done)
        #expect(folder.folder.text("metrics.csv") == before)
    }

    /// Forty thousand letters fit into no cell of Excel, but into a document and a table.
    @Test func longTexts() throws {
        let long = String(repeating: "đ", count: 40_000)
        let annex = CriteriaAnnex(try Self.set(long))
        let error = #expect(throws: FindingsError.self) { try annex.writeWorkbook(in: .vi, file: "a.xlsx") { _ in } }
        #expect(error?.findings.map(\.code) == ["workbook.textTooLong"])
        #expect(error?.findings.first?.location.file == "a.xlsx" && error?.findings.first?.location.line != nil)
        var document: [UInt8] = []
        annex.writeDocument(in: .vi) { document += $0 }
        #expect(OfficeCheck.faults(of: document) == [])
        #expect(try Self.parts(document, "word/document.xml").contains(long))
        #expect(String(decoding: try #require(annex.written(as: .csv, in: .vi)), as: UTF8.self).contains(long))
    }
}
