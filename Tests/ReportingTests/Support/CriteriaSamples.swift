/// A later edition of the small set of ``Samples``, in which something of every kind is another.
enum CriteriaSamples {
    static let later = """
        {"format": 1, "set": "mau", "edition": "2025", "name": {"vi": "Bộ mẫu", "en": "Sample set"},
         "source": {"document": "Kế hoạch 1"}, "years": {"from": 2025, "to": 2026},
         "levels": [{"code": "district", "name": {"vi": "Cấp huyện", "en": "District"}},
                    {"code": "commune", "name": {"vi": "Cấp xã", "en": "Commune"}}],
         "points": {"basis": "decreed", "source": {"document": "Quyết định 3"}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                      "index": {"mode": "down", "digits": 1}},
         "ranking": {"ties": "dense", "minimumCoverage": 80, "tieBreakers": ["1"]},
         "bonusCap": 2,
         "relations": [{"left": "1.1.numerator", "is": "≤", "right": "1.1.denominator"}],
         "classes": [{"classes": [{"code": "tot", "name": {"vi": "Tốt", "en": "Good"}, "atLeast": 85},
                                  {"code": "kha", "name": {"vi": "Khá", "en": "Fair"}, "atLeast": 0}]}],
         "objectives": [{"code": "M1", "name": "Chỉ số", "target": {"text": "Nhóm 5 đầu"},
                         "source": {"document": "Kế hoạch 1", "place": "Phần I"}}],
         "criteria": [
          {"code": "1", "name": {"vi": "Thủ tục", "en": "Procedures"}, "maximum": 2},
          {"code": "1.1", "name": {"vi": "Hồ sơ đúng hạn", "en": "Files in time"}, "maximum": 2,
           "agencies": {"monitoring": "Phòng Nội vụ", "lead": "Các xã"},
           "source": {"row": "1.1"}, "levels": ["district"], "levelsReason": "Việc của huyện",
           "target": {"text": "Từ 98% hồ sơ đúng hạn", "comparison": "≥", "value": 98},
           "metrics": [{"name": {"vi": "Tỷ lệ đúng hạn", "en": "Share in time"}, "kind": "percent", "direction": "higher",
             "ratio": {"numerator": {"vi": "hồ sơ đúng hạn", "en": "files in time"},
                       "denominator": {"vi": "hồ sơ", "en": "files"}}}],
           "rule": {"kind": "proportional", "floor": {"atLeast": 80}, "full": {"atLeast": 98}},
           "notApplicable": {"convention": "leaveOut"},
           "evidence": ["Báo cáo hồ sơ", "Sổ theo dõi"]},
          {"code": "2", "name": {"vi": "Ý kiến người dân", "en": "Opinions"}, "maximum": 3.5},
          {"code": "2.1", "name": "Góp ý", "maximum": 0.5, "source": {"row": "2.1"}, "levels": ["district", "commune"],
           "metrics": [{"name": "Tình trạng", "kind": "task", "direction": "higher"}],
           "rule": {"kind": "task", "late": {"share": 50}}, "product": "Sổ góp ý",
           "deadline": {"kind": "date", "text": "Quý I", "due": "2025-03-31"}},
          {"code": "2.2", "name": {"vi": "Khảo sát", "en": "Survey"}, "maximum": 3, "source": {"row": "2.2"},
           "levels": ["district", "commune"], "product": "Báo cáo khảo sát",
           "metrics": [{"name": "Tỷ lệ rất hài lòng", "kind": "percent", "direction": "higher"}],
           "rule": {"kind": "surveyShare"}}
         ]}
        """
}
