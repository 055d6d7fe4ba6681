import TestSupport
import Testing
import Values

@testable import Survey

/// Files that nobody would write, except maliciously: a clear finding or the right answer.
@Suite struct HostileFilesTests {
    private static let heading = "xã;trọng số;ghi chú;q1;q2\n"
    private static let good = "u1;1;x;5;4\n"

    fileprivate static let examples: [HostileFile] = [
        HostileFile("empty", "", ["table.empty"], rows: nil),
        HostileFile("mark only", "\u{FEFF}", ["table.empty"], rows: nil),
        HostileFile("blank lines", "\n\r\n  \n", ["table.empty"], rows: nil),
        HostileFile("heading only", heading, ["survey.noUsableRow"], rows: 0),
        HostileFile("heading without line end", String(heading.dropLast()), ["survey.noUsableRow"], rows: 0),
        HostileFile(
            "heading of other columns", "a;b\n1;2\n", Array(repeating: "table.missingColumn 1", count: 4), rows: nil),
        HostileFile("column twice", "xã;trọng số;q1;q2;q2\nu1;1;5;5;5\n", ["table.duplicateHeading 1:5"], rows: nil),
        HostileFile(
            "no row of use", heading + "u9;1;x;5;4\n", ["survey.unknownUnit 2:1", "survey.noUsableRow"], rows: 0),
        HostileFile("NUL in the heading", "xã;trọng\u{0} số;ghi chú;q1;q2\n" + good, ["file.nulByte 1:9"], rows: nil),
        HostileFile("NUL in a key", heading + "u1\u{0};1;x;5;4\n" + good, ["survey.badText 2:1"], rows: 1),
        HostileFile("NUL in an answer", heading + "u1;1;x;5\u{0};4\n" + good, ["survey.unknownAnswer 2:4"], rows: 2),
        HostileFile("NUL in a weight", heading + "u1;\u{0};x;5;4\n" + good, ["survey.badText 2:2"], rows: 1),
        HostileFile("NUL in a column of no use", heading + "u1;1;\u{0};5;4\n" + good, [], rows: 2),
        HostileFile("UTF-16 with a mark", utf16(heading + good, mark: true), ["table.encodingRecognised"], rows: 1),
        HostileFile("UTF-16 without a mark", utf16(heading + good, mark: false), ["table.encodingRecognised"], rows: 1),
        HostileFile(
            "no UTF-8 in a key", bytes(heading) + [0xC3] + bytes("u1;1;x;5;4\n" + good), ["survey.badText 2:1"], rows: 1
        ),
        HostileFile(
            "no UTF-8 in an answer", bytes(heading + "u1;1;x;5;") + [0xE1, 0xBB] + bytes("\n" + good),
            ["survey.unknownAnswer 2:5"], rows: 2),
        HostileFile(
            "no UTF-8 in a column of no use", bytes(heading + "u1;1;") + [0xFF] + bytes(";5;4\n" + good), [], rows: 2),
        HostileFile("no UTF-8 in the heading", [0xFF] + bytes(heading + good), ["file.invalidUTF8 1:1"], rows: nil),
        HostileFile("a workbook", [0x50, 0x4B, 3, 4] + bytes(heading), ["workbook.cutOff"], rows: nil),
        HostileFile(
            "quote open at the beginning", "\"" + heading + good,
            ["table.unclosedQuote 1:1"] + Array(repeating: "table.missingColumn 1", count: 4), rows: nil),
        HostileFile(
            "quote open at the end", heading + good + "u1;1;\"x;5;4\n" + good, ["survey.unclosedQuote 3:3"], rows: 1),
        HostileFile("cut off in a row", heading + good + "u1;1;x", ["survey.cutOff 3"], rows: 1),
        HostileFile("cut off behind a delimiter", heading + good + "u1;1;x;5;", [], rows: 2),
        HostileFile("line end of the last row lost", heading + good + good.dropLast(), [], rows: 2),
        HostileFile("too few cells, then a line end", heading + good + "u1\n", ["survey.cellCount 3"], rows: 1),
        HostileFile("no answers, then a line end", heading + good + "u1;1;x\n", ["table.blankEndCells 3"], rows: 2),
        HostileFile(
            "a long name", heading + good + String(repeating: "u", count: 1_025) + ";1;x;5;4\n", ["survey.badText 3:1"],
            rows: 1),
        HostileFile(
            "cells without number", heading + good + String(repeating: ";", count: 100_000) + "x\n",
            ["survey.cellCount 3"], rows: 1),
    ]

    @Test(arguments: examples)
    fileprivate func small(_ example: HostileFile) throws {
        let reading = try #require(SmallSurvey.read(example.bytes))
        #expect(reading.findings.map(\.short) == example.findings)
        #expect(reading.tally?.cells.reduce(0) { $0 + $1.rows } == example.rows)
    }

    /// The same far from the beginning of the file.
    @Test(arguments: examples.filter { ($0.rows ?? 0) > 0 && !$0.name.hasPrefix("UTF-16") }, [1, 2])
    fileprivate func late(_ example: HostileFile, threads: Int) throws {
        let headingBytes = Self.bytes(Self.heading)
        let row = Self.bytes("u1;1;" + String(repeating: "x", count: 3_000) + ";5;4\n")
        let count = (threads == 1 ? 600_000 : 9_000_000) / row.count
        let rows = repeated(row, count)
        let bytes = headingBytes + rows + example.bytes.dropFirst(headingBytes.count)
        let reading = try #require(SmallSurvey.read(bytes, options: SmallSurvey.options(threads: threads)))
        let moved = example.findings.map { short in
            let parts = short.split(separator: " ")
            guard let code = parts.first, let place = parts.last else { return short }
            let numbers = place.split(separator: ":").compactMap { Int($0) }
            return "\(code) " + ([numbers[0] + count] + numbers.dropFirst()).map(String.init).joined(separator: ":")
        }
        #expect(reading.findings.map(\.short) == moved)
        #expect(reading.tally?.cells.reduce(0) { $0 + $1.rows } == example.rows.map { $0 + count })
    }

    @Test(arguments: [1, 2])
    func aRowWithoutEnd(threads: Int) throws {
        let start = Self.bytes(Self.heading + Self.good + Self.good)
        let options = SmallSurvey.options(threads: threads)
        let letters = try #require(
            SmallSurvey.read(start + [UInt8](repeating: 0x78, count: 40_000_000), options: options))
        #expect(letters.findings.map(\.short) == ["file.rowTooLong 4"])
        let cells = try #require(
            SmallSurvey.read(start + [UInt8](repeating: 0x3B, count: 40_000_000), options: options))
        #expect(cells.findings.map(\.short) == ["file.rowTooLong 4"])
        let lines = repeated(Self.bytes(String(repeating: "x", count: 99) + "\n"), 100_000)
        let quote = try #require(SmallSurvey.read(start + Self.bytes("u1;1;\"") + lines, options: options))
        #expect(quote.findings.map(\.short) == ["file.rowTooLong 4"])
    }

    @Test func aHeadingWithoutEnd() throws {
        let bytes = Self.bytes("xã;trọng số;q1;q2;") + [UInt8](repeating: 0x78, count: 20_000_000)
        let reading = try #require(SmallSurvey.read(bytes))
        #expect(reading.findings.map(\.short) == ["file.rowTooLong 1"])
        #expect(reading.tally == nil)
    }

    @Test(arguments: [1, 2])
    func aQuoteOpenInTheMiddle(threads: Int) throws {
        let row = Self.bytes("u1;1;" + String(repeating: "x", count: 3_000) + ";5;4\n")
        let rows = repeated(row, 3_000)
        let tail = Self.bytes("u1;1;\"x;5;4\n") + rows.prefix(3_300_000)
        let bytes = Self.bytes(Self.heading) + rows + tail
        let reading = try #require(SmallSurvey.read(bytes, options: SmallSurvey.options(threads: threads)))
        #expect(reading.findings.map(\.short) == ["survey.unclosedQuote 3002:3"])
        #expect(reading.tally?.cells.map(\.rows) == [3_000])
    }

    @Test func compressedBytesThatAreNotSound() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let rows = repeated(Self.bytes(Self.good), 20_000)
        let first = StoredGzip.member(Self.bytes(Self.heading) + rows)
        let second = StoredGzip.member(rows)
        var wrongSum = first
        wrongSum[first.count - 8] ^= 1
        var wrongLength = first
        wrongLength[11] ^= 1
        var wrongMagic = second
        wrongMagic[0] = 0x20
        let broken: [[UInt8]] = [
            first + second.dropLast(), first + second.dropLast(60_000), first + second.prefix(5), wrongSum, wrongLength,
            first + wrongMagic, first + [0, 0, 1], Array(first.prefix(1_000)), Array(first.prefix(2)),
        ]
        for bytes in broken {
            let files = TemporaryFolder()
            let reading = AnswerReader(questionnaire, options: SmallSurvey.options()).read([
                files.add(bytes, "a.csv.gz")
            ])
            #expect(reading.findings.contains { $0.code == "file.brokenArchive" && $0.severity == .error })
        }
        let files = TemporaryFolder()
        let padded = first + second + [UInt8](repeating: 0, count: 1_000)
        let reading = AnswerReader(questionnaire, options: SmallSurvey.options())
            .read([files.add(padded, "a.csv.gz")])
        #expect(reading.findings.isEmpty)
        #expect(reading.tally?.cells.map(\.rows) == [40_000])
    }

    @Test func filesThatAreNone() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let files = TemporaryFolder()
        let path = files.add(Self.heading + Self.good)
        let reading = AnswerReader(questionnaire, options: SmallSurvey.options())
            .read([files.path, files.path + "/none.csv", path, path + "/x"])
        #expect(reading.findings.map(\.short) == ["file.isFolder", "file.notFound", "file.notFound"])
        #expect(reading.tally?.cells.map(\.rows) == [1])
        #expect(AnswerReader(questionnaire, options: SmallSurvey.options()).read([]).tally == nil)
    }

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func utf16(_ text: String, mark: Bool) -> [UInt8] {
        (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
}

/// A file, and the expected result.
private struct HostileFile: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var findings: [String]
    /// Respondents in the tally; nil for no tally.
    var rows: Int?

    init(_ name: String, _ text: String, _ findings: [String], rows: Int?) {
        self.init(name, Array(text.utf8), findings, rows: rows)
    }

    init(_ name: String, _ bytes: [UInt8], _ findings: [String], rows: Int?) {
        (self.name, self.bytes, self.findings, self.rows) = (name, bytes, findings, rows)
    }

    var testDescription: String { name }
}
