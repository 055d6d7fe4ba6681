package import Values

/// A table of text with a heading, as people keep it in a spreadsheet and save it as CSV.
///
/// Rows are counted from 0 behind the heading, columns from 0; blank rows are left out. Cells stay bytes of the file
/// until someone asks for their text or number, so a table costs its file and four bytes per cell.
///
/// Reading finds everything that is wrong at once. What can be used stays usable: a row with too many or too few
/// cells, or with a broken quote, is an error in ``findings`` and stands in ``brokenRows``, and a caller that goes on
/// all the same leaves it out (``usableRows``).
package struct Table: Sendable {
    /// The file's name, for places.
    package let file: String
    /// How cells and numbers are written, and how that is known.
    package internal(set) var dialect: TableDialect
    /// The headings, trimmed and in NFC; a blank one is empty.
    package let headings: [String]
    /// The rows with errors, ascending.
    package let brokenRows: [Int]

    let bytes: [UInt8]
    let cells: CSVCells
    let rows: [Row]
    var collector: FindingCollector
    var numberReader: NumberReader
    let headingRow: Int
    let foldedHeadings: [String]
    /// The columns that someone asked for, and the names that were asked for.
    var knownColumns: Set<Int> = []
    var knownNames: [String] = []

    struct Row: Sendable {
        var record: CSVRecord
        /// As a spreadsheet counts.
        var number: UInt32
    }

    /// Reads a file.
    /// - Throws: ``FindingsError`` when there is no file to read, and as ``init(file:bytes:options:)`` does.
    package init(contentsOf path: String, options: TableOptions = TableOptions()) throws(FindingsError) {
        try self.init(file: path, bytes: FileInput.bytes(of: path), options: options)
    }

    /// Reads the bytes of a CSV file.
    /// - Parameters:
    ///   - file: The file's name as the user gave it.
    ///   - bytes: The whole file, UTF-8, with or without a byte-order mark.
    ///   - options: What is laid down; everything else is found out.
    /// - Throws: ``FindingsError`` when no table can be made: other encodings, no heading, contradicting options. Errors
    ///   of rows are not thrown; they are in ``findings``.
    ///
    /// Complexity: O(bytes).
    package init(file: String, bytes: [UInt8], options: TableOptions = TableOptions()) throws(FindingsError) {
        let start = try TextEncoding.check(bytes, file: file)
        var collector = FindingCollector(limit: options.findingLimit)
        guard
            let reading = bytes.withUnsafeBufferPointer({ buffer in
                TableReading(file, buffer, from: start, options: options, collector: &collector)
            })
        else { throw FindingsError(collector.findings) }
        self.file = file
        self.bytes = bytes
        self.collector = collector
        dialect = reading.dialect
        headings = reading.headings
        foldedHeadings = reading.foldedHeadings
        headingRow = reading.headingRow
        brokenRows = reading.brokenRows
        cells = reading.cells
        rows = reading.rows
        numberReader = NumberReader(
            decimalSeparator: dialect.decimalSeparator, groupSeparator: dialect.groupSeparator)
    }

    /// Everything found so far, in the order in which it was found; of each code at most as many as the options keep.
    package var findings: [Finding] { collector.findings }

    /// Rows behind the heading that are not blank, broken ones included.
    package var rowCount: Int { rows.count }

    /// Columns of the heading.
    package var columnCount: Int { headings.count }

    /// Whether the row has an error. Complexity: O(log broken rows).
    package func isBroken(_ row: Int) -> Bool {
        var (low, high) = (0, brokenRows.count)
        while low < high {
            let middle = (low + high) / 2
            if brokenRows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < brokenRows.count && brokenRows[low] == row
    }

    /// The rows without errors, ascending.
    package var usableRows: [Int] {
        brokenRows.isEmpty ? Array(0..<rowCount) : (0..<rowCount).filter { !isBroken($0) }
    }

    /// Where the first record behind the heading begins, in bytes of the file.
    package var dataStart: Int {
        headingRow < cells.records.count ? Int(cells.records[headingRow].start) : bytes.count
    }

    /// The number of the heading's row in a spreadsheet: blank lines before it count.
    package var headingNumber: Int { headingRow }

    /// The row's number in a spreadsheet, where the heading is row 1.
    package func rowNumber(_ row: Int) -> Int { Int(rows[row].number) }

    /// Where a cell stands, or with a column of nil a row.
    package func place(_ row: Int, _ column: Int? = nil) -> Place {
        Place(file: file, line: rowNumber(row), column: column.map { $0 + 1 }, isTable: true)
    }

    /// Where a column's heading stands, or with a column of nil the row of headings.
    package func headingPlace(_ column: Int? = nil) -> Place {
        Place(file: file, line: headingRow, column: column.map { $0 + 1 }, isTable: true)
    }

    /// Adds a finding of the caller, so that all of a table stand together.
    package mutating func report(
        _ code: TableFinding, _ row: Int, _ column: Int?, _ details: FindingDetails = [:]
    ) {
        collector.report(code, at: place(row, column), details)
    }
}
