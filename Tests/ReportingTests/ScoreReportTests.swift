import Documents
import Scoring
import Testing
import Values

@testable import Assessment
@testable import Reporting

struct ScoreReportTests {
    @Test func tableShowsGroupsFieldsAndNotices() throws {
        let report = try ScoreReport(Samples.assessment())
        let expected = """
            Đợt mẫu
            ═══════

            Năm: 2024
            Bước: Tự đánh giá (tiêu chí nào bước này không cho điểm thì lấy theo thứ tự: Tính từ số liệu)
            Bộ tiêu chí: Bộ mẫu (mau 2024)

            Huyện

            Mã  Đơn vị        1     2  Điểm  Tối đa  Chỉ số    Độ phủ  Xếp loại
            ──  ─────────  ────  ────  ────  ──────  ──────  ────────  ────────
            h   Huyện Mẫu  2,21  1,00  3,21    5,25   61,14  100,00 %  Khá

            - 1: Thủ tục (tối đa 2,25 điểm)
            - 2: Hài lòng (tối đa 3 điểm)

            Xã

            Mã  Đơn vị           1     2  Điểm  Tối đa  Chỉ số   Độ phủ  Xếp loại
            ──  ────────────  ────  ────  ────  ──────  ──────  ───────  ────────
            01  Xã Phước Hòa  1,25  0,00  1,25    4,25   29,41  29,41 %  Khá
            02  Xã Phước An   0,00  0,00  0,00    4,25    0,00  29,41 %  Khá

            Trung bình chỉ số của 2 đơn vị: 14,71 (2 đơn vị còn điểm chưa đo)

            - 1: Thủ tục (tối đa 1,25 điểm)
            - 2: Hài lòng (tối đa 3 điểm)

            Lưu ý

            - Độ phủ dưới 100 %: còn tiêu chí chưa có số liệu, chờ khảo sát hoặc không công bố. Các tiêu chí này
              chưa có điểm và vẫn nằm trong điểm tối đa, nên chỉ số có thể còn tăng.
            - Chưa báo cáo: 1 lượt tiêu chí; tạm tính 0 điểm, vẫn nằm trong điểm tối đa.
            - Chờ kết quả: 1 lượt tiêu chí; khảo sát chưa có hoặc nhiệm vụ chưa đến hạn, tạm tính 0 điểm, vẫn
              nằm trong điểm tối đa.
            - Không áp dụng: 2 lượt tiêu chí; không tính vào điểm và điểm tối đa.

            ! Số liệu trong báo cáo này là số liệu giả lập, không phải số liệu thật.

            ! Điểm tối đa là giả định, không do văn bản quy định; lấy theo: Quyết định 2; Bảng 1.

            Bộ tiêu chí nêu 1 giả định; xem đầy đủ bằng --format md hoặc --format json.

            """.replacing("Xã Phước Hòa", with: "Xã Phu\u{31B}o\u{31B}\u{301}c Hòa")
        let text = report.text(as: .table, in: .vi)
        #expect(lines(text) == lines(expected))
    }

    @Test func unitShowsTheWholeTree() throws {
        let text = try ScoreReport(Samples.assessment(), units: [0], hasTree: true).text(as: .table, in: .vi)
        let table = """
            Mã    Tiêu chí          Điểm  Tối đa   Mất  Chỉ tiêu      Trạng thái    Tính từ số liệu  Thẩm định
            ────  ────────────────  ────  ──────  ────  ────────────  ────────────  ───────────────  ─────────
            1     Thủ tục           2,21    2,25  0,04
            1.1    Hồ sơ đúng hạn   1,21    1,25  0,04  > 99 %        Đã chấm                  1,21       1,00
            1.10   Có kế hoạch      1,00    1,00  0,00                Đã chấm
            2     Hài lòng          1,00    3,00  2,00
            2.1    Khảo sát         1,00    3,00  2,00                Đã chấm
                  Tổng              3,21    5,25  2,04
            """
        let squeezed = { (text: String) in self.lines(text).map { $0.split(separator: " ").joined(separator: " ") } }
        for line in squeezed(table).dropFirst(2) { #expect(squeezed(text).contains(line), "\(line)") }
        #expect(text.contains("Điểm: 3,21/5,25\n"))
    }

    @Test func whatDoesNotApplyIsShown() throws {
        let report = try ScoreReport(Samples.assessment(), units: [1])
        let nodes = try #require(report.units.first).criteria
        #expect(
            nodes.map { $0.state.text(.vi) } == [
                "", "Đã chấm", "Không áp dụng (chỉ chấm cấp huyện)", "", "Chưa báo cáo",
            ])
        #expect(nodes[2].points == nil && nodes[2].maximum == 0 && nodes[2].lost == nil)
        #expect(nodes[4].lost == 3)
    }

    @Test func jsonIsExactAndListsEveryLeafOfEveryUnit() throws {
        let json = try ScoreReport(Samples.assessment()).json(in: .vi)
        let document = try JSONDocument(file: "out.json", bytes: Array(json.utf8))
        let reader = JSONReader(document)
        let root = try #require(reader.object(document.root, named: "root"))
        let units = root.objects("units")
        #expect(units.map { $0.text("code") } == ["h", "01", "02"])
        for unit in units {
            let leaves = unit.objects("criteria").filter { $0.boolean("leaf") == true }
            #expect(leaves.map { $0.text("code") } == ["1.1", "1.10", "2.1"])
            let sum = leaves.compactMap { $0.decimal("points") }.reduce(0, +)
            #expect(sum == unit.decimal("points"))
        }
        let statuses = units[2].objects("criteria").filter { $0.boolean("leaf") == true }.map { $0.text("status") }
        #expect(statuses == ["scored", "notApplicable", "awaited"])
        #expect(json.contains("\"points\": 1.21,"))
        #expect(json.contains("\"index\": 61.14,"))
        #expect(json.contains("\"pointsBasis\": \"assumed\""))
        #expect(root.object("assessment")?.boolean("synthetic") == true)
        #expect(units[0].objects("criteria")[1].objects("given").map { $0.decimal("points") } == [1])
        #expect(reader.findings.isEmpty)
    }

    @Test func csvIsLongAndOpensInSpreadsheets() throws {
        let report = try ScoreReport(Samples.assessment(), hasTree: true)
        let text = report.text(as: .csv, in: .vi)
        let rows = text.split(separator: "\r\n")
        #expect(rows.count == 1 + 3 * 6)
        #expect(rows[0].hasPrefix("\u{FEFF}Mã đơn vị;Tên đơn vị;Khối;Mã tiêu chí;"))
        #expect(rows[2].hasPrefix("h;Huyện Mẫu;huyen;1.1;Hồ sơ đúng hạn;có;1,21;1,25;0,04;96,80;Đã chấm;;1,00;"))
        let english = report.text(as: .csv, in: .en)
        #expect(
            english.contains("\n01,Xã Phu\u{31B}o\u{31B}\u{301}c Hòa,xa,1.10,Has a plan,yes,,0.00,,,Not applicable,,,"))
    }

    @Test func markdownHoldsAssumptionsAndReasons() throws {
        let text = try ScoreReport(Samples.assessment()).text(as: .md, in: .vi)
        #expect(text.hasPrefix("# Đợt mẫu\n"))
        #expect(text.contains("| h | Huyện Mẫu | 2,21 | 1,00 | 3,21 | 5,25 | 61,14 | 100,00 % | Khá |"))
        #expect(text.contains("- Mọi quy tắc là giả định."))
        #expect(text.contains("Kế hoạch không công bố điểm."))
    }

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
