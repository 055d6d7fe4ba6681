import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values

/// A random set of relative leaves with random figures of several groups, levels and parents.
struct RelativeSample {
    /// One leaf, as its file states it.
    struct Leaf {
        let code: String
        let against: RelativeRule.Reference
        let among: RelativeRule.Cohort
        let ties: RankingPolicy.Ties
        let isHigher: Bool
        /// In millionths.
        let maximum: Int
        /// In percent.
        let equal: Int
        /// The target of a leader, in whole numbers.
        let target: Int

        var json: String {
            let direction = isHigher ? "higher" : "lower"
            var rule = #""kind": "relative", "against": "\#(against.rawValue)", "among": "\#(among.rawValue)""#
            if against == .minMax || against == .rank { rule += #", "equal": {"share": \#(equal)}"# }
            if against == .rank { rule += #", "ties": "\#(ties.rawValue)""# }
            if against == .leader { rule += #", "target": \#(target)"# }
            return """
                {"code": "\(code)", "maximum": \(decimal(maximum)), "rule": {\(rule)},
                 "metrics": [{"kind": "amount", "minimum": 0, "direction": "\(direction)"}]}
                """
        }
    }

    let leaves: [Leaf]
    let units: [ScoredUnit]
    /// By unit and leaf, in millionths; nil where nothing is reported.
    private(set) var figures: [[Int?]]
    let criteria: CompiledCriteria

    init(_ random: inout SeededRandom, leaves count: Int, units unitCount: Int) throws {
        leaves = (0..<count).map { Self.leaf("1.\($0 + 1)", &random) }
        let whole = leaves.reduce(0) { $0 + $1.maximum }
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "halfAwayFromZero", "digits": 4, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}}}
            """)
        let field = try JSONNode.parse(#"{"code": "1", "name": "Lĩnh vực", "maximum": \#(decimal(whole))}"#)
        let nodes = try [field] + leaves.map { try JSONNode.parse($0.json) }
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes, edition: edition))
        criteria = try CompiledCriteria(set, year: 2026)
        units = (0..<unitCount).map { unit in
            ScoredUnit(
                code: "u\(unit)", level: random.pick(["commune", "commune", "department"]),
                group: random.pick([nil, "a", "b", "c"]), parent: random.pick([nil, "p", "q"]))
        }
        figures = units.map { _ in [] }
        for unit in units.indices { figures[unit] = leaves.map { _ in Self.figure(&random) } }
    }

    private static func leaf(_ code: String, _ random: inout SeededRandom) -> Leaf {
        let against = random.pick(RelativeRule.Reference.allCases)
        let isHigher = against == .maximum || (against != .minimum && random.chance(50))
        return Leaf(
            code: code, against: against, among: random.pick(RelativeRule.Cohort.allCases),
            ties: random.pick([.standard, .dense, .modified, .average]), isHigher: isHigher,
            maximum: random.int(1...40) * 250_000, equal: random.int(0...100), target: random.int(1...12))
    }

    /// Few distinct numbers, so that many are equal; some missing, some zero.
    static func figure(_ random: inout SeededRandom) -> Int? {
        if random.chance(6) { return nil }
        return random.chance(50) ? random.int(0...9) * 1_000_000 : random.int(0...12_000_000)
    }

    mutating func set(_ figure: Int?, unit: Int, leaf: Int) { figures[unit][leaf] = figure }

    var table: FigureTable {
        var table = criteria.emptyFigures(unitCount: units.count)
        for unit in units.indices {
            for (column, figure) in figures[unit].enumerated() {
                table[unit, column] = figure.map { .value(FixedDecimal(mantissa: Int64($0))) } ?? .notReported
            }
        }
        return table
    }

    func scores() throws -> ScoreTable { try criteria.score(table, units: units) }

    // MARK: Evaluated anew

    /// The points of a unit's leaf in millionths, by the words of the rule, with fractions of any length; nil where
    /// nothing is reported.
    func points(of leaf: Int, unit: Int) throws -> Int? {
        guard let own = figures[unit][leaf] else { return nil }
        let rule = leaves[leaf]
        let peers = units.indices.filter { isPeer($0, of: unit, rule.among) }.compactMap { figures[$0][leaf] }
        let share = share(own, peers, rule)
        return (NaiveFraction(millionths: rule.maximum) * share).millionths(.halfAwayFromZero, digits: 4)
    }

    private func isPeer(_ other: Int, of unit: Int, _ cohort: RelativeRule.Cohort) -> Bool {
        switch cohort {
        case .all: true
        case .group: units[other].group == units[unit].group
        case .level: units[other].level == units[unit].level
        case .parent: units[other].parent == units[unit].parent
        }
    }

    private func share(_ own: Int, _ peers: [Int], _ rule: Leaf) -> NaiveFraction {
        func fraction(_ number: Int) -> NaiveFraction { NaiveFraction(number) }
        let one = fraction(1)
        if Set(peers).count == 1 {
            let isScale = rule.against == .minMax || rule.against == .rank
            return isScale ? fraction(rule.equal) / fraction(100) : one
        }
        let sorted = peers.sorted(by: rule.isHigher ? { $0 > $1 } : { $0 < $1 })
        let (best, worst) = (sorted[0], sorted[sorted.count - 1])
        let reference: NaiveFraction
        switch rule.against {
        case .minMax: return fraction(own - worst) / fraction(best - worst)
        case .rank: return rankShare(own, sorted, rule.ties)
        case .leader:
            let target = rule.target * 1_000_000
            if rule.isHigher ? own >= target : own <= target { return one }
            reference = fraction(best)
        case .maximum, .minimum: reference = fraction(best)
        case .mean: reference = fraction(peers.reduce(0, +)) / fraction(peers.count)
        case .median:
            let middle = sorted.count / 2
            reference =
                sorted.count % 2 == 1
                ? fraction(sorted[middle])
                : fraction(sorted[middle - 1] + sorted[middle]) / fraction(2)
        }
        let isMet = rule.isHigher ? !(fraction(own) < reference) : !(reference < fraction(own))
        if isMet { return one }
        return rule.isHigher ? fraction(own) / reference : reference / fraction(own)
    }

    private func rankShare(_ own: Int, _ sorted: [Int], _ ties: RankingPolicy.Ties) -> NaiveFraction {
        let first = sorted.firstIndex(of: own).map { $0 + 1 } ?? 0
        let last = sorted.lastIndex(of: own).map { $0 + 1 } ?? 0
        let distinct = Set(sorted).count
        let (place, end): (NaiveFraction, Int)
        switch ties {
        case .standard: (place, end) = (NaiveFraction(first), sorted.count)
        case .modified: (place, end) = (NaiveFraction(last), sorted.count)
        case .average: (place, end) = (NaiveFraction(first + last) / NaiveFraction(2), sorted.count)
        case .dense: (place, end) = (NaiveFraction(Set(sorted.prefix(first)).count), distinct)
        }
        return (NaiveFraction(end) - place) / NaiveFraction(end - 1)
    }
}
