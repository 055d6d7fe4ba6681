import Documents
import TestSupport
import Testing
import Values

/// Texts in both languages, and the values in them.
struct PhraseTests {
    private static let name = LocalizedText(vi: "Táo", en: "Apple")
    private static let third = ExactRatio(1, over: 3) ?? .zero
    private static let day = CalendarDay("2024-07-03")

    @Test(
        arguments: [
            (Phrase("một", "one"), "một", "one"), (Phrase(verbatim: "%"), "%", "%"), (Phrase(name), "Táo", "Apple"),
            (Phrase(LocalizedText(vi: "Cam")), "Cam", "Cam"), (.none, "", ""),
            (Phrase("\(12345) \(amount: 12345)"), "12345 12.345", "12345 12,345"),
            (Phrase("\(exact("12345.5")) \(exact("1.5"), digits: 2)"), "12.345,5 1,50", "12,345.5 1.50"),
            (Phrase("\(third)"), "≈ 0,333333", "≈ 0.333333"), (Phrase("\(name)!"), "Táo!", "Apple!"),
            (Phrase("\(day!)"), "03/07/2024", "2024-07-03"),
            (Phrase("\(1) lỗi", "\(1, "error", "errors")"), "1 lỗi", "1 error"),
            (Phrase("\(0) lỗi", "\(0, "error", "errors")"), "0 lỗi", "0 errors"),
            (Phrase("a\(Phrase("b", "c"))\(nil as Phrase?)d"), "abd", "acd"),
            (Phrase("Một", "One").lowercased + Phrase(verbatim: "."), "một.", "one."),
            ([Phrase("a", "b"), .none, Phrase("c", "d")].joined(", "), "a, , c", "b, , d"),
            ([name, LocalizedText(vi: "Cam")].joined("; "), "Táo; Cam", "Apple; Cam"),
            (Phrase(verbatim: "x\ny").line(), "x y", "x y"), (Phrase(verbatim: "abcdef").line(cutAt: 3), "ab…", "ab…"),
        ] as [(Phrase, String, String)])
    func textsAreWrittenInBothLanguages(phrase: Phrase, vi: String, en: String) {
        #expect(phrase.text(.vi) == vi)
        #expect(phrase.text(.en) == en)
        #expect(phrase.isEmpty == vi.isEmpty)
    }

    /// Values in a text are evaluated only in the requested language.
    @Test func onlyOneLanguageIsEvaluated() {
        @Sendable func never() -> String { preconditionFailure("evaluated") }
        #expect(Phrase("một", "\(never())").text(.vi) == "một")
        #expect(Phrase("\(never())", "one").text(.en) == "one")
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("một, hai, ba", 11, "một, hai, …"), ("abcdefgh, i", 6, "abcde…"),
        ("e\u{323}e\u{323}e\u{323}", 2, "e\u{323}…"), ("ab", 0, "…"),
    ])
    func longTextsAreCut(text: String, limit: Int, cut: String) {
        #expect(CleanText.cut(text, at: limit) == cut)
    }

    @Test func pointsStandOnOneLine() {
        #expect(CleanText.points("- một\n- hai\nba") == "một; hai; ba")
        #expect(CleanText.points("một") == "một")
    }

    @Test func unsafeCharactersAreReplaced() {
        #expect(CleanText.line(hostile) == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}e f g")
        #expect(CleanText.lines("a\r\nb\tc") == "a\nb c")
        #expect(CleanText.line("Phu\u{31B}o\u{31B}\u{301}c 漢 ✓") == "Phu\u{31B}o\u{31B}\u{301}c 漢 ✓")
    }
}
