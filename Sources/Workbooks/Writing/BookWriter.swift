package import Values

/// Writes a workbook (XLSX) sheet by sheet and row by row.
///
///     var book = BookWriter { output.write($0) }
///     try book.sheet(SheetLayout(name: "Phụ lục")) { sheet throws(FindingsError) in
///         try sheet.row([WrittenCell("STT"), WrittenCell("Tiêu chí")])
///     }
///     book.finish()
package struct BookWriter {
    private var package: PackageWriter
    private var styles = BookStyles()
    private var sheets: [SheetLayout] = []
    private let file: String

    /// - Parameters:
    ///   - file: The file's name, for what cannot be written.
    ///   - sink: Takes the bytes, piece by piece.
    package init(file: String, _ sink: @escaping (_ bytes: [UInt8]) -> Void) {
        package = PackageWriter(sink)
        self.file = file
    }

    /// Writes a sheet.
    /// - Throws: What `body` throws, and a text that is longer than a cell holds (`workbook.textTooLong`).
    package mutating func sheet(
        _ layout: SheetLayout, _ body: (inout SheetWriter) throws(FindingsError) -> Void
    ) throws(FindingsError) {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
        package.begin("xl/worksheets/sheet\(sheets.count + 1).xml", type: type)
        var writer = SheetWriter(layout, isFirst: sheets.isEmpty, styles: styles, package: package, file: file)
        sheets.append(layout)
        try body(&writer)
        writer.finish()
        (styles, package) = (writer.styles, writer.package)
    }

    /// Ends the workbook, which must have a sheet.
    package mutating func finish() {
        let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        let (styles, sheets) = (styles, sheets)
        package.add("xl/styles.xml", type: spreadsheet + "styles+xml") { styles.write(to: &$0) }
        package.add("xl/workbook.xml", type: spreadsheet + "sheet.main+xml") { xml in
            xml.element(
                "workbook",
                [
                    "xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                ]
            ) { xml in
                xml.element("bookViews") { $0.element("workbookView") }
                xml.element("sheets") { xml in
                    for (index, sheet) in sheets.enumerated() {
                        xml.element(
                            "sheet",
                            [
                                "name": sheet.name, "sheetId": "\(index + 1)", "state": sheet.isHidden ? "hidden" : nil,
                                "r:id": "rId\(index + 1)",
                            ])
                    }
                }
                if sheets.contains(where: { !$0.titles.isEmpty }) {
                    xml.element("definedNames") { xml in
                        for (index, sheet) in sheets.enumerated() {
                            if sheet.titles.isEmpty { continue }
                            let name = CellFormula.quoted(sheet.name)
                            xml.element(
                                "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": "\(index)"],
                                text: sheet.titles.map { "\(name)!\($0)" }.joined(separator: ","))
                        }
                    }
                }
            }
        }
        let parts = sheets.indices.map { index in
            PackageWriter.Reference(
                id: "rId\(index + 1)", kind: "worksheet", target: "worksheets/sheet\(index + 1).xml")
        }
        let style = PackageWriter.Reference(id: "rId\(sheets.count + 1)", kind: "styles", target: "styles.xml")
        package.refer(from: "xl/workbook.xml", to: parts + [style])
        package.finish(main: "xl/workbook.xml")
    }
}

/// What a sheet is beside its cells.
package struct SheetLayout: Sendable {
    /// A column.
    package struct Column: Sendable {
        /// In characters.
        package var width: Double
        package var isHidden = false

        package init(width: Double, isHidden: Bool = false) { (self.width, self.isHidden) = (width, isHidden) }
    }

    /// The name, made one that programs accept: 31 letters at most, without `[ ] : * ? / \`.
    package let name: String
    package var columns: [Column] = []
    package var isHidden = false
    /// The rows and columns that stay in view.
    package var frozenRows = 0
    package var frozenColumns = 0
    /// The rows that every printed page begins with.
    package var titleRows: ClosedRange<Int>?
    /// How many first columns every printed page begins with.
    package var titleColumns = 0
    /// Whether A4 pages lie on their side.
    package var isLandscape = false
    /// Whether all columns are made to stand on one page.
    package var fitsWidth = true
    /// Whether only unlocked cells can be changed.
    package var isProtected = false

    /// What every printed page begins with: columns, rows.
    fileprivate var titles: [String] {
        let last = CellAddress(row: 1, column: max(titleColumns, 1)).letters
        return (titleColumns > 0 ? ["$A:$\(last)"] : [])
            + (titleRows.map { ["$\($0.lowerBound):$\($0.upperBound)"] } ?? [])
    }

    package init(name: String) {
        var clean = ""
        for character in name.map({ "[]:*?/\\'".contains($0) || $0.isNewline ? " " : $0 })
        where clean.utf16.count + character.utf16.count <= 31 {
            clean.append(character)
        }
        self.name = clean.allSatisfy({ $0.isWhitespace }) ? "Sheet" : clean
    }
}

/// A cell of a written sheet.
package struct WrittenCell: Sendable {
    /// What it holds.
    package enum Content: Sendable {
        case blank
        /// A text, whatever it looks like: `=1+1`, `1.10` and `001` stay what they are.
        case text(String)
        case number(FixedDecimal)
        /// A formula without its equals sign, and the number that it gives; nil for an empty text.
        case formula(String, value: FixedDecimal?)
    }

    package var content: Content
    package var look: CellLook?

    package init(_ content: Content, _ look: CellLook? = nil) { (self.content, self.look) = (content, look) }
    package init(_ text: String, _ look: CellLook? = nil) {
        self.init(text.isEmpty ? .blank : .text(text), look)
    }
}

/// What a cell may hold, and what is said where it holds something else.
package struct CellRule: Hashable, Sendable {
    package enum Condition: Hashable, Sendable {
        /// One of some words without commas and quotes.
        case list([String])
        /// A formula over the cell itself that must be true.
        case formula(String)
    }

    package let condition: Condition
    /// 32 letters at most.
    package let title: String
    /// 255 letters at most.
    package let message: String

    package init(_ condition: Condition, title: String, message: String) {
        (self.condition, self.title, self.message) = (condition, title, message)
    }
}
