extension ChoiceKnapsack {
    /// One side of a split by the number of actions: a value = `scale` × profit + `reward` × actions, whose bound bounds
    /// the profit of all choices on the side of `target`: with a reward > 0 those of at least so many actions, with one
    /// < 0 those of at most so many (a Lagrangian relaxation of that condition).
    ///
    /// Two sides together stay complete although states are compared by weight and profit alone, across the sides: a best
    /// choice of least weight can only give way to one of equal weight and profit, and that has no smaller value and so
    /// lies on the same side.
    struct Lens {
        var scale: Int64
        var reward: Int64
        var target: Int64

        static let plain = Lens(scale: 1, reward: 0, target: 0)

        /// The value that a choice of this side needs for a profit.
        @inline(__always)
        func value(atLeast profit: Int64) -> Int64 { scale * profit + reward * target }

        func profit(ofValue value: Int64) -> Int64 { floorDivide(value - reward * target, scale) }
    }

    /// Both sides of a split at the relaxation's number of actions, as far as their bounds leave hope for more than is
    /// known; nothing when a split does not lower the bound.
    func split(_ plain: ChoiceCore, known: Int64) -> [ChoiceCore] {
        let counts = plain.actionCounts
        // Rewards as great as the greatest profit must leave room for the values of all groups together.
        let greatest = items.reduce(0) { max($0, $1.profit) }
        let room = PlanLimits.greatestTotal / Int64(groupCount + 1)
        guard counts.without != counts.with, greatest < room else { return [] }
        let scale: Int64 = greatest < room / 256 ? 64 : 1
        let few = min(counts.without, counts.with)
        let sides = [
            sharpest(few, sign: -1, most: greatest, scale: scale, known: known),
            sharpest(few + 1, sign: 1, most: greatest, scale: scale, known: known),
        ]
        guard sides.contains(where: { $0.linearBound < plain.linearBound }) else { return [] }
        return sides.sorted { $0.linearBound > $1.linearBound }
    }

    /// The side with the reward (or penalty) of least bound, which is a convex function of it.
    private func sharpest(_ target: Int64, sign: Int64, most: Int64, scale: Int64, known: Int64) -> ChoiceCore {
        func core(_ reward: Int64) -> ChoiceCore {
            ChoiceCore(seen(through: Lens(scale: scale, reward: sign * reward, target: target)), threshold: known)
        }
        var (low, high): (Int64, Int64) = (0, most * scale)
        while low < high {
            let middle = low + (high - low) / 2
            let counts = core(middle).actionCounts
            // Enough actions (or few enough) already, the part of one included: a smaller reward does.
            let isEnough =
                sign > 0 ? min(counts.without, counts.with) >= target : max(counts.without, counts.with) <= target
            if isEnough { high = middle } else { low = middle + 1 }
        }
        let (at, below) = (core(low), core(max(low - 1, 0)))
        return at.linearBound <= below.linearBound ? at : below
    }
}
