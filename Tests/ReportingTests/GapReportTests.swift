import Documents
import Foundation
import Reporting
import Scoring
import TestSupport
import Testing

@testable import Assessment
@testable import score_cli

/// `gap` in its forms.
@Suite struct GapReportTests {
    private static let folder = Repository.path("datasets/tuy-phuoc-2024")

    /// The lines of the text with the runs of spaces of a table as one.
    private func lines(_ report: GapReport, _ language: Language) -> [String] {
        report.text(as: .table, in: language, width: 400)
            .split(separator: "\n").map { line in
                line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty }.joined(separator: " | ")
            }
    }

    @Test func aShareIsToldInCases() throws {
        // 482 of 500 is 96.4 %; more than 99 % is 496, and 1.25 − 1.205 rounded up to 1.21 is 0.04.
        let report = GapReport(try Samples.assessment(), units: [0], order: .points)
        let vi = lines(report, .vi)
        #expect(
            vi.contains {
                $0.hasPrefix(
                    "1.1 | Hồ sơ đúng hạn | 0,04 | 482/500 = 96,4 %; cần > 99 % | thiếu 2,6 điểm phần trăm; «hồ sơ đúng "
                        + "hạn» cần thêm 14 (496/500) | đạt chỉ tiêu: +0,04")
            })
        #expect(
            lines(report, .en).contains {
                $0.hasPrefix(
                    "1.1 | Files in time | 0.04 | 482/500 = 96.4 %; target > 99 % | 2.6 percentage points short; 14 more: "
                        + "files in time (496/500) | meet the target: +0.04")
            })
        // A third of 3 points is 1; nothing is missing.
        #expect(vi.contains { $0.contains("1/3 ≈ 33,33 %") && $0.contains("2,00") })
        #expect(vi.contains("Mất điểm: 2,04 điểm"))
    }

    @Test func agenciesAndFieldsDivideTheSame() throws {
        let assessment = try Samples.assessment()
        let byField = lines(GapReport(assessment, units: [0], order: .field), .vi)
        #expect(byField.contains("2. Hài lòng (mất 2,00 điểm)") && byField.contains("1. Thủ tục (mất 0,04 điểm)"))
        let byAgency = lines(GapReport(assessment, units: [0], order: .agency), .vi)
        #expect(byAgency.contains("(không ghi cơ quan chủ trì) (mất 2,04 điểm)"))
    }

    @Test func manyUnitsAreSummedByGroups() throws {
        let text = lines(GapReport(try Samples.assessment(), order: .points), .vi)
        // The second commune: 79 % earns nothing of 1.25, and 3 points wait for the survey.
        #expect(text.contains("02 | Xã Phước An | 0,00 | 4,25 | 4,25 | 3,00 | 2.1 (3,00); 1.1 (1,25)"))
        #expect(text.contains("2.1. Khảo sát | 2/2 | 6,00 | 6,00"))
        #expect(text.contains { $0.hasPrefix("! Số liệu trong báo cáo này là số liệu giả lập") })
    }

    @Test func samplingErrorsAreTold() throws {
        let assessment = try #require(Assessment.read(Self.folder).assessment)
        let unit = try #require(assessment.position(ofUnit: "phuoc-an"))
        let gap = assessment.scores[unit].gap()
        let measure = try #require(
            gap.leaves.flatMap(\.measures).first { $0.isSurvey && $0.distance?.isMet == false })
        let code = measure.explanation.measure.metrics[0].code
        func text(_ error: Double) -> [String] {
            lines(
                GapReport(
                    assessment, units: [unit], order: .points,
                    standardErrors: [FigureKey(unit: assessment.units[unit].code, metric: code): error]), .vi)
        }
        // 1.96 standard errors on either side.
        #expect(text(0.01).contains { $0.contains("vượt sai số chọn mẫu (±0,02)") })
        #expect(text(50).contains { $0.contains("trong phạm vi sai số chọn mẫu (±98)") })
        #expect(!text(50).joined().contains("NaN"))
    }

    @Test func dataHoldsEveryLeaf() throws {
        let assessment = try #require(Assessment.read(Self.folder).assessment)
        let report = GapReport(assessment, order: .points)
        let json = try #require(JSONSerialization.jsonObject(with: Data(report.json(in: .vi).utf8)) as? [String: Any])
        let units = try #require(json["units"] as? [[String: Any]])
        #expect(units.count == assessment.units.count)
        for unit in units {
            let leaves = try #require(unit["criteria"] as? [[String: Any]])
            let sum = leaves.reduce(0) { $0 + (($1["lost"] as? Double) ?? 0) }
            let lost = try #require(unit["lost"] as? Double)
            #expect(abs(sum - lost) < 0.000_001)
            for key in ["byAgency", "byField"] {
                let groups = try #require(unit[key] as? [[String: Any]])
                #expect(abs(groups.reduce(0) { $0 + (($1["lost"] as? Double) ?? 0) } - lost) < 0.000_001)
            }
        }
        let rows = report.text(as: .csv, in: .en).split(separator: "\n").count
        let measures = report.units.flatMap(\.gap.leaves).reduce(0) { $0 + $1.measures.count }
        #expect(rows == measures + 1)
    }

    @Test(arguments: ["table", "json", "csv", "md"], ["points", "agency", "field"])
    func everyFormIsWritten(_ format: String, _ order: String) throws {
        let words = ["gap", Self.folder, "--format", format, "--by", order, "--unit", "phuoc-an", "--lang", "en"]
        let (exit, text) = commandOutput(words)
        #expect(exit == .done)
        #expect(!text.isEmpty)
    }

    @Test func anOrderMustBeKnown() {
        #expect(CommandLineTool.run(["gap", Self.folder, "--by", "unit"]) == .usage)
        #expect(CommandLineTool.run(["gap", Self.folder, "--unit", "nobody"]) == .usage)
    }
}
