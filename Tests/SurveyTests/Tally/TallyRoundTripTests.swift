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
}
