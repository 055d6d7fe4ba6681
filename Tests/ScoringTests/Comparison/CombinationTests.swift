@testable import Scoring
import Testing
import Values

/// Figures of several units combined into one.
@Suite struct CombinationTests {
    private typealias Side = ComparedSide
    private static let count =
        #"{"code": "1.3", "maximum": 5, "metrics": [{"kind": "count", "direction": "higher"}], "#
        + #""rule": {"kind": "countThreshold", "threshold": {"atLeast": 10}, "below": "proportional"}}"#

    private func table(_ figures: [[Figure]], levels: [String]) throws -> ScoreTable {
        let nodes = [Side.field("1", "20"), Side.share("1.1", "10"), Side.yesNo("1.2", "5"), Self.count]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (column, figure) in row.enumerated() { table[unit, column] = figure }
        }
        return try criteria.score(table, units: levels.map { ScoredUnit(code: "x", level: $0) })
    }

    @Test("ratios by both counts, counts by sums, yes and no not at all")
    func kinds() throws {
        // The arithmetic mean of 90 % and 3 1/3 % would be far from the true figure.
        let table = try table(
            [
                [.ratio(numerator: 90, denominator: 100), .value(1), .value(3)],
                [.ratio(numerator: 10, denominator: 300), .value(1), .value(4)],
            ], levels: ["commune", "commune"])
        let combined = try #require(table.combined([0, 1]))
        // 100 of 400 are a quarter of 10; 3 + 4 of 10 are 7/10 of 5.
        #expect(combined.score.criterion(1).points == FixedDecimal(mantissa: 2_500_000))
        #expect(combined.score.criterion(3).points == FixedDecimal(mantissa: 3_500_000))
        #expect(combined.gaps == [CombinedScore.Gap(metric: "1.2", leaf: "1.2", fault: .kind)])
        #expect(combined.leavesWithGaps == ["1.2"])
    }

    @Test("one unit keeps every figure")
    func single() throws {
        let table = try table([[.value(60), .value(1), .notReported]], levels: ["commune"])
        let combined = try #require(table.combined([0]))
        #expect(combined.gaps.isEmpty)
        #expect(combined.score.total == table[0].total)
    }

    @Test("units of two levels are not one")
    func levels() throws {
        #expect(try table([[], []], levels: ["commune", "department"]).combined([0, 1]) == nil)
        #expect(try table([[]], levels: ["commune"]).combined([]) == nil)
    }

    @Test(arguments: [
        ([Figure.value(50), .value(50)], CombinationFault.noCounts),
        ([.ratio(numerator: 1, denominator: 2), .value(50)], .noCounts),
        ([.ratio(numerator: 1, denominator: 2), .notReported], .incomplete),
        ([.notReported, .ratio(numerator: 1, denominator: 2)], .incomplete),
        ([.notApplicable, .awaited], .incomplete),
        (
            [
                .ratio(numerator: 1, denominator: FixedDecimal(mantissa: .max)), .ratio(numerator: 1, denominator: 1),
            ], .overflow
        ),
    ])
    func faults(figures: [Figure], fault: CombinationFault) throws {
        let table = try table(figures.map { [$0, .value(0), .value(0)] }, levels: figures.map { _ in "commune" })
        let combined = try #require(table.combined([0, 1]))
        #expect(combined.gaps.first == CombinedScore.Gap(metric: "1.1", leaf: "1.1", fault: fault))
    }

    @Test(arguments: [
        ([Figure.notReported, .notReported], Figure.notReported), ([.notApplicable, .notApplicable], .notApplicable),
        ([.awaited, .awaited], .awaited),
        ([.notApplicable, .ratio(numerator: 1, denominator: 4)], .ratio(numerator: 1, denominator: 4)),
    ])
    func states(figures: [Figure], expected: Figure) throws {
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: [Side.field("1", "10"), Side.share("1.1", "10")].map(JSONNode.parse)))
        #expect(try set.metrics[0].combined(figures) == expected)
    }
}
