import Documents
import ScoreNumerics
import TestSupport
import Testing

/// Tables fit the lines that they are given from 40 cells up, whatever stands in them, and lose nothing but what may be spared.
struct TableFitTests {
    private static let words = [
        "Thực", "hiện", "kế", "hoạch", "cải", "cách", "hành", "chính", "một", "cửa", "thủ", "tục", "giải", "quyết",
    ]

    private struct Drawn {
        let layouts: [(title: String, layout: ColumnLayout)]
        let rows: [[String]]
    }

    private func draw(_ random: inout SeededRandom) -> Drawn {
        func text(_ most: Int) -> String {
            (0..<random.int(1...most)).map { _ in random.pick(Self.words) }.joined(separator: " ")
        }
        let layouts = (0..<random.int(1...14)).map { _ -> (String, ColumnLayout) in
            let layout = random.pick([
                ColumnLayout.leading, .trailing, .decimal, .wrapped(12), .wrapped(24), .leading.dispensable,
            ])
            return (text(5), layout)
        }
        let rows = (0..<random.int(1...4)).map { _ in
            layouts.map { layout in
                if random.once(in: 8) { return "" }
                switch layout.1.alignment {
                case .leading: return text(layout.1.wrapsFrom == nil ? 3 : 12)
                case .trailing, .decimal: return "\(random.int(0...99999)),\(random.int(10...99))"
                }
            }
        }
        return Drawn(layouts: layouts, rows: rows)
    }

    private func text(_ drawn: Drawn, width: Int?) -> String {
        let columns = drawn.layouts.enumerated().map { position, heading in
            Column<[String]>(Phrase(verbatim: heading.title), heading.layout) { row in
                row[position].isEmpty ? .none : .text(row[position])
            }
        }
        return Sheet { $0.table(drawn.rows, columns) }.text(as: .table, in: .vi, width: width) ?? ""
    }

    @Test(arguments: [40, 41, 59, 60, 79, 80, 100, 120, nil] as [Int?])
    func tablesFit(width: Int?) {
        var random = SeededRandom(seed: UInt64(width ?? 7))
        for _ in 0..<200 {
            let drawn = draw(&random)
            let text = text(drawn, width: width)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { TextWidth.of($0) <= width ?? 120 }, "\(text)")
            // Numbers are neither cut nor lost.
            for (column, layout) in drawn.layouts.enumerated() where layout.layout.alignment != .leading {
                for row in drawn.rows where !row[column].isEmpty { #expect(text.contains(row[column]), "\(text)") }
            }
            // Words are not lost, but for those of columns that may be left out.
            let letters = text.filter { !$0.isWhitespace }
            for (column, layout) in drawn.layouts.enumerated() where !layout.layout.isDispensable {
                for row in drawn.rows {
                    for word in row[column].split(separator: " ") { #expect(letters.contains(word), "\(text)") }
                }
            }
        }
    }

    /// Headings are broken where there is no room for them, into parts that are about as long; otherwise they stay whole.
    @Test func headingsAreBrokenOnlyWhereTheyMust() {
        let drawn = Drawn(
            layouts: [("Đơn vị", .leading), ("Điều tra xã hội học", .trailing), ("Độ phủ", .trailing)],
            rows: [["Sở Nội vụ cấp tỉnh loại một", "26,40", "100,00"]])
        #expect(
            text(drawn, width: 56) == """
                Đơn vị                       Điều tra xã hội học  Độ phủ
                ───────────────────────────  ───────────────────  ──────
                Sở Nội vụ cấp tỉnh loại một                26,40  100,00

                """)
        let space = { (count: Int) in String(repeating: " ", count: count) }
        let rule = { (count: Int) in String(repeating: "─", count: count) }
        let broken = [
            "Đơn vị" + space(25) + "Điều tra  Độ phủ", space(29) + "xã hội học",
            [27, 10, 6].map(rule).joined(separator: "  "),
            "Sở Nội vụ cấp tỉnh loại một" + space(7) + "26,40  100,00", "",
        ]
        #expect(
            text(drawn, width: 55).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == broken)
    }

    /// A block a row: first what it is about, then what stands under each heading; what says nothing is left out.
    @Test func whatIsTooWideBecomesBlocks() {
        let number = ColumnLayout.decimal
        let drawn = Drawn(
            layouts: [
                ("Mã", .leading.dispensable), ("Đơn vị", .wrapped(14)), ("Điểm", number), ("Tối đa", number),
                ("Chỉ số", number), ("Độ phủ", number), ("Ghi chú", .leading),
            ],
            rows: [
                ["phuoc-an", "Xã Phước An", "41,89", "46,25", "90,57", "", "thẩm định"],
                ["", "Tổng", "1.041,89", "", "", "", ""],
            ])
        #expect(
            text(drawn, width: 40) == """
                phuoc-an Xã Phước An
                  Điểm: 41,89 · Tối đa: 46,25
                  Chỉ số: 90,57 · Ghi chú: thẩm định
                Tổng
                  Điểm: 1.041,89

                """)
    }
}
