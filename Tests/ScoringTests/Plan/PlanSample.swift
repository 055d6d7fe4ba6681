import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Random leaves in one or two fields, a unit's figures, and actions on them; with the outcomes of all sets of actions by
/// brute force: figures from the documentation alone, points by scoring every set as a unit of its own.
struct PlanSample {
    let scores: ScoreTable
    var actions: [PlannedAction]

    init(
        _ random: inout SeededRandom, stage: RoundingPolicy.Stage, actions range: ClosedRange<Int> = 2...6,
        fields: ClosedRange<Int> = 1...1, isCapped: Bool = false, areLinked: Bool = false
    ) throws {
        let digits = random.int(1...4)
        let mode = random.pick(Rounding.Mode.allCases)
        var nodes: [String] = []
        var leaves: [ModelLeaf] = []
        for field in 1...random.int(fields) {
            var own: [ModelLeaf] = []
            while own.reduce(0, { $0 + $1.maximum }) == 0 {
                own = (1...random.int(2...4)).map { random.leaf("\(field).\($0)", digits: digits) }
            }
            if areLinked { Self.link(&own, &random) }
            let maximum = own.reduce(0) { $0 + $1.maximum }
            nodes.append(#"{"code": "\#(field)", "name": "x", "maximum": \#(decimal(maximum))}"#)
            nodes += own.map(\.json)
            leaves += own
        }
        let caps = isCapped ? #", "bonusCap": \#(random.int(0...3)), "penaltyCap": \#(random.int(0...3))"# : ""
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(mode.rawValue)", "digits": \(digits), "stage": "\(stage.rawValue)"},
                          "index": {"mode": "halfToEven", "digits": 2}}\(caps)}
            """)
        let set = try SampleEdition.read(SampleEdition.text(criteria: nodes, edition: edition))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 1)
        var before = figures
        let metrics = Dictionary(uniqueKeysWithValues: set.metrics.map { ($0.code, $0) })
        func draw(_ measure: ModelMeasure, _ leaf: ModelLeaf) -> Figure {
            Figure(random.figure(for: measure, maximum: leaf.maximum))
        }
        var places: [(metric: Metric, measure: ModelMeasure, leaf: ModelLeaf)] = []
        for leaf in leaves {
            for measure in leaf.measures {
                for code in measure.codes {
                    let (column, metric) = (try #require(figures.column(of: code)), try #require(metrics[code]))
                    let drawn = draw(measure, leaf)
                    figures[0, column] = metric.fault(in: drawn) == nil ? drawn : .notReported
                    before[0, column] = Figure(random.lastYear(for: measure))
                    places.append((metric, measure, leaf))
                }
            }
        }
        scores = try criteria.score(
            figures, units: [ScoredUnit(code: "x", level: "commune")], lastYear: LastYear(figures: before, units: [0]))
        // On each metric actions either set or add.
        let isAdded = places.map { place in [.percent, .amount].contains(place.metric.kind) && random.chance(25) }
        let codes = (0..<random.int(range)).map { "A\($0)" }
        actions = codes.indices.map { index in
            var effects: [PlannedAction.Effect] = []
            for position in places.indices where random.chance(places.count < 4 ? 60 : 30) {
                let (metric, measure, leaf) = places[position]
                if isAdded[position] {
                    effects.append(.init(metric.code, .add(FixedDecimal(mantissa: Int64(random.number(-3...20))))))
                } else if case .value(let value) = draw(measure, leaf), metric.fault(in: .value(value)) == nil {
                    effects.append(.init(metric.code, .set(value)))
                }
            }
            let others = codes.filter { $0 != codes[index] }
            return PlannedAction(
                code: codes[index], name: "", cost: FixedDecimal(mantissa: Int64(random.int(0...12)) * 500_000),
                effects: effects, needs: index > 0 && random.chance(20) ? [codes[random.int(0...index - 1)]] : [],
                excludes: random.chance(20) ? [random.pick(others)] : [])
        }
    }

    /// Makes leaves depend on each other, without a circle.
    private static func link(_ leaves: inout [ModelLeaf], _ random: inout SeededRandom) {
        let regular = leaves.indices.filter { leaves[$0].maximum > 0 }
        for (place, leaf) in regular.enumerated() where place > 0 && random.chance(70) {
            let other = leaves[regular[random.int(0...place - 1)]].code
            let bound = random.chance(50) ? #""atLeast": \#(random.int(1...100))"# : #""above": \#(random.int(0...99))"#
            let share = random.pick([0, 0, 25, 50])
            leaves[leaf].requirement = #"{"criterion": "\#(other)", \#(bound), "otherwise": {"share": \#(share)}}"#
        }
        if random.chance(50) { leaves.reverse() }
    }

    /// The changes of a set of actions, from the documentation alone; nil when the set is not allowed.
    private func changes(_ taken: [PlannedAction], without ignored: Set<String>) -> [Scenario.Change]? {
        let codes = Set(taken.map(\.code))
        guard taken.allSatisfy({ codes.isSuperset(of: $0.needs) && codes.isDisjoint(with: $0.excludes) }) else {
            return nil
        }
        let unit = scores[0].figures
        var changes: [Scenario.Change] = []
        for (column, metric) in scores.criteria.set.metrics.enumerated() {
            var more = FixedDecimal.zero
            var stated: [FixedDecimal] = []
            for action in taken {
                for effect in action.effects where effect.metric == metric.code {
                    if ignored.contains("\(action.code) \(metric.code)") { continue }
                    switch effect.edit {
                    case .add(let amount): more += amount
                    case .set(let value): stated.append(value)
                    default: break
                    }
                }
            }
            let now = unit.now(column).exactNumber
            if let best = metric.direction == .higher ? stated.max() : stated.min() {
                changes.append(.init(metric.code, .set(best)))
            } else if more != 0, let sum = now?.adding(ExactRatio(more)) {
                if let most = metric.maximum, sum > ExactRatio(most) {
                    changes.append(.init(metric.code, .set(most)))
                } else if let least = metric.minimum, sum < ExactRatio(least) {
                    changes.append(.init(metric.code, .set(least)))
                } else {
                    changes.append(.init(metric.code, .add(more)))
                }
            }
        }
        return changes
    }

    /// Cost and points of every set of actions that is allowed and can be scored.
    func outcomes(without ignored: [IgnoredEffect]) throws -> [(cost: FixedDecimal, points: FixedDecimal)] {
        let left = Set(ignored.map { "\($0.action) \($0.metric)" })
        let criteria = scores.criteria
        let own = scores.storage.columns.figures
        var rows: [(cost: FixedDecimal, figures: FigureTable)] = []
        for mask in 0..<1 << actions.count {
            let taken = actions.indices.filter { mask >> $0 & 1 == 1 }.map { actions[$0] }
            guard let changes = changes(taken, without: left) else { continue }
            let cost = taken.reduce(FixedDecimal.zero) { $0 + $1.cost }
            if changes.isEmpty {
                rows.append((cost, own))
            } else if let applied = try? Scenario(changes: changes)
                .applied(to: own, unit: 0, level: "commune", of: criteria)
            {
                rows.append((cost, applied.figures))
            }
        }
        var figures = criteria.emptyFigures(unitCount: rows.count)
        for column in figures.metrics.indices {
            for (row, entry) in rows.enumerated() { figures[row, column] = entry.figures[0, column] }
        }
        let before = scores.storage.columns.lastYear.map {
            LastYear(figures: $0.figures, units: Array(repeating: 0, count: rows.count))
        }
        let all = try criteria.score(
            figures, units: rows.map { _ in ScoredUnit(code: "x", level: "commune") }, lastYear: before)
        // Figures that newly contradict each other are no plan, nor is what changes the maximum.
        let known = Set(scores.issues.map { "\($0.measure) \($0.fault)" })
        let faulty = Set(all.issues.filter { !known.contains("\($0.measure) \($0.fault)") }.map { $0.unit })
        return rows.indices.filter { !faulty.contains($0) && all[$0].total.maximum == scores[0].total.maximum }
            .map { (rows[$0].cost, all[$0].total.points) }
    }
}
