import CAnswerRows
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Tables

/// Both forms of reading short numbers give the number reader's result, and 0 for everything that is not short.
@Suite struct KernelNumbersTests {
    static let cases: [(String, Int64)] = [
        ("1", 1_000_000), ("0", 0), ("9", 9_000_000), ("97.25", 97_250_000), ("0.000001", 1), ("1.000000", 1_000_000),
        ("12345678", 12_345_678_000_000), ("99999999", 99_999_999_000_000), ("123456.7", 123_456_700_000),
        ("1234567.", 0), (".5", 0), ("5.", 0), (".", 0), ("1..2", 0), ("1.2.3", 0), ("1,5", 0), ("-1", 0), ("+1", 0),
        ("1e3", 0), (" 1", 0), ("1 ", 0), ("a", 0), ("\u{0}", 0), ("1\u{0}", 0), ("/", 0), (":", 0), ("é", 0), ("", 0),
        ("123456789", 0), ("0.0000001", 0),
    ]

    @Test func numbersByHand() {
        // What follows a number in its word is not part of it.
        for behind: UInt8 in [0, UInt8(ascii: "7"), UInt8(ascii: "."), 0xFF] {
            let found = read(Self.cases.map { Array($0.0.utf8) }, decimal: UInt8(ascii: "."), behind: behind)
            for (index, (text, expected)) in Self.cases.enumerated() {
                #expect(found[index] == expected, "\(text) with \(behind) behind it")
            }
        }
    }

    @Test func withoutASignEveryPointAsksTheReader() {
        #expect(read([Array("1.5".utf8), Array("15".utf8)], decimal: 0xFF, behind: 0) == [0, 15_000_000])
    }

    @Test(arguments: Draws.seeds(8, of: 20))
    func sameAsTheReader(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let separator: DecimalSeparator = random.once(in: 2) ? .comma : .point
        let reader = NumberReader(decimalSeparator: separator)
        let signs = Array("0123456789012345678901234567890.,-% x".utf8)
        let texts = (0..<random.int(1...300)).map { _ in
            (0..<random.int(0...9)).map { _ in random.pick(signs) }
        }
        let found = read(texts, decimal: separator.byte, behind: random.pick(signs))
        for (text, value) in zip(texts, found) {
            let padded = text + Array(repeating: 0, count: 8)
            let expected = padded.withUnsafeBufferPointer { reader.readShort(0..<text.count, in: $0) } ?? 0
            #expect(value == expected, "\(String(decoding: text, as: UTF8.self))")
        }
    }

    /// Reads with both forms, which must agree.
    private func read(_ texts: [[UInt8]], decimal: UInt8, behind: UInt8) -> [Int64] {
        let words = texts.map { text in
            var word: UInt64 = 0
            withUnsafeMutableBytes(of: &word) { bytes in
                for index in 0..<8 { bytes[index] = index < text.count ? text[index] : behind }
            }
            return word
        }
        let lengths = texts.map { UInt8($0.count) }
        let kernels = [answer_numbers_read, answer_numbers_read_portable].map { kernel in
            // What the call must not touch keeps its value.
            var numbers = Array(repeating: Int64(-1), count: texts.count + 1)
            kernel(words, lengths, texts.count, decimal, &numbers)
            #expect(numbers.removeLast() == -1)
            return numbers
        }
        #expect(kernels[0] == kernels[1])
        return kernels[1]
    }
}
