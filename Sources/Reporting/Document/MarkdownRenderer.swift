package import Documents
internal import Words
extension ReportDocument {
    /// The report as Markdown.
    package var markdown: String {
        var parts: [String] = []
        for block in blocks {
            switch block {
            case .heading(let text, let level):
                parts.append(String(repeating: "#", count: level) + " " + Self.escaped(text))
            case .paragraph(let text): parts.append(Self.escaped(text))
            case .notice(let text): parts.append("> **" + Self.escaped(text) + "**")
            case .list(let points): parts.append(points.map { "- " + Self.escaped($0) }.joined(separator: "\n"))
            case .facts(let facts):
                parts.append(
                    facts.map { "- **\(Self.escaped($0.name)):** \(Self.escaped($0.text))" }.joined(separator: "\n"))
            case .table(let table): parts.append(table.markdown)
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The text so that none of its signs is taken for markup; line ends become `<br>`.
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

extension TextTable {
    /// The table as Markdown.
    var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [line(columns.map { ReportDocument.escaped($0.title) })]
        lines.append(line(columns.map { $0.alignment == .leading ? "---" : "---:" }))
        for row in rows {
            lines.append(
                line(
                    row.cells.map { cell in
                        let text = ReportDocument.escaped(String(cell.drop { $0 == " " }))
                        return row.isStrong && !text.isEmpty ? "**\(text)**" : text
                    }))
        }
        return lines.joined(separator: "\n")
    }
}
