import Testing
import Values

@Suite("Vietnamese text")
struct VietnameseTextTests {
    /// Every vowel with every tone, decomposed into base, mark and tone, together with the precomposed letter.
    private static let letters: [(apart: String, one: String)] = {
        let rows: [(String, [String])] = [
            ("a", ["à", "á", "ả", "ã", "ạ"]), ("a\u{306}", ["ằ", "ắ", "ẳ", "ẵ", "ặ"]),
            ("a\u{302}", ["ầ", "ấ", "ẩ", "ẫ", "ậ"]), ("e", ["è", "é", "ẻ", "ẽ", "ẹ"]),
            ("e\u{302}", ["ề", "ế", "ể", "ễ", "ệ"]), ("i", ["ì", "í", "ỉ", "ĩ", "ị"]),
            ("o", ["ò", "ó", "ỏ", "õ", "ọ"]), ("o\u{302}", ["ồ", "ố", "ổ", "ỗ", "ộ"]),
            ("o\u{31B}", ["ờ", "ớ", "ở", "ỡ", "ợ"]), ("u", ["ù", "ú", "ủ", "ũ", "ụ"]),
            ("u\u{31B}", ["ừ", "ứ", "ử", "ữ", "ự"]), ("y", ["ỳ", "ý", "ỷ", "ỹ", "ỵ"]),
        ]
        let tones = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
        let small = rows.flatMap { base, marked in zip(tones, marked).map { (base + $0, $1) } }
        return small + small.map { ($0.uppercased(), $1.uppercased()) }
    }()

    @Test("every decomposed letter becomes its one precomposed scalar")
    func composes() {
        for (apart, one) in Self.letters {
            let result = VietnameseText.composed("x\(apart)x")
            #expect(Array(result.unicodeScalars) == Array("x\(one)x".unicodeScalars), "\(one)")
            #expect(result.unicodeScalars.count == 3, "\(one)")
        }
    }

    @Test("what is composed, plain or of another script stays as it is")
    func keeps() {
        for text in ["", "Tuy Phước", "ASCII 1.10", "日本語", "Đắk Lắk", "q\u{301}", "e\u{302}\u{308}"] {
            #expect(Array(VietnameseText.composed(text).unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    @Test(
        "folded text has small letters without marks and single spaces",
        arguments: [
            ("Mã đơn-vị ", "ma don vi"), ("  ĐIỂM   TỐI ĐA  ", "diem toi da"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tieng viet"),
            ("", ""), ("---", ""), ("1.10", "1 10"), ("Nguyễn_Ước", "nguyen uoc"), ("ƯỠNG", "uong"), ("a/b%c", "a b c"),
        ])
    func folds(text: String, key: String) {
        #expect(VietnameseText.folded(text) == key)
        #expect(VietnameseText.folded(key) == key)
    }

    @Test(
        "a word keeps its signs",
        arguments: [
            (" Không  Áp dụng ", "khong ap dung"), ("#N/A", "#n/a"), ("(Có)", "(co)"), ("N.A.", "n.a."), ("", ""),
            ("\u{A0}", ""), ("-1", "-1"), ("?", "?"), ("a \t b", "a b"),
        ])
    func keepsSigns(text: String, key: String) {
        #expect(VietnameseText.word(text) == key)
        #expect(VietnameseText.word(key) == key)
    }

    @Test("every marked letter folds to its plain one")
    func foldsLetters() {
        for (apart, one) in Self.letters {
            let plain = String(apart.unicodeScalars.prefix(1)).lowercased()
            #expect(VietnameseText.folded(one) == plain)
            #expect(VietnameseText.folded(apart) == plain)
        }
    }

    @Test("a text is folded the same beside letters of another script")
    func foldsBesideOthers() throws {
        // With such a letter every character is looked at by itself.
        for value in UInt32(1)..<0x2100 {
            let scalar = try #require(Unicode.Scalar(value))
            let text = "A\(scalar) b\(scalar)Ế\(scalar)"
            #expect(VietnameseText.folded("日" + text) == "日" + VietnameseText.folded(text), "\(value)")
            #expect(VietnameseText.word("日" + text) == "日" + VietnameseText.word(text), "\(value)")
        }
    }
}
