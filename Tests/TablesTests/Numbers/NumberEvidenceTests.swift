import TestSupport
import Testing
import Values

@testable import Tables

/// The decimal separator of a table follows from all cells of the numeric columns.
@Suite struct NumberEvidenceTests {
    /// What one cell proves.
    @Test(
        arguments: [
            ("99,5", DecimalSeparator.comma), ("1.234,5", .comma), ("0,125", .comma), ("12,3456", .comma),
            ("1.234.567", .comma), ("1 234,567", .comma), ("1234,567", .comma), ("99,5 %", .comma),
            ("0,1234567", .comma),
            ("99.5", .point), ("1,234.5", .point), ("1,234,567", .point), ("0.125", .point), ("-99.5", .point),
            ("1.234", nil), ("1,234", nil), ("100", nil), ("1 234", nil), ("3.4.1", nil), ("x", nil), ("", nil),
            ("12/11,5", nil),
        ] as [(String, DecimalSeparator?)])
    func ofOneCell(_ cell: String, _ expected: DecimalSeparator?) throws {
        var table = try table("a;b\n\"\(cell)\";a longer text\n", TableOptions(delimiter: .semicolon))
        table.settleNumbers(in: [0])
        #expect(table.dialect.decimalSeparator == expected)
        if expected == nil {
            #expect(table.dialect.decimalReason == .none)
        } else {
            #expect(table.dialect.decimalReason == .evidence(CellEvidence(row: 2, column: 1, text: cell)))
        }
    }

    @Test func settlesAmbiguousCells() throws {
        var table = try table("code;x\n1.10;1.234\n3.4.1;2,5\n")
        #expect(table.number(0, 1) == .ambiguous(asDecimal: try FixedDecimal("1.234"), isPercent: false))
        table.settleNumbers(in: [1])
        #expect(table.number(0, 1) == .number(1234, isPercent: false))
        #expect(table.dialect.decimalReason == .evidence(CellEvidence(row: 3, column: 2, text: "2,5")))
        #expect(table.findings.isEmpty)
    }

    @Test func columnsOfCodesDoNotTakePart() throws {
        var table = try table("code;x\n1.10;1,5\n2.11;2,5\n")
        table.settleNumbers(in: [1])
        #expect(table.dialect.decimalSeparator == .comma)
        table.settleNumbers(in: [0, 1])
        #expect(table.findings.map(\.code) == ["table.mixedDecimalSeparators"])
    }

    @Test func brokenRowsDoNotTakePart() throws {
        var table = try table("a;b\n1.5;2;3\n2,5;1\n")
        table.settleNumbers(in: [0])
        #expect(table.dialect.decimalSeparator == .comma)
    }

    @Test func aContradictionNamesBothCells() throws {
        var table = try table("a;b\n99,5;100\n7;1.234\n98.5;3,25\n97,5;1\n")
        table.settleNumbers(in: [0, 1])
        let finding = try #require(table.findings.first)
        #expect(table.findings.count == 1)
        #expect(finding.brief == "table.mixedDecimalSeparators@4:1")
        #expect(finding.severity == .error)
        #expect(
            finding.details == [
                .found: "98.5", .expected: .term(.comma), .other: "99,5", .first: .location(table.location(0, 0)),
            ])
        #expect(table.dialect.decimalSeparator == nil)
        // Each cell is then read by itself.
        #expect(table.number(0, 0).value == (try FixedDecimal("99.5")))
        #expect(table.number(2, 0).value == (try FixedDecimal("98.5")))
        #expect(table.number(1, 1).value == nil)
    }

    @Test func aContradictionIsFoundBehindManyCellsOfOneKind() throws {
        let rows = String(repeating: "12.5;77.25\n", count: 3000)
        var table = try table("a;b\n" + rows + "1;1,234,567\n1;2,5\n")
        table.settleNumbers(in: [0, 1])
        #expect(table.findings.map(\.brief) == ["table.mixedDecimalSeparators@3003:2"])
    }

    @Test func withoutEvidenceIntegersAreRead() throws {
        var table = try table("a;b\n100;1.234\n20;2,345\n")
        table.settleNumbers(in: [0, 1])
        #expect(table.dialect.decimalReason == .none)
        #expect(table.number(0, 0) == .number(100, isPercent: false))
        let findings = [0, 1].compactMap { table.finding(for: table.number($0, 1), $0, 1) }
        #expect(findings.map(\.brief) == ["table.ambiguousNumber@2:2", "table.ambiguousNumber@3:2"])
        #expect(
            findings.first?.details == [
                .found: "1.234", .asDecimal: .number(FixedDecimal(mantissa: 1_234_000)), .asGrouped: .count(1234),
            ])
    }

    @Test func whatIsLaidDownNeedsNoEvidence() throws {
        var table = try table("a;b\n99,5;1.234\n", TableOptions(decimalSeparator: .point))
        table.settleNumbers(in: [0, 1])
        #expect(table.dialect.decimalReason == .forced)
        #expect(table.number(0, 1).value == (try FixedDecimal("1.234")))
        let finding = try #require(table.finding(for: table.number(0, 0), 0, 0))
        #expect(finding.brief == "table.otherSeparator@2:1")
        #expect(finding.details == [.found: "99,5", .expected: .term(.point)])
    }

    @Test func sameSignForBothIsRefused() {
        let options = TableOptions(decimalSeparator: .comma, groupSeparator: .comma)
        #expect(refusal(Array("a;b\n".utf8), options).map(\.code) == ["table.sameSeparators"])
        #expect(refusal(Array("a;b\n".utf8), TableOptions(decimalSeparator: .comma, groupSeparator: .point)).isEmpty)
    }

    @Test(
        arguments: [
            ("x", "table.notANumber", nil), ("0,1234567", "table.numberTooFine", "6"),
            ("99999999999999", "table.numberTooLarge", "9223372036854.775807"),
        ] as [(String, String, String?)])
    func eachProblemHasAFinding(_ cell: String, _ code: String, _ expected: String?) throws {
        let table = try table("a;b\n\(cell);1\n", TableOptions(decimalSeparator: .comma))
        let finding = try #require(table.finding(for: table.number(0, 0), 0, 0))
        #expect(finding.code == code)
        #expect(finding.text(.found) == cell)
        #expect(finding.text(.expected) == expected)
        #expect(table.finding(for: table.number(0, 1), 0, 1) == nil)
    }

    @Test func allNumbersOfColumnsInOrder() throws {
        let table = try table("a;b;c\n1;x;3\n4;;6\n7\n")
        var seen: [String] = []
        table.forEachRowOfNumbers(inRows: 0..<table.rowCount, columns: [2, 0]) { row, readings in
            seen.append("\(row): " + readings.map { $0.value?.description ?? "-" }.joined(separator: " "))
        }
        #expect(seen == ["0: 3 1", "1: 6 4", "2: - 7"])
    }
}
