/// Actions that can be taken or left, and criteria whose gains depend on which are taken: the problem of choosing
/// actions to reach a gain at least cost, or to gain the most within a budget. All numbers are integers in the caller's
/// units; actions and criteria are identified by their positions.
package struct ActionProblem: Sendable {
    /// Whether an action can still be chosen.
    package enum Requirement: Hashable, Sendable {
        case open, mustDo, mustNotDo
    }

    package struct Action: Sendable {
        package var cost: Int64
        package var requirement: Requirement
        /// Actions without which this one cannot be taken.
        package var needs: [Int]
        /// Whether it counts as an action of its own. One that only says that other actions are taken together does
        /// not.
        package var isCounted: Bool

        package init(cost: Int64, requirement: Requirement = .open, needs: [Int] = [], isCounted: Bool = true) {
            self.cost = cost
            self.requirement = requirement
            self.needs = needs
            self.isCounted = isCounted
        }
    }

    /// What an action does for a criterion.
    package struct Effect: Hashable, Sendable {
        package var action: Int
        package var gain: Int64

        package init(action: Int, gain: Int64) {
            self.action = action
            self.gain = gain
        }
    }

    /// How the effects of the actions taken combine.
    package enum Rule: Hashable, Sendable {
        /// The greatest of their gains: each action raises the criterion to a level.
        case bestOf
        /// The sum of their gains, but no more than the cap.
        case sum(cap: Int64)
    }

    package struct Criterion: Sendable {
        package var rule: Rule
        package var effects: [Effect]

        package init(rule: Rule, effects: [Effect]) {
            self.rule = rule
            self.effects = effects
        }
    }

    /// A sum of gains, such as that of a field, for which every plan must reach a minimum.
    package struct Floor: Sendable {
        package var criteria: [Int]
        package var gain: Int64

        package init(criteria: [Int], gain: Int64) {
            self.criteria = criteria
            self.gain = gain
        }
    }

    package let actions: [Action]
    package let criteria: [Criterion]
    /// Sets of actions of which at most one may be taken.
    package let exclusions: [[Int]]
    package let floors: [Floor]

    /// Throws for negative numbers, positions that do not exist and sums beyond `PlanLimits.greatestTotal`. A repeated
    /// position in an exclusion or a floor counts once. Contradictory conditions are not an error here: such a problem
    /// is infeasible.
    package init(
        actions: [Action], criteria: [Criterion], exclusions: [[Int]] = [], floors: [Floor] = []
    ) throws(PlanError) {
        var (cost, gain) = (CheckedTotal(), CheckedTotal())
        for (index, action) in actions.enumerated() {
            guard action.cost >= 0 else { throw .negativeAction(index) }
            try cost.add(action.cost)
            for need in action.needs where !actions.indices.contains(need) { throw .unknownAction(need) }
        }
        for (index, criterion) in criteria.enumerated() {
            if case .sum(let cap) = criterion.rule, cap < 0 { throw .negativeGain(index) }
            for effect in criterion.effects {
                guard actions.indices.contains(effect.action) else { throw .unknownAction(effect.action) }
                guard effect.gain >= 0 else { throw .negativeGain(index) }
                try gain.add(effect.gain)
            }
        }
        for action in exclusions.joined() where !actions.indices.contains(action) { throw .unknownAction(action) }
        for (index, floor) in floors.enumerated() {
            guard floor.gain >= 0 else { throw .negativeFloor(index) }
            for criterion in floor.criteria where !criteria.indices.contains(criterion) {
                throw .unknownCriterion(criterion)
            }
        }
        self.actions = actions
        self.criteria = criteria
        self.exclusions = exclusions.map { Array(Set($0)).sorted() }
        self.floors = floors.map { Floor(criteria: Array(Set($0.criteria)).sorted(), gain: $0.gain) }
    }
}

/// A set of actions to take.
package struct ActionPlan: Hashable, Sendable {
    package var cost: Int64
    package var gain: Int64
    /// The positions of the actions taken, ascending.
    package var actions: [Int]
    /// What each criterion gains.
    package var criterionGains: [Int64]
}

extension ActionProblem {
    /// How many of a plan's actions count.
    func count(of plan: ActionPlan) -> Int { plan.actions.count { actions[$0].isCounted } }

    /// The plan of a set of actions, whether or not it satisfies the conditions. O(actions + effects).
    func plan(taking isTaken: [Bool]) -> ActionPlan {
        let gains = criteria.map { criterion in
            var gain: Int64 = 0
            for effect in criterion.effects where isTaken[effect.action] {
                switch criterion.rule {
                case .bestOf: gain = max(gain, effect.gain)
                case .sum(let cap): gain = min(gain + effect.gain, cap)
                }
            }
            return gain
        }
        let taken = isTaken.indices.filter { isTaken[$0] }
        return ActionPlan(
            cost: taken.reduce(0) { $0 + actions[$1].cost }, gain: gains.reduce(0, +), actions: taken,
            criterionGains: gains)
    }

    /// Whether a plan satisfies all conditions, apart from a goal or a budget.
    func allows(_ plan: ActionPlan, taking isTaken: [Bool]) -> Bool {
        for (index, action) in actions.enumerated() {
            switch action.requirement {
            case .open: break
            case .mustDo: guard isTaken[index] else { return false }
            case .mustNotDo: guard !isTaken[index] else { return false }
            }
            if isTaken[index], !action.needs.allSatisfy({ isTaken[$0] }) { return false }
        }
        return exclusions.allSatisfy { set in set.count { isTaken[$0] } <= 1 }
            && floors.allSatisfy { floor in floor.criteria.reduce(0) { $0 + plan.criterionGains[$1] } >= floor.gain }
    }
}
