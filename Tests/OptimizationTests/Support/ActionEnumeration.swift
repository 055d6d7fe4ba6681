@testable import Optimization
import ScoreNumerics
@testable import plan_bench

/// Every set of actions that satisfies the conditions, by brute force, from the definition of the conditions alone.
struct ActionEnumeration {
    let problem: ActionProblem
    /// Cost, gain, number of actions, and the set as bits.
    let plans: [(cost: Int64, gain: Int64, count: Int64, bits: Int)]

    init(_ problem: ActionProblem) {
        self.problem = problem
        plans = (0..<1 << problem.actions.count).compactMap { Self.plan($0, problem) }
    }

    static func plan(_ bits: Int, _ problem: ActionProblem) -> (cost: Int64, gain: Int64, count: Int64, bits: Int)? {
        func has(_ action: Int) -> Bool { bits >> action & 1 == 1 }
        for (index, action) in problem.actions.enumerated() {
            if action.requirement == .mustDo, !has(index) { return nil }
            if action.requirement == .mustNotDo, has(index) { return nil }
            if has(index), action.needs.contains(where: { !has($0) }) { return nil }
        }
        for set in problem.exclusions where set.filter(has).count > 1 { return nil }
        let gains = problem.criteria.map { criterion in
            let gains = criterion.effects.filter { has($0.action) }.map(\.gain)
            return switch criterion.rule {
            case .bestOf: gains.max() ?? 0
            case .sum(let cap): min(gains.reduce(0, +), cap)
            }
        }
        for floor in problem.floors where floor.criteria.map({ gains[$0] }).reduce(0, +) < floor.gain { return nil }
        let taken = problem.actions.indices.filter(has)
        return (taken.map { problem.actions[$0].cost }.reduce(0, +), gains.reduce(0, +), Int64(taken.count), bits)
    }

    func leastCost(goal: Int64) -> [Int64]? {
        plans.filter { $0.gain >= goal }.map { [$0.cost, -$0.gain, $0.count] }.min { $0.lexicographicallyPrecedes($1) }
    }

    func greatestGain(budget: Int64) -> [Int64]? {
        plans.filter { $0.cost <= budget }.map { [-$0.gain, $0.cost, $0.count] }.min {
            $0.lexicographicallyPrecedes($1)
        }
    }

    /// Cost, negative gain and number of actions of all plans that reach the goal, the best first.
    func ranking(goal: Int64) -> [[Int64]] {
        plans.filter { $0.gain >= goal }.map { [$0.cost, -$0.gain, $0.count] }.sorted {
            $0.lexicographicallyPrecedes($1)
        }
    }

    /// Small problems with all kinds of conditions, some of them contradictory.
    static let samples: [ActionEnumeration] = (0..<240).map { index in
        ActionEnumeration(sample(UInt64(index)))
    }

    private static func sample(_ seed: UInt64) -> ActionProblem {
        var random = SeededRandom(seed: 900 + seed)
        let count = Int(random.remainder(below: 9))
        let range: Int64 = [2, 9, 50, 1_000_000][Int(seed) % 4]
        func action() -> Int { Int(random.remainder(below: Int64(count))) }
        var actions = (0..<count).map { _ in ActionProblem.Action(cost: random.remainder(below: range)) }
        var exclusions: [[Int]] = []
        if count > 0 {
            for _ in 0..<random.remainder(below: 4) { actions[action()].needs.append(action()) }
            for _ in 0..<random.remainder(below: 3) {
                exclusions.append((0...Int(random.remainder(below: 3))).map { _ in action() })
            }
            if random.remainder(below: 4) == 0 { actions[action()].requirement = .mustDo }
            if random.remainder(below: 4) == 0 { actions[action()].requirement = .mustNotDo }
        }
        let criteria = (0..<Int(random.remainder(below: 6))).map { _ in
            let effects =
                count == 0
                ? []
                : (0..<random.remainder(below: 5)).map { _ in
                    ActionProblem.Effect(action: action(), gain: random.remainder(below: range))
                }
            return ActionProblem.Criterion(
                rule: random.remainder(below: 2) == 0 ? .bestOf : .sum(cap: random.remainder(below: 2 * range)),
                effects: effects)
        }
        var floors: [ActionProblem.Floor] = []
        if !criteria.isEmpty, random.remainder(below: 3) == 0 {
            let first = Int(random.remainder(below: Int64(criteria.count)))
            floors.append(.init(criteria: Array(first..<criteria.count), gain: random.remainder(below: range)))
        }
        guard
            let problem = try? ActionProblem(
                actions: actions, criteria: criteria, exclusions: exclusions, floors: floors)
        else { preconditionFailure("the sample is made of valid parts") }
        return problem
    }
}

extension ActionPlan {
    /// Whether its cost and gain are correct and it satisfies the conditions.
    func isTrue(of problem: ActionProblem) -> Bool {
        let bits = actions.reduce(0) { $0 | 1 << $1 }
        guard let plan = ActionEnumeration.plan(bits, problem) else { return false }
        return plan.cost == cost && plan.gain == gain && plan.count == actions.count
            && criterionGains.reduce(0, +) == gain
    }
}
