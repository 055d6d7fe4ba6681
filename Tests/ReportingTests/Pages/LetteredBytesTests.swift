import Testing

@testable import Reporting

/// The letters in which a page holds its engine.
@Suite("bytes in letters of a page")
struct LetteredBytesTests {
    /// The bytes of a text, by what `page.js` says of it.
    private func bytes(_ text: String) -> [UInt8] {
        let letters = (35...122).filter { !"&<\\".unicodeScalars.map(\.value).contains($0) }
        let digits = text.unicodeScalars.map { letters.firstIndex(of: $0.value) ?? 1_000 }
        return stride(from: 0, to: digits.count, by: 5).flatMap { start -> [UInt8] in
            let word = digits[start..<start + 5].reduce(0) { $0 * 85 + $1 }
            return [24, 16, 8, 0].map { UInt8(word >> $0 & 255) }
        }
    }

    /// The first is the number 4 × 85⁰ of four zero bytes; the last the greatest number, 82 × 85⁴ + 23 × 85³ + 54 × 85² +
    /// 12 × 85 + 0.
    @Test(
        "worked by hand",
        arguments: [([], ""), ([0, 0, 0, 0], "#####"), ([0, 0, 0, 4], "####("), ([255, 255, 255, 255], "x;[0#")])
    func byHand(_ bytes: [UInt8], _ text: String) { #expect(Base85.text(bytes) == text) }

    @Test("every byte at every place comes back, and nothing that HTML reads", arguments: 0..<8)
    func comesBack(_ length: Int) {
        var given = (0..<1_024).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
        given += Array(repeating: 255, count: length)
        let text = Base85.text(given)
        let found = bytes(text)
        #expect(Array(found.prefix(given.count)) == given)
        #expect(found.count - given.count < 4 && found.dropFirst(given.count).allSatisfy { $0 == 0 })
        #expect(!text.contains { "&<\\\"\n ".contains($0) })
    }
}
