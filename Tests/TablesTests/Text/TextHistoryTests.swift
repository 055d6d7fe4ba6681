import TestSupport
import Testing
import Values

@testable import Tables

/// What happened to a text or a code that is not understood.
@Suite struct TextHistoryTests {
    private static func brief(_ history: TextHistory?) -> String? {
        history.map { "\($0.detail.plain) \($0.original ?? "-")" }
    }

    /// A number has no zero at the end of its fraction: `1.10` becomes `1.1`, and `2.0` becomes `2`.
    @Test(arguments: [
        ("1.1", "1.10", true), ("1.1", "1.100", true), ("2", "2.0", true), ("2", "2.00", true), ("5.10", "5.100", true),
        ("2", "20", false), ("2", "2.", false), ("1.1", "1.101", false), ("1.1", "1.1", false), ("1.10", "1.1", false),
        ("1.1", "11.10", false), ("", "0", false), ("a", "a0", false),
    ])
    func lostTrailingZero(text: String, known: String, isLost: Bool) {
        let expected = isLost ? "trailingZero \(known)" : nil
        #expect(Self.brief(TextHistory(lostZeroOf: text, among: ["9.9", known])) == expected)
        #expect(Self.brief(TextHistory(ofCode: text, among: ["9.9", known])) == expected)
    }

    @Test(arguments: [
        ("42", "00042", true), ("042", "00042", true), ("0", "00", true), ("42", "42", false), ("42", "10042", false),
        ("42", "00420", false), ("x", "0x", false),
    ])
    func lostLeadingZeros(text: String, known: String, isLost: Bool) {
        let expected = isLost ? "leadingZeros \(known)" : nil
        #expect(Self.brief(TextHistory(ofCode: text, among: ["a", known])) == expected)
    }

    /// Signs that nobody sees, each named once, and the text without them.
    @Test(arguments: [
        ("xa\u{200B}-1", "U+200B xa-1"), ("xa\u{200B}-\u{FEFF}1\u{200B}", "U+200B, U+FEFF xa-1"),
        ("x\u{AD}a", "U+00AD xa"), ("\u{202D}90", "U+202D 90"), ("x\u{2060}", "U+2060 x"), ("x\u{200E}y", "U+200E xy"),
        ("x\u{34F}y", "U+034F xy"), ("xa-1", nil), ("xã-1", nil), ("x\u{A0}y", nil),
    ])
    func invisibleSigns(text: String, expected: String?) {
        #expect(Self.brief(TextHistory(of: text)) == expected)
    }
}
