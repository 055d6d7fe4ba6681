/// A workbook with sheets of a few cells, as Excel would save it, for tests of what reads tables.
package struct TestBook {
    package enum Cell {
        case blank
        case text(String)
        /// The digits as they stand in the file.
        case number(String)
        case percent(String)
        /// Days since the end of 1899.
        case day(String)
        case error(String)
        /// A formula without its value.
        case formula(String)
    }

    private let parts: [(name: String, data: String)]

    /// Makes a workbook of sheets, each with its rows by their numbers.
    package init(
        _ sheets: (name: String, rows: [Int: [Cell]])..., hidden: Set<String> = [], merges: [String] = [],
        hiddenRows: Set<Int> = [], hiddenColumns: [Int] = []
    ) {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        var parts = [
            (
                "[Content_Types].xml",
                "<Types xmlns='\(package)/content-types'><Override PartName='/xl/workbook.xml' ContentType='\(type)'/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns='\(package)/relationships'><Relationship Id='r' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet xmlns='\(main)'><cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            ),
        ]
        var (names, references) = ("", "<Relationship Id='s' Type='\(office)/styles' Target='styles.xml'/>")
        for (index, sheet) in sheets.enumerated() {
            let state = hidden.contains(sheet.name) ? "hidden" : "visible"
            names += "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(state)' r:id='r\(index)'/>"
            references += "<Relationship Id='r\(index)' Type='\(office)/worksheet' Target='sheet\(index).xml'/>"
            let columns = hiddenColumns.map { "<col min='\($0)' max='\($0)' hidden='1'/>" }.joined()
            let rows = sheet.rows.sorted { $0.key < $1.key }.map { number, cells in
                "<row r='\(number)' hidden='\(hiddenRows.contains(number) ? 1 : 0)'>"
                    + cells.map(\.xml).joined() + "</row>"
            }
            let areas = merges.map { "<mergeCell ref='\($0)'/>" }.joined()
            parts.append(
                (
                    "xl/sheet\(index).xml",
                    "<worksheet xmlns='\(main)'><cols>\(columns)</cols><sheetData>\(rows.joined())</sheetData><mergeCells>\(areas)</mergeCells></worksheet>"
                ))
        }
        parts.append(
            ("xl/workbook.xml", "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>\(names)</sheets></workbook>"))
        parts.append(
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='\(package)/relationships'>\(references)</Relationships>"
            ))
        self.parts = parts
    }

    /// The bytes of the file, whose parts are not compressed.
    package var bytes: [UInt8] {
        var (result, contents): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let (name, data) = (Array(part.name.utf8), Array(part.data.utf8))
            let common =
                number(0, 8) + number(Int(Self.checksum(data)), 4) + number(data.count, 4) + number(data.count, 4)
                + number(name.count, 2)
            contents +=
                number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 12)
                + number(result.count, 4) + name
            result += number(0x0403_4B50, 4) + number(20, 2) + common + number(0, 2) + name + data
        }
        let end = number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
        return result + contents + end + number(contents.count, 4) + number(result.count, 4) + number(0, 2)
    }

    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) }
    }

    /// The checksum of zip archives, bit by bit.
    private static func checksum(_ data: [UInt8]) -> UInt32 {
        ~data.reduce(0xFFFF_FFFF) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }
}

extension TestBook.Cell {
    fileprivate var xml: String {
        switch self {
        case .blank: "<c/>"
        case .text(let text): "<c t='inlineStr'><is><t xml:space='preserve'>\(Self.escaped(text))</t></is></c>"
        case .number(let digits): "<c><v>\(digits)</v></c>"
        case .percent(let digits): "<c s='1'><v>\(digits)</v></c>"
        case .day(let days): "<c s='2'><v>\(days)</v></c>"
        case .error(let text): "<c t='e'><v>\(text)</v></c>"
        case .formula(let text): "<c><f>\(text)</f></c>"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
