import Documents
import TestSupport
import Testing
import Values

/// Numbers as each language writes them, and which language a locale requests.
struct LanguageTests {
    @Test(arguments: [
        ("1.25", "1,25", "1.25"), ("905347", "905.347", "905,347"), ("999", "999", "999"),
        ("1000", "1.000", "1,000"), ("-1000", "−1.000", "−1,000"), ("12345", "12.345", "12,345"),
        ("-12345.5", "−12.345,5", "−12,345.5"), ("-1234567.000001", "−1.234.567,000001", "−1,234,567.000001"),
        ("0", "0", "0"),
        ("9223372036854.775807", "9.223.372.036.854,775807", "9,223,372,036,854.775807"),
    ])
    func numbersAreWrittenAsTheLanguageDoes(number: String, vi: String, en: String) {
        #expect(Language.vi.text(exact(number)) == vi)
        #expect(Language.en.text(exact(number)) == en)
    }

    @Test func decimalsAreFilledUp() {
        #expect(Language.vi.text(12345, digits: 2) == "12.345,00")
        #expect(Language.vi.text(exact("0.5"), digits: 1) == "0,5")
        #expect(Language.en.text(exact("-0.05"), digits: 1) == "−0.05")
    }

    @Test func fractionsSayWhenTheyAreCut() throws {
        #expect(Language.vi.text(try #require(ExactRatio(1, over: 3))) == "≈ 0,333333")
        #expect(Language.en.text(try #require(ExactRatio(1, over: 8))) == "0.125")
    }

    @Test(arguments: [
        ("en_US.UTF-8", Language.en), ("en", .en), ("EN-gb", .en), ("en@euro", .en), ("C.UTF-8", .vi), ("vi_VN", .vi),
        ("eng", .vi), ("", .vi),
    ])
    func localesThatSayEnglishAreEnglish(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }
}
