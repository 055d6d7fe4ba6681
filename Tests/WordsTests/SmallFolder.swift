import Scoring
import Survey
import TestSupport
import Values

@testable import Assessment

/// A small assessment in a folder of its own, sound except for the files that replace its own.
struct SmallFolder {
    let reading: AssessmentReading

    init(_ changes: [String: String] = [:], lastYear figure: Int? = nil) {
        let folder = TemporaryFolder()
        var files = [
            "assessment.json": Self.settings(figure == nil ? "" : #""previous": "last""#), "units.csv": Self.units,
            "metrics.csv": Self.metrics, "../criteria.json": Self.criteria,
        ]
        if let figure {
            files["last/units.csv"] = Self.units
            files["last/metrics.csv"] = "unit;metric;value\nh;3;\(figure)\n"
            files["metrics.csv"] = "unit;metric;value\nh;3;5\n"
        }
        for (name, text) in files.merging(changes, uniquingKeysWith: { $1 }) { folder.add(text, "a/" + name) }
        folder.add(Self.criteria, "a/criteria.json")
        reading = Assessment.read(folder.path("a"))
    }

    static func settings(_ more: String = "", year: Int = 2025) -> String {
        #"{"format": 1, "name": "Thử", "criteria": "\#(year == 2024 ? "../" : "")criteria.json", "year": \#(year), "stage": "self""#
            + (more.isEmpty ? "" : ", " + more) + "}"
    }

    private static let units = "code;name;level\nh;H;district\na;A;commune\nb;B;commune\n"
    private static let metrics = "unit;metric;value;numerator;denominator\nh;1;50;;\na;1;;9;10\nb;1;;0;0\na;3;1;;\n"

    /// 1: a ratio that requires evidence. 2: a count. 3: a change from last year. 4: a checklist of two. 5: for the
    /// district only. 6: a formula of three amounts. 7: a ratio without a convention for 0 ÷ 0.
    /// 8: a change from a base year, which 8 may not exceed.
    static let criteria = """
        {"format": 1, "set": "thu", "edition": "2024-2026", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
        "years": {"from": 2024, "to": 2026},
        "levels": [{"code": "district", "name": "Cấp huyện"}, {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "relations": [{"left": "8", "is": "≤", "right": "8.base"},
            {"left": "7.denominator", "is": "≤", "right": "1.denominator", "severity": "warning"}],
        "criteria": [
        \(leaf("1", #"{"name": "x", "kind": "percent", "direction": "higher", "ratio": {"numerator": "x", "denominator": "y"}}"#,
            #"{"kind": "proportional", "base": 100}"#, #", "evidence": ["Báo cáo", "Kế hoạch"], "notApplicable": {"convention": "leaveOut"}"#)),
        \(leaf("2", #"{"name": "x", "kind": "count", "direction": "higher"}"#,
            #"{"kind": "countThreshold", "threshold": {"atLeast": 10}, "below": "proportional"}"#)),
        \(leaf("3", #"{"name": "x", "kind": "amount", "direction": "higher", "maximum": 1000, "expectedBounds": ["maximum"]}"#,
            #"{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}"#)),
        \(leaf("4", ["a", "b"].map { #"{"code": "4.\#($0)", "name": "x", "kind": "yesNo", "direction": "higher"}"# }.joined(separator: ", "),
            #"{"kind": "checklist", "items": [{"metric": "4.a", "share": 50}, {"metric": "4.b", "share": 50}]}"#)),
        \(leaf("5", #"{"name": "x", "kind": "count", "direction": "higher"}"#,
            #"{"kind": "countThreshold", "threshold": {"atLeast": 10}, "below": "proportional"}"#,
            #", "levelsReason": "thử""#, levels: #""district""#)),
        \(leaf("6", ["", "b", "c"].map {
            #"{"code": "6\#($0.isEmpty ? "" : "." + $0)", "name": "x", "kind": "amount", "direction": "higher"}"#
        }.joined(separator: ", "), #"{"kind": "formula", "figures": {"x": "6", "y": "6.b", "z": "6.c"}, "points": "x * y * y * z * z"}"#)),
        \(leaf("7", #"{"name": "x", "kind": "percent", "direction": "higher", "ratio": {"numerator": "x", "denominator": "y"}}"#,
            #"{"kind": "proportional", "base": 100}"#)),
        \(leaf("8", ["", ".base"].map { #"{"code": "8\#($0)", "name": "x", "kind": "amount", "direction": "higher"}"# }.joined(separator: ", "),
            #"{"kind": "changeFromBaseYear", "baseYear": 2021, "base": {"metric": "8.base"}, "as": "percent", "byYear": ["#
            + [2024, 2025, 2026].map { #"{"year": \#($0), "full": {"above": 0}}"# }.joined(separator: ", ") + "]}"))
        ]}
        """

    private static func leaf(
        _ code: String, _ metrics: String, _ rule: String, _ more: String = "",
        levels: String = #""district", "commune""#
    ) -> String {
        #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 1, "source": {"row": "\#(code)"}, "#
            + #""levels": [\#(levels)], "metrics": [\#(metrics)], "rule": \#(rule)\#(more)}"#
    }

    static let questionnaire = survey("", metrics: #"{"metric": "1"}, {"metric": "2"}"#, minimum: 2)
    static let questionnaireOfOneMetric = survey("", metrics: #"{"metric": "1"}"#)
    static let questionnaireWithDesign = survey(
        #""weight": "trọng số""#,
        design: #""design": {"stages": [{"stratum": "tầng", "cluster": "thôn", "population": "số thôn"}]},"#)

    private static func survey(_ columns: String, design: String = "", metrics: String = "", minimum: Int = 0) -> String
    {
        """
        {"format": 1, "questionnaire": "nho", "name": "Nhỏ", "minimumCount": \(minimum), \(design)
         "scale": {"levels": [{"code": "1", "label": "Kém"}, {"code": "5", "label": "Tốt"}, {"code": "6", "label": "Rất tốt"}]},
         "columns": {"unit": "xã"\(columns.isEmpty ? "" : ", " + columns)},
         "blocks": [{"code": "B", "name": "B", "factors": [
            {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "Câu 1"}]}]}],
         "index": {"measure": "topShare", "topLevels": 1}, "metrics": [\(metrics)]}
        """
    }

    static func surveyOf(_ text: String) -> Questionnaire? {
        Questionnaire.read(file: "q.json", bytes: Array(text.utf8)).questionnaire
    }
}
