import Scoring
import Testing
import Values

/// Gaps computed by hand.
@Suite struct GapTests {
    private func gap(_ changes: [String: Figure] = [:], errors: [String: Double] = [:]) throws -> UnitGap {
        var known = GapKnowledge()
        known.standardErrors = errors
        return try GapSample.scores([changes])[0].gap(known)
    }

    private func leaf(_ code: String, _ changes: [String: Figure] = [:], errors: [String: Double] = [:]) throws
        -> LeafGap
    {
        try #require(try gap(changes, errors: errors).leaves.first { $0.score.criterion.code == code })
    }

    @Test func aShareNamesTheFurtherCases() throws {
        // 482/500 is 96.4 %, 2.6 points below 99; more than 99 % of 500 is 496; 2 × 0.964 = 1.928.
        let leaf = try leaf("1.1")
        let distance = try #require(leaf.measures[0].distance)
        #expect(distance.difference == ExactRatio(-26, over: 10))
        #expect(distance.cases == 14 && distance.numerator == 496 && !distance.isMet)
        #expect(try leaf.lost == GapSample.decimal("0.072"))
        #expect(leaf.measures[0].targetGain == leaf.lost)
        // The nearest gain is one file more: 2 × 483 ÷ 500 = 1.932. The highest stands beside it.
        let step = try #require(leaf.measures[0].nextStep)
        #expect(try step.numerator == 483 && step.points == GapSample.decimal("1.932"))
        let top = try #require(leaf.measures[0].topStep)
        #expect(top.numerator == 496 && top.points == 2 && top.gain == leaf.lost)
        #expect(leaf.kind == .lost && leaf.lead == "Văn phòng")
    }

    @Test func anOpenLimitIsMissedAtNoDistance() throws {
        let distance = try #require(
            try leaf("1.1", ["1.1": .ratio(numerator: 495, denominator: 500)]).measures[0].distance)
        #expect(distance.difference == .zero && !distance.isMet && distance.cases == 1)
        // Of 50 cases only all are more than 99 %.
        let few = try #require(try leaf("1.1", ["1.1": .ratio(numerator: 49, denominator: 50)]).measures[0].distance)
        #expect(few.cases == 1 && few.numerator == 50)
        // A percentage without counts has no cases; the nearest figure is one step above.
        let plain = try #require(try leaf("1.1", ["1.1": .value(99)]).measures[0].distance)
        #expect(try plain.cases == nil && plain.figure == GapSample.decimal("99.01"))
        // Fractional cases, as of money, are not counted.
        let money = Figure.ratio(numerator: try GapSample.decimal("96.5"), denominator: 100)
        #expect(try #require(try leaf("1.1", ["1.1": money]).measures[0].distance).cases == nil)
    }

    @Test func lessIsBetterCountsFewerCases() throws {
        let distance = try #require(try leaf("1.2").measures[0].distance)
        #expect(distance.difference == ExactRatio(5) && distance.cases == -5 && distance.numerator == 5)
        #expect(try leaf("1.2", ["1.2": .ratio(numerator: 5, denominator: 100)]).kind == .none)
    }

    @Test func countsAreHeldInTheirOwnUnit() throws {
        // 13 of 15: 3 × 13 ÷ 15 = 2.6.
        let leaf = try leaf("1.3")
        #expect(leaf.measures[0].distance?.difference == ExactRatio(-2))
        #expect(leaf.measures[0].distance?.figure == 15)
        #expect(try leaf.lost == GapSample.decimal("0.4"))
    }

    @Test func targetsAndPointsThatDisagreeStandApart() throws {
        // 3 × 0.92 = 2.76: the target of 90 is met, but points are lost.
        #expect(try leaf("1.4").kind == .lostThoughMet && leaf("1.4").lost == GapSample.decimal("0.24"))
        #expect(try leaf("1.5").kind == .fullThoughMissed && leaf("1.5").lost == 0)
        #expect(try leaf("1.5", ["1.5": .value(100)]).kind == .none)
        #expect(try gap().leaves(of: .lostThoughMet).map(\.score.criterion.code) == ["1.4"])
    }

    @Test func aTargetThatMeetsAPartIsNotMetWhileAnotherIsMissing() throws {
        let leaf = try leaf("1.4", ["1.4": .notReported])
        #expect(leaf.isTargetMet == nil && leaf.kind == .lost && leaf.lost == 3 && leaf.lostWithoutFigures == 3)
        #expect(leaf.measures[0].distance == nil && leaf.measures[0].nextStep == nil)
    }

    @Test(arguments: [(1.0, true), (1.03, false), (0.0, true)])
    func aSurveysGapIsHeldAgainstChance(error: Double, isExceeded: Bool) throws {
        // 2 points below 90: more than 1.96 × 1, less than 1.96 × 1.03.
        let leaf = try leaf("1.4", ["1.4": .value(88)], errors: ["1.4": error])
        #expect(leaf.measures[0].sampling?.isExceeded == isExceeded)
        #expect(leaf.measures[0].isSurvey)
    }

    @Test(arguments: [Double.nan, -1, .infinity])
    func anErrorThatIsNoneIsNotUsed(error: Double) throws {
        #expect(try leaf("1.4", errors: ["1.4": error]).measures[0].sampling == nil)
        #expect(try leaf("1.4").measures[0].sampling == nil)
    }

    @Test func lossesAreSortedAndAddedUp() throws {
        let gap = try gap()
        // 2.1: a yes and a late task; 2.2: 204 after 200 is 2 % of 5: 4 × 2 ÷ 5 = 1.6, so 2.4 lost.
        #expect(gap.leaves.map(\.score.criterion.code) == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2"])
        #expect(gap.lost.first?.score.criterion.code == "2.2")
        #expect(zip(gap.lost, gap.lost.dropFirst()).allSatisfy { $0.lost >= $1.lost })
        #expect(gap.sum.lost == gap.total.lost && gap.adjustment == 0)
        let fields = gap.groups(by: .field)
        #expect(fields.reduce(0) { $0 + $1.sum.lost } == gap.sum.lost)
        let agencies = gap.groups(by: .agency)
        #expect(agencies.map(\.name) == [.agency("Phòng Nội vụ"), .agency("Văn phòng"), .agency(nil)])
        #expect(try agencies[1].sum.lost == GapSample.decimal("0.712"))
    }

    @Test func nothingReportedLosesEverythingForWantOfFigures() throws {
        let criteria = try GapSample.criteria()
        let gap = try criteria.score(
            criteria.emptyFigures(unitCount: 1), units: [ScoredUnit(code: "x", level: "department")])[0].gap()
        #expect(gap.sum.lost == 18 && gap.sum.lostWithoutFigures == 18 && gap.leaves.count == 8)
    }

    @Test func aLossForAnotherReasonIsNoLossInSpiteOfTheTarget() throws {
        // Two measures of one leaf: a share that meets its target with full points, and an answer that is no, or
        // missing.
        let nodes = [
            #"{"code": "1", "maximum": 2}"#,
            """
            {"code": "1.1", "maximum": 2, "measures": [
              {"code": "1.1.a", "target": {"text": "90", "comparison": "≥", "value": 90},
               "metrics": [{"kind": "percent", "direction": "higher"}], "rule": {"kind": "surveyShare"}},
              {"code": "1.1.b", "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}}]}
            """,
        ]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        func kind(_ share: FixedDecimal, _ answer: Figure) throws -> LeafGap.Kind {
            var figures = criteria.emptyFigures(unitCount: 1)
            figures[0, 0] = .value(share)
            figures[0, 1] = answer
            let scores = try criteria.score(figures, units: [ScoredUnit(code: "x", level: "commune")])
            return try #require(scores[0].gap().leaves.first).kind
        }
        #expect(try kind(100, .value(0)) == .lost)
        #expect(try kind(100, .notReported) == .lost)
        #expect(try kind(95, .value(1)) == .lostThoughMet)
        #expect(try kind(95, .value(0)) == .lost)
        #expect(try kind(89, .value(1)) == .lost)
        #expect(try kind(100, .value(1)) == .none)
    }

    /// Of three parts two are reported with full points: 2 ÷ 3 of a point, rounded up to 0.7. Of the 0.3 lost no more
    /// can be due to missing figures, although a third of the maximum, 0.333334, is not scored.
    @Test func noMoreIsLostWithoutFiguresThanIsLost() throws {
        let nodes = [
            #"{"code": "1", "maximum": 2}"#,
            """
            {"code": "1.1", "maximum": 1, "measures": [
              {"code": "1.1.a", "weight": 2, "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}},
              {"code": "1.1.b", "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}}]}
            """,
            #"{"code": "1.2", "maximum": 1, "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}}"#,
        ]
        let edition = """
            {"rounding": {"points": {"mode": "up", "digits": 1, "stage": "leaf"}, "index": {"mode": "down", "digits": 2}}}
            """
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: nodes.map(JSONNode.parse), edition: JSONNode.parse(edition)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        figures[0, 0] = .value(1)
        let gap = try criteria.score(figures, units: [ScoredUnit(code: "x", level: "commune")])[0].gap()
        let partly = gap.leaves[0]
        #expect(try partly.score.sum.scoredMaximum == GapSample.decimal("0.666666"))
        #expect(try partly.lost == GapSample.decimal("0.3") && partly.lostWithoutFigures == GapSample.decimal("0.3"))
        // 1.2 is lost entirely, because its figure is missing.
        #expect(gap.sum.count == 2)
        #expect(try gap.sum.lost == GapSample.decimal("1.3") && gap.sum.lostWithoutFigures == GapSample.decimal("1.3"))
        #expect(gap.sum.maximum == 2)
    }
}
