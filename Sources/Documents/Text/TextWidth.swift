/// Widths of text in the cells of a terminal.
public enum TextWidth {
    /// The cells that a text takes. A Vietnamese letter takes one, composed or not; a combining mark none.
    public static func of(_ text: some StringProtocol) -> Int {
        var (count, isLatin) = (0, true)
        for scalar in text.unicodeScalars where isLatin {
            count += 1
            isLatin = CleanText.isLatin(scalar)
        }
        return isLatin ? count : text.reduce(0) { $0 + of($1) }
    }

    private static func of(_ character: Character) -> Int {
        if let first = character.unicodeScalars.first, CleanText.isLatin(first) { return 1 }
        return switch character.unicodeScalars.first?.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, nil: 0
        default: character.unicodeScalars.contains(where: isWide) ? 2 : 1
        }
    }

    /// Signs of East Asia and pictures, which take two cells.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Whether there is nothing in a text but words with single spaces in between.
    private static func isOneLine(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: " ") && last == byte) { return false }
            last = byte
        }
        return text.isEmpty || last != UInt8(ascii: " ")
    }

    /// The text in lines of at most some cells, broken at spaces; a longer word is cut. Lines behind the first begin
    /// with `hanging` spaces.
    ///
    /// Complexity: linear in the text.
    public static func wrap(_ text: String, to width: Int, hanging: Int = 0) -> [String] {
        if isOneLine(text), of(text) <= width { return [text] }
        var lines = WrappedLines(width: width, hanging: hanging)
        for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            for word in paragraph.split(separator: UInt8(ascii: " ")) { lines.add(Substring(word)) }
            lines.endLine()
        }
        return lines.done
    }

    /// Lines being filled with words.
    private struct WrappedLines {
        let width: Int
        let hanging: Int
        private(set) var done: [String] = []
        private var line = ""
        private var lineWidth = 0

        init(width: Int, hanging: Int) { (self.width, self.hanging) = (width, hanging) }

        private var room: Int { max(width - (done.isEmpty ? 0 : hanging), 1) }

        mutating func add(_ word: Substring) {
            var (rest, restWidth) = (word, TextWidth.of(word))
            if !line.isEmpty {
                if lineWidth + 1 + restWidth <= room {
                    line += " "
                    lineWidth += 1
                } else {
                    endLine()
                }
            }
            while restWidth > room, rest.count > 1 {
                let end = rest.indices.dropFirst().first { TextWidth.of(rest[...$0]) > room } ?? rest.endIndex
                line = String(rest[..<end])
                rest = rest[end...]
                restWidth = TextWidth.of(rest)
                endLine()
            }
            line += rest
            lineWidth += restWidth
        }

        mutating func endLine() {
            done.append(done.isEmpty ? line : String(repeating: " ", count: hanging) + line)
            (line, lineWidth) = ("", 0)
        }
    }
}
