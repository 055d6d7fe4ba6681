import Testing
import Values

@testable import Workbooks

/// Documents of Word, as XML that was written by hand after what Word saves.
struct WordDocumentTests {
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private func document(_ body: String, numbering: String? = nil, namespace: String = word) throws -> WordDocument {
        let office = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let packages = "http://schemas.openxmlformats.org/package/2006/"
        var parts = [
            ZipMaker.Part(
                "[Content_Types].xml",
                #"<Types xmlns="\#(packages)content-types"><Override PartName="/word/document.xml" "#
                    + #"ContentType="\#(office)document.main+xml"/></Types>"#),
            ZipMaker.Part(
                "_rels/.rels",
                #"<Relationships xmlns="\#(packages)relationships"><Relationship Id="r1" "#
                    + #"Type="\#(references)officeDocument" Target="word/document.xml"/></Relationships>"#),
            ZipMaker.Part(
                "word/document.xml",
                #"<w:document xmlns:w="\#(namespace)"><w:body>\#(body)<w:sectPr/></w:body></w:document>"#),
        ]
        if let numbering {
            parts += [
                ZipMaker.Part(
                    "word/numbering.xml", #"<w:numbering xmlns:w="\#(namespace)">\#(numbering)</w:numbering>"#),
                ZipMaker.Part(
                    "word/_rels/document.xml.rels",
                    #"<Relationships xmlns="\#(packages)relationships"><Relationship Id="r1" "#
                        + #"Type="\#(references)numbering" Target="numbering.xml"/></Relationships>"#),
            ]
        }
        let bytes = ZipMaker(parts).bytes
        #expect(WordDocument.isMeant(bytes))
        return try WordDocument(file: "a.docx", bytes: bytes)
    }

    private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
    private func cell(_ content: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
    }

    /// Rows with cells divided by `|`, and paragraphs.
    private func lines(_ document: WordDocument) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let text): [text]
            case .table(let rows):
                rows.map { row in
                    let cells = row.cells.map { $0.text + ($0.continuesAbove ? "^" : "") }
                    return ([cells.joined(separator: "|")] + (row.hidden.isEmpty ? [] : [row.hidden])).joined(
                        separator: " # ")
                }
            }
        }
    }

    @Test(arguments: [word, "http://purl.oclc.org/ooxml/wordprocessingml/main"])
    func spans(namespace: String) throws {
        let rows = [
            cell(paragraph("A"), #"<w:vMerge w:val="restart"/>"#) + cell(paragraph("B"), #"<w:gridSpan w:val="2"/>"#),
            cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("C")) + cell(paragraph("D") + paragraph("E")),
        ]
        let table = "<w:tbl><w:tblPr/><w:tblGrid/>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        let found = try document(paragraph("Title") + table, namespace: namespace)
        #expect(lines(found) == ["Title", "A|B|", "A^|C|D\nE"])
    }

    /// What was deleted is gone, what was inserted is there; fields, pictures and properties are no text.
    @Test func runs() throws {
        let body = """
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Từ </w:t></w:r>\
            <w:del><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins><w:r><w:t>90%</w:t></w:r></w:ins>\
            <w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:r><w:br/><w:t>trở</w:t><w:tab/><w:t>lên</w:t></w:r>\
            <w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:drawing><w:t>x</w:t></w:drawing></w:r>\
            <w:hyperlink><w:r><w:t>!</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/></w:r></w:p>
            """
        #expect(lines(try document(body)) == ["Từ 90%\ntrở\tlên!-"])
    }

    @Test func rowsThatAreDeletedHiddenOrNested() throws {
        let nested = "<w:tbl><w:tr>\(cell(paragraph("x")))\(cell(paragraph("y")))</w:tr></w:tbl><w:p/>"
        let hidden = "<w:p><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
        let shown = #"<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>open</w:t></w:r></w:p>"#
        let table = """
            <w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>\(cell(paragraph("gone")))</w:tr>\
            <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell(nested))</w:tr>\
            <w:sdt><w:sdtContent><w:tr>\(cell(hidden))\(cell(shown))</w:tr></w:sdtContent></w:sdt></w:tbl>
            """
        #expect(lines(try document(table)) == ["|x y", "1|open # secret"])
    }

    @Test func mergedRowsOfANestedTableStandOnce() throws {
        let rows = [
            cell(paragraph("A"), #"<w:vMerge w:val="restart"/>"#) + cell(paragraph("1")),
            cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("2")), cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("3")),
        ]
        let nested = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl><w:p/>"
        #expect(lines(try document("<w:tbl><w:tr>\(cell(nested))</w:tr></w:tbl>")) == ["A 1\n2\n3"])
    }

    @Test func aLongTextInManyRowsIsRefused() throws {
        let first = cell(paragraph(String(repeating: "x", count: 1 << 20)), #"<w:vMerge w:val="restart"/>"#)
        let more = String(repeating: "<w:tr>\(cell("<w:p/>", "<w:vMerge/>"))</w:tr>", count: 511)
        let found = try document("<w:tbl><w:tr>\(first)</w:tr>\(more)</w:tbl>").blocks.first
        guard case .table(let rows)? = found else { throw FindingsError([]) }
        #expect(rows.count == 512)
        #expect(throws: FindingsError.self) {
            try document("<w:tbl><w:tr>\(first)</w:tr>\(more)<w:tr>\(cell("<w:p/>", "<w:vMerge/>"))</w:tr></w:tbl>")
        }
    }

    /// Numbers that Word works out.
    @Test func numbers() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="7">\
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>\
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>\
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2.%3)"/></w:lvl>\
            <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>\
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>\
            <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>\
            </w:lvlOverride></w:num>
            """
        func item(_ level: Int, _ text: String, list: Int = 3) -> String {
            """
            <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="\(list)"/></w:numPr></w:pPr>\
            <w:r><w:t>\(text)</w:t></w:r></w:p>
            """
        }
        let body = [
            item(0, "A"), item(1, "B"), item(2, "C"), item(2, "D"), item(1, "E"), item(0, "F"), item(1, "G"),
            item(3, "H"),
            item(0, "I", list: 4), item(0, "J", list: 4), item(0, "K", list: 99), item(0, "L", list: 0),
        ].joined()
        #expect(
            lines(try document(body, numbering: numbering)) == [
                "I. A", "1 B", "1.a) C", "1.b) D", "2 E", "II. F", "1 G", "- H", "V. I", "VI. J", "K", "L",
            ])
    }

    /// What is written is read, with spans and texts that XML would change.
    @Test func whatIsWrittenIsRead() throws {
        var bytes: [UInt8] = []
        var writer = WordWriter(isLandscape: true) { bytes += $0 }
        writer.paragraph(WordParagraph([WordRun("  <a> & \"b\"\u{1}\n c\td", isBold: true)], .center))
        writer.table(
            [1, 2], headingRows: 1,
            [
                [WrittenWordCell([WordParagraph([WordRun("=1+1"), WordRun("secret", isHidden: true)])], span: 2)],
                [WrittenWordCell([]), WrittenWordCell([WordParagraph([WordRun("001")])], joint: .begins)],
                [WrittenWordCell([]), WrittenWordCell([], joint: .continues)],
            ])
        writer.finish()
        let found = try WordDocument(file: "a.docx", bytes: bytes)
        #expect(lines(found) == ["  <a> & \"b\"\u{FFFD}\n c\td", "=1+1| # secret", "|001", "|001^"])
        #expect(!WordDocument.isMeant(Array("a;b".utf8)))
    }
}
