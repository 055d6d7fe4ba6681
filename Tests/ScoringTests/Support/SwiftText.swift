/// Swift source text without its comments, and the contents of its string literals.
struct SwiftText {
    /// The text with every comment replaced by a space; line breaks stay.
    private(set) var code = ""
    /// The contents of the string literals, as written, in order of their ends.
    private(set) var literals: [String] = []

    private let source: [Character]
    private var position = 0

    init(_ source: String) {
        self.source = Array(source)
        readCode(insideInterpolation: false)
    }

    private func starts(_ text: String) -> Bool {
        var place = position
        for character in text {
            guard place < source.count, source[place] == character else { return false }
            place += 1
        }
        return true
    }

    private mutating func keep(_ count: Int = 1) {
        for _ in 0..<count where position < source.count {
            code.append(source[position])
            position += 1
        }
    }

    private mutating func readCode(insideInterpolation: Bool) {
        var depth = 0
        while position < source.count {
            if starts("//") {
                while position < source.count, !source[position].isNewline { position += 1 }
            } else if starts("/*") {
                skipBlockComment()
            } else if let hashes = hashesBeforeQuote() {
                readString(hashes: hashes)
            } else {
                if source[position] == "(" { depth += 1 }
                if source[position] == ")" {
                    if insideInterpolation, depth == 0 { return keep() }
                    depth -= 1
                }
                keep()
            }
        }
    }

    /// The number of `#` before a quotation mark at this position; nil where no string begins.
    private func hashesBeforeQuote() -> Int? {
        var place = position
        while place < source.count, source[place] == "#" { place += 1 }
        return place < source.count && source[place] == "\"" ? place - position : nil
    }

    private mutating func skipBlockComment() {
        var depth = 0
        code.append(" ")
        while position < source.count {
            if starts("/*") {
                depth += 1
                position += 2
            } else if starts("*/") {
                depth -= 1
                position += 2
                if depth == 0 { return }
            } else {
                if source[position].isNewline { code.append("\n") }
                position += 1
            }
        }
    }

    private mutating func readString(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        keep(hashes)
        let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
        keep(quotes.count)
        let escape = "\\" + marks
        var content = ""
        while position < source.count {
            if starts(quotes + marks) {
                keep(quotes.count + hashes)
                break
            }
            if quotes.count == 1, source[position].isNewline { break }
            if starts(escape + "(") {
                keep(escape.count + 1)
                readCode(insideInterpolation: true)
            } else if starts(escape) {
                content.append(contentsOf: source[position..<min(position + escape.count + 1, source.count)])
                keep(escape.count + 1)
            } else {
                content.append(source[position])
                keep()
            }
        }
        literals.append(content)
    }
}
