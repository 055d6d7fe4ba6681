/// A way to act that no other of a list beats: what it costs, what it gains, and the least actions that do it.
struct Outcome {
    /// In millionths.
    var cost: Int64
    /// What the total gains directly, in millionths.
    var gain: Int64
    /// The changes of the sums of ``PlanSums/parts``, more being better; empty where there are none.
    var parts: [Int64]
    /// Ascending.
    var taken: [Int]

    /// Whether it comes before another of the same results: fewer actions, then the earlier ones.
    func isSimpler(than other: Outcome) -> Bool {
        taken.count != other.taken.count
            ? taken.count < other.taken.count : taken.lexicographicallyPrecedes(other.taken)
    }

    /// By cost, then by results, the best first, then the simplest first.
    func precedes(_ other: Outcome) -> Bool {
        if cost != other.cost { return cost < other.cost }
        if gain != other.gain { return gain > other.gain }
        if parts != other.parts { return other.parts.lexicographicallyPrecedes(parts) }
        return isSimpler(than: other)
    }

    /// Whether it gains no less anywhere.
    private func covers(_ other: Outcome) -> Bool {
        guard gain >= other.gain else { return false }
        for index in parts.indices where parts[index] < other.parts[index] { return false }
        return true
    }

    /// The outcomes that no other of a list beats; of equal ones the simplest.
    static func undominated(_ list: [Outcome]) -> [Outcome] {
        guard list.count > 1 else { return list }
        var kept: [Outcome] = []
        for outcome in list.sorted(by: { $0.precedes($1) }) {
            let isCovered =
                outcome.parts.isEmpty
                ? kept.last.map { $0.gain >= outcome.gain } ?? false
                : kept.reversed().contains { $0.covers(outcome) }
            if !isCovered { kept.append(outcome) }
        }
        return kept
    }

    /// Both outcomes together.
    func adding(_ other: Outcome) -> Outcome {
        var sum = self
        sum.cost += other.cost
        sum.gain += other.gain
        for index in parts.indices { sum.parts[index] += other.parts[index] }
        sum.taken = (taken + other.taken).sorted()
        return sum
    }

    /// All outcomes of two lists together that no other beats; nil when they are more than a limit.
    static func together(_ first: [Outcome], _ second: [Outcome], limit: Int) -> [Outcome]? {
        guard first.count * second.count <= limit else { return nil }
        return undominated(first.flatMap { one in second.map { one.adding($0) } })
    }
}

/// How many outcomes and steps a search for outcomes may take.
struct OutcomeLimits {
    /// The outcomes kept at a time.
    var outcomes = 20_000
    /// All outcomes made.
    var work = 400_000
}
