import Documents
import Scoring
import Tables
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// A small assessment made by hand: a field with two leaves, another with one, two levels, three units.
enum Samples {
    static let criteria = """
        {"format": 1, "set": "mau", "edition": "2024", "name": {"vi": "Bộ mẫu", "en": "Sample set"},
         "source": {"document": "Kế hoạch 1"}, "years": {"from": 2024, "to": 2024},
         "levels": [{"code": "district", "name": {"vi": "Cấp huyện", "en": "District"}},
                    {"code": "commune", "name": {"vi": "Cấp xã", "en": "Commune"}}],
         "points": {"basis": "assumed", "source": {"document": "Quyết định 2", "place": "Bảng 1"},
                    "reason": {"vi": "Kế hoạch không công bố điểm.", "en": "The plan publishes no points."}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                      "index": {"mode": "halfAwayFromZero", "digits": 2}},
         "ranking": {"ties": "standard", "minimumCoverage": 0, "tieBreakers": []},
         "classes": [{"classes": [{"code": "tot", "name": {"vi": "Tốt", "en": "Good"}, "atLeast": 80},
                                  {"code": "kha", "name": {"vi": "Khá", "en": "Fair"}, "atLeast": 0}]}],
         "assumptions": ["Mọi quy tắc là giả định."],
         "criteria": [
          {"code": "1", "name": {"vi": "Thủ tục", "en": "Procedures"}, "maximum": 2.25},
          {"code": "1.1", "name": {"vi": "Hồ sơ đúng hạn", "en": "Files in time"}, "maximum": 1.25,
           "source": {"row": "1.1"}, "levels": ["district", "commune"],
           "target": {"text": "Trên 99% hồ sơ đúng hạn", "comparison": ">", "value": 99},
           "metrics": [{"name": {"vi": "Tỷ lệ đúng hạn", "en": "Share in time"}, "kind": "percent", "direction": "higher",
             "ratio": {"numerator": {"vi": "hồ sơ đúng hạn", "en": "files in time"},
                       "denominator": {"vi": "hồ sơ", "en": "files"}}}],
           "rule": {"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}},
           "evidence": ["Báo cáo hồ sơ"]},
          {"code": "1.10", "name": {"vi": "Có kế hoạch", "en": "Has a plan"}, "maximum": 1, "source": {"row": "1.10"},
           "levels": ["district"], "levelsReason": {"vi": "Việc của huyện", "en": "A district matter"},
           "metrics": [{"name": "Có kế hoạch", "kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}},
          {"code": "2", "name": {"vi": "Hài lòng", "en": "Satisfaction"}, "maximum": 3},
          {"code": "2.1", "name": {"vi": "Khảo sát", "en": "Survey"}, "maximum": 3, "source": {"row": "2.1"},
           "levels": ["district", "commune"],
           "metrics": [{"name": "Tỷ lệ hài lòng", "kind": "percent", "direction": "higher"}],
           "rule": {"kind": "surveyShare"}}
         ]}
        """

    static func set(_ text: String) throws -> CriteriaSet {
        try CriteriaSet(reading: JSONDocument(file: "criteria.json", bytes: Array(text.utf8)))
    }

    /// Three units: a district with a third as its share, a commune with a decomposed name that lacks a figure, and one
    /// whose survey is not in.
    static func assessment(by criteria: String = criteria, opinions: [GivenOpinion] = []) throws -> Assessment {
        let compiled = try CompiledCriteria(set(criteria), year: 2024)
        var figures = compiled.emptyFigures(unitCount: 3)
        figures[0, 0] = .ratio(numerator: 482, denominator: 500)
        figures[0, 1] = .value(1)
        figures[0, 2] = .ratio(numerator: 1, denominator: 3)
        figures[1, 0] = .value(FixedDecimal(mantissa: 99_500_000))
        figures[2, 0] = .value(79)
        figures[2, 2] = .awaited
        let units = [
            Unit(code: "h", name: "Huyện Mẫu", level: "district", parent: nil, group: "huyen", successorOf: []),
            Unit(
                code: "01", name: "Xã Phu\u{31B}o\u{31B}\u{301}c Hòa", level: "commune", parent: "h", group: "xa",
                successorOf: []),
            Unit(code: "02", name: "Xã Phước An", level: "commune", parent: "h", group: "xa", successorOf: []),
        ]
        let settings = AssessmentSettings(
            name: LocalizedText(vi: "Đợt mẫu", en: "Sample"), period: Period(year: 2024), stage: .selfAssessment,
            isSynthetic: true,
            notice: nil,
            groups: [
                Group(code: "huyen", name: LocalizedText(vi: "Huyện", en: "Districts")),
                Group(code: "xa", name: LocalizedText(vi: "Xã", en: "Communes")),
            ])
        let parts = Parts(
            units: UnitList(units), figures: figures,
            remarks: [
                FigureKey(unit: units[1].code, metric: "1.1"): Remark(
                    evidence: "Báo cáo 12", explanation: nil, note: nil)
            ],
            given: [
                GivenScore(
                    unit: units[0].code, criterion: "1.1", stage: .appraisal, points: 1, reason: "Thiếu tài liệu",
                    evidence: nil,
                    date: nil)
            ], opinions: opinions)
        return try Assessment(settings: settings, criteria: compiled, parts: parts, folder: "mau")
    }

    /// An assessment of a year by the same criteria, with figures in the order of the tree.
    static func assessment(_ year: Int, _ units: [(unit: Unit, figures: [Figure])]) throws -> Assessment {
        let text = criteria.replacing(
            #""years": {"from": 2024, "to": 2024}"#, with: #""years": {"from": 2024, "to": 2025}"#)
        let compiled = try CompiledCriteria(set(text), year: year)
        var figures = compiled.emptyFigures(unitCount: units.count)
        for (position, entry) in units.enumerated() {
            for (column, figure) in entry.figures.enumerated() { figures[position, column] = figure }
        }
        let settings = AssessmentSettings(
            name: LocalizedText(vi: "Đợt \(year)", en: "Round \(year)"), period: Period(year: year), stage: .appraisal,
            isSynthetic: true, notice: nil, groups: [])
        let parts = Parts(units: UnitList(units.map(\.unit)), figures: figures, remarks: [:], given: [])
        return try Assessment(settings: settings, criteria: compiled, parts: parts, folder: "mau")
    }

    /// A commune.
    static func commune(_ code: String, _ name: String, of predecessors: [String] = []) -> Unit {
        Unit(code: code, name: name, level: "commune", parent: nil, group: nil, successorOf: predecessors)
    }
}
