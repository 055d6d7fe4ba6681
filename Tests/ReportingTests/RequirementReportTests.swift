import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// What is shown of a criterion that depends on another one.
@Suite struct RequirementReportTests {
    /// The sample criteria with the survey of 3 points depending on 99 % of 1.1; else it has a third at most.
    private static let criteria = Samples.criteria.replacing(
        #""rule": {"kind": "surveyShare"}"#,
        with: #"""
            "rule": {"kind": "surveyShare"}, "requires": {"criterion": "1.1", "atLeast": 99, "otherwise": {"points": 0.5}}
            """#)

    @Test func criteriaTellTheCondition() throws {
        let set = try Samples.set(Self.criteria)
        let sheet = try #require(CriterionSheet(set, code: "2.1"))
        #expect(
            sheet.text(as: .md, in: .vi).contains(
                "**Điều kiện:** chỉ khi 1.1 đạt từ 99 % điểm tối đa trở lên; không thì được nhiều nhất 0,5 điểm"))
        #expect(
            sheet.text(as: .md, in: .en).contains(
                "**Condition:** only with 1.1 at 99 % of its maximum or more; else at most 0.5 points"))
        #expect(
            CriteriaReport(set).briefMarkdown(in: .vi).contains(
                "chỉ khi 1.1 đạt từ 99 % điểm tối đa trở lên; không thì"))
    }

    @Test func explanationTellsWhatItTakes() throws {
        // 482/500 is 1.205, rounded 1.21, 96.8 % of 1.25; a third of 3 points is 1, held to 0.5.
        let samples = try Samples.assessment(by: Self.criteria)
        let text = try #require(ExplanationReport(samples, unit: 0, code: "2.1")).text(as: .table, in: .vi)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Điểm: 0,50/3,00"))
        #expect(
            words.contains(
                "1.1 đang đạt 96,8 %: chưa đạt điều kiện, chỉ được nhiều nhất 0,50 điểm (đủ điều kiện thì được 1,00 điểm, "
                    + "thêm 0,50)"), "\(text)")
        let english = try #require(ExplanationReport(samples, unit: 0, code: "2.1")).text(as: .table, in: .en)
        #expect(
            english.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "1.1 stands at 96.8 %: the condition does not hold, at most 0.50 points (1.00 points if it held, 0.50 more)"
            ))
        let gap = GapReport(samples, units: [0], order: .points).text(as: .md, in: .vi)
        #expect(gap.contains("1.1 đạt từ 99 % điểm tối đa trở lên: +0,50"))
    }
}
