/// Named values, records and lists, in order: what JSON is written from. Elements of lists are worked out one by one when
/// they are written.
public struct Record: Sendable {
    /// A member.
    public struct Member: Sendable {
        let key: String
        let content: Content

        /// A value.
        public init(_ key: String, _ value: Value) {
            self.key = key
            content = .value(value)
        }
    }

    enum Content: Sendable {
        case value(Value)
        case record(Record)
        case list(count: Int, element: @Sendable (Int) -> Content)
    }

    let members: [Member]

    /// Puts members together.
    public init(@Builder<Member> _ members: () -> [Member]) {
        self.members = members()
    }

    /// The values of a row under the keys of its columns.
    public init<Row>(_ row: Row, _ columns: [Column<Row>]) {
        members = .values(of: row, columns)
    }
}

extension [Record.Member] {
    /// The values of a row under the keys of its columns; columns without a key are left out.
    public static func values<Row>(of row: Row, _ columns: [Column<Row>]) -> Self {
        columns.compactMap { $0.key.isEmpty ? nil : Record.Member($0.key, $0.value(row)) }
    }
}

extension Record.Member {
    private init(_ key: String, _ content: Record.Content) {
        self.key = key
        self.content = content
    }

    /// A record.
    public static func record(_ key: String, @Builder<Self> _ members: () -> [Self]) -> Self {
        Self(key, .record(Record(members)))
    }

    /// A record, already put together.
    public static func record(_ key: String, _ record: Record) -> Self { Self(key, .record(record)) }

    /// A list of records, one per element.
    public static func list<Element: Sendable>(
        _ key: String, _ elements: [Element], _ record: @escaping @Sendable (Element) -> Record
    ) -> Self {
        Self(key, .list(count: elements.count) { .record(record(elements[$0])) })
    }

    /// A list of rows, each the values of the columns under their keys.
    public static func list<Row: Sendable>(_ key: String, _ rows: [Row], _ columns: [Column<Row>]) -> Self {
        list(key, rows) { Record($0, columns) }
    }

    /// A list of values.
    public static func values(_ key: String, _ values: [Value]) -> Self {
        Self(key, .list(count: values.count) { .value(values[$0]) })
    }

    /// A list of texts.
    public static func texts(_ key: String, _ texts: [String]) -> Self { values(key, texts.map { .text($0) }) }

    /// A list of lists of texts.
    public static func groups(_ key: String, _ groups: [[String]]) -> Self {
        Self(
            key,
            .list(count: groups.count) { group in
                .list(count: groups[group].count) { .value(.text(groups[group][$0])) }
            })
    }
}
