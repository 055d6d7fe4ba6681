import ScoreNumerics
import Testing

@testable import Survey

/// The sums of a cell do not depend on whether its log was ever filled, nor on how its rows come.
@Suite struct CellLogTests {
    /// A log has sixteen rows, and eight consecutive ones are added up in place.
    @Test(arguments: [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100])
    func anyNumberOfRows(count: Int) throws {
        let questionnaire = try TallySamples.questionnaire()
        let layout = TallyLayout(questionnaire)
        var dice = SeededRandom(seed: UInt64(count))
        let weights: [[Int64]] = [
            Array(repeating: 14_500_000, count: count), (0..<count).map { $0 % 2 == 0 ? 1_500_000 : 2_000_000 },
            // The last row alone has another weight.
            (0..<count).map { $0 < count - 1 ? 3_000_000 : 1 },
        ]
        for weights in weights {
            let cells = (1...3).map { _ in RowSums.rows(weights, &dice) }
            let lines = cells.enumerated().map { index, rows in rows.map { $0.line(village: index + 1) } }
            let ways = [
                lines.flatMap { $0 },
                (0..<count).flatMap { row in lines.map { $0[row] } },
                // Some rows one at a time, then all others of the first two cells together.
                (0..<min(3, count)).flatMap { row in lines[..<2].map { $0[row] } }
                    + lines[..<2].flatMap { $0.dropFirst(3) } + lines[2],
            ]
            for lines in ways {
                let tally = try TallySamples.tally(lines, questionnaire)
                #expect(tally.cells.map(\.rows) == [count, count, count])
                #expect(tally.arrays == cells.map { RowSums.arrays(of: $0, layout) })
            }
        }
    }

    /// More cells than a slab of memory holds, some of which have sums and some only a log.
    @Test func manyCells() throws {
        let questionnaire = try TallySamples.questionnaire()
        let layout = TallyLayout(questionnaire)
        var dice = SeededRandom(seed: 5)
        let counts = (0..<3000).map { $0 % 7 == 0 ? 40 : $0 % 3 + 1 }
        let cells = counts.map { RowSums.rows(Array(repeating: Int64($0) * 1_000_000, count: $0), &dice) }
        let lines = cells.enumerated().flatMap { index, rows in rows.map { $0.line(village: 10_000 + index) } }
        let tally = try TallySamples.tally(lines.shuffled(using: &dice), questionnaire)
        #expect(tally.arrays == cells.map { RowSums.arrays(of: $0, layout) })
    }
}
