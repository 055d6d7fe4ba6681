import Documents
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// What is shown of a node whose parts are not added, and of weights.
@Suite struct CombinedReportTests {
    /// Field 1, 2 points, is the geometric mean of thirds and two thirds; field 2 has 1 point.
    private static let criteria = #"""
        {"format": 1, "set": "mau", "edition": "2026", "name": "Bộ mẫu", "source": {"document": "Quyết định mẫu"},
         "years": {"from": 2026, "to": 2026}, "levels": [{"code": "xa", "name": "Cấp xã"}],
         "points": {"basis": "decreed", "source": {"document": "Quyết định mẫu"}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "total"},
                      "index": {"mode": "halfAwayFromZero", "digits": 2}},
         "ranking": {"ties": "standard", "minimumCoverage": 0},
         "criteria": [
          {"code": "1", "name": "Nhóm gộp", "maximum": 2, "combine": "geometric"},
          {"code": "1.1", "name": "Phần một", "weight": 1, "source": {"row": "1"}, "levels": ["xa"],
           "metrics": [{"name": "Tỷ lệ", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}},
          {"code": "1.2", "name": "Phần hai", "weight": 2, "source": {"row": "2"}, "levels": ["xa"],
           "metrics": [{"name": "Tỷ lệ", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}},
          {"code": "2", "name": "Nhóm riêng", "maximum": 1, "source": {"row": "3"}, "levels": ["xa"],
           "metrics": [{"name": "Tỷ lệ", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}
         ]}
        """#

    private func assessment() throws -> Assessment {
        let folder = TemporaryFolder()
        _ = folder.add(Self.criteria, "criteria.json")
        _ = folder.add(
            #"{"format": 1, "name": "Mẫu", "criteria": "criteria.json", "year": 2026, "stage": "computed"}"#,
            "assessment.json")
        _ = folder.add("mã đơn vị;tên đơn vị;cấp\na;Xã A;xa\n", "units.csv")
        _ = folder.add("mã đơn vị;1.1;1.2;2\na;100;12,5;50\n", "metrics.csv")
        let reading = Assessment.read(folder.path)
        return try #require(reading.assessment, "\(reading.findings)")
    }

    private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func theNodeIsExplained() throws {
        // ∛(1 × 0,125²) = 0,25, of 2 points; the parts have 2/3 and 1/6.
        let report = try #require(ExplanationReport(try assessment(), unit: 0, code: "1"))
        let text = report.text(as: .md, in: .vi)
        #expect(
            text.contains(
                "2 × trung bình nhân của 1.1 (1; trọng số 1), 1.2 (0,125; trọng số 2) = 2 × 0,25"), "\(text)")
        #expect(
            text.contains(
                "điểm = điểm tối đa × trung bình nhân của tỷ lệ đạt các mục con, trọng số theo điểm tối đa, "
                    + "làm tròn 12 chữ số; có mục bằng 0 thì bằng 0"))
        #expect(text.contains("Không cộng điểm: trung bình nhân"))
        #expect(
            report.text(as: .md, in: .en).contains(
                "2 × geometric mean of 1.1 (1; weight 1), 1.2 (0.125; weight 2) = 2 × 0.25"))
        #expect(report.text(as: .json, in: .vi).contains(#""combine": "geometric""#))
    }

    @Test func aPartSaysThatItsGainIsItsOwn() throws {
        let report = try #require(ExplanationReport(try assessment(), unit: 0, code: "1.2"))
        #expect(
            words(report.text(as: .table, in: .vi)).contains(
                "1 không cộng điểm các mục con (trung bình nhân): điểm tăng thêm nêu ở đây là của riêng tiêu chí"))
        let other = try #require(ExplanationReport(try assessment(), unit: 0, code: "2"))
        #expect(!words(other.text(as: .table, in: .vi)).contains("không cộng điểm"))
    }

    @Test func tablesAddUpAndTellHow() throws {
        let assessment = try assessment()
        let score = assessment.scores[0]
        // 0.5 + 0.5 points; the parts alone have 0.666667 + 0.166667.
        #expect(score.total.points == 1 && score.adjustment(of: 0) == FixedDecimal(mantissa: -333_334))
        let text = ScoreReport(assessment, units: [0], hasTree: true).text(as: .md, in: .vi)
        #expect(text.contains("Không cộng điểm: trung bình nhân (1)"), "\(text)")
        #expect(text.contains("2 × trung bình nhân của 1.1"))
        let gap = GapReport(assessment, units: [0], order: .points).text(as: .md, in: .vi)
        #expect(gap.contains("Điều chỉnh (mức trần, làm tròn, mục không cộng điểm)"), "\(gap)")
        #expect(gap.contains("Có mục không cộng điểm các mục con"))
    }

    @Test func criteriaTellWeightsAndFractions() throws {
        let set = try assessment().criteria.set
        let sheet = try #require(CriterionSheet(set, code: "1.1"))
        let text = sheet.text(as: .md, in: .vi)
        #expect(text.contains("0,666667 (2/3)"), "\(text)")
        #expect(text.contains("**Trọng số:** 1"))
        #expect(sheet.text(as: .json, in: .vi).contains(#""weight": 1"#))
        #expect(CriteriaReport(set).text(as: .md, in: .vi).contains("điểm = điểm tối đa × trung bình nhân"))
    }
}
