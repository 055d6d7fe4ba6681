import TestSupport
import Testing
import Values

@testable import Tables

/// Quotes that violate RFC 4180 are reported with row and column.
@Suite struct QuoteFaultTests {
    struct Case: Sendable {
        var text: String
        var findings: [String]
        var found: String
    }

    @Test(arguments: [
        Case(text: "a;b\n1;\"x\n2;y\n", findings: ["table.unclosedQuote@2:2"], found: "\"x 2;y "),
        Case(text: "a;b\n1;\"", findings: ["table.unclosedQuote@2:2"], found: "\""),
        Case(text: "a;b\n\"x\"y;1\n", findings: ["table.textAfterQuote@2:1"], found: "\"x\"y"),
        Case(text: "a;b\n1;\"x\"y", findings: ["table.textAfterQuote@2:2"], found: "\"x\"y"),
        Case(text: "a;b\n1; \"x\"\n", findings: ["table.spaceBeforeQuote@2:2"], found: " \"x\""),
    ])
    func isFound(_ item: Case) throws {
        let table = try table(item.text, TableOptions(delimiter: .semicolon))
        let findings = table.findings.filter { $0.code != TableFinding.tooFewCells.rawValue }
        #expect(findings.map(\.brief) == item.findings)
        #expect(findings.first?.text(.found) == item.found)
        // A warning leaves the row usable, an error breaks it.
        #expect(table.brokenRows.isEmpty == !findings.containsError)
    }

    @Test(arguments: [
        "a;b\n\"x\" ;1\n", "a;b\n5\" pipe;1\n", "a;b\n\"\";\"\"\"\"\n", "a;b\n\"x\ny\";\"p;q\"\n", "a;b\n\"x\"\t;1",
    ])
    func isAllowed(_ text: String) throws {
        #expect(try table(text, TableOptions(delimiter: .semicolon)).findings.isEmpty)
    }

    @Test func textWithQuotesIsRead() throws {
        let table = try table("a;b\n\"say \"\"hi\"\"\";5\" pipe\n\"x\r\ny\";\"p;q\"\n")
        #expect(table.text(0, 0) == "say \"hi\"")
        #expect(table.text(0, 1) == "5\" pipe")
        #expect(table.text(1, 0) == "x\r\ny")
        #expect(table.text(1, 1) == "p;q")
    }

    @Test func spacesBehindTheClosingQuoteAreNoContent() throws {
        let table = try table("a;b;c\n\"5\" ;\"\"\t;\"x \"  \n", TableOptions(delimiter: .semicolon))
        #expect(table.number(0, 0) == .number(5, isPercent: false))
        #expect(table.isBlank(0, 1))
        #expect(table.number(0, 1) == .blank)
        #expect(Array(table.bytes(0, 2)) == Array("x ".utf8))
        #expect(table.findings.isEmpty)
    }

    @Test func aQuoteNeverClosedShowsOnlyItsBeginning() throws {
        let table = try table("a;b\n\"" + String(repeating: "x;y\n", count: 100_000))
        let finding = try #require(table.findings.first)
        #expect(finding.brief == "table.unclosedQuote@2:1")
        #expect(finding.text(.found)?.count == 80)
        #expect(finding.text(.found)?.hasSuffix("…") == true)
    }
}
