import Values

@testable import Workbooks

/// Workbooks made of the parts that matter to a test.
enum BookMaker {
    static let sheetNames = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func types(main: String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        -> ZipMaker.Part
    {
        ZipMaker.Part(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="\(main)"/></Types>
            """)
    }

    static func references(_ folder: String, _ list: [(id: String, kind: String, target: String)]) -> ZipMaker.Part {
        let items = list.map { id, kind, target in
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        }
        return ZipMaker.Part(
            folder,
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + items.joined() + "</Relationships>")
    }

    /// The parts of a workbook of Excel with one sheet.
    /// - Parameters:
    ///   - sheet: What stands in the element `worksheet`.
    ///   - shared: What stands in `sst`.
    ///   - styles: What stands in `styleSheet`.
    ///   - settings: What stands in `workbook` before the sheets.
    static func parts(
        _ sheet: String, shared: String = "", styles: String = "", settings: String = "", state: String = "visible"
    ) -> [ZipMaker.Part] {
        [
            types(), references("_rels/.rels", [("r1", "officeDocument", "xl/workbook.xml")]),
            ZipMaker.Part(
                "xl/workbook.xml",
                """
                <workbook xmlns="\(sheetNames)" xmlns:r="\(office)">\(settings)<sheets>\
                <sheet name="Số liệu" sheetId="1" state="\(state)" r:id="s1"/></sheets></workbook>
                """),
            references(
                "xl/_rels/workbook.xml.rels",
                [
                    ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "sharedStrings", "/xl/sharedStrings.xml"),
                    ("s3", "styles", "./styles.xml"),
                ]),
            ZipMaker.Part("xl/sharedStrings.xml", "<sst xmlns=\"\(sheetNames)\">\(shared)</sst>"),
            ZipMaker.Part("xl/styles.xml", "<styleSheet xmlns=\"\(sheetNames)\">\(styles)</styleSheet>"),
            ZipMaker.Part("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(sheetNames)\">\(sheet)</worksheet>"),
        ]
    }

    /// The parts of an OpenDocument workbook.
    /// - Parameter tables: What stands in the element `office:spreadsheet`.
    static func openParts(_ tables: String, styles: String = "", type: String = "spreadsheet") -> [ZipMaker.Part] {
        let names = ["office", "table", "text", "style"].map { name in
            "xmlns:\(name)=\"urn:oasis:names:tc:opendocument:xmlns:\(name):1.0\""
        }
        return [
            ZipMaker.Part("mimetype", Array("application/vnd.oasis.opendocument.\(type)".utf8), isStored: true),
            ZipMaker.Part(
                "content.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?><office:document-content \(names.joined(separator: " ")) \
                xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">\
                <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>\
                \(tables)</office:spreadsheet></office:body></office:document-content>
                """),
        ]
    }

    /// The cells of the first sheet, a line each: `B7 percent 99.5%`, with what is special about it before the text.
    static func lines(_ parts: [ZipMaker.Part]) throws -> [String] {
        let book = try Workbook(file: "t.xlsx", bytes: ZipMaker(parts).bytes)
        return lines(try book.sheet(0))
    }

    static func lines(_ sheet: Sheet) -> [String] {
        (0..<sheet.filledRowCount).flatMap { row in
            sheet.cells(ofRow: row).map { cell in
                let marks = (cell.isComputed ? ["computed"] : []) + (cell.isRepeated ? ["repeated"] : [])
                return ([cell.address, cell.value.kind] + marks + [cell.text]).joined(separator: " ")
            }
        }
    }

    /// The finding with which a workbook is refused: `workbook.badCell t.xlsx:Số liệu:2:1 order`; nil when it is read.
    static func refusal(_ bytes: [UInt8]) -> String? {
        do throws(FindingsError) {
            let book = try Workbook(file: "t.xlsx", bytes: bytes)
            for position in book.sheets.indices { _ = try book.sheet(position) }
            return nil
        } catch {
            return error.findings.map { finding in
                ([finding.code, finding.location.description] + [finding.details[.reason]].compactMap { $0?.text })
                    .joined(separator: " ")
            }.joined(separator: "\n")
        }
    }

    static func refusal(_ parts: [ZipMaker.Part]) -> String? { refusal(ZipMaker(parts).bytes) }
}

extension FindingValue {
    fileprivate var text: String? { if case .code(let text) = self { text } else { nil } }
}

extension CellValue {
    var kind: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .percent: "percent"
        case .day(_, let seconds): seconds == nil ? "day" : "moment"
        case .time: "time"
        case .boolean: "boolean"
        case .error: "error"
        case .formula: "formula"
        }
    }
}
