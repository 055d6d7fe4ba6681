import ScoreNumerics
import Scoring
import TestSupport
import Values

/// A folder of an assessment drawn at random: an edition with bonus and penalty points, caps and any rounding, units of
/// one group, figures of which some are missing, and points given at two stages to leaves and to nodes with parts.
final class RandomFolder {
    static let stages = ["computed", "self", "appraisal"]
    let folder = TemporaryFolder()
    let units: [String]
    /// By unit: a metric with a figure.
    private(set) var reported: [String: String] = [:]
    /// By unit: what is out of the maximum, 0 ÷ 0: codes and maxima of leaves.
    private var leftOut: [String: [(code: String, maximum: Int)]] = [:]
    private var random: SeededRandom
    private var nodes: [String] = []
    private var figures = "unit;metric;value;numerator;denominator\n"
    private var given = "unit;criterion;stage;points;reason\n"
    private let digits: Int
    private let isRoundedLate: Bool
    var path: String { folder.path }

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let stage = random.pick(RoundingPolicy.Stage.allCases)
        isRoundedLate = stage != .leaf
        digits = random.int(0...2)
        units = (1...random.int(2...5)).map { "u\($0)" }
        let mode = random.pick(Rounding.Mode.allCases)
        for field in 1...random.int(1...3) { addField("\(field)") }
        func cap(_ key: String, _ percent: Int, _ range: ClosedRange<Int>) -> String {
            random.chance(percent) ? "\"\(key)\": \(random.int(range)), " : ""
        }
        let caps =
            cap("bonusCap", 50, 0...2) + cap("penaltyCap", 50, 0...2) + cap("totalCap", 30, 3...12)
            + cap("totalFloor", 30, 0...2)
        folder.add(
            """
            {"format": 1, "set": "ngau-nhien", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2024}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}}, \(caps)
             "rounding": {"points": {"mode": "\(mode.rawValue)", "digits": \(digits), "stage": "\(stage.rawValue)"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "\(random.pick(["standard", "dense", "modified", "average"]))",
                         "minimumCoverage": \(random.pick([0, 50]))},
             "classes": [{"classes": [{"code": "tot", "name": "Tốt", "atLeast": 60},
                                      {"code": "kha", "name": "Khá", "atLeast": 0}]}],
             "criteria": [
            \(nodes.joined(separator: ",\n"))]}
            """, "criteria.json")
        let usual = "\"format\": 1, \"name\": \"Đợt\", \"criteria\": \"criteria.json\", \"year\": 2024"
        folder.add(
            "{\(usual), \"stage\": \"self\", \"groups\": [{\"code\": \"g\", \"name\": \"G\"}]}", "assessment.json")
        folder.add("code;name;level;group\n" + units.map { "\($0);Xã \($0);xa;g\n" }.joined(), "units.csv")
        folder.add(figures, "metrics.csv")
        folder.add(given, "scores.csv")
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
            nodes[parent] = "{\"code\": \"\(own)\", \"name\": \"\(own)\", \"maximum\": \(sum)}"
            give(own, upTo: sum)
            maximum += sum
        }
        nodes[place] = "{\"code\": \"\(code)\", \"name\": \"\(code)\", \"maximum\": \(maximum)}"
        give(code, upTo: maximum)
    }

    /// Adds a leaf with the figures of all units, and returns its maximum.
    private func addLeaf(_ code: String) -> Int {
        let kind = random.pick(["share", "share", "share", "count", "yesNo", "bonus", "penalty"])
        let maximum = kind == "bonus" || kind == "penalty" ? 0 : random.int(1...4)
        let ratio = #""kind": "percent", "ratio": {"numerator": "a", "denominator": "b"}"#
        let zero = random.chance(40) ? random.pick(["leaveOut", "fullPoints", "zeroPoints", "keepMaximum"]) : nil
        let convention = zero.map { #", "zeroDenominator": {"convention": "\#($0)", "source": {"document": "Q"}}"# }
        let (metric, rule): (String, String) =
            switch kind {
            case "share":
                (ratio + (convention ?? ""), #"{"kind": "proportional", "base": \#(random.pick([60, 90, 100]))}"#)
            case "count":
                (
                    #""kind": "count""#,
                    #"{"kind": "countThreshold", "threshold": {"atLeast": 7}, "below": "proportional"}"#
                )
            case "yesNo": (#""kind": "yesNo""#, #"{"kind": "yesNo"}"#)
            default: (#""kind": "count""#, #"{"kind": "\#(kind)", "each": 1, "cap": 2}"#)
            }
        let direction = kind == "penalty" ? "lower" : "higher"
        nodes.append(
            #"{"code": "\#(code)", "name": "\#(code)", "maximum": \#(maximum), "source": {"row": "\#(code)"}, "#
                + #""levels": ["xa"], "metrics": [{"name": "\#(code)", "direction": "\#(direction)", \#(metric)}], "#
                + #""notApplicable": {"convention": "leaveOut"}, "rule": \#(rule)}"#)
        for unit in units where !random.chance(15) {
            let whole = zero != nil && random.chance(30) ? 0 : random.int(1...9)
            let figure =
                switch kind {
                case "share": ";\(random.int(0...whole));\(whole)"
                case "yesNo": "\(random.int(0...1));;"
                default: "\(random.int(0...9));;"
                }
            figures += "\(unit);\(code);\(figure)\n"
            if kind == "share", whole == 0, zero == "leaveOut" { leftOut[unit, default: []].append((code, maximum)) }
            if kind != "yesNo", kind != "share" || whole > 0 { reported[unit] = code }
        }
        switch kind {
        case "bonus": give(code, upTo: 2)
        case "penalty": give(code, upTo: -2)
        default: give(code, upTo: maximum)
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
                let quarters = random.int(0...4 * size)
                let points = FixedDecimal(mantissa: Int64(quarters) * 250_000 * (most < 0 ? -1 : 1))
                given += "\(unit);\(code);\(stage);\(points);lý do\n"
            }
        }
    }
}
