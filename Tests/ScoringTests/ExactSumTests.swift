import Testing
import Values

@testable import Scoring

/// Points are fractions until the stage at which the edition rounds them.
@Suite struct ExactSumTests {
    private func table(_ stage: String, digits: Int, maxima: [String], _ figures: [[Figure]]) throws -> ScoreTable {
        let leaves = maxima.enumerated().map { position, maximum in
            """
            {"code": "1.\(position + 1)", "maximum": \(maximum), "metrics": [{"kind": "percent", "direction": "higher",
              "ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}}
            """
        }
        let sum = try maxima.reduce(FixedDecimal(mantissa: 0)) { try $0 + FixedDecimal($1) }
        let edition = """
            {"rounding": {"points": {"mode": "halfAwayFromZero", "digits": \(digits), "stage": "\(stage)"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}}}
            """
        let nodes = [#"{"code": "1", "maximum": \#(sum)}"#] + leaves
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: nodes.map(JSONNode.parse), edition: JSONNode.parse(edition)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (column, figure) in row.enumerated() { table[unit, column] = figure }
        }
        return try criteria.score(
            table, units: figures.indices.map { ScoredUnit(code: "\($0)", level: "commune", group: "xa") })
    }

    private static func ratio(_ numerator: Int64, _ denominator: Int64) -> Figure {
        .ratio(
            numerator: FixedDecimal(mantissa: numerator * 1_000_000),
            denominator: FixedDecimal(mantissa: denominator * 1_000_000))
    }

    @Test(arguments: ["field", "total"])
    func thirdsAreOneAndHalvesTie(stage: String) throws {
        // 3 × 1/3 = 1; 3 × 101/600 = 505/1000 = 0.505, half of the last decimal.
        let table = try table(
            stage, digits: 2, maxima: ["1", "1", "1"],
            [
                Array(repeating: Self.ratio(1, 3), count: 3), [Self.ratio(1, 1), .value(0), .value(0)],
                Array(repeating: Self.ratio(101, 600), count: 3), [Self.ratio(505, 1000), .value(0), .value(0)],
            ])
        #expect((0..<4).map { table[$0].total.points.mantissa } == [1_000_000, 1_000_000, 510_000, 510_000])
        for subject in [Ranking.Subject.total, .node(0)] {
            #expect(Ranking(table, by: subject).places.map(\.unit) == [0, 1, 2, 3])
            #expect(Ranking(table, by: subject).places.map(\.rank) == [Rank(1), Rank(1), Rank(3), Rank(3)])
        }
    }

    @Test func whatMillionthsDoNotTellIsStillNoTie() throws {
        // 1/3 + 1/3 of 1 is more than 0.666666, and less than 0.666667.
        let table = try table(
            "total", digits: 6, maxima: ["1", "1"],
            [
                [Self.ratio(1, 3), Self.ratio(1, 3)], [Self.ratio(666_667, 1_000_000), .value(0)],
                [Self.ratio(2, 3), .value(0)],
            ])
        let places = Ranking(table, by: .node(0)).places
        #expect(places.map(\.unit) == [1, 0, 2] && places.map(\.rank) == [Rank(1), Rank(2), Rank(2)])
    }

    @Test func decimalsOfPartsMayExceedThoseOfTheTotal() throws {
        // Four leaves of 0.25 under a total with one decimal: 0.25 + 0.25 × 1/2 = 0.375 → 0.4; all of it is 1.
        let table = try table(
            "total", digits: 1, maxima: ["0.25", "0.25", "0.25", "0.25"],
            [[.value(100), .value(50), .value(0), .value(0)], Array(repeating: .value(100), count: 4)])
        #expect((0..<2).map { table[$0].total.points.mantissa } == [400_000, 1_000_000])
        // A whole of 0.75 with one decimal stays 0.75: rounding does not lift it above its maximum.
        let three = try self.table(
            "total", digits: 1, maxima: ["0.25", "0.25", "0.25"],
            [Array(repeating: .value(100), count: 3), [.value(100), .value(100), .value(99)]])
        #expect((0..<2).map { three[$0].total.points.mantissa } == [750_000, 700_000])
    }

    /// The denominators are primes: their product has over 300 bits. The last part makes the sum exactly 0.005, or a hair
    /// more or less than it.
    @Test(arguments: [(-1, 0), (0, 10_000), (1, 10_000)])
    func noSumIsTooLong(nudge: Int, expected: Int64) throws {
        let primes: [Int128] = [1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117, 1_000_121]
        var sum = ExactSum()
        for prime in primes {
            sum.add(try #require(ExactRatio(1, over: prime * 1_000_000)))
            sum.add(try #require(ExactRatio(-1, over: prime * 1_000_000)))
        }
        #expect(sum.sign() == 0)
        for prime in primes { sum.add(try #require(ExactRatio(1, over: prime * 1_000_000))) }
        #expect(sum.ratio == nil)
        for prime in primes { sum.add(try #require(ExactRatio(-1, over: prime * 1_000_000))) }
        sum.add(try #require(ExactRatio(Int128(nudge), over: 1 << 100)))
        #expect(sum.sign() == nudge)
        let half = FixedDecimal(mantissa: 5_000)
        #expect(sum.rounded(Rounding(.halfAwayFromZero, digits: 2), adding: half)?.mantissa == expected)
        // The same sum as other fractions is equal to it.
        var other = ExactSum()
        other.add(try #require(ExactRatio(Int128(nudge), over: 1 << 100)))
        #expect(sum == other)
    }
}
