import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

struct ExplanationTests {
    private func text(_ code: String, unit: Int, _ language: Language = .vi) throws -> String {
        let report = try #require(ExplanationReport(Samples.assessment(), unit: unit, code: code))
        return report.text(as: .table, in: language)
    }

    @Test func leafTellsEverythingThatABodyNeedsToRecompute() throws {
        let text = try text("1.1", unit: 0)
        let expected = """
            1.1. Hồ sơ đúng hạn
            ═══════════════════

            Đơn vị: Huyện Mẫu (h)
            Năm: 2024
            Bước: Tự đánh giá (tiêu chí nào bước này không cho điểm thì lấy theo thứ tự: Tính từ số liệu)
            Điểm: 1,21/1,25
            Mất điểm: 0,04
            Trạng thái: Đã chấm

            Chỉ tiêu: Trên 99% hồ sơ đúng hạn
            Căn cứ: Kế hoạch 1; dòng 1.1
            Cấp được chấm: cấp huyện, cấp xã
            Nguồn điểm tối đa: Điểm tối đa là giả định, không do văn bản quy định; lấy theo: Quyết định 2; Bảng
                1.

            Cách tính

            Tỷ lệ đúng hạn: 482/500 = 96,4 % (hồ sơ đúng hạn ÷ hồ sơ)
            Quy tắc: điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; trên 99 % được điểm tối đa
            Cách tính: 1,25 × 96,4 ÷ 100 = 1,205 → 1,21
            So với chỉ tiêu: > 99 %: chưa đạt
            Mức kế tiếp: cần từ 97,2 % trở lên: thêm 4 «hồ sơ đúng hạn» (486/500) → tiêu chí được 1,22 điểm,
                thêm 0,01
            Mức cao nhất: cần trên 99 %: thêm 14 «hồ sơ đúng hạn» (496/500) → tiêu chí được 1,25 điểm, thêm 0,04

            Tài liệu kiểm chứng

            Tài liệu kiểm chứng cần có: Báo cáo hồ sơ

            ! Chưa có tài liệu kiểm chứng hoặc giải trình.

            Điểm do người chấm cho

            - Thẩm định: 1,00; lý do: Thiếu tài liệu

            ! Số liệu trong báo cáo này là số liệu giả lập, không phải số liệu thật.

            Bộ tiêu chí nêu 1 giả định; xem đầy đủ bằng --format md hoặc --format json.

            """
        #expect(text == expected)
    }

    @Test func evidenceThatCameIsShown() throws {
        let text = try text("1.1", unit: 1)
        #expect(text.contains("Tài liệu kiểm chứng: Báo cáo 12\n"))
        #expect(!text.contains("Chưa có tài liệu"))
        #expect(text.contains("Cách tính: 99,5 % (trên 99 %): được điểm tối đa 1,25\n"))
    }

    @Test func whatIsMissingIsSaid() throws {
        #expect(try text("2.1", unit: 1).contains("Điểm: chưa có (tạm tính 0/3,00)\n"))
        #expect(try text("2.1", unit: 2).contains("Trạng thái: Chờ kết quả\n"))
        #expect(try text("1.10", unit: 1).contains("Trạng thái: Không áp dụng (chỉ chấm cấp huyện)\n"))
        #expect(try text("2.1", unit: 1, .en).contains("Points: none yet (0/3.00 for now)\n"))
    }

    @Test func parentIsTheSumOfItsChildren() throws {
        let text = try text("1", unit: 0)
        #expect(text.contains("1.10  Có kế hoạch     1,00"))
        #expect(text.contains("      Tổng            2,21"))
    }

    @Test func jsonParses() throws {
        let report = try #require(ExplanationReport(Samples.assessment(), unit: 0, code: "1.1"))
        let document = try JSONDocument(file: "out.json", bytes: Array(report.json(in: .vi).utf8))
        let root = try #require(JSONReader(document).object(document.root, named: "root"))
        let measure = try #require(root.objects("measures").first)
        #expect(measure.text("calculation") == "1,25 × 96,4 ÷ 100 = 1,205")
        // 1.25 × 485 ÷ 500 = 1.2125 is still 1.21; 486 of 500 are 1.215, rounded up.
        #expect(measure.objects("nextSteps").map { $0.decimal("numerator") } == [486, 496])
        #expect(root.object("criterion")?.decimal("points") == FixedDecimal(mantissa: 1_210_000))
    }

    @Test func unknownCodesHaveNoExplanation() throws {
        #expect(try ExplanationReport(Samples.assessment(), unit: 0, code: "9") == nil)
    }
}
