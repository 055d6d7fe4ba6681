internal import Tables
internal import Values

/// A table of a folder that is written again with some of its cells changed; everything else stays as it is.
struct RewrittenTable {
    /// A cell that became another, as reading the table gives it.
    struct Change {
        /// What the row is about.
        let key: [String]
        let heading: String
        let old: String
        let new: String
    }

    private var headings: [String]
    private var rows: [[CSVWriter.Cell]]
    private let style: CSVWriter.Style
    /// The rows by what they are about.
    private var positions: [[String]: Int] = [:]
    /// What each row is about.
    private var keys: [[String]] = []
    /// How many rows the table had.
    private let oldCount: Int
    /// Where a row stands among others by what it is about; nil for what nobody knows.
    private let rank: ([String]) -> [Int]?
    private var changes: [Change] = []
    /// The columns by the first of their names, once they were looked for; nil for what the table lacks.
    private var columns: [String: Int?] = [:]

    /// A table that does not exist yet, in the language of its headings.
    init(headings: [[String]], isVietnamese: Bool, rank: @escaping ([String]) -> [Int]?) {
        self.headings = headings.map { $0[isVietnamese ? 1 : 0] }
        (rows, oldCount, self.rank) = ([], 0, rank)
        style = isVietnamese ? .excelVietnamese : .plain
    }

    /// Reads a table of text.
    /// - Parameters:
    ///   - keys: The columns that say what a row is about.
    ///   - rank: Where a row that is new stands among others, by what it is about.
    ///   - code: The code that stands for what a cell of such a column holds, which may be a name.
    /// - Throws: ``FindingsError`` with `form.tableNotWritable` for a workbook, and for a table without these columns.
    init(
        contentsOf path: String, options: TableOptions, keys: [[String]], rank: @escaping ([String]) -> [Int]?,
        code: (_ key: Int, _ text: String) -> String
    ) throws(FindingsError) {
        let refusal = FindingsError(FormFinding.tableNotWritable, at: Location(file: path))
        let bytes = try FileInput.bytes(of: path, .regular)
        let table = try Table(file: path, bytes: bytes, options: options)
        let columns = keys.compactMap { table.column(named: $0) }
        guard table.sheet == nil, table.findings.allSatisfy({ $0.severity != .error }), columns.count == keys.count
        else {
            throw refusal
        }
        headings = table.headings
        rows = (0..<table.rowCount).map { row in
            (0..<table.headings.count).map { column in
                let text = table.text(row, column)
                return text.isEmpty ? .blank : .text(text)
            }
        }
        style = CSVWriter.style(of: bytes, delimiter: table.dialect.delimiter, table.dialect.decimalSeparator)
        (oldCount, self.rank) = (rows.count, rank)
        for row in rows.indices {
            let key = columns.enumerated().map { code($0.offset, table.text(row, $0.element)) }
            self.keys.append(key)
            positions[key] = row
        }
    }

    /// The row that is about something; a new one where there is none.
    mutating func row(_ key: [String], in columns: [[String]]) -> Int {
        if let row = positions[key] { return row }
        let row = rows.count
        rows.append(Array(repeating: .blank, count: headings.count))
        keys.append(key)
        positions[key] = row
        for (text, names) in zip(key, columns) {
            if let column = column(names) { rows[row][column] = .text(text) }
        }
        return row
    }

    /// Changes a cell of a column, which is added where there is none.
    mutating func set(_ cell: CSVWriter.Cell, row: Int, _ names: [String]) {
        guard let column = column(names) ?? (cell == .blank ? nil : addColumn(names)) else { return }
        if rows[row][column] == cell { return }
        let (old, new) = (text(of: rows[row][column]), text(of: cell))
        if old == new { return }
        rows[row][column] = cell
        changes.append(Change(key: keys[row], heading: headings[column], old: old, new: new))
    }

    /// Adds columns that are not there, so that they stand in this order whichever is filled first.
    mutating func require(_ columns: [[String]]) {
        for names in columns where column(names) == nil { _ = addColumn(names) }
    }

    /// The changes since they were last asked for.
    mutating func takeChanges() -> [Change] {
        defer { changes = [] }
        return changes
    }

    private func text(of cell: CSVWriter.Cell) -> String { CSVWriter.textReadBack(of: cell, in: style) }

    /// The columns that may be added, in the order in which they come to stand, whichever is added first.
    private static let addedColumns = [
        ColumnNames.reason, ColumnNames.opinion, ColumnNames.evidence, ColumnNames.explanation,
    ].map { Set($0.map(VietnameseText.folded)) }

    private mutating func addColumn(_ names: [String]) -> Int {
        func rank(_ heading: String) -> Int? {
            Self.addedColumns.firstIndex { $0.contains(VietnameseText.folded(heading)) }
        }
        let heading = names[style.delimiter == .semicolon ? 1 : 0]
        let own = rank(heading) ?? Self.addedColumns.count
        let column = headings.firstIndex { rank($0).map { $0 > own } ?? false } ?? headings.count
        headings.insert(heading, at: column)
        columns = [:]
        for row in rows.indices { rows[row].insert(.blank, at: column) }
        return column
    }

    /// The rows in their order. New ones stand before the first old one that comes after them by rank, so that the table
    /// is the same in whatever order forms came in.
    private var ordered: [[CSVWriter.Cell]] {
        func before(_ left: [Int], _ right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
        let fresh = (oldCount..<rows.count).map { (row: $0, rank: rank(keys[$0]) ?? [.max]) }
            .sorted { $0.rank == $1.rank ? $0.row < $1.row : before($0.rank, $1.rank) }
        var (ordered, next) = ([[CSVWriter.Cell]](), fresh[...])
        for row in 0..<oldCount {
            if let own = rank(keys[row]) {
                while let first = next.first, before(first.rank, own) {
                    ordered.append(rows[first.row])
                    next = next.dropFirst()
                }
            }
            ordered.append(rows[row])
        }
        return ordered + next.map { rows[$0.row] }
    }

    private mutating func column(_ names: [String]) -> Int? {
        if let known = columns[names[0]] { return known }
        let folded = Set(names.map(VietnameseText.folded))
        let column = headings.firstIndex { folded.contains(VietnameseText.folded($0)) }
        columns.updateValue(column, forKey: names[0])
        return column
    }

    var bytes: [UInt8] {
        var writer = CSVWriter(style)
        writer.writeRow(headings.map { .text($0) })
        for row in ordered { writer.writeRow(row) }
        return writer.bytes
    }
}
