import Assessment
import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting

/// What reports say of the communes of the model province.
@Suite struct ModelSampleWordsTests {
    private static let reading = Assessment.read(Repository.path("datasets/tinh-mau-2026/xa"))

    private func assessment() throws -> Assessment { try #require(Self.reading.assessment) }

    /// Words without the line breaks and columns of a table.
    private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func unitsThatAreNotYetRankedAndThoseThatNeverAreStandApart() throws {
        var options = RankOptions()
        options.draws = 0
        let text = try #require(RankReport(assessment(), options)).text(as: .md, in: .vi)
        let parts = text.components(separatedBy: "\n## ")
        let province = try #require(parts.first { $0.hasPrefix("Toàn tỉnh") })
        #expect(province.contains("### Không xếp hạng\n") && !province.contains("Chưa xếp hạng"))
        #expect(province.contains("Không xếp hạng theo quy định"))
        let mountains = try #require(parts.first { $0.hasPrefix("Xã miền núi") })
        #expect(mountains.contains("### Chưa xếp hạng\n") && mountains.contains("cần ít nhất 80 %"))
        #expect(!mountains.contains("### Không xếp hạng"))
    }

    @Test func lossesReadAsTheyAreMeant() throws {
        let assessment = try assessment()
        let unit = try #require(assessment.position(ofUnit: "nam-mu"))
        let text = words(GapReport(assessment, units: [unit], order: .points).text(as: .md, in: .vi))
        // Points that people gave need no figure.
        #expect(text.contains("người chấm cho điểm") && !text.contains("cần báo cáo số liệu"), "\(text)")
        // Percentages differ by percentage points, and a percentage counts what stands below its line.
        #expect(text.contains("giảm từ 2 điểm phần trăm trở lên") && !text.contains("một % làm đổi"))
    }

    @Test func longRemarksOnUnitsAreCutOnAScreenOnly() throws {
        let before = try #require(Assessment.read(Repository.path("datasets/tinh-mau-2026/xa-2025")).assessment)
        let after = try assessment()
        let pairing = UnitPairing(from: before.units, to: after.units)
        let report = ComparisonReport(before, after, pairing: pairing, detail: .unit)
        let brief = report.briefMarkdown(in: .vi)
        // 122 communes succeed others or stayed what they were; some of these are compared in part.
        #expect(brief.contains("đơn vị khác; xem đầy đủ bằng"), "\(brief)")
        #expect(!report.text(as: .md, in: .vi).contains("đơn vị khác; xem đầy đủ bằng"))
    }

    @Test func aHistoryTellsOfUnitsThatMerged() throws {
        let folders = ["xa-2025", "xa"].map { Repository.path("datasets/tinh-mau-2026/\($0)") }
        let series = try PeriodSeries(folders.compactMap { Assessment.read($0).assessment })
        let report = try #require(HistoryReport(series))
        let brief = report.briefMarkdown(in: .vi)
        #expect(brief.contains("đơn vị là do sáp nhập, chia hoặc đổi từ đơn vị cũ") && !brief.contains("dao-yen-cu"))
        #expect(brief.contains("không còn ở kỳ cuối không có trong bảng"))
        #expect(report.text(as: .md, in: .vi).contains("dao-yen-cu"))
    }

    /// The examples of the README are what the command prints, but for rows that they leave out.
    @Test(arguments: ["README.md", "README.vi.md"])
    func theReadmeShowsWhatIsPrinted(_ file: String) throws {
        let lines = try Repository.text(file).components(separatedBy: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("Hạng  Đơn vị") })
        let table = lines[first...].prefix { !$0.hasPrefix("```") }
        let folder = Repository.path("datasets/tinh-mau-2026/")
        let departments = try #require(Assessment.read(folder + "so").assessment)
        let before = try #require(Assessment.read(folder + "so-2025").assessment)
        let report = try #require(RankReport(departments, RankOptions(), previous: before))
        let printed = Set(report.text(as: .table, in: .vi).components(separatedBy: "\n"))
        let missing = table.filter { $0 != "   …" && !printed.contains($0) }
        #expect(table.count > 12 && missing.isEmpty, "\(missing)")
    }
}
