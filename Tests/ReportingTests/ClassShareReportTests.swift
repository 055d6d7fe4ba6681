import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

/// What is said of a class that only a share of the units may have.
@Suite struct ClassShareReportTests {
    private static let criteria = Samples.criteria.replacing(
        #""atLeast": 0}]}]"#,
        with: #""atLeast": 0}], "shareCap": {"class": "tot", "percent": 50, "of": "kha"}}]"#
    ).replacing(#""atLeast": 80}"#, with: #""atLeast": 30}"#)

    @Test func scoreTellsWhoIsHeldDownAndWhy() throws {
        // The district is alone in its group: half of one unit is none.
        let report = ScoreReport(try Samples.assessment(by: Self.criteria))
        let text = report.text(as: .md, in: .vi)
        #expect(
            text.contains(
                "Huyện Mẫu: theo chỉ số đạt loại Tốt nhưng bị khống chế: Tốt cho tối đa 50 % số đơn vị từ loại Khá trở "
                    + "lên, làm tròn xuống, theo thứ hạng; bằng hạng ở mức cắt thì cùng xuống loại dưới"), "\(text)")
        #expect(
            report.text(as: .md, in: .en).contains(
                "the index alone gives Good, held down by: Good for at most 50 % of the units of Fair or better, rounded "
                    + "down, by rank; of those level at the cut none has it"))
        #expect(report.text(as: .json, in: .vi).contains(#""heldDown": "Huyện Mẫu: theo chỉ số đạt loại Tốt"#))
    }

    @Test func criteriaTellTheCap() throws {
        let text = try CriteriaReport(Samples.set(Self.criteria)).briefMarkdown(in: .vi)
        #expect(
            text.contains("Khá ≥ 0 %; Tốt cho tối đa 50 % số đơn vị từ loại Khá trở lên, làm tròn xuống, theo thứ hạng")
        )
    }
}
