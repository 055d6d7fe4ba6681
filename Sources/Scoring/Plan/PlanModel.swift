import Optimization
import Values

/// A unit's actions as an integer problem, for finding the best plan.
///
/// Actions that interact form a piece (``PlanPiece``); its outcomes are found one action after another
/// (``OutcomeSweep``), and one outcome is chosen per piece (``PlanChoices``): exact for any rule. Where outcomes of a
/// piece are too many, actions are decided one by one until what remains falls apart into pieces that are small enough
/// (``PlanSearch``).
struct PlanModel {
    let effects: ActionEffects
    let sums: PlanSums
    private let maker: PlanSpace.Maker
    /// The plans that the actions' own requirements allow; nil when they contradict each other.
    private let start: PlanSpace?
    /// Whether one look settles any question: no piece of actions has too many outcomes.
    var isSimple: Bool { start?.pieces.allSatisfy { $0.outcomes != nil } ?? true }

    /// - Throws: ``PlanError`` for sums beyond what a search can handle.
    init(
        _ effects: ActionEffects, _ sums: PlanSums, limits: OutcomeLimits = OutcomeLimits(),
        isOver: (@Sendable () -> Bool)? = nil
    ) throws(PlanError) {
        var total = Int128(0)
        for action in effects.actions {
            guard action.cost >= 0 else { throw .negativeAction(0) }
            total += Int128(action.cost.mantissa)
        }
        guard total <= Int128(Int64.max) else { throw .totalTooLarge }
        self.effects = effects
        self.sums = sums
        maker = PlanSpace.Maker(effects: effects, sums: sums, limits: limits, isOver: isOver)
        start = maker.everything.settling(
            effects.actions.enumerated().map { ($0.offset, $0.element.requirement) }, maker)
    }

    /// The plans that some requirements allow, which repeat or add to the actions' own.
    private func space(_ requirements: [PlannedAction.Requirement]) -> PlanSpace? {
        guard let start else { return nil }
        let added = requirements.indices.filter { start.settled[$0] != requirements[$0] && requirements[$0] != .open }
        return added.isEmpty ? start : start.settling(added.map { ($0, requirements[$0]) }, maker)
    }

    /// The cheapest set of actions that gains at least `gain`; of several, the one that gains most.
    ///
    /// - Parameters:
    ///   - gain: in millionths beyond the points without any action, before the total is rounded.
    ///   - requirements: whether each action can still be chosen.
    func leastCost(
        gain: Int64, requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> PlanOutcome<[Int]> {
        guard let space = space(requirements) else { return .infeasible(nearest: nil) }
        let choices = try PlanChoices(space, maker)
        guard let choices else { return .infeasible(nearest: nil) }
        if choices.isExact {
            let outcome = try choices.leastCost(gain: gain, limits: limits)
            if outcome.isProven { return Self.taken(outcome) }
        }
        var search = PlanSearch(maker, .leastCost(gain: gain), limits: limits)
        let answer = try search.run(space, choices)
        guard let best = answer.best else {
            return answer.isProven ? .infeasible(nearest: nil) : .unknown(bound: answer.bound)
        }
        // Of plans that cost the same, the one that gains most.
        var richer = PlanSearch(maker, .greatestGain(budget: best.cost), limits: limits)
        let taken = try richer.run(space, choices, knowing: best).best?.taken ?? best.taken
        return answer.isProven ? .optimal(taken) : .feasible(taken, bound: answer.bound)
    }

    /// The set of actions that gains most within a budget in millionths; of several, the cheapest. Also its gain in
    /// millionths, which no set exceeds when the result is optimal.
    func greatestGain(
        budget: Int64, requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> (outcome: PlanOutcome<[Int]>, gain: Int64?) {
        guard let space = space(requirements), let choices = try PlanChoices(space, maker) else {
            return (.infeasible(nearest: nil), nil)
        }
        if choices.isExact {
            let outcome = try choices.greatestGain(budget: budget, limits: limits)
            if case .infeasible = outcome {
                let least = try choices.leastCost(gain: -PlanLimits.greatestTotal, limits: limits).plan
                return (.infeasible(nearest: least?.taken), nil)
            }
            if outcome.isProven { return (Self.taken(outcome), outcome.plan?.gain) }
        }
        var search = PlanSearch(maker, .greatestGain(budget: budget), limits: limits)
        let answer = try search.run(space, choices)
        guard let best = answer.best else {
            guard answer.isProven else { return (.unknown(bound: -answer.bound), nil) }
            let least = try leastCost(gain: -PlanLimits.greatestTotal, requirements: requirements, limits: limits)
            return (.infeasible(nearest: least.plan), nil)
        }
        var cheaper = PlanSearch(maker, .leastCost(gain: best.gain), limits: limits)
        let taken = try cheaper.run(space, choices, knowing: best).best?.taken ?? best.taken
        return (answer.isProven ? .optimal(taken) : .feasible(taken, bound: -answer.bound), best.gain)
    }

    /// All sets of actions that no other beats in both cost and points, starting from the cheapest.
    func frontier(
        requirements: [PlannedAction.Requirement], limits: PlanLimits
    ) throws(PlanError) -> FrontierSets {
        guard let space = space(requirements) else { return FrontierSets(parts: [], isProven: true) }
        var open = [space]
        var parts: [PlanChoices.Frontier] = []
        var count = 1
        while let next = open.popLast() {
            guard let choices = try PlanChoices(next, maker) else { continue }
            if choices.isExact {
                parts.append(try choices.frontier())
                continue
            }
            guard count < PlanSearch.mostSpaces, limits.isOver?() != true,
                let action = PlanSearch.hub(of: choices.contested, effects)
            else { return try steps(requirements, limits) }
            count += 2
            for requirement in [PlannedAction.Requirement.mustDo, .mustNotDo] {
                if let part = next.settling([(action, requirement)], maker) { open.append(part) }
            }
        }
        return FrontierSets(parts: parts, isProven: true)
    }

    /// From the highest gain down: each plan is the one of greatest gain among those cheaper than the one before. When
    /// the time is over, also what single steps achieve.
    private func steps(
        _ requirements: [PlannedAction.Requirement], _ limits: PlanLimits
    ) throws(PlanError) -> FrontierSets {
        var found: [Outcome] = []
        var (isProven, isComplete) = (true, false)
        var budget = Int64.max
        while !isComplete, limits.isOver?() != true {
            let (outcome, gain) = try greatestGain(budget: budget, requirements: requirements, limits: limits)
            if !outcome.isProven { isProven = false }
            guard let taken = outcome.plan, let gain else {
                isComplete = true
                continue
            }
            found.append(self.outcome(of: taken, gain: gain))
            budget = (found.last?.cost ?? 0) - 1
            isComplete = budget < 0
        }
        if isComplete && isProven { return FrontierSets(sets: Outcome.undominated(found), isProven: true) }
        if let space = space(requirements) {
            var trial = PlanTrial(effects, sums)
            found += trial.steps(space, .greatestGain(budget: .max)).map { self.outcome(of: $0.taken, gain: $0.gain) }
        }
        return FrontierSets(sets: Outcome.undominated(found), isProven: false)
    }

    private func outcome(of taken: [Int], gain: Int64) -> Outcome {
        Outcome(cost: effects.cost(of: taken), gain: gain, parts: [], taken: taken)
    }

    private static func taken(_ outcome: PlanOutcome<PlanChoices.Choice>) -> PlanOutcome<[Int]> {
        switch outcome {
        case .optimal(let choice): .optimal(choice.taken)
        case .feasible(let choice, let bound): .feasible(choice.taken, bound: bound)
        case .unknown(let bound): .unknown(bound: bound)
        case .infeasible(let nearest): .infeasible(nearest: nearest?.taken)
        }
    }
}

/// Sets of actions that no other beats in both cost and points.
struct FrontierSets {
    private let parts: [PlanChoices.Frontier]
    private let sets: [Outcome]
    /// By ascending cost and gain: in millionths, and where the set is.
    private let places: [(cost: Int64, gain: Int64, part: Int, index: Int)]
    /// Whether they are proven to be all.
    let isProven: Bool

    init(parts: [PlanChoices.Frontier], isProven: Bool) {
        var all: [(cost: Int64, gain: Int64, part: Int, index: Int)] = []
        for (position, part) in parts.enumerated() {
            for index in 0..<part.count { all.append((part[index].cost, part[index].gain, position, index)) }
        }
        if parts.count > 1 {
            all.sort { ($0.cost, -$0.gain, $0.part, $0.index) < ($1.cost, -$1.gain, $1.part, $1.index) }
            var most: Int64?
            all.removeAll { place in
                if let most, place.gain <= most { return true }
                most = place.gain
                return false
            }
        }
        (self.parts, sets, places, self.isProven) = (parts, [], all, isProven)
    }

    init(sets: [Outcome], isProven: Bool) {
        places = sets.enumerated().map { ($0.element.cost, $0.element.gain, -1, $0.offset) }
        (parts, self.sets, self.isProven) = ([], sets, isProven)
    }

    var count: Int { places.count }

    /// Cost and gain in millionths, the gain before the total is rounded.
    subscript(index: Int) -> (cost: Int64, gain: Int64) { (places[index].cost, places[index].gain) }

    /// The actions, ascending.
    func taken(_ index: Int) -> [Int] {
        let place = places[index]
        return place.part < 0 ? sets[place.index].taken : parts[place.part].taken(place.index)
    }
}
