import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Findings name the row as a spreadsheet counts it, and the column; beyond the limit they are counted.
@Suite struct FindingPlacesTests {
    @Test(arguments: [
        ("xã;trọng số;q1;q2\nu1;1;7;5\n", ["survey.unknownAnswer 2:3"]),
        ("\n\nxã;trọng số;q1;q2\n\nu1;1;7;abc\n", ["survey.unknownAnswer 5:3", "survey.unknownAnswer 5:4"]),
        (
            "xã;trọng số;q1;q2\r\n\"u\n1\";1;5;5\r\nu1;-1;5;5\r\nu1;1;5;5\r\n",
            ["survey.unknownUnit 2:1", "survey.numberOutOfRange 3:2"]
        ),
        ("sep=;\nxã;trọng số;q1;q2\nu1\nu1;1;5;5\n", ["survey.cellCount 2"]),
        ("xã;trọng số;q1;q2\nu1;1;5\nu1;1;5;5\nu1;1\n", ["table.blankEndCells 2"]),
        ("xã;trọng số;q1;q2\nu1;1;5;5;x\nu1;1;5;5;;\n", ["survey.cellCount 2"]),
        ("xã,trọng số,q1,q2\nu1,1,5,5,\nu1,1,5,5\n", ["survey.cellCount 2"]),
        ("xã;trọng số;q1;q2\nu1;1;\"5\"x;5\nu1;1;5;5\n", ["survey.badQuote 2:3"]),
        (
            "xã;trọng số;q1;q2\r;1;5;5\ru1;1.234;5;5\ru1;1;5;5\r",
            ["survey.missingUnit 2:1", "survey.ambiguousNumber 3:2"]
        ),
        ("xã;trọng số;q1;q2\nu1;2,5;5;5\nu1;1.234;5;5\nu1;1;5;\u{0}\n", ["survey.unknownAnswer 4:4"]),
        ("xã;trọng số;q1;q2\nu1;1;;\n;;;\n \t;;;\n\nu9;1;5;5\n", ["survey.unknownUnit 6:1"]),
    ])
    func places(text: String, findings: [String]) throws {
        let reading = try #require(SmallSurvey.read(text))
        #expect(reading.findings.map(\.short) == findings)
        #expect(reading.tally?.cells.map(\.key.unit) == ["u1"])
    }

    /// The rest are counted, and an error is shown however many warnings precede it.
    @Test(arguments: [0, 1, 3, 100])
    func limit(limit: Int) throws {
        let rows = (0..<250).map { "u1;1;\($0 % 5 == 0 ? "7" : "5");5" }
        var options = SmallSurvey.options()
        options.findingLimit = limit
        let text = (["xã;trọng số;q1;q2"] + rows + ["u1;1"]).joined(separator: "\n")
        let reading = try #require(SmallSurvey.read(text, options: options))
        let kept = min(limit, 50)
        let places = (0..<kept).map { "survey.unknownAnswer \(2 + $0 * 5):3" }
        let rest = 50 - kept
        #expect(
            reading.findings.map(\.short) == places + ["survey.cutOff 252"] + (rest > 0 ? ["survey.moreFindings"] : []))
        if rest > 0 { #expect(reading.findings.last?.details == [.count: .count(rest)]) }
        #expect(
            reading.files == [
                AnswerFile(
                    file: reading.files[0].file, rows: 251, rowsLeftOut: 1, rowsRepeated: 0, unknownAnswers: 50,
                    rowsUnfinished: 0, unusedColumns: [])
            ])
    }

    @Test func detailsTellWhatStandsThere() throws {
        let reading = try #require(SmallSurvey.read("xã;trọng số;q1;q2\nu1;1;\u{1B}[31m7;5\nu1;1;5;5;6\n"))
        #expect(
            reading.findings.map(\.details) == [
                [.found: "\u{FFFD}[31m7", .expected: .names(["1", "2", "3", "4", "5", "9", "KTL"])],
                [.found: .count(5), .expected: .count(4), .text: "u1;1;5;5;6"],
            ])
    }

    /// Rows keep their numbers wherever the reader splits its work: line endings of every kind, faults here and there.
    @Test(arguments: ["\n", "\r\n", "\r"])
    func numbersGoOnOverBlocks(lineEnd: String) throws {
        var text = "xã;trọng số;ghi chú;q1;q2" + lineEnd
        var expected: [String] = []
        var random = SeededRandom(seed: 5)
        for row in 2...15_000 {
            let note =
                random.once(in: 9)
                ? "\"" + String(repeating: "dòng\(lineEnd)", count: random.int(1...9)) + "\"" : "không"
            let isWrong = random.once(in: 50)
            if isWrong { expected.append("survey.unknownAnswer \(row):5") }
            text += "u1;1;\(note);\(random.once(in: 20) ? "5.0" : "5");\(isWrong ? "6" : "1")" + lineEnd
        }
        var options = SmallSurvey.options()
        options.findingLimit = 100_000
        let reading = try #require(SmallSurvey.read(text, options: options))
        #expect(reading.findings.map(\.short) == expected)
        #expect(reading.files.first?.rows == 14_999)
    }
}
