internal import Values

/// Reads the sheets of an OpenDocument workbook, which are all in one part.
struct OpenBook {
    static let mimetype = "application/vnd.oasis.opendocument.spreadsheet"

    /// Whether a part, or the whole archive, is encrypted.
    static func isEncrypted(_ archive: ZipArchive) throws(WorkbookFault) -> Bool {
        if archive.entry("encrypted-package") != nil { return true }
        guard let entry = archive.entry("META-INF/manifest.xml") else { return false }
        return try archive.withXML(entry) { reader throws(WorkbookFault) in
            while true {
                switch try reader.next() {
                case .start: if reader.element.word == .encryptionData { return true }
                case .finish: return false
                case .end, .text: continue
                }
            }
        }
    }

    static func sheets(_ archive: ZipArchive) throws(WorkbookFault) -> [Sheet] {
        guard let entry = archive.entry("content.xml") else {
            throw WorkbookFault(.missingPart, [.key: "content.xml"])
        }
        return try archive.withXML(entry) { reader throws(WorkbookFault) in
            var book = OpenBook(reader)
            try book.read()
            return book.sheets
        }
    }

    private let reader: XMLReader
    private var sheets: [Sheet] = []
    /// The styles of sheets that are not shown.
    private var hiddenStyles: Set<String> = []
    /// How many cells all sheets have.
    private var cellCount = 0

    private init(_ reader: XMLReader) { self.reader = reader }

    private mutating func read() throws(WorkbookFault) {
        try reader.enterRoot(XMLName(.office, .documentContent))
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.office, .automaticStyles): try readStyles()
            case (.office, .body):
                while try reader.nextChild() {
                    if reader.element == XMLName(.office, .spreadsheet) { try readSheets() } else { try reader.skip() }
                }
            default: try reader.skip()
            }
        }
        try reader.finish()
    }

    private mutating func readStyles() throws(WorkbookFault) {
        while try reader.nextChild() {
            guard reader.element == XMLName(.style, .style), reader.text(.family, in: .style) == "table",
                let name = reader.text(.name, in: .style)
            else {
                try reader.skip()
                continue
            }
            while try reader.nextChild() {
                if reader.element == XMLName(.style, .tableProperties), reader.text(.display, in: .table) == "false" {
                    hiddenStyles.insert(name)
                }
                try reader.skip()
            }
        }
    }

    private mutating func readSheets() throws(WorkbookFault) {
        while try reader.nextChild() {
            guard reader.element == XMLName(.table, .table) else {
                try reader.skip()
                continue
            }
            let name = reader.text(.name, in: .table) ?? ""
            var builder = SheetBuilder(name: name, cellLimit: SheetBuilder.cellLimit - cellCount)
            builder.isHidden = reader.text(.styleName, in: .table).map(hiddenStyles.contains) ?? false
            do throws(WorkbookFault) {
                var sheetReader = OpenSheetReader(reader, into: builder)
                let sheet = try sheetReader.read()
                cellCount += sheet.cells.count
                sheets.append(sheet)
            } catch {
                throw error.inSheet(name)
            }
        }
    }
}
