import Documents
import Assessment
import Foundation
import Reporting
import Scoring
import TestSupport
import Testing
import Values

@testable import score_cli

/// `deadlines` in its forms.
@Suite struct DeadlineReportTests {
    private static let folder = Repository.path("datasets/nhu-quynh-papi-2024")

    private func report(on day: String, within: Int = 30) throws -> DeadlineReport {
        let assessment = try #require(Assessment.read(Self.folder).assessment)
        return DeadlineReport(assessment, on: try #require(CalendarDay(day)), within: within)
    }

    @Test func datesAndCountsStandInTheTable() throws {
        let text = try report(on: "2025-01-04").text(as: .table, in: .vi)
        #expect(text.contains("Tính đến ngày: 04/01/2025"))
        let rows = text.split(separator: "\n").map { line in
            line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        #expect(
            rows.contains(["Báo cáo 6 tháng đầu năm (trước ngày 03/7)", "UBND thị trấn", "02/07/2024", "Xong đúng hạn"])
        )
        #expect(
            rows.contains(["Báo cáo năm (trước ngày 03/01)", "UBND thị trấn", "02/01/2025", "quá 2 ngày", "Quá hạn"]))
        #expect(text.contains("! Thị trấn Như Quỳnh, 7.3.5: báo «chưa đến hạn» nhưng hạn 31/12/2024 đã qua"))
        #expect(text.contains("Số liệu trong báo cáo này là số liệu giả lập"))
        #expect(!text.contains("Xong đúng hạn ("))
    }

    @Test func markdownListsEverything() throws {
        let text = try report(on: "2024-12-30").text(as: .md, in: .en)
        #expect(text.contains("Done in time ("))
        #expect(text.contains("Not triggered ("))
        #expect(
            text.contains("| Annual report (before 3 January) | UBND thị trấn | 2025-01-02 | in 3 days | Due soon |"))
    }

    @Test func aWarningStandsOnlyWhereTheCalendarContradicts() throws {
        #expect(try report(on: "2024-12-31").warnings.isEmpty)
        #expect(
            try report(on: "2025-01-01").warnings.map { $0.text(.en) }.contains(
                "Thị trấn Như Quỳnh, 7.3.5: reported as not due, but the last day, 2024-12-31, has passed"))
    }

    @Test func dataHoldsEveryTaskAndDate() throws {
        let report = try report(on: "2025-01-01")
        let items = report.review.parts.flatMap(\.items)
        let rows = report.text(as: .csv, in: .en).split(separator: "\n")
        #expect(rows.count == 1 + items.count)
        #expect(rows[1].hasPrefix(",,,Figures of the half-year closed,UBND thị trấn,,2024-06-30,"))
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(report.json(in: .vi).utf8)) as? [String: Any])
        #expect(json["day"] as? String == "2025-01-01")
        let parts = try #require(json["parts"] as? [[String: Any]])
        #expect(parts.count == 2)
        let counts = try #require(parts[1]["counts"] as? [String: Int])
        let leads = try #require(parts[1]["leads"] as? [[String: Any]])
        #expect(counts.values.reduce(0, +) == (parts[1]["items"] as? [Any])?.count)
        let overdue = leads.compactMap { ($0["counts"] as? [String: Int])?["overdue"] }
        #expect(overdue.reduce(0, +) == counts["overdue"])
    }

    @Test(arguments: [
        "", "2024", "3/7/24", "2024-02-30", "07/13/2024", "2024-13-01", "2024-07-03 ", "hôm nay", "٢٠٢٤-٠٧-٠٣",
    ])
    func aDayMustBeOne(_ day: String) {
        #expect(CommandLineTool.run(["deadlines", Self.folder, "--on", day]) == .usage)
    }

    @Test(arguments: ["-1", "x", "1.5", "99999999999999999999", "3661"])
    func daysMustBeANumber(_ days: String) {
        #expect(CommandLineTool.run(["deadlines", Self.folder, "--within", days]) == .usage)
    }

    @Test(arguments: ["table", "json", "csv", "md"])
    func everyFormIsWritten(_ format: String) throws {
        let words = ["deadlines", Self.folder, "--format", format]
        // Without a day it is today.
        for more in [[], ["--on", "2024-12-15", "--within", "0", "--unit", "nhu-quynh"]] {
            let (exit, text) = commandOutput(words + more)
            #expect(exit == .done)
            #expect(!text.isEmpty)
        }
    }

    @Test func aListOfAgenciesStandsOnOneLine() throws {
        let assessment = try #require(Assessment.read(Repository.path("datasets/hung-yen-papi-2023")).assessment)
        let report = DeadlineReport(assessment, on: try #require(CalendarDay("2023-12-15")), within: 30)
        let agencies = "| Sở Tài nguyên và Môi trường; UBND cấp huyện, xã |"
        #expect(report.text(as: .md, in: .vi).contains(agencies))
    }

    @Test func aSetWithoutTasksSaysSo() throws {
        let assessment = try #require(Assessment.read(Repository.path("datasets/binh-duong-2017")).assessment)
        let report = DeadlineReport(assessment, on: try #require(CalendarDay("2017-12-31")), within: 30)
        #expect(report.review.parts.isEmpty)
        #expect(report.briefMarkdown(in: .en).contains("no deadline for any task"))
    }
}
