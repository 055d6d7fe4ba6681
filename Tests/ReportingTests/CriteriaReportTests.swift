import Documents
import Scoring
import Testing
import Values

@testable import Reporting

struct CriteriaReportTests {
    @Test func treeTellsRulesAndSettings() throws {
        let text = try CriteriaReport(Samples.set(Samples.criteria)).briefMarkdown(in: .vi)
        let expected = """
            # Bộ mẫu

            - **Bộ tiêu chí:** mau 2024
            - **Năm áp dụng:** 2024
            - **Căn cứ:** Kế hoạch 1
            - **Cấp:** Cấp huyện, Cấp xã
            - **Tiêu chí chấm điểm:** 3
            - **Điểm tối đa:** 5,25
            - **Làm tròn:** điểm: 2 chữ số thập phân, nửa làm tròn ra xa 0, ở từng tiêu chí chấm điểm; chỉ số: 2 chữ số \
            thập phân, nửa làm tròn ra xa 0
            - **Xếp hạng:** đồng hạng xếp 1, 2, 2, 4; độ phủ từ 0 % trở lên mới xếp hạng
            - **Xếp loại và khống chế:** Tốt ≥ 80 %, Khá ≥ 0 %

            | Mã | Tiêu chí | Điểm tối đa | Chỉ tiêu | Quy tắc | Cấp | Cơ quan |
            | --- | --- | ---: | --- | --- | --- | --- |
            | **1** | **Thủ tục** | **2,25** |  |  |  |  |
            | 1.1 | Hồ sơ đúng hạn | 1,25 | \\> 99 % | điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; \
            trên 99 % được điểm tối đa | cấp huyện, cấp xã |  |
            | 1.10 | Có kế hoạch | 1 |  | có thì được điểm tối đa, không thì không có điểm | cấp huyện |  |
            | **2** | **Hài lòng** | **3** |  |  |  |  |
            | 2.1 | Khảo sát | 3 |  | theo kết quả khảo sát: điểm = điểm tối đa × giá trị ÷ 100; từ 100 % trở lên được \
            điểm tối đa | cấp huyện, cấp xã |  |
            |  | **Tổng** | **5,25** |  |  |  |  |

            > **Điểm tối đa là giả định, không do văn bản quy định; lấy theo: Quyết định 2; Bảng 1.**

            ## Giả định của bộ tiêu chí

            - Mọi quy tắc là giả định.

            """
        #expect(text == expected)
    }

    @Test func oneCriterionTellsEverything() throws {
        let sheet = try #require(CriterionSheet(Samples.set(CriteriaSamples.later), code: "2.1"))
        let expected = """
            # 2.1. Góp ý

            - **Criteria set:** Sample set (mau 2025)
            - **Part of:** 2. Opinions
            - **Maximum:** 0.5
            - **Source:** Kế hoạch 1; row 2.1
            - **Levels scored:** district, commune
            - **Product:** Sổ góp ý
            - **Deadline:** Quý I (2025-03-31)
            - **Origin of the maximum:** decreed: Quyết định 3

            ## Rule

            - **Rule:** the maximum when done in time; 50 % of the maximum when late; nothing when not done
            - **Metric:** Tình trạng (2.1): what was done about a task; higher is better

            """
        #expect(sheet.text(as: .md, in: .en) == expected)
        #expect(try CriterionSheet(Samples.set(CriteriaSamples.later), code: "9") == nil)
    }

    @Test func jsonTellsTheTree() throws {
        let set = try Samples.set(CriteriaSamples.later)
        let document = try JSONDocument(file: "out.json", bytes: Array(CriteriaReport(set).json(in: .vi).utf8))
        let reader = JSONReader(document)
        let root = try #require(reader.object(document.root, named: "root"))
        let criteria = root.objects("criteria")
        #expect(criteria.map { $0.text("code") } == set.criteria.map(\.code))
        let leaves = criteria.filter { $0.boolean("leaf") == true }
        #expect(leaves.compactMap { $0.decimal("maximum") }.reduce(0, +) == root.decimal("maximum"))
        #expect(leaves.allSatisfy { !$0.objects("measures").isEmpty })
    }

    /// The columns that people read, without what rows say for programs.
    private func rows(_ csv: String, _ separator: Character) -> [String] {
        csv.split(whereSeparator: \.isNewline).map { row in
            let end = row.ranges(of: "criterion ").first ?? row.ranges(of: "edition {").first
            let shown = end.map { row[..<$0.lowerBound].dropLast(row[..<$0.lowerBound].hasSuffix("\"") ? 1 : 0) } ?? row
            return String(shown)
        }
    }

    @Test func annexHasTheColumnsOfAPlan() throws {
        let annex = try CriteriaAnnex(Samples.set(Samples.criteria))
        let text = annex.text(as: .csv, in: .vi)
        let rows = rows(text, ";")
        #expect(text.hasPrefix("\u{FEFF}"))
        #expect(
            rows[0].dropFirst() == "STT;Lĩnh vực/Tiêu chí/Tiêu chí thành phần;Chỉ tiêu đạt được;Cơ quan theo dõi;"
                + "Cơ quan chủ trì;Cơ quan phối hợp;Điểm tối đa;Cách chấm điểm;Tài liệu kiểm chứng;"
                + "Dành cho phần mềm (không sửa)")
        #expect(rows[1] == "1;Thủ tục;;;;;2,25;;;")
        #expect(rows[2].hasPrefix("1.1;Hồ sơ đúng hạn;Trên 99% hồ sơ đúng hạn;;;;1,25;"))
        #expect(rows[3].hasPrefix("1.10;Có kế hoạch;;;;;1;"))
        #expect(rows[6] == ";Tổng cộng;;;;;5,25;;;")
        #expect(
            rows[7]
                == ";\"Điểm tối đa là giả định, không do văn bản quy định; lấy theo: Quyết định 2; Bảng 1.\";;;;;;;;")
    }

    @Test func annexOfTasksHasProductsAndDeadlines() throws {
        let annex = try CriteriaAnnex(Samples.set(CriteriaSamples.later))
        let rows = rows(annex.text(as: .csv, in: .en), ",")
        #expect(
            rows[0] == "No.,Field/Criterion/Sub-criterion,Target,Product,Monitoring agency,Lead agency,"
                + "Coordinating agencies,Deadline,Maximum,Scoring words,Evidence,For the program (do not edit)")
        #expect(rows[2].hasPrefix("1.1,Files in time,Từ 98% hồ sơ đúng hạn,,Phòng Nội vụ,Các xã,,,2,"))
        #expect(rows.contains { $0.hasPrefix("2.1,Góp ý,,Sổ góp ý,,,,Quý I,0.5,") })
        let markdown = annex.text(as: .md, in: .vi)
        #expect(markdown.contains("| 2.1 | Góp ý |  | Sổ góp ý |  |  |  | Quý I | 0,5 |"))
        #expect(markdown.contains("|  | **Tổng cộng** |  |  |  |  |  |  | **5,5** |"))
        #expect(!markdown.contains("giả định") && !markdown.contains("criterion"))
    }
}
