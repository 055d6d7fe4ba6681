import TestSupport
import Testing
import Values

@testable import Scoring

/// Parts of the points: what an appraisal and what a survey gives.
@Suite struct PartTests {
    /// A set of leaves whose points people give, without levels of their own.
    private static func set(
        _ nodes: [String], parts: String = #"{"code": "a", "name": "A"}, {"code": "b", "name": "B"}"#,
        more: String = "", stage: String = "leaf", digits: Int = 2
    ) throws -> CriteriaSet {
        let text = """
            {"format": 1, "set": "x", "edition": "1", "name": "x", "source": {"document": "x"},
             "years": {"from": 2020, "to": 2026}, "levels": [{"code": "xa", "name": "Xã"}],
             "points": {"basis": "decreed", "source": {"document": "x"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": \(digits), "stage": "\(stage)"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0, "tieBreakers": []},
             "parts": [\(parts)], \(more) "criteria": [\(nodes.joined(separator: ", "))]}
            """
        return try CriteriaSet(reading: JSONDocument(file: "x.json", bytes: Array(text.utf8)))
    }

    private static func node(_ code: String, _ maximum: String, part: String? = nil) -> String {
        let part = part.map { #", "part": "\#($0)""# } ?? ""
        return #"{"code": "\#(code)", "name": "x", "maximum": \#(maximum)\#(part)}"#
    }

    private static func leaf(_ code: String, _ maximum: String, part: String? = nil, rule: String? = nil) -> String {
        let part = part.map { #", "part": "\#($0)""# } ?? ""
        let rule = rule ?? #"{"kind": "freeValue", "minimum": 0, "maximum": \#(maximum), "step": 0.000001}"#
        let kind = rule.contains("freeValue") ? "points" : "count"
        let direction = rule.contains("penalty") ? "lower" : "higher"
        return #"""
            {"code": "\#(code)", "name": "x", "maximum": \#(maximum)\#(part), "source": {"row": "1"}, "levels": ["xa"],
             "metrics": [{"name": "x", "kind": "\#(kind)", "direction": "\#(direction)"}], "rule": \#(rule)}
            """#
    }

    private static func scores(_ set: CriteriaSet, _ figures: [[FixedDecimal?]]) throws -> ScoreTable {
        let compiled = try CompiledCriteria(set, year: 2026)
        var table = compiled.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (column, figure) in row.enumerated() { table[unit, column] = figure.map { .value($0) } ?? .notReported }
        }
        return try compiled.score(table, units: figures.indices.map { ScoredUnit(code: "u\($0)", level: "xa") })
    }

    private static let two = [
        leaf("1", "70", part: "tham-dinh"), leaf("2", "30", part: "dieu-tra"),
    ]
    private static let named = """
        {"code": "tham-dinh", "name": "Thẩm định", "showPercent": true}, {"code": "dieu-tra", "name": "Điều tra"}
        """

    /// Nam Định 2020 published 61.46 of 70 points without the survey as 87.80 %, and 62.62 of 70 is 89.457 %.
    @Test(arguments: [(exact("61.46"), exact("87.80")), (exact("62.62"), exact("89.46"))])
    func thePercentageWithoutTheSurvey(points: FixedDecimal, percent: FixedDecimal) throws {
        let set = try Self.set(Self.two, parts: Self.named)
        #expect(set.parts.map(\.showsPercent) == [true, false])
        // Whatever the survey gives, or when it is not in.
        for survey in [exact("21.3"), nil] {
            let score = try Self.scores(set, [[points, survey]])[0]
            let own = score.partSum(0)
            #expect(own.points == points && own.maximum == 70 && own.coverage == 100)
            #expect(own.exactIndex?.rounded(set.rounding.index) == percent)
            #expect(score.partSum(1).points == survey ?? 0 && score.partSum(1).maximum == 30)
            #expect(score.partSum(1).coverage == (survey == nil ? 0 : 100))
            #expect(score.beyondParts == .zero)
        }
    }

    /// PAR INDEX 2012: the points of the Ministry of Home Affairs and of the survey, and the published index. The table
    /// does not state the maxima of the parts: 62 and 38 of 100 here, which no test below depends on.
    @Test func parIndex2012IsTheSumOfItsParts() throws {
        let published: [(index: FixedDecimal, appraisal: FixedDecimal, survey: FixedDecimal)] = [
            (exact("87.12"), exact("53.25"), exact("33.87")), (exact("86.14"), exact("54.35"), exact("31.79")),
            (exact("83.83"), exact("52.75"), exact("31.08")), (exact("83.41"), exact("52.5"), exact("30.91")),
            (exact("83.25"), exact("54.25"), exact("29")), (exact("83.05"), exact("51.5"), exact("31.55")),
            (exact("82.77"), exact("51.25"), exact("31.52")), (exact("82.75"), exact("53.75"), exact("29")),
            (exact("81.95"), exact("50.25"), exact("31.7")), (exact("81.67"), exact("51.25"), exact("30.42")),
            (exact("81.26"), exact("50.5"), exact("30.76")), (exact("80.87"), exact("50.5"), exact("30.37")),
            (exact("80.73"), exact("50"), exact("30.73")), (exact("80.56"), exact("50.1"), exact("30.46")),
            (exact("80.52"), exact("48.1"), exact("32.42")), (exact("80.41"), exact("51"), exact("29.41")),
            (exact("80.36"), exact("48.35"), exact("32.01")), (exact("80.29"), exact("51.5"), exact("28.79")),
            (exact("80.21"), exact("49.75"), exact("30.46")),
        ]
        let set = try Self.set([
            Self.leaf("1", "62", part: "a"), Self.leaf("2", "38", part: "b"),
        ])
        let scores = try Self.scores(set, published.map { [$0.appraisal, $0.survey] })
        let ranking = Ranking(scores)
        for (unit, row) in published.enumerated() {
            let score = scores[unit]
            #expect(score.total.points == row.index && score.index == row.index)
            #expect(score.partSum(0).points == row.appraisal && score.partSum(1).points == row.survey)
            #expect(ranking.place(of: unit)?.rank == Rank(unit + 1))
        }
        #expect(published.count == 19)
    }

    @Test func aPartPassesDownUntilANodeStatesAnother() throws {
        // 1 is in a with 1.1, but 1.2 states b: a has 1.1 and 2, b has 1.2.
        let set = try Self.set([
            Self.node("1", "10", part: "a"), Self.leaf("1.1", "6"), Self.leaf("1.2", "4", part: "b"),
            Self.node("2", "5", part: "a"), Self.leaf("2.1", "2"), Self.leaf("2.2", "3"),
        ])
        #expect(set.partNodes == [[1, 3], [2]])
        #expect(set.criteria.indices.map { set.part(of: $0)?.code } == [nil, "a", "b", "a", "a", "a"])
        #expect(set.maximum(ofPart: 0) == 11 && set.maximum(ofPart: 1) == 4)
        let score = try Self.scores(set, [[5, 3, 1, nil]])[0]
        #expect(score.partSum(0).points == 6 && score.partSum(0).maximum == 11 && score.partSum(0).unmeasured == 3)
        #expect(score.partSum(1).points == 3 && score.partSum(1).unmeasured == 0)
    }

    @Test func whatRoundingAddsToAFieldOfSeveralPartsIsBeyondThem() throws {
        // Field 1 belongs to both: 1.4 + 2.3 = 3.7 is rounded to 4, 0.3 beyond the parts. Field 2 is a's: 0.6 is 1.
        let set = try Self.set(
            [
                Self.node("1", "10"), Self.leaf("1.1", "6", part: "a"), Self.leaf("1.2", "4", part: "b"),
                Self.node("2", "5", part: "a"), Self.leaf("2.1", "5"),
            ], stage: "field", digits: 0)
        let score = try Self.scores(set, [[exact("1.4"), exact("2.3"), exact("0.6")]])[0]
        #expect(score.partSum(0).points == exact("2.4") && score.partSum(1).points == exact("2.3"))
        #expect(score.total.points == 5 && score.beyondParts.points == exact("0.3"))
        #expect(score.beyondParts.maximum == 0)
    }

    @Test func thirdsOfAPartAddUp() throws {
        // Three leaves of 1 point at a third each: 1 point.
        let linear = #"{"kind": "linear", "zeroAt": 0, "fullAt": 3}"#
        let set = try Self.set(
            (1...3).map { Self.leaf("\($0)", "1", part: "a", rule: linear) } + [Self.leaf("4", "1", part: "b")],
            stage: "total")
        let score = try Self.scores(set, [[1, 1, 1, 0]])[0]
        #expect(score.partSum(0).points == 1 && score.partSum(0).exactIndex == ExactRatio(100, over: 3))
        #expect(score.beyondParts.points == 0)
    }

    @Test func whatCapsAndLimitsTakeIsBeyondTheParts() throws {
        // 10 of 10 and 3 bonus points, of which at most 2 count; the total is at most 11.
        let bonus = #"{"kind": "bonus", "each": {"points": 1}, "cap": {"points": 5}}"#
        let set = try Self.set(
            [
                Self.leaf("1", "6", part: "a"), Self.leaf("2", "4", part: "b"),
                Self.leaf("3", "0", part: "a", rule: bonus),
            ],
            more: #""bonusCap": 2, "totalCap": 11,"#)
        let score = try Self.scores(set, [[6, 4, 3], [6, 3, 1]])
        #expect(score[0].partSum(0).points == 9 && score[0].partSum(1).points == 4)
        #expect(score[0].total.points == 11 && score[0].beyondParts.points == -2 && score[0].adjustment == -2)
        #expect(score[1].partSum(0).points == 7 && score[1].beyondParts.points == 0)
    }

    @Test func pointsGivenToANodeAsAWholeBelongToItsPart() throws {
        let set = try Self.set([
            Self.node("1", "10"), Self.leaf("1.1", "6", part: "a"), Self.leaf("1.2", "4", part: "b"),
            Self.node("2", "5", part: "a"), Self.leaf("2.1", "5"),
        ])
        let scores = try Self.scores(set, [[5, 4, 1]])
        // Field 2 is a's: 5 + 3.
        let own = scores.points(at: 0, given: [GivenPoints(unit: 0, node: 3, stage: 0, points: 3)])[0]
        #expect(own.partSum(0).points == 8 && own.partSum(1).points == 4 && own.beyondParts == .zero)
        // Field 1 is of both: 7 instead of 5 + 4, so two are taken beyond the parts.
        let mixed = scores.points(at: 0, given: [GivenPoints(unit: 0, node: 0, stage: 0, points: 7)])[0]
        #expect(mixed.partSum(0).points == 6 && mixed.partSum(1).points == 4)
        #expect(mixed.total.points == 8 && mixed.beyondParts.points == -2 && mixed.beyondParts.maximum == 0)
    }

    @Test func anEditionWithoutPartsHasNone() throws {
        let text = try Self.set(Self.two, parts: Self.named)
        var draft = CriteriaDraft(text)
        #expect(draft.parts == text.parts && draft.criteria.map(\.part) == ["tham-dinh", "dieu-tra"])
        draft.parts = []
        for position in draft.criteria.indices { draft.criteria[position].part = nil }
        let set = try CriteriaSet(draft)
        #expect(set.parts.isEmpty && set.part(of: 0) == nil)
    }
}
