/// The sign between the cells of a record.
public enum TableDelimiter: String, CaseIterable, Hashable, Sendable {
    case tab = "\t"
    case semicolon = ";"
    case pipe = "|"
    case comma = ","

    /// The sign as a byte.
    public var byte: UInt8 {
        switch self {
        case .tab: UInt8(ascii: "\t")
        case .semicolon: UInt8(ascii: ";")
        case .pipe: UInt8(ascii: "|")
        case .comma: UInt8(ascii: ",")
        }
    }
}

/// The sign between whole and broken parts of a number.
public enum DecimalSeparator: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case point = "."

    /// The sign as a byte.
    public var byte: UInt8 {
        self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// The other one.
    public var other: DecimalSeparator { self == .comma ? .point : .comma }
}

/// The sign between groups of three digits.
public enum GroupSeparator: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case point = "."
    /// A space, a no-break space (U+00A0) or a narrow one (U+202F).
    case space = " "
}

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

/// What a caller lays down about a table; what is nil is found out.
public struct TableOptions: Hashable, Sendable {
    /// The sign between cells.
    public var delimiter: TableDelimiter?
    /// The sign before decimals.
    public var decimalSeparator: DecimalSeparator?
    /// The only sign that may stand between groups of digits.
    public var groupSeparator: GroupSeparator?
    /// How many findings of one code are kept; the rest is counted.
    public var findingLimit: Int

    /// Makes options; without arguments everything is found out.
    public init(
        delimiter: TableDelimiter? = nil, decimalSeparator: DecimalSeparator? = nil,
        groupSeparator: GroupSeparator? = nil, findingLimit: Int = 100
    ) {
        self.delimiter = delimiter
        self.decimalSeparator = decimalSeparator
        self.groupSeparator = groupSeparator
        self.findingLimit = findingLimit
    }
}
