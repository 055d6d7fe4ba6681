/// How a table writes its cells and its numbers, and how that is known.
public struct TableDialect: Hashable, Sendable {
    /// The sign between cells.
    public internal(set) var delimiter: TableDelimiter
    /// How it is known.
    public internal(set) var delimiterReason: DelimiterReason
    /// The sign before decimals; nil as long as nothing shows it.
    public internal(set) var decimalSeparator: DecimalSeparator?
    /// How it is known.
    public internal(set) var decimalReason: DecimalReason
    /// The only sign that may stand between groups of digits; nil when any may that is not the decimal separator.
    public internal(set) var groupSeparator: GroupSeparator?

    /// How the sign between cells is known.
    public enum DelimiterReason: Hashable, Sendable {
        /// The caller said so.
        case forced
        /// The first line of the file says so: `sep=;`.
        case separatorLine
        /// So many records of those looked at have as many cells as the heading, namely `cells`.
        case counted(cells: Int, records: Int, of: Int)
        /// No sign divides the heading: the table has one column.
        case singleColumn
    }

    /// How the sign before decimals is known.
    public enum DecimalReason: Hashable, Sendable {
        /// The caller said so.
        case forced
        /// The caller forced the other sign as the group separator.
        case groupForced
        /// This cell can be read in no other way, and no cell says otherwise.
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
    /// What the cell says.
    public var text: String
}
