import TestSupport
import Testing
import Values

@testable import Tables

/// Rows with too many or too few cells are reported, and the others stay usable.
@Suite struct RaggedRowTests {
    @Test func areFoundAndLeftOut() throws {
        let table = try table("a;b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12\n13;14")
        #expect(
            table.findings.map(\.brief) == [
                "table.tooManyCells@4:4", "table.tooFewCells@6:2", "table.blankEndCells@3:2",
            ])
        #expect(table.findings[0].details == [.found: .count(4), .expected: .count(3), .text: "9"])
        #expect(table.findings[1].details == [.found: .count(2), .expected: .count(3), .text: "13;14"])
        #expect(table.findings[2].details == [.found: .count(2), .expected: .count(3), .count: .count(1)])
        #expect(table.rowCount == 5)
        #expect(table.brokenRows == [2, 4])
        #expect(table.usableRows == [0, 1, 3])
        #expect((0..<5).map(table.isBroken) == [false, false, true, false, true])
        #expect(table.usableRows.map { table.text($0, 2) } == ["3", "", "12"])
    }

    /// Spreadsheet programs leave out blank cells at the end of rows: said once, however many rows there are.
    @Test(arguments: ["\n", "\r\n"])
    func cellsMissingAtTheEndAreBlank(end: String) throws {
        let rows = ["a;b;c", "1", "1;2", ";2", "1;2;3", "1;2;", "x"].map { $0 + end }.joined()
        let whole = try table(rows)
        #expect(whole.findings.map(\.brief) == ["table.blankEndCells@2:1"])
        #expect(whole.findings[0].details == [.found: .count(1), .expected: .count(3), .count: .count(4)])
        #expect(!whole.findings.containsError)
        #expect(whole.brokenRows.isEmpty)
        // Without its end, the last row may be the rest of a longer one; a row that is whole is not.
        let cut = try table(String(rows.dropLast()))
        #expect(cut.findings.map(\.code) == ["table.tooFewCells", "table.blankEndCells"])
        #expect(try table("a;b;c\n1;2;3").findings.isEmpty)
        #expect(try table("a;b;c\n1;2;").findings.isEmpty)
    }

    /// Two files in one: a row with as many of another delimiter as the heading has of its own is no row with blank ends.
    @Test(arguments: [("1,2,3", true), ("1,2", false), ("1,2,3,4", false), ("1\t2\t3", true), ("1|2|3", true)])
    func rowsOfAnotherDialectAreTold(row: String, isTold: Bool) throws {
        let table = try table("a;b;c\n4;5;6\n\(row)\n7;8;9\n")
        #expect(table.findings.map(\.code) == [isTold ? "table.tooFewCells" : "table.blankEndCells"])
        #expect(table.brokenRows == (isTold ? [1] : []))
    }

    @Test func cellsThatAreNotThereAreBlank() throws {
        let table = try table("a;b;c\n1\n1;2;3\n")
        #expect(table.text(0, 2) == "")
        #expect(table.isBlank(0, 2))
        #expect(table.number(0, 2) == .blank)
        #expect(table.bytes(0, 2).isEmpty)
        #expect(table.text(1, 3) == "")
        #expect(table.text(1, -1) == "")
    }

    @Test func blankCellsTooManyAreAWarning() throws {
        let table = try table("a;b\n1;2;\n3;4\n1;2;; \n")
        #expect(table.findings.map(\.brief) == ["table.extraBlankCells@2:3"])
        #expect(table.findings[0].details == [.found: .count(3), .expected: .count(2), .count: .count(2)])
        #expect(!table.findings.containsError)
        #expect(table.brokenRows.isEmpty)
    }

    @Test func aDecimalCommaWithoutQuotesIsSuspected() throws {
        let table = try table("a,b\nx,99,5\n\"1,5\",2\ny,z,w\n")
        #expect(table.findings.map { $0.details[.suggestion] } == [.term(.quotedDecimalComma), nil])
        #expect(table.number(1, 0).value == (try FixedDecimal("1.5")))
    }

    @Test func findingsAreCountedBeyondALimit() throws {
        let table = try table("a;b\n1;2\n" + String(repeating: "1;2;3\n", count: 1000), TableOptions(findingLimit: 3))
        #expect(table.findings.map(\.code) == Array(repeating: "table.tooManyCells", count: 3) + ["table.moreFindings"])
        #expect(table.findings.last?.details == [.code: "table.tooManyCells", .count: .count(997)])
        #expect(table.brokenRows.count == 1000)
    }

    @Test func controlCharactersDoNotReachAFinding() throws {
        let table = try table("a;b\n1;2\n\u{1B}[31mx\u{202E}\ty")
        #expect(table.findings.first?.text(.text) == "\u{FFFD}[31mx\u{FFFD} y")
    }
}
