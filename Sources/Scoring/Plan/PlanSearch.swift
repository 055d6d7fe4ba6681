import Optimization
import Values

/// The search for the best plan where actions are too entangled for one look: branch and bound over actions.
///
/// Every space of plans has a bound (``PlanChoices``); the one of least bound is divided by an action that its choices
/// contest, until a space falls apart into pieces whose outcomes are known. Nothing is given up before the time is over.
struct PlanSearch {
    enum Wanted {
        case leastCost(gain: Int64)
        case greatestGain(budget: Int64)
    }

    struct Answer {
        /// Nil where no plan was found.
        var best: PlanChoices.Choice?
        /// No plan's cost, or negative gain, is less.
        var bound: Int64
        var isProven: Bool
    }

    private struct Node: Comparable {
        var bound: Int64
        var sequence: Int
        var space: PlanSpace
        var action: Int

        static func < (a: Self, b: Self) -> Bool { (a.bound, a.sequence) < (b.bound, b.sequence) }
        static func == (a: Self, b: Self) -> Bool { a.sequence == b.sequence }
    }

    /// How many spaces a frontier is put together from.
    static let mostSpaces = 512
    /// How many spaces are divided before the search over single actions, which bounds by linear programs, is asked.
    private static let firstSpaces = 300

    private let maker: PlanSpace.Maker
    private let wanted: Wanted
    private let limits: PlanLimits
    private var trial: PlanTrial
    private var best: PlanChoices.Choice?
    /// No plan is better than the least of these, apart from those that are still open.
    private var settledBound = Int64.max
    /// Proven for all plans.
    private var wholeBound = Int64.min
    private var sequence = 0

    init(_ maker: PlanSpace.Maker, _ wanted: Wanted, limits: PlanLimits) {
        (self.maker, self.wanted, self.limits) = (maker, wanted, limits)
        trial = PlanTrial(maker.effects, maker.sums)
    }

    private func value(_ choice: PlanChoices.Choice) -> Int64 {
        switch wanted {
        case .leastCost: choice.cost
        case .greatestGain: -choice.gain
        }
    }

    private func isEnough(_ choice: PlanChoices.Choice) -> Bool {
        switch wanted {
        case .leastCost(let gain): choice.gain >= gain
        case .greatestGain(let budget): choice.cost <= budget
        }
    }

    private mutating func note(_ choice: PlanChoices.Choice) {
        guard isEnough(choice) else { return }
        if let best {
            let (old, new) = ((value(best), best.cost, -best.gain), (value(choice), choice.cost, -choice.gain))
            guard new < old else { return }
        }
        best = choice
    }

    /// - Parameters:
    ///   - choices: those of the space.
    ///   - known: a plan to start from.
    mutating func run(
        _ space: PlanSpace, _ choices: PlanChoices, knowing known: PlanChoices.Choice? = nil
    ) throws(PlanError) -> Answer {
        if let known { note(known) }
        // Without time there is no better plan than a known one.
        if known == nil || limits.isOver?() != true { note(among: trial.steps(space, wanted)) }
        var open = LeastFirst<Node>()
        try examine(space, choices, above: .min, &open)
        var count = 0
        while let node = open.removeFirst() {
            if let best, max(node.bound, wholeBound) >= value(best) { continue }
            count += 1
            if count == Self.firstSpaces { try askLinear(space) }
            guard limits.isOver?() != true else {
                let bound = max(min(node.bound, settledBound), wholeBound)
                return answer(bound)
            }
            for requirement in [PlannedAction.Requirement.mustDo, .mustNotDo] {
                guard let part = node.space.settling([(node.action, requirement)], maker),
                    let choices = try PlanChoices(part, maker)
                else { continue }
                try examine(part, choices, above: node.bound, &open)
            }
        }
        return answer(max(settledBound, wholeBound))
    }

    private func answer(_ bound: Int64) -> Answer {
        guard let best else { return Answer(best: nil, bound: bound, isProven: bound == .max) }
        let least = min(bound, value(best))
        return Answer(best: best, bound: least, isProven: least == value(best))
    }

    /// Settles a space, or adds it to the open ones.
    private mutating func examine(
        _ space: PlanSpace, _ choices: PlanChoices, above least: Int64, _ open: inout LeastFirst<Node>
    ) throws(PlanError) {
        let outcome: PlanOutcome<PlanChoices.Choice>
        switch wanted {
        case .leastCost(let gain): outcome = try choices.leastCost(gain: gain, limits: limits)
        case .greatestGain(let budget): outcome = try choices.greatestGain(budget: budget, limits: limits)
        }
        let bound: Int64
        switch (outcome, wanted) {
        case (.infeasible, _): return
        case (.optimal(let choice), _): bound = max(value(choice), least)
        case (.feasible(_, let limit), .leastCost), (.unknown(let limit), .leastCost): bound = max(limit, least)
        case (.feasible(_, let limit), .greatestGain), (.unknown(let limit), .greatestGain): bound = max(-limit, least)
        }
        if choices.isExact {
            if let choice = outcome.plan { note(choice) }
            // Only a limit of the choices' own search leaves more than that.
            if outcome.plan.map({ bound < value($0) }) ?? true { settledBound = min(settledBound, bound) }
            return
        }
        if let best, bound >= value(best) { return }
        let isTried = (sequence < 40 || sequence % 16 == 0) && limits.isOver?() != true
        if let choice = outcome.plan, best == nil || isTried {
            note(among: trial.repaired(choice.taken, in: space, wanted))
        }
        guard let action = contested(choices, outcome.plan?.taken ?? []) else { return }
        sequence += 1
        open.insert(Node(bound: bound, sequence: sequence, space: space, action: action))
    }

    private mutating func note(among choices: [PlanChoices.Choice]) { for choice in choices { note(choice) } }

    /// The action that most leaves disagree about, the more expensive of equal ones.
    private func contested(_ choices: PlanChoices, _ taken: [Int]) -> Int? {
        let chosen = Set(taken)
        let disputed = choices.contested.filter { chosen.contains($0) && maker.effects.leavesOf[$0].count > 1 }
        return Self.hub(of: disputed, maker.effects) ?? Self.hub(of: choices.contested, maker.effects)
    }

    /// The action with most leaves and conditions, the more expensive of equal ones, of these the first.
    static func hub(of actions: [Int], _ effects: ActionEffects) -> Int? {
        func weight(_ action: Int) -> (Int, Int64, Int) {
            (
                effects.leavesOf[action].count + effects.neededBy[action].count + effects.needs[action].count
                    + effects.excludedBy[action].count, effects.actions[action].cost.mantissa, -action
            )
        }
        return actions.max { weight($0) < weight($1) }
    }

    /// Asks the search over single actions, whose bounds are linear programs: better where everything is entangled.
    private mutating func askLinear(_ space: PlanSpace) throws(PlanError) {
        guard maker.sums.parts.isEmpty else { return }
        let model = SharedActions(maker.effects, leafSets: 512)
        guard let problem = try? model.problem(space.settled) else { return }
        let base = model.base
        let taken: [Int]?
        switch wanted {
        case .leastCost(let gain):
            let outcome = try problem.leastCost(goal: max(gain - base, 0), limits: limits)
            taken = outcome.plan?.actions
            switch outcome {
            case .optimal(let plan): wholeBound = plan.cost
            case .feasible(_, let bound), .unknown(let bound): wholeBound = bound
            case .infeasible: wholeBound = .max
            }
        case .greatestGain(let budget):
            let outcome = try problem.greatestGain(budget: budget, limits: limits)
            taken = outcome.plan?.actions
            switch outcome {
            case .optimal(let plan): wholeBound = -(plan.gain + base)
            case .feasible(_, let bound), .unknown(let bound): wholeBound = -(bound + base)
            case .infeasible: wholeBound = .max
            }
        }
        let own = taken?.filter { $0 < maker.effects.actions.count }
        if let own { note(among: trial.repaired(own, in: space, wanted)) }
    }
}
