import TestSupport
import Testing
import Values
import Workbooks

@testable import Tables

/// A sheet of a workbook is a table like any other.
@Suite struct SheetTableTests {
    private static let unit = ["mã đơn vị", "unit"]

    private static func table(_ book: TestBook, _ options: TableOptions = TableOptions()) throws -> Table {
        try Table(file: "a.xlsx", bytes: book.bytes, options: options)
    }

    private static func codes(_ table: Table) -> [String] {
        table.findings.map { "\($0.code) \($0.location)" }
    }

    @Test func cellsAreReadWhereTheyStand() throws {
        let book = TestBook(
            (
                "Số liệu",
                [
                    3: [.text("Mã đơn vị"), .text("giá trị"), .text("ngày")], 4: [.text("xa-1"), .number("12.5")],
                    7: [.text("xa-2"), .percent("0.99500000000000011"), .day("45473")],
                ]
            ))
        var table = try Self.table(book)
        #expect(table.headings == ["Mã đơn vị", "giá trị", "ngày"])
        #expect(table.sheet == "Số liệu")
        #expect(table.rowCount == 2)
        #expect(table.headingLocation().description == "a.xlsx:Số liệu:3")
        #expect(table.location(1, 1).description == "a.xlsx:Số liệu:7:2")
        #expect(table.optionalColumn(["giá trị"]) == 1)
        table.settleNumbers(in: [1])
        #expect(table.number(0, 1) == .number(12.5, isPercent: false))
        #expect(table.number(1, 1) == .number(99.5, isPercent: true))
        #expect(CalendarDay(table.text(1, 2)) == CalendarDay(year: 2024, month: 6, day: 30))
        #expect(table.isBlank(0, 2))
        #expect(table.brokenRows.isEmpty)
        #expect(Self.codes(table) == [])
    }

    /// The numbers of a workbook need no separator; those that were typed as text are read as people write them.
    @Test(arguments: [nil, DecimalSeparator.comma, .point])
    func numbersDoNotDependOnTheSeparator(separator: DecimalSeparator?) throws {
        let rows: [Int: [TestBook.Cell]] = [
            1: [.text("a"), .text("b")], 2: [.number("1.234"), .text("1")], 3: [.number("1234.5"), .text("2")],
            5: [.number("-0.5"), .text("3")],
        ]
        var table = try Self.table(TestBook(("s", rows)), TableOptions(decimalSeparator: separator))
        table.settleNumbers(in: [0, 1])
        #expect((0..<3).map { table.number($0, 0).value } == [1.234, 1234.5, -0.5])
        var seen: [FixedDecimal?] = []
        table.forEachRowOfNumbers(inRows: 0..<3, columns: [0, 1]) { seen += $1.map(\.value) }
        #expect(seen == [1.234, 1, 1234.5, 2, -0.5, 3])
        #expect(table.findings.isEmpty)
    }

    @Test func typedTextsShowTheSeparator() throws {
        let rows: [Int: [TestBook.Cell]] = [
            1: [.text("a")], 2: [.number("1.5")], 3: [.text("99,5")], 4: [.text("1.234")], 6: [.number("1.234")],
        ]
        var table = try Self.table(TestBook(("s", rows)))
        table.settleNumbers(in: [0])
        #expect(table.dialect.decimalSeparator == .comma)
        #expect((0..<4).map { table.number($0, 0).value } == [1.5, 99.5, 1234, 1.234])
    }

    @Test func textsComeAsTheyAre() throws {
        let texts = ["a\tb", "c\nd", "\"e\"", "'-5", "''=f", "=g", "'h", "i;j,k|l", "sep=;", "0012", "1.10"]
        var rows: [Int: [TestBook.Cell]] = [1: [.text("x"), .text("y\nz")]]
        for (index, text) in texts.enumerated() { rows[index + 2] = [.text(text), .number("1")] }
        let table = try Self.table(TestBook(("s", rows)))
        #expect(table.headings == ["x", "y\nz"])
        #expect(texts.indices.map { table.text($0, 0) } == texts)
        #expect(texts.indices.allSatisfy { table.number($0, 1).value == 1 })
        #expect(table.cellsHoldingRows().isEmpty)
    }

    /// What the table's readers say of a cell that is none.
    @Test func errorsAndFormulasAreRefused() throws {
        let rows: [Int: [TestBook.Cell]] = [1: [.text("a")], 2: [.error("#DIV/0!")], 3: [.formula("A1+1")]]
        let table = try Self.table(TestBook(("s", rows)))
        #expect(table.number(0, 0) == .problem(.notANumber))
        #expect(TextHistory.isSpreadsheetError(table.text(0, 0)))
        #expect(table.finding(for: table.number(1, 0), 1, 0)?.details[.history] == .term(.formula))
        #expect(table.finding(for: table.number(1, 0), 1, 0)?.location.description == "a.xlsx:s:3:1")
    }

    @Test func mergedCellsCountAndRepeatedRowsDoNot() throws {
        let rows: [Int: [TestBook.Cell]] = [
            1: [.text("unit"), .text("value")], 2: [.text("xa-1"), .number("1")], 3: [.blank, .number("2")],
            5: [.blank, .number("3")],
        ]
        let table = try Self.table(TestBook(("s", rows), merges: ["A2:A5"]))
        #expect(table.rowCount == 3)
        #expect((0..<3).map { table.text($0, 0) } == ["xa-1", "xa-1", "xa-1"])
        #expect((0..<3).map(table.rowNumber) == [2, 3, 5])
    }

    @Test func notesBesideTheTableHaveNoHeading() throws {
        // A row of spaces is no heading.
        let spaces: [Int: [TestBook.Cell]] = [1: [.text("  ")], 2: [.text("a")], 3: [.number("1"), .text("x")]]
        #expect(Self.codes(try Self.table(TestBook(("s", spaces)))) == ["table.blankHeading a.xlsx:s:2:2"])
        let rows: [Int: [TestBook.Cell]] = [
            2: [.text("a"), .text("b")], 3: [.number("1"), .number("2"), .blank, .text("ghi chú")], 4: [.number("3")],
        ]
        let table = try Self.table(TestBook(("s", rows)))
        #expect(Self.codes(table) == ["table.blankHeading a.xlsx:s:2:4"])
        #expect(table.brokenRows.isEmpty)
    }

    // MARK: - Which sheet

    private static let first: [Int: [TestBook.Cell]] = [1: [.text("Danh sách")], 2: [.text("x")]]
    private static let second: [Int: [TestBook.Cell]] = [
        2: [.text("Mã đơn vị"), .text("Giá trị")], 3: [.text("xa-1"), .number("1")],
    ]

    @Test func theOnlySheetWithContentIsRead() throws {
        let table = try Self.table(
            TestBook(("Trống", [:]), ("Dữ liệu", Self.second), ("Ẩn", Self.first), hidden: ["Ẩn"]))
        #expect(table.sheet == "Dữ liệu")
        #expect(Self.codes(table) == ["workbook.otherSheets a.xlsx"])
        #expect(table.findings.first?.details == [.found: "Dữ liệu", .other: .names(["Ẩn"])])
    }

    @Test func sheetsAreFoundByHeadings() throws {
        var options = TableOptions()
        options.headings = KnownHeadings(needed: [[Self.unit]])
        let book = TestBook(("Một", Self.first), ("Hai", Self.second))
        #expect(try Self.table(book, options).sheet == "Hai")
        // Nothing fits: the first, whose missing columns are then named.
        options.headings = KnownHeadings(needed: [[["điểm"]]])
        #expect(try Self.table(book, options).sheet == "Một")
        options.headings = KnownHeadings(needed: [[Self.unit, ["giá trị"]]])
        let twice = TestBook(("Một", Self.second), ("Hai", Self.second))
        #expect(refusal { _ = try Self.table(twice, options) } == "workbook.severalSheets a.xlsx")
        #expect(refusal { _ = try Self.table(twice) } == "workbook.severalSheets a.xlsx")
    }

    @Test func sheetsAreNamed() throws {
        let book = TestBook(("Quý 1", Self.first), ("Quý 2", Self.second), hidden: ["Quý 2"])
        var options = TableOptions()
        options.sheet = "quy 2"
        let table = try Self.table(book, options)
        #expect(table.sheet == "Quý 2")
        #expect(Self.codes(table) == ["workbook.hiddenSheet a.xlsx:Quý 2"])
        options.sheet = "Quý 3"
        #expect(refusal { _ = try Self.table(book, options) } == "workbook.unknownSheet a.xlsx")
        #expect(refusal { _ = try Self.table(TestBook(("s", [:]))) } == "workbook.empty a.xlsx")
    }

    @Test func hiddenPartsAreSaid() throws {
        let rows: [Int: [TestBook.Cell]] = [
            1: [.text("a"), .text("b")], 2: [.number("1"), .number("2")], 3: [.number("3")],
        ]
        let table = try Self.table(TestBook(("s", rows), hiddenRows: [2, 3], hiddenColumns: [2]))
        #expect(Self.codes(table) == ["workbook.hiddenRows a.xlsx:s:2", "workbook.hiddenColumns a.xlsx:s:1:2"])
        #expect(table.findings.map { $0.details[.count] } == [.count(2), .count(1)])
    }

    @Test func pathsNameSheets() throws {
        let folder = TemporaryFolder()
        let book = TestBook(("Quý 1", Self.first), ("Quý 2", Self.second))
        folder.add(book.bytes, "a.xlsx")
        let strange = folder.add("x;y\n1;2\n", "b.xlsx#c.csv")
        let cases: [(path: String, file: String, sheet: String?)] = [
            ("a.xlsx", "a.xlsx", nil), ("a.xlsx#Quý 2", "a.xlsx", "Quý 2"), ("x/A.ODS#1#2", "x/A.ODS", "1#2"),
            ("a.csv#x", "a.csv#x", nil), ("#a.xlsx", "#a.xlsx", nil), (strange, strange, nil),
        ]
        for item in cases {
            #expect((TablePath(item.path).file, TablePath(item.path).sheet) == (item.file, item.sheet))
        }
        #expect(try Table(contentsOf: folder.path("a.xlsx#Quý 2")).sheet == "Quý 2")
        #expect(try Table(contentsOf: strange).headings == ["x", "y"])
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? FindingsError)?.findings.map { "\($0.code) \($0.location)" }.joined(separator: "\n")
        }
    }
}
