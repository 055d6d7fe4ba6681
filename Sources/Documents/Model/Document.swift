/// A text for people: headings, facts, tables and notices, in no language yet and no format.
///
///     var document = Document(isBrief: true)
///     document.heading(Phrase("Kết quả", "Result"))
///     document.table(units, [code, points])
public struct Document: Sendable {
    /// A part of a document.
    public enum Block: Sendable {
        /// A heading; 1 is the title.
        case heading(Phrase, level: Int)
        /// A paragraph.
        case paragraph(Phrase)
        /// A notice that must not be missed.
        case notice(Phrase)
        /// Points of a list.
        case list([Phrase])
        /// Names with what they say.
        case facts([Fact])
        /// A table.
        case table(DataTable)
        /// As many parts as are counted, each made only while it is written: all of them would fill the memory.
        case parts(Int, Part)
    }

    /// Writes the part at a position.
    public typealias Part = @Sendable (_ document: inout Document, _ position: Int) -> Void

    /// A name with what it says.
    public struct Fact: Sendable {
        /// The name.
        public var name: Phrase
        /// What it says; may have several lines.
        public var text: Phrase

        /// Makes a fact.
        public init(_ name: Phrase, _ text: Phrase) { (self.name, self.text) = (name, text) }

        /// Makes a fact of a typed value; a dash says that there is none.
        public init(_ name: Phrase, _ value: Value) {
            self.init(name, Phrase(written: { value.isNothing ? "–" : value.text($0) }))
        }
    }

    /// The parts, in order.
    public private(set) var blocks: [Block] = []
    /// Whether it is for a screen: long names are cut, reasons and assumptions are left to longer formats.
    public let isBrief: Bool

    /// An empty document.
    public init(isBrief: Bool = false) { self.isBrief = isBrief }

    /// Adds the parts of another document.
    mutating func append(_ other: Document) { blocks += other.blocks }

    /// Adds a heading; 1 is the title.
    public mutating func heading(_ text: Phrase, level: Int = 2) { blocks.append(.heading(text, level: level)) }
    /// Adds a paragraph.
    public mutating func paragraph(_ text: Phrase) { blocks.append(.paragraph(text)) }
    /// Adds a notice that must not be missed.
    public mutating func notice(_ text: Phrase) { blocks.append(.notice(text)) }

    /// Adds a list, under a heading where one is given; nothing for no points.
    public mutating func list(_ points: [Phrase], under title: Phrase? = nil) {
        if points.isEmpty { return }
        if let title { heading(title) }
        blocks.append(.list(points))
    }

    /// Adds names with what they say; a name that nothing is said of is left out.
    public mutating func facts(_ facts: [(Phrase, Phrase?)]) {
        self.facts(facts.compactMap { name, text in text.map { Fact(name, $0) } })
    }

    /// Adds what columns say of a row under their headings; what says nothing is left out.
    public mutating func facts<Row>(of row: Row, _ columns: [Column<Row>]) {
        facts(columns.map { Fact($0.title, $0.phrase(in: row)) }.filter { !$0.text.isEmpty })
    }

    /// Adds names with what they say.
    public mutating func facts(_ facts: [Fact]) { blocks.append(.facts(facts)) }

    /// Adds a table of rows, with the columns that were declared for them; strong rows are sums.
    public mutating func table<Row: Sendable>(
        _ rows: [Row], _ columns: [Column<Row>], isStrong: @escaping @Sendable (Row) -> Bool = { _ in false }
    ) { blocks.append(.table(DataTable(rows, columns, isStrong: isStrong))) }

    /// Adds parts that are made only while they are written, for as many as there are units.
    public mutating func parts(_ count: Int, _ write: @escaping Part) {
        if count > 0 { blocks.append(.parts(count, write)) }
    }

    /// The part at a position.
    func part(_ position: Int, _ write: Part) -> Document {
        var part = Document(isBrief: isBrief)
        write(&part, position)
        return part
    }

    /// The first title in it; none where it has none.
    var title: Phrase {
        for block in blocks {
            switch block {
            case .heading(let text, level: 1): return text
            case .parts(_, let write): return part(0, write).title
            default: continue
            }
        }
        return .none
    }

    /// Where long names are cut: nowhere but in a brief document.
    public var nameLimit: Int? { isBrief ? 90 : nil }
}

/// A table: columns over rows, whose values are worked out when they are written.
public struct DataTable: Sendable {
    /// Hands over the values of the rows of the sources at positions, row by row.
    public typealias Rows = @Sendable (Range<Int>, _ body: (ArraySlice<Value>, _ isStrong: Bool) -> Void) -> Void

    /// The headings of the columns, for people and in full, and how each column looks.
    public let columns: [(title: Phrase, fullTitle: Phrase, layout: ColumnLayout)]
    /// What the rows come from, one part behind the other.
    public var parts: [(sourceCount: Int, rows: Rows)]

    /// A table of rows, with the columns that were declared for them.
    @inlinable public init<Row: Sendable>(
        _ rows: [Row], _ columns: [Column<Row>], isStrong: @escaping @Sendable (Row) -> Bool = { _ in false }
    ) {
        self.columns = columns.map { ($0.title, $0.fullTitle, $0.layout) }
        let visit: Rows = { positions, body in
            // Column by column within a block: processors that fetch the same closures for every cell wait for each
            // other.
            // In bounds: blocks end with the positions, which are those of the rows.
            rows.withUnsafeBufferPointer { rows in
                for start in stride(from: positions.lowerBound, to: positions.upperBound, by: 64) {
                    let block = start..<min(start + 64, positions.upperBound)
                    var values = [Value](repeating: .none, count: block.count * columns.count)
                    for (place, column) in columns.enumerated() {
                        for row in block {
                            values[(row - start) * columns.count + place] = column.value(rows[row])
                        }
                    }
                    for row in block {
                        let first = (row - start) * columns.count
                        body(values[first..<first + columns.count], isStrong(rows[row]))
                    }
                }
            }
        }
        parts = [(rows.count, visit)]
    }

    /// A table of rows that are made only while they are written, source by source: all rows of all units would fill
    /// the memory.
    @inlinable public init<Source: Sendable, Row: Sendable>(
        of sources: [Source], _ columns: [Column<Row>], rows: @escaping @Sendable (Source) -> [Row]
    ) {
        self.columns = columns.map { ($0.title, $0.fullTitle, $0.layout) }
        let visit: Rows = { positions, body in
            for position in positions {
                let table = DataTable(rows(sources[position]), columns)
                for part in table.parts { part.rows(0..<part.sourceCount, body) }
            }
        }
        parts = [(sources.count, visit)]
    }

    /// The same table with the rows of another, which has as many columns, behind its own.
    public func followed(by other: DataTable) -> DataTable {
        var table = self
        table.parts += other.parts
        return table
    }

    /// What people read in each row, with each column's mark where there is nothing.
    func rows(in language: Language) -> [(cells: [String], isStrong: Bool)] {
        var rows: [(cells: [String], isStrong: Bool)] = []
        for part in parts {
            part.rows(0..<part.sourceCount) { values, isStrong in
                let cells = zip(values, columns).map { value, column in
                    value.isNothing ? column.layout.blank : value.text(language)
                }
                rows.append((cells, isStrong))
            }
        }
        return rows
    }
}
