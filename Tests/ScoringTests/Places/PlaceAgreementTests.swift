import Optimization
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Every command determines places in its own way; all must agree.
@Suite struct PlaceAgreementTests {
    @Test("rank, what-if, plan and sweep agree with counting who is ahead", arguments: Draws.seeds(24, of: 60))
    func agreement(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(20_000 + seed))
        for _ in 0..<6 {
            let sample = PlaceSample(&random)
            let (scores, model) = (try sample.scores(), sample.model)
            for unit in scores.units.indices {
                let expected = model.place(of: unit)
                let group = scores.units.indices.filter { scores.units[$0].group == scores.units[unit].group }
                let ranking = Ranking(scores, units: group)
                #expect(ranking.place(of: unit)?.rank.halves == expected?.halves)
                #expect(ranking.places.count == expected?.count ?? ranking.places.count)
                #expect(scores.groupRank(of: unit).map { PlaceModel.Place($0) } == expected)
                #expect(scores[unit].isRankable == (expected != nil))
                let planner = try Planner(scores, unit: unit, actions: [])
                #expect(planner.rankBefore.map { PlaceModel.Place($0) } == expected)
                #expect(code(planner.before) == code(scores[unit]))
                if !sample.hasQuantiles { #expect(code(scores[unit]) == limitClass(model, unit)) }
                try checkUnchanged(sample, scores, unit, expected)
                try checkGoals(planner, model, unit)
            }
        }
    }

    @Test(
        "places among other units agree with counting too; those of a single group are the group's",
        arguments: Draws.seeds(16, of: 40))
    func amongOthers(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(22_000 + seed))
        let sample = PlaceSample(&random)
        let scores = try sample.scores()
        let all = Array(scores.units.indices)
        var together = sample.model
        for unit in all { together.units[unit].group = nil }
        let isOneGroup = Set(sample.groups).count == 1
        for unit in all {
            let expected = together.place(of: unit)
            #expect(scores.groupRank(of: unit, among: all).map { PlaceModel.Place($0) } == expected)
            let planner = try Planner(scores, unit: unit, among: all, actions: [])
            #expect(planner.rankBefore.map { PlaceModel.Place($0) } == expected)
            try checkGoals(planner, together, unit)
            if isOneGroup { #expect(scores.groupRank(of: unit, among: all) == scores.groupRank(of: unit)) }
            // Alone, or without itself in the list, it has its place all the same.
            #expect(scores.groupRank(of: unit, among: []).map(\.count) == expected.map { _ in 1 })
        }
    }

    private func code(_ score: UnitScore) -> String? { score.classification?.unitClass?.code }

    private func limitClass(_ model: PlaceModel, _ position: Int) -> String? {
        let unit = model.units[position]
        guard model.isRanked(unit) else { return nil }
        return [("A", 80), ("B", 60), ("C", 50)].first { unit.points * 100 >= $0.1 * unit.maximum }?.0
    }

    /// A what-if that changes nothing, and a sweep whose first value is the current one.
    private func checkUnchanged(
        _ sample: PlaceSample, _ scores: ScoreTable, _ unit: Int, _ expected: PlaceModel.Place?
    ) throws {
        guard let leaf = (0..<3).first(where: { sample.figures[unit][$0] != nil }),
            let figure = sample.figures[unit][leaf], let value = FixedDecimal(exactly: figure)
        else { return }
        let (metric, trial) = ("\(leaf + 1).1", WhatIf(scores, unit: unit))
        let replay = try trial.replay(Scenario(changes: [.init(metric, .set(value))]))
        #expect(replay.rankBefore.map { PlaceModel.Place($0) } == expected)
        #expect(replay.rankAfter.map { PlaceModel.Place($0) } == expected)
        #expect(code(replay.after) == code(scores[unit]))
        if figure == 100 { return }
        let sweep = try trial.sweep(SweepRange(metric: metric, from: value, through: 100, step: 10))
        #expect(sweep.points.first?.isMeasured == true)
        // The edges of the rule are not whole percentages; the model only knows multiples of ten.
        for point in sweep.points {
            guard let number = point.figure.exactNumber, number.denominator == 1, number.numerator % 10 == 0 else {
                continue
            }
            var other = sample
            other.figures[unit][leaf] = Int(number.numerator)
            #expect(point.rank.map { PlaceModel.Place($0) } == other.model.place(of: unit))
        }
    }

    /// Without any action a place is reached if the unit has it, and what it requires is what counting gives.
    private func checkGoals(_ planner: Planner, _ model: PlaceModel, _ unit: Int) throws {
        let now = model.place(of: unit)
        for place in 1...(now?.count ?? 1) + 1 {
            let result = try planner.plan(.rank(place))
            #expect(result.status == (now.map { $0.halves <= 2 * place } ?? false ? .optimal : .infeasible))
            guard now != nil else { continue }
            func reaches(_ points: FixedDecimal, less: Int = 0, isLucky: Bool) -> Bool {
                model.reaches(
                    place, unit, points: Int(points.mantissa) / 100 - less, tieBreakers: isLucky ? 1_000_000_000 : nil)
            }
            switch result.needed {
            case .any: #expect(reaches(-1, isLucky: false))
            case .atLeast(let least, let sure):
                #expect(reaches(least, isLucky: true) && !reaches(least, less: 1, isLucky: true))
                #expect(reaches(sure, isLucky: false) && !reaches(sure, less: 1, isLucky: false))
            case .impossible, .dependent, nil: Issue.record("a ranked unit reaches any place with points enough")
            }
        }
    }

    @Test(
        "a plan to a place is the cheapest that counting confirms, and rank gives that place",
        arguments: Draws.seeds(32, of: 80))
    func plansReachTheirPlace(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(21_000 + seed))
        for _ in 0..<4 {
            let sample = PlaceSample(&random)
            let scores = try sample.scores()
            let unit = random.int(0...sample.groups.count - 1)
            let wanted = (0..<random.int(1...4)).map { _ in (leaf: random.int(0...2), percent: random.int(0...10) * 10)
            }
            let costs = wanted.map { _ in random.int(0...4) }
            let actions = try wanted.indices.map { index in
                PlannedAction(
                    code: "A\(index)", name: "", cost: try #require(FixedDecimal(exactly: costs[index])),
                    effects: [
                        .init(
                            "\(wanted[index].leaf + 1).1",
                            .set(try #require(FixedDecimal(exactly: wanted[index].percent))))
                    ])
            }
            // Every set of actions: its cost and the place it leads to.
            let outcomes = (0..<1 << actions.count).map { mask -> (cost: Int, place: PlaceModel.Place?) in
                var other = sample
                let taken = actions.indices.filter { mask >> $0 & 1 == 1 }
                for index in taken where sample.applies(wanted[index].leaf, to: unit) {
                    let now = other.figures[unit][wanted[index].leaf] ?? -1
                    other.figures[unit][wanted[index].leaf] = max(now, wanted[index].percent)
                }
                return (taken.reduce(0) { $0 + costs[$1] }, other.model.place(of: unit))
            }
            let planner = try Planner(scores, unit: unit, actions: actions)
            for place in 1...4 {
                let result = try planner.plan(.rank(place))
                let least = outcomes.filter { $0.place.map { $0.halves <= 2 * place } ?? false }.map(\.cost).min()
                #expect(result.status == (least == nil ? .infeasible : .optimal))
                guard let plan = result.plans.first else { continue }
                #expect(plan.cost == least.flatMap { FixedDecimal(exactly: $0) })
                var other = sample
                for change in plan.changes {
                    let leaf = try #require(Int(change.metric.code.prefix(1))) - 1
                    other.figures[unit][leaf] = Int(try #require(change.after.exactNumber).numerator)
                }
                let ranking = Ranking(
                    try other.scores(), units: sample.groups.indices.filter { sample.groups[$0] == sample.groups[unit] }
                )
                let rank = try #require(ranking.place(of: unit)?.rank)
                #expect(rank <= Rank(place) && rank == plan.rankAfter?.rank)
            }
        }
    }
}
