/// How text stands out on a terminal.
public struct TerminalStyle: Hashable, Sendable {
    /// Whether colours and bold are written.
    public var isColored: Bool

    /// Makes a style.
    public init(isColored: Bool) { self.isColored = isColored }

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
struct TerminalWriter: DocumentWriter {
    static let separator = "\n\n"
    /// The cells of a line where no terminal says how many.
    private static let plainWidth = 100
    let language: Language
    /// The cells of the terminal's lines; nil where there is no terminal.
    let width: Int?
    let style: TerminalStyle

    func text(of block: Document.Block) -> String { lines(of: block).joined(separator: "\n") }

    private func lines(of block: Document.Block) -> [String] {
        let width = width ?? Self.plainWidth
        func wrapped(_ text: Phrase, behind mark: String = "", hanging: Int = 0) -> [String] {
            TextWidth.wrap(mark + CleanText.lines(text.text(language)), to: width, hanging: hanging)
        }
        switch block {
        case .heading(let text, let level):
            let title = TextWidth.wrap(CleanText.line(text.text(language)), to: width)
            let rule = String(repeating: "═", count: title.map { TextWidth.of($0) }.max() ?? 0)
            return title.map(style.strong) + (level == 1 ? [rule] : [])
        case .paragraph(let text): return wrapped(text)
        case .notice(let text): return wrapped(text, behind: "! ", hanging: 2).map(style.notice)
        case .list(let points): return points.flatMap { wrapped($0, behind: "- ", hanging: 2) }
        case .facts(let facts):
            return facts.flatMap { wrapped(Phrase("\($0.name.line()): \($0.text)"), hanging: 4) }
        case .table(let table):
            return lines(of: table)
        case .parts: return []
        }
    }
}
