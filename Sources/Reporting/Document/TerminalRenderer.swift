package import Documents

extension ReportDocument {
    /// The cells of a line where no terminal says how many.
    static let plainWidth = 100
    /// Cells in a line of a table there: a unit's name, eight fields and the totals.
    static let plainTableWidth = 120

    /// The report for a terminal of so many cells; nil where there is no terminal.
    package func terminalText(width terminal: Int?, style: TerminalStyle) -> String {
        let width = terminal ?? Self.plainWidth
        var lines: [String] = []
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            switch block {
            case .heading(let text, let level):
                let title = TextWidth.wrap(CleanText.line(text), to: width)
                lines += title.map(style.strong)
                if level == 1 { lines.append(String(repeating: "═", count: title.map { TextWidth.of($0) }.max() ?? 0)) }
            case .paragraph(let text): lines += TextWidth.wrap(CleanText.lines(text), to: width)
            case .notice(let text):
                lines += TextWidth.wrap("! " + CleanText.lines(text), to: width, hanging: 2).map(style.notice)
            case .list(let points):
                for point in points {
                    lines += TextWidth.wrap("- " + CleanText.lines(point), to: width, hanging: 2)
                }
            case .facts(let facts):
                for fact in facts {
                    let text = CleanText.line(fact.name) + ": " + CleanText.lines(fact.text)
                    lines += TextWidth.wrap(text, to: width, hanging: 4)
                }
            case .table(let table): lines += table.lines(width: terminal, style: style)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
