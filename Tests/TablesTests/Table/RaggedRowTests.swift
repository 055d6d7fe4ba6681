import TestSupport
import Testing
import Values

@testable import Tables

/// Rows with too many or too few cells are reported, and the others stay usable.
@Suite struct RaggedRowTests {
    @Test func areFoundAndLeftOut() throws {
        let table = try table("a;b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12\n")
        #expect(table.findings.map(\.brief) == ["table.tooFewCells@3:2", "table.tooManyCells@4:4"])
        #expect(table.findings[0].details == [.found: .count(2), .expected: .count(3), .text: "4;5"])
        #expect(table.findings[1].details == [.found: .count(4), .expected: .count(3), .text: "9"])
        #expect(table.rowCount == 4)
        #expect(table.brokenRows == [1, 2])
        #expect(table.usableRows == [0, 3])
        #expect((0..<4).map(table.isBroken) == [false, true, true, false])
        #expect(table.usableRows.map { table.text($0, 2) } == ["3", "12"])
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
        let table = try table("a;b\n1;2;; \n3;4\n")
        #expect(table.findings.map(\.brief) == ["table.extraBlankCells@2:3"])
        #expect(!table.findings.containsError)
        #expect(table.brokenRows.isEmpty)
    }

    @Test func aDecimalCommaWithoutQuotesIsSuspected() throws {
        let table = try table("a,b\nx,99,5\n\"1,5\",2\ny,z,w\n")
        #expect(table.findings.map { $0.details[.suggestion] } == [.term(.quotedDecimalComma), nil])
        #expect(table.number(1, 0).value == (try FixedDecimal("1.5")))
    }

    @Test func findingsAreCountedBeyondALimit() throws {
        let table = try table("a;b\n1;2\n" + String(repeating: "1\n", count: 1000), TableOptions(findingLimit: 3))
        #expect(table.findings.map(\.code) == Array(repeating: "table.tooFewCells", count: 3) + ["table.moreFindings"])
        #expect(table.findings.last?.details == [.code: "table.tooFewCells", .count: .count(997)])
        #expect(table.brokenRows.count == 1000)
    }

    @Test func controlCharactersDoNotReachAFinding() throws {
        let table = try table("a;b\n\u{1B}[31mx\u{202E}\ty\n1;2\n")
        #expect(table.findings.first?.text(.text) == "\u{FFFD}[31mx\u{FFFD} y")
    }
}
