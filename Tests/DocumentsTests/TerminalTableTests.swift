import Documents
import TestSupport
import Testing
import Values

/// Tables laid out for a terminal.
struct TerminalTableTests {
    private struct Row {
        var texts: [String]
        var isStrong = false
    }

    private func lines(_ layouts: [(String, ColumnLayout)], _ rows: [[String]], width: Int? = nil) -> [String] {
        let columns = layouts.enumerated().map { position, heading in
            Column<[String]>(Phrase(verbatim: heading.0), heading.1) { row in
                row[position].isEmpty ? .none : .text(row[position])
            }
        }
        let text = Sheet { $0.table(rows, columns) }.text(as: .table, in: .vi, width: width) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func decimalsStandBelowEachOther() {
        let expected = [
            "Tên   Điểm",
            "───  ─────",
            "Hòa   1,5",
            "Hòa  12,25",
            "An    –",
            "B     7",
        ]
        let rows = [["Hòa", "1,5"], ["Ho\u{300}a", "12,25"], ["An", ""], ["B", "7"]]
        #expect(lines([("Tên", .leading), ("Điểm", .decimal)], rows) == expected)
    }

    @Test func narrowTerminalsLeaveOutWhatCanBeSpared() {
        let layouts = [("Mã", ColumnLayout.leading.dispensable), ("Tên", .leading)]
        #expect(lines(layouts, [["phuoc-an", "Phước An"]], width: 12) == ["Tên", "────────", "Phước An"])
        #expect(lines(layouts, [["phuoc-an", "Phước An"]]).first == "Mã        Tên")
        // What can be spared no further is broken.
        #expect(lines([("Tên", .leading)], [["Phước An"]], width: 6) == ["Tên", "──────", "Phước", "An"])
    }

    /// The last dispensable column is dropped first, and only as many as necessary.
    @Test func columnsAreLeftOutFromTheRight() {
        let spare = ColumnLayout.leading.dispensable
        let layouts = [("A", spare), ("B", spare), ("C", .leading), ("D", spare)]
        let row = [["aaaa", "bbbb", "cccc", "dddd"]]
        #expect(lines(layouts, row, width: 22).first == "A     B     C     D")
        #expect(lines(layouts, row, width: 21).first == "A     B     C")
        #expect(lines(layouts, row, width: 10).first == "A     C")
        #expect(lines(layouts, row, width: 9).first == "C")
    }

    /// Columns that wrap share the room that the others leave; those that need less get all they need.
    @Test func wrappedColumnsShareTheRoom() {
        let layouts = [("A", ColumnLayout.wrapped(2)), ("B", .leading), ("C", .wrapped(2))]
        let expected = [
            "A   B    C",
            "──  ───  ───────",
            "ab  xyz  một hai",
            "         ba bốn",
        ]
        #expect(lines(layouts, [["ab", "xyz", "một hai ba bốn"]], width: 16) == expected)
        // Not below the longest word.
        #expect(
            lines([("A", .wrapped(6)), ("B", .leading)], [["một hai", "xyz"]], width: 9)[2...] == [
                "một   xyz", "hai",
            ])
    }

    @Test func indentsAndLineEndsAreKept() {
        let rows = [["  hai ba bốn", "x"], ["a\nb", "y"]]
        let expected = ["  hai", "  ba", "  bốn", "a", "b"].map { $0 + String(repeating: " ", count: 5 - $0.count) }
        let found = lines([("A", .wrapped(5)), ("B", .leading)], rows, width: 8)[2...]
        #expect(found.map { $0.prefix(5) + String(repeating: " ", count: 5 - $0.prefix(5).count) } == expected)
        #expect(found.map { $0.dropFirst(5) } == ["  x", "", "", "  y", ""])
        // A column that never wraps keeps its line breaks.
        #expect(lines([("A", .leading)], [["a\nb"]])[2...] == ["a", "b"])
    }

    @Test func widthsAreCellsNotCharacters() {
        let expected = ["A     B", "────  ─", "漢字  x", "ạb    x", "a\u{300}\u{323}     x"]
        #expect(
            lines([("A", .leading), ("B", .leading)], [["漢字", "x"], ["ạb", "x"], ["a\u{300}\u{323}", "x"]]) == expected)
    }

    @Test func numbersStandAtTheRight() {
        #expect(
            lines([("Số", .trailing), ("B", .leading)], [["7", "x"], ["12", "x"]]) == [
                "Số  B", "──  ─", " 7  x", "12  x",
            ])
    }

    @Test func emptyTablesHaveHeadingsOnly() {
        #expect(lines([("Mã", .leading), ("Tên", .wrapped(4))], []) == ["Mã  Tên", "──  ───"])
    }
}
