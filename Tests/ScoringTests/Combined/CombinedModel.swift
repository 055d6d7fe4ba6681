import ScoreNumerics
import Scoring
import TestSupport
import Values

/// A random tree with weights whose nodes combine their parts in every way, evaluated anew with fractions of any length.
struct CombinedModel {
    final class Node {
        let code: String
        let weight: Int
        let kind: NodeCombination.Kind
        let digits: Int
        let parts: [Node]

        init(_ code: String, weight: Int, kind: NodeCombination.Kind, digits: Int, parts: [Node]) {
            (self.code, self.weight, self.kind, self.digits, self.parts) = (code, weight, kind, digits, parts)
        }

        var leaves: [Node] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }
        var all: [Node] { [self] + parts.flatMap(\.all) }

        var json: [String] {
            let head = #""code": "\#(code)", "name": "x", "weight": \#(weight)"#
            if parts.isEmpty {
                return [
                    """
                    {\(head), "source": {"row": "1"}, "levels": ["commune", "department"],
                     "notApplicable": {"convention": "leaveOut"}, "rule": {"kind": "proportional"},
                     "metrics": [{"name": "x", "kind": "percent", "direction": "higher"}]}
                    """
                ]
            }
            let isMean = kind == .geometric || kind == .harmonic
            let digits = isMean ? #", "digits": \#(digits)"# : ""
            return [#"{\#(head), "combine": "\#(kind.rawValue)"\#(digits)}"#] + parts.flatMap(\.json)
        }
    }

    /// A figure in millionths of a percent; nil where nothing is reported, out where it does not apply.
    enum Reported {
        case number(Int), missing, out

        var figure: Figure {
            switch self {
            case .number(let millionths): .value(FixedDecimal(mantissa: Int64(millionths)))
            case .missing: .notReported
            case .out: .notApplicable
            }
        }
    }

    /// Points and the maximum that applies, as fractions; nil where nothing applies.
    typealias Sum = (points: NaiveFraction, maximum: NaiveFraction)

    let root: Node
    let total: Int
    /// How the total is rounded.
    let rounding: Rounding

    init(_ random: inout SeededRandom) {
        var count = 0
        func grow(_ code: String, depth: Int) -> Node {
            count += 1
            let isLeaf = depth > 0 && (depth == 3 || random.chance(45) || count > 12)
            let parts = isLeaf ? 0 : random.int(1...3)
            return Node(
                code, weight: random.int(1...4), kind: random.pick(NodeCombination.Kind.allCases),
                digits: random.int(6...12),
                parts: (0..<parts).map { grow(depth == 0 ? "\($0 + 1)" : "\(code).\($0 + 1)", depth: depth + 1) })
        }
        root = grow("", depth: 0)
        total = random.pick([1, 7, 100])
        rounding = Rounding(random.pick(Rounding.Mode.allCases), digits: random.int(2...6))
    }

    func compiled(more: String = "") throws -> CompiledCriteria {
        let isMean = root.kind == .geometric || root.kind == .harmonic
        let edition = try JSONNode.parse(
            """
            {"total": \(total), "combine": "\(root.kind.rawValue)"\(isMean ? #", "digits": \#(root.digits)"# : ""),
             "rounding": {"points": {"mode": "\(rounding.mode.rawValue)", "digits": \(rounding.digits), "stage": "total"},
                          "index": {"mode": "down", "digits": 2}}\(more)}
            """)
        let nodes = root.parts.flatMap(\.json)
        return try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(criteria: nodes, edition: edition)), year: 2026)
    }

    func figures(_ random: inout SeededRandom) -> [String: Reported] {
        Dictionary(
            uniqueKeysWithValues: root.leaves.map { leaf in
                let number = random.pick([random.int(0...100) * 1_000_000, random.int(0...100_000_000), 100_000_000])
                let reported: Reported = random.chance(10) ? .missing : random.chance(12) ? .out : .number(number)
                return (leaf.code, reported)
            })
    }

    func table(_ units: [[String: Reported]], _ criteria: CompiledCriteria) -> FigureTable {
        var table = criteria.emptyFigures(unitCount: units.count)
        for (unit, figures) in units.enumerated() {
            for (code, reported) in figures {
                if let column = table.column(of: code) { table[unit, column] = reported.figure }
            }
        }
        return table
    }

    /// The sums of all nodes with a maximum, by code; the root's code is empty, and its points are not rounded.
    func sums(_ figures: [String: Reported]) -> [String: Sum] {
        var sums: [String: Sum] = [:]
        func evaluate(_ node: Node, _ whole: NaiveFraction) -> Sum? {
            if node.parts.isEmpty {
                switch figures[node.code] ?? .missing {
                case .out: return nil
                case .missing: sums[node.code] = (NaiveFraction(0), whole)
                case .number(let millionths):
                    let share = NaiveFraction(millionths: millionths) / NaiveFraction(100)
                    sums[node.code] = (whole * share, whole)
                }
                return sums[node.code]
            }
            let weights = NaiveFraction(node.parts.reduce(0) { $0 + $1.weight })
            let parts = node.parts.compactMap { part in
                evaluate(part, whole * NaiveFraction(part.weight) / weights).map { (part.weight, $0) }
            }
            if parts.isEmpty { return nil }
            let maximum = parts.reduce(NaiveFraction(0)) { $0 + $1.1.maximum }
            let shares = parts.map { (weight: $0.0, share: $0.1.points / $0.1.maximum) }
            let points: NaiveFraction
            switch node.kind {
            case .sum: points = parts.reduce(NaiveFraction(0)) { $0 + $1.1.points }
            case .maximum: points = maximum * shares.map(\.share).reduce(NaiveFraction(0)) { .greater($0, $1) }
            case .minimum: points = maximum * shares.map(\.share).reduce(NaiveFraction(1)) { .lesser($0, $1) }
            case .geometric, .harmonic:
                points = maximum * Self.mean(shares, isGeometric: node.kind == .geometric, digits: node.digits)
            }
            sums[node.code] = (points, maximum)
            return sums[node.code]
        }
        _ = evaluate(root, NaiveFraction(total))
        return sums
    }

    /// The mean, one digit after the other, as on paper; the last is rounded by what one half more would be.
    static func mean(
        _ parts: [(weight: Int, share: NaiveFraction)], isGeometric: Bool, digits: Int
    ) -> NaiveFraction {
        if parts.contains(where: { $0.share.isZero }) { return NaiveFraction(0) }
        // Weights without a common factor: powers stay short.
        var (one, other) = (parts[0].weight, 0)
        for part in parts {
            (one, other) = (part.weight, one)
            while other != 0 { (one, other) = (other, one % other) }
        }
        let common = one
        let weighted = parts.map { (weight: $0.weight / common, share: $0.share) }
        let count = weighted.reduce(0) { $0 + $1.weight }
        func power(_ base: NaiveFraction, _ exponent: Int) -> NaiveFraction {
            (0..<exponent).reduce(NaiveFraction(1)) { product, _ in product * base }
        }
        let product = weighted.reduce(NaiveFraction(1)) { $0 * power($1.share, $1.weight) }
        let harmonic =
            NaiveFraction(count)
            / weighted.reduce(NaiveFraction(0)) { $0 + NaiveFraction($1.weight) / $1.share }
        func isReached(_ number: NaiveFraction) -> Bool {
            isGeometric ? !(product < power(number, count)) : !(harmonic < number)
        }
        var (found, step) = (NaiveFraction(0), NaiveFraction(1))
        for digit in 0...digits {
            if digit > 0 { step = NaiveFraction(step.above, over: step.below * NaiveInteger(10)) }
            for _ in 0..<9 {
                let next = (found + step).over(step.below)
                if isReached(next) { found = next } else { break }
            }
        }
        let half = NaiveFraction(step.above, over: step.below * NaiveInteger(2))
        return isReached(found + half) ? (found + step).over(step.below) : found
    }
}

extension NaiveFraction {
    /// The same number over a denominator that divides it.
    fileprivate func over(_ denominator: NaiveInteger) -> NaiveFraction {
        NaiveFraction((above * denominator).divided(by: below).quotient, over: denominator)
    }
}
