internal import Tables
internal import Values

/// An export that has been opened: its rows of headings found, its columns divided.
struct ExportReading {
    let table: Table
    let tool: ExportTool
    let columns: [ExportColumn]
    /// The rows with forms.
    let rows: [Int]

    /// - Throws: `FindingsError` when the file cannot be read, or its heading cannot be used.
    init(contentsOf path: String, options: TableOptions) throws(FindingsError) {
        let path = TablePath(path)
        var options = options
        options.sheet = path.sheet ?? options.sheet
        // A pipe can be read once.
        let bytes = try FileInput.bytes(of: path.file)
        let first = try Table(file: path.file, bytes: bytes, options: options)
        options.headings = Self.headings(of: first)
        table = options.headings == nil ? first : try Table(file: path.file, bytes: bytes, options: options)
        if table.findings.containsError { throw FindingsError(table.findings) }
        tool = ExportTool(headings: table.headings.filter { !$0.isEmpty })
        rows = table.usableRows
        var columns: [ExportColumn] = []
        for position in table.headings.indices where !table.headings[position].isEmpty {
            columns.append(ExportColumn(table, position, rows: rows))
        }
        ExportColumn.divide(&columns, table, tool: tool)
        self.columns = columns
    }

    /// The rows among which the heading is looked for.
    private static let headingLimit = 10

    /// What is known of the headings when the first row is not, or not alone, the heading: titles stand above it, or names
    /// of groups do. Nil where the first row is.
    private static func headings(of table: Table) -> KnownHeadings? {
        func names(_ texts: [String]) -> Set<String> {
            Set(texts.filter { text in text.contains { $0.isLetter } }.map(ExportTool.key))
        }
        let first = table.headings
        let tool = ExportTool(headings: first.filter { !$0.isEmpty })
        if tool == .surveyMonkey {
            let own = first.filter { tool.ownColumns.contains(ExportTool.key($0)) }
            return KnownHeadings(needed: [own.map { [$0] }], others: first.filter { !$0.isEmpty }.map { [$0] })
        }
        guard tool == .table, first.contains(where: { $0.isEmpty }) else { return nil }
        var best = (texts: first, count: names(first).count, row: 0)
        for row in 0..<min(table.rowCount, headingLimit) {
            let texts = (0..<table.columnCount).map { table.text(row, $0) }
            let count = names(texts).count
            // Rows of forms have answers that repeat; the heading has as many names as there are columns.
            if count > best.count { best = (texts, count, row) }
        }
        if best.texts == first { return nil }
        let above = best.row > 0 ? (0..<table.columnCount).map { table.text(best.row - 1, $0) } : first
        return KnownHeadings(
            needed: [best.texts.filter { !$0.isEmpty }.map { [$0] }], others: above.filter { !$0.isEmpty }.map { [$0] })
    }
}
