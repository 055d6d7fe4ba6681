import Testing
import Values

@testable import Scoring

/// Ranges of places by hand: what is not measured, and figures of which no error is known.
@Suite struct ReachTests {
    private func range(_ lower: Int, _ upper: Int) -> RankInterval { RankInterval(Rank(lower), Rank(upper)) }

    private func places(
        _ scores: ScoreTable, by subject: Ranking.Subject = .total, ties: RankingPolicy.Ties = .standard
    ) -> ReachablePlaces {
        ReachablePlaces(Ranking(scores, by: subject, ties: ties), scores, reach: ReachableScores(scores))
    }

    @Test("just below, at and just above the points of another")
    func limits() throws {
        // The first unit has 60 + 20 of 100. The second has 0.8 × its figure and at most 20 more.
        for (figure, own, other) in [
            (FixedDecimal(mantissa: 74_990_000), range(1, 1), range(2, 2)), (75, range(1, 1), range(1, 2)),
            (FixedDecimal(mantissa: 75_010_000), range(1, 2), range(1, 2)),
        ] {
            let scores = try RankSample.scores(maxima: [80, 20], [[75, 100], [figure, nil]])
            let found = places(scores)
            #expect(found.interval(of: 0) == own && found.interval(of: 1) == other, "\(figure)")
        }
        // At a tie the last place of both, and the mean of both, are possible too.
        let scores = try RankSample.scores(maxima: [80, 20], [[75, 100], [75, nil]])
        #expect(places(scores, ties: .modified).intervals == [range(1, 2), range(2, 2)])
        #expect(places(scores, ties: .average).intervals.map(\.upper) == [Rank(halves: 3), Rank(2)])
        #expect(places(scores, ties: .dense).intervals == [range(1, 1), range(1, 2)])
    }

    @Test("a unit under the least coverage counts for the others, and has a range of its own")
    func underTheLeastCoverage() throws {
        // 90 and 50 of 100; 20 of 100 with 80 unmeasured, a coverage of 20 %: it may have 20 to 100.
        let scores = try RankSample.scores(maxima: [20, 80], [[90, 90], [50, 50], [100, nil]])
        let found = places(scores)
        #expect(found.rankedCount == 2 && found.units == [0, 1, 2])
        #expect(found.intervals == [range(1, 2), range(2, 3), range(1, 3)])
        #expect(found.isOpen == [false, false, true])
        // In the field that it has reported nothing is open.
        let field = places(scores, by: .node(0))
        #expect(field.units == [2, 0, 1] && field.intervals == [range(1, 1), range(2, 2), range(3, 3)])
    }

    @Test("what a condition holds back may still leave the maximum")
    func heldBack() throws {
        // 1.2 has nothing without all of 1.1. The first unit has 1 + 0 + 2 of 6. The second has 0.5 + 2 of 6, whatever it
        // reports at 1.2; where 1.2 does not apply to it, 2.5 of 3.
        let condition =
            #", "notApplicable": {"convention": "leaveOut"}, "requires": {"criterion": "1.1", "atLeast": 100}"#
        let nodes = [
            ComparedSide.field("1", "6"), ComparedSide.share("1.1", "1"),
            ComparedSide.share("1.2", "3", extra: condition), ComparedSide.share("1.3", "2"),
        ]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        func intervals(_ last: Figure) throws -> [RankInterval] {
            var figures = criteria.emptyFigures(unitCount: 2)
            let own: [(Int, String, FixedDecimal)] = [
                (0, "1.1", 100), (0, "1.2", 0), (0, "1.3", 100), (1, "1.1", 50), (1, "1.3", 100),
            ]
            for (unit, code, share) in own { figures[unit, code] = .ratio(numerator: share, denominator: 100) }
            figures[1, "1.2"] = last
            let units = (0..<2).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
            return places(try criteria.score(figures, units: units)).intervals
        }
        #expect(try intervals(.notReported) == [range(1, 2), range(1, 2)])
        #expect(try intervals(.notApplicable) == [range(1, 1), range(2, 2)])
        #expect(try intervals(.ratio(numerator: 1, denominator: 1)) == [range(1, 1), range(2, 2)])
    }

    /// Of two shares of 2 points the second unit has half of each, 2 of 4. The first has 1 at 1.2, and 0 ÷ 0 at 1.1, which
    /// gives nothing of the maximum of 4, all of its 2, or leaves 1 of 2; not reported it may be anything.
    @Test(
        "what 0 ÷ 0 gives is settled, and widens no range",
        arguments: [
            ("keepMaximum", (2, 2), (1, 1)), ("zeroPoints", (2, 2), (1, 1)), ("fullPoints", (1, 1), (2, 2)),
            ("leaveOut", (1, 1), (1, 1)), (nil, (1, 2), (1, 2)),
        ] as [(String?, (Int, Int), (Int, Int))])
    func settled(convention: String?, own: (Int, Int), other: (Int, Int)) throws {
        let zero = convention.map { #", "zeroDenominator": {"convention": "\#($0)"}"# } ?? ""
        let ratio = #""ratio": {"numerator": "a", "denominator": "b"}"#
        let nodes = [
            ComparedSide.field("1", "4"), ComparedSide.share("1.1", "2").replacing(ratio, with: ratio + zero),
            ComparedSide.share("1.2", "2"),
        ]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 2)
        figures[0, "1.1"] = convention == nil ? .notReported : .ratio(numerator: 0, denominator: 0)
        for (unit, code) in [(0, "1.2"), (1, "1.1"), (1, "1.2")] {
            figures[unit, code] = .ratio(numerator: 1, denominator: 2)
        }
        let units = (0..<2).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
        let scores = try criteria.score(figures, units: units)
        #expect((ReachableScores(scores) == nil) == (convention != nil))
        #expect(scores[0].total.unmeasured == (convention == nil ? 2 : 0))
        let found = places(scores)
        #expect(found.interval(of: 0) == range(own.0, own.1) && found.interval(of: 1) == range(other.0, other.1))
    }

    @Test("one unit alone, none, and all measured")
    func few() throws {
        #expect(places(try RankSample.scores(maxima: [10], [[nil]])).intervals == [range(1, 1)])
        #expect(places(try RankSample.scores(maxima: [10], [])).intervals.isEmpty)
        let whole = try RankSample.scores(maxima: [10], [[50], [50], [40]])
        #expect(ReachableScores(whole) == nil)
        #expect(places(whole).intervals == [range(1, 1), range(1, 1), range(3, 3)])
    }

    @Test("tie-breakers decide between totals only")
    func tieBreakers() throws {
        let ranking = #"{"ties": "standard", "minimumCoverage": 50, "tieBreakers": ["2"]}"#
        let scores = try RankSample.scores(maxima: [10, 10, 10], [[60, 40, 50], [60, 50, 40]], ranking: ranking)
        // 15 points each: field 2 puts the second first. In field 1 both have 6 points, in field 2 they do not.
        #expect(Ranking(scores).places.map(\.rank) == [Rank(1), Rank(2)])
        #expect(Ranking(scores).places.map(\.unit) == [1, 0])
        for node in [0, 1] { #expect(Ranking(scores, by: .node(node)).places.map(\.rank) == [Rank(1), Rank(1)]) }
        #expect(Ranking(scores, by: .node(2)).places.map(\.unit) == [1, 0])
    }

    @Test("best, median and last are of units that are wholly measured; the others are counted")
    func spreads() throws {
        // Field 1 of two leaves: 100, 60 and 20 of 100, and 5 where half is missing.
        let leaf =
            #"{"code": "1.%", "name": "x", "maximum": 50, "source": {"row": "1"}, "levels": ["commune", "department"], "#
            + #""metrics": [{"name": "x", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}"#
        let nodes = [#"{"code": "1", "name": "x", "maximum": 100}"#, "1", "2"].map { part in
            part.count == 1 ? String(leaf.split(separator: "%").joined(separator: part)) : part
        }
        let criteria = try CompiledCriteria(SampleEdition.read(SampleEdition.text(criteria: nodes)), year: 2025)
        var figures = criteria.emptyFigures(unitCount: 4)
        for (unit, row) in [[100, 100], [60, 60], [20, 20], [10, nil]].enumerated() {
            for (column, figure) in row.enumerated() {
                figures[unit, column] = figure.flatMap { FixedDecimal(exactly: $0) }.map { .value($0) } ?? .notReported
            }
        }
        let scores = try criteria.score(figures, units: (0..<4).map { ScoredUnit(code: "\($0)", level: "commune") })
        let spread = try #require(Ranking.spreads(of: 0, at: [0], among: [0, 1, 2, 3], scores).first)
        #expect(spread.count == 4 && spread.unmeasured == 1)
        #expect([spread.best, spread.median, spread.last] == [ExactRatio(100), ExactRatio(60), ExactRatio(20)])
    }

    // MARK: - No error known is not error zero

    private func sampling(
        _ figures: [[FixedDecimal?]], draws: Int = 500, seed: UInt64 = 1, _ change: (inout MetricErrors) -> Void
    ) throws -> RankSampling? {
        let scores = try RankSample.scores(maxima: [10], figures, digits: 6)
        var errors = MetricErrors()
        change(&errors)
        let ranking = Ranking(scores)
        let reach = ReachablePlaces(ranking, scores, reach: ReachableScores(scores, errors: errors))
        return RankSampling(
            ranking, scores, reach: reach, errors: errors, confidence: FixedDecimal(mantissa: 950_000), draws: draws,
            seed: seed)
    }

    @Test("a figure without any known error may be anything, one with a bound anything up to it")
    func withoutError() throws {
        // Three communes with 60, 50 and 40 %, only the last of which has no standard error.
        let open = try #require(try sampling([[60], [50], [40]]) { $0.bound(unit: 2, metric: "1.1", to: 0...100) })
        #expect(open.marginal == [range(1, 2), range(2, 3), range(1, 3)])
        #expect(open.indices.unknownCount == 1 && open.indices.boundedCount == 0)
        #expect(open.standardError(of: 2) == nil && open.standardError(of: 0) == 0)
        #expect(open.share(of: 1, aheadOf: 2) == nil)
        #expect(open.share(of: 0, aheadOf: 1) == 1)
        // The rounding of points to six decimals adds at most a millionth on either side.
        for (bound, last) in [(49.9, range(3, 3)), (50.1, range(2, 3)), (59.9, range(2, 3)), (60.1, range(1, 3))] {
            let found = try #require(
                try sampling([[60], [50], [40]]) { $0.bound(unit: 2, metric: "1.1", to: 40...bound) })
            #expect(found.marginal[2] == last, "\(bound)")
        }
    }

    @Test("two statements about one pair never contradict each other", arguments: [1, 10, 19, 20, 200])
    func pairs(draws: Int) throws {
        for seed in 1...5 {
            let found = try #require(
                try sampling([[60], [58], [55], [10]], draws: draws, seed: UInt64(seed)) { errors in
                    for unit in 0..<4 { errors[unit, "1.1"] = 1 }
                })
            let critical = found.sets.simultaneousCritical
            for one in 0..<4 {
                for other in 0..<4 where other != one {
                    let share = try #require(found.share(of: one, aheadOf: other))
                    if share == 1 || share == 0 {
                        #expect(
                            found.sets.isAhead(one, other, critical: critical)
                                || found.sets.isAhead(other, one, critical: critical))
                    }
                }
            }
            // 95 % of fewer than 19 draws is no draw: nothing can be said with such confidence.
            if draws < 19 { #expect(found.marginal.allSatisfy { $0 == range(1, 4) }) }
        }
        #expect(try sampling([[60], [50]], draws: 0) { $0[0, "1.1"] = 1 } == nil)
    }

    @Test("sampling and what is not measured come together")
    func both() throws {
        // 72 ± 1 against 60 with up to 20 more: without error never ahead of 80, with five errors neither is below.
        let scores = try RankSample.scores(maxima: [80, 20], [[90, 0], [75, nil]], digits: 6)
        var errors = MetricErrors()
        errors[0, "1.1"] = 1
        let ranking = Ranking(scores)
        let reach = ReachablePlaces(ranking, scores, reach: ReachableScores(scores, errors: errors))
        let found = try #require(
            RankSampling(
                ranking, scores, reach: reach, errors: errors, confidence: FixedDecimal(mantissa: 950_000), seed: 1))
        #expect(found.marginal == [range(1, 2), range(1, 2)])
        #expect(found.share(of: 0, aheadOf: 1) == nil)
        // 97.6 ± 0.8 is beyond 80.
        let far = try RankSample.scores(maxima: [80, 20], [[97, 100], [75, nil]], digits: 6)
        let places = ReachablePlaces(Ranking(far), far, reach: ReachableScores(far, errors: errors))
        let apart = try #require(
            RankSampling(
                Ranking(far), far, reach: places, errors: errors, confidence: FixedDecimal(mantissa: 950_000), seed: 1))
        #expect(apart.marginal == [range(1, 1), range(2, 2)])
        #expect(apart.share(of: 0, aheadOf: 1) == 1)
    }
}
