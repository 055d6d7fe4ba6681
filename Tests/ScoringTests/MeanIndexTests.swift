import TestSupport
import Testing
import Values

@testable import Scoring

/// The mean of indices is that of fractions, whatever maxima they are parts of.
@Suite struct MeanIndexTests {
    /// Departments do not have the second leaf.
    private func scores(_ figures: [[FixedDecimal?]], levels: [String]) throws -> ScoreTable {
        try RankSample.scores(
            maxima: [10, 20], figures, levels: levels,
            leafLevels: [#"["commune", "department"]"#, #"["commune"]"#])
    }

    @Test func maximaMayTakeTurns() throws {
        // 3 + 6 of 30, 5 of 10, 1 + 0 of 30, 7 of 10: 30, 50, 10/3 and 70 are 460/3 together, 115/3 on average.
        let scores = try scores(
            [[30, 30], [50, nil], [10, 0], [70, nil]], levels: ["commune", "department", "commune", "department"])
        let mean = try #require(scores.meanIndex(of: [0, 1, 2, 3]))
        #expect(mean.mean == ExactRatio(115, over: 3) && mean.count == 4)
        #expect(scores.roundedMeanIndex(of: [3, 2, 1, 0])?.index == exact("38.33"))
        #expect(scores.meanIndex(of: [2, 0])?.mean == ExactRatio(50, over: 3))
        #expect(scores.meanIndex(of: [1])?.mean == ExactRatio(50))
    }

    @Test func ofNobodyThereIsNone() throws {
        let scores = try scores([[30, 30], [nil, nil]], levels: ["commune", "department"])
        #expect(scores.meanIndex(of: []) == nil)
        // Who has reported nothing has the index zero, and is no part of what is ranked.
        #expect(scores.meanIndex(of: [0, 1])?.mean == ExactRatio(15))
        #expect(scores.roundedMeanIndex(of: [0, 1]) == nil)
    }

    @Test func whatSixDecimalsDoNotHoldCounts() throws {
        // 1 of 3, and a third of a millionth more: equal sums are equal however they came about.
        var sum = PointSum(points: 1, maximum: 3, scoredMaximum: 3)
        #expect(sum.hasOnlyMillionths && sum.exactIndex == ExactRatio(100, over: 3))
        let third = try #require(ExactRatio(1, over: 3_000_000))
        sum.excess.add(third)
        #expect(!sum.hasOnlyMillionths && sum.exactIndex == ExactRatio(300_000_100, over: 9_000_000))
        var other = PointSum(points: 1, maximum: 3, scoredMaximum: 3)
        #expect(sum != other)
        other.excess = ExactSum(third)
        #expect(sum == other && sum.hashValue == other.hashValue)
        sum.beyond.whole.add(third)
        #expect(sum != other && sum.excess == ExactSum(third))
        sum.beyond.whole.add(third.negated)
        #expect(sum == other)
        sum.excess.add(third.negated)
        #expect(sum == PointSum(points: 1, maximum: 3, scoredMaximum: 3) && sum.hasOnlyMillionths)
    }
}
