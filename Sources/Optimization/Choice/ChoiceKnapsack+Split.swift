extension ChoiceKnapsack {
    /// One side of a split by the number of actions: value = `scale` × profit + `reward` × actions. Its bound limits
    /// the profit of all choices on the side of `target`: with a positive reward those of at least that many actions,
    /// with a negative one those of at most that many (a Lagrangian relaxation of that condition).
    ///
    /// Two sides together remain complete although states are compared by weight and profit alone, across the sides: a
    /// best choice of least weight can only give way to one of equal weight and profit, and that has no smaller value
    /// and so lies on the same side.
    struct Lens {
        var scale: Int64
        var reward: Int64
        var target: Int64

        static let plain = Lens(scale: 1, reward: 0, target: 0)

        /// The value that a choice on this side needs for a profit.
        @inline(__always)
        func value(atLeast profit: Int64) -> Int64 { scale * profit + reward * target }

        func profit(ofValue value: Int64) -> Int64 { floorDivide(value - reward * target, scale) }
    }
}

extension ChoiceCore {
    /// Both sides of a split at the relaxation's number of actions, as far as their bounds leave hope for something
    /// better than the best known, the side of greater bound first; this search alone when a split does not lower the
    /// bound.
    func split() -> [ChoiceCore] {
        let counts = relaxation.actionCounts(knapsack)
        // The sum of values of all groups must not overflow, whatever the reward. It may well have to exceed all
        // profits: a side that narrowly contains no plan is proven empty only by a large one.
        let greatest = knapsack.items.reduce(0) { max($0, $1.profit) }
        let room = PlanLimits.greatestTotal / Int64(knapsack.groupCount + 1)
        guard counts.without != counts.with, greatest < room else { return [self] }
        let scale: Int64 = greatest < room / 256 ? 64 : 1
        let few = min(counts.without, counts.with)
        let rest = reduced()
        let sides = [(few, Int64(-1)), (few + 1, 1)].map { target, sign in
            var side = ChoiceSide(knapsack: rest, target: target, sign: sign, scale: scale)
            return side.sharpest(most: room - greatest * scale, known: known)
        }
        guard sides.contains(where: { $0.linearBound < linearBound }) else { return [self] }
        return sides.filter { $0.isOpen }.sorted { $0.linearBound > $1.linearBound }
    }
}

/// The search for the reward (or penalty) that minimises the bound of one side of a split.
private struct ChoiceSide {
    var knapsack: ChoiceKnapsack
    let target: Int64
    let sign: Int64
    let scale: Int64

    /// A tangent of the linear bound, which is convex as a function of the reward.
    private struct Tangent {
        var reward: Int64
        var bound: Double
        var slope: Double
    }

    private mutating func relaxation(_ reward: Int64) -> ChoiceRelaxation {
        knapsack.look(through: ChoiceKnapsack.Lens(scale: scale, reward: sign * reward, target: target))
        return ChoiceRelaxation(knapsack)
    }

    private mutating func core(_ reward: Int64, known: Int64) -> ChoiceCore {
        let relaxed = relaxation(reward)
        return ChoiceCore(knapsack, relaxed, threshold: known)
    }

    /// Narrows down the reward by intersecting the tangents at both ends; floating point only decides where to look
    /// next. Ends as soon as nothing better than the best known remains, or no reward can lower the bound further.
    mutating func sharpest(most: Int64, known: Int64) -> ChoiceCore {
        var (low, high): (Tangent?, Tangent?) = (nil, nil)
        var (from, to): (Int64, Int64) = (0, most)
        var best: (reward: Int64, bound: Int64) = (0, .max)
        var (next, step): (Int64, Int) = (0, 0)
        while from <= to {
            let relaxed = relaxation(next)
            let bound = relaxed.isFeasible ? knapsack.lens.profit(ofValue: relaxed.bound) : .min
            if bound < best.bound { best = (next, bound) }
            if bound <= known { break }
            let tangent = tangent(relaxed, at: next)
            if tangent.slope >= 0 {
                (high, to) = (tangent, next - 1)
            } else {
                (low, from) = (tangent, next + 1)
            }
            guard let low else { break }
            guard let high else {
                next = to
                continue
            }
            let meet =
                (low.bound - high.bound + high.slope * Double(high.reward) - low.slope * Double(low.reward))
                / (high.slope - low.slope)
            let least = low.bound + low.slope * (meet - Double(low.reward))
            if least >= Double(best.bound) * Double(scale) { break }
            step += 1
            let guess = Int64(min(max(meet, Double(from)), Double(to)))
            next = step % 4 == 0 ? from + (to - from) / 2 : min(max(guess, from), to)
        }
        return nearest(to: best, known: known)
    }

    /// The search with this reward or, at no greater bound, one near it whose choice has a number of actions closer to
    /// the target: where all slopes are alike any choice is the relaxation's, and most are far from every plan.
    private mutating func nearest(to best: (reward: Int64, bound: Int64), known: Int64) -> ChoiceCore {
        var found = core(best.reward, known: known)
        guard best.bound > known else { return found }
        func distance(_ core: ChoiceCore) -> Int64 {
            let counts = core.relaxation.actionCounts(core.knapsack)
            return max(min(counts.without, counts.with) - target, target - max(counts.without, counts.with), 0)
        }
        for direction: Int64 in [-1, 1] {
            var step: Int64 = 1
            while distance(found) > 0, step < scale, best.reward + direction * step >= 0 {
                let core = core(best.reward + direction * step, known: known)
                guard core.linearBound <= best.bound else { break }
                if distance(core) < distance(found) { found = core }
                step *= 2
            }
        }
        return found
    }

    private func tangent(_ relaxed: ChoiceRelaxation, at reward: Int64) -> Tangent {
        let counts = relaxed.actionCounts(knapsack)
        let part = Double(knapsack.capacity - relaxed.weight) / Double(relaxed.slope.run)
        let count = Double(counts.without) + part * Double(counts.with - counts.without)
        let value = Double(relaxed.value) + part * Double(relaxed.slope.rise)
        return Tangent(
            reward: reward, bound: value - Double(sign * reward * target),
            slope: Double(sign) * (count - Double(target)))
    }
}
