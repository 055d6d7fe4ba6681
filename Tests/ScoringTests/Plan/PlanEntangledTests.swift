import Optimization
import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Plans where sets of actions are far more than their outcomes, or where one action concerns everything.
@Suite struct PlanEntangledTests {
    /// A criterion of ten points at 50 %, which is 5 points, and twenty figures for it: 50.25 % to 55 %, each 0.025
    /// points and a cost of 5 beyond the one before.
    private func alternatives(isExclusive: Bool) -> [PlannedAction] {
        (1...20).map { step in
            PlannedAction(
                code: "S\(step)", name: "", cost: FixedDecimal(mantissa: Int64(step) * 5_000_000),
                effects: [.init("1.1", .set(FixedDecimal(mantissa: 50_000_000 + Int64(step) * 250_000)))],
                excludes: isExclusive ? (1...20).filter { $0 != step }.map { "S\($0)" } : [])
        }
    }

    @Test(arguments: [false, true])
    func twentyAlternativesHaveTwentyOneOutcomes(isExclusive: Bool) throws {
        let scores = try RankSample.scores(maxima: [10], [[50]])
        let planner = try Planner(scores, unit: 0, actions: alternatives(isExclusive: isExclusive))
        // 5.5 points are 55 %: the last, for 100. Less is the first that reaches it.
        for (tenths, cost) in [(50, 0), (51, 20), (52, 40), (55, 100)] as [(Int64, FixedDecimal)] {
            let result = try planner.plan(.points(FixedDecimal(mantissa: tenths * 100_000)))
            #expect(result.status == .optimal && result.plans.first?.cost == cost)
        }
        #expect(try planner.plan(.points(FixedDecimal(mantissa: 5_500_100))).status == .infeasible)
        for (budget, code) in [(100, "S20"), (99, "S19"), (5, "S1"), (4, nil)] as [(FixedDecimal, String?)] {
            let result = try planner.plan(.budget(budget))
            #expect(result.status == .optimal && result.plans.first?.actions.map(\.code) == (code.map { [$0] } ?? []))
        }
        #expect(try planner.frontier().count == 21)
    }

    /// Additions of 1 to a count have as many outcomes as sums, not as sets: the k cheapest for k points.
    @Test func equalAdditionsHaveAsManyOutcomesAsSums() throws {
        let scores = try RankSample.scores(maxima: [10], [[50]])
        var random = SeededRandom(seed: 5)
        let costs = (0..<30).map { _ in random.int(1...1000) }
        let actions = costs.enumerated().map { index, cost in
            PlannedAction(
                code: "A\(index)", name: "", cost: FixedDecimal(mantissa: Int64(cost)), effects: [.init("1.1", .add(1))]
            )
        }
        let planner = try Planner(scores, unit: 0, actions: actions)
        for count in [0, 1, 7, 29, 30] {
            let result = try planner.plan(.points(FixedDecimal(mantissa: 5_000_000 + Int64(count) * 100_000)))
            let least = costs.sorted().prefix(count).reduce(0, +)
            #expect(result.status == .optimal && result.plans.first?.cost == FixedDecimal(mantissa: Int64(least)))
        }
    }

    /// Forty criteria of ten points at 0 %, five figures each, and one action that lifts all of them to 30 %: the
    /// cheapest of two knapsacks, computed by a table over tenths of points.
    @Test(arguments: [1, 2])
    func oneActionForEverything(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let count = 40
        let scores = try RankSample.scores(
            maxima: Array(repeating: 10, count: count), [Array(repeating: 0, count: count)])
        let costs = (0..<count).map { _ in
            (1...5).reduce(into: [Int]()) { $0.append(($0.last ?? 0) + random.int(1...30) * ($1)) }
        }
        let shared = random.int(200...1500)
        var actions = costs.enumerated().flatMap { leaf, costs in
            costs.enumerated().map { step, cost in
                PlannedAction(
                    code: "\(leaf).\(step)", name: "", cost: FixedDecimal(mantissa: Int64(cost) * 1_000_000),
                    effects: [.init("\(leaf + 1).1", .set(FixedDecimal(mantissa: Int64(step + 1) * 20_000_000)))])
            }
        }
        actions.append(
            PlannedAction(
                code: "all", name: "", cost: FixedDecimal(mantissa: Int64(shared) * 1_000_000),
                effects: (1...count).map { .init("\($0).1", .set(30)) }))
        func table(from start: Int, base: Int) -> [Int] {
            var least = Array(repeating: Int.max / 2, count: count * 100 + 1)
            least[0] = base
            for costs in costs {
                var next = Array(repeating: Int.max / 2, count: least.count)
                for (points, cost) in least.enumerated() where cost < Int.max / 2 {
                    for (step, more) in [(0, 0)] + costs.enumerated().map({ ($0.offset + 1, $0.element) }) {
                        let reached = points + max(step * 20, start)
                        next[reached] = min(next[reached], cost + more)
                    }
                }
                least = next
            }
            return least
        }
        let (without, with) = (table(from: 0, base: 0), table(from: 30, base: shared))
        let planner = try Planner(scores, unit: 0, actions: actions)
        for tenths in [100, 1210, 3000, 4000] {
            let least = min(without[tenths...].min() ?? 0, with[tenths...].min() ?? 0)
            let result = try planner.plan(.points(FixedDecimal(mantissa: Int64(tenths) * 100_000)))
            #expect(result.status == .optimal)
            #expect(result.plans.first?.cost == FixedDecimal(mantissa: Int64(least) * 1_000_000))
        }
        let frontier = try planner.frontier()
        #expect(frontier.isProven)
        for position in 0..<frontier.count {
            let tenths = Int(frontier[position].points.mantissa / 100_000)
            let least = min(without[tenths...].min() ?? 0, with[tenths...].min() ?? 0)
            #expect(frontier[position].cost == FixedDecimal(mantissa: Int64(least) * 1_000_000))
        }
    }

    /// Fourteen actions that concern three of six criteria each: the best of all 16,384 sets, whose points are a tenth of
    /// each criterion's best percentage. Without time there is an honest bound, and a plan that no single step beats.
    @Test(arguments: [1, 2, 3, 4])
    func withoutTimeThereIsStillAPlanAndABound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let scores = try RankSample.scores(maxima: Array(repeating: 10, count: 6), [Array(repeating: 10, count: 6)])
        let drawn = (0..<14).map { _ in
            (
                cost: random.int(1...90),
                percents: Set((0..<3).map { _ in random.int(0...5) }).sorted().map { ($0, random.int(11...100)) }
            )
        }
        let actions = drawn.enumerated().map { index, action in
            PlannedAction(
                code: "A\(index)", name: "", cost: FixedDecimal(mantissa: Int64(action.cost) * 1_000_000),
                effects: action.percents.map {
                    .init("\($0.0 + 1).1", .set(FixedDecimal(mantissa: Int64($0.1) * 1_000_000)))
                })
        }
        let sets = (0..<1 << 14).map { mask -> (cost: Int, percents: Int) in
            var (cost, best) = (0, Array(repeating: 10, count: 6))
            for (index, action) in drawn.enumerated() where mask >> index & 1 == 1 {
                cost += action.cost
                for (leaf, percent) in action.percents { best[leaf] = max(best[leaf], percent) }
            }
            return (cost, best.reduce(0, +))
        }
        let least = try #require(sets.filter { $0.percents >= 400 }.map(\.cost).min())
        let most = try #require(sets.filter { $0.cost <= 100 }.map(\.percents).max())
        let single = try #require(
            drawn.filter { $0.cost <= 100 }.map { $0.percents.reduce(60) { $0 + $1.1 - 10 } }.max())
        func points(_ percents: Int) -> FixedDecimal { FixedDecimal(mantissa: Int64(percents) * 100_000) }
        let cost = FixedDecimal(mantissa: Int64(least) * 1_000_000)
        for outcomes in [OutcomeLimits(), OutcomeLimits(outcomes: 0)] {
            func planner(_ isOver: Bool) throws -> Planner {
                try Planner(
                    scores, unit: 0, actions: actions, conditions: PlanConditions(), outcomes: outcomes,
                    isOver: { isOver })
            }
            let richest = try planner(false).plan(.budget(100))
            #expect(richest.status == .optimal && richest.plans.first?.after.total.points == points(most))
            let cheapest = try planner(false).plan(.points(points(400)))
            #expect(cheapest.status == .optimal && cheapest.plans.first?.cost == cost && !cheapest.isOutOfTime)
            let hasty = try planner(true).plan(.budget(100))
            let found = try #require(hasty.plans.first).after.total.points
            let bound = try #require(hasty.bound)
            #expect(found >= points(single) && found <= points(most) && bound >= points(most))
            #expect(hasty.isOutOfTime || hasty.status == .optimal)
            let first = try planner(true).plan(.points(points(400)))
            let (low, own) = (try #require(first.bound), try #require(first.plans.first).cost)
            #expect(low <= cost && own >= cost)
        }
    }

    // MARK: Days, and equal plans

    @Test func whatIsTooLateIsLeftOut() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, 50]])
        func action(_ code: String, _ metric: String, _ day: Int) -> PlannedAction {
            PlannedAction(
                code: code, name: "", cost: 1, deadline: CalendarDay(year: 2026, month: 6, day: day),
                effects: [.init(metric, .set(100))])
        }
        let actions = [action("A", "1.1", 10), action("B", "2.1", 20)]
        for (day, late) in [(9, []), (10, []), (11, ["A"]), (20, ["A"]), (21, ["A", "B"])] {
            let conditions = PlanConditions(day: CalendarDay(year: 2026, month: 6, day: day))
            let planner = try Planner(scores, unit: 0, actions: actions, conditions: conditions)
            #expect(planner.late == late && planner.lateButRequired.isEmpty)
            let result = try planner.plan(.budget(2))
            #expect(result.plans.first?.actions.map(\.code) == ["A", "B"].filter { !late.contains($0) })
            if late == ["A"] { #expect(try planner.plan(.points(20)).losses.first?.reason == .late) }
        }
        var must = actions
        must[0].requirement = .mustDo
        let planner = try Planner(
            scores, unit: 0, actions: must, conditions: PlanConditions(day: CalendarDay(year: 2026, month: 7, day: 1)))
        #expect(planner.late == ["B"] && planner.lateButRequired == ["A"])
        #expect(try planner.plan(.budget(2)).plans.first?.actions.map(\.code) == ["A"])
    }

    @Test func equalBestPlansAreTold() throws {
        let scores = try RankSample.scores(maxima: [10, 10], [[50, 50]])
        func actions(_ cost: FixedDecimal, _ value: FixedDecimal) -> [PlannedAction] {
            [
                PlannedAction(code: "A", name: "", cost: 2, effects: [.init("1.1", .set(60))]),
                PlannedAction(code: "B", name: "", cost: cost, effects: [.init("2.1", .set(value))]),
            ]
        }
        for (cost, value, isEqual) in [(2, 60, true), (3, 60, false), (2, 59, false), (2, 61, false)]
            as [(FixedDecimal, FixedDecimal, Bool)]
        {
            let planner = try Planner(scores, unit: 0, actions: actions(cost, value))
            for goal in [PlanGoal.points(11), .budget(2)] {
                let result = try planner.plan(goal)
                let codes = Set(([result.equal].compactMap { $0 } + result.plans).flatMap { $0.actions.map(\.code) })
                #expect((result.equal != nil) == isEqual && (!isEqual || codes == ["A", "B"]))
            }
        }
    }

    /// An action that cannot be scored leaves the others as they were.
    @Test func whatCannotBeScoredSpoilsNothingElse() throws {
        let scores = try GapSample.scores()
        let good = PlannedAction(code: "G", name: "", cost: 5, effects: [.init("1.1", .numerator(496))])
        let bad = PlannedAction(
            code: "B", name: "", cost: 0, effects: [.init("1.1", .counts(numerator: 600, denominator: 500))])
        let alone = try Planner(scores, unit: 0, actions: [good]).plan(.budget(5))
        let both = try Planner(scores, unit: 0, actions: [good, bad])
        #expect(both.ignored.map(\.action) == ["B"])
        #expect(try both.plan(.budget(5)).plans.first?.after.total == alone.plans.first?.after.total)
    }
}
