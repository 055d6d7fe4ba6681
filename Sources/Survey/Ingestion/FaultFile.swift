internal import Tables
internal import Values

/// Writes every fault to a CSV file while rows are read, in row order, without keeping them in memory.
///
/// The columns are file; row (as a spreadsheet counts); column (from 1; blank for the whole row); heading; kind (the
/// code of the finding); found (at most 80 characters). The file takes its name only at the end.
final class FaultFile {
    private static let blockSize = 1 << 16

    private let output: StreamOutput
    private var writer: CSVWriter
    private let style: CSVWriter.Style
    private var failure: FindingsError?
    private var file = ""
    private var headings: [String] = []
    /// The number of the first row of the current block.
    private var firstRow = 0

    /// - Throws: ``FindingsError`` when the file cannot be created.
    init(path: String, style: CSVWriter.Style) throws(FindingsError) {
        output = try StreamOutput(path: path)
        self.style = style
        writer = CSVWriter(style)
        writer.writeRow(["file", "row", "column", "heading", "kind", "found"].map { .text($0) })
    }

    /// Continues with another respondents' file.
    func begin(file: String, headings: [String], firstRow: Int) {
        self.file = file
        self.headings = headings
        self.firstRow = firstRow
    }

    /// Advances by `rows` rows.
    func skip(rows: Int) {
        firstRow += rows
    }

    /// Adds a fault of the current block.
    func write(_ fault: AnswerFault) {
        let heading = fault.field.map { CSVWriter.Cell.text(Excerpt.of(headings[$0])) } ?? .blank
        writer.writeRow([
            .text(Excerpt.of(file)), Self.count(firstRow + fault.row),
            fault.field.map { Self.count($0 + 1) } ?? .blank, heading, .text(fault.kind.code.rawValue),
            .text(fault.found),
        ])
        if writer.bytes.count >= Self.blockSize { flush() }
    }

    /// Puts the file in place.
    /// - Throws: ``FindingsError`` when anything could not be written; then there is no file.
    func finish() throws(FindingsError) {
        flush()
        if let failure { throw failure }
        try output.finish()
    }

    private func flush() {
        defer { writer = .part(of: style) }
        guard failure == nil else { return }
        do {
            try output.write(writer.bytes)
        } catch {
            failure = error
        }
    }

    private static func count(_ number: Int) -> CSVWriter.Cell {
        .number(FixedDecimal(mantissa: Int64(number) * FixedDecimal.scale))
    }
}
