/// Writes the cells of a sheet anew, with the value of each merged area in all its cells, as far as the sheet has content
/// of its own: an area may reach to the end of the sheet.
struct AreaFilling {
    private let areas: [CellArea]
    private let oldRows: [Sheet.Row]
    private let oldCells: [Sheet.Cell]
    private let cellLimit: Int
    private let lastRow: Int
    private let lastColumn: Int
    /// How many cells the areas with a value have so far.
    private var areaCells = 0
    private(set) var rows: [Sheet.Row] = []
    private(set) var cells: [Sheet.Cell] = []
    /// The areas that reach the current row: those with a value, and those that are blank.
    private var valued = ActiveAreas()
    private var blank = ActiveAreas()

    init(_ areas: [CellArea], rows: [Sheet.Row], cells: [Sheet.Cell], cellLimit: Int) {
        self.areas = areas.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        oldRows = rows
        oldCells = cells
        self.cellLimit = cellLimit
        lastRow = rows.last.map { Int($0.number) } ?? 0
        lastColumn = cells.reduce(0) { max($0, Int($1.column)) }
    }

    mutating func fill() throws(WorkbookFault) {
        rows.reserveCapacity(oldRows.count)
        cells.reserveCapacity(oldCells.count)
        var (nextArea, nextRow, row) = (0, 0, 0)
        while true {
            // Rows without anything to write are passed over.
            let ownRow = nextRow < oldRows.count ? Int(oldRows[nextRow].number) : .max
            let areaRow = nextArea < areas.count ? areas[nextArea].top : .max
            valued.remove(endingBefore: row + 1)
            row = valued.isEmpty ? min(ownRow, areaRow) : row + 1
            if row > lastRow { break }
            valued.remove(endingBefore: row)
            blank.remove(endingBefore: row)
            let isOwn = ownRow == row
            let own = isOwn ? oldCells[range(ofRow: nextRow)] : []
            while nextArea < areas.count, areas[nextArea].top == row {
                try start(areas[nextArea], in: own)
                nextArea += 1
            }
            let first = cells.count
            try write(own, row: row)
            if cells.count > first {
                rows.append(
                    Sheet.Row(
                        number: UInt32(row), isHidden: isOwn && oldRows[nextRow].isHidden, firstCell: first))
            }
            if isOwn { nextRow += 1 }
        }
    }

    private func range(ofRow index: Int) -> Range<Int> {
        oldRows[index].firstCell..<(index + 1 < oldRows.count ? oldRows[index + 1].firstCell : oldCells.count)
    }

    /// Of areas that overlap, which no program writes, the first counts.
    private mutating func start(_ area: CellArea, in own: ArraySlice<Sheet.Cell>) throws(WorkbookFault) {
        guard area.left <= lastColumn, !valued.meets(area), !blank.meets(area) else { return }
        let value = own.first { Int($0.column) == area.left }
        guard value != nil else {
            blank.insert(area, value)
            return
        }
        // Known before anything is filled.
        areaCells += (min(area.bottom, lastRow) - area.top + 1) * (min(area.right, lastColumn) - area.left + 1)
        guard areaCells <= cellLimit else { throw SheetBuilder.tooMany(cellLimit) }
        valued.insert(area, value)
    }

    private mutating func write(_ own: ArraySlice<Sheet.Cell>, row: Int) throws(WorkbookFault) {
        var rest = own
        for (area, value) in valued.list {
            while let cell = rest.first, Int(cell.column) < area.left {
                try keep(cell)
                rest = rest.dropFirst()
            }
            rest = rest.drop { Int($0.column) <= area.right }
            guard var cell = value else { continue }
            let right = min(area.right, lastColumn)
            guard cells.count + right - area.left < cellLimit else { throw SheetBuilder.tooMany(cellLimit) }
            for column in area.left...right {
                cell.column = UInt16(column)
                if column > area.left || row > area.top { cell.flags.insert(.repeated) }
                cells.append(cell)
            }
        }
        for cell in rest { try keep(cell) }
    }

    private mutating func keep(_ cell: Sheet.Cell) throws(WorkbookFault) {
        if !blank.isEmpty, blank.contains(Int(cell.column)) { return }
        guard cells.count < cellLimit else { throw SheetBuilder.tooMany(cellLimit) }
        cells.append(cell)
    }
}

/// Areas that do not overlap, from left to right.
private struct ActiveAreas {
    private(set) var list: [(area: CellArea, value: Sheet.Cell?)] = []
    private var firstEnd = Int.max

    var isEmpty: Bool { list.isEmpty }

    /// The first area that does not end left of a column.
    private func index(reaching column: Int) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].area.right < column { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func contains(_ column: Int) -> Bool {
        let index = index(reaching: column)
        return index < list.count && list[index].area.left <= column
    }

    func meets(_ area: CellArea) -> Bool {
        let index = index(reaching: area.left)
        return index < list.count && list[index].area.left <= area.right
    }

    mutating func insert(_ area: CellArea, _ value: Sheet.Cell?) {
        list.insert((area, value), at: index(reaching: area.left))
        firstEnd = min(firstEnd, area.bottom)
    }

    mutating func remove(endingBefore row: Int) {
        guard firstEnd < row else { return }
        list.removeAll { $0.area.bottom < row }
        firstEnd = list.reduce(.max) { min($0, $1.area.bottom) }
    }
}
