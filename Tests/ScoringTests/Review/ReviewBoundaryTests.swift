import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("What a review does not count")
struct ReviewBoundaryTests {
    @Test("no units, and one")
    func fewUnits() throws {
        let none = ReviewSample.review(try RankSample.scores(maxima: [10, 5], []))
        #expect(none.leaves.map(\.measured) == [0, 0])
        #expect(none.leaves.allSatisfy { $0.mean == nil && $0.deviation == nil && $0.moved == nil && $0.twin == nil })
        #expect(none.withoutUnits.map(\.node) == [1, 3])
        let one = ReviewSample.review(try RankSample.scores(maxima: [10, 5], [[40, 100]]))
        #expect(one.leaves.map(\.mean) == [40, 100])
        #expect(one.leaves.map(\.deviation) == [0, 0])
        #expect(one.leaves.map(\.full.units) == [0, 1])
        // Nobody to be alike, and no place to move.
        #expect(one.leaves.allSatisfy { $0.alike.of == 0 && $0.withRest.value == nil && $0.moved == nil })
        #expect(one.separatingNobody.isEmpty)
        #expect(one.undecided.map(\.node) == [1, 3])
    }

    @Test("a set of one leaf has no rest")
    func oneLeaf() throws {
        let review = ReviewSample.review(
            try RankSample.scores(maxima: [10], (0..<9).map { [FixedDecimal(exactly: $0)] }))
        #expect(review.leaves[0].withRest.count == 0)
        #expect(review.leaves[0].moved == nil)
        #expect(review.comparedPairs == 0)
    }

    /// Nine units, of which two have no figure of the second leaf: neither zero points nor a share.
    @Test("what is not measured is no zero")
    func unmeasured() throws {
        let figures = (1...9).map { unit -> [FixedDecimal?] in
            [FixedDecimal(exactly: 10 * unit), unit < 3 ? nil : FixedDecimal(exactly: 100 - 10 * unit)]
        }
        let scores = try RankSample.scores(
            maxima: [10, 10], figures, ranking: #"{"ties": "standard", "minimumCoverage": 0}"#)
        var thresholds = ReviewThresholds()
        thresholds.leastUnits = 7
        let review = ReviewSample.review(scores, thresholds)
        let leaf = review.leaves[1]
        #expect(leaf.measured == 7 && leaf.unmeasured == 2)
        // 70, 60 … 10
        #expect(leaf.mean == 40)
        #expect(leaf.zero == .init(units: 0, of: 7))
        #expect(leaf.withRest.value == -1 && leaf.withRest.count == 7)
        // Units without any rest that is measured are not compared at the first leaf.
        #expect(review.leaves[0].withRest.count == 7)
        #expect(review.hardlyMeasured.isEmpty)
        // Two of nine are 22.2 %.
        thresholds.unmeasured = exact("22.2")
        #expect(ReviewSample.review(scores, thresholds).hardlyMeasured.map(\.node) == [3])
        thresholds.unmeasured = exact("22.3")
        #expect(ReviewSample.review(scores, thresholds).hardlyMeasured.isEmpty)
    }

    @Test("units too incomplete for a place are not compared with the rest")
    func insufficient() throws {
        let figures: [[FixedDecimal?]] = [[10, 20, 30], [20, 30, 10], [30, 10, 20], [40, nil, nil]]
        let scores = try RankSample.scores(maxima: [10, 10, 10], figures)
        let leaf = ReviewSample.review(scores).leaves[0]
        #expect(leaf.measured == 4)
        #expect(leaf.withRest.count == 3)
        #expect(leaf.moved?.of == 3)
    }

    /// A leaf for communes only, in two groups; the departments are not measured there and lack nothing.
    @Test("a leaf counts the units of its levels")
    func levels() throws {
        let scores = try RankSample.scores(
            maxima: [10, 10], [[10, 20], [20, 10], [30, 30], [40, 40]],
            levels: ["commune", "commune", "department", "department"],
            leafLevels: [#"["commune", "department"]"#, #"["commune"]"#])
        let review = ReviewSample.review(scores, cohorts: [[0, 1], [2, 3]])
        #expect(review.leaves[1].measured == 2)
        #expect(review.leaves[1].unmeasured == 0 && review.leaves[1].leftOut == 0)
        // Only the communes have a rest beside the first leaf.
        #expect(review.leaves[0].withRest.count == 2)
        #expect(review.leaves[0].withRest.value == -1)
    }

    /// 100, 100, 100 in one group and 0, 0 in the other: nobody is told from a peer though half have everything.
    @Test("what is the same within every group separates nobody")
    func groups() throws {
        let scores = try RankSample.scores(
            maxima: [10, 10],
            [[100, 1], [100, 2], [100, 3], [0, 4], [0, 5]].map { $0.map { FixedDecimal(exactly: $0) } })
        var thresholds = ReviewThresholds()
        thresholds.leastUnits = 5
        let review = ReviewSample.review(scores, cohorts: [[0, 1, 2], [3, 4]], thresholds)
        #expect(review.separatingNobody.map(\.node) == [1])
        #expect(review.leaves[0].sameness == .share)
        #expect(review.leaves[0].alike == .init(units: 5, of: 5))
        #expect(review.leaves[0].deviation == exact("48.99"))
        #expect(review.leaves[0].withRest.value == nil)
        #expect(review.leaves[0].moved?.units == 0)
    }

    /// A watched leaf, a bonus of up to 2 (one for each case), a penalty of up to 3, full points where there is nothing to
    /// measure, and a leaf that may be left out.
    private static let nodes = [
        ComparedSide.field("1", "14"),
        #"{"code": "1.1", "maximum": 10, "metrics": [{"kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}"#,
        ComparedSide.share("1.2", "2", extra: #", "notApplicable": {"convention": "fullPoints"}"#),
        ComparedSide.yesNo("1.3", "2", extra: ComparedSide.leaveOut),
        #"{"code": "1.4", "maximum": 0, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "watched"}}"#,
        ComparedSide.field("2", "0"),
        #"{"code": "2.1", "maximum": 0, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "bonus", "each": 1, "cap": 2}}"#,
        #"{"code": "2.2", "maximum": 0, "metrics": [{"kind": "count", "direction": "lower"}], "rule": {"kind": "penalty", "each": 1, "cap": 3}}"#,
    ]

    private static func table(_ figures: [[String: Figure]]) throws -> ScoreTable {
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: nodes.map(JSONNode.parse), edition: JSONNode.parse("{}")))
        let criteria = try CompiledCriteria(set, year: 2026)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (code, figure) in row { table[unit, try #require(table.column(of: code))] = figure }
        }
        return try criteria.score(
            table, units: figures.indices.map { ScoredUnit(code: "u\($0)", level: "commune") })
    }

    @Test("bonus, penalty, conventions and what is watched")
    func kinds() throws {
        let scores = try Self.table([
            [
                "1.1": .value(50), "1.2": .ratio(numerator: 0, denominator: 0), "1.3": .notApplicable, "1.4": .value(5),
                "2.1": .value(0), "2.2": .value(0),
            ],
            [
                "1.1": .value(60), "1.2": .ratio(numerator: 1, denominator: 2), "1.3": .value(1), "1.4": .value(6),
                "2.1": .value(1), "2.2": .value(1),
            ],
            [
                "1.1": .value(70), "1.2": .ratio(numerator: 0, denominator: 0), "1.3": .value(0), "1.4": .value(7),
                "2.1": .value(9), "2.2": .value(9),
            ],
        ])
        let review = ReviewSample.review(scores)
        let set = scores.criteria.set
        #expect(review.leaves.map { set.criteria[$0.node].code } == ["1.1", "1.2", "1.3", "2.1", "2.2"])
        let (settled, leftOut, bonus, penalty) = (
            review.leaves[1], review.leaves[2], review.leaves[3], review.leaves[4]
        )
        // 100, 50, 100
        #expect(settled.measured == 3 && settled.byConvention == 2 && settled.full.units == 2)
        #expect(settled.mean == exact("83.33"))
        #expect(leftOut.measured == 2 && leftOut.leftOut == 1 && leftOut.full.units == 1 && leftOut.zero.units == 1)
        // 0, 1 and 2 of 2
        #expect(bonus.mean == 50 && bonus.full.units == 1 && bonus.zero.units == 1)
        // 3, 2 and 0 of 3 are kept: less taken away is better.
        #expect(penalty.mean == exact("55.56") && penalty.full.units == 1 && penalty.zero.units == 1)
        // Beside the bonus 7 of 12, 8 of 14 and 6 of 14; beside the penalty 7 of 12, 10 of 14 and 11 of 14.
        #expect(bonus.withRest.value == -1 && penalty.withRest.value == -1)
        #expect(bonus.moved == nil && penalty.moved == nil)
        // From −3 to 2: 0, 0 and −1 are 60 % and 40 %.
        #expect(review.fields[1].mean == exact("53.33"))
    }

    @Test("points given to a whole are none of its parts")
    func givenAbove() throws {
        let table = try RankSample.scores(maxima: [10, 10], [[10, 20], [20, 10], [30, 30]])
        let given = [GivenPoints(unit: 0, node: 0, stage: 0, points: 9)]
        let review = ReviewSample.review(table.points(at: 0, given: given))
        #expect(review.leaves[0].measured == 2 && review.leaves[0].givenAbove == 1)
        #expect(review.fields[0].measured == 3)
        #expect(review.withoutUnits.isEmpty)
        // 90, 20 and 30 %
        #expect(review.fields[0].mean == exact("46.67"))
        // What was given to the whole is part of the rest: 9, 2 and 3 points beside 20, 10 and 30 %.
        #expect(review.leaves[1].withRest.value == exact("0.5"))
    }

    @Test("a leaf that has points only as a part of a whole applies all the same")
    func givenAboveAll() throws {
        let table = try RankSample.scores(maxima: [10, 10], [[10, 20], [20, 10]])
        let given = (0...1).map { GivenPoints(unit: $0, node: 0, stage: 0, points: 9) }
        let review = ReviewSample.review(table.points(at: 0, given: given))
        #expect(review.leaves[0].applicable == 0 && review.leaves[0].givenAbove == 2)
        #expect(review.withoutUnits.isEmpty)
    }

    /// Measured against the best of three, of whom one has not reported: points that may change are not measured.
    @Test("relative points that may still change")
    func provisional() throws {
        let rule = #"{"kind": "relative", "against": "maximum", "among": "all"}"#
        let all = try RankSample.scores(
            maxima: [10, 10], [[50, 20], [100, 30], [25, 40]], rule: rule)
        #expect(ReviewSample.review(all).leaves[0].measured == 3)
        #expect(ReviewSample.review(all).leaves[0].mean == exact("58.33"))
        let open = try RankSample.scores(maxima: [10, 10], [[50, 20], [60, 30], [nil, 40]], rule: rule)
        let leaf = ReviewSample.review(open).leaves[0]
        #expect(leaf.measured == 0 && leaf.unmeasured == 3)
    }
}
