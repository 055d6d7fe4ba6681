/// Writes documents as plain HTML: one page of headings, lists and tables, without scripts.
struct HTMLWriter: DocumentWriter {
    static let separator = "\n"
    let language: Language
    /// By how many levels headings are lowered, within a page that has its own title.
    var lowered = 0

    /// The head of a page, and its end.
    func frame(_ title: Phrase) -> (before: String, after: String) {
        let head = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>

            """
        return (head, "\n</body>\n</html>\n")
    }

    private static let style =
        "body{font-family:sans-serif;margin:2em;max-width:75em}table{border-collapse:collapse}"
        + "th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}"
        + ".number{text-align:right;font-variant-numeric:tabular-nums}.sum{font-weight:bold}"
        + "tbody th{font-weight:inherit}"

    func text(of block: Document.Block) -> String {
        switch block {
        case .heading(let text, let level): Self.heading(escaped(text), min(level + lowered, 6))
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .notice(let text): "<p role=\"note\"><strong>\(escaped(text))</strong></p>"
        case .list(let points): "<ul>\n" + points.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>"
        case .facts(let facts):
            "<dl>\n" + facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.text))</dd>\n" }.joined() + "</dl>"
        case .table(let table): text(of: table)
        case .parts: ""
        }
    }

    private static func heading(_ text: String, _ level: Int) -> String { "<h\(level)>\(text)</h\(level)>" }

    private func text(of table: DataTable) -> String {
        func row(_ cells: [String], isHeading: Bool = false, isStrong: Bool = false) -> String {
            let marked = zip(table.columns, cells).enumerated().map { position, pair in
                let (column, cell) = pair
                let look = column.layout.alignment == .leading ? "" : " class=\"number\""
                let (open, close) =
                    isHeading
                    ? ("th scope=\"col\"", "th")
                    : position == 0 && !cell.isEmpty ? ("th scope=\"row\"", "th") : ("td", "td")
                return "<\(open)\(look)>\(Self.escaped(cell))</\(close)>"
            }
            return "<tr\(isStrong ? " class=\"sum\"" : "")>" + marked.joined() + "</tr>\n"
        }
        return "<table>\n<thead>\n" + row(table.columns.map { $0.title.text(language) }, isHeading: true)
            + "</thead>\n<tbody>\n"
            + table.rows(in: language).map { row($0.cells, isStrong: $0.isStrong) }.joined()
            + "</tbody>\n</table>"
    }

    private func escaped(_ phrase: Phrase) -> String { Self.escaped(phrase.text(language)) }
    static func escaped(_ text: String) -> String { CleanText.markup(text, entity) }

    private static func entity(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: nil
        }
    }
}
