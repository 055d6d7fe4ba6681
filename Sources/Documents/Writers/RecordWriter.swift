public import Values

/// Writes named values, records and lists as JSON, in the order of the calls.
///
///     record.values(of: unit, [code, name, points])
///     record.list("fields", unit.fields) { record, field in record.values(of: field, fieldColumns) }
public struct RecordWriter {
    private var json = JSONWriter()
    private let language: Language
    /// Where long lists go while they are written; nil for the parts of one.
    private let sink: ByteSink?

    private init(_ json: JSONWriter, language: Language, sink: ByteSink?) {
        (self.json, self.language, self.sink) = (json, language, sink)
    }

    /// One record, whose members are written in the order of the calls. The product's own words are in the language;
    /// official names are Vietnamese in all.
    public static func json(in language: Language, _ members: (inout RecordWriter) -> Void) -> String {
        var bytes: [UInt8] = []
        writeJSON(
            in: language,
            to: {
                bytes += $0; return true
            }, members)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, handed over as it is written.
    public static func writeJSON(
        in language: Language, to sink: @escaping ByteSink, _ members: (inout RecordWriter) -> Void
    ) {
        var isRead = true
        var writer = RecordWriter(JSONWriter(), language: language) { bytes in
            isRead = isRead && sink(bytes)
            return isRead
        }
        writer.openRecord()
        members(&writer)
        writer.closeRecord()
        if isRead { _ = sink(writer.json.takeBytes()) }
    }

    /// What stands at the head of every record: what it is, and by what it was made.
    public mutating func head(_ format: String, by maker: RecordMaker?) {
        value("format", .text(format))
        if let maker { values(["version": .text(maker.version), "command": .text(maker.command)]) }
    }

    /// A member; none for an absent value.
    public mutating func value(_ key: String, _ value: Value) {
        if case .absent = value { return }
        json.key(key)
        write(value)
    }

    // What is generic is compiled where it is used: lists of a country's lines are written for one type, not for any.

    /// Members, in their order.
    public mutating func values(_ members: KeyValuePairs<String, Value>) {
        for (key, value) in members { self.value(key, value) }
    }

    /// The values of a row under the keys of its columns; columns without a key are left out.
    @inlinable public mutating func values<Row>(of row: Row, _ columns: [Column<Row>]) {
        // By their positions: a column has many parts, and a copy of it costs a reference for each.
        for index in columns.indices where !columns[index].key.isEmpty {
            value(columns[index].key, columns[index].value(row))
        }
    }

    /// A member that is a record.
    public mutating func record(_ key: String, _ members: (inout RecordWriter) -> Void) {
        json.key(key)
        openRecord()
        members(&self)
        closeRecord()
    }

    /// A member that is a record of a few values, on one line.
    public mutating func line(_ key: String, _ members: KeyValuePairs<String, Value>) {
        json.key(key)
        openRecord(onOneLine: true)
        values(members)
        closeRecord()
    }

    /// A member that is a list of records of a few values, each on one line.
    @inlinable public mutating func lines<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ members: (Element) -> KeyValuePairs<String, Value>
    ) {
        openList(key)
        for element in elements {
            openRecord(onOneLine: true)
            values(members(element))
            closeRecord()
        }
        closeList()
    }

    /// A member that is a list of as many records as are counted, written on all processors and handed on as they are
    /// written: for lists as long as there are units.
    public mutating func list(_ key: String, of count: Int, _ members: @Sendable (inout RecordWriter, Int) -> Void) {
        openList(key)
        let (opened, language) = (json, language)
        _ = Stream.parts(of: count, block: 64) { positions in
            let part = opened.part(isFirst: positions.lowerBound == 0)
            var writer = RecordWriter(part, language: language, sink: nil)
            for position in positions {
                writer.openRecord()
                members(&writer, position)
                writer.closeRecord()
            }
            return writer.json
        } take: { part in
            json.append(part)
            return sink.map { $0(json.takeBytes()) } ?? true
        }
        closeList()
    }

    /// A member that is a list of records.
    @inlinable public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ members: (inout RecordWriter, Element) -> Void
    ) {
        openList(key)
        for element in elements {
            openRecord()
            members(&self, element)
            closeRecord()
        }
        closeList()
    }

    /// A member that is a list of records, each the values of the columns under their keys.
    @inlinable public mutating func list<Row>(_ key: String, _ rows: some Sequence<Row>, _ columns: [Column<Row>]) {
        list(key, rows) { (record: inout RecordWriter, row: Row) in record.values(of: row, columns) }
    }

    /// A member that is a list of records, each of named values.
    @inlinable public mutating func list<Element>(
        _ key: String, _ elements: some Sequence<Element>, _ members: (Element) -> KeyValuePairs<String, Value>
    ) { list(key, elements) { (record: inout RecordWriter, element: Element) in record.values(members(element)) } }

    /// A member that is a list of values.
    public mutating func values(_ key: String, _ values: [Value]) { value(key, .list(values)) }
    /// A member that is a list of texts.
    public mutating func texts(_ key: String, _ texts: some Sequence<String>) { values(key, texts.map { .text($0) }) }
    /// Members that write themselves.
    public mutating func members(_ write: (inout JSONWriter) -> Void) { write(&json) }

    @usableFromInline mutating func openList(_ key: String) {
        json.key(key)
        json.open("[")
    }
    @usableFromInline mutating func closeList() { json.close("]") }
    @usableFromInline mutating func openRecord(onOneLine: Bool = false) { json.open("{", onOneLine: onOneLine) }
    @usableFromInline mutating func closeRecord() { json.close("}") }

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
        case .list(let values):
            json.open("[")
            values.forEach { write($0) }
            closeList()
        }
    }
}
