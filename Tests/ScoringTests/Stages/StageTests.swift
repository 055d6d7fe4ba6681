import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Which points stand at a stage, and what follows from them.
///
/// Field 1 has 1.1, 60 % of 10 = 6, and 1.2, 5 points, which was left out; field 2 has 2.1, 4 of 4. Computed: 10 of 14.
@Suite struct StageTests {
    private typealias Side = ComparedSide
    private func table() throws -> ScoreTable {
        let score = try Side(
            nodes: [
                Side.field("1", "15"), Side.share("1.1", "10"), Side.yesNo("1.2", "5", extra: Side.leaveOut),
                Side.field("2", "4"), Side.yesNo("2.1", "4"),
            ], figures: ["1.1": .value(60), "1.2": .notApplicable, "2.1": .value(1)]
        ).score()
        return ScoreTable(score.storage)
    }

    private func given(_ points: (node: Int, stage: Int, points: FixedDecimal)...) -> [GivenPoints] {
        points.map { GivenPoints(unit: 0, node: $0.node, stage: $0.stage, points: $0.points) }
    }

    @Test("without given points every stage is the computed one")
    func nothingGiven() throws {
        let table = try table()
        for stage in [nil, 0, 4] {
            let shown = table.points(at: stage, given: [])
            #expect(shown[0].total == table[0].total)
            #expect(shown[0].criteriaSet.criteria.indices.allSatisfy { shown[0].standing(of: $0) == nil })
        }
    }

    @Test("a stage that did not touch a criterion has the points of the nearest earlier one, computed last")
    func precedence() throws {
        let given = given((1, 0, 9), (1, 2, 3), (4, 1, 2))
        let table = try table()
        // Stage by stage: 1.1 and 2.1.
        let expected: [(Int?, FixedDecimal, FixedDecimal)] = [
            (nil, 6, 4), (0, 9, 4), (1, 9, 2), (2, 3, 2), (3, 3, 2), (99, 3, 2),
        ]
        for (stage, first, second) in expected {
            let score = table.points(at: stage, given: given)[0]
            #expect([score.sum(of: 1).points, score.sum(of: 4).points] == [first, second], "\(stage ?? -1)")
            #expect(score.total.points == first + second)
            #expect(score.computed.total.points == 10)
        }
        // The order of the points does not matter, and a stage can be left again.
        let last = table.points(at: 2, given: given.reversed())
        #expect(last[0].total.points == 5)
        #expect(last.points(at: 0, given: given)[0].total.points == 13)
        #expect(last.computed[0].total.points == 10)
    }

    @Test("a leaf's given points go up the tree")
    func leaf() throws {
        let score = try table().points(at: 0, given: given((1, 0, exact("4.5"))))[0]
        #expect(score.sum(of: 0).points == exact("4.5"))
        // 4.5 + 4 of 14
        #expect(score.total == PointSum(points: exact("8.5"), maximum: 14, scoredMaximum: 14))
        #expect(score.index == exact("60.71"))
        #expect(score.standing(of: 1) == Standing(stage: 0, points: exact("4.5")))
        #expect(score.outcome(ofLeaf: 1)?.points == exact("4.5"))
        #expect(score.explanation(of: "1.1")?.computed.points == 6)
    }

    @Test("points given to a criterion that was left out bring its maximum back")
    func leftOut() throws {
        let score = try table().points(at: 0, given: given((2, 0, 3)))[0]
        #expect(score.sum(of: 2) == PointSum(points: 3, maximum: 5, scoredMaximum: 5))
        #expect(score.criterion(2).status == .scored)
        #expect(score.total == PointSum(points: 13, maximum: 19, scoredMaximum: 19))
    }

    @Test("points given to a field stand for it, whatever its criteria have, until a later stage scores one of them")
    func field() throws {
        let given = given((0, 1, 2), (1, 0, 9), (1, 1, 8), (1, 2, 7))
        let table = try table()
        // At the first stage the criterion alone; at the second, both were given: the field stands.
        #expect(table.points(at: 0, given: given)[0].sum(of: 0).points == 9)
        let second = table.points(at: 1, given: given)[0]
        #expect([0, 1].map { second.sum(of: $0).points } == [2, 8])
        #expect(second.correction(of: 0) == -6)
        #expect(second.total.points == 6)
        // The third stage scores a part: the parts add up again.
        let third = table.points(at: 2, given: given)[0]
        #expect([0, 1].map { third.sum(of: $0).points } == [7, 7])
        #expect(third.correction(of: 0) == 0)
        #expect(third.total.points == 11)
    }

    @Test("a field that people scored counts as scored, and as applicable where nothing was")
    func coverageOfAField() throws {
        let score = try Side(
            nodes: [
                Side.field("1", "15"), Side.share("1.1", "10"), Side.yesNo("1.2", "5", extra: Side.leaveOut),
                Side.field("2", "4"), Side.yesNo("2.1", "4", extra: Side.leaveOut),
            ], figures: ["1.1": .notReported, "1.2": .notApplicable, "2.1": .notApplicable]
        ).score()
        #expect(score.total == PointSum(points: 0, maximum: 10, scoredMaximum: 0))
        #expect(score.given([0: 8]).total == PointSum(points: 8, maximum: 10, scoredMaximum: 10))
        #expect(score.given([3: 1]).total == PointSum(points: 1, maximum: 14, scoredMaximum: 4))
    }

    @Test("bonus points given to a whole are capped like any")
    func bonus() throws {
        let bonus = { (code: String) in
            #"{"code": "\#(code)", "maximum": 0, "metrics": [{"kind": "count", "direction": "higher"}], "#
                + #""rule": {"kind": "bonus", "each": 1, "cap": 5}}"#
        }
        let score = try Side(
            nodes: [Side.field("1", "10"), Side.share("1.1", "10"), Side.field("2", "0"), bonus("2.1"), bonus("2.2")],
            figures: ["1.1": .value(50), "2.1": .value(4), "2.2": .value(3)],
            edition: #"{"bonusCap": 6, "penaltyCap": 1}"#
        ).score()
        // 5 + 4 + 3, of which the cap takes 1.
        #expect(score.total.points == 11)
        #expect(score.given([2: 5]).total.points == 10)
        #expect(score.given([2: 6]).total.points == 11)
        #expect(score.given([2: exact("6.5")]).total.points == 11)
        #expect(score.given([2: 0]).total.points == 5)
        #expect(score.given([3: 2]).total.points == 10)
        #expect(score.criteriaSet.givenRange(of: 2) == 0...10)
    }

    @Test("a changed figure frees its criterion and what is above it; others keep theirs")
    func whatIf() throws {
        let table = try table().points(at: 0, given: given((0, 0, 2), (1, 0, 9), (4, 0, 1)))
        #expect(table[0].total.points == 3)
        let trial = WhatIf(table, unit: 0)
        let same = try trial.replay(Scenario(changes: [.init("1.1", .set(60))]))
        #expect(same.freed.isEmpty)
        #expect(same.after.total.points == 3)
        let other = try trial.replay(Scenario(changes: [.init("1.1", .set(70))]))
        #expect(other.freed.map(\.node) == [0, 1])
        #expect(other.freed.map(\.standing.points) == [2, 9])
        // 70 % of 10, and 1 as given.
        #expect(other.after.total.points == 8)
        let sweep = try trial.sweep(SweepRange(metric: "1.1", from: 50, through: 70, step: 10))
        #expect(sweep.points.map(\.total) == [6, 3, 8])
        #expect(sweep.points.map(\.isMeasured) == [false, true, false])
        #expect(sweep.freed.map(\.node) == [0, 1])
    }

    @Test("the next step is measured from what stands")
    func nextSteps() throws {
        let table = try table().points(at: 0, given: given((1, 0, 9)))
        let gap = table[0].gap()
        let leaf = try #require(gap.leaves.first { $0.score.index == 1 })
        #expect(leaf.lost == 1)
        #expect(leaf.measures[0].nextStep?.gain == 1)
        #expect(gap.sum.lost + gap.adjustment == table[0].total.lost)
        // Nothing that a figure gives is worth more than full points.
        let full = try self.table().points(at: 0, given: given((1, 0, 10)))[0]
        #expect(full.nextBandActions.allSatisfy { $0.effects[0].metric != "1.1" })
        #expect(try #require(full.gap().leaves.first { $0.score.index == 1 }).measures[0].nextStep == nil)
    }

    @Test("a plan starts from what stands, and what it changes is freed")
    func plan() throws {
        // 1.1 stands at 9 of the figure's 6, field 1 at 2 of the 9.
        let table = try table().points(at: 0, given: given((0, 0, 2), (1, 0, 9)))
        let action = PlannedAction(code: "A", name: "", cost: 1, effects: [.init("1.1", .set(80))])
        let planner = try Planner(table, unit: 0, actions: [action])
        let best = try planner.plan(.points(12))
        // 80 % of 10 and 4.
        #expect(best.status == .optimal)
        #expect(best.plans.first?.after.total.points == 12)
        #expect(best.plans.first?.freed.map(\.node) == [0, 1])
        #expect(try planner.plan(.points(13)).status == .infeasible)
        // An action that would lose what was given is no plan within a budget.
        let worse = try Planner(
            self.table().points(at: 0, given: given((1, 0, 9))), unit: 0, actions: [action])
        let kept = try worse.plan(.budget(5))
        #expect(kept.plans.first?.actions.isEmpty == true)
        #expect(kept.plans.first?.after.total.points == 13)
    }

    @Test("given points have no sampling error")
    func sampling() throws {
        let table = try RankSample.scores(maxima: [50, 50], [[60, 60], [62, 50]])
        var errors = MetricErrors()
        errors[0, "1.1"] = 10
        let free = SampledIndices(table, units: [0, 1], by: .total, errors: errors, confidence: 0.95)
        #expect(free.values[0].isKnown == false)
        for node in [0, 1] {
            let shown = table.points(at: 0, given: [GivenPoints(unit: 0, node: node, stage: 0, points: 20)])
            let held = SampledIndices(shown, units: [0, 1], by: .total, errors: errors, confidence: 0.95)
            #expect(held.values.allSatisfy { $0.isKnown })
            let ranking = Ranking(shown, units: [0, 1])
            let draws = RankSimulation(ranking, shown, errors: errors, draws: 50, seed: 1)
            #expect(draws.deviations == [0, 0])
        }
    }

    @Test("given points change in the step of the figures, with another maximum in that of the criteria")
    func comparison() throws {
        func side(_ maximum: String, _ figure: Figure, _ given: [Int: FixedDecimal]) throws -> UnitScore {
            try Side(
                nodes: [Side.field("1", maximum), Side.share("1.1", maximum)], figures: ["1.1": figure]
            ).score().given(given)
        }
        func steps(_ first: UnitScore, _ last: UnitScore) -> [FixedDecimal] {
            let bridge = UnitComparison(from: first, to: last).total
            #expect(bridge.first == first.total)
            #expect(bridge.last == last.total)
            return ComparisonStep.allCases.map(bridge.points)
        }
        #expect(steps(try side("10", .value(60), [:]), try side("10", .value(60), [1: 4])) == [-2, 0, 0, 0])
        #expect(steps(try side("10", .value(60), [1: 4]), try side("10", .value(70), [:])) == [3, 0, 0, 0])
        #expect(steps(try side("10", .value(60), [1: 4]), try side("10", .value(70), [1: 5])) == [1, 0, 0, 0])
        #expect(steps(try side("10", .value(60), [0: 4]), try side("10", .value(70), [0: 5])) == [1, 0, 0, 0])
        // 70 % of 10, then 15 given of 20.
        #expect(steps(try side("10", .value(60), [:]), try side("20", .value(70), [1: 15])) == [1, 8, 0, 0])
    }

    @Test("what was left out and is given points applies")
    func comparisonOfApplicability() throws {
        func side(_ given: [Int: FixedDecimal]) throws -> UnitScore {
            try Side(
                nodes: [Side.field("1", "5"), Side.yesNo("1.1", "5", extra: Side.leaveOut)],
                figures: ["1.1": .notApplicable]
            ).score().given(given)
        }
        let bridge = UnitComparison(from: try side([:]), to: try side([1: 3])).total
        #expect(ComparisonStep.allCases.map(bridge.points) == [0, 0, 3, 0])
        #expect(ComparisonStep.allCases.map(bridge.maximum) == [0, 0, 5, 0])
    }

    @Test("points given to predecessors cannot be made one")
    func predecessors() throws {
        let table = try RankSample.scores(maxima: [50, 50], [[60, 60], [62, 50]])
        let shown = table.points(at: 0, given: [GivenPoints(unit: 1, node: 3, stage: 0, points: 20)])
        #expect(shown.combined([1])?.score.total.points == shown[1].total.points)
        #expect(shown.combined([0, 1])?.gaps.contains { $0.leaf == "2.1" && $0.fault == .given } == true)
    }

    @Test("the stages of a list, and their order of precedence")
    func lists() {
        let list = StageList()
        #expect(list.all.map(\.code) == ["computed", "self", "appraisal", "explanation", "secondAppraisal", "final"])
        #expect(list.precedence(at: .appraisal).map(\.code) == ["appraisal", "self", "computed"])
        #expect(list.precedence(at: .computed) == [.computed])
        #expect(list.position(of: .computed) == nil)
        #expect(list["computed"] == .computed)
        #expect(list["Self"] == nil)
        #expect(list.ownStage == 0)
        let own = Stage(code: "tu-cham", name: "Tự chấm")
        #expect(StageList([own, .appraisal]).ownStage == 0)
        #expect(StageList([own, .selfAssessment]).ownStage == 1)
        #expect(StageList([.appraisal, .final]).ownStage == nil)
        #expect(StageList([]).ownStage == nil)
        #expect(StageList([]).precedence(at: .appraisal) == [.computed])
    }
}
