import Tables
import Values
import Workbooks

/// What is read from a workbook, for comparison with what other programs put into it.
enum BenchSheets {
    /// Prints the sheets, each with its hidden rows and columns, and their cells: address, kind, whether computed and
    /// repeated, text.
    static func show(_ path: String) throws(FindingsError) {
        let book = try Workbook(file: path, bytes: FileInput.bytes(of: path))
        for position in book.sheets.indices {
            let sheet = try book.sheet(position)
            print(
                "sheet", escaped(sheet.name), sheet.isHidden, sheet.hiddenRows, sheet.hiddenFilledColumns,
                separator: "\t")
            for row in 0..<sheet.filledRowCount {
                for cell in sheet.cells(ofRow: row) {
                    let marks = (cell.isComputed ? "f" : "-") + (cell.isRepeated ? "m" : "-")
                    print(cell.address, kind(cell.value), marks, escaped(cell.text), separator: "\t")
                }
            }
        }
    }

    /// Measures reading all sheets, and a table of the first.
    static func measure(_ path: String) throws(FindingsError) {
        let clock = ContinuousClock()
        var start = clock.now
        let book = try Workbook(file: path, bytes: FileInput.bytes(of: path))
        var cells = 0
        for position in book.sheets.indices { cells += try book.sheet(position).cellCount }
        print("\(cells) cells read in \(clock.now - start)")
        start = clock.now
        let table = try Table(contentsOf: path)
        print("a table of \(table.rowCount) rows read in \(clock.now - start)")
    }

    private static func kind(_ value: CellValue) -> String {
        switch value {
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

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
    }
}
