import ScoreNumerics
import Scoring
import Values

/// How often confidence sets for ranks hold, by drawing samples around known true indices.
enum BenchCoverage {
    struct Design {
        let name: String
        let truth: [Double]
        let deviations: [Double]
    }

    static let samples = 2_000
    static let confidence = 0.95

    static let designs: [Design] = [
        Design(name: "well apart", truth: [95, 90, 85, 80, 75, 70], deviations: Array(repeating: 0.5, count: 6)),
        Design(
            name: "near ties", truth: [90, 89.9, 89.8, 85, 84.9, 80, 79.9, 79.8, 75, 74.9],
            deviations: Array(repeating: 0.5, count: 10)),
        Design(name: "all equal", truth: Array(repeating: 80, count: 10), deviations: Array(repeating: 1, count: 10)),
        Design(
            name: "unequal errors", truth: [90, 89.5, 89, 88.5, 80, 79.5, 79, 78.5],
            deviations: [0.1, 2, 0.5, 1, 0.2, 3, 0.7, 0.4]),
        Design(
            name: "two without error", truth: [90, 90, 89, 88, 88, 80], deviations: [0, 1, 0, 0.5, 0.5, 1]),
        Design(
            name: "twenty in steps", truth: (0..<20).map { 90 - Double($0) * 0.5 },
            deviations: (0..<20).map { 0.3 + 0.05 * Double($0) }),
    ]

    static func run() {
        print("design,units,samples,marginal (least),simultaneous,mean width marginal,mean width simultaneous")
        for (number, design) in designs.enumerated() {
            let parts = Parallel.map(samples, minimum: 50) { part in
                part.map { sample(design, stream: UInt64(number * samples + $0 + 1)) }
            }
            let results = parts.joined()
            let count = design.truth.count
            let marginal = (0..<count).map { unit in Double(results.count { $0.marginal[unit] }) / Double(samples) }
            let all = Double(results.count(where: \.simultaneous)) / Double(samples)
            func mean(_ width: (Result) -> Double) -> Double { results.reduce(0) { $0 + width($1) } / Double(samples) }
            let figures = [marginal.min() ?? 0, all, mean(\.marginalWidth), mean(\.simultaneousWidth)].map {
                String(Double(Int(($0 * 10_000).rounded())) / 10_000)
            }
            print(([design.name, String(count), String(samples)] + figures).joined(separator: ","))
        }
    }

    struct Result: Sendable {
        let marginal: [Bool]
        let simultaneous: Bool
        let marginalWidth: Double
        let simultaneousWidth: Double
    }

    /// One sample: indices drawn around the truth, and whether the sets contain all places that tied units may claim.
    private static func sample(_ design: Design, stream: UInt64) -> Result {
        var random = SeededRandom(seed: 20_240_601, stream: stream)
        let drawn = zip(design.truth, design.deviations).map { $0 + $1 * random.normal() }
        let ranks = RankingPolicy.Ties.standard.ranks(drawn, isAhead: >).ranks
        let values = zip(drawn, design.deviations).map { SampledIndex(value: $0, deviation: $1) }
        let sets = RankSets(values, ranks: ranks, error: 1 - confidence, seed: stream)
        let (marginal, simultaneous) = sets.intervals()
        let best = RankingPolicy.Ties.standard.ranks(design.truth, isAhead: >).ranks
        let worst = RankingPolicy.Ties.modified.ranks(design.truth, isAhead: >).ranks
        func holds(_ unit: Int, _ interval: RankInterval) -> Bool {
            // Among units without error an equal index is a tie, whose place is the best one.
            let isExact = design.deviations[unit] == 0
            return interval.lower <= best[unit] && interval.upper >= (isExact ? best[unit] : worst[unit])
        }
        func width(_ intervals: [RankInterval]) -> Double {
            let halves = intervals.reduce(0) { $0 + $1.upper.halves - $1.lower.halves }
            return Double(halves) / 2 / Double(intervals.count)
        }
        let units = design.truth.indices
        return Result(
            marginal: units.map { holds($0, marginal[$0]) },
            simultaneous: units.allSatisfy { holds($0, simultaneous[$0]) }, marginalWidth: width(marginal),
            simultaneousWidth: width(simultaneous))
    }
}
