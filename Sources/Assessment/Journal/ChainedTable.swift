internal import Tables
internal import Values

/// A table of a folder to which rows are only added, each with a sum over all before it (``RowChain``) as its last cell.
struct ChainedTable: Sendable {
    /// A row without its sum.
    struct Row: Sendable {
        let cells: [String]
        /// The sum that stands in it.
        let sum: String
        let place: Location
    }

    let path: String
    private(set) var rows: [Row] = []
    /// The headings in both languages, without that of the sum.
    private let columns: [[String]]
    private let style: CSVWriter.Style
    private var bytes: [UInt8]
    private var chain = RowChain()
    /// Whether rows can be added: nothing is wrong with those that there are.
    private(set) var isSound = true

    static let sumNames = ["chain", "chuỗi"]

    /// Reads a table, or makes one where there is none; what is wrong goes into the sink.
    init(_ path: String, columns: [[String]], isVietnamese: Bool, into sink: FindingSink) {
        (self.path, self.columns) = (path, columns)
        guard FileInput.exists(path) else {
            style = isVietnamese ? .excelVietnamese : .plain
            var writer = CSVWriter(style)
            writer.writeRow((columns + [Self.sumNames]).map { .text($0[isVietnamese ? 1 : 0]) })
            bytes = writer.bytes
            return
        }
        do throws(FindingsError) {
            if let finding = FolderBounds(FilePath.parent(of: path)).finding(path) { throw FindingsError([finding]) }
            bytes = try FileInput.bytes(of: path, .regular)
            var options = TableOptions()
            options.setDialect(of: bytes)
            var table = try Table(file: path, bytes: bytes, options: options)
            style = CSVWriter.style(of: bytes, delimiter: table.dialect.delimiter, options.decimalSeparator)
            let found = (columns + [Self.sumNames]).map { table.requiredColumn($0) }
            sink.add(table.findings)
            isSound = !table.findings.containsError
            let known = found.compactMap { $0 }
            guard known.count == found.count else { return }
            for row in 0..<table.rowCount { read(row, of: table, known, into: sink) }
        } catch {
            (style, bytes, isSound) = (.plain, [], false)
            sink.add(error.findings)
        }
    }

    private mutating func read(_ row: Int, of table: Table, _ columns: [Int], into sink: FindingSink) {
        let cells = columns.dropLast().map { table.text(row, $0) }
        let sum = table.text(row, columns[columns.count - 1])
        let place = table.location(row, nil)
        if chain.add(cells) != sum {
            isSound = false
            sink.report(LedgerFinding.brokenChain, at: place)
            // What follows is held against what stands there, so that each fault is found where it is.
            chain = RowChain(after: sum)
        }
        rows.append(Row(cells: cells, sum: sum, place: place))
    }

    /// The sum after a number of rows.
    func end(after count: Int) -> String { count == 0 ? RowChain.start : rows[count - 1].sum }

    /// The sum of all rows.
    var end: String { end(after: rows.count) }

    /// Adds a row; its cells are kept as reading gives them, on one line. Returns its sum.
    @discardableResult
    mutating func append(_ cells: [String]) -> String {
        precondition(cells.count == columns.count, "a row has a cell for every column")
        let kept = cells.map { Self.kept($0, style) }
        let sum = chain.add(kept)
        var writer = CSVWriter.part(of: style)
        writer.writeRow((kept + [sum]).map { $0.isEmpty ? .blank : .text($0) })
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        bytes += writer.bytes
        rows.append(Row(cells: kept, sum: sum, place: Location(file: path, line: rows.count + 2, isTable: true)))
        return sum
    }

    /// The file with the rows that were added.
    var file: (path: String, bytes: [UInt8]) { (path, bytes) }

    /// What a table gives back of a text, of which the lines become one.
    private static func kept(_ text: String, _ style: CSVWriter.Style) -> String {
        let line = text.split { $0.isNewline }.joined(separator: " ")
        return CSVWriter.textReadBack(of: line.isEmpty ? .blank : .text(line), in: style)
    }
}

extension TableOptions {
    /// Sets the dialect of a table that a command wrote, by the delimiter of its heading: only where it is the semicolon
    /// does one stand there.
    mutating func setDialect(of bytes: [UInt8]) {
        let isVietnamese = bytes.prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: ";"))
        (delimiter, decimalSeparator) = isVietnamese ? (.semicolon, .comma) : (.comma, .point)
    }
}
