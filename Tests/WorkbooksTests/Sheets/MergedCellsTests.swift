import TestSupport
import Testing

@testable import Workbooks

/// The value of a merged area counts in each of its cells.
@Suite struct MergedCellsTests {
    private static func lines(_ rows: String, _ areas: String...) throws -> [String] {
        let merges = areas.map { "<mergeCell ref='\($0)'/>" }.joined()
        return try BookMaker.lines(BookMaker.parts("<sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells>"))
    }

    private static func row(_ number: Int, _ cells: (String, Int)...) -> String {
        "<row r='\(number)'>" + cells.map { "<c r='\($0.0)\(number)'><v>\($0.1)</v></c>" }.joined() + "</row>"
    }

    @Test func valuesFillTheirAreas() throws {
        let rows = Self.row(1, ("A", 1), ("C", 2)) + Self.row(3, ("B", 3)) + Self.row(4, ("A", 4), ("D", 5))
        #expect(
            try Self.lines(rows, "C1:D2", "A1:A3", "B3:C3") == [
                "A1 number 1", "C1 number 2", "D1 number repeated 2", "A2 number repeated 1", "C2 number repeated 2",
                "D2 number repeated 2", "A3 number repeated 1", "B3 number 3", "C3 number repeated 3", "A4 number 4",
                "D4 number 5",
            ])
    }

    @Test func areasEndWhereTheSheetHasContent() throws {
        let rows = Self.row(1, ("A", 1), ("B", 2)) + Self.row(3, ("B", 3))
        #expect(
            try Self.lines(rows, "A1:A1048576") == [
                "A1 number 1", "B1 number 2", "A2 number repeated 1", "A3 number repeated 1", "B3 number 3",
            ])
        #expect(
            try Self.lines(Self.row(1, ("A", 1)) + Self.row(2, ("C", 2)), "A1:XFD1") == [
                "A1 number 1", "B1 number repeated 1", "C1 number repeated 1", "C2 number 2",
            ])
    }

    /// Some programs keep what was in the cells before they were merged; nobody sees it.
    @Test func whatIsCoveredDoesNotCount() throws {
        let rows = Self.row(1, ("A", 1), ("B", 2), ("C", 3)) + Self.row(2, ("A", 4), ("C", 5))
        #expect(
            try Self.lines(rows, "A1:B2") == [
                "A1 number 1", "B1 number repeated 1", "C1 number 3", "A2 number repeated 1", "B2 number repeated 1",
                "C2 number 5",
            ])
        // An area whose first cell is blank is blank.
        #expect(try Self.lines(Self.row(1, ("B", 2), ("C", 3)) + Self.row(2, ("A", 4)), "A1:B2") == ["C1 number 3"])
    }

    @Test func overlappingAreasDoNotCount() throws {
        #expect(
            try Self.lines(Self.row(1, ("A", 1), ("C", 2)), "A1:B1", "B1:C1") == [
                "A1 number 1", "B1 number repeated 1", "C1 number 2",
            ])
    }

    @Test func rowsThatOnlyRepeatAreKnown() throws {
        let data = "<sheetData>" + Self.row(1, ("A", 1), ("B", 2)) + Self.row(3, ("B", 3)) + "</sheetData>"
        let parts = BookMaker.parts(data + "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>")
        let sheet = try Workbook(file: "t", bytes: ZipMaker(parts).bytes).sheet(0)
        #expect((0..<3).map(sheet.isRepeatedRow) == [false, true, false])
        #expect((sheet.rowCount, sheet.columnCount) == (3, 2))
        #expect(sheet.cell(row: 2, column: 1)?.text == "1")
        #expect(sheet.cell(row: 2, column: 2) == nil)
        #expect(sheet.cell(row: 9, column: 1) == nil)
    }

    @Test(arguments: ["A1:", "B2:A1", "A1:B", "", "A1:B2:C3", "A0:A1"])
    func areasThatAreNoneAreRefused(_ area: String) {
        let data = "<sheetData/><mergeCells><mergeCell ref='\(area)'/></mergeCells>"
        #expect(BookMaker.refusal(BookMaker.parts(data)) == "workbook.badCell t.xlsx:Số liệu area")
    }

    /// Ten thousand areas over a million rows cost no more than what they fill.
    @Test func manyAreasAreFilledQuickly() throws {
        let areas = (0..<8000).compactMap { CellArea(row: 1, column: 2 * $0 + 2, rows: 1 << 20, columns: 2) }
        var builder = SheetBuilder(name: "s")
        for area in areas { builder.merge(area) }
        for row in stride(from: 1, through: 1 << 20, by: 5) {
            builder.beginRow(row, isHidden: false)
            try builder.add([0x31], kind: .number, column: 1, isComputed: false)
        }
        var rows = 0
        let seconds = try ThreadTime.seconds { rows = try builder.finished().rows.count }
        #expect(rows == 209_716)
        #expect(seconds < 5)
    }

    /// A text of a merged area, or a repeated one, is there once: read, each of the cells has it.
    @Test func longTextsInManyCellsAreRefused() throws {
        for limit in [39, 40] {
            var builder = SheetBuilder(name: "s", shownLimit: limit)
            builder.beginRow(1, isHidden: false)
            try builder.add(Array("0123456789".utf8), kind: .text, column: 1, isComputed: false)
            try builder.add(Array("0123456789".utf8), kind: .text, column: 4, isComputed: false)
            if let area = CellArea(row: 1, column: 1, rows: 1, columns: 3) { builder.merge(area) }
            let code = { () throws(WorkbookFault) in try builder.finished().cells.count }
            do {
                #expect(try code() == 4 && limit == 40)
            } catch {
                #expect(error.code == .tooLarge && limit == 39)
            }
        }
    }

    @Test func tooManyCellsAreRefused() throws {
        var builder = SheetBuilder(name: "s", cellLimit: 1000)
        for row in 1...100 {
            builder.beginRow(row, isHidden: false)
            try builder.add([0x31], kind: .number, column: 11, isComputed: false)
            if row == 1 { try builder.add([0x32], kind: .number, column: 12, isComputed: false) }
        }
        if let area = CellArea(row: 1, column: 11, rows: 100, columns: 1) { builder.merge(area) }
        #expect(try builder.finished().cells.count == 101)
        var wide = builder
        if let area = CellArea(row: 1, column: 12, rows: 900, columns: 1) { wide.merge(area) }
        #expect(try wide.finished().cells.count == 200)
        #expect(throws: WorkbookFault.self) {
            try builder.add([0x31], kind: .number, column: 1, isComputed: false, repeated: 900)
        }
    }
}
