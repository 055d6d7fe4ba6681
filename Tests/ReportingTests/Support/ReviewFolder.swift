import TestSupport

/// A folder of ten communes and a department, with the figures of three criteria in percent of their points.
enum ReviewFolder {
    /// A criterion of an edition: code, name and maximum.
    typealias Leaf = (code: String, name: String, maximum: Int)

    static let usual: [Leaf] = [
        ("1.1", "Ban hành kế hoạch", 2), ("1.2", "Hồ sơ đúng hạn", 10), ("1.3", "Hồ sơ trực tuyến", 8),
    ]

    static func criteria(_ leaves: [Leaf] = usual, set: String = "bo", edition: String = "2024") -> String {
        let nodes = leaves.map { leaf in
            #"{"code": "\#(leaf.code)", "name": "\#(leaf.name)", "maximum": \#(leaf.maximum), "source": {"row": "1"}, "#
                + #""levels": ["xa", "so"], "rule": {"kind": "proportional"}, "#
                + #""metrics": [{"name": "tỷ lệ", "direction": "higher", "kind": "percent"}]}"#
        }
        return """
            {"format": 1, "set": "\(set)", "edition": "\(edition)", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2026},
             "levels": [{"code": "so", "name": "Sở"}, {"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": \(leaves.reduce(0) { $0 + $1.maximum })},
            \(nodes.joined(separator: ",\n"))]}
            """
    }

    /// Of 1.1 all communes have everything; of 1.2 the first has 10 %, the tenth 100 %; of 1.3 they have a tenth of that,
    /// but the last two have nothing reported. The department has half of all.
    static let figures: [String: [String?]] = Dictionary(
        uniqueKeysWithValues: (1...10).map { unit in
            ("x\(unit)", ["100", "\(unit * 10)", unit > 8 ? nil : "\(unit)"])
        } + [("so", ["50", "50", "50"])])

    /// - Parameters:
    ///   - year: the year.
    ///   - scores: rows of `scores.csv`: unit, criterion, stage, points, reason.
    static func make(
        year: Int = 2024, criteria: String = criteria(), codes: [String] = usual.map(\.code),
        figures: [String: [String?]] = figures, scores: String? = nil
    ) -> TemporaryFolder {
        let folder = TemporaryFolder()
        folder.add(criteria, "criteria.json")
        folder.add(
            """
            {"format": 1, "name": "Đợt \(year)", "criteria": "criteria.json", "year": \(year), "stage": "self",
             "groups": [{"code": "xa", "name": "Các xã"}, {"code": "so", "name": "Các sở"}]}
            """, "assessment.json")
        let units = figures.keys.sorted()
        func kind(_ unit: String) -> String { unit == "so" ? "so" : "xa" }
        folder.add(
            "code;name;level;group\n" + units.map { "\($0);Đơn vị \($0);\(kind($0));\(kind($0))\n" }.joined(),
            "units.csv")
        let rows = units.flatMap { unit in
            zip(codes, figures[unit] ?? []).compactMap { code, figure in figure.map { "\(unit);\(code);\($0)\n" } }
        }
        folder.add("unit;metric;value\n" + rows.joined(), "metrics.csv")
        if let scores { folder.add("unit;criterion;stage;points;reason\n" + scores, "scores.csv") }
        return folder
    }
}
