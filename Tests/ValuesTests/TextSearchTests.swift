import ScoreNumerics
import TestSupport
import Testing

@testable import Values

/// The search that stands in place of the standard library's in Embedded Swift finds what that finds.
@Suite("Texts in texts")
struct TextSearchTests {
    /// Letters that are composed and decomposed, the marks alone, line endings that are one character, and flags, which are
    /// two.
    private static let pieces = [
        "a", "b", "e", "é", "e\u{301}", "\u{301}", "ế", "\n", "\r", "\r\n", " ", "K", "\u{212A}", "🇻", "🇳", "",
    ]

    @Test("what is drawn is found as the standard library finds it", arguments: Draws.seeds(4, of: 40))
    func asTheLibrary(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var hits = 0
        for _ in 0..<2_000 {
            func text(_ most: Int) -> String {
                (0..<random.int(0...most)).map { _ in random.pick(Self.pieces) }.joined()
            }
            let (whole, wanted) = (text(12), text(2))
            let found = whole.ranges(of: wanted)
            hits += found.isEmpty ? 0 : 1
            #expect(TextSearch.ranges(of: wanted, in: whole) == found)
            #expect(TextSearch.ranges(of: wanted, in: whole, most: 1).first == whole.firstRange(of: wanted))
            #expect(
                TextSearch.replacing(wanted, with: "_", in: whole) == whole.replacing(wanted, with: "_"),
                "\(whole.debugDescription) \(wanted.debugDescription)")
            // Between all characters the library divides by a rule of its own; nobody asks for that.
            for (most, omittingEmpty) in [(Int.max, true), (.max, false), (1, true), (2, false), (0, false)]
            where !wanted.isEmpty {
                let parts = TextSearch.parts(of: whole, between: wanted, most: most, omittingEmpty: omittingEmpty)
                #expect(
                    parts == whole.split(separator: wanted, maxSplits: most, omittingEmptySubsequences: omittingEmpty),
                    "\(whole.debugDescription) \(wanted.debugDescription) \(most) \(omittingEmpty)")
            }
        }
        #expect(hits > 400)
    }

    @Test("a letter is found however it is composed, and not by a part of it")
    func composed() {
        #expect(!TextSearch.ranges(of: "caf\u{E9}", in: "cafe\u{301} x").isEmpty)
        #expect(TextSearch.ranges(of: "cafe", in: "cafe\u{301} x").isEmpty)
        #expect(TextSearch.ranges(of: "\n", in: "a\r\nb").isEmpty)
        #expect(TextSearch.replacing("aa", with: "b", in: "aaaaa") == "bba")
        #expect(TextSearch.parts(of: "a, b,, c", between: ", ", most: .max, omittingEmpty: true) == ["a", "b,", "c"])
    }
}
