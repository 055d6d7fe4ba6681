import Scoring
import Values

/// Scores 10 000 units × 100 leaves that measure every unit against all others, and checks every total in plain integer
/// arithmetic.
enum BenchRelative {
    private static let units = 10_000
    private static let leaves = 100
    /// Two points per leaf, rounded to two decimals, in hundredths.
    private static let maximum = 200

    static func measure() throws {
        for against in ["minMax", "maximum", "mean", "median", "rank"] { try measure(against) }
    }

    private static func measure(_ against: String) throws {
        let text = criteria(against)
        let set = try CriteriaSet(reading: JSONDocument(file: "bench.json", bytes: Array(text.utf8)))
        let criteria = try CompiledCriteria(set, year: 2024)
        var figures = criteria.emptyFigures(unitCount: units)
        var source = BenchFigures()
        var columns: [[Int]] = []
        for leaf in 0..<leaves {
            // In hundredths of a percent.
            let column = (0..<units).map { _ in source.next(1) }
            for (unit, figure) in column.enumerated() {
                figures[unit, leaf] = .value(FixedDecimal(mantissa: Int64(figure) * 10_000))
            }
            columns.append(column)
        }
        var expected = [Int](repeating: 0, count: units)
        for column in columns {
            for (unit, points) in points(column, against).enumerated() { expected[unit] += points }
        }
        let list = (0..<units).map { ScoredUnit(code: String($0), level: "commune") }
        let clock = ContinuousClock()
        var times: [Duration] = []
        for _ in 0..<11 {
            let start = clock.now
            let table = try criteria.score(figures, units: list)
            times.append(clock.now - start)
            for unit in 0..<units where table[unit].total.points.mantissa != Int64(expected[unit]) * 10_000 {
                return print("wrong: \(against), unit \(unit): \(table[unit].total.points), expected \(expected[unit])")
            }
        }
        times.sort()
        print(
            "\(against): \(units) units × \(leaves) leaves: min \(times[0]), median \(times[5]), max \(times[10]) on",
            "\(Parallel.processors) cores; all totals right")
    }

    /// The points of a column in hundredths, a half rounded up.
    private static func points(_ column: [Int], _ against: String) -> [Int] {
        func rounded(_ above: Int, _ below: Int) -> Int { (2 * above + below) / (2 * below) }
        let sorted = column.sorted()
        let (least, greatest) = (sorted[0], sorted[units - 1])
        switch against {
        case "minMax": return column.map { rounded(maximum * ($0 - least), greatest - least) }
        case "maximum": return column.map { rounded(maximum * $0, greatest) }
        case "mean":
            let sum = column.reduce(0, +)
            return column.map { min(maximum, rounded(maximum * $0 * units, sum)) }
        case "median":
            let twice = sorted[units / 2 - 1] + sorted[units / 2]
            return column.map { min(maximum, rounded(maximum * $0 * 2, twice)) }
        default:
            var below: [Int: Int] = [:]
            for (position, figure) in sorted.enumerated() { below[figure] = position + 1 }
            // The place of a figure, equal ones all having the first: as many are worse or equal as come up to it.
            return column.map { rounded(maximum * ((below[$0] ?? 0) - 1), units - 1) }
        }
    }

    private static func criteria(_ against: String) -> String {
        let nodes = (1...leaves).map { leaf in
            """
            {"code": "1.\(leaf)", "name": "x", "maximum": 2, "source": {"row": "1"}, "levels": ["commune"],
             "metrics": [{"name": "x", "kind": "percent", "direction": "higher"}],
             "rule": {"kind": "relative", "against": "\(against)", "among": "all"}}
            """
        }
        return """
            {"format": 1, "set": "bench", "edition": "1", "name": "Bench", "source": {"document": "x"},
             "years": {"from": 2024, "to": 2024}, "levels": [{"code": "commune", "name": "x"}],
             "points": {"basis": "decreed", "source": {"document": "x"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [{"code": "1", "name": "x", "maximum": \(2 * leaves)}, \(nodes.joined(separator: ", "))]}
            """
    }
}
