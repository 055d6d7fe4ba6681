/// Source code, to find the texts in it that are phrases.
struct SourceText {
    /// The letters of the literals of each `Phrase(…)`, without what is put into them: two where both languages stand.
    private(set) var phrases: [[String]] = []

    private let letters: [Character]
    private var position = 0

    init(_ text: String) {
        letters = Array(text)
        readCode(until: nil)
    }

    private func stands(_ text: String) -> Bool { letters[position...].starts(with: text) }

    /// Reads up to a closing character on the same level, or to the end; gives the literals that stand on this level.
    @discardableResult
    private mutating func readCode(until close: Character?) -> [String] {
        var literals: [String] = []
        while position < letters.count {
            let letter = letters[position]
            if letter == close {
                position += 1
                return literals
            }
            switch letter {
            case "/" where stands("//"):
                while position < letters.count, !letters[position].isNewline { position += 1 }
            case "\"": literals.append(readLiteral())
            case "(":
                let isPhrase = letters[..<position].suffix(6).elementsEqual("Phrase")
                position += 1
                let location = phrases.count
                let inner = readCode(until: ")")
                if isPhrase, !inner.isEmpty { phrases.insert(inner, at: location) }
            default: position += 1
            }
        }
        return literals
    }

    /// Reads a literal of one line or of several.
    private mutating func readLiteral() -> String {
        let quote = stands("\"\"\"") ? "\"\"\"" : "\""
        position += quote.count
        var text = ""
        while position < letters.count, !stands(quote) {
            if stands("\\(") {
                position += 2
                readCode(until: ")")
            } else {
                if letters[position] == "\\" {
                    text.append("\\")
                    position += 1
                }
                text.append(letters[position])
                position += 1
            }
        }
        position += quote.count
        return text
    }
}
