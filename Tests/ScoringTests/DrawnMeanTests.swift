import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// A mean in integer arithmetic is the leaf's outcome, whichever of its figures are drawn.
@Suite struct DrawnMeanTests {
    /// Returns how many leaves were means.
    private func agreeing(_ random: inout SeededRandom) throws -> Int {
        let rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(0...6))
        let tree = RandomTree(&random, fields: random.int(1...3), digits: rounding.digits)
        let criteria = try tree.compiled(rounding, stage: .leaf, caps: nil)
        let scores = try criteria.score(
            tree.figures(criteria, units: 1, &random), units: [ScoredUnit(code: "u", level: "commune")])
        let figures = scores[0].figures
        var meanCount = 0
        for leaf in criteria.leaves where leaf.levels[figures.level] {
            let columns = leaf.measures.flatMap { $0.quantity.figures }.filter { !$0.isLastYear }.map { $0.figure }
            let cells = Set(columns).sorted().filter { figures.now($0).percentOrValue != nil && random.chance(70) }
                .enumerated().map { (column: $1, cell: $0) }
            guard let mean = DrawnMean(leaf, figures, cells: cells) else { continue }
            meanCount += 1
            for _ in 0..<20 {
                let drawn = cells.map { _ in Int64?.some(Int64(random.int(-10_000_000...110_000_000))) }
                var changed = figures.alone
                for (cell, millionths) in zip(cells, drawn) {
                    changed.figures[0, cell.column] = .value(FixedDecimal(mantissa: millionths ?? 0))
                }
                let outcome = leaf.outcome(changed)
                #expect(mean.points(drawn) == outcome.points?.mantissa)
                #expect(outcome.maximum == leaf.maximum)
            }
            if !cells.isEmpty { #expect(mean.points(cells.map { _ in nil }) == nil) }
        }
        return meanCount
    }

    @Test func sameAsOutcome() throws {
        var random = SeededRandom(seed: 71)
        var meanCount = 0
        for _ in 0..<200 { meanCount += try agreeing(&random) }
        #expect(meanCount > 200)
    }
}
