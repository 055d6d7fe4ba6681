import Tables
import TestSupport
import Testing
import Values

@testable import Survey

/// Blocks of 256 kB may end anywhere: inside a quoted cell, between CR and LF, inside a multi-byte character.
///
/// The first block ends one block size after the heading.
@Suite struct BlockBoundaryTests {
    @Test(arguments: ["\n", "\r\n", "\r"], ["\"ờ;\"\"ờ\r\nờ\"", "\"ờ\nu1;1;ờ;5;5\nờ\""])
    func anywhere(lineEnd: String, note: String) throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let heading = Array(("xã;trọng số;ghi chú;q1;q2" + lineEnd).utf8)
        let row = Array(("Tân Lập;2,5;" + note + ";5;6" + lineEnd).utf8)
        let plain = Array(("u1;1;" + String(repeating: "x", count: 1_000) + ";1;2" + lineEnd).utf8)
        let before = repeated(plain, (RowBlocks.size - 1_200) / plain.count)
        let after = repeated(plain, 3)
        let count = before.count / plain.count
        for shift in stride(from: 0, to: row.count + 14, by: lineEnd == "\r\n" ? 1 : 3) {
            // A long note before them shifts everything, byte by byte.
            let filler = RowBlocks.size - before.count - 10 - shift
            let long = Array(("u1;1;" + String(repeating: "y", count: max(0, filler)) + ";1;2" + lineEnd).utf8)
            let files = TemporaryFolder()
            let reading = AnswerReader(questionnaire, options: SmallSurvey.options())
                .read([files.add(heading + before + long + row + row + after)])
            #expect(
                reading.findings.map(\.short) == [
                    "survey.unknownAnswer \(count + 3):5", "survey.unknownAnswer \(count + 4):5",
                ])
            #expect(reading.tally?.cells.map(\.rows) == [count + 4, 2])
            #expect(reading.tally?.cells.map(\.weight) == [Int64(count + 4) * 1_000_000, 5_000_000])
            #expect(reading.files.first?.rows == count + 6)
        }
    }
}
