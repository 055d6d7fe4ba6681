import Assessment
import ScoreNumerics
import Scoring
import Values

/// Requests drawn by a seed: figures of all kinds, some of which cannot be, and goals of all kinds.
struct DrawnRequests {
    private let assessment: Assessment
    private let units: [Int]
    private var random: SeededRandom
    private var count = 0
    /// The metrics of each level.
    private let metrics: [String: [Metric]]

    init(_ assessment: Assessment, units: [Int], seed: UInt64) {
        (self.assessment, self.units) = (assessment, units)
        random = SeededRandom(seed: seed)
        let set = assessment.criteria.set
        var metrics: [String: [Metric]] = [:]
        for level in set.levels {
            metrics[level.code] = set.criteria.compactMap(\.leaf).flatMap { leaf in
                leaf.measures.filter { ($0.levels ?? leaf.levels).contains(level.code) }.flatMap(\.metrics)
            }
        }
        self.metrics = metrics
    }

    /// The next unit in turn, so that each is asked as often.
    private mutating func unit() -> Int {
        defer { count += 1 }
        return units[count % units.count]
    }

    private mutating func below(_ count: Int64) -> Int64 { Int64(random.below(UInt64(max(count, 1)))) }

    /// A request `score`.
    mutating func score() -> String {
        let unit = unit()
        return "{\"request\": \"score\", \"unit\": \(quoted(unit)), \"edits\": \(edits(unit, upTo: 8))}"
    }

    /// A request `plan`, which ends by how often the search asks.
    mutating func plan() -> String {
        let unit = unit()
        let score = assessment.scores[unit]
        let goal: String
        switch below(5) {
        case 0: goal = "\"rank\": \(1 + below(5))"
        case 1:
            let more = FixedDecimal(mantissa: 1_000_000 * below(8))
            goal = "\"index\": \((score.index ?? 50) + more)"
        case 2: goal = "\"points\": \(score.total.points + FixedDecimal(mantissa: 250_000 * below(40)))"
        case 3: goal = "\"budget\": \(10 * below(40))"
        default:
            let classes = assessment.criteria.set.classScheme(of: assessment.units[unit].group)?.classes ?? []
            goal = classes.isEmpty ? "\"rank\": 1" : "\"class\": \"\(classes[Int(below(Int64(classes.count)))].code)\""
        }
        let edits = below(2) == 0 ? "[]" : edits(unit, upTo: 3)
        return "{\"request\": \"plan\", \"unit\": \(quoted(unit)), \"edits\": \(edits), \"goal\": {\(goal)}, "
            + "\"actions\": \"nextBands\", \"count\": \(1 + below(2)), \"checks\": 3000, \"seconds\": 600}"
    }

    private func quoted(_ unit: Int) -> String { JSONWriter.quoted(assessment.units[unit].code) }

    private mutating func edits(_ unit: Int, upTo most: Int64) -> String {
        let known = metrics[assessment.units[unit].level] ?? []
        if known.isEmpty { return "[]" }
        var seen: Set<String> = []
        var edits: [String] = []
        for _ in 0..<1 + below(most) {
            let metric = known[Int(below(Int64(known.count)))]
            guard seen.insert(metric.code).inserted else { continue }
            let now = assessment.figures[unit, metric.code]
            // Most of what is drawn can be; what cannot is refused by both.
            var edit = self.edit(metric, now)
            for _ in 0..<8 where below(40) > 0 && !canBe(edit, metric, now) { edit = self.edit(metric, now) }
            edits.append("{\"metric\": \(JSONWriter.quoted(metric.code)), \(edit.text)}")
        }
        return "[\(edits.joined(separator: ", "))]"
    }

    private func canBe(_ edit: (text: String, figure: Figure), _ metric: Metric, _ now: Figure) -> Bool {
        if case .ratio = edit.figure, metric.ratio == nil { return false }
        return metric.fault(in: edit.figure) == nil
    }

    private mutating func edit(_ metric: Metric, _ now: Figure) -> (text: String, figure: Figure) {
        if below(10) == 0 {
            let absence = Scenario.Absence.allCases[Int(below(4))]
            return ("\"status\": \"\(absence.rawValue)\"", absence.figure)
        }
        if metric.ratio != nil, below(3) > 0 {
            var whole = FixedDecimal(exactly: below(600)) ?? 0
            if case .ratio(_, let denominator) = now, below(2) == 0 { whole = denominator }
            let part = FixedDecimal(exactly: below(whole.mantissa / FixedDecimal.scale + 1)) ?? 0
            return (
                "\"numerator\": \(part), \"denominator\": \(whole)", .ratio(numerator: part, denominator: whole)
            )
        }
        switch metric.kind {
        case .yesNo:
            let isYes = below(2) == 0
            return ("\"answer\": \(isYes)", .value(isYes ? 1 : 0))
        case .task:
            let state = Scenario.TaskState.allCases[Int(below(3))]
            return ("\"task\": \"\(state.rawValue)\"", .value(FixedDecimal(exactly: Int64(2)) ?? 0))
        case .percent, .count, .amount, .points:
            let low = metric.minimum?.mantissa ?? 0
            var high = metric.maximum?.mantissa ?? 100 * FixedDecimal.scale
            if case .value(let value) = now, metric.maximum == nil { high = max(high, 2 * value.mantissa) }
            let step = max(metric.step.mantissa, 1)
            let value = FixedDecimal(mantissa: low + step * below(max((high - low) / step, 0) + 1))
            return ("\"set\": \(value)", .value(value))
        }
    }
}
