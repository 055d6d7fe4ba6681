import Scoring
import Testing
import Values

/// A small handmade edition with arithmetic that is easy to follow: every leaf is of a different kind.
enum GapSample {
    private static let ratio =
        #"{"kind": "percent", "direction": "higher", "ratio": {"numerator": "Số hồ sơ đúng hạn", "denominator": "hồ sơ"}}"#
    private static let plain = #"{"kind": "percent", "direction": "higher"}"#

    static let nodes = [
        #"{"code": "1", "maximum": 11, "agencies": {"lead": "Văn phòng"}}"#,
        """
        {"code": "1.1", "maximum": 2, "target": {"text": "Trên 99 %", "comparison": ">", "value": 99},
         "metrics": [\(ratio)], "rule": {"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}}}
        """,
        """
        {"code": "1.2", "maximum": 1, "target": {"text": "Không quá 5 %", "comparison": "≤", "value": 5},
         "metrics": [{"kind": "percent", "direction": "lower", "ratio": {"numerator": "trễ", "denominator": "hồ sơ"}}],
         "rule": {"kind": "bands", "bands": [{"atMost": 5, "share": 100}, {"above": 5, "share": 0}]},
         "agencies": {"lead": "Phòng Nội vụ"}}
        """,
        """
        {"code": "1.3", "maximum": 3, "target": {"text": "15", "comparison": "≥", "value": 15},
         "metrics": [{"kind": "count", "direction": "higher", "unit": "thủ tục"}],
         "rule": {"kind": "countThreshold", "threshold": {"atLeast": 15}, "below": "proportional"}}
        """,
        """
        {"code": "1.4", "maximum": 3, "target": {"text": "90 %", "comparison": "≥", "value": 90},
         "metrics": [\(plain)], "rule": {"kind": "surveyShare"}}
        """,
        """
        {"code": "1.5", "maximum": 2, "target": {"text": "100 %", "comparison": "≥", "value": 100},
         "metrics": [\(plain)],
         "rule": {"kind": "bands", "bands": [{"atLeast": 50, "share": 100}, {"below": 50, "share": 0}]}}
        """,
        #"{"code": "2", "maximum": 7}"#,
        """
        {"code": "2.1", "maximum": 2, "measures": [
          {"code": "2.1.a", "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}},
          {"code": "2.1.b", "metrics": [{"kind": "task", "direction": "higher"}], "rule": {"kind": "task", "late": {"share": 50}}}]}
        """,
        """
        {"code": "2.2", "maximum": 4, "metrics": [{"kind": "amount", "direction": "higher"}],
         "rule": {"kind": "changeFromLastYear", "as": "percent", "full": {"atLeast": 5}, "zeroAt": 0}}
        """,
        """
        {"code": "2.3", "maximum": 1, "levels": ["department"], "levelsReason": "x",
         "metrics": [{"kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}}
        """,
    ]

    static func criteria() throws -> CompiledCriteria {
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        return try CompiledCriteria(set, year: 2026)
    }

    /// What the first unit reports.
    static let figures: [String: Figure] = [
        "1.1": .ratio(numerator: 482, denominator: 500), "1.2": .ratio(numerator: 10, denominator: 100),
        "1.3": .value(13), "1.4": .value(92), "1.5": .value(60), "2.1.a": .value(1), "2.1.b": .value(1),
        "2.2": .value(204),
    ]

    /// Communes with these figures instead of the first unit's own, all in one group; last year's amount is 200.
    static func scores(_ changes: [[String: Figure]] = [[:]]) throws -> ScoreTable {
        let criteria = try criteria()
        var table = criteria.emptyFigures(unitCount: changes.count)
        var before = table
        for (unit, changed) in changes.enumerated() {
            for (code, figure) in figures.merging(changed, uniquingKeysWith: { $1 }) {
                table[unit, try #require(table.column(of: code))] = figure
            }
            before[unit, try #require(table.column(of: "2.2"))] = .value(200)
        }
        let units = changes.indices.map { ScoredUnit(code: "\($0)", level: "commune", group: "xa") }
        return try criteria.score(
            table, units: units, lastYear: LastYear(figures: before, units: Array(changes.indices)))
    }

    static func decimal(_ text: String) throws -> FixedDecimal { try FixedDecimal(text) }
}
