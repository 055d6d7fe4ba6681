internal import Values

/// Text as annexes hold it.
enum AnnexText {
    /// The lines of a cell without the tags of a page from which it was copied.
    static func lines(_ cell: String) -> [String] {
        var text = ""
        var rest = Substring(cell)
        while let start = rest.firstIndex(of: "<") {
            guard let tag = tag(rest[start...]) else {
                text += rest[...start]
                rest = rest[rest.index(after: start)...]
                continue
            }
            // Words set in bold or italics stay in their line.
            text += rest[..<start] + (["b", "i", "u", "em", "strong", "span"].contains(tag.name) ? "" : "\n")
            rest = rest[tag.end...]
        }
        text += rest
        // Bold type of Markdown.
        if text.utf8.contains(UInt8(ascii: "*")) { text = text.split(separator: "**").joined() }
        return text.split(whereSeparator: { $0.isNewline }).map { line in
            line.split { $0.isWhitespace }.joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// The tag that a text begins with, which is none where "<" means less than.
    private static func tag(_ text: Substring) -> (name: String, end: Substring.Index)? {
        // A sign of its own kind before the end, or a line's end, makes it none.
        let sign = text.dropFirst().firstIndex { $0 == ">" || $0 == "<" || $0.isNewline }
        guard let end = sign, text[end] == ">" else { return nil }
        let content = text[..<end].dropFirst().drop { $0 == "/" }
        let name = content.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let rest = content[name.endIndex...]
        guard let first = name.first, first.isLetter,
            rest.isEmpty || rest.first == " " && rest.contains("=") || rest == "/" || rest == " /"
        else { return nil }
        return (name.lowercased(), text.index(after: end))
    }

    /// The same in one line.
    static func plain(_ cell: String) -> String { lines(cell).joined(separator: " ") }

    /// A line without the mark of a list before it.
    static func item(_ line: String) -> String {
        guard let first = line.first, "-–+•●▪*".contains(first) else { return line }
        return String(line.dropFirst().drop { $0.isWhitespace })
    }

    /// Whether a text begins a sentence, and does not continue one from the page before.
    static func isBeginning(_ text: String) -> Bool { item(text).first.map { $0.isUppercase || $0.isNumber } ?? false }
}
