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
