import Optimization
import Values

/// The plans of a space as groups of options of which one each is chosen; where outcomes are too many, a problem that no
/// plan beats.
struct PlanChoices {
    /// A choice of options as a set of actions, with what the problem says of it.
    struct Choice {
        /// Ascending.
        var taken: [Int]
        var cost: Int64
        var gain: Int64
    }

    /// Whether each choice is a plan with exactly its cost and gain.
    let isExact: Bool
    /// Undecided actions of which a search should decide one next, where the choices are not exact.
    let contested: [Int]
    private let problem: ChoiceProblem
    private let groups: [[Outcome]]
    private let base: Outcome
    private let costUnit: Int64
    private let gainUnit: Int64

    /// The most outcomes of pieces that are joined because sums above them are rounded, capped or bounded.
    private static let mostTogether = 100_000

    /// Nil when no plan of the space can be scored or keeps its minimum sums.
    init?(_ space: PlanSpace, _ maker: PlanSpace.Maker) throws(PlanError) {
        let sums = maker.sums
        var base = space.base
        var groups: [[Outcome]] = []
        var contested: [Int] = []
        var isExact = true
        var untouched = Set(sums.parts.indices)
        for (pieces, parts) in Self.linked(space.pieces, sums) {
            untouched.subtract(parts)
            if parts.isEmpty, let outcomes = pieces[0].outcomes {
                groups.append(outcomes)
                continue
            }
            if let joined = Self.joined(pieces, parts, space.base, sums) {
                groups.append(joined)
                continue
            }
            isExact = false
            for piece in pieces {
                contested += piece.actions
                groups += (piece.outcomes.map { [$0] } ?? piece.loose).map { list in
                    list.map { outcome in
                        var flat = outcome
                        flat.gain = sums.greatestGain(outcome.gain, outcome.parts)
                        flat.parts = []
                        return flat
                    }
                }
            }
            var own = sums.parts.map { _ in Int64(0) }
            for part in parts { own[part] = space.base.parts[part] }
            base.gain += sums.greatestGain(0, own) + sums.slack(of: parts)
        }
        guard let gain = sums.gain(base.gain, space.base.parts, of: untouched.sorted()),
            !groups.contains(where: { $0.isEmpty })
        else { return nil }
        base.gain = gain
        let leasts = groups.map { group in group.reduce(Int64.max) { min($0, $1.gain) } }
        for least in leasts { base.gain += least }
        var (costUnit, gainUnit): (Int64, Int64) = (0, 0)
        for (group, least) in zip(groups, leasts) {
            for outcome in group {
                if costUnit != 1 { costUnit = Int64(greatestCommonDivisor(costUnit, outcome.cost)) }
                if gainUnit != 1 { gainUnit = Int64(greatestCommonDivisor(gainUnit, outcome.gain - least)) }
            }
        }
        (costUnit, gainUnit) = (max(costUnit, 1), max(gainUnit, 1))
        var options: [[ChoiceOption]] = []
        options.reserveCapacity(groups.count)
        for (group, least) in zip(groups, leasts) {
            options.append(
                group.map { ChoiceOption(cost: $0.cost / costUnit, gain: ($0.gain - least) / gainUnit) })
        }
        problem = try ChoiceProblem(groups: options)
        (self.costUnit, self.gainUnit, self.isExact, self.contested) = (costUnit, gainUnit, isExact, contested)
        (self.groups, self.base) = (groups, base)
    }

    /// The pieces that have to be looked at together because they share a part, with the parts.
    private static func linked(_ pieces: [PlanPiece], _ sums: PlanSums) -> [(pieces: [PlanPiece], parts: [Int])] {
        if sums.parts.isEmpty { return pieces.map { ([$0], []) } }
        var found: [(pieces: [PlanPiece], parts: Set<Int>)] = []
        for piece in pieces {
            var joined: (pieces: [PlanPiece], parts: Set<Int>) = ([], [])
            for leaf in piece.leaves { joined.parts.formUnion(sums.members[leaf]) }
            if joined.parts.contains(where: sums.isCapped) {
                for part in sums.parts.indices where sums.isCapped(part) { joined.parts.insert(part) }
            }
            for other in found where !other.parts.isDisjoint(with: joined.parts) {
                joined.pieces += other.pieces
                joined.parts.formUnion(other.parts)
            }
            found.removeAll { !$0.parts.isDisjoint(with: joined.parts) }
            joined.pieces.append(piece)
            found.append(joined)
        }
        return found.map { ($0.pieces, $0.parts.sorted()) }
    }

    /// The outcomes of pieces that share parts, with what the total gains; nil where they are too many.
    private static func joined(
        _ pieces: [PlanPiece], _ parts: [Int], _ base: Outcome, _ sums: PlanSums
    ) -> [Outcome]? {
        var start = Outcome(cost: 0, gain: 0, parts: sums.parts.map { _ in 0 }, taken: [])
        for part in parts { start.parts[part] = base.parts[part] }
        var list = [start]
        for piece in pieces {
            guard let outcomes = piece.outcomes,
                let longer = Outcome.together(list, outcomes, limit: mostTogether)
            else { return nil }
            list = longer
        }
        return Outcome.undominated(
            list.compactMap { outcome in
                sums.gain(outcome.gain, outcome.parts, of: parts).map { gain in
                    Outcome(cost: outcome.cost, gain: gain, parts: [], taken: outcome.taken)
                }
            })
    }

    // MARK: Questions

    private func choice(_ plan: ChoicePlan) -> Choice {
        var choice = Choice(
            taken: base.taken, cost: base.cost + plan.cost * costUnit, gain: base.gain + plan.gain * gainUnit)
        for (group, option) in zip(groups, plan.options) { choice.taken += group[option].taken }
        // An action may stand in several groups where outcomes were too many.
        choice.taken = isExact ? choice.taken.sorted() : Set(choice.taken).sorted()
        return choice
    }

    private func map(_ outcome: PlanOutcome<ChoicePlan>, _ bound: (Int64) -> Int64) -> PlanOutcome<Choice> {
        switch outcome {
        case .optimal(let plan): .optimal(choice(plan))
        case .feasible(let plan, let limit): .feasible(choice(plan), bound: bound(limit))
        case .unknown(let limit): .unknown(bound: bound(limit))
        case .infeasible(let nearest): .infeasible(nearest: nearest.map(choice))
        }
    }

    /// The cheapest choice that gains at least this, in millionths.
    func leastCost(gain: Int64, limits: PlanLimits) throws(PlanError) -> PlanOutcome<Choice> {
        let goal = max(Rounding(.up, digits: 0).divide(gain - base.gain, by: gainUnit), 0)
        if goal > PlanLimits.greatestTotal { return .infeasible(nearest: nil) }
        return map(try problem.leastCost(goal: goal, limits: limits)) { base.cost + $0 * costUnit }
    }

    /// The choice of greatest gain within a budget in millionths.
    func greatestGain(budget: Int64, limits: PlanLimits) throws(PlanError) -> PlanOutcome<Choice> {
        let budget = Rounding(.down, digits: 0).divide(budget - base.cost, by: costUnit)
        guard budget >= 0 else { return .infeasible(nearest: nil) }
        let outcome = try problem.greatestGain(budget: min(budget, PlanLimits.greatestTotal), limits: limits)
        return map(outcome) { base.gain + $0 * gainUnit }
    }

    /// All choices that no other beats.
    func frontier() throws(PlanError) -> Frontier { Frontier(choices: self, found: try problem.frontier()) }

    /// The choices that no other beats, the cheapest first.
    struct Frontier {
        fileprivate let choices: PlanChoices
        fileprivate let found: ChoiceFrontier

        var count: Int { found.points.count }

        /// Cost and gain in millionths.
        subscript(index: Int) -> (cost: Int64, gain: Int64) {
            let point = found.points[index]
            return (
                choices.base.cost + point.cost * choices.costUnit, choices.base.gain + point.gain * choices.gainUnit
            )
        }

        /// The actions, ascending.
        func taken(_ index: Int) -> [Int] { choices.choice(found.plan(at: index)).taken }
    }
}
