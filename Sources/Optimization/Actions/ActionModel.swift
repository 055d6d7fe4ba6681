internal import Values

/// The linear program of an action problem: variables 0 ..< n are the actions, the others say how far the levels of
/// criteria are reached. Integral values of the actions make the others integral where it matters, so only actions need
/// branching.
struct ActionModel {
    /// What is to be minimised.
    enum Objective {
        case cost
        /// The negative gain.
        case gain
        case count
    }

    let linear: LinearModel
    /// Every value of the objective is a multiple of this.
    let unit: Int64

    init(_ problem: ActionProblem, objective: Objective, goal: Int64?, budget: Int64?) {
        var linear = LinearModel(variables: problem.actions.count)
        let gains = problem.criteria.map { Self.gain(of: $0, in: &linear) }
        let total = Self.merged(gains.joined())
        if let goal, goal > 0 { linear.rows.append(.init(terms: total, bound: goal)) }
        let costs = problem.actions.enumerated().map { LinearModel.Term(variable: $0, factor: -$1.cost) }
        if let budget { linear.rows.append(.init(terms: costs.filter { $0.factor != 0 }, bound: -budget)) }
        for floor in problem.floors where floor.gain > 0 {
            linear.rows.append(.init(terms: Self.merged(floor.criteria.map { gains[$0] }.joined()), bound: floor.gain))
        }
        for (index, action) in problem.actions.enumerated() {
            for need in action.needs where need != index {
                linear.rows.append(
                    .init(terms: [.init(variable: need, factor: 1), .init(variable: index, factor: -1)], bound: 0))
            }
        }
        for set in problem.exclusions where set.count > 1 {
            linear.rows.append(.init(terms: set.map { .init(variable: $0, factor: -1) }, bound: -1))
        }
        switch objective {
        case .cost: for term in costs { linear.costs[term.variable] = -term.factor }
        case .gain: for term in total { linear.costs[term.variable] = -term.factor }
        case .count:
            for index in problem.actions.indices where problem.actions[index].isCounted { linear.costs[index] = 1 }
        }
        self.linear = linear
        // Capped gains can be any sum of their parts, so the parts count, not the coefficients of the variables.
        let parts: [Int64] =
            switch objective {
            case .cost: problem.actions.map { $0.cost }
            case .gain: problem.criteria.flatMap { $0.effects.map { $0.gain } + [$0.rule.cap ?? 0] }
            case .count: [1]
            }
        unit = max(Int64(parts.reduce(0) { greatestCommonDivisor($0, $1.magnitude) }), 1)
    }

    /// The gain of a criterion as a sum over variables, after adding the rows that tie new variables to the actions.
    private static func gain(
        of criterion: ActionProblem.Criterion, in linear: inout LinearModel
    ) -> [LinearModel.Term] {
        switch criterion.rule {
        case .bestOf: levels(criterion.effects, in: &linear)
        case .sum(let cap): capped(criterion.effects, cap: cap, in: &linear)
        }
    }

    /// The steps from level to level: a step counts as far as actions of its level or a higher one are taken. This is
    /// as strong as choosing one action for the criterion, with fewer variables.
    private static func levels(
        _ effects: [ActionProblem.Effect], in linear: inout LinearModel
    ) -> [LinearModel.Term] {
        var best: [Int: Int64] = [:]
        for effect in effects { best[effect.action] = max(best[effect.action] ?? 0, effect.gain) }
        let actions = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var terms: [LinearModel.Term] = []
        var level: Int64 = 0
        for (index, action) in actions.enumerated() where action.value > level {
            let reaching = actions[index...].map { $0.key }.sorted()
            var variable = action.key
            if reaching.count > 1 {
                variable = linear.addVariable()
                linear.rows.append(
                    .init(
                        terms: reaching.map { .init(variable: $0, factor: 1) } + [
                            .init(variable: variable, factor: -1)
                        ],
                        bound: 0))
            }
            terms.append(.init(variable: variable, factor: action.value - level))
            level = action.value
        }
        return terms
    }

    private static func capped(
        _ effects: [ActionProblem.Effect], cap: Int64, in linear: inout LinearModel
    ) -> [LinearModel.Term] {
        let terms = merged(effects.map { LinearModel.Term(variable: $0.action, factor: $0.gain) })
        guard terms.reduce(0, { $0 + $1.factor }) > cap else { return terms }
        guard cap > 0 else { return [] }
        let variable = linear.addVariable()
        // No action counts for more than the cap, which loses no plan and makes the relaxation stronger.
        linear.rows.append(
            .init(
                terms: terms.map { .init(variable: $0.variable, factor: min($0.factor, cap)) }
                    + [.init(variable: variable, factor: -cap)], bound: 0))
        return [.init(variable: variable, factor: cap)]
    }

    /// One term per variable, in order, without zeros.
    private static func merged(_ terms: some Sequence<LinearModel.Term>) -> [LinearModel.Term] {
        var factors: [Int: Int64] = [:]
        for term in terms { factors[term.variable, default: 0] += term.factor }
        return factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { LinearModel.Term(variable: $0.key, factor: $0.value) }
    }
}

extension ActionProblem.Rule {
    fileprivate var cap: Int64? {
        switch self {
        case .bestOf: nil
        case .sum(let cap): cap
        }
    }
}
