import Scoring
import Tables
import Values

/// Ranks 10 600 units × 100 leaves, and checks places in plain integer arithmetic.
enum BenchRank {
    static func measure() throws {
        let criteria = try BenchCriteria.compiled()
        var figures = criteria.emptyFigures(unitCount: unitCount)
        var source = BenchFigures()
        var points = [Int](repeating: 0, count: unitCount)
        for unit in 0..<unitCount {
            for leaf in 0..<leafCount {
                let figure = source.next(leaf)
                let millionths = Int64(figure) * (BenchCriteria.isYesNo(leaf) ? FixedDecimal.scale : 10_000)
                figures[unit, leaf] = .value(FixedDecimal(mantissa: millionths))
                points[unit] += BenchCriteria.expected(leaf, figure)
            }
        }
        let units = (0..<unitCount).map { ScoredUnit(code: String($0), level: "commune") }
        let scores = try criteria.score(figures, units: units)
        // The number of units with more points, by counting.
        var counts: [Int: Int] = [:]
        for sum in points { counts[sum, default: 0] += 1 }
        var ahead: [Int: Int] = [:]
        var sum = 0
        for (value, count) in counts.sorted(by: { $0.key > $1.key }) {
            ahead[value] = sum
            sum += count
        }
        let clock = ContinuousClock()
        var times: [Duration] = []
        for _ in 0..<21 {
            let start = clock.now
            let ranking = Ranking(scores)
            times.append(clock.now - start)
            let isRight = ranking.places.allSatisfy { $0.rank == Rank(1 + (ahead[points[$0.unit]] ?? -1)) }
            guard isRight, ranking.places.count == unitCount else { return print("wrong: places") }
        }
        times.sort()
        print("\(unitCount) units ranked: min \(times[0]), median \(times[10]), max \(times[20]); all places right")
        var variation: PointVariation?
        let time = clock.measure {
            variation = PointVariation(
                scores, units: Array(0..<unitCount), by: .total, PointVariation.Parameters(draws: 1_000, seed: 1))
        }
        var leaveOneOut: LeaveOneOut?
        let other = clock.measure { leaveOneOut = LeaveOneOut(scores, units: Array(0..<unitCount), by: .total) }
        let first = variation?.places.first.map { "\($0.best)–\($0.worst)" } ?? "none"
        print("1000 draws of other points: \(time) on \(Parallel.processors) cores (first unit \(first))")
        let isRight = leaveOneOut?.ranks.enumerated().allSatisfy { $1 == 1 + (ahead[points[$0]] ?? -1) } ?? false
        print("without each of 8 fields and 100 leaves: \(other); places with all \(isRight ? "right" : "wrong")")
    }

    /// Checks a file of `values;min;max;average` against the functions, with numbers separated by blanks and averages
    /// doubled.
    static func checkRanks(_ path: String) throws {
        let text = String(decoding: try FileInput.bytes(of: path), as: UTF8.self)
        var count = 0
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ";").map { $0.split(separator: " ").compactMap { Int($0) } }
            guard parts.count == 4, parts.allSatisfy({ $0.count == parts[0].count }) else {
                return print("wrong: \(line)")
            }
            let rules: [(RankingPolicy.Ties, [Int])] = [
                (.standard, parts[1].map { 2 * $0 }), (.modified, parts[2].map { 2 * $0 }), (.average, parts[3]),
            ]
            for (ties, expected) in rules {
                guard ties.ranks(parts[0], isAhead: >).ranks.map(\.halves) == expected else {
                    return print("wrong: \(ties): \(line)")
                }
            }
            count += 1
        }
        print("\(count) vectors: places by standard, modified and average agree")
    }
}
