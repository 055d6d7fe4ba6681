import Documents
import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Places by survey indices whose standard error is known, bounded on one side, or not known at all.
@Suite struct SurveyPlaceTests {
    private let folder = TemporaryFolder()

    /// Writes four communes with 6 points of a survey of 10: answers by commune, satisfied out of all, each person of a
    /// cluster of their own; `alone` has a single cluster.
    private func rank(hasDesign: Bool) throws -> [String: [String: Any]] {
        folder.add(
            """
            {"format": 1, "set": "thu", "edition": "1", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
             "years": {"from": 2025, "to": 2025}, "levels": [{"code": "commune", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định thử"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
              "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0}, "criteria": [
             {"code": "1", "name": "Hài lòng", "maximum": 10, "source": {"row": "1"}, "levels": ["commune"],
              "metrics": [{"name": "Chỉ số", "kind": "percent", "direction": "higher"}], "rule": {"kind": "surveyShare"}}]}
            """, "criteria.json")
        folder.add(
            """
            {"format": 1, "name": "Thử", "criteria": "criteria.json", "year": 2025, "stage": "self", "files": {"units":
             "units.csv", "metrics": ["metrics.csv"], "survey": {"questionnaire": "questionnaire.json", "answers":
             ["survey.csv"]}}}
            """, "assessment.json")
        folder.add("code;name;level\nsure;Một;commune\nalike;Hai;commune\nalone;Ba;commune\n", "units.csv")
        folder.add("unit;metric;value\n", "metrics.csv")
        let design = #", "design": {"stages": [{"stratum": "unit", "cluster": "village"}], "singleCluster": "fail"}"#
        folder.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Phiếu thử", "scale": {"levels": [{"code": "0", "label": "Không"},
             {"code": "1", "label": "Có"}]}, "columns": {"unit": ["unit"], "weight": "weight"}\(hasDesign ? design : ""),
             "index": {"measure": "topShare", "topLevels": 1, "combination": "answers"}, "minimumCount": 0,
             "interval": {"method": "logit", "confidence": 0.95},
             "blocks": [{"code": "1", "name": "x", "factors": [{"code": "1.1", "name": "x", "questions": [
              {"code": "q", "text": "x"}]}]}], "metrics": [{"metric": "1", "part": "1"}]}
            """, "questionnaire.json")
        var rows = "unit;village;weight;q\n"
        for person in 0..<400 { rows += "sure;v\(person);1;\(person < 240 ? 1 : 0)\n" }
        for person in 0..<5 { rows += "alike;v\(person);1;1\n" }
        for person in 0..<5 { rows += "alone;v;1;\(person < 1 ? 1 : 0)\n" }
        folder.add(rows, "survey.csv")
        let (exit, text) = commandOutput(["rank", folder.path, "--format", "json"])
        #expect(exit == .done)
        let root = try jsonRecord(text)
        let units = try #require(root["units"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: try units.map { (try #require($0["code"] as? String), $0) })
    }

    @Test func whatHasNoErrorIsNotExact() throws {
        let units = try rank(hasDesign: true)
        func range(_ code: String) -> [String: Int]? { units[code]?["interval"] as? [String: Int] }
        // Five people who all say yes: at 95 % the share may be down to 0.05^(1/5) = 0.549, below 60 ± 4.8 %.
        #expect(units["alike"]?["rank"] as? Int == 1 && range("alike") == ["lower": 1, "upper": 3])
        // One village: nothing is known of the error, so any place is possible, and nothing is said of chances.
        #expect(units["alone"]?["rank"] as? Int == 3 && range("alone") == ["lower": 1, "upper": 3])
        for code in ["alike", "alone"] { #expect(units[code]?["standardError"] is NSNull) }
        #expect(range("sure") == ["lower": 1, "upper": 3])
        #expect((units["sure"]?["standardError"] as? Double).map { abs($0 - 2.45) < 0.2 } ?? false)
        #expect(units["alike"]?["aheadOfNext"] is NSNull && units["sure"]?["aheadOfNext"] is NSNull)
        // All is measured.
        #expect(units.values.allSatisfy { $0["unmeasured"] as? Int == 0 })
    }

    @Test func withoutADesignNothingIsKnownOfErrors() throws {
        let units = try rank(hasDesign: false)
        #expect(units.values.allSatisfy { $0["interval"] as? [String: Int] == ["lower": 1, "upper": 3] })
        #expect(units.values.allSatisfy { $0["standardError"] is NSNull })
    }
}
