extension ChoiceKnapsack {
    /// The result of a search for more profit than is known. Choices are positions of options.
    enum Answer {
        /// Not even the lightest items fit.
        case tooHeavy
        /// Nothing exceeds the known profit: proven.
        case noBetter
        /// The best choice: proven.
        case best([Int])
        /// The best choice found that exceeds the known profit, if any, and an upper bound on the profit, in original
        /// units.
        case unfinished([Int]?, bound: Int64)
    }

    /// A search that has kept this many states is better split by the number of actions.
    private static let patience = 300
    /// A side of a split that has kept this many states is worth a longer look for plans that meet its bound.
    private static let sidePatience = 5_000

    /// The greatest profit, if it exceeds `known` (in original units, including the base).
    ///
    /// The linear relaxation is solved along the hulls (Zemel 1980; Dyer 1984), its multiplier removes options that
    /// cannot be part of anything better than a plan found near it, and a dynamic program over an expanding core
    /// (Pisinger 1995, "A minimal algorithm for the multiple-choice knapsack problem") changes the relaxation's choice
    /// group by group, those with slopes closest to the multiplier first, until the bounds leave nothing. All bounds
    /// are exact.
    ///
    /// Where that takes long because every action has a fixed cost regardless of its gain, the relaxation takes a
    /// fraction of an action; the search then splits: at most a certain number of actions, or at least one more
    /// (`Lens`).
    /// O(n) on average where a plan meets the bound; in the worst case as many states as there are distinct weights or
    /// profits.
    func search(known: Int64?, limits: PlanLimits) -> Answer {
        guard capacity >= 0 else { return .tooHeavy }
        // Profits are multiples of the unit above the base, so the floor of the known one has to be exceeded.
        let threshold = known.map { floorDivide($0 - baseProfit, profitUnit) } ?? -1
        var (limited, limitedSide) = (limits, limits)
        limited.states = min(limits.states, Self.patience)
        limitedSide.states = min(limits.states, Self.sidePatience)
        var plain = ChoiceCore(self, ChoiceRelaxation(self), threshold: threshold)
        plain.improve()
        if plain.run(limits: limited) { return plain.best.map { .best($0) } ?? .noBetter }
        var best = plain.best
        var known = plain.known
        var cores = plain.split()
        for index in cores.indices {
            cores[index].learn(known)
            cores[index].improve()
            if cores[index].known > known { (known, best) = (cores[index].known, cores[index].best) }
        }
        plain.learn(known)
        plain.scout(limits: limits, ceiling: cores.reduce(known) { max($0, $1.linearBound) })
        if plain.known > known { (known, best) = (plain.known, plain.best) }
        var (isFinished, bound) = (true, Int64.min)
        for var core in cores {
            core.learn(known)
            var isDone = core.run(limits: limitedSide)
            if !isDone {
                core.insist()
                isDone = core.run(limits: limits)
            }
            if core.known > known { (known, best) = (core.known, core.best) }
            if !isDone {
                isFinished = false
                bound = max(bound, core.linearBound)
            }
        }
        if isFinished { return best.map { .best($0) } ?? .noBetter }
        return .unfinished(best, bound: baseProfit + max(bound, known) * profitUnit)
    }
}

func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
}
