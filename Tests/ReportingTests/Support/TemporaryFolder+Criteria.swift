import TestSupport

extension TemporaryFolder {
    /// Writes a set of some nodes, each as an object of JSON, for the level `xa`.
    func addCriteria(
        _ nodes: [String], years: ClosedRange<Int> = 2026...2026, to path: String = "đợt/criteria/thu/2026.json"
    ) {
        add(
            """
            {"format": 1, "set": "thu", "edition": "2026", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
             "years": {"from": \(years.lowerBound), "to": \(years.upperBound)}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định thử"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [\(nodes.joined(separator: ", "))]}
            """, path)
    }
}
