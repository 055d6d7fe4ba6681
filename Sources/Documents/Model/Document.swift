/// A text for people: headings, facts, tables and notices, in no language yet and no format.
///
///     Document {
///         .heading(Phrase("Kết quả", "Result"))
///         .table(DataTable(units, [code, points]))
///         if !notes.isEmpty { .list(notes) }
///     }
public struct Document: Sendable {
    /// A part of a document.
    public enum Block: Sendable {
        /// A heading; 1 is the title.
        case heading(Phrase, level: Int = 2)
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
    }

    /// A name with what it says.
    public struct Fact: Sendable {
        /// The name.
        public var name: Phrase
        /// What it says; may have several lines.
        public var text: Phrase

        /// Makes a fact.
        public init(_ name: Phrase, _ text: Phrase) {
            self.name = name
            self.text = text
        }

        /// Makes a fact of a typed value; a dash says that there is none.
        public init(_ name: Phrase, _ value: Value) {
            self.init(name, Phrase(written: { value.isNothing ? "–" : value.text($0) }))
        }
    }

    /// The parts, in order.
    public var blocks: [Block]

    /// Puts parts together.
    public init(@Builder<Block> _ blocks: () -> [Block]) {
        self.blocks = blocks()
    }
}

extension Document.Block {
    /// A table of rows, with the columns that were declared for them.
    public static func table<Model: Sendable>(
        _ rows: [Model], _ columns: [Column<Model>], isStrong: @escaping @Sendable (Model) -> Bool = { _ in false }
    ) -> Self {
        .table(DataTable(rows, columns, isStrong: isStrong))
    }
}

extension [Document.Block] {
    /// A list under a heading; nothing where the list is empty.
    public static func section(_ title: Phrase, _ points: [Phrase]) -> Self {
        points.isEmpty ? [] : [.heading(title), .list(points)]
    }
}

/// Builds a list of elements, lists of elements, and what stands only sometimes.
@resultBuilder
public enum Builder<Element> {
    /// One element.
    public static func buildExpression(_ element: Element) -> [Element] { [element] }
    /// Several elements.
    public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
    /// An element, if there is one.
    public static func buildExpression(_ element: Element?) -> [Element] { element.map { [$0] } ?? [] }
    /// Everything, in order.
    public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }
    /// What stands only under a condition.
    public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
    /// One of two.
    public static func buildEither(first: [Element]) -> [Element] { first }
    /// One of two.
    public static func buildEither(second: [Element]) -> [Element] { second }
    /// What is repeated.
    public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }
}

/// The elements of a builder as a list.
public func list<Element>(@Builder<Element> _ elements: () -> [Element]) -> [Element] { elements() }
