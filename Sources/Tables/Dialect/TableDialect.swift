/// How a table's cells are delimited and its numbers written, and how that is known.
public struct TableDialect: Hashable, Sendable {
    /// The delimiter between cells.
    public internal(set) var delimiter: TableDelimiter
    /// How the delimiter is known.
    public internal(set) var delimiterReason: DelimiterReason
    /// The decimal separator; nil as long as nothing shows it.
    public internal(set) var decimalSeparator: DecimalSeparator?
    /// How the decimal separator is known.
    public internal(set) var decimalReason: DecimalReason
    /// The only permitted thousands separator; nil when any is permitted that is not the decimal separator.
    public internal(set) var groupSeparator: GroupSeparator?

    /// How the delimiter is known.
    public enum DelimiterReason: Hashable, Sendable {
        /// The caller specified it.
        case forced
        /// The first line of the file specifies it: `sep=;`.
        case separatorLine
        /// Of the records examined, `records` have as many cells as the heading, namely `cells`.
        case counted(cells: Int, records: Int, of: Int)
        /// It divides a row below the title into the headings that are known.
        case heading
        /// No delimiter splits the heading: the table has one column.
        case singleColumn
        /// The cells are those of a sheet; ``TableDialect/delimiter`` means nothing.
        case sheet
    }

    /// How the decimal separator is known.
    public enum DecimalReason: Hashable, Sendable {
        /// The caller specified it.
        case forced
        /// The caller specified the other character as the thousands separator.
        case groupForced
        /// This cell can be read in no other way, and no cell contradicts it.
        case evidence(CellEvidence)
        /// Two cells contradict each other.
        case conflict(comma: CellEvidence, point: CellEvidence)
        /// No cell shows it.
        case none
    }
}

/// A cell that shows how numbers are written.
public struct CellEvidence: Hashable, Sendable {
    /// The row as a spreadsheet counts it, with the heading as row 1.
    public var row: Int
    /// The column, from 1.
    public var column: Int
    /// The cell's text.
    public var text: String
}
