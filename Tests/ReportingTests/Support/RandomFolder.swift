import ScoreNumerics
import Scoring
import TestSupport
import Values

/// A folder of an assessment drawn at random: an edition with rules of all kinds, maxima that are whole or quarters, bonus
/// and penalty points, caps, limits, tie-breakers and any rounding; units of two groups; figures of which some are missing,
/// and perhaps those of last year; and points given at two stages to leaves and to nodes with parts.
final class RandomFolder {
    static let stages = ["computed", "self", "appraisal"]
    let folder = TemporaryFolder()
    let units: [String]
    /// By unit: a metric with a figure, and what is best for it.
    private(set) var reported: [String: (metric: String, best: String)] = [:]
    /// By unit: what is out of the maximum, 0 ÷ 0: codes and maxima of leaves, in quarters of points.
    private var leftOut: [String: [(code: String, maximum: Int)]] = [:]
    private var random: SeededRandom
    private var nodes: [String] = []
    private var figures = "unit;metric;value;numerator;denominator\n"
    private var before = "unit;metric;value\n"
    private var given = "unit;criterion;stage;points;reason\n"
    /// Whether maxima may be quarters of points.
    private let hasQuarters: Bool
    var path: String { folder.path("now") }

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let stage = random.pick(RoundingPolicy.Stage.allCases)
        let digits = random.int(0...2)
        hasQuarters = stage != .leaf || digits == 2
        units = (1...random.int(2...5)).map { "u\($0)" }
        let mode = random.pick(Rounding.Mode.allCases)
        for field in 1...random.int(1...3) {
            if random.chance(25) { addSharingField("\(field)") } else { addField("\(field)") }
        }
        func cap(_ key: String, _ percent: Int, _ range: ClosedRange<Int>) -> String {
            random.chance(percent) ? "\"\(key)\": \(random.int(range)), " : ""
        }
        let caps =
            cap("bonusCap", 50, 0...2) + cap("penaltyCap", 50, 0...2) + cap("totalCap", 30, 3...12)
            + cap("totalFloor", 30, 0...2)
        let tieBreakers = random.chance(50) ? #", "tieBreakers": ["1"]"# : ""
        folder.add(
            """
            {"format": 1, "set": "ngau-nhien", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2023, "to": 2024}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}}, \(caps)
             "rounding": {"points": {"mode": "\(mode.rawValue)", "digits": \(digits), "stage": "\(stage.rawValue)"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "\(random.pick(["standard", "dense", "modified", "average"]))",
                         "minimumCoverage": \(random.pick([0, 50]))\(tieBreakers)},
             "classes": [{"classes": [{"code": "tot", "name": "Tốt", "atLeast": 60},
                                      {"code": "kha", "name": "Khá", "atLeast": 0}]}],
             "criteria": [
            \(nodes.joined(separator: ",\n"))]}
            """, "criteria.json")
        let groups = #""groups": [{"code": "g", "name": "G"}, {"code": "k", "name": "K"}]"#
        let usual = #""format": 1, "name": "Đợt", "criteria": "../criteria.json", "stage": "self", \#(groups)"#
        let hasBefore = random.chance(70)
        let previous = hasBefore ? #", "previous": "../before""# : ""
        folder.add("{\(usual), \"year\": 2024\(previous)}", "now/assessment.json")
        let hasTwo = random.chance(50)
        let rows = units.enumerated().map { "\($1);Xã \($1);xa;\(hasTwo && $0.isMultiple(of: 2) ? "k" : "g")\n" }
        let table = "code;name;level;group\n" + rows.joined()
        folder.add(table, "now/units.csv")
        folder.add(figures, "now/metrics.csv")
        folder.add(given, "now/scores.csv")
        guard hasBefore else { return }
        folder.add("{\(usual), \"year\": 2023}", "before/assessment.json")
        folder.add(table, "before/units.csv")
        folder.add(before, "before/metrics.csv")
    }

    /// Quarters of points as a number of the format.
    private func points(_ quarters: Int) -> String { "\(FixedDecimal(mantissa: Int64(quarters) * 250_000))" }

    private func node(_ code: String, _ quarters: Int) -> String {
        #"{"code": "\#(code)", "name": "\#(code)", "maximum": \#(points(quarters))}"#
    }

    private func addField(_ code: String) {
        let place = nodes.count
        nodes.append("")
        var maximum = 0
        for child in 1...random.int(1...3) {
            let own = "\(code).\(child)"
            guard random.chance(30) else {
                maximum += addLeaf(own)
                continue
            }
            let parent = nodes.count
            nodes.append("")
            let sum = (1...random.int(1...3)).reduce(0) { $0 + addLeaf("\(own).\($1)") }
            nodes[parent] = node(own, sum)
            give(own, upTo: sum)
            maximum += sum
        }
        nodes[place] = node(code, maximum)
        give(code, upTo: maximum)
    }

    /// Adds a field of two shares, of which the first gives its points to the second at 0 ÷ 0; without given points, which
    /// would need to know how much is left.
    private func addSharingField(_ code: String) {
        let place = nodes.count
        nodes.append("")
        let zero =
            #", "zeroDenominator": {"convention": "shareOut", "siblings": ["\#(code).2"], "source": {"document": "Q"}}"#
        let sum = addLeaf(code + ".1", kind: "share", zero: zero) + addLeaf(code + ".2", kind: "share", zero: "")
        nodes[place] = node(code, sum)
    }

    /// Adds a leaf with the figures of all units, and returns its maximum in quarters of points.
    private func addLeaf(_ code: String) -> Int {
        let convention = random.chance(40) ? random.pick(["leaveOut", "fullPoints", "zeroPoints", "keepMaximum"]) : nil
        let zero = convention.map { #", "zeroDenominator": {"convention": "\#($0)", "source": {"document": "Q"}}"# }
        let kind = random.pick(RandomLeaf.kinds)
        let maximum = addLeaf(code, kind: kind, zero: zero ?? "", isLeftOut: convention == "leaveOut")
        switch kind {
        case "bonus": give(code, upTo: 8)
        case "penalty": give(code, upTo: -8)
        case "watched": break
        default: give(code, upTo: maximum)
        }
        return maximum
    }

    private func addLeaf(_ code: String, kind: String, zero: String, isLeftOut: Bool = false) -> Int {
        let quarters = hasQuarters ? random.int(1...16) : 4 * random.int(1...4)
        let leaf = RandomLeaf(kind, code, maximum: points(quarters), zero: zero, &random)
        let maximum = leaf.isExtra ? 0 : quarters
        nodes.append(
            #"{"code": "\#(code)", "name": "\#(code)", "maximum": \#(points(maximum)), "source": {"row": "\#(code)"}, "#
                + #""levels": ["xa"], \#(leaf.measure), "notApplicable": {"convention": "leaveOut"}}"#)
        for unit in units where !random.chance(15) {
            let isZero = kind == "share" && !zero.isEmpty && random.chance(30)
            for figure in leaf.figures(whole: isZero ? 0 : random.int(1...9), quarters: quarters, &random) {
                self.figures += "\(unit);\(figure.metric);\(figure.columns)\n"
            }
            if isZero, isLeftOut { leftOut[unit, default: []].append((code, maximum)) }
            if let best = leaf.best, !isZero { reported[unit] = (code, best) }
        }
        if kind == "lastYear" {
            for unit in units where !random.chance(15) { before += "\(unit);\(code);\(random.int(0...9))\n" }
        }
        return maximum
    }

    /// Gives some units points at one stage or two.
    private func give(_ code: String, upTo most: Int) {
        for unit in units {
            // What applies can be given, or all of it where nothing does.
            let out = (leftOut[unit] ?? []).reduce(0) { $1.code.hasPrefix(code + ".") ? $0 + $1.maximum : $0 }
            let size = out < abs(most) ? abs(most) - out : abs(most)
            for stage in Self.stages.dropFirst() where random.chance(15) {
                let quarters = random.int(0...size)
                given += "\(unit);\(code);\(stage);\(points(most < 0 ? -quarters : quarters));lý do\n"
            }
        }
    }
}
