// Measures the exact planner on one core, in process, with the proof included:
//
//     swift run -c release plan-bench            all kinds of instances
//
// docs/benchmarks.md names the figures and what they are held against.

import Optimization

let clock = ContinuousClock()

func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = clock.now
    try work()
    let elapsed = clock.now - start
    return Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3
}

func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    func words(_ time: Double) -> String {
        let micro = Int(time * 1000 + 0.5)
        let rest = String(micro % 1000)
        return "\(micro / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
    guard let least = sorted.first, let most = sorted.last else { return }
    print("\(name): min \(words(least)) ms, median \(words(sorted[sorted.count / 2])) ms, max \(words(most)) ms")
}

func measureChoices(groups: Int, options: Int, range: Int64, instances: Int, repeats: Int) throws {
    for kind in ChoiceInstance.allCases {
        var (goalTimes, budgetTimes): ([Double], [Double]) = ([], [])
        var unproven = 0
        for seed in 0..<instances {
            let input = kind.groups(seed: UInt64(seed), groups: groups, options: options, range: range)
            let greatest = input.reduce(0) { $0 + ($1.map(\.gain).max() ?? 0) }
            let dearest = input.reduce(0) { $0 + ($1.map(\.cost).max() ?? 0) }
            let share = Int64(seed % 9 + 1)
            func best(_ work: () throws -> PlanOutcome<ChoicePlan>) throws -> Double {
                var least = Double.infinity
                for _ in 0..<repeats {
                    least = try min(least, milliseconds { if !(try work().isProven) { unproven += 1 } })
                }
                return least
            }
            goalTimes.append(
                try best { try ChoiceProblem(groups: input).leastCost(goal: greatest / 10 * share) })
            budgetTimes.append(
                try best { try ChoiceProblem(groups: input).greatestGain(budget: dearest / 10 * share) })
        }
        report("\(groups) x \(options), \(kind) to \(range), least cost", goalTimes)
        report("\(groups) x \(options), \(kind) to \(range), greatest gain", budgetTimes)
        if unproven > 0 { print("    unproven: \(unproven) of \(2 * repeats * instances)") }
    }
}

for range: Int64 in [100, 1_000, 10_000] {
    try measureChoices(groups: 100, options: 6, range: range, instances: 90, repeats: 3)
}
for range: Int64 in [100, 10_000] {
    try measureChoices(groups: 1_000, options: 10, range: range, instances: 27, repeats: 3)
}

for range: Int64 in [100, 1_000_000] {
    for kind in ChoiceInstance.allCases {
        var times: [Double] = []
        var points = 0
        for seed in 0..<10 as Range<UInt64> {
            // Gains of at most 100 each, so that they add up to 10 000 at most; costs as they come.
            let groups = kind.groups(seed: seed, groups: 100, options: 6, range: range).map { group in
                group.map { ChoiceOption(cost: $0.cost, gain: min(($0.gain * 100 + range - 1) / range, 100)) }
            }
            times.append(try milliseconds { points = try ChoiceProblem(groups: groups).frontier().points.count })
        }
        report("frontier of 100 x 6, \(kind) to \(range), \(points) points", times)
    }
}

for (criteria, actions) in [(20, 40), (60, 120)] {
    for range: Int64 in [100, 100_000] {
        var (goalTimes, budgetTimes): ([Double], [Double]) = ([], [])
        var unproven = 0
        for seed in 0..<12 as Range<UInt64> {
            let problem = try ActionInstance.problem(seed: seed, criteria: criteria, actions: actions, range: range)
            let most = problem.criteria.reduce(0) { $0 + ActionInstance.ceiling(of: $1) }
            let dearest = problem.actions.reduce(0) { $0 + $1.cost }
            let tenths = Int64(seed % 4 + 4)
            goalTimes.append(
                try milliseconds { if !(try problem.leastCost(goal: most / 10 * tenths).isProven) { unproven += 1 } })
            budgetTimes.append(
                try milliseconds {
                    if !(try problem.greatestGain(budget: dearest / 20 * tenths).isProven) { unproven += 1 }
                })
        }
        report("\(criteria) criteria, \(actions) actions to \(range), least cost", goalTimes)
        report("\(criteria) criteria, \(actions) actions to \(range), greatest gain", budgetTimes)
        if unproven > 0 { print("    unproven: \(unproven) of 24") }
    }
}
