import ScoreNumerics
import TestSupport
import Testing
import Values

/// What many unknown names of units may mean is found in an index, as it is among all names.
@Suite struct SpellingIndexTests {
    /// Words of few letters, so that many are near each other, with signs, digits and the letters of names.
    private static func words(_ count: Int, _ random: inout SeededRandom) -> [String] {
        var words = ["Xã Phước Hòa", "Xã Phước An", "xa-1", "xa-12", String(repeating: "dài ", count: 40)]
        for _ in 0..<count {
            var word = ""
            for _ in 0..<random.int(0...12) { word.append(random.pick(Array("aábĐđe -_1239ệ🙂"))) }
            words.append(word)
        }
        return words
    }

    @Test func asAmongAllNames() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<30 {
            let candidates = Self.words(random.int(0...30), &random)
            let index = SpellingIndex(candidates)
            for word in Self.words(40, &random) {
                #expect(index.closest(to: word) == Spelling.closest(to: word, among: candidates), "\(word)")
            }
        }
        #expect(SpellingIndex([]).closest(to: "x") == nil)
    }
}
