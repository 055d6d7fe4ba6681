import Optimization
import ScoreNumerics

/// Instances with shared actions, needs, exclusions and floors, identical to those of checks/plan-solvers.py.
enum ActionInstance {
    static func problem(seed: UInt64, criteria: Int, actions: Int, range: Int64) throws(PlanError) -> ActionProblem {
        var random = SeededRandom(seed: seed)
        var effects = [[ActionProblem.Effect]](repeating: [], count: criteria)
        var list: [ActionProblem.Action] = []
        for action in 0..<actions {
            list.append(.init(cost: 1 + random.remainder(below: range)))
            effects[action % criteria].append(.init(action: action, gain: 1 + random.remainder(below: 200)))
            for _ in 0..<2 where random.remainder(below: 4) == 0 {
                let criterion = Int(random.remainder(below: Int64(criteria)))
                effects[criterion].append(.init(action: action, gain: 1 + random.remainder(below: 200)))
            }
        }
        let all = (0..<criteria).map { index in
            let rule = index % 3 == 2 ? ActionProblem.Rule.sum(cap: 150 + random.remainder(below: 150)) : .bestOf
            return ActionProblem.Criterion(rule: rule, effects: effects[index])
        }
        for _ in 0..<actions / 8 {
            let (first, second) = (
                Int(random.remainder(below: Int64(actions))), Int(random.remainder(below: Int64(actions)))
            )
            if first != second { list[max(first, second)].needs.append(min(first, second)) }
        }
        let exclusions = (0..<actions / 12).map { _ in
            (0..<2 + random.remainder(below: 2)).map { _ in Int(random.remainder(below: Int64(actions))) }
        }
        let floors = (0..<Int(seed % 3)).map { field in
            let own = stride(from: field, to: criteria, by: 4)
            let most = own.reduce(0) { $0 + ceiling(of: all[$1]) }
            return ActionProblem.Floor(criteria: Array(own), gain: most * 2 / 5)
        }
        return try ActionProblem(actions: list, criteria: all, exclusions: exclusions, floors: floors)
    }

    /// The maximum gain of a criterion when conditions between actions are ignored.
    static func ceiling(of criterion: ActionProblem.Criterion) -> Int64 {
        switch criterion.rule {
        case .bestOf: criterion.effects.map(\.gain).max() ?? 0
        case .sum(let cap): min(criterion.effects.reduce(0) { $0 + $1.gain }, cap)
        }
    }
}
