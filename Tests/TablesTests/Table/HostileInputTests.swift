import TestSupport
import Testing
import Values

@testable import Tables

/// Input that was not made to be read.
@Suite struct HostileInputTests {
    @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n\r\n", " ", ";;;\n;;\n", "sep=;", "sep=;\n\n"])
    func withoutAHeadingThereIsNoTable(_ text: String) {
        #expect(refusal(Array(text.utf8)).map(\.brief) == ["table.empty@-"])
    }

    @Test(arguments: ["a", "a\n", "\u{FEFF}a", "\"a\"", "a\r", "\n\na"])
    func oneCellIsATable(_ text: String) throws {
        let table = try table(text)
        #expect(table.headings == ["a"])
        #expect(table.rowCount == 0)
        #expect(table.findings.isEmpty)
        #expect(table.usableRows.isEmpty)
    }

    @Test func oneLineOfAMegabyte() throws {
        let name = String(repeating: "x", count: 1 << 20)
        let table = try table(name + "\n" + name + "\n" + name + ";y\n", TableOptions(delimiter: .semicolon))
        #expect(table.headings.first?.utf8.count == 1 << 20)
        #expect(table.text(0, 0).utf8.count == 1 << 20)
        #expect(table.findings.map(\.brief) == ["table.tooManyCells@3:2"])
    }

    @Test func veryManyColumns() throws {
        let count = 100_000
        let heading = (0..<count).map { "c\($0)" }.joined(separator: ",")
        let row = (0..<count).map(String.init).joined(separator: ",")
        let table = try table(heading + "\n" + row + "\n" + row + ",1\n")
        #expect(table.columnCount == count)
        #expect(table.text(0, count - 1) == "99999")
        #expect(table.number(0, 12_345) == .number(12_345, isPercent: false))
        #expect(table.brokenRows == [1])
    }

    @Test func nothingButDelimitersBehindTheHeading() throws {
        let table = try table("a;b\n" + String(repeating: ";", count: 200_000))
        #expect(table.rowCount == 0)
        #expect(table.findings.isEmpty)
    }

    @Test func nothingButQuotes() throws {
        for count in 1...300 {
            let text = "a;b\n" + String(repeating: "\"", count: count)
            let table = try table(text, TableOptions(delimiter: .semicolon))
            let codes = table.findings.map(\.code)
            #expect(codes.contains("table.unclosedQuote") == !count.isMultiple(of: 2))
            #expect(
                table.text(0, 0) == String(repeating: "\"", count: count.isMultiple(of: 2) ? count / 2 - 1 : count / 2))
        }
    }

    @Test func faultsInEveryCellAreCounted() throws {
        let table = try table("a;b\n" + String(repeating: "\"x\"y;\"x\"y\n", count: 5000))
        // A hundred findings and the count of the rest, but every broken row is known.
        #expect(table.findings.count == 101)
        #expect(table.findings.last?.text(.count) == "9900")
        #expect(table.brokenRows.count == 5000)
    }

    @Test func oneCharacterOfManyMarks() throws {
        let marks = "a" + String(repeating: "\u{0301}", count: 100_000)
        let table = try table("a;b\n\(marks)")
        #expect(table.findings.map(\.code) == ["table.tooFewCells"])
        #expect((table.findings.first?.text(.text)?.utf8.count ?? .max) < 1000)
    }

    @Test func mixedLineEnds() throws {
        let table = try table("a;b\r1;2\n3;4\r\n\n\r5;6\n\r\n7;8")
        #expect((0..<table.rowCount).map { table.text($0, 0) } == ["1", "3", "5", "7"])
        #expect((0..<table.rowCount).map(table.rowNumber) == [2, 3, 6, 8])
    }
}
