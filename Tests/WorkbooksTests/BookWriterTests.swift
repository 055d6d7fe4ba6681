import Testing
import Values

@testable import Workbooks

/// Workbooks that are written, as the reader sees them.
struct BookWriterTests {
    private func book(
        _ layout: SheetLayout = SheetLayout(name: "Phụ lục"), _ body: (inout SheetWriter) throws(FindingsError) -> Void
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = BookWriter(file: "a.xlsx") { bytes += $0 }
        try writer.sheet(layout, body)
        writer.finish()
        return bytes
    }

    /// Texts stay texts whatever they look like, and keep every character.
    @Test func texts() throws {
        let texts = [
            "=1+1", "+84", "-1", "@x", "1.10", "001", "  a  ", "a\nb\tc", "<&>\"'", "_x000D_", "_x005F_", "\u{1}x", "",
            "Điểm 🙂", "TRUE", "#N/A",
        ]
        let bytes = try book { sheet throws(FindingsError) in for text in texts { try sheet.row([WrittenCell(text)]) } }
        let sheet = try Workbook(file: "a.xlsx", bytes: bytes).sheet(0)
        for (index, text) in texts.enumerated() {
            let cell = sheet.cell(row: index + 1, column: 1)
            // What no text of a cell can hold is shown as lost by the reader.
            let expected = text.isEmpty ? nil : CellValue.text(text == "\u{1}x" ? "\u{FFFD}x" : text)
            #expect(cell?.value == expected, "\(text)")
        }
    }

    @Test func numbersFormulasAndMergedCells() throws {
        let look = CellLook().with { $0.format = .decimals(2) }
        let bytes = try book { sheet throws(FindingsError) in
            try sheet.row([WrittenCell(.number(FixedDecimal(mantissa: 250_000)), look), WrittenCell(.blank, look)])
            sheet.merge(column: 1, columns: 2, rows: 2)
            try sheet.row([WrittenCell("x")])
            try sheet.row([])
            try sheet.row([WrittenCell(.formula("A1*4", value: 1))])
        }
        let sheet = try Workbook(file: "a.xlsx", bytes: bytes).sheet(0)
        #expect(sheet.cell(row: 1, column: 1)?.value == .number("0.25"))
        #expect(sheet.cell(row: 2, column: 2) == nil && sheet.cell(row: 3, column: 1)?.isRepeated == true)
        #expect(
            sheet.cell(row: 4, column: 1)?.isComputed == true && sheet.cell(row: 4, column: 1)?.value == .number("1"))
    }

    @Test func longTextsAreRefused() throws {
        let limit = String(repeating: "a", count: SheetWriter.textLimit)
        _ = try book { sheet throws(FindingsError) in try sheet.row([WrittenCell(limit)]) }
        #expect(throws: FindingsError.self) {
            try book { sheet throws(FindingsError) in try sheet.row([WrittenCell("b"), WrittenCell(limit + "a")]) }
        }
    }

    @Test(
        "names that programs accept",
        arguments: [
            ("Phụ lục", "Phụ lục"), ("a/b:c[d]*?\\", "a b c d    "), ("", "Sheet"), ("'x'", " x "),
            (String(repeating: "ă", count: 40), String(repeating: "ă", count: 31)),
        ])
    func names(given: String, expected: String) throws {
        #expect(SheetLayout(name: given).name == expected)
    }

    /// The elements around the rows stand in the order that Excel asks for.
    @Test func order() throws {
        var layout = SheetLayout(name: "A")
        layout.columns = [SheetLayout.Column(width: 10, isHidden: true)]
        (layout.frozenRows, layout.titleRows, layout.isProtected) = (1, 1...1, true)
        let bytes = try book(layout) { sheet throws(FindingsError) in
            sheet.merge(column: 1, columns: 2)
            try sheet.row([WrittenCell("a")])
        }
        let archive = try ZipArchive(bytes)
        let part = try #require(archive.entry("xl/worksheets/sheet1.xml"))
        let text = String(decoding: try archive.bytes(of: part), as: UTF8.self)
        let places = [
            "<sheetPr", "<sheetViews", "<sheetFormatPr", "<cols", "<sheetData", "<sheetProtection", "<mergeCells",
            "<pageMargins", "<pageSetup", "<headerFooter",
        ].map { text.ranges(of: $0).first?.lowerBound }
        #expect(!places.contains(nil))
        #expect(zip(places, places.dropFirst()).allSatisfy { ($0 ?? text.endIndex) < ($1 ?? text.startIndex) })
    }
}
