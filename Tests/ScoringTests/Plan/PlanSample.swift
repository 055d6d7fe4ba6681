import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Random leaves in one or two fields, a unit's figures, perhaps given points, and actions on them.
struct PlanSample {
    /// How actions change a metric.
    private enum Way { case set, add, both }

    let scores: ScoreTable
    var actions: [PlannedAction]

    init(
        _ random: inout SeededRandom, stage: RoundingPolicy.Stage, actions range: ClosedRange<Int> = 2...6,
        fields: ClosedRange<Int> = 1...1, isCapped: Bool = false, areLinked: Bool = false,
        isGiven: Bool = false, isLimited: Bool = false, hasZeros: Bool = false
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
        var caps = isCapped ? #", "bonusCap": \#(random.int(0...3)), "penaltyCap": \#(random.int(0...3))"# : ""
        if isLimited { caps += #", "totalCap": \#(random.int(2...15)), "totalFloor": \#(random.int(-3...2))"# }
        let zeros = hasZeros ? Self.addZeroConventions(to: &nodes, of: leaves, &random) : []
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
                    if zeros.contains(code), random.chance(60) {
                        figures[0, column] = .ratio(numerator: 0, denominator: 0)
                    }
                    before[0, column] = Figure(random.lastYear(for: measure))
                    places.append((metric, measure, leaf))
                }
            }
        }
        let computed = try criteria.score(
            figures, units: [ScoredUnit(code: "x", level: "commune")], lastYear: LastYear(figures: before, units: [0]))
        let given = set.criteria.indices.filter { _ in isGiven && random.chance(25) }.map { node in
            let range = set.givenRange(of: node)
            let width = Int((range.upperBound - range.lowerBound).mantissa)
            return GivenPoints(
                unit: 0, node: node, stage: 0,
                points: range.lowerBound + FixedDecimal(mantissa: Int64(width == 0 ? 0 : random.int(0...width))))
        }
        scores = computed.points(at: 0, given: given)
        // On each metric actions set, add, or do both.
        let ways = places.map { place in
            let isNumber = [.percent, .amount, .count].contains(place.metric.kind)
            return isNumber && random.chance(40) ? random.pick([Way.add, .both]) : .set
        }
        let codes = (0..<random.int(range)).map { "A\($0)" }
        actions = codes.indices.map { index in
            var effects: [PlannedAction.Effect] = []
            for position in places.indices where random.chance(places.count < 4 ? 60 : 30) {
                let (metric, measure, leaf) = places[position]
                let column = figures.column(of: metric.code)
                let now = column.map { figures[0, $0] } ?? .notReported
                if ways[position] == .add || (ways[position] == .both && random.chance(60)) {
                    // Cases are added to two counts, and never beside percentage points.
                    if case .ratio = now {
                        let cases = Int64(random.int(-4...8)) * 1_000_000
                        effects.append(.init(metric.code, .addToNumerator(FixedDecimal(mantissa: cases))))
                    } else {
                        let range = random.chance(30) ? -300...300 : -20...20
                        effects.append(
                            .init(metric.code, .add(FixedDecimal(mantissa: Int64(random.number(range))))))
                    }
                } else if case .value(let value) = now, random.chance(20) {
                    effects.append(.init(metric.code, .set(value)))
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

    /// Gives metrics of two counts conventions for 0 ÷ 0; returns the codes of those that have one.
    private static func addZeroConventions(
        to nodes: inout [String], of leaves: [ModelLeaf], _ random: inout SeededRandom
    ) -> Set<String> {
        let ratio = #", "ratio": {"numerator": "a", "denominator": "b"}"#
        // Points go to other leaves of the field, from leaves of a single measure.
        func siblings(of leaf: ModelLeaf) -> [String] {
            let isSimple = leaf.measures.count == 1 && leaf.maximum > 0
            return leaves.filter { other in
                isSimple && other.maximum > 0 && other.code != leaf.code && other.code.first == leaf.code.first
            }.map { "\"\($0.code)\"" }
        }
        var codes: Set<String> = []
        for index in nodes.indices where nodes[index].contains(ratio) && random.chance(80) {
            let leaf = leaves.first { nodes[index].hasPrefix(#"{"code": "\#($0.code)""#) }
            let others = random.chance(50) ? leaf.map(siblings) ?? [] : []
            var convention =
                #"{"convention": "\#(random.pick(["leaveOut", "fullPoints", "zeroPoints", "keepMaximum"]))"}"#
            if !others.isEmpty {
                let named = others.prefix(random.int(1...others.count)).joined(separator: ", ")
                convention = #"{"convention": "shareOut", "siblings": [\#(named)]}"#
            }
            nodes[index] = nodes[index].replacing(ratio, with: ratio + #", "zeroDenominator": \#(convention)"#)
            for part in nodes[index].split(separator: #""code": ""#).dropFirst() where part.contains(ratio) {
                codes.insert(String(part.prefix { $0 != "\"" }))
            }
        }
        return codes
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
}
