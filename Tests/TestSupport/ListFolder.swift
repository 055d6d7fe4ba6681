/// A folder with lists of dossiers: metric 1 is a ratio, 2 a count, both of communes a and b; 3 a ratio of the
/// district h; 4 a ratio of communes of which less is better; 5 a ratio of
/// both levels.
package struct ListFolder {
    package let folder = TemporaryFolder()

    package static let heading = "Mã hồ sơ;Đơn vị;Thủ tục;Thôn;Nộp;Phí;Ngày nhận;Hẹn trả;Ngày trả"
    package static let conditions = #"""
        "onTime": {"onTime": {"done": "done", "due": "due"}},
        "settled": {"settled": {"done": "done", "due": "due"}},
        "online": {"column": "way", "equals": "Trực tuyến"}
        """#
    package static let metrics = #""1": {"numerator": "onTime", "denominator": "settled"}"#

    package init(
        _ files: [String: String], metrics: String = Self.metrics, conditions: String = Self.conditions,
        profile: String = "", entry: String = #""file": "list.csv""#, figures: String = ""
    ) {
        folder.add(Self.criteria, "criteria.json")
        folder.add("code;name;level\nh;Huyện;district\na;Xã A;commune\nb;Xã B;commune\n", "units.csv")
        if !figures.isEmpty { folder.add(figures, "metrics.csv") }
        folder.add(
            #"""
            {"format": 1, "name": "Thử", "criteria": "criteria.json", "year": 2025, "stage": "computed",
             "lists": [{\#(entry), "profile": "profile.json", "metrics": {\#(metrics)}}]}
            """#, "assessment.json")
        folder.add(
            #"""
            {"format": 1, "name": "Một cửa", "id": "id", "unit": "unit", "groupBy": ["procedure", "village"],
             "columns": {"id": "Mã hồ sơ", "unit": ["Đơn vị", "Xã"], "procedure": "Thủ tục", "village": "Thôn",
                "way": "Nộp", "fee": {"names": "Phí", "kind": "number"},
                "received": {"names": "Ngày nhận", "kind": "day"}, "due": {"names": "Hẹn trả", "kind": "day"},
                "done": {"names": "Ngày trả", "kind": "day"}},
             \#(profile)"conditions": {\#(conditions)}}
            """#, "profile.json")
        for (name, text) in files { folder.add(text, name) }
    }

    /// A folder with one list of rows under the usual heading.
    package init(
        rows: [String], metrics: String = Self.metrics, conditions: String = Self.conditions, profile: String = "",
        entry: String = #""file": "list.csv""#, figures: String = ""
    ) {
        self.init(
            ["list.csv": Self.text(rows)], metrics: metrics, conditions: conditions, profile: profile, entry: entry,
            figures: figures)
    }

    package static func text(_ rows: [String]) -> String { ([heading] + rows).joined(separator: "\n") + "\n" }

    private static let criteria = """
        {"format": 1, "set": "thu", "edition": "2025", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
        "years": {"from": 2025, "to": 2025},
        "levels": [{"code": "district", "name": "Cấp huyện"}, {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "criteria": [
        \(leaf("1", "percent", #"{"kind": "proportional", "base": 100}"#, "commune")),
        \(leaf("2", "count", #"{"kind": "countThreshold", "threshold": {"atLeast": 10}, "below": "proportional"}"#, "commune")),
        \(leaf("3", "percent", #"{"kind": "proportional", "base": 100}"#, "district")),
        \(leaf("4", "percent", #"{"kind": "limit", "limit": 1, "overEach": {"points": 0.5}}"#, "commune", direction: "lower")),
        \(leaf("5", "percent", #"{"kind": "proportional", "base": 100}"#, #"district", "commune"#))]}
        """

    private static func leaf(
        _ code: String, _ kind: String, _ rule: String, _ level: String, direction: String = "higher"
    ) -> String {
        let ratio = kind == "percent" ? #", "ratio": {"numerator": "x", "denominator": "y"}"# : ""
        return #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 10, "source": {"row": "\#(code)"}, "#
            + #""levels": ["\#(level)"], "levelsReason": "thử", "notApplicable": {"convention": "leaveOut"}, "#
            + #""metrics": [{"name": "x", "kind": "\#(kind)", "direction": "\#(direction)"\#(ratio)}], "rule": \#(rule)}"#
    }
}
