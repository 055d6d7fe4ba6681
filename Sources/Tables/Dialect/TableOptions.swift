/// What a caller specifies about a table; what is nil is detected.
public struct TableOptions: Hashable, Sendable {
    /// The delimiter between cells.
    public var delimiter: TableDelimiter?
    /// The decimal separator.
    public var decimalSeparator: DecimalSeparator?
    /// The encoding of text files.
    public var charset: Charset?
    /// The only permitted thousands separator.
    public var groupSeparator: GroupSeparator?
    /// To how many decimals numbers are rounded on reading, half away from zero; nil rounds nothing, and a number with
    /// more than six decimals is then an error.
    public var roundingDigits: Int?
    /// How many findings of one code are kept; the rest are counted.
    public var findingLimit: Int
    /// The sheet of a workbook.
    public var sheet: String?
    /// What the reader knows of the table's headings; nil makes the first row with content the heading.
    package var headings: KnownHeadings?
    /// Whether every row of a sheet gets as many cells as the sheet has columns, for readers that count cells.
    package var fillsRows = false

    /// Makes options; without arguments everything is detected.
    public init(
        delimiter: TableDelimiter? = nil, decimalSeparator: DecimalSeparator? = nil,
        groupSeparator: GroupSeparator? = nil, roundingDigits: Int? = nil, findingLimit: Int = 100
    ) {
        self.delimiter = delimiter
        self.decimalSeparator = decimalSeparator
        self.groupSeparator = groupSeparator
        self.roundingDigits = roundingDigits
        self.findingLimit = findingLimit
    }
}
