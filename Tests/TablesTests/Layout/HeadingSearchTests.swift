import TestSupport
import Testing
import Values

@testable import Tables

/// The row of headings is found by the headings that are known, and what stands above it is passed over.
@Suite struct HeadingSearchTests {
    private static let known = KnownHeadings(
        needed: [[["unit", "đơn vị"], ["metric", "mã số liệu"]]],
        others: [["value", "giá trị"], ["numerator", "tử số"], ["note"]])

    private static func read(_ text: String, _ delimiter: TableDelimiter? = nil) throws(FindingsError) -> Table {
        var options = TableOptions(delimiter: delimiter)
        options.headings = known
        return try Table(file: "t.csv", bytes: Array(text.utf8), options: options)
    }

    struct Case: Sendable {
        var text: String
        var headings: [String]
        /// Where the heading is and how many rows above it are passed over; nil where nothing is said.
        var found: String?
        var rows = 1
    }

    @Test(arguments: [
        Case(text: "unit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"]),
        // Titles without a delimiter, with the table's own, with another, and as wide as the table.
        Case(text: "TITLE\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"], found: "2 after 1"),
        Case(text: "TITLE;;\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"], found: "2 after 1"),
        Case(
            text: "A title, of 2025, with commas\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"],
            found: "2 after 1"),
        Case(
            text: "A title, of 2025\nunit,metric,value\nh,1,2\n", headings: ["unit", "metric", "value"],
            found: "2 after 1"),
        Case(
            text: "Sở Nội vụ;Mẫu 01;Năm 2025\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"],
            found: "2 after 1"),
        // A form's label is no heading, though it is named like one.
        Case(text: "Đơn vị;H;\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"], found: "2 after 1"),
        Case(
            text: "Đơn vị:;H;\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"], found: "2 after 1"),
        // Blank lines before are not said; between title and heading they count.
        Case(text: "\n\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"]),
        Case(text: "T\n;;\n\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"], found: "4 after 3"),
        // Quotes in a title are no fault of the table.
        Case(
            text: "T \"x;\n \"y\"\nunit;metric;value\nh;1;2\n", headings: ["unit", "metric", "value"],
            found: "3 after 2"),
        // Nothing known: the first row, as it stands.
        Case(text: "a;b;c\nh;1;2\n", headings: ["a", "b", "c"]),
        Case(text: "TITLE;;\na;b;c\nh;1;2\n", headings: ["TITLE", "", ""], rows: 2),
        // Two known headings are enough to tell where the missing one is missing.
        Case(text: "TITLE;;\nunitt;metric;value\nh;1;2\n", headings: ["unitt", "metric", "value"], found: "2 after 1"),
        // Two rows: a group over its parts, as text and with merged cells; three rows.
        Case(
            text: "unit;metric;Kết quả;\n;;tử số;value\nh;1;2;3\n",
            headings: ["unit", "metric", "Kết quả tử số", "Kết quả value"], found: "1–2 after 0"),
        Case(
            text: "unit;metric;K;K\nunit;metric;tử số;value\nh;1;2;3\n",
            headings: ["unit", "metric", "K tử số", "K value"], found: "1–2 after 0"),
        Case(
            text: "T\nunit;metric;A;;\n;;1.1;;1.2\n;;tử số;value;value\nh;1;2;3;4\n",
            headings: ["unit", "metric", "A 1.1 tử số", "A 1.1 value", "A 1.2 value"], found: "2–4 after 1"),
        // Data behind a row of codes is data.
        Case(
            text: "unit;metric;A;\n;;1.1;1.2\nh;1;2;\nk;1;;3\n", headings: ["unit", "metric", "A 1.1", "A 1.2"],
            found: "1–2 after 0", rows: 2),
        // A first row that names no unit is no heading.
        Case(text: "unit;metric;value\n;1;2\nh;1;2\n", headings: ["unit", "metric", "value"], rows: 2),
        Case(text: "unit;metric;value\n;1;x\nh;1;2\n", headings: ["unit", "metric", "value"], rows: 2),
    ])
    func isFound(_ item: Case) throws {
        let table = try Self.read(item.text)
        #expect(table.headings == item.headings)
        #expect(table.rowCount == item.rows)
        let found = table.findings.filter { $0.code == "table.headingFound" }.map { finding in
            "\(finding.text(.found) ?? "") after \(finding.text(.count) ?? "")"
        }
        #expect(found == [item.found].compactMap { $0 })
        #expect(!table.findings.contains { $0.severity == .error })
    }

    /// Two rows that could be it are refused; the same heading twice is one of two pages.
    @Test(arguments: [
        ("T\nunit;metric;value\nh;1;2\n\nmetric;unit;value\n1;h;2\n", ["table.severalHeadings@5"]),
        ("T\nunit;metric;value\nh;1;2\n\nunit;metric;value\nh;3;2\n", []),
        // One of them has more of what is known.
        ("T\nunit;metric;value\nh;1;2\n\nunit;metric;x\nh;3;2\n", []),
    ])
    func severalAreRefused(text: String, expected: [String]) {
        do throws(FindingsError) {
            _ = try Self.read(text)
            #expect(expected == [])
        } catch {
            #expect(error.findings.filter { $0.severity == .error }.map(\.brief) == expected)
        }
    }

    /// Only the first rows are looked at, and what is stated about the delimiter stands.
    @Test func theSearchEnds() throws {
        let titles = { (count: Int) in String(repeating: "T;;\n", count: count) + "unit;metric;value\nh;1;2\n" }
        #expect(try Self.read(titles(HeadingSearch.rowLimit - 1)).headings == ["unit", "metric", "value"])
        #expect(try Self.read(titles(HeadingSearch.rowLimit)).headings == ["T", "", ""])
        #expect(try Self.read("T\nunit,metric,value\nh,1,2\n", .semicolon).headings == ["T"])
    }

    /// A group over very many columns: what stands over each is looked for once.
    @Test(.timeLimit(.minutes(1))) func aWideHeadingOfTwoRowsTakesItsSize() throws {
        let count = 60_000
        let parts = (1...count).map { "c\($0)" }.joined(separator: ";")
        let text = "unit;metric;G" + String(repeating: ";", count: count - 1) + "\n;;" + parts + "\nh;1\n"
        let table = try Self.read(text, .semicolon)
        #expect(table.columnCount == count + 2)
        #expect(table.headings.last == "G c\(count)")
    }
}
