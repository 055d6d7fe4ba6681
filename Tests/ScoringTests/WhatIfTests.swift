import Scoring
import Testing
import Values

/// Replays computed by hand: points, index and rank before and after.
@Suite struct WhatIfTests {
    private func replay(_ scores: ScoreTable, unit: Int = 0, _ changes: [Scenario.Change]) throws -> ScenarioReplay {
        try WhatIf(scores, unit: unit).replay(Scenario(changes: changes))
    }

    @Test func pointsMoveWhereTheFigureDoes() throws {
        let replay = try replay(GapSample.scores(), [.init("1.1", .addToNumerator(14)), .init("1.3", .add(2))])
        // 1.928 → 2 and 2.6 → 3.
        let gain = replay.after.total.points - replay.before.total.points
        #expect(try gain == GapSample.decimal("0.472"))
        let set = replay.before.criteriaSet
        for node in set.criteria.indices where set.criteria[node].leaf != nil {
            let isChanged = ["1.1", "1.3"].contains(set.criteria[node].code)
            #expect((replay.before.sum(of: node) != replay.after.sum(of: node)) == isChanged)
        }
        #expect(replay.changes.map(\.criterion) == [1, 3])
    }

    @Test func ranksAreStandardAndOthersStay() throws {
        // Points other than those of 1.4 are equal; 1.4 gives 3 points for 100.
        let scores = try GapSample.scores([90, 80, 80, 70].map { ["1.4": .value($0)] })
        #expect(scores.units.indices.map { scores.groupRank(of: $0)?.rank } == [1, 2, 2, 4].map { Rank($0) })
        #expect(scores.groupRank(of: 1)?.tied == 1 && scores.groupRank(of: 3)?.count == 4)
        let up = try replay(scores, unit: 3, [.init("1.4", .set(80))])
        #expect(up.rankBefore?.rank == Rank(4) && up.rankAfter?.rank == Rank(2) && up.rankAfter?.tied == 2)
        let top = try replay(scores, unit: 3, [.init("1.4", .set(91))])
        #expect(top.rankAfter?.rank == Rank(1) && top.rankAfter?.tied == 0)
        let down = try replay(scores, unit: 0, [.init("1.4", .set(79))])
        #expect(down.rankAfter?.rank == Rank(3))
    }

    @Test func unitsAreRankedInTheirGroupAndWhenEnoughIsScored() throws {
        let set = try SampleEdition.read(
            SampleEdition.text(
                nodes: GapSample.nodes.map(JSONNode.parse),
                edition: JSONNode.parse(#"{"ranking": {"ties": "standard", "minimumCoverage": 50}}"#)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 3)
        for (unit, code) in [(0, "1.4"), (1, "1.4"), (1, "1.3"), (1, "1.5"), (1, "1.1"), (2, "1.4")] {
            figures[unit, try #require(figures.column(of: code))] = .value(20)
        }
        let units = ["a", "a", "b"].map { ScoredUnit(code: $0, level: "commune", group: $0) }
        let scores = try criteria.score(figures, units: units)
        // Of 17 points 3, 10 and 3 are scored.
        #expect(scores.groupRank(of: 0) == nil && scores.groupRank(of: 2) == nil)
        #expect(scores.groupRank(of: 1)?.count == 1)
    }

    @Test func aSweepHoldsTheEdgesOfTheRule() throws {
        let sweep = try WhatIf(GapSample.scores(), unit: 0).sweep(SweepRange(metric: "1.1", from: 90, through: 100))
        // 21 steps of half a point, 496 of 500 just above 99 %, and the current 482.
        #expect(sweep.points.count == 23 && sweep.hasExactBreaks)
        let breaks = sweep.points.filter(\.isBreak)
        #expect(breaks.map(\.figure) == [495, 496].map { .ratio(numerator: $0, denominator: 500) })
        #expect(try breaks.map(\.points) == [GapSample.decimal("1.98"), 2])
        #expect(sweep.points.filter(\.isMeasured).map(\.figure) == [.ratio(numerator: 482, denominator: 500)])
        let numbers = sweep.points.compactMap(\.figure.exactNumber)
        #expect(numbers == numbers.sorted() && numbers.count == 23)
    }

    @Test func aSweepFindsEdgesThroughLastYearsFigure() throws {
        // 5 % above last year's 200 is 210; the line begins at 200.
        let sweep = try WhatIf(GapSample.scores(), unit: 0).sweep(
            SweepRange(metric: "2.2", from: 190, through: 220, step: 10))
        let breaks = sweep.points.filter(\.isBreak).map(\.figure)
        let edges: [Figure] = try ["199.99", "200", "209.99", "210"].map { .value(try GapSample.decimal($0)) }
        #expect(breaks == edges)
        #expect(sweep.points.first?.points == 0 && sweep.points.last?.points == 4)
        #expect(sweep.points.first { $0.figure == .value(204) }?.isMeasured == true)
    }

    @Test(
        arguments: [
            ("1.1", 90, 90, nil, ScenarioFinding.badRange), ("1.1", 95, 90, nil, .badRange),
            ("1.1", 90, 95, 0, .badRange),
            ("1.1", 90, 101, nil, .outsideDomain), ("1.1", -1, 50, nil, .outsideDomain),
            ("2.2", 0, 5000, 1, .tooManySteps), ("2.1", 0, 1, nil, .severalMetrics), ("2.3", 0, 1, nil, .notScored),
            ("x", 0, 1, nil, .unknownMetric),
        ] as [(String, FixedDecimal, FixedDecimal, FixedDecimal?, ScenarioFinding)])
    func aSweepThatCannotBeIsRefused(
        metric: String, from: FixedDecimal, through: FixedDecimal, step: FixedDecimal?, code: ScenarioFinding
    ) throws {
        let trial = WhatIf(try GapSample.scores(), unit: 0)
        do throws(ScenarioError) {
            _ = try trial.sweep(SweepRange(metric: metric, from: from, through: through, step: step))
            Issue.record("\(metric) was swept")
        } catch {
            #expect(error.faults.map(\.code) == [code])
        }
    }

    @Test func aVeryWideRangeHasRoundSteps() throws {
        let most = FixedDecimal(mantissa: .max)
        let sweep = try WhatIf(GapSample.scores(), unit: 0).sweep(
            SweepRange(metric: "2.2", from: FixedDecimal(mantissa: .min + 1), through: most))
        #expect(sweep.points.count < 40)
        #expect(sweep.points.last?.figure == .value(most))
    }
}
