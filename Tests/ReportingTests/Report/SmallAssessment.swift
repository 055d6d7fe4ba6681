import TestSupport

/// Three communes, a field of two criteria that they report themselves and a field that a survey measures; small enough
/// to be worked out by hand.
///
/// 1.1: a plan, yes or no, 2 points; 1.2: a share, 2 points × share; 2.1: satisfaction, 1 point × share.
enum SmallAssessment {
    static func add(to folder: TemporaryFolder, stage: String = "self", remarks: String? = nil) {
        let plan =
            #"{"name": "Có kế hoạch", "kind": "yesNo", "direction": "higher"}"#
        let done = """
            {"name": "Tỷ lệ việc xong", "kind": "percent", "direction": "higher",
             "ratio": {"numerator": "Số việc xong", "denominator": "Số việc"}}
            """
        let satisfied = #"{"name": "Tỷ lệ hài lòng", "kind": "percent", "direction": "higher"}"#
        func leaf(_ code: String, _ name: String, _ maximum: Int, _ rule: String, _ metric: String) -> String {
            """
            {"code": "\(code)", "parent": "\(code.prefix(1))", "name": "\(name)", "maximum": \(maximum),
             "source": {"row": "\(code)"}, "levels": ["xa"], "evidence": ["Văn bản"], "metrics": [\(metric)],
             "rule": \(rule)}
            """
        }
        folder.add(
            """
            {"format": 1, "set": "nho", "edition": "1", "name": "Bộ tiêu chí nhỏ",
             "source": {"document": "Quyết định số 1/QĐ-UBND"}, "years": {"from": 2026, "to": 2026},
             "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định số 1/QĐ-UBND"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [
              {"code": "1", "name": "Chỉ đạo, điều hành", "maximum": 4},
              \(leaf("1.1", "Ban hành kế hoạch", 2, #"{"kind": "yesNo"}"#, plan)),
              \(leaf("1.2", "Thực hiện kế hoạch", 2, #"{"kind": "proportional", "base": 100}"#, done)),
              {"code": "2", "name": "Hài lòng", "maximum": 1},
              \(leaf("2.1", "Mức độ hài lòng", 1, #"{"kind": "surveyShare", "base": 100}"#, satisfied))]}
            """, "criteria.json")
        folder.add(
            """
            {"format": 1, "name": "Chấm điểm năm 2026", "criteria": "../criteria.json", "year": 2026, "stage": "\(stage)"}
            """, "a/assessment.json")
        folder.add("code;name;level\nu1;Xã Một;xa\nu2;Phường Hai;xa\nu3;Trung tâm Ba;xa\n", "a/units.csv")
        folder.add(
            """
            unit;metric;value;numerator;denominator;evidence;explanation
            u1;1.1;1;;;KH số 5/KH-UBND;
            u1;1.2;;10;10;BC số 6;
            u1;2.1;80;;;;
            u2;1.1;1;;;;Kế hoạch ghép với huyện
            u2;1.2;;5;10;BC số 7;
            u2;2.1;90;;;;
            u3;1.1;1;;;KH số 9;
            u3;2.1;70;;;;

            """, "a/metrics.csv")
        if let remarks { folder.add(remarks, "a/remarks.csv") }
    }
}
