import Scoring
import Testing
import Values

@testable import Annexes
@testable import Workbooks

/// Tables of annexes in the layouts that offices use.
@Suite struct AnnexLayoutTests {
    private func read(_ text: String, file: String = "a.csv") throws -> AnnexImport {
        var settings = AnnexSettings(texts: .plain)
        settings.edition = "2026"
        return try AnnexImport(AnnexTable(file: file, bytes: Array(text.utf8)), settings)
    }

    /// Codes, maxima and rules: "1.1 2 yesNo".
    private func lines(_ read: AnnexImport) -> [String] {
        read.criteria.criteria.map { node in
            let measure = node.leaf?.measures.first
            let rule = measure.map { $0.isOpen ? "open" : RuleText.of($0) }
            return [node.code, "\(node.maximum)", rule].compactMap(\.self).joined(separator: " ")
        }
    }

    /// The codes of findings with their rows: "open 5".
    private func notes(_ read: AnnexImport) -> [String] {
        read.findings.map { "\($0.code.dropFirst(6)) \($0.location.line ?? 0)" }
    }

    /// As in decision 1880/QĐ-UBND of Cà Mau (2013): the answers stand below the criterion, with their points in them.
    @Test func answersBelowTheCriterion() throws {
        let read = try read(
            """
            STT;Lĩnh vực/Tiêu chí/Tiêu chí thành phần;Điểm tối đa;Điểm tự đánh giá
            1;Công tác chỉ đạo điều hành;5;
            1.1;Kế hoạch;5;
            1.1.1;Ban hành kế hoạch;1;
            ;Kịp thời: 1;;
            ;Không kịp thời: 0,5;;
            ;Không ban hành: 0;;
            1.1.2;Bố trí kinh phí;1;
            ;Đủ cả hai: 1;;
            ;Thiếu một trong hai: 0;;
            1.1.3;Kết quả rõ ràng;1;
            ;Đạt: 1;;
            ;Không đạt: 0;;
            1.1.4;Mức độ thực hiện;2;
            ;Thực hiện trên 90% kế hoạch: 2;;
            ;Từ 70% đến 90% kế hoạch: 1;;
            ;Dưới 70% kế hoạch: 0;;
            ;Tổng cộng;5;
            """)
        #expect(
            lines(read) == [
                "1 5", "1.1 5", "1.1.1 1 task, late 0.5", "1.1.2 1 yesNo", "1.1.3 1 yesNo",
                "1.1.4 2 percent bands higher: <70 0 | ≥70 ≤90 1 | >90 2",
            ])
        #expect(notes(read) == ["unreadColumn 1"])
    }

    /// The points of answers stand in the column of maxima.
    @Test func pointsOfAnswersInTheirColumn() throws {
        let read = try read(
            """
            TT|Nội dung|Thang điểm
            1|Ban hành kế hoạch|1
            |- Kịp thời|1
            |- Không kịp thời|0,5
            |- Không ban hành|0
            2|Hồ sơ đúng hạn|2
            |Trên 99%|2
            |Từ 90% đến 99%|1
            |Dưới 90%|0
            """)
        #expect(
            lines(read) == [
                "1 1 task, late 0.5", "2 2 percent bands higher: <90 0 | ≥90 ≤99 1 | >99 2",
            ])
        #expect(read.findings.isEmpty)
    }

    /// Parts whose points add up are criteria, though they have no numbers; which is said.
    @Test func partsWithoutNumbers() throws {
        let read = try read(
            """
            STT;Tiêu chí;Điểm tối đa;Cách chấm;Chủ trì
            1;Công khai;2;;Văn phòng
            ;- Trên cổng;1,5;Có: 1,5; không: 0;
            ;- Tại trụ sở;0,5;Có: 0,5; không: 0;
            """.replacing("Có: 1,5; không: 0", with: "\"Có: 1,5; không: 0\"").replacing(
                "Có: 0,5; không: 0", with: "\"Có: 0,5; không: 0\""))
        #expect(lines(read) == ["1 2", "1.1 1.5 yesNo", "1.2 0.5 yesNo"])
        #expect(read.criteria.criteria[2].name == "Tại trụ sở")
        #expect(read.criteria.criteria[2].agencies.lead == "Văn phòng")
        #expect(notes(read) == ["withoutCode 3", "withoutCode 4"])
    }

    /// What contradicts itself is open, at its cell.
    @Test func contradictions() throws {
        let read = try read(
            """
            STT;Tiêu chí;Điểm tối đa;Cách chấm
            1;Lĩnh vực;5;Theo hướng dẫn
            1.1;A;2;"Đạt: 2
            Tùy mức độ: 1
            Không đạt: 0"
            1.2;B;hai;"Có: 1; không: 0"
            1.2;C;1;"Có: 1; không: 0"
            1.4.1;D;;"Có: 1; không: 0"
            Ghi chú;;;
            ;Cộng;6;
            """)
        #expect(lines(read) == ["1 3", "1.1 2 open", "1.2 0 open", "1.2-2 1 yesNo", "1.4.1 0 open"])
        let reasons = read.criteria.criteria.map { $0.openPoints.map { $0.reason?.rawValue ?? "" } }
        #expect(
            reasons == [
                ["otherSum", "wordsOfParent"], ["unknownWords"], ["unreadMaximum"], ["repeatedCode"],
                ["noParent", "noMaximum"],
            ])
        #expect(read.criteria.criteria[0].openPoints[0].text == "5 ≠ 3")
        #expect(read.criteria.criteria[1].openPoints[0].text == "Tùy mức độ: 1")
        #expect(read.findings.contains { $0.code == "annex.strangeRow" && $0.location.line == 7 })
        let open = read.findings.filter { $0.code == "annex.open" }
        #expect(open.first { $0.details[.code] == .text("1.1") }?.location.column == 4)
        #expect(open.first { $0.details[.code] == .text("1.2") }?.location.column == 3)
        #expect(read.findings.contains { $0.code == "annex.otherTotal" && $0.details[.expected] == .number(3) })
    }

    /// Sections A, B with Roman numbers below them, numbers of their own in each, and letters.
    @Test func numbersOfAllKinds() throws {
        let codes = ["A", "I", "1", "1.1", "1.2", "a)", "b)", "2", "II", "1", "B", "C", "I", "1"]
        let text = "STT;Nội dung;Điểm tối đa\n" + codes.map { "\($0);Mục;1" }.joined(separator: "\n")
        #expect(
            try read(text).criteria.criteria.map(\.code) == [
                "A", "A.I", "A.I.1", "A.I.1.1", "A.I.1.2", "A.I.1.2.a", "A.I.1.2.b", "A.I.2", "A.II", "A.II.1", "B",
                "C",
                "C.I", "C.I.1",
            ])
        let fields = ["I", "1.1", "1.2", "II", "2.1", "2.1.1"]
        let below = "STT;Nội dung;Điểm tối đa\n" + fields.map { "\($0);Mục;1" }.joined(separator: "\n")
        let set = try read(below).criteria
        #expect(set.criteria.map(\.code) == ["I", "I.1.1", "I.1.2", "II", "II.2.1", "II.2.1.1"])
        #expect(set.criteria[1].parent == 0 && set.criteria[4].parent == 3 && set.criteria[1].openPoints.count == 1)
    }

    /// The number stands before the name.
    @Test func numbersInNames() throws {
        let read = try read(
            """
            | Tiêu chí | Điểm tối đa | Cách chấm điểm |
            |---|---:|---|
            | **I. CẢI CÁCH THỂ CHẾ** | 2 | |
            | 1. Ban hành văn bản | 1 | Đạt: 1; không đạt: 0 |
            | 2. Rà soát văn bản | 1 | Có: 1<br>Không: 0 |
            """, file: "a.md")
        #expect(lines(read) == ["I 2", "I.1 1 yesNo", "I.2 1 yesNo"])
        #expect(read.criteria.criteria.map(\.name.vi) == ["CẢI CÁCH THỂ CHẾ", "Ban hành văn bản", "Rà soát văn bản"])
    }

    @Test func columnsKeptApartBySpaces() throws {
        let read = try read(
            """
            PHỤ LỤC
            STT   Tiêu chí              Điểm tối đa   Cách chấm điểm
            1     Ban hành văn bản      1,5           Đạt: 1,5; không đạt: 0
            """, file: "a.txt")
        #expect(lines(read) == ["1 1.5 yesNo"])
    }

    /// Cells that are merged, in a workbook and in a document.
    @Test(arguments: ["xlsx", "docx"])
    func mergedCells(format: String) throws {
        let rows: [[String]] = [
            ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm điểm", "Cơ quan thực hiện", ""],
            ["", "", "", "", "Chủ trì", "Phối hợp"],
            ["I", "CHỈ ĐẠO", "2", "", "", ""],
            ["1", "Kế hoạch", "1", "Đạt: 1; không đạt: 0", "Phòng Nội vụ", "Các xã"],
            ["2", "Báo cáo", "1", "Đạt: 1; không đạt: 0", "", "Các phòng"],
        ]
        var bytes: [UInt8] = []
        if format == "xlsx" {
            var book = BookWriter(file: "a.xlsx") { bytes += $0 }
            try book.sheet(SheetLayout(name: "Phụ lục")) { sheet throws(FindingsError) in
                for (index, row) in rows.enumerated() {
                    if index == 0 {
                        for column in 1...4 { sheet.merge(column: column, rows: 2) }
                        sheet.merge(column: 5, columns: 2)
                    }
                    if index == 3 { sheet.merge(column: 5, rows: 2) }
                    try sheet.row(
                        row.enumerated().map { column, text in
                            // Numbers as numbers, as people type them.
                            if column == 2, let number = try? FixedDecimal(text) { return WrittenCell(.number(number)) }
                            return WrittenCell(text)
                        })
                }
            }
            book.finish()
        } else {
            var document = WordWriter { bytes += $0 }
            func cell(_ text: String, span: Int = 1, _ joint: WrittenWordCell.Joint? = nil) -> WrittenWordCell {
                WrittenWordCell([WordParagraph([WordRun(text)])], span: span, joint: joint)
            }
            var cells = rows.map { $0.map { cell($0) } }
            cells[0] = rows[0][..<4].map { cell($0, .begins) } + [cell(rows[0][4], span: 2)]
            for column in 0..<4 { cells[1][column].joint = .continues }
            cells[3][4].joint = .begins
            cells[4][4].joint = .continues
            document.table([1, 4, 1, 4, 2, 2], headingRows: 2, cells)
            document.finish()
        }
        var settings = AnnexSettings(texts: .plain)
        settings.edition = "2026"
        let read = try AnnexImport(AnnexTable(file: "a." + format, bytes: bytes), settings)
        #expect(lines(read) == ["I 2", "I.1 1 yesNo", "I.2 1 yesNo"])
        #expect(read.criteria.criteria[1].agencies == Agencies(lead: "Phòng Nội vụ", coordinating: "Các xã"))
        #expect(read.criteria.criteria[2].agencies == Agencies(lead: "Phòng Nội vụ", coordinating: "Các phòng"))
        #expect(read.findings.isEmpty, "\(read.findings)")
    }

    @Test func withoutHeadingOrYear() {
        for (text, code) in [("a;b\n1;2\n", "annex.noHeading"), ("STT;Tiêu chí;Điểm\n1;A;1\n", "annex.noYear")] {
            do throws(FindingsError) {
                _ = try AnnexImport(AnnexTable(file: "a.csv", bytes: Array(text.utf8)), AnnexSettings(texts: .plain))
                Issue.record("\(text)")
            } catch {
                #expect(error.findings.map(\.code) == [code])
            }
        }
    }
}
