/// Writes documents as Markdown.
struct MarkdownWriter: DocumentWriter {
    static let separator = "\n\n"
    let language: Language

    func text(of block: Document.Block) -> String {
        switch block {
        case .heading(let text, let level): String(repeating: "#", count: level) + " " + escaped(text)
        case .paragraph(let text): escaped(text)
        case .notice(let text): "> **\(escaped(text))**"
        case .list(let points): points.map { "- " + escaped($0) }.joined(separator: "\n")
        case .facts(let facts):
            facts.map { "- **\(escaped($0.name)):** \(escaped($0.text))" }.joined(separator: "\n")
        case .table(let table): text(of: table)
        case .parts: ""
        }
    }

    private func text(of table: DataTable) -> String {
        let titles = table.columns.map { escaped($0.title) }
        let rule = table.columns.map { $0.layout.alignment == .leading ? "---" : "---:" }
        let rows = table.rows(in: language).map { row in
            row.cells.map { cell in
                let text = Self.escaped(String(cell.drop { $0 == " " }))
                return row.isStrong && !text.isEmpty ? "**\(text)**" : text
            }
        }
        return ([titles, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func escaped(_ phrase: Phrase) -> String { Self.escaped(phrase.text(language)) }

    private static let signs = Array("\\`*_[]<>|#".unicodeScalars)

    private static func escaped(_ text: String) -> String {
        let result = CleanText.markup(text) { signs.contains($0) ? "\\\($0)" : nil }
        // These begin lists only where a line begins.
        return result.hasPrefix("-") || result.hasPrefix("+") ? "\\" + result : result
    }
}
