import Scoring
import Values

/// A synthetic edition of a hundred leaves in eight fields: half proportional, a quarter bands, a quarter linear and
/// yes/no.
enum BenchCriteria {
    static let leavesByField = [12, 13, 12, 13, 12, 13, 12, 13]

    /// The text of the criteria file.
    static func text() -> String {
        var nodes: [String] = []
        var number = 0
        for (field, leaves) in leavesByField.enumerated() {
            nodes.append(#"{"code": "\#(field + 1)", "name": "Field \#(field + 1)", "maximum": \#(leaves)}"#)
            for leaf in 1...leaves {
                let (kind, rule) = rule(number)
                nodes.append(
                    #"{"code": "\#(field + 1).\#(leaf)", "name": "Leaf", "maximum": 1, "levels": ["commune"], "#
                        + #""source": {"row": "1"}, "metrics": [{"name": "Metric", "kind": "\#(kind)", "#
                        + #""direction": "higher"}], "rule": \#(rule)}"#)
                number += 1
            }
        }
        return """
            {"format": 1, "set": "bench", "edition": "1", "name": "Bench", "source": {"document": "None"},
            "years": {"from": 2024, "to": 2024}, "levels": [{"code": "commune", "name": "Commune"}],
            "points": {"basis": "assumed", "source": {"document": "None"}, "reason": "A benchmark"},
            "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
            "ranking": {"ties": "standard", "minimumCoverage": 80},
            "criteria": [\(nodes.joined(separator: ",\n"))]}
            """
    }

    private static func rule(_ number: Int) -> (kind: String, rule: String) {
        switch number % 8 {
        case 0, 2, 4, 6:
            ("percent", #"{"kind": "proportional", "floor": {"atLeast": 50}, "full": {"above": 99}}"#)
        case 1, 5:
            (
                "percent",
                #"{"kind": "bands", "bands": [{"below": 50, "share": 0}, {"atLeast": 50, "below": 70, "share": 40}, "#
                    + #"{"atLeast": 70, "below": 90, "share": 75}, {"atLeast": 90, "share": 100}]}"#
            )
        case 3: ("percent", #"{"kind": "linear", "zeroAt": 20, "fullAt": 95}"#)
        default: ("yesNo", #"{"kind": "yesNo"}"#)
        }
    }

    static func compiled() throws -> CompiledCriteria {
        let document = try JSONDocument(file: "bench.json", bytes: Array(text().utf8))
        return try CompiledCriteria(CriteriaSet(reading: document), year: 2024)
    }

    /// Hundredths of points by the simplest arithmetic, for checking: `figure` in hundredths, 1 or 0 for yes and no.
    static func expected(_ number: Int, _ figure: Int) -> Int {
        switch number % 8 {
        case 0, 2, 4, 6:
            if figure < 5000 { return 0 }
            if figure > 9900 { return 100 }
            return (figure + 50) / 100
        case 1, 5: return figure < 5000 ? 0 : figure < 7000 ? 40 : figure < 9000 ? 75 : 100
        case 3:
            if figure <= 2000 { return 0 }
            if figure >= 9500 { return 100 }
            return ((figure - 2000) * 200 + 7500) / 15000
        default: return figure == 1 ? 100 : 0
        }
    }

    static func isYesNo(_ number: Int) -> Bool { number % 8 == 7 }
}

/// A small generator: the same figures in every run.
struct BenchFigures {
    private var state: UInt64 = 20_241_121

    mutating func next(_ number: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let draw = Int(state >> 33)
        // Percentages from 1 on: smaller ones would cause a warning.
        return BenchCriteria.isYesNo(number) ? draw & 1 : 100 + draw % 9_901
    }
}
