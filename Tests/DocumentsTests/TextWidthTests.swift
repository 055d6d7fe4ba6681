import Documents
import Testing

/// Widths of text, and lines of limited width.
struct TextWidthTests {
    @Test(arguments: [
        ("Phước Hòa", 9), ("Phu\u{31B}o\u{31B}\u{301}c Ho\u{300}a", 9), ("漢", 2), ("", 0), ("\u{301}", 0), ("✓", 1),
        ("👍🏽", 2), ("a\u{200B}b", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ])
    func widthsAreCellsOfATerminal(text: String, cells: Int) {
        #expect(TextWidth.of(text) == cells)
    }

    @Test func textIsWrappedAtSpacesAndCutOnlyWhenItMust() {
        #expect(TextWidth.wrap("một hai ba", to: 7) == ["một hai", "ba"])
        #expect(TextWidth.wrap("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
        #expect(TextWidth.wrap("- một hai ba bốn", to: 9, hanging: 2) == ["- một hai", "  ba bốn"])
        #expect(TextWidth.wrap("a\n\nb", to: 9) == ["a", "", "b"])
        #expect(TextWidth.wrap("漢字漢", to: 3) == ["漢", "字", "漢"])
        // What does not fit at all is kept.
        #expect(TextWidth.wrap("漢字", to: 1) == ["漢", "字"])
        #expect(TextWidth.wrap("ab", to: 0) == ["a", "b"])
        #expect(TextWidth.wrap("", to: 5) == [""])
    }

    /// Nothing may be lost, whatever the width.
    @Test(arguments: 1...50)
    func nothingIsLost(width: Int) {
        let text = "Số thủ-tục-hành-chính đu\u{31B}o\u{31B}\u{323}c đưa vào giải quyết"
        let lines = TextWidth.wrap(text, to: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    }

    /// A text that fits is left as it is but for its spaces, which a slower way shows: word by word.
    @Test(
        arguments: ["", " ", "a", " a", "a ", "a  b", "a b", "a\nb", "\n", "ấ  ", "a\u{301} b", "漢 字"], [1, 2, 3, 9])
    func whatFitsIsOneLine(text: String, width: Int) {
        let words = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        guard words.allSatisfy({ TextWidth.of($0) <= width }) else { return }
        #expect(TextWidth.wrap(text, to: width) == words)
    }
}
