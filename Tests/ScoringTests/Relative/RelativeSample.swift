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
        /// The target of a leader, or the fixed end of a range, in whole numbers.
        let target: Int
        /// Of a range: whether its low or its high end is fixed, or it is trimmed by so many percent at both.
        let range: Range
        /// Of a reference: whether it must be met, and not only passed, for everything; nil for a quotient.
        let isMetAt: Bool?
        /// Between how many tenths of a standard deviation the line runs.
        let deviations: (low: Int, high: Int)

        /// Whether its figures are compared with one number of the cohort.
        var isReference: Bool { [.maximum, .minimum, .mean, .median].contains(against) }

        enum Range { case whole, fixedLow, fixedHigh, trimmed }

        private var condition: String {
            isMetAt == true ? (isHigher ? "atLeast" : "atMost") : isHigher ? "above" : "below"
        }

        var json: String {
            let direction = isHigher ? "higher" : "lower"
            var rule = #""kind": "relative", "against": "\#(against.rawValue)", "among": "\#(among.rawValue)""#
            if isMetAt != nil, isReference { rule += #", "condition": "\#(condition)", "otherwise": {"share": 20}"# }
            switch (against, range) {
            case (.minMax, .fixedLow): rule += #", "ends": {"low": \#(target)}"#
            case (.minMax, .fixedHigh): rule += #", "ends": {"high": \#(target)}"#
            case (.minMax, .trimmed): rule += #", "trim": {"low": 25, "high": 10}"#
            default: break
            }
            if against == .z {
                rule +=
                    #", "zeroAt": \#(decimal(deviations.low * 100_000)), "fullAt": \#(decimal(deviations.high * 100_000))"#
                rule += #", "equal": {"points": \#(decimal(maximum / 2))}"#
            }
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
            maximum: random.int(1...40) * 250_000, equal: random.int(0...100), target: random.int(1...12),
            range: random.pick([.whole, .fixedLow, .fixedHigh, .trimmed]), isMetAt: random.pick([nil, true, false]),
            deviations: (-random.int(10...25), random.int(10...25)))
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
            switch rule.against {
            case .minMax where rule.range == .fixedLow || rule.range == .fixedHigh: break
            case .minMax, .rank: return fraction(rule.equal) / fraction(100)
            case .z: return NaiveFraction(millionths: rule.maximum / 2) / NaiveFraction(millionths: rule.maximum)
            default: return one
            }
        }
        let sorted = peers.sorted(by: rule.isHigher ? { $0 > $1 } : { $0 < $1 })
        let best = sorted[0]
        let reference: NaiveFraction
        switch rule.against {
        case .minMax: return rangeShare(own, peers.sorted(), rule)
        case .z:
            let z = rule.isHigher ? deviations(of: own, peers) : fraction(0) - deviations(of: own, peers)
            let (low, high) = (
                fraction(rule.deviations.low) / fraction(10), fraction(rule.deviations.high) / fraction(10)
            )
            return .lesser(one, .greater(fraction(0), (z - low) / (high - low)))
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
        if rule.isReference, let isMetAt = rule.isMetAt {
            let (isBelow, isAbove) = (fraction(own) < reference, reference < fraction(own))
            let isPassed = rule.isHigher ? isAbove : isBelow
            return isPassed || (isMetAt && !isBelow && !isAbove) ? one : fraction(20) / fraction(100)
        }
        let isMet = rule.isHigher ? !(fraction(own) < reference) : !(reference < fraction(own))
        if isMet { return one }
        return rule.isHigher ? fraction(own) / reference : reference / fraction(own)
    }

    private func rangeShare(_ own: Int, _ sorted: [Int], _ rule: Leaf) -> NaiveFraction {
        var (low, high) = (sorted[0], sorted[sorted.count - 1])
        switch rule.range {
        case .whole: break
        case .fixedLow: low = rule.target * 1_000_000
        case .fixedHigh: high = rule.target * 1_000_000
        case .trimmed: (low, high) = (sorted[sorted.count / 4], sorted[sorted.count - 1 - sorted.count / 10])
        }
        let (zero, one) = (NaiveFraction(0), NaiveFraction(1))
        if low < high {
            let share = NaiveFraction(rule.isHigher ? own - low : high - own) / NaiveFraction(high - low)
            return .lesser(one, .greater(zero, share))
        }
        let worst = rule.isHigher ? low : high
        if own == worst { return NaiveFraction(rule.equal) / NaiveFraction(100) }
        return (own > worst) == rule.isHigher ? one : zero
    }

    /// z to twelve decimals: the whole number of which the next half on either side lies beyond the exact root.
    private func deviations(of own: Int, _ peers: [Int]) -> NaiveFraction {
        let sum = NaiveInteger(peers.reduce(0, +))
        let squares = peers.reduce(NaiveInteger(0)) { $0 + NaiveInteger($1) * NaiveInteger($1) }
        let variance = NaiveInteger(peers.count) * squares + -(sum * sum)
        let distance = NaiveInteger(peers.count) * NaiveInteger(own) + -sum
        let digits = NaiveInteger(1_000_000_000_000)
        // Four times the square of the exact root.
        let square = distance * distance * digits * digits * NaiveInteger(4)
        func isReached(_ halves: Int) -> Bool { !(square < NaiveInteger(halves) * NaiveInteger(halves) * variance) }
        var (low, high) = (0, 20_000_000_000_000)
        while low < high {
            let middle = (low + high + 1) / 2
            if isReached(2 * middle - 1) { low = middle } else { high = middle - 1 }
        }
        return NaiveFraction(NaiveInteger(distance.isNegative ? -low : low), over: digits)
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
