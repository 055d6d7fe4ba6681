import Testing
import Values

@testable import Scoring

/// The index is rounded for display as the edition specifies: from the exact points ÷ maximum, a half by the mode.
@Suite struct IndexRoundingTests {
    struct Case: Sendable {
        var mode: String
        /// 1 and −1 of 16 with one decimal: ±6.25.
        var half: String
        var negativeHalf: String
        /// 2 of 3: 66.666…
        var twoThirds: String
    }

    static let cases = [
        Case(mode: "halfAwayFromZero", half: "6.3", negativeHalf: "-6.3", twoThirds: "66.7"),
        Case(mode: "halfToEven", half: "6.2", negativeHalf: "-6.2", twoThirds: "66.7"),
        Case(mode: "towardsZero", half: "6.2", negativeHalf: "-6.2", twoThirds: "66.6"),
        Case(mode: "down", half: "6.2", negativeHalf: "-6.3", twoThirds: "66.6"),
        Case(mode: "up", half: "6.3", negativeHalf: "-6.2", twoThirds: "66.7"),
    ]

    /// A share of a maximum, and penalties.
    private func score(_ points: FixedDecimal, of maximum: String, penalties: FixedDecimal, _ mode: String) throws
        -> UnitScore
    {
        try ComparedSide(
            nodes: [
                ComparedSide.field("1", maximum), ComparedSide.field("2", "0"),
                #"{"code": "1.1", "maximum": \#(maximum), "metrics": [{"kind": "points", "direction": "higher"}], "#
                    + #""rule": {"kind": "freeValue", "minimum": 0, "maximum": \#(maximum), "step": 1}}"#,
                #"{"code": "2.1", "maximum": 0, "metrics": [{"kind": "count", "direction": "lower"}], "#
                    + #""rule": {"kind": "penalty", "each": 1, "cap": 5}}"#,
            ], figures: ["1.1": .value(points), "2.1": .value(penalties)],
            edition: """
                {"rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                              "index": {"mode": "\(mode)", "digits": 1}}}
                """
        ).score()
    }

    @Test(arguments: cases)
    func aHalfGoesWhereTheModeSays(_ item: Case) throws {
        let half = try score(1, of: "16", penalties: 0, item.mode)
        let negative = try score(0, of: "16", penalties: 1, item.mode)
        let twoThirds = try score(2, of: "3", penalties: 0, item.mode)
        #expect(half.index?.description == item.half)
        #expect(negative.index?.description == item.negativeHalf)
        #expect(twoThirds.index?.description == item.twoThirds)
        // Stages and comparisons display indices of their own.
        #expect(half.given([0: 1]).index?.description == item.half)
        #expect(half.given([0: -1]).index?.description == item.negativeHalf)
        #expect(UnitComparison(from: half, to: negative).total.indices?.first?.description == item.half)
        #expect(UnitComparison(from: half, to: negative).total.indices?.last?.description == item.negativeHalf)
        #expect(UnitComparison(from: twoThirds, to: half).total.indices?.first?.description == item.twoThirds)
    }

    /// The minimum points for a displayed index of 6.3: 6.25 % of 16 where a half goes up, more where it does not.
    @Test(arguments: [("halfAwayFromZero", "1"), ("halfToEven", "1.01"), ("down", "1.01"), ("up", "1")])
    func aGoalIsMetFromWhereItIsShown(mode: String, least: String) throws {
        // 6.3 % of 16 is 1.008 points; 6.2 % is 0.992, and anything more than that is displayed as 6.3 where it goes
        // up.
        let side = try score(0, of: "16", penalties: 0, mode)
        let planner = try Planner(ScoreTable(side.storage.columns), unit: 0, actions: [])
        #expect(try planner.plan(.index(FixedDecimal("6.3"))).neededPoints?.description == least)
    }

    @Test("an index that nothing makes uncertain is drawn as it is, to six decimals")
    func drawnIndex() throws {
        let points = try FixedDecimal("66.6667")
        let scores = try RankSample.scores(maxima: [3], [[points], [50]], digits: 0)
        var errors = MetricErrors()
        errors[1, "1.1"] = 1
        let drawn = RankSimulation(Ranking(scores), scores, errors: errors, draws: 8, seed: 1)
        // 2 of 3 points.
        #expect(drawn.means[0] == 66.666667)
    }
}
