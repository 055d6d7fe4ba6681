internal import Tables
package import Values

/// A row of the journal: a cell that a command changed, or something that was done to a stage.
package struct JournalRow: Hashable, Sendable {
    /// When, by the calendar and clock of Viet Nam.
    package var time = ""
    /// By whom.
    package var by = ""
    /// The file of the folder in which the cell is.
    package var table: String
    /// The code of the stage; blank for figures, which come before all stages.
    package var stage = ""
    package var unit = ""
    /// The code of the metric or criterion.
    package var code = ""
    /// The heading of the column.
    package var column: String
    package var old = ""
    package var new: String
    package var reason = ""
    /// The name of the file that it came from.
    package var source = ""
    /// The SHA-256 of that file.
    package var fingerprint = ""

    package init(table: String, column: String, new: String) {
        (self.table, self.column, self.new) = (table, column, new)
    }

    fileprivate static let columns = [
        ["time", "thời điểm"], ["by", "người thực hiện"], ["table", "bảng"], ColumnNames.stage, ColumnNames.unit,
        ["code", "mã tiêu chí, số liệu"], ["column", "cột"], ["old", "giá trị cũ"], ["new", "giá trị mới"],
        ColumnNames.reason, ["source", "tệp nguồn"], ["source SHA-256", "SHA-256 của tệp nguồn"],
    ]

    fileprivate var cells: [String] {
        [time, by, table, stage, unit, code, column, old, new, reason, source, fingerprint]
    }

    fileprivate init(_ cells: [String]) {
        (time, by, table, stage) = (cells[0], cells[1], cells[2], cells[3])
        (unit, code, column) = (cells[4], cells[5], cells[6])
        (old, new, reason, source, fingerprint) = (cells[7], cells[8], cells[9], cells[10], cells[11])
    }
}

/// Who does something, and when.
package struct Signature: Hashable, Sendable {
    package let by: String
    package let time: VietnamMoment

    package init(by: String, time: VietnamMoment) { (self.by, self.time) = (by, time) }
}

/// What commands did to a folder, in the order in which they did it: `journal.csv`.
package struct Journal: Sendable {
    static let file = "journal.csv"

    private var table: ChainedTable

    /// Reads the journal of a folder; one without rows where there is none.
    init(of folder: String, isVietnamese: Bool, into sink: FindingSink) {
        table = ChainedTable(
            folder + "/" + Self.file, columns: JournalRow.columns, isVietnamese: isVietnamese, into: sink)
    }

    /// Reads the journal of a folder, with what is wrong with it.
    package static func read(_ folder: String, isVietnamese: Bool = true) -> (journal: Journal, findings: [Finding]) {
        let sink = FindingSink()
        let journal = Journal(of: folder, isVietnamese: isVietnamese, into: sink)
        return (journal, sink.findings)
    }

    /// The rows, the oldest first.
    package var rows: [JournalRow] { table.rows.map { JournalRow($0.cells) } }

    /// Where a row stands.
    func place(of row: Int) -> Location { table.rows[row].place }

    /// How many rows there are.
    var count: Int { table.rows.count }

    /// The sum after a number of rows.
    func end(after count: Int) -> String { table.end(after: count) }

    /// The sum of all rows.
    package var end: String { table.end }

    /// Whether rows can be added.
    var isSound: Bool { table.isSound }

    /// Adds rows that somebody brought about.
    mutating func append(_ rows: [JournalRow], by signature: Signature) {
        for var row in rows {
            (row.time, row.by) = (signature.time.description, signature.by)
            table.append(row.cells)
        }
    }

    /// The file with all rows.
    var file: (path: String, bytes: [UInt8]) { table.file }
}
