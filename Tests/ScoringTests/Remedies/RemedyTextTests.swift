import Testing

@testable import Scoring

/// Texts of remedies, taken apart into sentences.
@Suite struct RemedyTextTests {
    /// A text, its sentences with numbers in braces, and what it names that is no number.
    @Test(
        arguments: [
            ("Trễ hạn.", ["Trễ hạn."], []),
            ("Còn {failed} hồ sơ. Mất {lost} điểm.", ["Còn {failed} hồ sơ.", "Mất {lost} điểm."], []),
            ("{failed} hồ sơ trễ! {lost} điểm", ["{failed} hồ sơ trễ!", "{lost} điểm"], []),
            ("{numerator}/{denominator}", ["{numerator}/{denominator}"], []),
            // A full stop before a small letter, or within a number, ends nothing.
            ("Gồm TTHC v.v. theo quy định.", ["Gồm TTHC v.v. theo quy định."], []),
            ("Đủ 1.000 hồ sơ.\nSau đó báo cáo.", ["Đủ 1.000 hồ sơ.", "Sau đó báo cáo."], []),
            ("", [], []), ("{Lost} {x}", [" "], ["{Lost}", "{x}"]), ("mở {lost", ["mở lost"], ["{"]),
            ("đóng lost}", ["đóng lost}"], ["}"]), ("{}", [], ["{}"]), ("{{lost}}", ["{lost}}"], ["{", "}"]),
        ] as [(String, [String], [String])])
    func sentences(text: String, sentences: [String], unknown: [String]) {
        let read = RemedyText(text)
        let written = read.sentences.map { pieces in
            pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .number(let number): "{\(number.rawValue)}"
                }
            }.joined()
        }
        #expect(written == sentences)
        #expect(read.unknown == unknown)
    }
}
