internal import Values

/// Collects the cells of a sheet in the order of its file, and then puts the values of merged areas in all their cells.
struct SheetBuilder {
    /// More cells are no table that people keep.
    static let cellLimit = 8_000_000
    /// More bytes of text are no table either.
    static let textLimit = 1 << 28
    /// The same where a text stands in many cells, each of which has it once it is read.
    static let shownLimit = 1 << 29

    let name: String
    var isHidden = false
    var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var rows: [Sheet.Row] = []
    private(set) var cells: [Sheet.Cell] = []
    private(set) var texts: [UInt8] = []
    private(set) var shared: SharedTexts
    private(set) var areas: [CellArea] = []
    private var isRowOpen = false
    private let cellLimit: Int
    private let shownLimit: Int

    init(
        name: String, shared: SharedTexts = SharedTexts(), cellLimit: Int = Self.cellLimit,
        shownLimit: Int = Self.shownLimit
    ) {
        self.name = name
        self.shared = shared
        (self.cellLimit, self.shownLimit) = (cellLimit, shownLimit)
    }

    /// Begins a row; one without cells is left out.
    mutating func beginRow(_ number: Int, isHidden: Bool) {
        endRow()
        rows.append(Sheet.Row(number: UInt32(number), isHidden: isHidden, firstCell: cells.count))
        isRowOpen = true
    }

    mutating func endRow() {
        if isRowOpen, let last = rows.last, last.firstCell == cells.count { rows.removeLast() }
        isRowOpen = false
    }

    /// Repeats the cells of the row that was begun last.
    mutating func repeatRow(_ count: Int) throws(WorkbookFault) {
        endRow()
        guard count > 1, let row = rows.last else { return }
        let range = row.firstCell..<cells.count
        try reserve(range.count * (count - 1))
        for step in 1..<count {
            rows.append(
                Sheet.Row(number: row.number + UInt32(step), isHidden: row.isHidden, firstCell: cells.count))
            for index in range { cells.append(cells[index]) }
        }
    }

    /// Adds a cell with a text of its own; one without text is left out.
    mutating func add(
        _ text: [UInt8], kind: Sheet.Kind, column: Int, isComputed: Bool, repeated count: Int = 1
    ) throws(WorkbookFault) {
        if text.isEmpty { return }
        try reserve(count)
        guard texts.count + text.count <= Self.textLimit else { throw tooLong }
        let cell = Sheet.Cell(
            start: UInt32(texts.count), length: UInt32(text.count), column: UInt16(column), kind: kind,
            flags: isComputed ? .computed : [])
        texts += text
        append(cell, count)
    }

    /// Adds a cell with a shared text; false when there is no such text.
    mutating func add(shared index: Int, column: Int, isComputed: Bool) throws(WorkbookFault) -> Bool {
        guard let range = shared.range(index) else { return false }
        if range.isEmpty { return true }
        try reserve(1)
        append(
            Sheet.Cell(
                start: UInt32(range.lowerBound), length: UInt32(range.count), column: UInt16(column), kind: .text,
                flags: isComputed ? [.shared, .computed] : .shared), 1)
        return true
    }

    private mutating func append(_ cell: Sheet.Cell, _ count: Int) {
        cells.append(cell)
        for step in 1..<max(count, 1) {
            var copy = cell
            copy.column += UInt16(step)
            cells.append(copy)
        }
    }

    private func reserve(_ count: Int) throws(WorkbookFault) {
        guard count <= cellLimit - cells.count else { throw Self.tooMany(cellLimit) }
    }

    static func tooMany(_ limit: Int) -> WorkbookFault { WorkbookFault(.tooManyCells, [.expected: .count(limit)]) }

    private var tooLong: WorkbookFault { Self.tooLong(texts.count, Self.textLimit) }

    private static func tooLong(_ found: Int, _ limit: Int) -> WorkbookFault {
        WorkbookFault(.tooLarge, [.found: .count(found), .expected: .count(limit)])
    }

    mutating func merge(_ area: CellArea) {
        if area.top < area.bottom || area.left < area.right { areas.append(area) }
    }

    /// Ends the sheet.
    func finished() throws(WorkbookFault) -> Sheet {
        var (rows, cells) = (rows, cells)
        if isRowOpen, let last = rows.last, last.firstCell == cells.count { rows.removeLast() }
        if !areas.isEmpty {
            var filling = AreaFilling(areas, rows: rows, cells: cells, cellLimit: cellLimit)
            try filling.fill()
            (rows, cells) = (filling.rows, filling.cells)
        }
        let shown = cells.reduce(0) { $0 + Int($1.length) }
        guard shown <= shownLimit else { throw Self.tooLong(shown, shownLimit) }
        return Sheet(
            name: name, isHidden: isHidden, hiddenColumns: hiddenColumns.sorted { $0.lowerBound < $1.lowerBound },
            rows: rows, cells: cells, texts: texts, shared: shared)
    }
}
