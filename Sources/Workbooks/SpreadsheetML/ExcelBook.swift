internal import Values

/// A workbook as Excel saves it: which sheets there are, and what their cells share.
struct ExcelBook: Sendable {
    struct SheetEntry: Sendable {
        var name: String
        var isHidden: Bool
        var part: String
    }

    let archive: ZipArchive
    private(set) var sheets: [SheetEntry] = []
    private var system = SerialDay.System.from1900
    private var styles = CellStyles()
    private var shared = SharedTexts()

    init(_ parts: PackageParts, workbook: String) throws(WorkbookFault) {
        archive = parts.archive
        let references = try parts.references(of: workbook)
        let found = try archive.withXML(parts.entry(workbook)) { reader throws(WorkbookFault) in
            try Self.readWorkbook(reader)
        }
        system = found.system
        for sheet in found.sheets {
            guard let reference = references.first(where: { $0.id == sheet.id }) else {
                throw WorkbookFault(.missingPart, [.key: .text(sheet.name)])
            }
            // Sheets of diagrams and macros have no cells.
            guard reference.kind == "worksheet" else { continue }
            _ = try parts.entry(reference.target)
            sheets.append(SheetEntry(name: sheet.name, isHidden: sheet.isHidden, part: reference.target))
        }
        if let part = references.first(where: { $0.kind == "styles" }) {
            styles = try archive.withXML(parts.entry(part.target)) { reader throws(WorkbookFault) in
                try CellStyles(reading: reader)
            }
        }
        if let part = references.first(where: { $0.kind == "sharedStrings" }) {
            shared = try archive.withXML(parts.entry(part.target)) { reader throws(WorkbookFault) in
                try SharedTexts(reading: reader)
            }
        }
    }

    private static func readWorkbook(
        _ reader: XMLReader
    ) throws(WorkbookFault) -> (system: SerialDay.System, sheets: [(name: String, id: String, isHidden: Bool)]) {
        var system = SerialDay.System.from1900
        var sheets: [(name: String, id: String, isHidden: Bool)] = []
        try reader.enterRoot(XMLName(.sheet, .workbook))
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.sheet, .workbookPr):
                if reader.flag(.date1904) { system = .from1904 }
                try reader.skip()
            case (.sheet, .sheets):
                while try reader.nextChild() {
                    if reader.element == XMLName(.sheet, .sheet), let name = reader.text(.name),
                        let id = reader.text(.id, in: .reference)
                    {
                        sheets.append((name, id, reader.text(.state).map { $0 != "visible" } ?? false))
                    }
                    try reader.skip()
                }
            default: try reader.skip()
            }
        }
        try reader.finish()
        return (system, sheets)
    }

    func sheet(_ position: Int) throws(WorkbookFault) -> Sheet {
        let sheet = sheets[position]
        guard let entry = archive.entry(sheet.part) else {
            throw WorkbookFault(.missingPart, [.key: .text(sheet.part)])
        }
        do throws(WorkbookFault) {
            return try archive.withXML(entry) { reader throws(WorkbookFault) in
                var builder = SheetBuilder(name: sheet.name, shared: shared)
                builder.isHidden = sheet.isHidden
                var sheetReader = ExcelSheetReader(reader, styles: styles, system: system, into: builder)
                return try sheetReader.read()
            }
        } catch {
            throw error.inSheet(sheet.name)
        }
    }
}
