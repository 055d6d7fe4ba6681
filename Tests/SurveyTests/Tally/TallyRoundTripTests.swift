import ScoreNumerics
import Testing

@testable import Survey

/// A tally that is written and read again is the same file to the last byte, and its cells are equal.
@Suite struct TallyRoundTripTests {
    @Test(
        arguments: [
            [14_500_000], [1], [1_500_000, 2_000_000], [1 << 47 - 1], [1 << 47], [1 << 58], [1 << 47 - 1, 1],
            [300_000_000_000_000_000, 100_000_000_000_000_000],
        ] as [[Int64]])
    func sameBytes(weights: [Int64]) throws {
        let questionnaire = try TallySamples.questionnaire()
        var dice = SeededRandom(seed: 3)
        let lines = (0..<60).map { number in
            let row = RowSums.rows([weights[number / 20 % weights.count]], &dice)[0]
            return row.line(commune: ["A", "B"][number % 2], village: number % 10)
        }
        let tally = try TallySamples.tally(lines, questionnaire)
        #expect(tally.cells.count == 10)
        let again = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire)
        #expect(again.file() == tally.file())
        #expect(again.cells == tally.cells)
    }

    /// Spark writes a sum of nothing as `0E-10`, and no checksum.
    @Test func zeroWithAPowerOfTen() throws {
        let questionnaire = try TallySamples.questionnaire()
        var dice = SeededRandom(seed: 4)
        let lines = (0..<20).map { number in
            RowSums.rows([1_500_000], &dice)[0].line(commune: ["A", "B"][number % 2], village: number % 3)
        }
        let tally = try TallySamples.tally(lines, questionnaire)
        var rows = String(decoding: tally.file(), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        rows.removeAll { $0[0].hasPrefix(TallyChecksum.sign) }
        var zeros = 0
        for (column, heading) in rows[0].enumerated() where heading.contains("=") && heading.hasSuffix(" w") {
            for row in rows.indices.dropFirst() where rows[row][column] == "0" {
                rows[row][column] = "0E-10"
                zeros += 1
            }
        }
        try #require(zeros > 0)
        let bytes = Array((rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n").utf8)
        #expect(try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: questionnaire).cells == tally.cells)
    }
}
