/// Writes documents as Markdown.
struct MarkdownWriter {
    let language: Language

    /// The document as Markdown.
    func text(of document: Document) -> String {
        document.blocks.map(text).joined(separator: "\n\n") + "\n"
    }

    private func text(of block: Document.Block) -> String {
        switch block {
        case .heading(let text, let level): String(repeating: "#", count: level) + " " + escaped(text)
        case .paragraph(let text): escaped(text)
        case .notice(let text): "> **" + escaped(text) + "**"
        case .list(let points): points.map { "- " + escaped($0) }.joined(separator: "\n")
        case .facts(let facts):
            facts.map { "- **\(escaped($0.name)):** \(escaped($0.text))" }.joined(separator: "\n")
        case .table(let table): text(of: table)
        }
    }

    private func text(of table: DataTable) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [line(table.headings.map { escaped($0.title) })]
        lines.append(line(table.headings.map { $0.layout.alignment == .leading ? "---" : "---:" }))
        for row in table.rows(in: language) {
            let cells = row.cells.map { cell in
                let text = Self.escaped(String(cell.drop { $0 == " " }))
                return row.isStrong && !text.isEmpty ? "**\(text)**" : text
            }
            lines.append(line(cells))
        }
        return lines.joined(separator: "\n")
    }

    private func escaped(_ phrase: Phrase) -> String { Self.escaped(phrase.text(language)) }

    /// The text so that nothing in it is taken for markup; line ends become `<br>`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in CleanText.lines(text) {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#": result += "\\\(character)"
            case "\n": result += "<br>"
            default: result.append(character)
            }
        }
        // These begin lists only where a line begins.
        if let first = result.first, first == "-" || first == "+" { result = "\\" + result }
        return result
    }
}

extension DataTable {
    /// What people read in each row, with each column's mark where there is nothing.
    func rows(in language: Language) -> [(cells: [String], isStrong: Bool)] {
        (0..<rowCount).map { index in
            let row = row(index)
            let cells = zip(headings, row.values).map { heading, value in
                value.isNothing ? heading.layout.blank : value.text(language)
            }
            return (cells, row.isStrong)
        }
    }
}
