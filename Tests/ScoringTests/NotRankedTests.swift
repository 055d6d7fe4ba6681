import TestSupport
import Testing
import Values

@testable import Scoring

/// Units that are scored but not ranked, by decree.
@Suite struct NotRankedTests {
    /// Indices 90, 80, 70, 60 and 50; the units at these positions are not ranked.
    private func scores(without unranked: Set<Int>, more: String = "", last: FixedDecimal? = 50) throws -> ScoreTable {
        let figures: [[FixedDecimal?]] = [[90], [80], [70], [60], [last]]
        let all = try RankSample.scores(maxima: [100], figures, more: more)
        let units = all.units.enumerated().map {
            ScoredUnit(code: $1.code, level: $1.level, group: "x", isRanked: !unranked.contains($0))
        }
        return try all.criteria.score(all.storage.columns.figures, units: units)
    }

    @Test func theyTakeNoPlaceFromOthers() throws {
        // Without the first and the third: 80, 60 and 50 are places 1 to 3.
        let scores = try scores(without: [0, 2])
        let ranking = Ranking(scores)
        #expect(ranking.places.map(\.unit) == [1, 3, 4] && ranking.places.map(\.rank) == [1, 2, 3].map { Rank($0) })
        #expect(ranking.absences == [.init(unit: 0, reason: .byDecree), .init(unit: 2, reason: .byDecree)])
        #expect(scores.groupRank(of: 3)?.rank == Rank(2) && scores.groupRank(of: 3)?.count == 3)
        #expect(scores.groupRank(of: 0) == nil && scores[0].index == 90 && !scores[0].isRankable)
        // By a field too.
        #expect(Ranking(scores, by: .node(0)).places.map(\.unit) == [1, 3, 4])
    }

    @Test func theyCountInNoMean() throws {
        // (80 + 60 + 50) ÷ 3 = 63.33; of all five it is 70.
        let mean = try scores(without: [0, 2]).roundedMeanIndex(of: Array(0..<5))
        #expect(mean?.index == exact("63.33") && mean?.count == 3)
        #expect(try scores(without: []).roundedMeanIndex(of: Array(0..<5))?.index == 70)
    }

    @Test func theyHaveAClassButAreNoPartOfTheUnits() throws {
        let quantiles = #"""
            , "classes": [{"quantiles": {"definition": "averagedStep", "atCut": "higher", "minimumUnits": 2,
              "origin": {"basis": "decreed", "source": {"document": "x"}}},
              "classes": [{"code": "cao", "name": "x"}, {"code": "thap", "name": "y"}]}]
            """#
        // All five: the median is 70, which counts as higher.
        let all = try scores(without: [], more: quantiles)
        #expect((0..<5).map { all[$0].classification?.unitClass?.code } == ["cao", "cao", "cao", "thap", "thap"])
        // Without the first and the third the median of 80, 60 and 50 is 60. They have the class of their index.
        let some = try scores(without: [0, 2], more: quantiles)
        #expect((0..<5).map { some[$0].classification?.unitClass?.code } == ["cao", "cao", "cao", "cao", "thap"])
        #expect(some[1].classedUnitCount == 3)
    }

    @Test func theyNeverComeIn() throws {
        // The last is not reported: ranked it may come in first, by decree it never does.
        func places(_ unranked: Set<Int>) throws -> ReachablePlaces {
            let scores = try scores(without: unranked, last: nil)
            return ReachablePlaces(Ranking(scores), scores, reach: ReachableScores(scores))
        }
        #expect(try places([]).units == [0, 1, 2, 3, 4] && places([]).interval(of: 0)?.upper == Rank(2))
        #expect(try places([4]).units == [0, 1, 2, 3] && places([4]).interval(of: 0)?.upper == Rank(1))
    }

    @Test func aPlaceIsNoGoalForThem() throws {
        let scores = try scores(without: [4])
        let action = PlannedAction(code: "A", name: "", cost: 1, effects: [.init("1.1", .set(95))])
        #expect(try Planner(scores, unit: 4, actions: [action]).plan(.rank(1)).status == .infeasible)
        #expect(try Planner(scores, unit: 4, actions: [action]).plan(.points(95)).status == .optimal)
        let replay = try WhatIf(scores, unit: 4).replay(Scenario(changes: [.init("1.1", .set(95))]))
        #expect(replay.rankAfter == nil && replay.after.total.points == 95)
    }
}
