import Optimization
import Values

/// A unit's actions as an integer problem, for finding the best plan.
///
/// Actions that interact form one group; where each group has few sets of actions that can be taken, every set is an
/// option and the problem is one of groups (``ChoiceProblem``): exact for any rule. Otherwise, and where fields have
/// floors that actions could violate, actions stay individual (``ActionProblem``).
struct PlanModel {
    /// How many sets of actions are enumerated.
    struct Sizes {
        /// For one group of interacting actions; beyond that, actions stay individual.
        var group = 4_096
        /// For one leaf, where actions stay individual; beyond that, the model only bounds the leaf.
        var leaf = 512
    }

    let effects: ActionEffects
    /// Sums of leaves' points, in millionths, that the plan must not go below, each with the leaves' positions among
    /// ``ActionEffects/leaves`` and the minimum points that the plan has to add.
    let floors: [(leaves: [Int], gain: Int64)]
    private let components: [PlanComponent]?
    private let shared: SharedActions?
    /// Millionths in one of the problem's cost units.
    private let costUnit: Int64
    private let gainUnit: Int64

    /// Whether every set of actions has exactly its points in the model. Otherwise the model gives some sets more than
    /// they have, never less.
    var isExact: Bool { shared?.isExact ?? true }

    /// - Throws: ``PlanError`` for sums beyond what a search can handle.
    init(_ effects: ActionEffects, floors: [(leaves: [Int], gain: Int64)], sizes: Sizes = Sizes()) throws(PlanError) {
        var total = Int128(0)
        for action in effects.actions {
            guard action.cost >= 0 else { throw .negativeAction(0) }
            total += Int128(action.cost.mantissa)
        }
        guard total <= Int128(Int64.max) else { throw .totalTooLarge }
        self.effects = effects
        var components: [PlanComponent]? = []
        for group in effects.connectedActions {
            guard let component = effects.component(of: group, limit: sizes.group) else {
                components = nil
                break
            }
            components?.append(component)
        }
        // Where no action does harm, a node keeps what it has.
        let open = floors.filter { floor in
            floor.gain > 0 || floor.leaves.contains { !effects.isHarmless(effects.leaves[$0], limit: sizes.leaf) }
        }
        if !open.isEmpty { components = nil }
        self.floors = open
        self.components = components
        shared = components == nil ? SharedActions(effects, leafSets: sizes.leaf) : nil
        costUnit = Self.divisor(effects.actions.map { $0.cost.mantissa })
        gainUnit = Self.divisor(
            components?.flatMap { $0.choices.map { $0.gain } } ?? shared?.gains ?? [])
    }

    private static func divisor(_ numbers: [Int64]) -> Int64 {
        max(Int64(clamping: numbers.reduce(0) { greatestCommonDivisor($0, $1.magnitude) }), 1)
    }

    private static func up(_ number: Int64, _ unit: Int64) -> Int64 {
        number <= 0 ? number / unit : (number - 1) / unit + 1
    }

    private static func down(_ number: Int64, _ unit: Int64) -> Int64 {
        number >= 0 ? number / unit : -up(-number, unit)
    }

    /// The cheapest set of actions that gains at least `gain`; of several, the one that gains most.
    ///
    /// - Parameters:
    ///   - gain: in millionths beyond the points without any action.
    ///   - standings: whether each action can still be chosen.
    func leastCost(
        gain: Int64, requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> PlanOutcome<[Int]> {
        try problem(requirements)?.leastCost(goal: gain, limits: limits) ?? .infeasible(nearest: nil)
    }

    /// The set of actions that gains most within a budget in millionths; of several, the cheapest. Also the gain
    /// according to the model, which no set exceeds when the result is optimal.
    func greatestGain(
        budget: Int64, requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> (outcome: PlanOutcome<[Int]>, gain: Int64?) {
        try problem(requirements)?.greatestGain(budget: budget, limits: limits) ?? (.infeasible(nearest: nil), nil)
    }

    /// All sets of actions that no other beats in both cost and points, starting from the cheapest.
    func frontier(
        requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> (sets: [[Int]], isProven: Bool) {
        guard let problem = try problem(requirements) else { return ([], true) }
        return try problem.frontier(limits: limits)
    }

    /// The problem with some actions fixed; nil when a group then has no set that can be taken.
    private func problem(_ requirements: [PlannedAction.Requirement]) throws(PlanError) -> Problem? {
        if let components {
            var base: Int64 = 0
            var groups: [[ChoiceOption]] = []
            var sets: [[[Int]]] = []
            for component in components {
                let must = component.actions.filter { requirements[$0] == .mustDo }
                let choices = component.choices.filter { choice in
                    must.allSatisfy(choice.taken.contains) && !choice.taken.contains { requirements[$0] == .mustNotDo }
                }
                guard let least = choices.map({ $0.gain }).min() else { return nil }
                base += least
                groups.append(
                    choices.map { ChoiceOption(cost: $0.cost / costUnit, gain: ($0.gain - least) / gainUnit) })
                sets.append(choices.map { $0.taken })
            }
            return Problem(
                kind: .groups(try ChoiceProblem(groups: groups), sets), base: base, costUnit: costUnit,
                gainUnit: gainUnit)
        }
        guard let shared else { return nil }
        return Problem(
            kind: .actions(
                try shared.problem(requirements, floors: floors, costUnit: costUnit, gainUnit: gainUnit),
                count: effects.actions.count),
            base: shared.base, costUnit: costUnit, gainUnit: gainUnit)
    }

    /// A problem in scaled units, and the way back.
    private struct Problem {
        enum Kind {
            case groups(ChoiceProblem, [[[Int]]])
            case actions(ActionProblem, count: Int)
        }

        let kind: Kind
        /// The gain that the problem counts as zero, in millionths.
        let base: Int64
        let costUnit: Int64
        let gainUnit: Int64

        func leastCost(goal: Int64, limits: PlanLimits) throws(PlanError) -> PlanOutcome<[Int]> {
            let goal = max(PlanModel.up(goal - base, gainUnit), 0)
            switch kind {
            case .groups(let problem, let sets):
                return back(try problem.leastCost(goal: goal, limits: limits), { $0 * costUnit }) { taken($0, sets) }
            case .actions(let problem, let count):
                return back(try problem.leastCost(goal: goal, limits: limits), { $0 * costUnit }) {
                    $0.actions.filter { $0 < count }
                }
            }
        }

        func greatestGain(
            budget: Int64, limits: PlanLimits
        ) throws(PlanError) -> (outcome: PlanOutcome<[Int]>, gain: Int64?) {
            let budget = min(budget / costUnit, PlanLimits.greatestTotal)
            switch kind {
            case .groups(let problem, let sets):
                let outcome = try problem.greatestGain(budget: budget, limits: limits)
                return (back(outcome, millionths) { taken($0, sets) }, outcome.plan.map { millionths($0.gain) })
            case .actions(let problem, let count):
                let outcome = try problem.greatestGain(budget: budget, limits: limits)
                return (
                    back(outcome, millionths) { $0.actions.filter { $0 < count } },
                    outcome.plan.map { millionths($0.gain) }
                )
            }
        }

        private func millionths(_ gain: Int64) -> Int64 { gain * gainUnit + base }

        func frontier(
            limits: PlanLimits
        ) throws(PlanError) -> (sets: [[Int]], isProven: Bool) {
            switch kind {
            case .groups(let problem, let sets):
                let frontier = try problem.frontier()
                return (frontier.points.indices.map { taken(frontier.plan(at: $0), sets) }, true)
            case .actions(let problem, let count):
                var found: (sets: [[Int]], isProven: Bool) = ([], true)
                var budget = PlanLimits.greatestTotal
                // From the highest gain down: each plan is the one of greatest gain among those cheaper than the one
                // before.
                while budget >= 0 {
                    let outcome = try problem.greatestGain(budget: budget, limits: limits)
                    if !outcome.isProven { found.isProven = false }
                    guard let plan = outcome.plan else { break }
                    found.sets.append(plan.actions.filter { $0 < count })
                    budget = plan.cost - 1
                }
                found.sets.reverse()
                return found
            }
        }

        private func taken(_ plan: ChoicePlan, _ sets: [[[Int]]]) -> [Int] {
            zip(sets, plan.options).flatMap { $0[$1] }.sorted()
        }

        private func back<Plan>(
            _ outcome: PlanOutcome<Plan>, _ bound: (Int64) -> Int64, _ taken: (Plan) -> [Int]
        ) -> PlanOutcome<[Int]> {
            switch outcome {
            case .optimal(let plan): .optimal(taken(plan))
            case .feasible(let plan, let limit): .feasible(taken(plan), bound: bound(limit))
            case .unknown(let limit): .unknown(bound: bound(limit))
            case .infeasible(let nearest): .infeasible(nearest: nearest.map(taken))
            }
        }
    }
}
