package import Values

/// What a cell holds, as its file says.
package enum CellValue: Hashable, Sendable {
    case text(String)
    /// A number as a plain decimal of at most fifteen significant digits: `0.995`.
    case number(String)
    /// A number that is shown as a percent, as it is shown but exact: `99.5` for 0.995.
    case percent(String)
    /// A day, with the seconds since midnight where the format shows a time.
    case day(CalendarDay, seconds: Int?)
    /// A time or a duration, in seconds.
    case time(seconds: Int)
    case boolean(Bool)
    /// An error of the spreadsheet: `#REF!`.
    case error(String)
    /// A formula that was saved without its value.
    case formula(String)
}

/// A cell of a sheet.
package struct SheetCell: Hashable, Sendable {
    /// The row and the column, from 1.
    package let row: Int
    package let column: Int
    package let value: CellValue
    /// The value as text, in the form in which a table is read: `99.5%`, `2024-06-30`, `TRUE`, `=SUM(A1:A9)`.
    package let text: String
    /// Whether the value is computed by a formula.
    package let isComputed: Bool
    /// Whether the value is that of a merged area whose first cell this is not.
    package let isRepeated: Bool

    /// The address: `B7`.
    package var address: String { CellAddress(row: row, column: column).text }
}

/// The place of a cell.
package struct CellAddress: Hashable, Sendable {
    /// As many as Excel and LibreOffice have.
    static let rowLimit = 1 << 20
    static let columnLimit = 1 << 14

    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// Reads `B7`.
    init?(_ text: some Collection<UInt8>) {
        (row, column) = (0, 0)
        for byte in text {
            let letter = Int(byte & 0xDF) - 0x40
            if byte >= 0x40, (1...26).contains(letter), row == 0 {
                column = column * 26 + letter
                if column > Self.columnLimit { return nil }
            } else if byte &- 0x30 < 10, column > 0, row > 0 || byte != 0x30 {
                row = row * 10 + Int(byte - 0x30)
                if row > Self.rowLimit { return nil }
            } else {
                return nil
            }
        }
        if row == 0 || column == 0 { return nil }
    }

    package var text: String { letters + String(row) }

    /// The column: `A`, `AB`.
    package var letters: String {
        var (letters, rest) = ("", column)
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// A rectangle of cells, with its first and last row and column.
struct CellArea: Hashable, Sendable {
    var top: Int
    var left: Int
    var bottom: Int
    var right: Int

    /// Reads `A1:B2`.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        // In bounds: slices end and begin at the colon; behind it there may be nothing.
        let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.count
        guard let first = CellAddress(text[..<colon]) else { return nil }
        guard let last = colon == text.count ? first : CellAddress(text[(colon + 1)...]), last.row >= first.row,
            last.column >= first.column
        else { return nil }
        (top, left, bottom, right) = (first.row, first.column, last.row, last.column)
    }

    /// The cells from one on; nil when there are none, or they leave the sheet.
    init?(row: Int, column: Int, rows: Int, columns: Int) {
        guard rows > 0, columns > 0, rows <= CellAddress.rowLimit, columns <= CellAddress.columnLimit,
            row + rows - 1 <= CellAddress.rowLimit, column + columns - 1 <= CellAddress.columnLimit
        else { return nil }
        (top, left, bottom, right) = (row, column, row + rows - 1, column + columns - 1)
    }
}
