/// A table: headings, and rows whose values are worked out when they are written.
public struct DataTable: Sendable {
    /// A heading.
    public struct Heading: Sendable {
        /// Above a table for people.
        public let title: Phrase
        /// In full.
        public let fullTitle: Phrase
        /// How the column looks.
        public let layout: ColumnLayout
    }

    /// A row.
    public struct Row: Sendable {
        /// The values, one per column.
        public var values: [Value]
        /// Whether it stands out: a sum.
        public var isStrong: Bool
    }

    /// The headings.
    public private(set) var headings: [Heading]
    /// The number of rows.
    public let rowCount: Int
    /// The row at a position.
    public let row: @Sendable (Int) -> Row

    /// A table of rows, with the columns that were declared for them.
    public init<Model: Sendable>(
        _ rows: [Model], _ columns: [Column<Model>], isStrong: @escaping @Sendable (Model) -> Bool = { _ in false }
    ) {
        headings = columns.map { Heading(title: $0.title, fullTitle: $0.fullTitle, layout: $0.layout) }
        rowCount = rows.count
        row = { index in
            Row(values: columns.map { $0.value(rows[index]) }, isStrong: isStrong(rows[index]))
        }
    }

    private init(_ headings: [Heading], rowCount: Int, row: @escaping @Sendable (Int) -> Row) {
        self.headings = headings
        self.rowCount = rowCount
        self.row = row
    }

    /// The table without a column.
    func without(_ column: Int) -> DataTable {
        var kept = headings
        kept.remove(at: column)
        return DataTable(kept, rowCount: rowCount) { [row] index in
            var result = row(index)
            result.values.remove(at: column)
            return result
        }
    }
}
