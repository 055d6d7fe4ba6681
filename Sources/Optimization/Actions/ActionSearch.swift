internal import Values

/// Branch and bound over actions: every bound that cuts a branch is proven in integer arithmetic (`ProvenBound`) from
/// the linear relaxation's multipliers.
///
/// After each branching the search continues with the nearer of the two sides and, when that is settled, with the open
/// node of least bound; the earliest of equal ones. Nothing depends on time, threads or hashing.
struct ActionSearch {
    struct Result {
        var plan: ActionPlan?
        /// No plan's objective is less; when the search is finished, the plan's own objective.
        var bound: Int64
        var isFinished: Bool
    }

    struct Node {
        var bound: Int64
        var sequence: Int
        var ranges: [VariableRange]
        /// The branch that led here; nil at the root.
        var branch: Branching.Branch?
    }

    private let problem: ActionProblem
    private let conditions: ActionConditions
    private let objective: ActionModel.Objective
    private let goal: Int64?
    private let budget: Int64?
    private let model: ActionModel
    private var simplex: DualSimplex
    private var best: ActionPlan?
    /// Only smaller objectives are of interest.
    private var cutoff: Int64?
    private var open = LeastFirst<Node>()
    private var sequence = 0
    private var branching: Branching

    init(
        _ problem: ActionProblem, _ conditions: ActionConditions, objective: ActionModel.Objective, goal: Int64? = nil,
        budget: Int64? = nil
    ) {
        self.problem = problem
        self.conditions = conditions
        self.objective = objective
        self.goal = goal
        self.budget = budget
        model = ActionModel(problem, objective: objective, goal: goal, budget: budget)
        simplex = DualSimplex(model.linear)
        branching = Branching(actions: problem.actions.count)
    }

    private func value(_ plan: ActionPlan) -> Int64 {
        switch objective {
        case .cost: plan.cost
        case .gain: -plan.gain
        case .count: Int64(problem.count(of: plan))
        }
    }

    /// The plan of least objective below the cutoff among those that `ranges` allow. `nodes` counts down.
    mutating func run(
        from ranges: [VariableRange], below cutoff: Int64?, limits: PlanLimits, nodes: inout Int
    ) -> Result {
        self.cutoff = cutoff
        let least: Int64 = if case .gain = objective { -PlanLimits.greatestTotal } else { 0 }
        var all = ranges
        all += Array(repeating: .open, count: model.linear.costs.count - ranges.count)
        var next: Node? = Node(bound: least, sequence: 0, ranges: all)
        while let node = next ?? open.removeFirst() {
            guard nodes > 0, limits.isOver?() != true else {
                let bound = min(node.bound, open.first?.bound ?? node.bound)
                return Result(plan: best, bound: min(bound, self.cutoff ?? bound), isFinished: isBeaten(bound))
            }
            nodes -= 1
            next = examine(node)
        }
        return Result(plan: best, bound: self.cutoff ?? least, isFinished: true)
    }

    private func isBeaten(_ bound: Int64) -> Bool { cutoff.map { bound >= $0 } ?? false }

    /// Settles a node, or splits it: one side is returned, the other waits.
    private mutating func examine(_ node: Node) -> Node? {
        var (ranges, bound) = (node.ranges, node.bound)
        guard !isBeaten(bound), conditions.propagate(&ranges) else { return nil }
        var values: [Double]
        var reached: Double?
        switch simplex.solve(ranges, pivots: 20 * (model.linear.rows.count + 10)) {
        case .infeasible(let multipliers):
            let proof = ProvenBound(model.linear, ranges: ranges, multipliers: multipliers, isCosted: false)
            if proof.scaled > 0 { return nil }
            values = ranges.map { Double($0.lower) }
        case .optimal, .unfinished:
            values = simplex.values
            let proven = ProvenBound(model.linear, ranges: ranges, multipliers: simplex.multipliers, isCosted: true)
            bound = max(bound, proven.bound(unit: model.unit))
            let objective = proven.approximate
            if let branch = node.branch { branching.learn(branch, objective) }
            reached = objective
            if isBeaten(bound) { return nil }
            if isHeuristicDue { tryRounding(values, ranges) }
            if isBeaten(bound) { return nil }
            settle(&ranges, by: proven)
            guard conditions.propagate(&ranges) else { return nil }
        }
        guard let action = branchingAction(values, ranges, isOptimal: reached != nil) else {
            consider(problem.actions.indices.map { ranges[$0] == .one })
            return nil
        }
        var (zero, one) = (ranges, ranges)
        zero[action] = .zero
        one[action] = .one
        let (near, far) = values[action] >= 0.5 ? (one, zero) : (zero, one)
        sequence += 2
        func branch(isUp: Bool) -> Branching.Branch? {
            let distance = isUp ? 1 - values[action] : values[action]
            return reached.map { .init(action: action, isUp: isUp, distance: distance, from: $0) }
        }
        let isUp = values[action] >= 0.5
        open.insert(Node(bound: bound, sequence: sequence - 1, ranges: far, branch: branch(isUp: !isUp)))
        return Node(bound: bound, sequence: sequence, ranges: near, branch: branch(isUp: isUp))
    }

    private var isHeuristicDue: Bool { sequence < 40 || sequence % 16 == 0 }

    /// Settles the actions whose other side cannot be better than the best known plan.
    private func settle(_ ranges: inout [VariableRange], by proven: ProvenBound) {
        guard let cutoff else { return }
        for action in problem.actions.indices where !ranges[action].isFixed {
            let cost = proven.reducedCosts[action]
            if cost != 0, proven.bound(unit: model.unit, adding: abs(cost)) >= cutoff {
                ranges[action] = cost > 0 ? .zero : .one
            }
        }
    }

    /// The open action whose two sides are expected to raise the bound most, the earliest of equal ones. If the
    /// relaxation splits none, the first open action: only the relaxation's inexactness leaves such a node unsettled.
    private func branchingAction(_ values: [Double], _ ranges: [VariableRange], isOptimal: Bool) -> Int? {
        var (found, most): (Int?, Double) = (nil, -1)
        for action in problem.actions.indices where !ranges[action].isFixed {
            let value = values[action]
            guard min(value, 1 - value) > Branching.leastDistance else { continue }
            let penalties = isOptimal ? simplex.penalties(of: action, ranges) : (0, 0)
            let score = branching.score(action, value, penalties)
            if score > most { (found, most) = (action, score) }
        }
        return found ?? problem.actions.indices.first { !ranges[$0].isFixed }
    }

    private mutating func consider(_ isTaken: [Bool]) {
        let plan = problem.plan(taking: isTaken)
        guard !isBeaten(value(plan)), isEnough(plan), isAffordable(plan), problem.allows(plan, taking: isTaken) else {
            return
        }
        best = plan
        cutoff = value(plan)
    }

    private func isEnough(_ plan: ActionPlan) -> Bool { goal.map { plan.gain >= $0 } ?? true }
    private func isAffordable(_ plan: ActionPlan) -> Bool { budget.map { plan.cost <= $0 } ?? true }

    /// Takes actions in the order of the relaxation's values until the conditions are met (or, for gain, as long as the
    /// budget lasts), then leaves out again what is not needed, the most expensive first.
    private mutating func tryRounding(_ values: [Double], _ ranges: [VariableRange]) {
        var isTaken = problem.actions.indices.map { ranges[$0] == .one }
        let order = problem.actions.indices.filter { !ranges[$0].isFixed }
            .sorted { (values[$1], $0) < (values[$0], $1) }
        let isForGain: Bool = if case .gain = objective { true } else { false }
        for action in order where !isTaken[action] {
            if !isForGain, values[action] < 0.5 {
                let plan = problem.plan(taking: isTaken)
                if isEnough(plan), problem.allows(plan, taking: isTaken) { break }
            }
            let before = isTaken
            guard conditions.take(action, &isTaken, ranges) else { continue }
            if let budget, cost(isTaken) > budget { isTaken = before }
        }
        if !isForGain {
            for action in order.sorted(by: { (-problem.actions[$0].cost, -$0) < (-problem.actions[$1].cost, -$1) })
            where isTaken[action] {
                isTaken[action] = false
                let plan = problem.plan(taking: isTaken)
                if !isEnough(plan) || !problem.allows(plan, taking: isTaken) { isTaken[action] = true }
            }
        }
        consider(isTaken)
    }

    private func cost(_ isTaken: [Bool]) -> Int64 {
        isTaken.indices.reduce(0) { isTaken[$1] ? $0 + problem.actions[$1].cost : $0 }
    }
}

extension ActionSearch.Node: Comparable {
    static func < (a: Self, b: Self) -> Bool { (a.bound, a.sequence) < (b.bound, b.sequence) }
    static func == (a: Self, b: Self) -> Bool { a.sequence == b.sequence }
}
