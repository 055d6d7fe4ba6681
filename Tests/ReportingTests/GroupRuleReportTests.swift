import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// What is shown of a criterion whose rule is another one for some units.
@Suite struct GroupRuleReportTests {
    /// The sample criteria with 70 % instead of 80 % for the group `xa`.
    private static let criteria = Samples.criteria.replacing(
        #""rule": {"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}},"#,
        with: #"""
            "rule": {"kind": "proportional", "floor": {"atLeast": 80}, "full": {"above": 99}},
            "byGroup": [{"groups": ["xa"], "rule": {"kind": "proportional", "floor": {"atLeast": 70}, "full": {"atLeast": 90}},
                         "target": {"text": "Từ 90% hồ sơ đúng hạn", "comparison": "≥", "value": 90}}],
            """#)

    @Test func criteriaTellBothRules() throws {
        let set = try Samples.set(Self.criteria)
        let sheet = try #require(CriterionSheet(set, code: "1.1"))
        let vi = sheet.text(as: .md, in: .vi)
        #expect(vi.contains("dưới 80 % không có điểm; trên 99 % được điểm tối đa"))
        #expect(
            vi.contains(
                "**Quy tắc (khối xa):** điểm = điểm tối đa × giá trị ÷ 100; dưới 70 % không có điểm; từ 90 % trở lên "
                    + "được điểm tối đa (chỉ tiêu: Từ 90% hồ sơ đúng hạn (≥ 90 %))"), "\(vi)")
        #expect(
            sheet.text(as: .md, in: .en).contains(
                "**Rule (group xa):** points = maximum × value ÷ 100; below 70 %"))
        let tree = CriteriaReport(set).briefMarkdown(in: .vi)
        #expect(tree.contains("khối xa: điểm = điểm tối đa × giá trị ÷ 100; dưới 70 %"))
    }

    @Test func explanationFollowsTheOwnRule() throws {
        // 79 % is 0.9875 of 1.25 points in the group xa, and nothing in the group huyen.
        let samples = try Samples.assessment(by: Self.criteria)
        let own = try #require(ExplanationReport(samples, unit: 2, code: "1.1")).text(as: .table, in: .vi)
        #expect(own.contains("Chỉ tiêu: Từ 90% hồ sơ đúng hạn"))
        #expect(
            own.contains("Quy tắc (khối xa): điểm = điểm tối đa × giá trị ÷ 100; dưới 70 % không có điểm;"), "\(own)")
        #expect(own.contains("Cách tính: 1,25 × 79 ÷ 100 = 0,9875 → 0,99"))
        #expect(own.contains("So với chỉ tiêu: ≥ 90 %: chưa đạt"))
        #expect(own.contains("cần từ 90 % trở lên"))
        let others = try #require(ExplanationReport(samples, unit: 0, code: "1.1")).text(as: .table, in: .vi)
        #expect(others.contains("Quy tắc: điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm;"))
        #expect(others.contains("So với chỉ tiêu: > 99 %: chưa đạt"))
    }
}
