import Documents
import Scoring
import Testing
import Values

@testable import Reporting

struct DocumentTests {
    @Test func widthsAreCellsOfATerminal() {
        #expect(TextWidth.of("Phước Hòa") == 9)
        #expect(TextWidth.of("Phu\u{31B}o\u{31B}\u{301}c Ho\u{300}a") == 9)
        #expect(TextWidth.of("漢") == 2)
        #expect(TextWidth.of("") == 0)
    }

    @Test func textIsWrappedAtSpacesAndCutOnlyWhenItMust() {
        #expect(TextWidth.wrap("một hai ba", to: 7) == ["một hai", "ba"])
        #expect(TextWidth.wrap("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
        #expect(TextWidth.wrap("- một hai ba bốn", to: 9, hanging: 2) == ["- một hai", "  ba bốn"])
        #expect(TextWidth.wrap("a\n\nb", to: 9) == ["a", "", "b"])
        // Nothing may get lost, whatever the width.
        let text = "Số thủ-tục-hành-chính được đưa vào giải quyết"
        for width in 1...50 {
            let joined = TextWidth.wrap(text, to: width).joined().filter { $0 != " " }
            #expect(joined == text.filter { $0 != " " })
            #expect(TextWidth.wrap(text, to: width).allSatisfy { TextWidth.of($0) <= width })
        }
    }

    @Test func decimalsStandBelowEachOther() {
        let table = TextTable(
            columns: [.init("Tên"), .init("Điểm", .decimal)],
            rows: [
                .init(["Hòa", "1,5"]), .init(["Ho\u{300}a", "12,25"], isStrong: true), .init(["An", "–"]),
                .init(["B", "7"]),
            ],
            decimalSeparator: ",")
        let expected = """
            Tên   Điểm
            ───  ─────
            Hòa   1,5
            Hòa  12,25
            An    –
            B     7
            """
        let lines = table.lines(width: 40, style: TerminalStyle(isColored: false))
        #expect(lines == expected.split(separator: "\n").map(String.init))
    }

    @Test func narrowTerminalsLeaveOutWhatCanBeSpared() {
        let table = TextTable(
            columns: [.init("Mã", isDispensable: true), .init("Tên")], rows: [.init(["phuoc-an", "Phước An"])],
            decimalSeparator: ",")
        let style = TerminalStyle(isColored: false)
        #expect(table.lines(width: 12, style: style) == ["Tên", "────────", "Phước An"])
        #expect(table.lines(width: nil, style: style).first == "Mã        Tên")
    }

    @Test func markdownEscapesItsSigns() {
        var document = ReportDocument()
        document.blocks = [.heading("A | *B*", level: 2), .facts([.init("x", "- y\nz")])]
        #expect(document.markdown == "## A \\| \\*B\\*\n\n- **x:** \\- y<br>z\n")
    }

    @Test func numbersAreWrittenAsTheLanguageDoes() throws {
        let vi = NumberFormat(.vi)
        let en = NumberFormat(.en)
        #expect(vi.text(FixedDecimal(mantissa: 1_250_000)) == "1,25")
        #expect(vi.text(905_347) == "905.347")
        #expect(en.text(905_347) == "905,347")
        #expect(vi.text(1234) == "1234")
        #expect(vi.text(FixedDecimal(mantissa: -12_345_500_000)) == "−12.345,5")
        #expect(vi.text(try #require(ExactRatio(1, over: 3))) == "≈ 0,333333")
        #expect(try #require(ExactRatio(1, over: 8)).asResult.text(.vi) == "= 0,125")
    }

    @Test(arguments: [
        (Comparison.above, 0, "tăng", "a rise"), (.atMost, -10, "giảm từ 10 % trở lên", "a fall of at least 10 %"),
        (.atLeast, 5, "tăng từ 5 % trở lên", "a rise of at least 5 %"),
        (.below, -5, "giảm trên 5 %", "a fall of more than 5 %"),
        (.atLeast, -5, "giảm không quá 5 %", "a fall of at most 5 %"), (.atMost, 0, "không tăng", "no rise"),
    ])
    func changesAreWorded(_ comparison: Comparison, _ value: Int, _ vi: String, _ en: String) {
        let phrase = Limit(comparison: comparison, value: ExactRatio(value)).changePhrase(unit: Phrase(verbatim: "%"))
        #expect(phrase.text(.vi) == vi)
        #expect(phrase.text(.en) == en)
    }

    @Test func localesThatSayEnglishAreEnglish() {
        #expect(Language(locale: "en_US.UTF-8") == .en)
        #expect(Language(locale: "en") == .en)
        #expect(Language(locale: "C.UTF-8") == .vi)
        #expect(Language(locale: "vi_VN") == .vi)
        #expect(Language(locale: "eng") == .vi)
    }
}
