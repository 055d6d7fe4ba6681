import TestSupport
import Testing
import Values

@testable import Tables

/// The delimiter is detected, or specified.
@Suite struct DelimiterTests {
    struct Case: Sendable {
        var text: String
        var delimiter: TableDelimiter
        var reason: TableDialect.DelimiterReason
    }

    @Test(arguments: [
        Case(text: "a;b\n1;2\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "a,b\n1,2\n", delimiter: .comma, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "a\tb\n1\t2\n", delimiter: .tab, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "a|b\n1|2\n", delimiter: .pipe, reason: .counted(cells: 2, records: 2, of: 2)),
        // A heading alone.
        Case(text: "a;b;c", delimiter: .semicolon, reason: .counted(cells: 3, records: 1, of: 1)),
        // Decimal commas in every row.
        Case(text: "a;b\n1,5;2,5\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "a;b, %\nx;2,5\ny;3,5\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 3, of: 3)),
        // Delimiters in quotes do not count.
        Case(text: "a,\"b;c;d\"\n1,\"2;3;4\"\n", delimiter: .comma, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "a;b\n5\" x;\"1,2\"\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 2, of: 2)),
        Case(text: "\"a,b\"\t\"c\"\n\"d,e\" \t\"f\"\n", delimiter: .tab, reason: .counted(cells: 2, records: 2, of: 2)),
        // Sentences with commas in the heading and in notes.
        Case(
            text: "Tên, mã;Điểm\nA;1\nB, C, D;2\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 3, of: 3)
        ),
        // One row is ragged.
        Case(text: "a;b\n1;2\n3;4;5\n", delimiter: .semicolon, reason: .counted(cells: 2, records: 2, of: 3)),
        // An unclosed quote swallows the rows after it.
        Case(
            text: "a, b;c;d\n1,5;2;3\n2,5;3;4\n3,5;\"x;5\n4,5;6;7\n", delimiter: .semicolon,
            reason: .counted(cells: 3, records: 3, of: 3)),
        // One column, of decimal commas.
        Case(text: "điểm\n99,5\n98,5\n", delimiter: .semicolon, reason: .singleColumn),
        Case(text: "Tên, mã\nA\nB\n", delimiter: .semicolon, reason: .singleColumn),
        Case(text: "sep=,\na,b;c;d\n1,2;3;4\n", delimiter: .comma, reason: .separatorLine),
        Case(text: "SEP=\t\r\na\tb\r\n", delimiter: .tab, reason: .separatorLine),
    ])
    func isFound(_ item: Case) throws {
        let dialect = try table(item.text).dialect
        #expect(dialect.delimiter == item.delimiter)
        #expect(dialect.delimiterReason == item.reason)
    }

    @Test(arguments: TableDelimiter.allCases)
    func canBeLaidDown(_ delimiter: TableDelimiter) throws {
        let table = try table("a;b,c|d\te\n", TableOptions(delimiter: delimiter))
        #expect(table.dialect.delimiter == delimiter)
        #expect(table.dialect.delimiterReason == .forced)
        #expect(table.columnCount == 2)
    }

    @Test func whatIsLaidDownWinsOverTheSeparatorLine() throws {
        let table = try table("sep=,\na;b,c\n", TableOptions(delimiter: .semicolon))
        #expect(table.headings == ["a", "b,c"])
    }

    @Test func anUnknownSeparatorIsRefused() {
        let findings = refusal(Array("sep=:\na:b\n".utf8))
        #expect(findings.map(\.brief) == ["table.unknownSeparator@-"])
        #expect(findings.first?.text(.found) == "sep=:")
    }

    @Test func aLongTableIsJudgedByItsBeginning() throws {
        let rows = String(repeating: "1,5;2,5;3,5\n", count: 100_000)
        let dialect = try table("a;b;c\n" + rows).dialect
        #expect(dialect.delimiter == .semicolon)
        #expect(dialect.delimiterReason == .counted(cells: 3, records: 201, of: 201))
    }
}
