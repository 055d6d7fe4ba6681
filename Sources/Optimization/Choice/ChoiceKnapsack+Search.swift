extension ChoiceKnapsack {
    /// The end of a search for more profit than is known.
    enum Answer {
        /// Not even the lightest items fit.
        case tooHeavy
        /// Nothing exceeds the known profit; proven.
        case noBetter
        /// The best choice of items; proven.
        case best([Int])
        /// The best choice met that exceeds the known profit, if any, and a profit that none exceeds, in original units.
        case unfinished([Int]?, bound: Int64)
    }

    /// A search that has kept so many states is better split by the number of actions.
    private static let patience = 3_000
    /// How many states a first, incomplete search keeps, to find good plans early.
    private static let scoutWidth = 300

    /// The greatest profit, if it exceeds `known` (in original units, base included).
    ///
    /// The linear relaxation is solved along the hulls (Zemel 1980; Dyer 1984), its multiplier removes options that cannot
    /// be part of anything better than a greedy plan, and a dynamic programme over an expanding core (Pisinger 1995, "A
    /// minimal algorithm for the multiple-choice knapsack problem") changes the relaxation's choice group by group, those
    /// first whose slopes lie nearest to the multiplier, until the bounds leave nothing. All bounds are exact.
    ///
    /// Where that takes long because every action costs a fixed amount beside its gain, the relaxation takes a part of an
    /// action; the search then splits: at most so many actions, or at least one more (`Lens`).
    /// O(n log n) and, in the worst case, as many states as weights or profits differ.
    func search(known: Int64?, limits: PlanLimits) -> Answer {
        guard capacity >= 0 else { return .tooHeavy }
        // Profits are multiples of the unit above the base, so the floor of the known one is what must be exceeded.
        let threshold = known.map { floorDivide($0 - baseProfit, profitUnit) } ?? -1
        var limited = limits
        limited.states = min(limits.states, Self.patience)
        var plain = ChoiceCore(self, threshold: threshold)
        if plain.run(limits: limited) { return plain.best.map { .best($0) } ?? .noBetter }
        var best = plain.best
        var bestProfit = plain.known
        var cores = split(plain, known: bestProfit)
        if cores.isEmpty { cores = [ChoiceCore(self, threshold: bestProfit)] }
        var scout = ChoiceCore(self, threshold: bestProfit)
        _ = scout.run(limits: limits, width: Self.scoutWidth, ceiling: cores.reduce(0) { max($0, $1.linearBound) })
        if let found = scout.best { best = found }
        bestProfit = scout.known
        var (isFinished, bound) = (true, Int64.min)
        for var core in cores {
            core.learn(bestProfit)
            let isDone = core.run(limits: limits)
            if let found = core.best { best = found }
            bestProfit = core.known
            if !isDone {
                isFinished = false
                bound = max(bound, core.linearBound)
            }
        }
        if isFinished { return best.map { .best($0) } ?? .noBetter }
        return .unfinished(best, bound: baseProfit + max(bound, bestProfit) * profitUnit)
    }
}

func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
}
