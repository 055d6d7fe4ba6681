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
    public static func wrap(_ text: String, to width: Int, hanging: Int = 0) -> [String] {
        if isOneLine(text), of(text) <= width { return [text] }
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        func flush() {
            lines.append((lines.isEmpty ? "" : String(repeating: " ", count: hanging)) + line)
            (line, lineWidth) = ("", 0)
        }
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            for word in paragraph.split(separator: " ") {
                var rest = word
                var limit: Int { max(width - (lines.isEmpty ? 0 : hanging), 1) }
                if !line.isEmpty, lineWidth + 1 + of(rest) <= limit {
                    line += " "
                    lineWidth += 1
                } else if !line.isEmpty {
                    flush()
                }
                while of(rest) > limit, rest.count > 1 {
                    let end = rest.indices.dropFirst().first { of(rest[...$0]) > limit } ?? rest.endIndex
                    line = String(rest[..<end])
                    rest = rest[end...]
                    flush()
                }
                line += rest
                lineWidth += of(rest)
            }
            flush()
        }
        return lines
    }
}
