/// How text stands out on a terminal.
public struct TerminalStyle: Hashable, Sendable {
    /// Whether signs for colours and bold are written.
    public var isColored: Bool

    /// Makes a style.
    public init(isColored: Bool) {
        self.isColored = isColored
    }

    /// Bold.
    public func strong(_ text: String) -> String { wrapped(text, "1") }
    /// Red, for errors.
    public func error(_ text: String) -> String { wrapped(text, "1;31") }
    /// Yellow, for warnings and notices.
    public func notice(_ text: String) -> String { wrapped(text, "33") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Writes documents for a terminal.
struct TerminalWriter {
    /// The cells of a line where no terminal says how many.
    private static let plainWidth = 100
    /// Cells in a line of a table there: a unit's name, eight fields and the totals.
    private static let plainTableWidth = 120

    let language: Language
    /// The cells of the terminal's lines; nil where there is no terminal.
    let width: Int?
    let style: TerminalStyle

    /// The document as lines.
    func text(of document: Document) -> String {
        var lines: [String] = []
        for block in document.blocks {
            if !lines.isEmpty { lines.append("") }
            append(block, to: &lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ block: Document.Block, to lines: inout [String]) {
        let width = width ?? Self.plainWidth
        switch block {
        case .heading(let text, let level):
            let title = TextWidth.wrap(CleanText.line(text.text(language)), to: width)
            lines += title.map(style.strong)
            if level == 1 { lines.append(String(repeating: "═", count: title.map { TextWidth.of($0) }.max() ?? 0)) }
        case .paragraph(let text): lines += TextWidth.wrap(clean(text), to: width)
        case .notice(let text): lines += TextWidth.wrap("! " + clean(text), to: width, hanging: 2).map(style.notice)
        case .list(let points):
            for point in points { lines += TextWidth.wrap("- " + clean(point), to: width, hanging: 2) }
        case .facts(let facts):
            for fact in facts {
                let text = CleanText.line(fact.name.text(language)) + ": " + clean(fact.text)
                lines += TextWidth.wrap(text, to: width, hanging: 4)
            }
        case .table(let table):
            let terminal = TerminalTable(table, in: language)
            lines += terminal.lines(width: self.width, plainWidth: Self.plainTableWidth, style: style)
        }
    }

    private func clean(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }
}
