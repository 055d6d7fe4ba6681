/// The delimiter between the cells of a record.
public enum TableDelimiter: String, CaseIterable, Hashable, Sendable {
    case tab = "\t"
    case semicolon = ";"
    case pipe = "|"
    case comma = ","

    /// The delimiter as a byte.
    public var byte: UInt8 {
        switch self {
        case .tab: UInt8(ascii: "\t")
        case .semicolon: UInt8(ascii: ";")
        case .pipe: UInt8(ascii: "|")
        case .comma: UInt8(ascii: ",")
        }
    }
}

/// The separator between the integer and the fractional part of a number.
public enum DecimalSeparator: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case point = "."

    /// The separator as a byte.
    public var byte: UInt8 {
        self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// The other one.
    public var other: DecimalSeparator { self == .comma ? .point : .comma }
}

/// The thousands separator.
public enum GroupSeparator: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case point = "."
    /// A space, a no-break space (U+00A0) or a narrow one (U+202F).
    case space = " "
}
