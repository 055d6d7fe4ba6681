import Documents
import Scoring
import Foundation
import Testing

@testable import Assessment
@testable import Reporting

/// `compare --stages`: what the appraisal cut and why.
///
/// The district has 96.4 % of 1.25 = 1.21, yes = 1, a third of 3 = 1: 3.21 of 5.25 computed. The appraisal gave 1 in
/// place of 1.21.
@Suite struct StageReportTests {
    private func report(
        _ before: Stage = .selfAssessment, _ after: Stage = .appraisal,
        isByField: Bool = false
    ) throws -> StageReport {
        StageReport(
            try Samples.assessment(), stages: [before, after], isByField: isByField)
    }

    private func rows(_ report: StageReport, in language: Language) -> [[String]] {
        report.text(as: .table, in: language)
            .split(separator: "\n").map { line in
                line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty }
            }
    }

    @Test func theCutStandsWithItsReason() throws {
        let rows = rows(try report(), in: .vi)
        #expect(rows.contains { $0.suffix(2) == ["Chỉ số tự chấm", "Chỉ số thẩm định"] })
        #expect(rows.contains(["h", "Huyện Mẫu", "3,21", "3,00", "−0,21", "61,14", "57,14"]))
        #expect(
            rows.contains(["Huyện Mẫu", "1.1", "Hồ sơ đúng hạn", "1,21 (tính)", "1,00", "−0,21", "Thiếu tài liệu"]))
        #expect(
            rows.contains([
                "- 2 đơn vị không có điểm do người chấm ở cả hai bước: hai bước đều là điểm tính từ số liệu."
            ]))
    }

    @Test func theOtherWayRoundNothingWasGivenLater() throws {
        let rows = rows(try report(.appraisal, .selfAssessment), in: .en)
        #expect(
            rows.contains([
                "Huyện Mẫu", "1.1", "Files in time", "1.00", "1.21 (computed)", "+0.21",
                "the later stage gave no points here",
            ]))
    }

    @Test func fieldsAddUp() throws {
        let rows = rows(try report(isByField: true), in: .en)
        #expect(rows.contains(["Huyện Mẫu", "1", "Procedures", "2.21", "2.00", "−0.21"]))
        #expect(rows.contains(["Huyện Mẫu", "2", "Satisfaction", "1.00", "1.00", "0"]))
    }

    @Test func dataNamesWherePointsComeFrom() throws {
        let report = try report()
        let csv = report.text(as: .csv, in: .en).split(whereSeparator: \.isNewline)
        #expect(csv[1].hasPrefix("h,Huyện Mẫu,1.1,Files in time,1.21,1.00,-0.21,Computed,Given,Thiếu tài liệu,"))
        #expect(csv[2].hasPrefix("h,Huyện Mẫu,,Total,3.21,3.00,-0.21,"))
        let json = try #require(JSONSerialization.jsonObject(with: Data(report.json(in: .vi).utf8)) as? [String: Any])
        #expect(json["stages"] as? [String] == ["self", "appraisal"])
        #expect(json["computedOnly"] as? Int == 2)
        let unit = try #require((json["units"] as? [[String: Any]])?.first)
        let criterion = try #require((unit["criteria"] as? [[String: Any]])?.first)
        let after = try #require(criterion["after"] as? [String: Any])
        #expect(after["origin"] as? String == "given")
        #expect(after["reason"] as? String == "Thiếu tài liệu")
    }
}
