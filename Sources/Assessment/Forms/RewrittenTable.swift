internal import Tables
internal import Values

/// A table of a folder that is written again with some of its cells changed; everything else stays as it is.
struct RewrittenTable {
    private var headings: [String]
    private(set) var rows: [[CSVWriter.Cell]]
    private let style: CSVWriter.Style
    /// The rows by what they are about.
    private var positions: [[String]: Int] = [:]
    /// The columns by the first of their names, once they were looked for.
    private var columns: [String: Int] = [:]

    /// A table that does not exist yet, in the language of its headings.
    init(headings: [[String]], isVietnamese: Bool) {
        self.headings = headings.map { $0[isVietnamese ? 1 : 0] }
        rows = []
        style = isVietnamese ? .excelVietnamese : .plain
    }

    /// Reads a table of text.
    /// - Parameters:
    ///   - keys: The columns that say what a row is about.
    ///   - code: The code that stands for what a cell of such a column holds, which may be a name.
    /// - Throws: ``FindingsError`` with `form.tableNotWritable` for a workbook, and for a table without these columns.
    init(
        contentsOf path: String, options: TableOptions, keys: [[String]], code: (_ key: Int, _ text: String) -> String
    ) throws(FindingsError) {
        let refusal = FindingsError(FormFinding.tableNotWritable, at: Location(file: path))
        let bytes = try FileInput.bytes(of: path)
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
        let isVietnamese = table.dialect.delimiter == .semicolon
        style = CSVWriter.Style(
            delimiter: table.dialect.delimiter,
            decimalSeparator: table.dialect.decimalSeparator ?? (isVietnamese ? .comma : .point),
            hasByteOrderMark: bytes.starts(with: [0xEF, 0xBB, 0xBF]), usesCRLF: bytes.contains(0x0D))
        for row in rows.indices {
            let key = columns.enumerated().map { code($0.offset, table.text(row, $0.element)) }
            positions[key] = row
        }
    }

    /// The row that is about something, added at the end where there is none.
    mutating func row(_ key: [String], in columns: [[String]]) -> Int {
        if let row = positions[key] { return row }
        rows.append(Array(repeating: .blank, count: headings.count))
        positions[key] = rows.count - 1
        for (text, names) in zip(key, columns) { set(.text(text), row: rows.count - 1, names) }
        return rows.count - 1
    }

    /// Changes a cell of a column, which is added where there is none.
    mutating func set(_ cell: CSVWriter.Cell, row: Int, _ names: [String]) {
        if let column = column(names) {
            rows[row][column] = cell
        } else if cell != .blank {
            headings.append(names[style.delimiter == .semicolon ? 1 : 0])
            for other in rows.indices { rows[other].append(other == row ? cell : .blank) }
        }
    }

    private mutating func column(_ names: [String]) -> Int? {
        if let known = columns[names[0]] { return known }
        let folded = Set(names.map(VietnameseText.folded))
        let column = headings.firstIndex { folded.contains(VietnameseText.folded($0)) }
        columns[names[0]] = column
        return column
    }

    var bytes: [UInt8] {
        var writer = CSVWriter(style)
        writer.writeRow(headings.map { .text($0) })
        for row in rows { writer.writeRow(row) }
        return writer.bytes
    }
}
