// Measures the exact planner on one core, in process, including the proof:
//
//     swift run -c release plan-bench            all kinds of instances
//     swift run -c release plan-bench 1000       only lines that contain this
//
// Times are processor time, so that other work on the machine matters little. A line ends with the seed of its slowest
// instance and a checksum of all costs and gains, which no change of method may alter. docs/benchmarks.md has the
// results and what they are compared with.

import Optimization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func processorMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// The times of one question over many instances, and the results.
struct Line {
    let name: String
    private var times: [Double] = []
    private var checksum: UInt64 = 0
    private var unproven = 0

    init(_ name: String) { self.name = name }

    static let filter = CommandLine.arguments.dropFirst().first

    var isWanted: Bool { Self.filter.map { name.contains($0) } ?? true }

    /// The minimum time of several runs of one instance.
    mutating func measure(repeats: Int, _ work: () throws -> (numbers: [Int64], isProven: Bool)) rethrows {
        guard isWanted else { return }
        var least = Double.infinity
        for run in 0..<repeats {
            let start = processorMilliseconds()
            let result = try work()
            least = min(least, processorMilliseconds() - start)
            guard run == 0 else { continue }
            for number in result.numbers { checksum = (checksum ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3 }
            if !result.isProven { unproven += 1 }
        }
        times.append(least)
    }

    func report() {
        func words(_ time: Double) -> String {
            let micro = Int(time * 1000 + 0.5)
            let rest = String(micro % 1000)
            return "\(micro / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
        }
        let sorted = times.sorted()
        guard let least = sorted.first, let most = sorted.last, let worst = times.firstIndex(of: most) else { return }
        print(
            "\(name): min \(words(least)) ms, median \(words(sorted[sorted.count / 2])) ms, max \(words(most)) ms",
            "(seed \(worst)), \(unproven == 0 ? "all proven" : "\(unproven) unproven"),",
            "checksum \(String(checksum, radix: 16))")
    }
}

func measureChoices(groups: Int, options: Int, range: Int64, instances: Int, repeats: Int) throws {
    for kind in ChoiceInstance.allCases {
        var goals = Line("\(groups) x \(options), \(kind) to \(range), least cost")
        var budgets = Line("\(groups) x \(options), \(kind) to \(range), greatest gain")
        guard goals.isWanted || budgets.isWanted else { continue }
        for seed in 0..<instances {
            let input = kind.groups(seed: UInt64(seed), groups: groups, options: options, range: range)
            let greatest = input.reduce(0) { $0 + ($1.map(\.gain).max() ?? 0) }
            let dearest = input.reduce(0) { $0 + ($1.map(\.cost).max() ?? 0) }
            let share = Int64(seed % 9 + 1)
            func numbers(_ outcome: PlanOutcome<ChoicePlan>) -> (numbers: [Int64], isProven: Bool) {
                (outcome.plan.map { [$0.cost, $0.gain] } ?? [], outcome.isProven)
            }
            try goals.measure(repeats: repeats) {
                numbers(try ChoiceProblem(groups: input).leastCost(goal: greatest / 10 * share))
            }
            try budgets.measure(repeats: repeats) {
                numbers(try ChoiceProblem(groups: input).greatestGain(budget: dearest / 10 * share))
            }
        }
        goals.report()
        budgets.report()
    }
}

func measureFrontiers(range: Int64) throws {
    for kind in ChoiceInstance.allCases {
        var line = Line("frontier of 100 x 6, \(kind) to \(range)")
        for seed in 0..<10 as Range<UInt64> {
            // Gains of at most 100 each, so that they add up to at most 10 000; costs unchanged.
            let groups = kind.groups(seed: seed, groups: 100, options: 6, range: range).map { group in
                group.map { ChoiceOption(cost: $0.cost, gain: min(($0.gain * 100 + range - 1) / range, 100)) }
            }
            try line.measure(repeats: 3) {
                (try ChoiceProblem(groups: groups).frontier().points.flatMap { [$0.cost, $0.gain] }, true)
            }
        }
        line.report()
    }
}

func measureActions(criteria: Int, actions: Int, range: Int64) throws {
    var goals = Line("\(criteria) criteria, \(actions) actions to \(range), least cost")
    var budgets = Line("\(criteria) criteria, \(actions) actions to \(range), greatest gain")
    for seed in 0..<48 as Range<UInt64> {
        let problem = try ActionInstance.problem(seed: seed, criteria: criteria, actions: actions, range: range)
        let most = problem.criteria.reduce(0) { $0 + ActionInstance.ceiling(of: $1) }
        let dearest = problem.actions.reduce(0) { $0 + $1.cost }
        let tenths = Int64(seed % 4 + 4)
        func numbers(_ outcome: PlanOutcome<ActionPlan>) -> (numbers: [Int64], isProven: Bool) {
            (outcome.plan.map { [$0.cost, $0.gain, Int64($0.actions.count)] } ?? [], outcome.isProven)
        }
        try goals.measure(repeats: 1) { numbers(try problem.leastCost(goal: most / 10 * tenths)) }
        try budgets.measure(repeats: 1) { numbers(try problem.greatestGain(budget: dearest / 20 * tenths)) }
    }
    goals.report()
    budgets.report()
}

for range: Int64 in [100, 1_000, 10_000] {
    try measureChoices(groups: 100, options: 6, range: range, instances: 90, repeats: 3)
}
for range: Int64 in [100, 10_000] {
    try measureChoices(groups: 1_000, options: 10, range: range, instances: 27, repeats: 3)
}
for range: Int64 in [100, 1_000_000] { try measureFrontiers(range: range) }
for (criteria, actions) in [(20, 40), (60, 120)] {
    for range: Int64 in [100, 100_000] { try measureActions(criteria: criteria, actions: actions, range: range) }
}
