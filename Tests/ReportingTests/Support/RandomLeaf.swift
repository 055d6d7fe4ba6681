import ScoreNumerics
import TestSupport

/// A leaf of a random edition: its measure as JSON, and how its figures are drawn and made as good as can be.
struct RandomLeaf {
    /// All kinds of rules; shares twice, because most sets consist of them.
    static let kinds = [
        "share", "share", "count", "yesNo", "bonus", "penalty", "bands", "linear", "checklist", "perItem", "deduction",
        "limit", "lastYear", "baseYear", "survey", "free", "task", "formula", "watched", "relative",
    ]

    /// A figure of one metric, as the columns value, numerator and denominator.
    typealias Figure = (metric: String, columns: String)

    let kind: String
    /// The metrics and the rule.
    let measure: String
    /// Whether the leaf has points of its own.
    var isExtra: Bool { ["bonus", "penalty", "watched"].contains(kind) }
    /// What earns most, for what can be set as a number; nil for anything else.
    let best: String?
    private let code: String

    private static func metric(
        _ code: String, _ kind: String, lower: Bool = false, ratio: Bool = false, more: String = ""
    ) -> String {
        let counts = ratio ? #", "ratio": {"numerator": "a", "denominator": "b"}"# : ""
        return #"{"code": "\#(code)", "name": "\#(code)", "direction": "\#(lower ? "lower" : "higher")", "#
            + #""kind": "\#(kind)"\#(counts)\#(more)}"#
    }

    /// - Parameters:
    ///   - zero: further keys of the metric of a share.
    ///   - maximum: the leaf's maximum, as a number.
    init(_ kind: String, _ code: String, maximum: String, zero: String, _ random: inout SeededRandom) {
        (self.kind, self.code) = (kind, code)
        let (metrics, rule, best): (String, String, String?) =
            switch kind {
            case "share":
                (
                    Self.metric(code, "percent", ratio: true, more: zero),
                    #""proportional", "base": \#(random.pick([60, 90, 100]))"#, "100"
                )
            case "count":
                (
                    Self.metric(code, "count"),
                    #""countThreshold", "threshold": {"atLeast": 7}, "below": "proportional""#,
                    "9"
                )
            case "bands":
                (
                    Self.metric(code, "percent"),
                    #""bands", "bands": [{"atLeast": 70, "share": 100}, {"atLeast": 30, "below": 70, "share": 35}, "#
                        + #"{"below": 30, "share": 0}]"#, "100"
                )
            case "linear": (Self.metric(code, "percent"), #""linear", "zeroAt": 20, "fullAt": 80"#, "100")
            case "checklist":
                (
                    Self.metric(code + ".a", "yesNo") + ", " + Self.metric(code + ".b", "yesNo"),
                    #""checklist", "items": [{"metric": "\#(code).a", "share": 40}, {"metric": "\#(code).b", "share": 60}]"#,
                    nil
                )
            case "perItem": (Self.metric(code, "count"), #""perItem", "each": {"share": 15}"#, "9")
            case "deduction": (Self.metric(code, "count", lower: true), #""deduction", "each": {"share": 15}"#, "0")
            case "limit":
                (Self.metric(code, "count", lower: true), #""limit", "limit": 4, "overEach": {"share": 30}"#, "0")
            case "lastYear":
                (
                    Self.metric(code, "count"),
                    #""changeFromLastYear", "as": "difference", "full": {"atLeast": 4}, "zeroAt": -2"#, "30"
                )
            case "baseYear":
                (
                    Self.metric(code, "count") + ", " + Self.metric(code + ".goc", "count"),
                    #""changeFromBaseYear", "baseYear": 2021, "base": {"metric": "\#(code).goc"}, "as": "percent", "#
                        + #""byYear": [{"year": 2023, "full": {"atLeast": 50}, "zeroAt": 0}, "#
                        + #"{"year": 2024, "full": {"atLeast": 60}, "zeroAt": 0}]"#, "30"
                )
            case "survey": (Self.metric(code, "percent"), #""surveyShare", "base": 100"#, "100")
            case "free":
                (
                    Self.metric(code, "points"), #""freeValue", "minimum": 0, "maximum": \#(maximum), "step": 0.25"#,
                    nil
                )
            case "task": (Self.metric(code, "task"), #""task", "late": {"share": 45}"#, nil)
            case "formula":
                (
                    Self.metric(code + ".a", "percent", ratio: true) + ", "
                        + Self.metric(code + ".b", "percent", ratio: true),
                    #""formula", "figures": {"a": "\#(code).a", "b": "\#(code).b"}, "points": "maximum * (a + b) / 200""#,
                    nil
                )
            case "watched": (Self.metric(code, "count"), #""watched""#, nil)
            case "relative":
                (Self.metric(code, "percent"), #""relative", "against": "minMax", "among": "group""#, "100")
            case "yesNo": (Self.metric(code, "yesNo"), #""yesNo""#, nil)
            default:
                (
                    Self.metric(code, "count", lower: kind == "penalty"), #""\#(kind)", "each": 0.75, "cap": 2"#,
                    kind == "penalty" ? "0" : "9"
                )
            }
        measure = #""metrics": [\#(metrics)], "rule": {"kind": \#(rule)}"#
        self.best = best
    }

    /// The figures of a unit that has reported; `whole` is what stands below the line of a share.
    func figures(whole: Int, quarters: Int, _ random: inout SeededRandom) -> [Figure] {
        func share(_ metric: String, of whole: Int) -> Figure { (metric, ";\(random.int(0...whole));\(whole)") }
        switch kind {
        case "share": return [share(code, of: whole)]
        case "formula": return [share(code + ".a", of: random.int(1...9)), share(code + ".b", of: random.int(1...9))]
        case "checklist": return [".a", ".b"].map { (code + $0, "\(random.int(0...1));;") }
        case "yesNo": return [(code, "\(random.int(0...1));;")]
        case "bands", "linear", "survey", "relative": return [(code, "\(random.int(0...100));;")]
        case "baseYear": return [(code, "\(random.int(0...9));;"), (code + ".goc", "\(random.int(1...9));;")]
        case "free":
            let value = random.int(0...quarters)
            return [(code, "\(value / 4),\(["00", "25", "50", "75"][value % 4]);;")]
        case "task":
            return [(code, random.pick(["hoàn thành đúng hạn", "hoàn thành trễ hạn", "chưa hoàn thành"]) + ";;")]
        default: return [(code, "\(random.int(0...9));;")]
        }
    }
}
