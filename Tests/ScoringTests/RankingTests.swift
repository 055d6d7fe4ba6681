import Scoring
import Testing
import Values

@Suite("Units ranked by hand-made figures")
struct RankingTests {
    private func places(_ ranking: Ranking) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: ranking.places.map { ($0.unit, $0.rank.halves) })
    }

    @Test("by the total, by a field and by a leaf")
    func subjects() throws {
        // Points 5 + 6 = 11, 8 + 4 = 12, 2 + 10 = 12 of 20.
        let scores = try RankSample.scores(maxima: [10, 10], [[50, 60], [80, 40], [20, 100]])
        let total = Ranking(scores)
        #expect(total.places.map(\.unit) == [1, 2, 0])
        #expect(places(total) == [1: 2, 2: 2, 0: 6])
        #expect(total.places[0].index == ExactRatio(60))
        #expect(Ranking(scores, by: .node(0)).places.map(\.unit) == [1, 0, 2])
        #expect(Ranking(scores, by: .node(3)).places.map(\.unit) == [2, 0, 1])
        #expect(Ranking(scores, units: [0, 2]).places.map(\.unit) == [2, 0])
        #expect(places(Ranking(scores, ties: .average)) == [1: 3, 2: 3, 0: 6])
        #expect(places(Ranking(scores, ties: .dense)) == [1: 2, 2: 2, 0: 4])
    }

    @Test("the index decides in full, where rounding for show would make a tie")
    func fullPrecision() throws {
        // 33.333 and 33.334 both show as 33.33.
        let figures: [[FixedDecimal?]] = [
            [FixedDecimal(mantissa: 33_333_000)], [FixedDecimal(mantissa: 33_334_000)],
        ]
        let scores = try RankSample.scores(maxima: [100], figures)
        #expect(scores[0].index == scores[1].index)
        #expect(Ranking(scores).places.map(\.unit) == [1, 0])
    }

    @Test("equal fractions of different maxima are tied")
    func fractions() throws {
        // 3 of 10 and 9 of 30: departments do not have the second leaf.
        let scores = try RankSample.scores(
            maxima: [10, 20], [[30, 30], [30, nil], [31, nil]], levels: ["commune", "department", "department"],
            leafLevels: [#"["commune", "department"]"#, #"["commune"]"#])
        #expect(scores[0].total.maximum == 30)
        #expect(scores[1].total.maximum == 10)
        #expect(places(Ranking(scores)) == [2: 2, 0: 4, 1: 4])
    }

    @Test("the points of tie-breaking criteria decide in order")
    func tieBreakers() throws {
        let ranking = #"{"ties": "standard", "minimumCoverage": 50, "tieBreakers": ["2", "1.1"]}"#
        let figures: [[FixedDecimal?]] = [[60, 40, 50], [40, 60, 50], [50, 40, 60], [60, 40, 50], [70, nil, 80]]
        let scores = try RankSample.scores(maxima: [10, 10, 10], figures, ranking: ranking)
        // All have 15 points. Field 2 puts 1 first; of those with 4 points there 0 and 3 lead by 6 points in leaf 1.1.
        // Unit 4 has not reported field 2, which leaf and sum count as no points there.
        #expect(places(Ranking(scores)) == [1: 2, 0: 4, 3: 4, 2: 8, 4: 10])
        let none = try RankSample.scores(maxima: [10, 10, 10], figures)
        #expect(places(Ranking(none)) == [0: 2, 1: 2, 2: 2, 3: 2, 4: 2])
    }

    @Test("who has too little scored stands apart with the reason, and never ranks as zero")
    func absences() throws {
        let figures: [[FixedDecimal?]] = [[0, 0], [nil, nil], [nil, 100], [100, nil], [1, 1]]
        let scores = try RankSample.scores(
            maxima: [10, 30], figures, ranking: #"{"ties": "standard", "minimumCoverage": 50}"#)
        let ranking = Ranking(scores)
        #expect(ranking.places.map(\.unit) == [2, 4, 0])
        #expect(ranking.absences.map(\.unit) == [1, 3])
        #expect(ranking.absences.map(\.reason) == [.nothingScored(nil), .coverage(ExactRatio(25))])
        let leaf = Ranking(scores, by: .node(1))
        #expect(leaf.places.map(\.unit) == [3, 4, 0])
        #expect(leaf.absences.map(\.reason) == [.nothingScored(.notReported), .nothingScored(.notReported)])
    }

    @Test("nothing scored is no rank even where the edition asks for no coverage")
    func nothingScored() throws {
        let scores = try RankSample.scores(
            maxima: [10], [[nil], [0]], ranking: #"{"ties": "standard", "minimumCoverage": 0}"#)
        #expect(Ranking(scores).places.map(\.unit) == [1])
        #expect(!scores[0].isRankable)
        #expect(scores[1].isRankable)
    }

    @Test("what does not apply to a unit's level is no place")
    func nothingApplies() throws {
        let scores = try RankSample.scores(
            maxima: [10, 20], [[30, 30], [40, nil]], levels: ["commune", "department"],
            leafLevels: [#"["commune", "department"]"#, #"["commune"]"#])
        #expect(Ranking(scores, by: .node(2)).absences.map(\.reason) == [.nothingApplies])
    }

    @Test("no unit and one unit")
    func few() throws {
        #expect(try Ranking(RankSample.scores(maxima: [10], [])).places.isEmpty)
        #expect(try Ranking(RankSample.scores(maxima: [10], [[5]])).places.map(\.rank) == [Rank(1)])
    }

    @Test("classes A, B, C from 90, 80, 70, and other limits for another group")
    func classes() throws {
        let classes = """
            , "classes": [{"classes": [{"code": "A", "name": "A", "atLeast": 90}, {"code": "B", "name": "B", "atLeast": 80},
              {"code": "C", "name": "C", "atLeast": 70}]},
              {"groups": ["mien-nui"], "classes": [{"code": "A", "name": "A", "atLeast": 85},
              {"code": "B", "name": "B", "atLeast": 75}, {"code": "C", "name": "C", "atLeast": 65}]}]
            """
        let indices: [FixedDecimal?] = [90, FixedDecimal(mantissa: 89_999_900), 80, 70, 69, 85, 75, 65]
        let groups = ["x", "x", "x", "x", "x", "mien-nui", "mien-nui", "mien-nui"]
        let scores = try RankSample.scores(
            maxima: [100], indices.map { [$0] }, groups: groups, more: classes)
        #expect(
            indices.indices.map { scores[$0].classification?.unitClass?.code }
                == ["A", "B", "B", "C", nil, "A", "B", "C"])
    }

    @Test("best, median and last at each node, and what the unit lacks there")
    func spreads() throws {
        let scores = try RankSample.scores(maxima: [10, 20], [[50, 60], [80, nil], [20, 100], [40, 70]])
        let spreads = Ranking.spreads(of: 0, at: [1, 3], among: Array(0..<4), scores)
        #expect(spreads.map(\.rank) == [Rank(2), Rank(3)])
        #expect(spreads.map(\.count) == [4, 3])
        #expect(spreads.map(\.best) == [ExactRatio(80), ExactRatio(100)])
        #expect(spreads.map(\.median) == [ExactRatio(45), ExactRatio(70)])
        #expect(spreads.map(\.last) == [ExactRatio(20), ExactRatio(60)])
        // 30 % of 10 points; 40 % of 20 points.
        #expect(spreads.map { $0.points(to: $0.best) } == [ExactRatio(3), ExactRatio(8)])
        #expect(Ranking.spreads(of: 1, at: [3], among: Array(0..<4), scores).isEmpty)
    }
}
