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

    @Test func valuesBetweenTwoNumbers() {
        var table = FigureTable(metrics: ["a", "b"], unitCount: 9)
        let figures: [Figure] = [
            .value(0), .value(1), .value(FixedDecimal(mantissa: -1)), .value(FixedDecimal(mantissa: 1_000_001)),
            .notReported, .ratio(numerator: 1, denominator: 2), .notApplicable, .awaited, .notPublished,
        ]
        for (unit, figure) in figures.enumerated() { table[unit, 1] = figure }
        let (between, others) = table.units(ofColumn: 1, between: 0, and: 1)
        #expect(between == [0, 1])
        // Just outside, and two counts.
        #expect(others == 3)
        #expect(table.units(ofColumn: 0, between: 0, and: 1) == ([], 0))
    }
}
