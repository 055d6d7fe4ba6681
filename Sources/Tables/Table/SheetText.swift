internal import Values
internal import Workbooks

/// A sheet of a workbook written as the text of a table, so that everything behind reads both alike: a record a row,
/// cells divided by tabs, blank rows as blank lines.
struct SheetText {
    /// The sheet's name.
    let name: String
    var bytes: [UInt8] = []
    /// The cells that the workbook holds as numbers, counted as they stand in the text: no way of writing makes them
    /// doubtful, while numbers that were typed as text are read as people write them.
    private(set) var numbers = CellFlags()

    static let delimiter = TableDelimiter.tab
    /// More cells, blank ones included, are no table.
    private static let cellLimit = 1 << 25

    /// - Parameter fillsRows: Whether every row gets as many cells as the sheet has columns.
    /// - Throws: ``FindingsError`` with `workbook.tooManyCells`.
    init(_ sheet: Sheet, file: String, fillsRows: Bool) throws(FindingsError) {
        name = sheet.name
        var (line, cell) = (1, 0)
        for index in 0..<sheet.filledRowCount where !sheet.isRepeatedRow(index) {
            while line < sheet.rowNumber(index) {
                bytes.append(UInt8(ascii: "\n"))
                (line, cell) = (line + 1, cell + 1)
            }
            var column = 1
            let first = cell
            sheet.forEachCell(ofRow: index) { place, isNumber, text in
                while column < place {
                    bytes.append(Self.delimiter.byte)
                    column += 1
                }
                append(text)
                if isNumber { numbers.insert(first + place - 1) }
            }
            if fillsRows {
                while column < sheet.columnCount {
                    bytes.append(Self.delimiter.byte)
                    column += 1
                }
            }
            bytes.append(UInt8(ascii: "\n"))
            line += 1
            cell = first + column
            guard cell <= Self.cellLimit else {
                throw FindingsError(
                    WorkbookFinding.tooManyCells, at: Location(file: file, isTable: true, sheet: sheet.name),
                    [.expected: .count(Self.cellLimit)])
            }
        }
    }

    /// Adds a cell, in quotes if its text could be taken for something else.
    private mutating func append(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        // Reading removes an apostrophe before what a spreadsheet would take for a formula.
        let isMarked = text.first == FormulaGuard.mark && FormulaGuard.isMarked(String(decoding: text, as: UTF8.self))
        let needsQuotes = text.contains {
            $0 == Self.delimiter.byte || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
                || $0 == UInt8(ascii: "\r")
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if isMarked { bytes.append(FormulaGuard.mark) }
        if needsQuotes {
            for byte in text {
                bytes.append(byte)
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            }
            bytes.append(UInt8(ascii: "\""))
        } else {
            bytes += text
        }
    }
}

/// A set of cells, by their number.
struct CellFlags: Sendable {
    private var words: [UInt64] = []

    var isEmpty: Bool { words.isEmpty }

    @inline(__always)
    func contains(_ cell: Int) -> Bool {
        let index = cell >> 6
        return index < words.count && words[index] >> UInt64(cell & 63) & 1 != 0
    }

    mutating func insert(_ cell: Int) {
        let index = cell >> 6
        while words.count <= index { words.append(0) }
        words[index] |= 1 << UInt64(cell & 63)
    }
}
