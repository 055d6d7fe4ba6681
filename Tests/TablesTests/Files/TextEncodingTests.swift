import ScoreNumerics
import Testing
import Values

@testable import Tables

/// Text in no encoding that can be read is rejected with a clear finding.
@Suite struct TextEncodingTests {
    struct Case: Sendable {
        var bytes: [UInt8]
        var code: String
        var location: String
        var details: FindingDetails
    }

    private static func wide(_ text: String, bigEndian: Bool, mark: Bool, bytes: Int) -> [UInt8] {
        let units: [UInt32] = bytes == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
        return ((mark ? [0xFEFF] : []) + units).flatMap { unit in
            let little = (0..<bytes).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
            return bigEndian ? little.reversed() : little
        }
    }

    private static let wideText = "Ma don vi;Điểm\r\n001;99,5\r\n"

    static let wideCases: [Case] = [true, false].flatMap { bigEndian in
        [true, false].map { mark in
            Case(
                bytes: wide(wideText, bigEndian: bigEndian, mark: mark, bytes: 4), code: "file.otherEncoding",
                location: "t.csv", details: [.found: "UTF-32", .expected: "UTF-8"])
        }
    }

    /// UTF-16 is read, whatever its order, with a mark or without.
    @Test(arguments: [true, false], [true, false])
    func utf16IsRead(bigEndian: Bool, mark: Bool) throws {
        let bytes = Self.wide(Self.wideText, bigEndian: bigEndian, mark: mark, bytes: 2)
        let table = try Table(file: "t.csv", bytes: bytes)
        #expect(table.headings == ["Ma don vi", "Điểm"])
        #expect(table.text(0, 0) == "001")
        #expect(table.findings.map(\.code) == ["table.encodingRecognised"])
        #expect(table.findings.first?.details == [.found: bigEndian ? "UTF-16 BE" : "UTF-16 LE"])
        // Half a letter, and half a pair of units.
        #expect(refusal(bytes + [0x41]).map(\.code) == ["file.notInEncoding"])
        #expect(refusal(bytes + (bigEndian ? [0xD8, 0x41] : [0x41, 0xD8])).map(\.code) == ["file.notInEncoding"])
    }

    static let cases: [Case] = [
        Case(
            bytes: Array("a;b\n1;x\0y\n".utf8), code: "file.nulByte", location: "t.csv:2:4",
            details: [.offset: .count(7)]),
        Case(bytes: [0], code: "file.nulByte", location: "t.csv:1:1", details: [.offset: .count(0)]),
        Case(
            bytes: Array("a\r\nĐiểm\rx".utf8) + [0xE1, 0xBB], code: "file.invalidUTF8", location: "t.csv:3:2",
            details: [.found: .names(["0xE1", "0xBB"]), .offset: .count(12)]),
        Case(
            bytes: Array("xx".utf8) + [0xC0, 0x80], code: "file.invalidUTF8", location: "t.csv:1:3",
            details: [.found: .names(["0xC0"]), .offset: .count(2)]),
        Case(
            bytes: [0xED, 0xA0, 0x80], code: "file.invalidUTF8", location: "t.csv:1:1",
            details: [.found: .names(["0xED", "0xA0"]), .offset: .count(0)]),
        Case(
            bytes: [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0x62, 0xFC], code: "file.invalidUTF8", location: "t.csv:2:2",
            details: [.found: .names(["0xFC"]), .offset: .count(6)]),
        Case(
            bytes: [0x50, 0x4B, 3, 4, 20, 0], code: "workbook.cutOff", location: "t.csv", details: [:]),
        Case(bytes: [0xD0, 0xCF, 0x11, 0xE0], code: "workbook.legacyFormat", location: "t.csv", details: [:]),
    ]

    @Test(arguments: cases + wideCases)
    func isRefused(_ item: Case) {
        let findings = refusal(item.bytes)
        #expect(findings.count == 1)
        #expect(findings.first?.code == item.code)
        #expect(findings.first?.location.description == item.location)
        #expect(findings.first?.details == item.details)
        #expect(findings.first?.location.isTable == false)
    }

    @Test func agreesWithTheStandardLibrary() {
        var generator = SeededRandom(seed: 3)
        // First and second bytes at the limits of what is allowed, and whole letters.
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA0], [0xE1, 0xBB, 0x87], [0xF0, 0x9F, 0x98, 0x80], [0x80], [0xBF], [0xC1], [0xC2], [0xE0],
            [0x9F], [0xA0], [0xED], [0xEF], [0xF0], [0x8F], [0x90], [0xF4], [0xF5], [0x42, 0x43, 0x44],
        ]
        var valid = 0
        for round in 0..<20_000 {
            let usable = round.isMultiple(of: 4) ? pieces[..<4] : pieces[...]
            let count = Int.random(in: 0...(round.isMultiple(of: 4) ? 30 : 5), using: &generator)
            let bytes = (0..<count).flatMap { _ in usable.randomElement(using: &generator) ?? [] }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let start = try? TextEncoding.check(bytes, file: "t")
            #expect((start != nil) == isValid, "\(bytes)")
            if isValid { valid += 1 }
        }
        #expect(valid > 4000)
        #expect(valid < 19_000)
    }

    @Test func theMarkIsSkipped() throws {
        let table = try Table(file: "t.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("mã;b\n1;2\n".utf8))
        #expect(table.headings == ["mã", "b"])
        let named = try Table(file: "t.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("sep=,\na,b\n".utf8))
        #expect(named.headings == ["a", "b"])
        let quoted = try Table(file: "t.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("\"a;b\";c\n".utf8))
        #expect(quoted.headings == ["a;b", "c"])
    }
}
