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

    private static let counted = #"{"name": "số vụ", "kind": "count", "unit": "vụ", "direction": "lower"}"#

    private let sample = SmallFolder(
        [
            SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2"),
            SmallFolder.leaf("1.2", "0", [Self.counted], #"{"kind": "watched"}"#),
        ], figures: ["x;1.1;;1;2", "x;1.2;7;;"])

    /// 7 cases are shown with their figure wherever leaves are, and lose nothing.
    @Test func theFigureIsShown() throws {
        let reason = sample.text("explain", "1.2", "--unit", "x")
        #expect(reason.contains("7 vụ"), "\(reason)")
        for command in ["gap", "score"] {
            let told = sample.text(command, "--unit", "x", format: "json").filter { !$0.isWhitespace }
            #expect(told.contains(#""status":"watched""#), "\(told)")
        }
        let told = sample.text("explain", "1.2", "--unit", "x", format: "json").filter { !$0.isWhitespace }
        #expect(told.contains(#""value":7"#), "\(told)")
        let row = sample.text("gap", "--unit", "x", format: "csv").split(whereSeparator: \.isNewline).first {
            $0.contains(";1.2;")
        }
        // No points, a maximum and a loss of none, and what was reported.
        #expect(
            row?.contains(";Tiêu chí 1.2;;;0,00;0,00;Chỉ theo dõi, không chấm điểm;Không mất điểm;;;7;") ?? false,
            "\(row ?? "")")
        #expect(sample.tables("gap", "--unit", "x").tables.values.joined().allSatisfy { $0.name != "Tiêu chí 1.2" })
    }
}
