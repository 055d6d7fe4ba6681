public import Values

/// Writes named values, records and lists as JSON, in the order of the calls.
///
///     record.values(of: unit, [code, name, points])
///     record.list("fields", unit.fields) { record, field in record.values(of: field, fieldColumns) }
public struct RecordWriter {
    private var json = JSONWriter()
    private let language: Language

    /// Writes one record.
    ///
    /// - Parameters:
    ///   - language: the language of the product's own words; official names are Vietnamese in all.
    ///   - members: writes the record's members.
    public static func json(in language: Language, _ members: (inout RecordWriter) -> Void) -> String {
        var writer = RecordWriter(language: language)
        writer.record(members)
        return writer.json.text
    }

    private init(language: Language) { self.language = language }

    /// A member.
    public mutating func value(_ key: String, _ value: Value) {
        if case .absent = value { return }
        json.key(key)
        write(value)
    }

    /// Members, in their order.
    public mutating func values(_ members: KeyValuePairs<String, Value>) {
        for (key, value) in members { self.value(key, value) }
    }

    /// The values of a row under the keys of its columns; columns without a key are left out.
    public mutating func values<Row>(of row: Row, _ columns: [Column<Row>]) {
        for column in columns where !column.key.isEmpty { value(column.key, column.value(row)) }
    }

    /// A member that is a record.
    public mutating func record(_ key: String, _ members: (inout RecordWriter) -> Void) {
        json.key(key)
        record(members)
    }

    /// A member that is a list of records.
    public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ members: (inout RecordWriter, Element) -> Void
    ) {
        self.elements(key, elements) { writer, element in writer.record { members(&$0, element) } }
    }

    /// A member that is a list of records, each the values of the columns under their keys.
    public mutating func list<Row>(_ key: String, _ rows: some Sequence<Row>, _ columns: [Column<Row>]) {
        list(key, rows) { (record: inout RecordWriter, row: Row) in record.values(of: row, columns) }
    }

    /// A member that is a list of records, each of named values.
    public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ members: (Element) -> KeyValuePairs<String, Value>
    ) {
        list(key, elements) { (record: inout RecordWriter, element: Element) in record.values(members(element)) }
    }

    /// A member that is a list of texts.
    public mutating func texts(_ key: String, _ texts: some Sequence<String>) {
        values(key, texts.map { .text($0) })
    }

    /// A member that is a list of values.
    public mutating func values(_ key: String, _ values: [Value]) {
        elements(key, values) { $0.write($1) }
    }

    /// A member that is a list of lists of texts.
    public mutating func groups(_ key: String, _ groups: [[String]]) {
        elements(key, groups) { writer, group in
            writer.enclosed("[", "]") { list in
                for text in group { list.write(.text(text)) }
            }
        }
    }

    /// Members that write themselves.
    public mutating func members(_ write: (inout JSONWriter) -> Void) { write(&json) }

    private mutating func elements<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ write: (inout RecordWriter, Element) -> Void
    ) {
        json.key(key)
        enclosed("[", "]") { list in
            for element in elements { write(&list, element) }
        }
    }

    private mutating func record(_ members: (inout RecordWriter) -> Void) { enclosed("{", "}", members) }

    private mutating func enclosed(_ open: String, _ close: String, _ body: (inout RecordWriter) -> Void) {
        json.open(open)
        body(&self)
        json.close(close)
    }

    private mutating func write(_ value: Value) {
        switch value {
        case .none, .absent, .bar: json.value(nil as String?)
        case .text(let text), .points(let text), .code(let text, _): json.value(text)
        case .label(let code, _): json.value(code)
        case .name(let name): json.value(name.vi)
        case .phrase(let phrase): json.value(phrase.text(language))
        case .number(let number, _): json.value(number)
        case .ratio(let ratio, _): json.value(ratio.rounded(.finest))
        case .count(let count): json.value(count)
        case .day(let day): json.value(day.description)
        case .flag(let flag): json.value(flag)
        case .real(let number): json.value(number)
        }
    }
}

extension RecordWriter {
    /// TRANSITION: members into a writer that was begun elsewhere.
    package static func write(into writer: inout JSONWriter, _ members: (inout RecordWriter) -> Void) {
        var record = RecordWriter(language: .vi)
        record.json = writer
        writer = JSONWriter()
        members(&record)
        writer = record.json
    }
}
