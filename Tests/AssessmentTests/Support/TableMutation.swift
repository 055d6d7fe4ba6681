import ScoreNumerics

/// Mistakes and damage that a table of figures may suffer.
enum TableMutation {
    /// Bytes with a meaning in a table, or with none.
    private static let bytes: [UInt8] =
        Array(";;;,,..\"\"'%%-+0123456789 \t\n\r/xà₫".utf8) + [0, 0xC2, 0xA0, 0xE2, 0x80, 0xAF, 0xCC, 0x81, 0xFF]

    /// What a tired person may leave in a cell.
    static let cells = [
        "", "0", "1", "2", "-1", "1.234", "1,234", "1 234", "1.234,5", "101", "100", "100,01", "0,5", "50%", "50 %",
        "(có)",
        "không áp dụng", "chưa báo cáo", "chờ khảo sát", "đã báo cáo", "Không", "có", "x", " ", "\u{A0}", "1e5", "5/6",
        "=1+1", "-", "99999999999999999999", "12,3456789", "3.4.1", "1.1", "phuoc-an", "tuy-phuoc", "Phuoc-an", "\"\"",
        "x;y", "\"x;y\"", "\"a\nb\"", "\"", "\"12\"", "012", "00", "+5", "−5", "'5", "1.000.000", "1,000,000", "85.5",
        "٣",
        "#N/A", "12 hồ sơ", "n/a", "ĐÃ BÁO CÁO", "khong ap dung",
    ]

    /// The text with one random change.
    static func mutated(_ text: [UInt8], _ generator: inout SeededRandom) -> [UInt8] {
        var text = text
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: text.remove(at: Int.random(in: text.indices, using: &generator))
        case 1: text.insert(random(bytes, &generator), at: Int.random(in: text.indices, using: &generator))
        case 2: text[Int.random(in: text.indices, using: &generator)] = random(bytes, &generator)
        case 3, 4: return rowMutated(text, &generator)
        default: return cellMutated(text, &generator)
        }
        return text
    }

    private static func random<Element>(_ list: [Element], _ generator: inout SeededRandom) -> Element {
        list[Int.random(in: list.indices, using: &generator)]
    }

    private static func cellMutated(_ text: [UInt8], _ generator: inout SeededRandom) -> [UInt8] {
        var rows = text.split(separator: 0x0A).map(Array.init)
        // The heading is one of the rows, now and then.
        let row = Int.random(in: 0..<rows.count, using: &generator)
        var cells = rows[row].split(separator: 0x3B, omittingEmptySubsequences: false).map(Array.init)
        let column = Int.random(in: 0..<cells.count, using: &generator)
        if Int.random(in: 0..<6, using: &generator) == 0 {
            cells.swapAt(column, Int.random(in: 0..<cells.count, using: &generator))
        } else {
            cells[column] = Array(random(Self.cells, &generator).utf8)
        }
        rows[row] = Array(cells.joined(separator: [0x3B]))
        return Array(rows.joined(separator: [0x0A])) + [0x0A]
    }

    private static func rowMutated(_ text: [UInt8], _ generator: inout SeededRandom) -> [UInt8] {
        var rows = text.split(separator: 0x0A).map(Array.init)
        guard rows.count > 1 else { return Array(text.dropLast(text.count / 2)) }
        let row = Int.random(in: 1..<rows.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: rows.insert(rows[row], at: Int.random(in: 1..<rows.count, using: &generator))
        case 1: rows.remove(at: row)
        case 2: rows.swapAt(row, Int.random(in: 1..<rows.count, using: &generator))
        default: rows[row] = Array(rows[row].prefix(Int.random(in: 0...rows[row].count, using: &generator)))
        }
        return Array(rows.joined(separator: [0x0A])) + [0x0A]
    }
}
