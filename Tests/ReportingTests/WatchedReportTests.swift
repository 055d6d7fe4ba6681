import Documents
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Assessment
@testable import Reporting

/// What is only watched has no points, no maximum and no loss, reported or not. In Phú Thọ's figures Việt Trì reports the
/// mean time 2.2 and neither 6.4 nor 6.5; seventeen scored indicators lack their figures too.
@Suite struct WatchedReportTests {
    private func report() throws -> ScoreReport {
        let assessment = try #require(Assessment.read(Repository.path("datasets/phu-tho-2026-08")).assessment)
        let unit = try #require(assessment.position(ofUnit: "H44.100"))
        return ScoreReport(assessment, units: [unit], hasTree: true)
    }

    @Test func theRowsSaySo() throws {
        let rows = try report().briefMarkdown(in: .vi).split(separator: "\n").map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        for (code, remark) in [("2.2", "5,6 ngày"), ("6.4", "chưa báo cáo"), ("6.5", "chưa báo cáo")] {
            let row = try #require(rows.first { $0.first == code })
            #expect(Array(row[2...4]) == ["–", "–", "–"], "\(row)")
            #expect(row.last == "Chỉ theo dõi, không chấm điểm (\(remark))", "\(row)")
        }
    }

    @Test func theNotesCountThemApart() throws {
        let text = try report().briefMarkdown(in: .vi)
        #expect(text.contains("Chưa báo cáo: 17 lượt tiêu chí; tạm tính 0 điểm"))
        #expect(text.contains("Chỉ theo dõi, không chấm điểm: 3 lượt tiêu chí; không tính vào điểm và điểm tối đa"))
    }
}
