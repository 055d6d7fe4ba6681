import TestSupport
import Testing
import Values

@testable import Tables

/// Text in the encodings of the time before Unicode is read as what it says, by itself or where the encoding is stated.
@Suite struct EncodingsTests {
    static let charsets = EncodedTexts.encoded.keys.sorted { $0.rawValue < $1.rawValue }

    private static func read(_ bytes: [UInt8], _ charset: Charset? = nil) throws(FindingsError) -> Table {
        var options = TableOptions()
        options.charset = charset
        return try Table(file: "t.csv", bytes: bytes, options: options)
    }

    @Test(arguments: charsets)
    func allLettersAreRead(charset: Charset) throws {
        let encoded = EncodedTexts.bytes(try #require(EncodedTexts.encoded[charset]).letters)
        let table = try Self.read(encoded, charset)
        let letters = charset == .windows1252 ? EncodedTexts.latinLetters : EncodedTexts.letters
        // Scalar by scalar: a letter and its mark are one here.
        #expect(Array(table.headings.joined(separator: ";").utf8) == Array(letters.utf8))
        #expect(table.findings.first?.code == "table.encodingStated")
        #expect(table.findings.first?.details == [.found: .text(charset.name)])
    }

    /// Those with one byte a sign are recognised by the syllables that they make, UTF-16 by its zeros.
    @Test(arguments: charsets)
    func aTableIsRecognised(charset: Charset) throws {
        let encoded = EncodedTexts.bytes(try #require(EncodedTexts.encoded[charset]).table)
        let isLatin = charset == .windows1252
        let hasDash = charset != .viscii && charset != .tcvn3
        let text = isLatin ? EncodedTexts.latinTable : EncodedTexts.table
        let expected = try Self.read(Array((hasDash ? text : text.replacing("–", with: "-")).utf8))
        let table = try Self.read(encoded)
        #expect(table.findings.map(\.code) == ["table.encodingRecognised"])
        #expect(table.findings.first?.details == [.found: .text(charset.name)])
        #expect(table.headings == expected.headings)
        #expect(table.rowCount == expected.rowCount)
        for row in 0..<table.rowCount {
            for column in 0..<table.columnCount { #expect(table.text(row, column) == expected.text(row, column)) }
        }
    }

    /// Bytes that make words in two encodings are refused, with both readings.
    @Test(
        arguments: [
            // `Giá` in Windows-1258, `Giỏ` in TCVN3.
            ([0x47, 0x69, 0xE1], ["Windows-1258", "TCVN3 (ABC)"], ["Giá", "Giỏ"]),
            // `mó` and `mã`.
            ([0x6D, 0xE3], ["TCVN3 (ABC)", "Windows-1252"], ["mó", "mã"]),
        ] as [([UInt8], [String], [String])])
    func equallyPlausibleReadingsAreRefused(bytes: [UInt8], charsets: [String], words: [String]) {
        let findings = refusal(Array("a;b\n1;".utf8) + bytes + [0x0A])
        #expect(findings.map(\.code) == ["file.ambiguousEncoding"])
        #expect(findings.first?.details == [.found: .names(charsets), .other: .names(words)])
    }

    /// What nobody can read is no text in any of them.
    @Test(arguments: [[0x63, 0x61, 0x66, 0xE9], [0xE9], [0x78, 0xFF, 0x79]] as [[UInt8]])
    func otherBytesAreRefused(bytes: [UInt8]) {
        #expect(refusal(Array("a;b\n1;".utf8) + bytes + [0x0A]).map(\.code) == ["file.invalidUTF8"])
    }

    /// A stated encoding is taken at its word, unless the bytes say another.
    @Test(arguments: [
        ([0xFE, 0xFF, 0x00, 0x61], Charset.utf8, "file.statedEncoding"),
        ([0xFE, 0xFF, 0x00, 0x61], .utf16LittleEndian, "file.statedEncoding"),
        ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .tcvn3, "file.statedEncoding"),
        ([0x61, 0x9A, 0x0A], .windows1258, "file.notInEncoding"),
        ([0x61, 0x81, 0x0A], .windows1252, "file.notInEncoding"),
        ([0x61, 0xE9, 0x0A], .utf8, "file.invalidUTF8"),
    ])
    func contradictionsAreRefused(bytes: [UInt8], charset: Charset, code: String) {
        var options = TableOptions()
        options.charset = charset
        #expect(refusal(bytes, options).map(\.code) == [code])
    }

    /// What is plainly UTF-8, or UTF-16 with a mark, stays that beside files in the encoding that is stated.
    @Test(arguments: [Charset.windows1258, .tcvn3, .vni, .viscii, .utf16])
    func otherFilesStayWhatTheyAre(charset: Charset) throws {
        let unicode = try Self.read(Array("Mã đơn vị;b\n".utf8), charset)
        #expect(unicode.headings == ["Mã đơn vị", "b"])
        #expect(unicode.findings.isEmpty)
        let wide = try Self.read([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], charset)
        #expect(wide.headings == ["a"])
        #expect(wide.findings.first?.details == [.found: "UTF-16 LE"])
    }

    /// An ambiguous file is read when its encoding is stated; ASCII is the same in all.
    @Test func statingSettlesIt() throws {
        let bytes = Array("a;b\n1;Gi".utf8) + [0xE1, 0x0A]
        #expect(try Self.read(bytes, .windows1258).text(0, 1) == "Giá")
        #expect(try Self.read(bytes, .tcvn3).text(0, 1) == "Giỏ")
        #expect(try Self.read(Array("a;b\n1;2\n".utf8), .vni).text(0, 1) == "2")
    }
}
