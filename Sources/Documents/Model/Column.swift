public import Values

/// A value of a row, declared once: its key in records, its headings in tables and what it is. Whatever shows it takes
/// heading and value from here, so that they cannot drift apart.
public struct Column<Row>: Sendable {
    /// The key in records; empty for what stands in tables only.
    public var key: String
    /// The heading of a table for people.
    public var title: Phrase
    /// The heading in full, for tables of data that nothing stands around.
    public var fullTitle: Phrase
    /// How it looks in a table.
    public var layout: ColumnLayout
    /// The value in a row.
    public var value: @Sendable (Row) -> Value

    /// Makes a column; without a key in records where it is empty, with the title in full where there is no other.
    @inlinable public init(
        _ key: String, _ title: Phrase = .none, full: Phrase? = nil, _ layout: ColumnLayout = .leading,
        _ value: @escaping @Sendable (Row) -> Value
    ) {
        (self.key, self.title, fullTitle) = (key, title, full ?? title)
        (self.layout, self.value) = (layout, value)
    }

    /// Makes a column that stands in tables only.
    @inlinable public init(
        _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .leading,
        _ value: @escaping @Sendable (Row) -> Value
    ) { self.init("", title, full: full, layout, value) }

    /// A column of texts.
    @inlinable public static func text(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .leading,
        _ value: @escaping @Sendable (Row) -> String?
    ) -> Column { Column(key, title, full: full, layout) { .text(value($0)) } }

    /// A column of words.
    @inlinable public static func phrase(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .leading,
        _ value: @escaping @Sendable (Row) -> Phrase?
    ) -> Column { Column(key, title, full: full, layout) { .phrase(value($0)) } }

    /// A column of decimals with at least some digits, or with a look.
    @inlinable public static func decimal(
        _ key: String = "", _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .decimal, digits: Int = 0,
        look: NumberLook? = nil, _ value: @escaping @Sendable (Row) -> FixedDecimal?
    ) -> Column { Column(key, title, full: full, layout) { .number(value($0), digits: digits, look: look) } }

    /// What people read in a row; empty for nothing.
    public func phrase(in row: Row) -> Phrase {
        let value = value(row)
        return Phrase(written: { value.text($0) })
    }

    /// The column with another heading or layout.
    @inlinable public func titled(_ title: Phrase? = nil, _ layout: ColumnLayout? = nil) -> Column {
        Column(key, title ?? self.title, full: title ?? fullTitle, layout ?? self.layout, value)
    }

    /// The column with another value.
    @inlinable public func mapped(_ value: @escaping @Sendable (Row) -> Value) -> Column {
        Column(key, title, full: fullTitle, layout, value)
    }

    /// The column with its texts on one line, cut at a limit where one is given: for people.
    public func cut(at limit: Int?) -> Column {
        mapped { row in
            let value = value(row)
            return value.isNothing ? value : .phrase(phrase(in: row).line(cutAt: limit))
        }
    }

    /// The column of rows that hold such a row, or do not.
    @inlinable public func on<Outer>(_ row: @escaping @Sendable (Outer) -> Row?) -> Column<Outer> {
        Column<Outer>(key, title, full: fullTitle, layout) { [value] outer in
            if let inner = row(outer) { value(inner) } else { .none }
        }
    }
}

/// How a column looks in a table.
public struct ColumnLayout: Hashable, Sendable {
    /// Where the text of a column stands.
    public enum Alignment: Hashable, Sendable {
        /// From the left.
        case leading
        /// At the right.
        case trailing
        /// Decimal separators below each other.
        case decimal
    }

    /// Where its text stands.
    public var alignment = Alignment.leading
    /// The least width to which text may be wrapped; nil for a column that is never wrapped.
    public var wrapsFrom: Int?
    /// Whether a narrow terminal may leave it out.
    public var isDispensable = false
    /// What stands where there is nothing.
    public var blank = ""

    /// From the left, never wrapped.
    public static let leading = ColumnLayout()
    /// At the right.
    public static let trailing = ColumnLayout(alignment: .trailing)
    /// Decimal separators below each other, a dash for nothing.
    public static let decimal = ColumnLayout(alignment: .decimal, blank: "–")
    /// From the left, wrapped to no less than a width.
    public static func wrapped(_ width: Int) -> ColumnLayout { ColumnLayout(wrapsFrom: width) }

    /// The same, left out first where a terminal is narrow.
    public var dispensable: ColumnLayout {
        ColumnLayout(alignment: alignment, wrapsFrom: wrapsFrom, isDispensable: true, blank: blank)
    }

    /// The same with a mark for nothing.
    public func blank(_ blank: String) -> ColumnLayout {
        ColumnLayout(alignment: alignment, wrapsFrom: wrapsFrom, isDispensable: isDispensable, blank: blank)
    }
}
