import Testing
import Values

@testable import Workbooks

/// What is no workbook that can be read is recognised for what it is.
@Suite struct RecognitionTests {
    private static let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    /// A workbook whose main part is of another type.
    private static func parts(_ type: String) -> [ZipMaker.Part] {
        [BookMaker.types(main: type)] + BookMaker.parts("<sheetData/>").dropFirst()
    }

    @Test(arguments: [
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "workbook.macros t.xlsx"),
        ("application/vnd.ms-excel.template.macroEnabled.main+xml", "workbook.macros t.xlsx"),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "workbook.binaryFormat t.xlsx"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "workbook.notAWorkbook t.xlsx"
        ),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "workbook.notAWorkbook t.xlsx"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "workbook.notAWorkbook t.xlsx"
        ),
        ("application/vnd.ms-visio.drawing.main+xml", "workbook.notAWorkbook t.xlsx"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", nil),
    ])
    func typesOfOffice(_ item: (type: String, refusal: String?)) {
        #expect(BookMaker.refusal(Self.parts(item.type)) == item.refusal)
    }

    /// A workbook with macros in it, whatever its own type says.
    @Test func macrosAreFoundByTheirPart() {
        var parts = BookMaker.parts("<sheetData/>")
        parts[0] = ZipMaker.Part(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" \
            ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" \
            ContentType="\(Self.sheetType)"/></Types>
            """)
        #expect(BookMaker.refusal(parts) == "workbook.macros t.xlsx")
    }

    @Test(arguments: [
        ("spreadsheet", nil), ("spreadsheet-template", nil), ("text", DocumentKind.textDocument),
        ("presentation", .presentation), ("graphics", .drawing), ("formula", .officeFile),
    ])
    func typesOfOpenDocument(_ item: (type: String, kind: DocumentKind?)) {
        let bytes = ZipMaker(BookMaker.openParts("", type: item.type)).bytes
        #expect(kind(bytes) == item.kind)
    }

    private func kind(_ bytes: [UInt8]) -> DocumentKind? {
        do throws(FindingsError) {
            _ = try Workbook(file: "t", bytes: bytes)
            return nil
        } catch {
            guard case .code(let kind)? = error.findings.first?.details[.found] else { return nil }
            return DocumentKind(rawValue: kind)
        }
    }

    @Test func otherArchives() {
        #expect(kind(ZipMaker([ZipMaker.Part("a.csv", "a;b")]).bytes) == .archive)
        #expect(kind(ZipMaker([]).bytes) == .archive)
        #expect(kind(ZipMaker([BookMaker.types()]).bytes) == .officeFile)
    }

    @Test func filesOfOtherTimes() throws {
        #expect(BookMaker.refusal(try Fixtures.bytes("legacy.xls")) == "workbook.legacyFormat t.xlsx")
        #expect(BookMaker.refusal(try Fixtures.bytes("encrypted.xlsx")) == "workbook.encrypted t.xlsx")
        #expect(BookMaker.refusal([0xD0, 0xCF, 0x11, 0xE0]) == "workbook.legacyFormat t.xlsx")
        // An entry of the table of contents of Word's and PowerPoint's old files.
        for (name, expected) in [("WordDocument", DocumentKind.textDocument), ("PowerPoint Document", .presentation)] {
            let letters = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let entry = letters + [UInt8](repeating: 0, count: 64 - letters.count) + [UInt8(letters.count + 2), 0, 2]
            let bytes = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 508 + 256) + entry
            #expect(kind(bytes + [UInt8](repeating: 0, count: 61)) == expected)
        }
    }

    @Test func encryptedOpenDocument() {
        let manifest = """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry \
            manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>
            """
        let parts = BookMaker.openParts("")
        #expect(BookMaker.refusal(parts + [.init("META-INF/manifest.xml", manifest)]) == "workbook.encrypted t.xlsx")
        #expect(BookMaker.refusal(parts + [.init("encrypted-package", "x")]) == "workbook.encrypted t.xlsx")
        let plain = manifest.replacing("<manifest:encryption-data/>", with: "")
        #expect(BookMaker.refusal(parts + [.init("META-INF/manifest.xml", plain)]) == nil)
    }

    @Test func missingPartsAreNamed() {
        let parts = BookMaker.parts("<sheetData/>")
        for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"] {
            #expect(BookMaker.refusal(parts.filter { $0.name != name }) == "workbook.missingPart t.xlsx", "\(name)")
        }
        #expect(
            BookMaker.refusal(parts.filter { $0.name != "xl/_rels/workbook.xml.rels" }) == "workbook.missingPart t.xlsx"
        )
        #expect(BookMaker.refusal([BookMaker.openParts("")[0]]) == "workbook.missingPart t.xlsx")
    }

    @Test(arguments: [
        ("../xl/./worksheets/sheet1.xml", nil), ("/xl/worksheets/sheet1.xml", nil),
        ("../../etc/passwd", "workbook.unsafeName t.xlsx"), ("/../x", "workbook.unsafeName t.xlsx"),
        ("sheet9.xml", "workbook.missingPart t.xlsx"),
    ])
    func referencesStayInside(_ item: (target: String, refusal: String?)) {
        var parts = BookMaker.parts("<sheetData/>")
        parts[3] = BookMaker.references("xl/_rels/workbook.xml.rels", [("s1", "worksheet", item.target)])
        #expect(BookMaker.refusal(parts) == item.refusal)
    }

    @Test(arguments: [
        ("<!DOCTYPE x><worksheet/>", "workbook.documentType t.xlsx:Số liệu"),
        (
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>",
            "workbook.documentType t.xlsx:Số liệu"
        ),
        ("<worksheet>", "workbook.brokenXML t.xlsx:Số liệu root"),
        ("<worksheet xmlns='\(BookMaker.sheetNames)'><sheetData>", "workbook.brokenXML t.xlsx:Số liệu endOfFile"),
        ("<chartsheet xmlns='\(BookMaker.sheetNames)'/>", "workbook.brokenXML t.xlsx:Số liệu root"),
    ])
    func brokenSheets(_ item: (xml: String, refusal: String)) {
        var parts = BookMaker.parts("")
        parts[6] = ZipMaker.Part("xl/worksheets/sheet1.xml", item.xml)
        #expect(BookMaker.refusal(parts) == item.refusal)
    }

    @Test func sheetsOfDiagramsAreLeftOut() throws {
        var parts = BookMaker.parts("<sheetData/>")
        parts[3] = BookMaker.references("xl/_rels/workbook.xml.rels", [("s1", "chartsheet", "chartsheets/sheet1.xml")])
        #expect(try Workbook(file: "t", bytes: ZipMaker(parts).bytes).sheets.isEmpty)
    }
}
