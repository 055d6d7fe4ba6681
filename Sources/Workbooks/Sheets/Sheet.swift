internal import Values

/// The cells of a sheet that have content, as a grid of texts with the values behind them.
///
/// Rows and columns are counted from 1, as programs show them. The value of a merged area stands in each of its cells.
/// Texts stay bytes until they are asked for; a cell costs twelve bytes besides.
package struct Sheet: Sendable {
    /// What a cell is, beside its text.
    enum Kind: UInt8 {
        case text, number, percent, day, moment, time, boolean, error, formula
    }

    struct Cell: Sendable {
        var start: UInt32
        var length: UInt32
        var column: UInt16
        var kind: Kind
        var flags: Flags
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// The text is one of those that sheets share.
        static let shared = Flags(rawValue: 1)
        static let computed = Flags(rawValue: 2)
        static let repeated = Flags(rawValue: 4)
    }

    struct Row: Sendable {
        var number: UInt32
        var isHidden: Bool
        /// Where its cells begin; they end where those of the next row begin.
        var firstCell: Int
    }

    package let name: String
    package let isHidden: Bool
    /// The hidden columns, ascending.
    let hiddenColumns: [ClosedRange<Int>]
    let rows: [Row]
    let cells: [Cell]
    let texts: [UInt8]
    let shared: SharedTexts
    /// The last row and the last column with content; 0 in an empty sheet.
    package let rowCount: Int
    package let columnCount: Int

    init(
        name: String, isHidden: Bool, hiddenColumns: [ClosedRange<Int>], rows: [Row], cells: [Cell], texts: [UInt8],
        shared: SharedTexts
    ) {
        self.name = name
        self.isHidden = isHidden
        self.hiddenColumns = hiddenColumns
        self.rows = rows
        self.cells = cells
        self.texts = texts
        self.shared = shared
        rowCount = rows.last.map { Int($0.number) } ?? 0
        columnCount = cells.reduce(0) { max($0, Int($1.column)) }
    }

    /// Whether no cell has content.
    package var isEmpty: Bool { cells.isEmpty }

    // MARK: - Rows

    /// The number of cells with content.
    package var cellCount: Int { cells.count }

    /// The number of rows with content.
    package var filledRowCount: Int { rows.count }

    /// The number of one of the rows with content, which are counted from 0.
    package func rowNumber(_ index: Int) -> Int { Int(rows[index].number) }

    package func isHiddenRow(_ index: Int) -> Bool { rows[index].isHidden }

    /// Whether a row with content has none of its own: all of it is of merged areas that begin above.
    package func isRepeatedRow(_ index: Int) -> Bool {
        range(ofRow: index).allSatisfy { cells[$0].flags.contains(.repeated) }
    }

    /// The cells of a row with content, from left to right.
    package func cells(ofRow index: Int) -> [SheetCell] {
        range(ofRow: index).map { cell(at: $0, row: rowNumber(index)) }
    }

    /// Passes the cells of a row with content from left to right: the column, whether the cell is a number or percent,
    /// and the text.
    package func forEachCell(
        ofRow index: Int, _ body: (_ column: Int, _ isNumber: Bool, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Void
    ) {
        for position in range(ofRow: index) {
            let cell = cells[position]
            withText(of: cell) { body(Int(cell.column), cell.kind == .number || cell.kind == .percent, $0) }
        }
    }

    func range(ofRow index: Int) -> Range<Int> {
        rows[index].firstCell..<(index + 1 < rows.count ? rows[index + 1].firstCell : cells.count)
    }

    /// A cell by its row and column; nil when it has no content.
    ///
    /// Complexity: O(log cells).
    package func cell(row: Int, column: Int) -> SheetCell? {
        let index = Self.firstIndex(in: 0..<rows.count) { Int(rows[$0].number) >= row }
        guard index < rows.count, rowNumber(index) == row else { return nil }
        let range = range(ofRow: index)
        let position = Self.firstIndex(in: range) { Int(cells[$0].column) >= column }
        guard position < range.upperBound, Int(cells[position].column) == column else { return nil }
        return cell(at: position, row: row)
    }

    private static func firstIndex(in range: Range<Int>, where isAtLeast: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isAtLeast(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: - Hidden parts

    /// The hidden rows with content.
    package var hiddenRows: [Int] { rows.compactMap { $0.isHidden ? Int($0.number) : nil } }

    /// The hidden columns with content.
    package var hiddenFilledColumns: [Int] {
        if hiddenColumns.isEmpty { return [] }
        var isFilled = [Bool](repeating: false, count: columnCount + 1)
        for cell in cells { isFilled[Int(cell.column)] = true }
        return hiddenColumns.flatMap { range in range.filter { $0 <= columnCount && isFilled[$0] } }
    }

    // MARK: - Cells

    /// The bytes of a cell's text.
    func withText<Result>(of cell: Cell, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
        // In bounds: the builder noted where it put the text, in the same bytes, of which none is ever removed.
        let range = Int(cell.start)..<Int(cell.start) + Int(cell.length)
        return (cell.flags.contains(.shared) ? shared.bytes : texts).withUnsafeBufferPointer { body($0[range]) }
    }

    private func cell(at position: Int, row: Int) -> SheetCell {
        let cell = cells[position]
        let text = withText(of: cell) { String(decoding: $0, as: UTF8.self) }
        return SheetCell(
            row: row, column: Int(cell.column), value: Self.value(cell.kind, text), text: text,
            isComputed: cell.flags.contains(.computed), isRepeated: cell.flags.contains(.repeated))
    }

    private static func value(_ kind: Kind, _ text: String) -> CellValue {
        switch kind {
        case .text: return .text(text)
        case .number: return .number(text)
        case .percent: return .percent(String(text.dropLast()))
        case .boolean: return .boolean(text == "TRUE")
        case .error: return .error(text)
        case .formula: return .formula(text)
        case .time: return .time(seconds: seconds(text[...]))
        case .day, .moment:
            let parts = text.split(separator: " ", maxSplits: 1)
            let numbers = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
            guard numbers.count == 3, let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
            else { return .text(text) }
            return .day(day, seconds: parts.count > 1 ? seconds(parts[1]) : nil)
        }
    }

    private static func seconds(_ text: Substring) -> Int {
        text.split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) }
    }
}

/// The texts that the cells of an Excel workbook share.
struct SharedTexts: Sendable {
    var bytes: [UInt8] = []
    /// Where each text ends.
    var ends: [UInt32] = []

    /// Where a text is; nil when there is none of this number.
    func range(_ index: Int) -> Range<Int>? {
        guard ends.indices.contains(index) else { return nil }
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
}
