import Testing
import Values

@testable import Tables

/// Rows are numbered as a spreadsheet shows them.
@Suite struct RowNumberTests {
    struct Case: Sendable {
        var text: String
        var numbers: [Int]
    }

    @Test(arguments: [
        Case(text: "a;b\n1;2\n3;4", numbers: [2, 3]),
        Case(text: "a;b\n\n1;2\n\n\n3;4\n\n", numbers: [3, 6]),
        Case(text: "\n\na;b\n1;2\n", numbers: [4]),
        Case(text: "a;b\r\n\r\n1;2\r\n", numbers: [3]),
        Case(text: "a;b\r\r1;2\r", numbers: [3]),
        Case(text: "a;b\n\"x\ny\nz\";2\n3;4\n", numbers: [2, 3]),
        Case(text: "a;b\n;\n ; \t\n1;2\n;;;;\n", numbers: [4]),
        Case(text: "a;b\n\"\";\n1;2\n", numbers: [2, 3]),
        Case(text: "sep=;\r\na;b\r\n1;2\r\n", numbers: [2]),
    ])
    func areThoseOfASpreadsheet(_ item: Case) throws {
        let table = try table(item.text, TableOptions(delimiter: .semicolon))
        #expect((0..<table.rowCount).map(table.rowNumber) == item.numbers)
        #expect(table.findings.isEmpty)
    }

    @Test func aPlaceCountsRowsAndColumns() throws {
        let table = try table("a;b\n\n1;2\n")
        let location = table.location(0, 1)
        #expect(location.description == "t.csv:3:2")
        #expect(location.isTable)
        #expect(table.location(0).column == nil)
        #expect(try Tables.Table(file: "h", bytes: Array("\na;b\n".utf8)).headingLocation(1).description == "h:2:2")
    }

    @Test(arguments: ["a;b\n1;2\n3;4\n", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r1;2\r3;4\r", "a;b\r\n1;2\n3;4\r"])
    func everyLineEndIsUnderstood(_ text: String) throws {
        let table = try table(text)
        #expect(table.headings == ["a", "b"])
        #expect((0..<table.rowCount).map { table.text($0, 1) } == ["2", "4"])
    }
}
