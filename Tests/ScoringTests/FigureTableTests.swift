import Testing
import Values

@testable import Scoring

@Suite struct FigureTableTests {
    /// Columns are scored without checking states first, so whatever a cell contains is read.
    @Test func cellsWithoutAFigureHoldZero() {
        for _ in 0..<50 {
            // Reused memory contains what was left there.
            let used = [Int64](repeating: 0x5A5A_5A5A, count: 900)
            #expect(used.count == 900)
        }
        var table = FigureTable(metrics: ["a", "b", "c"], unitCount: 300)
        table[7, 1] = .value(2)
        let values = table.withCells { values, _ in Array(values) }
        #expect(values.indices.filter { values[$0] != 0 } == [307])
        #expect(values[307] == 2_000_000)
        #expect(table[8, 1] == .notReported)
    }
}
