package import Values
internal import Workbooks

/// A table of text with a heading, as people keep it in a spreadsheet and save it, as a workbook or as CSV.
///
/// Rows are counted from 0 after the heading, columns from 0; blank rows are left out. Cells stay bytes of the file
/// until their text or number is asked for, so a table costs its file plus four bytes per cell.
///
/// Reading reports everything that is wrong at once. What can be used stays usable: a row with too many or too few
/// cells, or with a broken quote, is an error in ``findings`` and listed in ``brokenRows``; a caller that continues
/// anyway uses ``usableRows``, which leaves it out.
package struct Table: Sendable {
    /// The file's name, for places.
    package let file: String
    /// The name of the sheet; nil for a text file.
    package let sheet: String?
    /// How cells are delimited and numbers written, and how that is known.
    package internal(set) var dialect: TableDialect
    /// The headings, trimmed and in NFC; empty if blank.
    package let headings: [String]
    /// The rows with errors, ascending.
    package let brokenRows: [Int]

    let bytes: [UInt8]
    let cells: CSVCells
    let rows: [Row]
    var collector: FindingCollector
    var numberReader: NumberReader
    /// The cells that are numbers however numbers are written in the table.
    let plainNumbers: CellFlags
    let plainReader: NumberReader
    let headingRow: Int
    /// The records above the heading.
    let titleCount: Int
    let foldedHeadings: [String]
    let otherHeadings: [[String]]
    let groups: [String?]
    /// The encoding of a text that is not UTF-8.
    private(set) var charset: Charset?
    /// Whether the text is not the bytes of the file: of a workbook, or of another encoding than UTF-8.
    package var isDecoded: Bool { sheet != nil || charset != nil }
    /// By column in which a text counts for blank cells below it, the row whose cell counts for each row.
    var filledColumns: [Int: [UInt32]] = [:]
    /// The columns that have been asked for, and the names they were asked for by.
    var knownColumns: Set<Int> = []
    var knownNames: [String] = []

    struct Row: Sendable {
        var record: CSVRecord
        /// As a spreadsheet counts.
        var number: UInt32
    }

    /// Reads a file; a sheet may be named behind that of a workbook (``TablePath``).
    /// - Throws: ``FindingsError`` when the file cannot be read, and as ``init(file:bytes:options:)`` does.
    package init(contentsOf path: String, options: TableOptions = TableOptions()) throws(FindingsError) {
        let path = TablePath(path)
        var options = options
        options.sheet = path.sheet ?? options.sheet
        try self.init(file: path.file, bytes: FileInput.bytes(of: path.file), options: options)
    }

    /// Whether a file is meant as a workbook, or is another Office file or archive, by its first bytes.
    package static func isWorkbook(_ beginning: some Collection<UInt8>) -> Bool {
        Workbook.isMeant(Array(beginning.prefix(8)))
    }

    /// Reads the bytes of a CSV file or a workbook.
    /// - Parameters:
    ///   - file: The file's name as the user specified it.
    ///   - bytes: The whole file: text in one of the encodings of ``Charset``, or a workbook.
    ///   - options: What is specified; everything else is detected.
    /// - Throws: ``FindingsError`` when no table can be made: unknown encodings, no heading, contradictory options, a
    ///   workbook that cannot be read. Errors in rows are not thrown; they are in ``findings``.
    ///
    /// Complexity: O(bytes), of a workbook when unpacked.
    package init(file: String, bytes: [UInt8], options: TableOptions = TableOptions()) throws(FindingsError) {
        var collector = FindingCollector(limit: options.findingLimit, rest: TableFinding.moreFindings)
        if Self.isWorkbook(bytes) {
            let book = try Workbook(file: file, bytes: bytes)
            let sheet = try SheetChoice(book, options: options).sheet(into: &collector)
            var text = try SheetText(sheet, file: file, fillsRows: options.fillsRows)
            // A workbook is Unicode, but its text may have been written for an old font.
            let decoding = try TextDecoding(text.bytes, file: file)
            decoding.finding(at: Location(file: file, isTable: true, sheet: sheet.name)).map { collector.add($0) }
            text.bytes = decoding.bytes
            try self.init(file, text.bytes, from: 0, sheet: text, options: options, collector: collector)
        } else {
            let text = try TextDecoding(bytes, file: file, charset: options.charset)
            text.finding(at: Location(file: file, isTable: true)).map { collector.add($0) }
            try self.init(file, text.bytes, from: text.start, sheet: nil, options: options, collector: collector)
            charset = text.found?.charset
        }
    }

    private init(
        _ file: String, _ bytes: [UInt8], from start: Int, sheet: SheetText?, options: TableOptions,
        collector: FindingCollector
    ) throws(FindingsError) {
        var collector = collector
        guard
            // In bounds: `start` is what precedes the text, at most all bytes; what is read are ranges that the scanner
            // finds.
            let reading = bytes.withUnsafeBufferPointer({ buffer in
                TableReading(
                    file, buffer, from: start, sheet: sheet?.name, options: options, collector: &collector)
            })
        else { throw FindingsError(collector.findings) }
        self.file = file
        self.sheet = sheet?.name
        self.bytes = bytes
        self.collector = collector
        dialect = reading.dialect
        headings = reading.headings
        foldedHeadings = reading.foldedHeadings
        otherHeadings = reading.otherHeadings
        groups = reading.groups
        headingRow = reading.headingRow
        titleCount = reading.titleCount
        brokenRows = reading.brokenRows
        cells = reading.cells
        rows = reading.rows
        numberReader = NumberReader(
            decimalSeparator: dialect.decimalSeparator, groupSeparator: dialect.groupSeparator,
            roundingDigits: options.roundingDigits)
        plainNumbers = sheet?.numbers ?? CellFlags()
        plainReader = NumberReader(decimalSeparator: .point, roundingDigits: options.roundingDigits)
    }

    /// All findings so far, in the order in which they were reported; per code at most as many as the options allow.
    package var findings: [Finding] { collector.findings }

    /// Rows after the heading that are not blank, including broken ones.
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

    /// The byte offset of the first record after the heading.
    package var dataStart: Int {
        headingRow < cells.records.count ? Int(cells.records[headingRow].start) : bytes.count
    }

    /// The text behind the heading.
    package var body: ArraySlice<UInt8> { bytes[dataStart...] }

    /// The heading's row number in a spreadsheet: blank lines before it count.
    package var headingNumber: Int { headingRow }

    /// The row's number in a spreadsheet, where the heading is row 1.
    package func rowNumber(_ row: Int) -> Int { Int(rows[row].number) }

    /// The place of a cell or, with a column of nil, of a row.
    package func location(_ row: Int, _ column: Int? = nil) -> Location {
        Location(file: file, line: rowNumber(row), column: column.map { $0 + 1 }, isTable: true, sheet: sheet)
    }

    /// The place of a column's heading or, with a column of nil, of the heading row.
    package func headingLocation(_ column: Int? = nil) -> Location {
        Location(file: file, line: headingRow, column: column.map { $0 + 1 }, isTable: true, sheet: sheet)
    }

    /// Adds a finding of the caller, so that all findings about a table are together.
    package mutating func report(
        _ code: TableFinding, _ row: Int, _ column: Int?, _ details: FindingDetails = [:]
    ) {
        collector.report(code, at: location(row, column), details)
    }
}
